//! Reading and keeping the company.

use db::{Id, Sql, When};
use jiff::civil::Date;

use super::{AziendaDraft, AziendaView, parse::Azienda, store};
use crate::{Books, Error, Problem, list::Saved};

/// The company with its doubts; none in an archive that was just made.
///
/// # Errors
/// The archive cannot be read.
pub fn get(sql: &impl Sql, today: Date) -> Result<Option<AziendaView>, Error> {
    Ok(store::get(sql)?.map(|view| AziendaView {
        problems: preview(&view.draft, today),
        ..view
    }))
}

/// The company without its doubts, for documents that find their own.
///
/// # Errors
/// The archive cannot be read.
pub fn stored(sql: &impl Sql) -> Result<Option<AziendaView>, Error> {
    store::get(sql)
}

/// Everything missing or doubtful in the form.
#[must_use]
pub fn preview(draft: &AziendaDraft, today: Date) -> Vec<Problem> {
    Azienda::read(draft, today).1.problems
}

/// Keeps the form as typed, however incomplete.
///
/// # Errors
/// The archive cannot be written.
pub fn save(books: &Books, when: &When, draft: AziendaDraft) -> Result<Saved<AziendaView>, Error> {
    books.write("azienda.save", when, |tx| {
        store::put(tx, &draft, &shown_name(&draft))?;
        get(tx, when.today)?.ok_or(Error::NotFound("azienda"))
    })
}

/// Sets or removes the logo, a file of `allegati`.
///
/// # Errors
/// There is no company yet, or the archive cannot be written.
pub(super) fn set_logo(books: &Books, when: &When, logo: Option<Id>) -> Result<Saved<AziendaView>, Error> {
    books.write("azienda.set_logo", when, |tx| {
        let view = store::get(tx)?.ok_or(Error::NotFound("azienda"))?;
        store::put(tx, &AziendaDraft { logo, ..view.draft }, &view.nome_completo)?;
        get(tx, when.today)?.ok_or(Error::NotFound("azienda"))
    })
}

/// The name as far as it was typed.
pub(super) fn shown_name(draft: &AziendaDraft) -> String {
    let name = draft.denominazione.trim();
    if name.is_empty() {
        format!("{} {}", draft.nome.trim(), draft.cognome.trim())
            .trim()
            .to_owned()
    } else {
        name.to_owned()
    }
}
