//! A list as it is shown: what serves every list alike, once one says which rows and which columns.

use db::{Id, Sql};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use crate::{
    Column, Error, Table,
    anagrafiche::{self, SoggettoFilter},
    azienda,
    conversioni::{self, ConversioneFilter},
    documenti::{self, DocumentoFilter, DocumentoRow},
    list::{Lingua, every},
    prodotti::{self, ProdottoFilter},
};

/// A list with its filter and order; its page counts for nothing.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(tag = "area", content = "filter", rename_all = "snake_case")]
pub enum Lista {
    /// Customers, suppliers or contacts.
    Anagrafiche(SoggettoFilter),
    /// Products and services.
    Prodotti(ProdottoFilter),
    /// Documents.
    Documenti(DocumentoFilter),
    /// Files opened to be read.
    Conversioni(ConversioneFilter),
}

/// What of a list goes to a file or to paper.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Elenco {
    /// Which rows, in which order.
    pub lista: Lista,
    /// Columns by name, from left to right; none means all.
    pub colonne: Vec<String>,
    /// Over the rows.
    pub titolo: String,
    /// Of heads and words.
    pub lingua: Lingua,
}

/// Ids of all rows.
///
/// # Errors
/// A date of the filter cannot be read; the archive cannot be read.
pub fn ids(sql: &impl Sql, lista: &Lista, today: Date) -> Result<Vec<Id>, Error> {
    match lista {
        Lista::Anagrafiche(filter) => anagrafiche::ids(sql, filter),
        Lista::Prodotti(filter) => prodotti::ids(sql, filter),
        Lista::Documenti(filter) => documenti::ids(sql, filter, today),
        Lista::Conversioni(filter) => conversioni::ids(sql, filter),
    }
}

/// All rows, for a spreadsheet.
///
/// # Errors
/// As [`ids`].
pub fn table(sql: &impl Sql, elenco: &Elenco, today: Date) -> Result<Table, Error> {
    let Elenco { colonne, lingua, .. } = elenco;
    Ok(match &elenco.lista {
        Lista::Anagrafiche(filter) => {
            let rows = every(|page| {
                let filter = SoggettoFilter {
                    page,
                    ..filter.clone()
                };
                anagrafiche::list(sql, &filter)
            })?;
            Table::of(anagrafiche::COLUMNS, colonne, &rows, *lingua)
        }
        Lista::Prodotti(filter) => {
            let rows = every(|page| {
                let filter = ProdottoFilter {
                    page,
                    ..filter.clone()
                };
                prodotti::list(sql, &filter)
            })?;
            Table::of(prodotti::COLUMNS, colonne, &rows, *lingua)
        }
        Lista::Documenti(filter) => {
            let rows = every(|page| {
                let filter = DocumentoFilter {
                    page,
                    ..filter.clone()
                };
                documenti::list(sql, &filter, today)
            })?;
            Table::of(documenti::COLUMNS, colonne, &rows, *lingua)
        }
        Lista::Conversioni(filter) => {
            let rows = every(|page| {
                let filter = ConversioneFilter {
                    page,
                    ..filter.clone()
                };
                conversioni::list(sql, &filter)
            })?;
            Table::of(conversioni::COLUMNS, colonne, &rows, *lingua)
        }
    })
}

/// All rows on paper, across, with the totals of the list under them. The same rows give the same bytes on the same day.
///
/// # Errors
/// As [`ids`]; a text is too long for a page.
pub fn to_pdf(sql: &impl Sql, elenco: &Elenco, today: Date) -> Result<Vec<u8>, Error> {
    let table = table(sql, elenco, today)?;
    let lingua = elenco.lingua.into();
    let id_hash = Sha256::digest(table.csv()?).into();
    let mut doc = pdf::Doc::new(lingua, elenco.titolo.clone(), id_hash, today);
    doc.orientation = pdf::Orientation::Landscape;
    doc.author = azienda::get(sql, today)?.map_or_else(String::new, |azienda| azienda.nome_completo);
    let count = match elenco.lingua {
        Lingua::It => format!("{} righe", table.rows.len()),
        Lingua::En => format!("{} rows", table.rows.len()),
    };
    doc.blocks.push(pdf::Block::Heading(elenco.titolo.clone()));
    doc.blocks.push(pdf::Block::Small(format!(
        "{} · {} · {count}",
        doc.author,
        pdf::format::date(lingua, today)
    )));
    let mut sheet = table.on_paper(lingua);
    sheet.rows.extend(totals(sql, elenco, today)?);
    doc.blocks.push(pdf::Block::Table(sheet));
    pdf::render(&doc).map_err(|error| Error::refused("elenco_pdf").arg("detail", error))
}

/// The sums of a list of documents under their columns; nothing when none of these is shown.
fn totals(sql: &impl Sql, elenco: &Elenco, today: Date) -> Result<Option<pdf::Row>, Error> {
    let Lista::Documenti(filter) = &elenco.lista else {
        return Ok(None);
    };
    let sums = documenti::somme(sql, filter, today)?;
    let sum = |column: &&Column<DocumentoRow>| match column.id {
        "imponibile" => Some(sums.imponibile),
        "imposta" => Some(sums.imposta),
        "totale" => Some(sums.totale),
        "netto" => Some(sums.netto_a_pagare),
        _ => None,
    };
    let cells: Vec<_> = Column::named(documenti::COLUMNS, &elenco.colonne)
        .iter()
        .map(sum)
        .collect();
    let row = cells
        .iter()
        .map(|cell| cell.map_or_else(pdf::Value::default, Into::into));
    Ok(cells
        .iter()
        .any(Option::is_some)
        .then(|| pdf::Row::new(row).strong()))
}
