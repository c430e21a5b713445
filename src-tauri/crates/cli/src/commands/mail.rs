//! Letters with issued documents, for the mail program. Nothing here sends.

use std::path::PathBuf;

use books::{
    Books, Error,
    documenti::{self, DocumentoFilter, Stato, Tipo},
    list::every,
    scadenze::PAGAMENTI,
    write_durably,
};
use clap::Args;
use db::Id;
use serde::Serialize;

use super::write_to;
use crate::{clock, output::Output};

/// Which documents, and where to.
#[derive(Args)]
pub(crate) struct MailArgs {
    /// The archive.
    archive: PathBuf,
    /// Numbers of issued documents, as printed; those of one customer go in one letter.
    #[arg(required = true)]
    numbers: Vec<String>,
    /// Folder for the letters (`.eml`); made when it is not there.
    #[arg(long)]
    to: PathBuf,
    /// Only documents of this kind, e.g. FATTURA.
    #[arg(long, value_parser = kind)]
    kind: Option<Tipo>,
    /// Only documents of this year.
    #[arg(long)]
    year: Option<i16>,
    /// Attach the XML too.
    #[arg(long)]
    xml: bool,
}

fn kind(word: &str) -> Result<Tipo, String> {
    let word = serde_json::Value::String(word.to_uppercase());
    serde_json::from_value(word).map_err(|error| error.to_string())
}

/// A letter that was written.
#[derive(Serialize)]
struct Row {
    file: String,
    cliente: String,
    /// Addresses; empty when the customer has none.
    a: String,
    documenti: Vec<Id>,
}

/// Writes the letters and notes them in the history of their documents.
pub(super) fn mail(args: &MailArgs, output: &Output) -> Result<bool, Error> {
    let books = write_to(&args.archive)?;
    let when = clock::now();
    let ids: Vec<Id> = args
        .numbers
        .iter()
        .map(|number| document(&books, args, number))
        .collect::<Result<_, _>>()?;
    let letters = books.read(|sql| documenti::letters(sql, &ids))?;
    std::fs::create_dir_all(&args.to)?;
    let mut rows = Vec::new();
    for letter in &letters {
        let (name, eml) = documenti::letter_file(&books, &when, letter, args.xml)?;
        let file = args.to.join(name);
        write_durably(&file, &eml)?;
        rows.push(Row {
            file: file.display().to_string(),
            cliente: letter.cliente.clone(),
            a: letter.a.clone(),
            documenti: letter.documenti.clone(),
        });
    }
    documenti::note_letters(&books, &when, &letters, args.xml)?;
    output.answer(&rows, |rows| {
        let lines = rows
            .iter()
            .map(|row| format!("{}: {} {}", row.file, row.cliente, row.a));
        lines
            .map(|line| line.trim_end().to_owned())
            .collect::<Vec<_>>()
            .join("\n")
    })?;
    Ok(true)
}

/// The one issued document of that number.
fn document(books: &Books, args: &MailArgs, number: &str) -> Result<Id, Error> {
    let rows = books.read(|sql| {
        every(|page| {
            let filter = DocumentoFilter {
                testo: number.to_owned(),
                tipi: args.kind.into_iter().collect(),
                anno: args.year,
                page,
                ..DocumentoFilter::default()
            };
            documenti::list(sql, &filter, clock::now().today, &PAGAMENTI)
        })
    })?;
    let mut found = rows
        .iter()
        .filter(|row| row.numero == number && row.stato != Stato::Bozza);
    match (found.next(), found.next()) {
        (Some(row), None) => Ok(row.id),
        (None, _) => Err(Error::refused("documenti_numero_ignoto").arg("value", number)),
        (Some(_), Some(_)) => Err(Error::refused("documenti_numero_doppio").arg("value", number)),
    }
}
