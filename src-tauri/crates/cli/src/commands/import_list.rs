//! Lists of customers, suppliers, contacts and products from other programs.

use std::path::PathBuf;

use books::{
    Books, Doppioni, Error, Esito, Illeggibili, ImportOptions, ImportReport, Progress, Sheet, anagrafiche,
    anagrafiche::Faccia, esito_words, import_csv, prodotti, reason,
};
use clap::{Args, ValueEnum};

use super::write_to;
use crate::{
    clock,
    output::{Lingua, Output},
};

/// What the rows are.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Lista {
    /// Customers.
    Clienti,
    /// Suppliers.
    Fornitori,
    /// Address book.
    Rubrica,
    /// Products and services.
    Prodotti,
}

/// What becomes of records that are there already.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Same {
    /// They stay as they are.
    Skip,
    /// Their empty fields are filled.
    Fill,
    /// The row becomes a further record.
    New,
}

/// What becomes of values that cannot be read.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Unreadable {
    /// They go into the notes.
    Note,
    /// The row is refused.
    Refuse,
}

/// Arguments of `import-list`.
#[derive(Args)]
pub(crate) struct ImportListArgs {
    /// The archive.
    archive: PathBuf,
    /// What the rows are.
    area: Lista,
    /// The file: CSV, XLSX, XLS or ODS.
    file: PathBuf,
    /// Gives a column its field instead of the one its head tells: `Ditta=denominazione`; `Ditta=` leaves it out.
    #[arg(long = "map", value_name = "HEAD=FIELD")]
    map: Vec<String>,
    /// The file begins with a record, not with heads; columns are then called A, B, C...
    #[arg(long)]
    no_heads: bool,
    /// Records that are there already, by partita IVA, codice fiscale, name, or code.
    #[arg(long, value_enum, default_value = "skip")]
    same: Same,
    /// Values that cannot be read.
    #[arg(long, value_enum, default_value = "note")]
    unreadable: Unreadable,
    /// Write the outcome of every row into a CSV file.
    #[arg(long)]
    report: Option<PathBuf>,
    /// Tell what would happen and change nothing.
    #[arg(long)]
    dry_run: bool,
}

/// Imports a list; exit 1 when a row was refused.
pub(super) fn import_list(args: &ImportListArgs, output: &Output) -> Result<bool, Error> {
    let sheet = Sheet::read(&std::fs::read(&args.file)?)?;
    let books = write_to(&args.archive)?;
    let mut options = ImportOptions {
        colonne: Vec::new(),
        senza_intestazioni: args.no_heads,
        doppioni: match args.same {
            Same::Skip => Doppioni::Salta,
            Same::Fill => Doppioni::Completa,
            Same::New => Doppioni::Nuovo,
        },
        illeggibili: match args.unreadable {
            Unreadable::Note => Illeggibili::Note,
            Unreadable::Refuse => Illeggibili::Rifiuta,
        },
    };
    if !args.map.is_empty() {
        options.colonne = mapped(&preview(&books, args.area, &sheet, &options)?, &args.map)?;
    }
    let report = if args.dry_run {
        preview(&books, args.area, &sheet, &options)?
    } else {
        import(&books, args.area, &sheet, &options)?
    };
    let in_english = output.lingua == Lingua::En;
    if let Some(file) = &args.report {
        std::fs::write(file, import_csv(&sheet, &report, in_english)?)?;
    }
    output.answer(&report, |report| words(report, in_english))?;
    Ok(report.conti.rifiutate == 0)
}

fn import(books: &Books, area: Lista, sheet: &Sheet, options: &ImportOptions) -> Result<ImportReport, Error> {
    let (when, progress) = (clock::now(), Progress::default());
    let saved = match face(area) {
        Some(faccia) => anagrafiche::import(books, &when, faccia, sheet, options, &progress),
        None => prodotti::import(books, &when, sheet, options, &progress),
    }?;
    books.archive().optimize()?;
    Ok(saved.value)
}

fn preview(
    books: &Books,
    area: Lista,
    sheet: &Sheet,
    options: &ImportOptions,
) -> Result<ImportReport, Error> {
    match face(area) {
        Some(faccia) => anagrafiche::import_preview(books, &clock::now(), faccia, sheet, options),
        None => prodotti::import_preview(books, &clock::now(), sheet, options),
    }
}

const fn face(area: Lista) -> Option<Faccia> {
    match area {
        Lista::Clienti => Some(Faccia::Cliente),
        Lista::Fornitori => Some(Faccia::Fornitore),
        Lista::Rubrica => Some(Faccia::Contatto),
        Lista::Prodotti => None,
    }
}

/// The columns as their heads tell, with those of `map` changed.
fn mapped(report: &ImportReport, map: &[String]) -> Result<Vec<String>, Error> {
    let mut colonne = report.colonne.clone();
    for pair in map {
        let unknown = || Error::refused("colonna_sconosciuta").arg("value", pair);
        let (head, field) = pair.rsplit_once('=').ok_or_else(unknown)?;
        let at = report.intestazioni.iter().position(|known| known == head);
        let is_field = field.is_empty() || report.campi.iter().any(|campo| campo.code == field);
        let place = at.filter(|_| is_field).and_then(|at| colonne.get_mut(at));
        field.clone_into(place.ok_or_else(unknown)?);
    }
    Ok(colonne)
}

/// The columns, every row that is not simply new, and the counts.
fn words(report: &ImportReport, in_english: bool) -> String {
    let mut lines = vec![report.formato.clone()];
    let columns = report.intestazioni.iter().zip(&report.colonne);
    lines.extend(columns.map(|(head, field)| {
        let field = if field.is_empty() { "-" } else { field };
        format!("{head} -> {field}")
    }));
    let told = report
        .righe
        .iter()
        .filter(|riga| riga.esito != Esito::Nuovo || !riga.problems.is_empty());
    lines.extend(told.map(|riga| {
        let (esito, why) = (esito_words(riga.esito, in_english), reason(riga, in_english));
        format!("{}\t{esito}\t{}\t{why}", riga.riga, riga.nome)
    }));
    let conti = &report.conti;
    lines.push(if in_english {
        format!(
            "{} rows: {} new, {} filled in, {} already there, {} without a record, {} refused",
            conti.righe, conti.nuovi, conti.completati, conti.doppioni, conti.vuote, conti.rifiutate
        )
    } else {
        format!(
            "{} righe: {} nuove, {} completate, {} già presenti, {} senza dati, {} rifiutate",
            conti.righe, conti.nuovi, conti.completati, conti.doppioni, conti.vuote, conti.rifiutate
        )
    });
    lines.join("\n")
}
