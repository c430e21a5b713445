//! What serves the list of every area alike: choosing all, a spreadsheet, paper.

use books::{
    elenco::{self, Elenco, Lista},
    periods::{self, PeriodoDays},
    write_durably,
};
use db::Id;
use serde::Deserialize;
use tauri::State;
use ts_rs::TS;

use crate::{clock, failure::Failure, opener, state::App};

/// Ids of all rows that a filter finds, in no order.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn elenco_ids(app: State<'_, App>, lista: Lista) -> Result<Vec<Id>, Failure> {
    app.read(|reader| elenco::ids(reader, &lista, clock::now().today))
}

/// The spans of the calendar that a filter can name, with their days as of today.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn elenco_periodi(_app: State<'_, App>) -> Result<Vec<PeriodoDays>, Failure> {
    Ok(periods::periods(clock::now().today))
}

/// What a list is saved as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Formato {
    /// Text for any spreadsheet.
    Csv,
    /// A workbook.
    Xlsx,
    /// Paper.
    Pdf,
}

/// Saves a list as it is shown to the file behind the token; answers where that is.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn elenco_save(
    app: State<'_, App>,
    elenco: Elenco,
    formato: Formato,
    token: String,
) -> Result<String, Failure> {
    let file = app.picked(&token)?;
    let today = clock::now().today;
    let bytes = app.read(|reader| match formato {
        Formato::Csv => elenco::table(reader, &elenco, today)?.csv(),
        Formato::Xlsx => elenco::table(reader, &elenco, today)?.xlsx("Elenco"),
        Formato::Pdf => elenco::to_pdf(reader, &elenco, today),
    })?;
    write_durably(&file, &bytes)?;
    Ok(file.display().to_string())
}

/// Opens a list as it is shown in the system's PDF reader, which prints it.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn elenco_print(app: State<'_, App>, elenco: Elenco) -> Result<(), Failure> {
    let bytes = app.read(|reader| elenco::to_pdf(reader, &elenco, clock::now().today))?;
    show_pdf(&app, "elenco.pdf", &bytes)
}

/// Opens a PDF in the system's reader, which prints it.
pub(super) fn show_pdf(app: &App, name: &str, bytes: &[u8]) -> Result<(), Failure> {
    let folder = app.data().join("stampe");
    std::fs::create_dir_all(&folder)?;
    let file = folder.join(name);
    write_durably(&file, bytes)?;
    opener::open(app, &file, Failure::new("viewer_missing"))
}
