//! The list and the sums under it.

mod store;

use db::{Id, Sql};
use jiff::civil::Date;

use super::{DocumentoFilter, DocumentoRow, DocumentoSomme};
use crate::{
    Error,
    dates::{self, Period},
    list::Page,
};

/// One page of the list.
///
/// # Errors
/// A date of the filter or the cursor cannot be read; the archive cannot be read.
pub fn list(sql: &impl Sql, filter: &DocumentoFilter, today: Date) -> Result<Page<DocumentoRow>, Error> {
    store::list(sql, filter, &period(filter, today)?)
}

/// Sums over all rows of the filter.
///
/// # Errors
/// As [`list()`].
pub fn somme(sql: &impl Sql, filter: &DocumentoFilter, today: Date) -> Result<DocumentoSomme, Error> {
    store::somme(sql, filter, &period(filter, today)?)
}

/// Ids of all rows of the filter.
///
/// # Errors
/// As [`list()`].
pub fn ids(sql: &impl Sql, filter: &DocumentoFilter, today: Date) -> Result<Vec<Id>, Error> {
    store::ids(sql, filter, &period(filter, today)?)
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
