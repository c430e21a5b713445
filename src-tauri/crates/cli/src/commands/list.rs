//! Lists of an area and the search over all.

use std::path::{Path, PathBuf};

use books::{
    Cell, Error, Table,
    anagrafiche::{self, Faccia, SoggettoFilter, SoggettoRow},
    documenti::{self, DocumentoFilter, DocumentoRow},
    list::{Direction, Page, PageRequest},
    prodotti::{self, ProdottoFilter, ProdottoRow},
};
use clap::{Args, ValueEnum};
use serde::Serialize;

use super::read_from;
use crate::{clock, output::Output};

/// What can be listed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Lista {
    /// Customers.
    Clienti,
    /// Suppliers.
    Fornitori,
    /// Address book.
    Rubrica,
    /// Products and services.
    Prodotti,
    /// Documents.
    Documenti,
}

/// Arguments of `list`.
#[derive(Args)]
pub(crate) struct ListArgs {
    /// The archive.
    archive: PathBuf,
    /// What to list.
    area: Lista,
    /// Words, number or amount that a row must hold.
    #[arg(long, default_value = "")]
    filter: String,
    /// Write a CSV file instead.
    #[arg(long, conflicts_with = "xlsx")]
    csv: Option<PathBuf>,
    /// Write an XLSX file instead.
    #[arg(long)]
    xlsx: Option<PathBuf>,
}

/// Lists an area.
pub(super) fn list(args: &ListArgs, output: &Output) -> Result<bool, Error> {
    let reader = read_from(&args.archive)?;
    let testo = args.filter.clone();
    match args.area {
        Lista::Documenti => {
            let today = clock::now().today;
            let rows = all(|page| {
                documenti::list(
                    &reader,
                    &DocumentoFilter {
                        testo: testo.clone(),
                        page,
                        ..DocumentoFilter::default()
                    },
                    today,
                )
            })?;
            give(args, output, &rows, &documents(&rows)?)
        }
        Lista::Prodotti => {
            let rows = all(|page| {
                let filter = ProdottoFilter {
                    testo: testo.clone(),
                    page,
                    direction: Direction::Ascending,
                    ..ProdottoFilter::default()
                };
                prodotti::list(&reader, &filter)
            })?;
            give(args, output, &rows, &products(&rows))
        }
        Lista::Clienti | Lista::Fornitori | Lista::Rubrica => {
            let faccia = match args.area {
                Lista::Fornitori => Faccia::Fornitore,
                Lista::Rubrica => Faccia::Contatto,
                _ => Faccia::Cliente,
            };
            let rows = all(|page| {
                let filter = SoggettoFilter {
                    faccia,
                    testo: testo.clone(),
                    page,
                    direction: Direction::Ascending,
                    ..SoggettoFilter::default()
                };
                anagrafiche::list(&reader, &filter)
            })?;
            give(args, output, &rows, &subjects(&rows))
        }
    }
}

/// Every row, page after page.
fn all<T>(page: impl Fn(PageRequest) -> Result<Page<T>, Error>) -> Result<Vec<T>, Error> {
    let mut request = PageRequest {
        cursor: None,
        limit: 1_000,
    };
    let mut rows = Vec::new();
    loop {
        let found = page(request.clone())?;
        rows.extend(found.rows);
        match found.next {
            Some(next) => request.cursor = Some(next),
            None => return Ok(rows),
        }
    }
}

fn give<T: Serialize>(args: &ListArgs, output: &Output, rows: &Vec<T>, table: &Table) -> Result<bool, Error> {
    let (file, bytes) = match (&args.csv, &args.xlsx) {
        (Some(file), _) => (file, table.csv()?),
        (None, Some(file)) => (file, table.xlsx("Elenco")?),
        (None, None) => {
            output.answer(rows, |_| words(table))?;
            return Ok(true);
        }
    };
    std::fs::write(file, bytes)?;
    super::made(file, output)
}

/// One line a row, cells apart by tabs.
fn words(table: &Table) -> String {
    let line = |row: &Vec<Cell>| row.iter().map(shown).collect::<Vec<_>>().join("\t");
    table.rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The canonical word of an enum.
fn code<T: Serialize>(value: &T) -> Result<String, Error> {
    Ok(serde_json::to_value(value)?
        .as_str()
        .unwrap_or_default()
        .to_owned())
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Empty => String::new(),
    }
}

fn documents(rows: &[DocumentoRow]) -> Result<Table, Error> {
    Ok(Table {
        columns: vec![
            "numero",
            "data_documento",
            "tipo",
            "cliente",
            "imponibile",
            "imposta",
            "totale",
            "netto_a_pagare",
            "stato",
        ],
        rows: rows
            .iter()
            .map(|row| {
                Ok(vec![
                    Cell::from(row.numero.as_str()),
                    Cell::from(row.data_documento.as_str()),
                    Cell::from(code(&row.tipo)?.as_str()),
                    Cell::from(row.cliente.as_str()),
                    Cell::from(row.imponibile.decimal()),
                    Cell::from(row.imposta.decimal()),
                    Cell::from(row.totale.decimal()),
                    Cell::from(row.netto_a_pagare.decimal()),
                    Cell::from(code(&row.stato)?.as_str()),
                ])
            })
            .collect::<Result<_, Error>>()?,
    })
}

fn subjects(rows: &[SoggettoRow]) -> Table {
    Table {
        columns: vec![
            "codice",
            "nome",
            "partita_iva",
            "codice_fiscale",
            "comune",
            "provincia",
            "nazione",
            "email",
            "telefono",
        ],
        rows: rows
            .iter()
            .map(|row| {
                let cells = [
                    &row.codice,
                    &row.nome,
                    &row.partita_iva,
                    &row.codice_fiscale,
                    &row.comune,
                    &row.provincia,
                    &row.nazione,
                    &row.email,
                    &row.telefono,
                ];
                cells.map(|cell| Cell::from(cell.as_str())).to_vec()
            })
            .collect(),
    }
}

fn products(rows: &[ProdottoRow]) -> Table {
    Table {
        columns: vec![
            "codice",
            "descrizione",
            "unita_misura",
            "prezzo",
            "aliquota_iva",
            "natura",
            "categoria",
        ],
        rows: rows
            .iter()
            .map(|row| {
                vec![
                    Cell::from(row.codice.as_str()),
                    Cell::from(row.descrizione.as_str()),
                    Cell::from(row.unita_misura.as_str()),
                    Cell::from(row.prezzo.decimal()),
                    Cell::from(row.aliquota_iva.decimal()),
                    Cell::from(row.natura.as_str()),
                    Cell::from(row.categoria.as_str()),
                ]
            })
            .collect(),
    }
}

/// Finds records.
pub(super) fn search(archive: &Path, text: &str, output: &Output) -> Result<bool, Error> {
    let hits = books::search(&read_from(archive)?, text, 50)?;
    output.answer(&hits, |hits| {
        let lines = hits
            .iter()
            .map(|hit| format!("{}\t{}\t{}\t{}", hit.area, hit.id, hit.title, hit.note));
        lines.collect::<Vec<_>>().join("\n")
    })?;
    Ok(true)
}
