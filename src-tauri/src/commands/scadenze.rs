//! The schedule: what is due, what was cashed of it.

use books::{
    list::{Page, Saved},
    scadenze::{
        self, IncassoDraft, IncassoFilter, IncassoRow, IncassoSomme, Saldo, ScadenzaFilter, ScadenzaRow,
        ScadenzaSomme, ScadenzaView, incassi,
    },
};
use db::Id;
use tauri::State;

use crate::{clock, failure::Failure, state::App};

/// A page of the schedule.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn scadenze_list(
    app: State<'_, App>,
    filter: ScadenzaFilter,
) -> Result<Page<ScadenzaRow>, Failure> {
    app.read(|reader| scadenze::list(reader, &filter, clock::now().today))
}

/// Totals of all instalments that the filter shows.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn scadenze_somme(app: State<'_, App>, filter: ScadenzaFilter) -> Result<ScadenzaSomme, Failure> {
    app.read(|reader| scadenze::somme(reader, &filter, clock::now().today))
}

/// The instalments of a document with their cashings.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn scadenze_documento(app: State<'_, App>, id: Id) -> Result<Vec<ScadenzaView>, Failure> {
    app.read(|reader| scadenze::of_documento(reader, id, clock::now().today))
}

/// A page of the cashings.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn scadenze_incassi(
    app: State<'_, App>,
    filter: IncassoFilter,
) -> Result<Page<IncassoRow>, Failure> {
    app.read(|reader| incassi::list(reader, &filter, clock::now().today))
}

/// Totals of all cashings that the filter shows.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn scadenze_incassi_somme(
    app: State<'_, App>,
    filter: IncassoFilter,
) -> Result<IncassoSomme, Failure> {
    app.read(|reader| incassi::somme(reader, &filter, clock::now().today))
}

/// One cashing.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn scadenze_incasso(app: State<'_, App>, id: Id) -> Result<IncassoRow, Failure> {
    app.read(|reader| incassi::get(reader, id))
}

/// Settles instalments in full, today.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn scadenze_salda(app: State<'_, App>, ids: Vec<Id>) -> Result<Saved<Saldo>, Failure> {
    app.write(|books, when| scadenze::salda(books, when, &ids))
}

/// Writes down a cashing of a part, of another day, or with a note.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn scadenze_incassa(app: State<'_, App>, draft: IncassoDraft) -> Result<Saved<()>, Failure> {
    app.write(|books, when| scadenze::incassa(books, when, &draft))
}

/// Takes the last cashing of an instalment back.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn scadenze_riapri(app: State<'_, App>, id: Id) -> Result<Saved<()>, Failure> {
    app.write(|books, when| scadenze::riapri(books, when, id))
}

/// Takes a cashing back.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn scadenze_togli(app: State<'_, App>, id: Id) -> Result<Saved<()>, Failure> {
    app.write(|books, when| scadenze::togli(books, when, id))
}
