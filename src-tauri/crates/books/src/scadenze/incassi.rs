//! The cashings and the sums under them.

mod store;

use db::{Id, Sql};
use jiff::civil::Date;

use super::{IncassoFilter, IncassoRow, IncassoSomme};
use crate::{Error, dates, list::Page};

pub(crate) use store::insert;
pub(super) use store::{delete, insert_half, of_documento, search_text};

/// One page of the cashings.
///
/// # Errors
/// A date of the filter or the cursor cannot be read; the archive cannot be read.
pub fn list(sql: &impl Sql, filter: &IncassoFilter, today: Date) -> Result<Page<IncassoRow>, Error> {
    let period = dates::period(&filter.dal, &filter.al, today)?;
    store::list(sql, filter, &period)
}

/// Sums over all cashings of the filter.
///
/// # Errors
/// As [`list()`].
pub fn somme(sql: &impl Sql, filter: &IncassoFilter, today: Date) -> Result<IncassoSomme, Error> {
    let period = dates::period(&filter.dal, &filter.al, today)?;
    store::somme(sql, filter, &period)
}

/// Ids of all cashings of the filter.
///
/// # Errors
/// As [`list()`].
pub fn ids(sql: &impl Sql, filter: &IncassoFilter, today: Date) -> Result<Vec<Id>, Error> {
    let period = dates::period(&filter.dal, &filter.al, today)?;
    store::ids(sql, filter, &period)
}

/// One cashing.
///
/// # Errors
/// It is not there; the archive cannot be read.
pub fn get(sql: &impl Sql, id: Id) -> Result<IncassoRow, Error> {
    store::get(sql, id)
}
