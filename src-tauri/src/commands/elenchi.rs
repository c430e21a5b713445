//! Code lists with their words, and the history of a row.

use books::list::Voce;
use db::Id;
use serde::Serialize;
use tauri::State;
use ts_rs::TS;

use crate::{clock, failure::Failure, state::App};

/// One write that changed a row.
#[derive(Debug, Clone, Serialize, TS)]
pub(crate) struct StoriaRow {
    /// When, UTC, ISO.
    at: String,
    /// Who.
    actor: String,
    /// What was being done (`area.verb`).
    verb: String,
}

/// The codes of an official list that are in force today.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn codici(_app: State<'_, App>, lista: String) -> Result<Vec<Voce>, Failure> {
    books::codici(&lista, clock::now().today).ok_or_else(|| Failure::new("list_unknown").arg("name", lista))
}

/// The writes that changed a row, newest first.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn storia(app: State<'_, App>, area: String, id: Id) -> Result<Vec<StoriaRow>, Failure> {
    app.read(|reader| {
        let table = books::areas::main_table(&area).ok_or(books::Error::NotFound("areas"))?;
        let entries = db::history(reader, table, id)?;
        Ok(entries
            .into_iter()
            .map(|entry| StoriaRow {
                at: entry.at.to_string(),
                actor: entry.actor,
                verb: entry.verb,
            })
            .collect())
    })
}
