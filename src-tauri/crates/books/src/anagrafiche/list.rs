//! The list of a face.

use db::{Id, Sql};

use super::{SoggettoFilter, SoggettoRow, store};
use crate::{
    Error,
    list::{Page, Somme},
};

/// One page of the list.
///
/// # Errors
/// The archive cannot be read; the cursor is not one.
pub fn list(sql: &impl Sql, filter: &SoggettoFilter) -> Result<Page<SoggettoRow>, Error> {
    store::list(sql, filter)
}

/// How many rows the filter finds.
///
/// # Errors
/// The archive cannot be read.
pub fn somme(sql: &impl Sql, filter: &SoggettoFilter) -> Result<Somme, Error> {
    store::somme(sql, filter)
}

/// Ids of all rows of the filter.
///
/// # Errors
/// The archive cannot be read.
pub fn ids(sql: &impl Sql, filter: &SoggettoFilter) -> Result<Vec<Id>, Error> {
    store::ids(sql, filter)
}

/// Ids of subjects in whose name every word of `text` begins a word, in that order; by name.
///
/// # Errors
/// The archive cannot be read.
pub(crate) fn named(sql: &impl Sql, text: &str, limit: u32) -> Result<Vec<Id>, Error> {
    store::named(sql, text, limit)
}
