//! The program itself: its state, its settings, the native dialogs.

use std::{io::Read as _, path::Path};

use books::{Books, SearchHit, azienda::Profilo, list::Lingua};
use serde::Serialize;
use tauri::State;
use ts_rs::TS;

use crate::{
    clock,
    failure::Failure,
    opener,
    settings::{Preferenze, Tema, Zoom},
    state::{App, guarded},
};

/// What the frame of the window shows.
#[derive(Debug, Clone, Serialize, TS)]
pub(crate) struct AppState {
    /// The open archive.
    archive: Option<OpenArchive>,
    /// Archives opened before, newest first.
    recent: Vec<RecentArchive>,
    /// Language of the window.
    lingua: Lingua,
    /// Light or dark.
    tema: Tema,
    /// Size of everything.
    zoom: Zoom,
    /// Version of the program.
    version: String,
    /// Folder of the log.
    log_path: String,
    /// The archive for looking around was made on this computer.
    has_demo: bool,
}

/// The open archive.
#[derive(Debug, Clone, Serialize, TS)]
pub(crate) struct OpenArchive {
    /// File name without ending.
    name: String,
    /// Where it lies, shown.
    path: String,
    /// When the newest copy was made, UTC, ISO.
    last_backup: Option<String>,
    /// Second place for copies, shown; empty when none is set.
    second_backup: String,
    /// Never opened on this computer before: numbers may have been used elsewhere.
    new_here: bool,
    /// Who uses it: decides which pages show.
    profilo: Profilo,
    /// The archive for looking around.
    demo: bool,
}

/// An archive opened before.
#[derive(Debug, Clone, Serialize, TS)]
pub(crate) struct RecentArchive {
    /// Names it to `archive_open_recent`.
    index: u32,
    /// File name without ending.
    name: String,
    /// Where it lies, shown.
    path: String,
}

/// What the frame shows.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn app_state(app: State<'_, App>) -> Result<AppState, Failure> {
    guarded(|| {
        let settings = app.settings();
        let archive = match app.with(|books| open_archive(&app, books)) {
            Err(failure) if failure.code == "no_archive" => None,
            open => Some(open?),
        };
        let recent = settings
            .recent
            .iter()
            .zip(0..)
            .map(|(path, index)| RecentArchive {
                index,
                name: name(path),
                path: path.display().to_string(),
            });
        Ok(AppState {
            archive,
            recent: recent.collect(),
            lingua: settings.preferenze.lingua,
            tema: settings.preferenze.tema,
            zoom: settings.preferenze.zoom,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            log_path: app.data().join("log").display().to_string(),
            has_demo: super::archivio::demo_path(&app).exists(),
        })
    })
}

fn open_archive(app: &App, books: &Books) -> Result<OpenArchive, Failure> {
    let second = app.second_backup(books)?;
    let path = books.archive().path();
    Ok(OpenArchive {
        name: name(path),
        path: path.display().to_string(),
        last_backup: books.copies()?.first().map(|copia| copia.at.clone()),
        second_backup: second
            .map(|folder| folder.display().to_string())
            .unwrap_or_default(),
        new_here: !books.marks().is_known(),
        profilo: books
            .read(|reader| books::azienda::get(reader, clock::now().today))?
            .map(|azienda| azienda.draft.profilo)
            .unwrap_or_default(),
        demo: super::archivio::is_demo(app, books),
    })
}

/// Keeps language, theme and size; the window takes its size at once.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn settings_save(app: State<'_, App>, preferenze: Preferenze) -> Result<Preferenze, Failure> {
    app.change_settings(|settings| settings.preferenze = preferenze.clone())?;
    app.show_size();
    Ok(preferenze)
}

/// Records found by name, number or amount, for the palette.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn app_search(app: State<'_, App>, text: String) -> Result<Vec<SearchHit>, Failure> {
    app.read(|reader| books::search(reader, &text, 12))
}

/// Opens the folder of the copies in the system's file manager.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn app_open_backups(app: State<'_, App>) -> Result<(), Failure> {
    app.with(|books| {
        let folder = books.archive().backup_folder();
        std::fs::create_dir_all(&folder)?;
        opener::open(&app, &folder, Failure::new("folder_not_shown"))
    })
}

/// Writes into the log that a page broke, under the reference that the person reads on the screen.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn app_report(_app: State<'_, App>, reference: String, detail: String) -> Result<(), Failure> {
    let short = |text: String, most: usize| {
        text.chars()
            .filter(|c| !c.is_control())
            .take(most)
            .collect::<String>()
    };
    tracing::error!(
        reference = short(reference, 40),
        detail = short(detail, 2_000),
        "a page broke"
    );
    Ok(())
}

/// The bytes of a file of at most `most` bytes; a larger one is refused before it is in memory.
pub(crate) fn read(path: &Path, most: u64) -> Result<Vec<u8>, books::Error> {
    let mut bytes = Vec::new();
    let read = std::fs::File::open(path)?
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)?;
    if u64::try_from(read).is_ok_and(|read| read <= most) {
        Ok(bytes)
    } else {
        Err(books::Error::refused("file_too_large"))
    }
}

/// File name without ending.
pub(crate) fn name(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
