//! The list and the sums under it.

mod store;

use db::{Id, Sql};
use jiff::civil::Date;

use super::{DocumentoFilter, DocumentoRow, DocumentoSomme, Pagamento};
use crate::{
    Error,
    dates::{self, Period},
    list::Page,
    store::Listing,
};

/// What the list asks of the area of the cashings, which stands below and hands it in: SQL over a row of `documenti`.
#[derive(Debug)]
pub struct Pagamenti {
    /// Two columns: the first day on which something is due that is not paid (ISO; empty when all is paid, NULL when
    /// nothing is due), and whether something was cashed.
    pub(crate) columns: &'static str,
    /// Leaves only the documents of which the word holds today.
    pub(crate) only: fn(&mut Listing, Pagamento, Date),
}

/// One page of the list.
///
/// # Errors
/// A date of the filter or the cursor cannot be read; the archive cannot be read.
pub fn list(
    sql: &impl Sql,
    filter: &DocumentoFilter,
    today: Date,
    pagamenti: &Pagamenti,
) -> Result<Page<DocumentoRow>, Error> {
    store::list(sql, asked(filter, today, pagamenti)?, &filter.page, today)
}

/// Sums over all rows of the filter.
///
/// # Errors
/// As [`list()`].
pub fn somme(
    sql: &impl Sql,
    filter: &DocumentoFilter,
    today: Date,
    pagamenti: &Pagamenti,
) -> Result<DocumentoSomme, Error> {
    store::somme(sql, &asked(filter, today, pagamenti)?)
}

/// Ids of all rows of the filter.
///
/// # Errors
/// As [`list()`].
pub fn ids(
    sql: &impl Sql,
    filter: &DocumentoFilter,
    today: Date,
    pagamenti: &Pagamenti,
) -> Result<Vec<Id>, Error> {
    asked(filter, today, pagamenti)?.ids(sql)
}

/// How SQLite would find a page.
#[cfg(test)]
pub(crate) fn plan(
    sql: &impl Sql,
    filter: &DocumentoFilter,
    today: Date,
    pagamenti: &Pagamenti,
) -> Result<String, Error> {
    asked(filter, today, pagamenti)?.plan(sql)
}

fn asked(filter: &DocumentoFilter, today: Date, pagamenti: &Pagamenti) -> Result<Listing, Error> {
    let mut listing = store::listing(filter, &period(filter, today)?, pagamenti.columns)?;
    if let Some(pagamento) = filter.pagamento {
        (pagamenti.only)(&mut listing, pagamento, today);
    }
    Ok(listing)
}

/// First and last day of the filter, ISO.
fn period(filter: &DocumentoFilter, today: Date) -> Result<Period, Error> {
    let (from, to) = dates::bounds(&filter.dal, &filter.al, today)?;
    let of_year = |month, day| filter.anno.and_then(|year| Date::new(year, month, day).ok());
    let from = from.max(of_year(1, 1));
    let to = match (to, of_year(12, 31)) {
        (Some(to), Some(end)) => Some(to.min(end)),
        (to, end) => to.or(end),
    };
    Ok((from.map(|day| day.to_string()), to.map(|day| day.to_string())))
}
