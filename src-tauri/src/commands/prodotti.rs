//! Products and services.

use books::{
    ImportOptions, ImportReport,
    list::{Page, Saved, Somme},
    prodotti::{self, ProdottoDraft, ProdottoFilter, ProdottoPreview, ProdottoRow, ProdottoView},
};
use db::Id;
use tauri::State;

use super::elenchi;
use crate::{clock, failure::Failure, state::App};

/// A page of the list.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn prodotti_list(
    app: State<'_, App>,
    filter: ProdottoFilter,
) -> Result<Page<ProdottoRow>, Failure> {
    app.read(|reader| prodotti::list(reader, &filter))
}

/// How many rows the filter finds.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn prodotti_somme(app: State<'_, App>, filter: ProdottoFilter) -> Result<Somme, Failure> {
    app.read(|reader| prodotti::somme(reader, &filter))
}

/// One product.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn prodotti_get(app: State<'_, App>, id: Id) -> Result<ProdottoView, Failure> {
    app.read(|reader| prodotti::get(reader, id))
}

/// What is wrong or doubtful, and the price both ways.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn prodotti_preview(
    app: State<'_, App>,
    draft: ProdottoDraft,
) -> Result<ProdottoPreview, Failure> {
    app.read(|reader| prodotti::preview(reader, &draft, clock::now().today))
}

/// Keeps a product.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn prodotti_save(
    app: State<'_, App>,
    draft: ProdottoDraft,
) -> Result<Saved<ProdottoView>, Failure> {
    app.write(|books, when| prodotti::save(books, when, draft))
}

/// Puts a product into the bin.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn prodotti_bin(app: State<'_, App>, id: Id) -> Result<Saved<()>, Failure> {
    app.write(|books, when| prodotti::bin(books, when, id))
}

/// Takes a product out of the bin.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn prodotti_unbin(app: State<'_, App>, id: Id) -> Result<Saved<()>, Failure> {
    app.write(|books, when| prodotti::unbin(books, when, id))
}

/// The categories in use.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn prodotti_categorie(app: State<'_, App>) -> Result<Vec<String>, Failure> {
    app.read(prodotti::categorie)
}

/// What importing the list behind the token would do.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn prodotti_import_preview(
    app: State<'_, App>,
    token: String,
    options: ImportOptions,
) -> Result<ImportReport, Failure> {
    app.with(|books| {
        let sheet = elenchi::sheet(&app, &token)?;
        let report = prodotti::import_preview(books, &clock::now(), &sheet, &options)?;
        elenchi::kept(&app, &sheet, report)
    })
}

/// Imports a list of another program: after a copy of the archive, as one write.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn prodotti_import(
    app: State<'_, App>,
    token: String,
    options: ImportOptions,
) -> Result<Saved<ImportReport>, Failure> {
    app.backup_if_changed();
    let sheet = elenchi::sheet(&app, &token)?;
    let job = app.new_job();
    let saved = app.write(|books, when| {
        let saved = prodotti::import(books, when, &sheet, &options, &job)?;
        books.archive().optimize()?;
        Ok(saved)
    })?;
    Ok(Saved {
        value: elenchi::kept(&app, &sheet, saved.value)?,
        touched: saved.touched,
    })
}
