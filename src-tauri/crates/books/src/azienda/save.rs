//! Reading and keeping the company.

use db::{Sql, When};
use jiff::civil::Date;

use super::{AziendaDraft, AziendaView, parse::Azienda, store};
use crate::{Books, Error, Problem, list::Saved};

/// The company; none in an archive that was just made.
///
/// # Errors
/// The archive cannot be read.
pub fn get(sql: &impl Sql) -> Result<Option<AziendaView>, Error> {
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
        store::get(tx)?
            .map(|view| with_problems(view, when.today))
            .ok_or(Error::NotFound("azienda"))
    })
}

fn with_problems(view: AziendaView, today: Date) -> AziendaView {
    AziendaView {
        problems: preview(&view.draft, today),
        ..view
    }
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
