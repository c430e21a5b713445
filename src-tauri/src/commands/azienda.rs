//! The company and its numbering series.

use books::{
    Problem,
    azienda::{self, AziendaDraft, AziendaView, NumeroAltroveDraft, SezionaleDraft, SezionaleView},
    documenti::{self, Esempio},
    list::Saved,
};
use db::Id;
use tauri::State;

use super::Bytes;
use crate::{clock, failure::Failure, state::App};

/// The company's form.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn azienda_get(app: State<'_, App>) -> Result<AziendaView, Failure> {
    app.read(|reader| azienda::get(reader, clock::now().today)?.ok_or(books::Error::NotFound("azienda")))
}

/// What is missing or doubtful in the form.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn azienda_preview(_app: State<'_, App>, draft: AziendaDraft) -> Result<Vec<Problem>, Failure> {
    Ok(azienda::preview(&draft, clock::now().today))
}

/// Keeps the form.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn azienda_save(app: State<'_, App>, draft: AziendaDraft) -> Result<Saved<AziendaView>, Failure> {
    app.write(|books, when| azienda::save(books, when, draft))
}

/// A picture of more than this was not made for a letterhead.
const LOGO_BYTES: u64 = 10_000_000;

/// Takes the picture behind the token as the logo, or no logo.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn azienda_logo(
    app: State<'_, App>,
    token: Option<String>,
) -> Result<Saved<AziendaView>, Failure> {
    let path = token.map(|token| app.picked(&token)).transpose()?;
    let picture = path
        .map(|path| super::app::read(&path, LOGO_BYTES).map(|bytes| (super::app::name(&path), bytes)))
        .transpose()?;
    app.write(|books, when| {
        let picture = picture
            .as_ref()
            .map(|(nome, bytes)| (nome.as_str(), bytes.as_slice()));
        azienda::save_logo(books, when, picture)
    })
}

/// A page of a made-up document of a company, as a picture.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn azienda_esempio(
    app: State<'_, App>,
    draft: AziendaDraft,
    esempio: Esempio,
    page: u32,
    width: u32,
) -> Result<Bytes, Failure> {
    let today = clock::now().today;
    app.with(|books| {
        let png = documenti::sample_page(books, &draft, esempio, (page, width), today)?;
        Ok(Bytes(png))
    })
}

/// How many pages a made-up document has.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn azienda_esempio_pagine(
    app: State<'_, App>,
    draft: AziendaDraft,
    esempio: Esempio,
) -> Result<u32, Failure> {
    app.with(|books| {
        Ok(documenti::sample_pages(
            books,
            &draft,
            esempio,
            clock::now().today,
        )?)
    })
}

/// The series.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn sezionali_list(app: State<'_, App>) -> Result<Vec<SezionaleView>, Failure> {
    app.read(azienda::sezionali)
}

/// Keeps a series, known by its code.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn sezionali_save(
    app: State<'_, App>,
    draft: SezionaleDraft,
) -> Result<Saved<SezionaleView>, Failure> {
    app.write(|books, when| azienda::save_sezionale(books, when, draft))
}

/// Numbers used before this program.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn numeri_altrove_list(app: State<'_, App>) -> Result<Vec<NumeroAltroveDraft>, Failure> {
    app.read(azienda::numeri_altrove)
}

/// Keeps a number used before this program.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn numeri_altrove_save(
    app: State<'_, App>,
    draft: NumeroAltroveDraft,
) -> Result<Saved<NumeroAltroveDraft>, Failure> {
    app.write(|books, when| azienda::save_numero_altrove(books, when, draft))
}

/// Takes a series out of the list, when no document uses it.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn sezionali_delete(app: State<'_, App>, id: Id) -> Result<Saved<()>, Failure> {
    app.write(|books, when| books::delete_sezionale(books, when, id))
}
