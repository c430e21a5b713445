//! Two subjects made one, with what the areas above know of them.

use db::{Id, When};

use crate::{
    Books, Error,
    anagrafiche::{self, SoggettoView},
    documenti,
    list::Saved,
};

/// Keeps `keep`, fills its empty fields from `drop`, gives it the faces and the drafts of both, and bins `drop`. Issued
/// documents have the subject frozen inside and do not change.
///
/// # Errors
/// One of them does not exist, or both are the same.
pub fn merge_soggetti(books: &Books, when: &When, keep: Id, drop: Id) -> Result<Saved<SoggettoView>, Error> {
    books.write("anagrafiche.merge", when, |tx| {
        let kept = anagrafiche::merge_in(tx, keep, drop)?;
        documenti::move_drafts(tx, drop, keep)?;
        Ok(kept)
    })
}
