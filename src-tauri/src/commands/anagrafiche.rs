//! Customers, suppliers and contacts.

use books::{
    ImportOptions, ImportReport,
    anagrafiche::{self, Faccia, SoggettoDraft, SoggettoFilter, SoggettoPreview, SoggettoRow, SoggettoView},
    list::{Page, Saved, Somme},
};
use db::Id;
use tauri::State;

use super::elenchi;
use crate::{clock, failure::Failure, state::App};

/// A page of a face.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn anagrafiche_list(
    app: State<'_, App>,
    filter: SoggettoFilter,
) -> Result<Page<SoggettoRow>, Failure> {
    app.read(|reader| anagrafiche::list(reader, &filter))
}

/// How many rows the filter finds.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn anagrafiche_somme(app: State<'_, App>, filter: SoggettoFilter) -> Result<Somme, Failure> {
    app.read(|reader| anagrafiche::somme(reader, &filter))
}

/// One subject.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn anagrafiche_get(app: State<'_, App>, id: Id) -> Result<SoggettoView, Failure> {
    app.read(|reader| anagrafiche::get(reader, id, clock::now().today))
}

/// What is wrong or doubtful, and who looks like the same one.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn anagrafiche_preview(
    app: State<'_, App>,
    draft: SoggettoDraft,
) -> Result<SoggettoPreview, Failure> {
    app.read(|reader| anagrafiche::preview(reader, &draft, clock::now().today))
}

/// Keeps a subject.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn anagrafiche_save(
    app: State<'_, App>,
    draft: SoggettoDraft,
) -> Result<Saved<SoggettoView>, Failure> {
    app.write(|books, when| anagrafiche::save(books, when, draft))
}

/// Puts a subject into the bin.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn anagrafiche_bin(app: State<'_, App>, id: Id) -> Result<Saved<()>, Failure> {
    app.write(|books, when| anagrafiche::bin(books, when, id))
}

/// Takes a subject out of the bin.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn anagrafiche_unbin(app: State<'_, App>, id: Id) -> Result<Saved<()>, Failure> {
    app.write(|books, when| anagrafiche::unbin(books, when, id))
}

/// Makes one subject of two.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn anagrafiche_merge(
    app: State<'_, App>,
    keep: Id,
    drop: Id,
) -> Result<Saved<SoggettoView>, Failure> {
    app.write(|books, when| books::merge_soggetti(books, when, keep, drop))
}

/// What importing the list behind the token would do.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn anagrafiche_import_preview(
    app: State<'_, App>,
    token: String,
    faccia: Faccia,
    options: ImportOptions,
) -> Result<ImportReport, Failure> {
    app.with(|books| {
        let sheet = elenchi::sheet(&app, &token)?;
        let report = anagrafiche::import_preview(books, &clock::now(), faccia, &sheet, &options)?;
        elenchi::kept(&app, &sheet, report)
    })
}

/// Imports a list of another program as one face: after a copy of the archive, as one write.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn anagrafiche_import(
    app: State<'_, App>,
    token: String,
    faccia: Faccia,
    options: ImportOptions,
) -> Result<Saved<ImportReport>, Failure> {
    app.backup_if_changed();
    let sheet = elenchi::sheet(&app, &token)?;
    let job = app.new_job();
    let saved = app.write(|books, when| {
        let saved = anagrafiche::import(books, when, faccia, &sheet, &options, &job)?;
        books.archive().optimize()?;
        Ok(saved)
    })?;
    Ok(Saved {
        value: elenchi::kept(&app, &sheet, saved.value)?,
        touched: saved.touched,
    })
}
