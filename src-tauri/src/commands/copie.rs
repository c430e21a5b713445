//! Copies of the archive, and the check of everything in it.

use books::{Copia, CopieReport, PdfCheck, ProvaCopia, Ripristino, VerifyReport};
use tauri::State;

use super::app::name;
use crate::{
    clock,
    failure::Failure,
    state::{App, guarded},
};

/// Copies in the usual folder, newest first.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn backup_list(app: State<'_, App>) -> Result<Vec<Copia>, Failure> {
    app.with(|books| Ok(books.copies()?))
}

/// Makes a copy now, in the usual folder and in the second place.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn backup_now(app: State<'_, App>) -> Result<CopieReport, Failure> {
    app.with(|books| {
        let second = app.second_backup(books)?;
        Ok(books.backup(&clock::now(), second.as_deref())?)
    })
}

/// Sets the second place for copies to a folder that a dialog gave.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn backup_folder(app: State<'_, App>, token: String) -> Result<String, Failure> {
    guarded(|| {
        let folder = app.picked(&token)?;
        let id = app.read(|reader| Ok(db::archive_id(reader)?))?;
        app.change_settings(|settings| {
            settings.second_backup.insert(id.to_string(), folder.clone());
        })?;
        Ok(folder.display().to_string())
    })
}

/// Puts a copy of the usual folder back in the place of the open archive, and opens it.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn backup_restore(app: State<'_, App>, nome: String) -> Result<Ripristino, Failure> {
    guarded(|| {
        let candidate = app.with(|books| Ok(books.copy_named(&nome)?))?;
        restore(&app, &candidate)
    })
}

/// Puts a copy that a dialog gave back in the place of the open archive, and opens it.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn backup_restore_file(app: State<'_, App>, token: String) -> Result<Ripristino, Failure> {
    guarded(|| {
        let candidate = app.picked(&token)?;
        tracing::info!(file = %name(&candidate), "restore");
        restore(&app, &candidate)
    })
}

fn restore(app: &App, candidate: &std::path::Path) -> Result<Ripristino, Failure> {
    let archive = app.with(|books| Ok(books.archive().path().to_owned()))?;
    let setup = app.setup(true);
    let restored = app.replace(|| {
        let restored = books::restore(candidate, &archive, &setup, &clock::now());
        // Whatever came of it, the person is back in their archive.
        Ok((books::Books::open(&archive, &setup, &clock::now())?, restored))
    })?;
    Ok(restored?)
}

/// Tries a copy of the usual folder out: opened, checked and counted as a restore would, in a place of its own.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn backup_rehearse(app: State<'_, App>, nome: String) -> Result<ProvaCopia, Failure> {
    let setup = app.setup(true);
    app.with(|books| Ok(books.rehearse_copy(&books.copy_named(&nome)?, &setup, &clock::now())?))
}

/// Checks everything in the archive: the PDFs of all documents, or of the newest.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn verify(app: State<'_, App>, tutti: bool) -> Result<VerifyReport, Failure> {
    let job = app.new_job();
    let pdf = if tutti { PdfCheck::All } else { PdfCheck::Sample };
    app.with(|books| {
        let attachments = books::allegati::folder_of(books.archive().path());
        Ok(books.read(|reader| books::verify_with(reader, &attachments, pdf, &job))?)
    })
}
