//! Reading, previewing, keeping and binning a subject.

use db::{Id, Sql, Tx, When};
use jiff::civil::Date;

use super::{SoggettoDraft, SoggettoPreview, SoggettoView, parse::Read, store};
use crate::{Books, Error, list::Saved, refuses};

/// One subject.
///
/// # Errors
/// No such subject.
pub fn get(sql: &impl Sql, id: Id, today: Date) -> Result<SoggettoView, Error> {
    let view = stored(sql, id)?;
    Ok(SoggettoView {
        problems: Read::of(&view.draft, today).fields.problems,
        ..view
    })
}

/// One subject without its doubts, for documents that find their own.
///
/// # Errors
/// No such subject.
pub fn stored(sql: &impl Sql, id: Id) -> Result<SoggettoView, Error> {
    store::get(sql, id)?.ok_or(Error::NotFound("anagrafiche"))
}

/// Everything wrong or doubtful in the form, and the subjects that look like the same one.
///
/// # Errors
/// The archive cannot be read.
pub fn preview(sql: &impl Sql, draft: &SoggettoDraft, today: Date) -> Result<SoggettoPreview, Error> {
    let read = Read::of(draft, today);
    Ok(SoggettoPreview {
        simili: store::find_same(sql, &store::Columns::of(draft, &read), draft.id)?,
        codice_destinatario: read
            .codice_destinatario
            .map(|code| code.to_string())
            .unwrap_or_default(),
        problems: read.fields.problems,
    })
}

/// Keeps a subject. What only an invoice needs may be missing.
///
/// # Errors
/// A name is missing or something typed cannot be read: every problem at its field.
pub fn save(books: &Books, when: &When, draft: SoggettoDraft) -> Result<Saved<SoggettoView>, Error> {
    books.write("anagrafiche.save", when, |tx| save_in(tx, draft))
}

/// As [`save`], inside a write of another verb.
///
/// # Errors
/// As [`save`].
pub fn save_in(tx: &Tx<'_>, draft: SoggettoDraft) -> Result<SoggettoView, Error> {
    let today = tx.when().today;
    let read = Read::of(&draft, today);
    if refuses(&read.fields.problems) {
        return Err(Error::Invalid(read.fields.problems));
    }
    if let Some(id) = draft.id {
        store::get(tx, id)?.ok_or(Error::NotFound("anagrafiche"))?;
    }
    let has_face = draft.cliente || draft.fornitore || draft.contatto;
    let draft = SoggettoDraft {
        cliente: draft.cliente || !has_face,
        ..draft
    };
    let id = store::put(tx, &draft, &store::Columns::of(&draft, &read))?;
    get(tx, id, today)
}

/// The subject with the same partita IVA, codice fiscale or, when it has neither, name; kept as new when there is none.
///
/// # Errors
/// As [`save`].
pub(crate) fn ensure(tx: &Tx<'_>, draft: SoggettoDraft) -> Result<Id, Error> {
    let same = preview(tx, &draft, tx.when().today)?.simili;
    let is_same = |row: &&super::SoggettoRow| {
        let number = draft.partita_iva.trim();
        (number.is_empty() && draft.codice_fiscale.trim().is_empty())
            || (!row.partita_iva.is_empty() && number.ends_with(&row.partita_iva))
            || (!row.codice_fiscale.is_empty()
                && draft
                    .codice_fiscale
                    .trim()
                    .eq_ignore_ascii_case(&row.codice_fiscale))
    };
    match same.iter().find(is_same) {
        Some(row) => Ok(row.id),
        None => Ok(save_in(tx, draft)?.id),
    }
}

/// Puts a subject into the bin; documents keep it.
///
/// # Errors
/// No such subject.
pub fn bin(books: &Books, when: &When, id: Id) -> Result<Saved<()>, Error> {
    books.write("anagrafiche.bin", when, |tx| store::set_cestinato(tx, id, true))
}

/// What is in the bin, by name.
///
/// # Errors
/// The archive cannot be read.
pub(crate) fn binned(sql: &impl Sql) -> Result<Vec<(Id, String)>, Error> {
    store::binned(sql)
}

/// Takes a subject out of the bin.
///
/// # Errors
/// No such subject.
pub fn unbin(books: &Books, when: &When, id: Id) -> Result<Saved<()>, Error> {
    books.write("anagrafiche.unbin", when, |tx| {
        store::set_cestinato(tx, id, false)
    })
}
