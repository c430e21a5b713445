//! A list of customers, suppliers or contacts from another program. Every row has one outcome; all of them are one
//! write, taken back by one undo.

mod leggi;

use db::{Id, Tx, When};

use super::{
    Faccia, Natura, SoggettoDraft, SoggettoRow,
    merge::filled,
    parse::Read,
    store::{self, Columns},
};
use crate::{
    Books, Doppioni, Error, Esito, Illeggibili, ImportOptions, ImportReport, ImportRow, Problem, Progress,
    Severity, Sheet,
    import_columns::{Mapped, campi},
    import_list::put_aside,
    list::Saved,
    sheet::SheetRow,
};
use leggi::draft_of;

/// Imports the rows of a sheet as `faccia`.
///
/// # Errors
/// `annullato` when it was stopped: then nothing changed. The archive cannot be written.
pub fn import(
    books: &Books,
    when: &When,
    faccia: Faccia,
    sheet: &Sheet,
    options: &ImportOptions,
    progress: &Progress,
) -> Result<Saved<ImportReport>, Error> {
    books.write("anagrafiche.import", when, |tx| {
        import_in(tx, faccia, sheet, options, progress)
    })
}

/// What [`import`] would do now; nothing is kept.
///
/// # Errors
/// As [`import`].
pub fn import_preview(
    books: &Books,
    when: &When,
    faccia: Faccia,
    sheet: &Sheet,
    options: &ImportOptions,
) -> Result<ImportReport, Error> {
    books.rehearse(when, |tx| {
        import_in(tx, faccia, sheet, options, &Progress::default())
    })
}

fn import_in(
    tx: &Tx<'_>,
    faccia: Faccia,
    sheet: &Sheet,
    options: &ImportOptions,
    progress: &Progress,
) -> Result<ImportReport, Error> {
    let mapped = Mapped::of(sheet, campi("anagrafiche"), options);
    progress.start(mapped.rows().len());
    let import = Import {
        tx,
        faccia,
        options,
        mapped: &mapped,
    };
    let mut righe = Vec::with_capacity(mapped.rows().len());
    for row in mapped.rows() {
        progress.step()?;
        righe.push(import.row(row)?);
    }
    Ok(mapped.report(sheet, campi("anagrafiche"), righe))
}

struct Import<'a> {
    tx: &'a Tx<'a>,
    faccia: Faccia,
    options: &'a ImportOptions,
    mapped: &'a Mapped<'a>,
}

impl Import<'_> {
    fn row(&self, row: &SheetRow) -> Result<ImportRow, Error> {
        let mut outcome = ImportRow::empty(row.riga);
        let values = self.mapped.values(row);
        if values.is_empty() {
            return Ok(outcome);
        }
        let mut draft = draft_of(&values, self.faccia);
        let today = self.tx.when().today;
        let mut read = Read::of(&draft, today);
        outcome.problems = refusals(&read);
        if !outcome.problems.is_empty() && self.options.illeggibili == Illeggibili::Note {
            draft = put_aside(&draft, self.mapped, &mut outcome.problems)?;
            read = Read::of(&draft, today);
            let left = refusals(&read);
            if !left.is_empty() {
                outcome.problems = left;
            }
        }
        let columns = Columns::of(&draft, &read);
        outcome.nome = columns.nome().to_owned();
        if crate::refuses(&read.fields.problems) {
            outcome.esito = Esito::Rifiutata;
            return Ok(outcome);
        }
        self.keep(&draft, &columns, &mut outcome)?;
        Ok(outcome)
    }

    fn keep(&self, draft: &SoggettoDraft, columns: &Columns, outcome: &mut ImportRow) -> Result<(), Error> {
        let found = store::find_same(self.tx, columns, None)?;
        let same = same(&found, draft, columns);
        if let Some((row, field)) = same {
            field.clone_into(&mut outcome.uguale_per);
            outcome.uguale_a.clone_from(&row.nome);
        }
        match same {
            Some((row, _)) if self.options.doppioni != Doppioni::Nuovo => {
                self.complete(row.id, draft, outcome)
            }
            _ => {
                store::put(self.tx, draft, columns)?;
                outcome.esito = Esito::Nuovo;
                Ok(())
            }
        }
    }

    /// Fills what is empty in a record that is there; at least it gets the face of this list.
    fn complete(&self, id: Id, draft: &SoggettoDraft, outcome: &mut ImportRow) -> Result<(), Error> {
        let stored = super::stored(self.tx, id)?.draft;
        let merged = if self.options.doppioni == Doppioni::Completa {
            filled(&stored, draft)?
        } else {
            SoggettoDraft {
                cliente: stored.cliente || draft.cliente,
                fornitore: stored.fornitore || draft.fornitore,
                contatto: stored.contatto || draft.contatto,
                ..stored.clone()
            }
        };
        let read = Read::of(&merged, self.tx.when().today);
        // Fields that do not go together (a code of six characters at a company) are not mixed.
        if merged == stored || crate::refuses(&read.fields.problems) {
            outcome.esito = Esito::Doppione;
            return Ok(());
        }
        store::put(self.tx, &merged, &Columns::of(&merged, &read))?;
        outcome.esito = Esito::Completato;
        Ok(())
    }
}

fn refusals(read: &Read) -> Vec<Problem> {
    let problems = read.fields.problems.iter();
    problems
        .filter(|problem| problem.severity == Severity::Error)
        .cloned()
        .collect()
}

/// The record that is the same, and by what: partita IVA, codice fiscale, else a name without another number.
fn same<'a>(
    found: &'a [SoggettoRow],
    draft: &SoggettoDraft,
    columns: &Columns,
) -> Option<(&'a SoggettoRow, &'static str)> {
    let (number, code) = columns.identifiers();
    let differs = |one: &str, other: &str| !one.is_empty() && !other.is_empty() && one != other;
    let by = |field: &'static str, is_same: &dyn Fn(&SoggettoRow) -> bool| {
        // The offices of one public body share its numbers.
        let is_other_office = |row: &SoggettoRow| {
            draft.natura == Natura::Pa && row.natura == Natura::Pa && row.nome != columns.nome()
        };
        let row = found.iter().find(|row| is_same(row) && !is_other_office(row))?;
        Some((row, field))
    };
    by("partita_iva", &|row| {
        !number.is_empty() && row.partita_iva == number
    })
    .or_else(|| {
        by("codice_fiscale", &|row| {
            !code.is_empty() && row.codice_fiscale == code
        })
    })
    .or_else(|| {
        by("nome", &|row| {
            !differs(&row.partita_iva, number) && !differs(&row.codice_fiscale, code)
        })
    })
}
