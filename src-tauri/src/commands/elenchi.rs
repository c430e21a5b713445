//! Code lists with their words, the history of a record, the bin, lists of other programs, the progress of long work.

use books::{
    CestinoRow, ImportReport, Sheet, StoriaRow,
    list::{Lingua, Saved, Voce},
};
use db::Id;
use serde::Serialize;
use tauri::State;
use ts_rs::TS;

use crate::{
    clock,
    failure::Failure,
    state::{App, guarded},
};

/// The codes of an official list that are in force today.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn codici(_app: State<'_, App>, lista: String) -> Result<Vec<Voce>, Failure> {
    books::codici(&lista, clock::now().today).ok_or_else(|| Failure::new("list_unknown").arg("name", lista))
}

/// The writes that changed a record, newest first, with what each changed.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn storia(app: State<'_, App>, area: String, id: Id) -> Result<Vec<StoriaRow>, Failure> {
    app.read(|reader| books::history(reader, &area, id))
}

/// Brings a record back to how a write left it.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn storia_ripristina(
    app: State<'_, App>,
    area: String,
    id: Id,
    tx: Id,
) -> Result<Saved<()>, Failure> {
    app.write(|books, when| books::restore_state(books, when, &area, id, tx))
}

/// Everything in the bin, the newest first.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn cestino_list(app: State<'_, App>) -> Result<Vec<CestinoRow>, Failure> {
    app.read(books::bin)
}

/// Takes a record out of the bin.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn cestino_riprendi(app: State<'_, App>, area: String, id: Id) -> Result<Saved<()>, Failure> {
    app.write(|books, when| books::unbin(books, when, &area, id))
}

/// How far long work has come.
#[derive(Debug, Clone, Serialize, TS)]
pub(crate) struct Avanzamento {
    /// Steps done.
    done: u32,
    /// Steps in all; 0 while they are counted.
    total: u32,
}

/// How far the long work that runs has come.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn job_progress(app: State<'_, App>) -> Result<Avanzamento, Failure> {
    let (done, total) = app.job().state();
    Ok(Avanzamento { done, total })
}

/// Stops the long work that runs at its next step.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn job_cancel(app: State<'_, App>) -> Result<(), Failure> {
    app.job().cancel();
    Ok(())
}

/// Writes the report of the last long work to the file behind the token.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn report_save(app: State<'_, App>, token: String) -> Result<(), Failure> {
    guarded(|| Ok(books::write_durably(&app.picked(&token)?, &app.report())?))
}

/// The table in the file behind a token.
pub(super) fn sheet(app: &App, token: &str) -> Result<Sheet, Failure> {
    Ok(Sheet::read(&std::fs::read(app.picked(token)?)?)?)
}

/// What a page shows of a report, whose file is kept to be saved.
pub(super) fn kept(app: &App, sheet: &Sheet, report: ImportReport) -> Result<ImportReport, Failure> {
    let in_english = app.settings().preferenze.lingua == Lingua::En;
    app.keep_report(books::import_csv(sheet, &report, in_english)?);
    Ok(report.worth_reading())
}
