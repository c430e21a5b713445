//! Files of invoices opened to be read.

use books::{
    conversioni::{self, Aperti, ConversioneFilter, ConversioneRow, ConversioneView},
    efatture::SalvataggioReport,
    list::{Lingua, Page, Saved, Somme},
};
use db::Id;
use tauri::State;

use super::{Bytes, elenco::show_pdf};
use crate::{clock, failure::Failure, state::App};

/// One page of the list.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn conversioni_list(
    app: State<'_, App>,
    filter: ConversioneFilter,
) -> Result<Page<ConversioneRow>, Failure> {
    app.read(|reader| conversioni::list(reader, &filter))
}

/// How many rows the filter finds.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn conversioni_somme(app: State<'_, App>, filter: ConversioneFilter) -> Result<Somme, Failure> {
    app.read(|reader| conversioni::somme(reader, &filter))
}

/// One document with what SDI would say of it.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn conversioni_get(
    app: State<'_, App>,
    id: Id,
    in_inglese: bool,
) -> Result<ConversioneView, Failure> {
    let lingua = if in_inglese { Lingua::En } else { Lingua::It };
    app.with(|books| Ok(conversioni::get(books, id, lingua, &clock::now())?))
}

/// Opens the files and folders behind tokens.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn conversioni_open(
    app: State<'_, App>,
    tokens: Vec<String>,
    keep: bool,
) -> Result<Saved<Aperti>, Failure> {
    let paths = app.all_picked(&tokens)?;
    let job = app.new_job();
    app.write(|books, when| conversioni::open(books, when, &paths, keep, &job))
}

/// A page of the PDF as a picture.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn conversioni_pdf_preview(
    app: State<'_, App>,
    id: Id,
    page: u32,
    width: u32,
) -> Result<Bytes, Failure> {
    let lingua = app.settings().preferenze.lingua;
    app.with(|books| {
        let png = conversioni::pdf_page(books, id, lingua, (page, width), &clock::now())?;
        Ok(Bytes(png))
    })
}

/// How many pages the PDF has.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn conversioni_pdf_pages(app: State<'_, App>, id: Id) -> Result<u32, Failure> {
    let lingua = app.settings().preferenze.lingua;
    app.with(|books| Ok(conversioni::pdf_pages(books, id, lingua, &clock::now())?))
}

/// Saves the PDF of documents into the folder behind the token.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn conversioni_pdf_save(
    app: State<'_, App>,
    ids: Vec<Id>,
    token: String,
) -> Result<SalvataggioReport, Failure> {
    let folder = app.picked(&token)?;
    let lingua = app.settings().preferenze.lingua;
    let job = app.new_job();
    app.with(|books| {
        Ok(conversioni::save_pdf(
            books,
            &clock::now(),
            &ids,
            lingua,
            &folder,
            &job,
        )?)
    })
}

/// Opens the PDF in the system's reader, which prints it.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn conversioni_print(app: State<'_, App>, id: Id) -> Result<(), Failure> {
    let lingua = app.settings().preferenze.lingua;
    let bytes = app.with(|books| Ok(conversioni::to_pdf(books, id, lingua, &clock::now())?))?;
    show_pdf(&app, "documento.pdf", &bytes)
}

/// Takes documents out of the list.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn conversioni_delete(app: State<'_, App>, ids: Vec<Id>) -> Result<Saved<()>, Failure> {
    app.write(|books, when| conversioni::delete(books, when, &ids))
}
