//! Numbering series, with what the areas above know of them.

use db::{Id, When};

use crate::{Books, Error, azienda, documenti, list::Saved};

/// Takes a series out of the list; one that documents use stays.
///
/// # Errors
/// `sezionale_in_uso` with the number of documents, drafts too; no such series; the archive cannot be written.
pub fn delete_sezionale(books: &Books, when: &When, id: Id) -> Result<Saved<()>, Error> {
    books.write("azienda.delete_sezionale", when, |tx| {
        let known = azienda::sezionali(tx)?;
        let series = known.into_iter().find(|series| series.id == Some(id));
        let codice = series.ok_or(Error::NotFound("azienda"))?.draft.codice;
        match documenti::count_of_series(tx, &codice)? {
            0 => azienda::delete_sezionale_in(tx, id),
            count => Err(Error::refused("sezionale_in_uso")
                .arg("sezionale", codice)
                .arg("numero", count)),
        }
    })
}
