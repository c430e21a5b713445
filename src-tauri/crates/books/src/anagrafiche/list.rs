//! The list of a face.

use db::Sql;

use super::{SoggettoFilter, SoggettoRow, store};
use crate::{Error, list::Page};

/// One page of the list.
///
/// # Errors
/// The archive cannot be read; the cursor is not one.
pub fn list(sql: &impl Sql, filter: &SoggettoFilter) -> Result<Page<SoggettoRow>, Error> {
    store::list(sql, filter)
}
