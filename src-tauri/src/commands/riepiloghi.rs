//! The business at a glance.

use books::riepiloghi::{self, Orologio, Panoramica, PanoramicaFilter, Sospesi};
use tauri::State;

use crate::{clock, failure::Failure, state::App};

/// The figures of a year and what is open today.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn riepiloghi_panoramica(
    app: State<'_, App>,
    filter: PanoramicaFilter,
) -> Result<Panoramica, Failure> {
    app.read(|reader| riepiloghi::panoramica(reader, &filter, clock::now().today))
}

/// What waits, and until when.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn riepiloghi_orologi(app: State<'_, App>) -> Result<Vec<Orologio>, Failure> {
    app.read(|reader| riepiloghi::orologi(reader, clock::now().today))
}

/// How many wait, for the numbers beside the places of the window.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn riepiloghi_sospesi(app: State<'_, App>) -> Result<Sospesi, Failure> {
    app.read(|reader| riepiloghi::sospesi(reader, clock::now().today))
}
