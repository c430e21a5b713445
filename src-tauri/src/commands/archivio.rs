//! The archive: make, open, close, undo.

use std::{
    path::{Path, PathBuf},
    sync::mpsc,
    thread,
};

use books::{Books, azienda::AziendaDraft, list::Saved};
use serde::Serialize;
use tauri::{AppHandle, Manager, State};
use ts_rs::TS;

use super::app::{AppState, app_state};
use crate::{
    clock,
    failure::Failure,
    state::{App, guarded},
};

/// A write that was or can be turned back, by its name (`area.verb`).
#[derive(Debug, Clone, Default, Serialize, TS)]
pub(crate) struct Verbo {
    /// What it was.
    verb: String,
    /// When it was made, UTC, ISO.
    at: String,
}

impl From<db::UndoneVerb> for Verbo {
    fn from(verb: db::UndoneVerb) -> Self {
        Self {
            at: verb.at.to_string(),
            verb: verb.verb,
        }
    }
}

/// What Ctrl+Z and Ctrl+Shift+Z would do now.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub(crate) struct UndoState {
    /// The write that undo turns back.
    undo: Option<Verbo>,
    /// The write that redo makes again.
    redo: Option<Verbo>,
}

/// Makes an archive at the place a dialog gave, with its company, and opens it.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn archive_new(
    app: State<'_, App>,
    token: String,
    azienda: AziendaDraft,
    allow_synced: bool,
) -> Result<AppState, Failure> {
    guarded(|| {
        let path = app.picked(&token)?;
        app.replace(|| {
            let books = Books::create(&path, &app.setup(allow_synced), &clock::now())?;
            books::azienda::save(&books, &clock::now(), azienda)?;
            Ok((books, ()))
        })
    })?;
    app_state(app)
}

/// Opens the archive that a dialog gave.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn archive_open(
    app: State<'_, App>,
    token: String,
    allow_synced: bool,
) -> Result<AppState, Failure> {
    guarded(|| open(&app, &app.picked(&token)?, allow_synced))?;
    app_state(app)
}

/// Opens an archive of the list of recent ones.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn archive_open_recent(
    app: State<'_, App>,
    index: u32,
    allow_synced: bool,
) -> Result<AppState, Failure> {
    guarded(|| open(&app, &recent(&app, index)?, allow_synced))?;
    app_state(app)
}

/// Opens the archive that the program was started with (a double click on its file); when it cannot be opened the
/// first page stays, where the list of recent archives says why.
///
/// It opens beside the window, which can be drawn meanwhile: one of an earlier version is copied and brought up to date
/// first. Commands wait for it, because this returns once the archive's place is taken.
pub(crate) fn open_argument(app: &AppHandle) {
    let Some(path) = std::env::args_os()
        .nth(1)
        .map(PathBuf::from)
        .filter(|path| path.is_file())
    else {
        return;
    };
    let (taken, is_taken) = mpsc::channel();
    let handle = app.clone();
    thread::spawn(move || {
        let app = handle.state::<App>();
        let opened = app.replace(|| {
            let _nobody_waits = taken.send(());
            Ok((books_at(&app, &path, false)?, ()))
        });
        if let Err(failure) = opened {
            tracing::warn!(code = %failure.code, "the archive given at start was not opened");
        }
    });
    let _failed_already = is_taken.recv();
}

fn open(app: &App, path: &Path, allow_synced: bool) -> Result<(), Failure> {
    app.replace(|| Ok((books_at(app, path, allow_synced)?, ())))
}

fn books_at(app: &App, path: &Path, allow_synced: bool) -> Result<Books, Failure> {
    Ok(Books::open(path, &app.setup(allow_synced), &clock::now())?)
}

/// Opens the archive for looking around, in the program's own folder; makes it the first time.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn archive_demo(app: State<'_, App>) -> Result<AppState, Failure> {
    guarded(|| {
        let path = demo_path(&app);
        app.replace(|| {
            let setup = app.setup(true);
            let books = if path.exists() {
                Books::open(&path, &setup, &clock::now())?
            } else {
                books::demo_archive(&path, &setup, DEMO_DOCUMENTS, clock::now().today)?
            };
            Ok((books, ()))
        })
    })?;
    app_state(app)
}

/// Closes the archive for looking around and deletes it with everything that belongs to it.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn archive_demo_remove(app: State<'_, App>) -> Result<AppState, Failure> {
    guarded(|| {
        let path = demo_path(&app);
        if app.with(|books| Ok(is_demo(&app, books))).unwrap_or(false) {
            app.close();
        }
        let beside = |suffix: &str| {
            let mut name = path.as_os_str().to_owned();
            name.push(suffix);
            PathBuf::from(name)
        };
        for suffix in ["", "-wal", "-shm", ".lock", ".lock.who"] {
            gone(std::fs::remove_file(beside(suffix)))?;
        }
        for folder in [beside(".backup"), books::allegati::folder_of(&path)] {
            gone(std::fs::remove_dir_all(folder))?;
        }
        app.change_settings(|settings| settings.forget(&path))
    })?;
    app_state(app)
}

/// What is not there needs no deleting.
fn gone(removed: std::io::Result<()>) -> Result<(), Failure> {
    match removed {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// Where the archive for looking around lies.
pub(super) fn demo_path(app: &App) -> PathBuf {
    app.data().join("Dimostrazione.f1c")
}

/// The open archive is the one for looking around.
pub(super) fn is_demo(app: &App, books: &Books) -> bool {
    let demo = demo_path(app);
    books.archive().path() == demo.canonicalize().unwrap_or(demo)
}

/// Writes everything in an archive that a dialog gave into a folder, in open formats: for one that a newer program
/// wrote and this one may not open.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn archive_export(app: State<'_, App>, token: String, folder: String) -> Result<u32, Failure> {
    guarded(|| export(&app.picked(&token)?, &app.picked(&folder)?))
}

/// As [`archive_export`], for an archive of the list of recent ones.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn archive_export_recent(app: State<'_, App>, index: u32, folder: String) -> Result<u32, Failure> {
    guarded(|| export(&recent(&app, index)?, &app.picked(&folder)?))
}

fn export(archive: &Path, folder: &Path) -> Result<u32, Failure> {
    let reader = db::Reader::open_newer(archive, &books::areas::SCHEMA)?;
    let attachments = books::allegati::folder_of(archive);
    let dir = folder.join(format!("{}-esportato", super::app::name(archive)));
    let manifest = books::export(&reader, &attachments, &dir, &clock::now())?;
    Ok(u32::try_from(manifest.files.len()).unwrap_or(u32::MAX))
}

fn recent(app: &App, index: u32) -> Result<PathBuf, Failure> {
    let recent = app.settings().recent;
    let path = usize::try_from(index).ok().and_then(|place| recent.get(place));
    path.cloned().ok_or_else(|| Failure::new("db_missing"))
}

/// Documents of the archive for looking around.
const DEMO_DOCUMENTS: u32 = 600;

/// Makes a copy when the archive changed, and closes it.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn archive_close(app: State<'_, App>) -> Result<AppState, Failure> {
    guarded(|| {
        app.backup_if_changed();
        app.close();
        Ok(())
    })?;
    app_state(app)
}

/// Turns the last write back.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn app_undo(app: State<'_, App>) -> Result<Saved<Verbo>, Failure> {
    app.write(|books, when| Ok(renamed(books.undo(when)?)))
}

/// Makes the write that was turned back last again.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn app_redo(app: State<'_, App>) -> Result<Saved<Verbo>, Failure> {
    app.write(|books, when| Ok(renamed(books.redo(when)?)))
}

fn renamed(saved: Saved<db::UndoneVerb>) -> Saved<Verbo> {
    Saved {
        value: saved.value.into(),
        touched: saved.touched,
    }
}

/// What can be undone and redone now.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn app_undo_state(app: State<'_, App>) -> Result<UndoState, Failure> {
    app.read(|reader| {
        Ok(UndoState {
            undo: db::last_undoable(reader)?.map(Verbo::from),
            redo: db::last_redoable(reader)?.map(Verbo::from),
        })
    })
}
