//! Two rows of the same subject made one.

use db::{Id, Tx};

use super::{SoggettoDraft, SoggettoView, save, store};
use crate::{Error, import_list::fill_empty};

/// Keeps `keep`, fills its empty fields from `drop`, gives it the faces of both, and bins `drop`. Issued documents
/// have the subject frozen inside and do not change.
///
/// # Errors
/// One of them does not exist, or both are the same.
pub(crate) fn merge_in(tx: &Tx<'_>, keep: Id, drop: Id) -> Result<SoggettoView, Error> {
    if keep == drop {
        return Err(Error::refused("merge_same"));
    }
    let today = tx.when().today;
    let kept = save::get(tx, keep, today)?.draft;
    let dropped = save::get(tx, drop, today)?.draft;
    store::set_cestinato(tx, drop, true)?;
    save::save_in(tx, filled(&kept, &dropped)?)
}

/// `kept` with its empty texts taken from `dropped`, and the faces of both.
pub(super) fn filled(kept: &SoggettoDraft, dropped: &SoggettoDraft) -> Result<SoggettoDraft, Error> {
    fill_empty(kept, dropped, &["cliente", "fornitore", "contatto"])
}
