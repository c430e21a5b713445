//! A list as it is shown: what serves every list alike, once one says which rows and which columns.

use db::{Id, Sql};
use jiff::civil::Date;
use money::Cents;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use crate::{
    Column, Error, Table,
    anagrafiche::{self, SoggettoFilter},
    azienda,
    conversioni::{self, ConversioneFilter},
    dates,
    documenti::{self, DocumentoFilter},
    list::{Lingua, Page, PageRequest, every},
    prodotti::{self, ProdottoFilter},
    scadenze::{self, IncassoFilter, PAGAMENTI, ScadenzaFilter, incassi},
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
    /// Instalments.
    Scadenze(ScadenzaFilter),
    /// Cashings.
    Incassi(IncassoFilter),
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
        Lista::Documenti(filter) => documenti::ids(sql, filter, today, &PAGAMENTI),
        Lista::Conversioni(filter) => conversioni::ids(sql, filter),
        Lista::Scadenze(filter) => scadenze::ids(sql, filter, today),
        Lista::Incassi(filter) => incassi::ids(sql, filter, today),
    }
}

/// All rows, for a spreadsheet.
///
/// # Errors
/// As [`ids`].
pub fn table(sql: &impl Sql, elenco: &Elenco, today: Date) -> Result<Table, Error> {
    match &elenco.lista {
        Lista::Anagrafiche(filter) => sheet(elenco, anagrafiche::COLUMNS, |page| {
            let filter = filter.clone();
            anagrafiche::list(sql, &SoggettoFilter { page, ..filter })
        }),
        Lista::Prodotti(filter) => sheet(elenco, prodotti::COLUMNS, |page| {
            let filter = filter.clone();
            prodotti::list(sql, &ProdottoFilter { page, ..filter })
        }),
        Lista::Documenti(filter) => sheet(elenco, documenti::COLUMNS, |page| {
            let filter = filter.clone();
            documenti::list(sql, &DocumentoFilter { page, ..filter }, today, &PAGAMENTI)
        }),
        Lista::Scadenze(filter) => sheet(elenco, scadenze::COLUMNS, |page| {
            let filter = filter.clone();
            scadenze::list(sql, &ScadenzaFilter { page, ..filter }, today)
        }),
        Lista::Incassi(filter) => sheet(elenco, scadenze::INCASSI_COLUMNS, |page| {
            let filter = filter.clone();
            incassi::list(sql, &IncassoFilter { page, ..filter }, today)
        }),
        Lista::Conversioni(filter) => sheet(elenco, conversioni::COLUMNS, |page| {
            let filter = filter.clone();
            conversioni::list(sql, &ConversioneFilter { page, ..filter })
        }),
    }
}

/// All pages under the columns that are shown.
fn sheet<R>(
    elenco: &Elenco,
    columns: &[Column<R>],
    page: impl Fn(PageRequest) -> Result<Page<R>, Error>,
) -> Result<Table, Error> {
    let rows = every(page)?;
    Ok(Table::of(columns, &elenco.colonne, &rows, elenco.lingua))
}

/// All rows on paper, across, with the days asked for above and the totals of the list under them. The same rows give the
/// same bytes on the same day.
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
    let mut under = vec![doc.author.clone(), pdf::format::date(lingua, today), count];
    under.extend(days(&elenco.lista, lingua, today)?);
    doc.blocks.push(pdf::Block::Small(under.join(" · ")));
    let mut sheet = table.on_paper(lingua);
    sheet.rows.extend(totals(sql, elenco, today)?);
    doc.blocks.push(pdf::Block::Table(sheet));
    pdf::render(&doc).map_err(|error| Error::refused("elenco_pdf").arg("detail", error))
}

/// The days that a list is limited to; nothing when it has them all.
fn days(lista: &Lista, lingua: pdf::Lingua, today: Date) -> Result<Option<String>, Error> {
    let (dal, al) = match lista {
        Lista::Documenti(filter) => (&filter.dal, &filter.al),
        Lista::Scadenze(filter) => (&filter.dal, &filter.al),
        Lista::Incassi(filter) => (&filter.dal, &filter.al),
        Lista::Anagrafiche(_) | Lista::Prodotti(_) | Lista::Conversioni(_) => return Ok(None),
    };
    let (from, to) = dates::bounds(dal, al, today)?;
    let there = |day: Option<Date>| day.map_or_else(|| "…".to_owned(), |day| pdf::format::date(lingua, day));
    Ok(from.or(to).map(|_| format!("{} – {}", there(from), there(to))))
}

/// The sums of a list under its columns; nothing when it has none, or none of these is shown.
fn totals(sql: &impl Sql, elenco: &Elenco, today: Date) -> Result<Option<pdf::Row>, Error> {
    let named = &elenco.colonne;
    let cells = match &elenco.lista {
        Lista::Anagrafiche(_) | Lista::Prodotti(_) | Lista::Conversioni(_) => Vec::new(),
        Lista::Documenti(filter) => {
            let sums = documenti::somme(sql, filter, today, &PAGAMENTI)?;
            under(documenti::COLUMNS, named, |column| match column {
                "imponibile" => Some(sums.imponibile),
                "imposta" => Some(sums.imposta),
                "totale" => Some(sums.totale),
                "netto" => Some(sums.netto_a_pagare),
                _ => None,
            })
        }
        Lista::Scadenze(filter) => {
            let sums = scadenze::somme(sql, filter, today)?;
            under(scadenze::COLUMNS, named, |column| match column {
                "importo" => Some(sums.importo),
                "incassato" => Some(sums.incassato),
                "residuo" => Some(sums.residuo),
                _ => None,
            })
        }
        Lista::Incassi(filter) => {
            let sums = incassi::somme(sql, filter, today)?;
            under(scadenze::INCASSI_COLUMNS, named, |column| {
                (column == "importo").then_some(sums.importo)
            })
        }
    };
    let row = cells
        .iter()
        .map(|cell| cell.map_or_else(pdf::Value::default, Into::into));
    Ok(cells
        .iter()
        .any(Option::is_some)
        .then(|| pdf::Row::new(row).strong()))
}

/// What stands under each of the columns named.
fn under<R>(
    columns: &[Column<R>],
    named: &[String],
    sum: impl Fn(&str) -> Option<Cents>,
) -> Vec<Option<Cents>> {
    let shown = Column::named(columns, named);
    shown.iter().map(|column| sum(column.id)).collect()
}
