//! Native dialogs. The page gets a token and a name to show; the path stays here.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use tauri::{DragDropEvent, Emitter, Manager, State, Window, WindowEvent};
use tauri_plugin_dialog::DialogExt;
use ts_rs::TS;

use crate::{
    failure::Failure,
    state::{App, guarded},
};

/// What a dialog is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Scelta {
    /// An archive to open.
    Archivio,
    /// A place and name for a new archive.
    NuovoArchivio,
    /// A folder.
    Cartella,
    /// A folder for files of documents, which is remembered.
    Documenti,
    /// A picture for the letterhead.
    Immagine,
    /// A backup to restore.
    Copia,
    /// A list of another program.
    Tabella,
    /// Invoices, messages of SDI, and what they are packed in.
    Fatture,
    /// A place and name for a file, whose ending says what it is.
    NuovoFile,
}

/// What was chosen.
#[derive(Debug, Clone, Serialize, TS)]
pub(crate) struct Scelto {
    /// Names the path to the commands that take one.
    token: String,
    /// Shown to the person.
    percorso: String,
    /// Set when the place is a folder that the named cloud program copies.
    sincronizzato_da: String,
    /// Set when the place is on a network share, where no archive is opened for writing.
    rete: String,
}

/// Asks with the system's own dialog; none when it was cancelled.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn dialog_pick(
    app: State<'_, App>,
    scelta: Scelta,
    nome: String,
) -> Result<Option<Scelto>, Failure> {
    guarded(|| {
        let Some(path) = ask(&app, scelta, &nome) else {
            return Ok(None);
        };
        if scelta == Scelta::Documenti {
            let archive = archive_id(&app)?;
            app.change_settings(|settings| {
                settings.documents.insert(archive, path.clone());
            })?;
        }
        Ok(Some(kept(&app, path)))
    })
}

/// Asks for any number of files, or for folders; none when it was cancelled.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn dialog_pick_many(app: State<'_, App>, scelta: Scelta) -> Result<Vec<Scelto>, Failure> {
    guarded(|| {
        let paths = ask_many(&app, scelta).into_iter();
        Ok(paths.map(|path| kept(&app, path)).collect())
    })
}

/// The folder where files of documents of the open archive were written last, where it still is one; nothing is asked.
#[tauri::command(async, rename_all = "snake_case")]
pub(crate) fn dialog_again(app: State<'_, App>) -> Result<Option<Scelto>, Failure> {
    guarded(|| {
        let last = app.settings().documents.remove(&archive_id(&app)?);
        Ok(last.filter(|path| path.is_dir()).map(|path| kept(&app, path)))
    })
}

fn archive_id(app: &App) -> Result<String, Failure> {
    Ok(app.read(|reader| Ok(db::archive_id(reader)?))?.to_string())
}

/// Keeps a path and says what the page may know of it.
fn kept(app: &App, path: PathBuf) -> Scelto {
    let percorso = path.display().to_string();
    let (sincronizzato_da, rete) = match db::location(&path) {
        db::Location::Local => (String::new(), String::new()),
        db::Location::Synced(name) => (name.to_owned(), String::new()),
        db::Location::Network(kind) => (String::new(), kind),
    };
    Scelto {
        token: app.keep_picked(path),
        percorso,
        sincronizzato_da,
        rete,
    }
}

/// Tells the page of files that hang over the window or were let go over it; of these it gets tokens, as from a dialog.
pub(crate) fn on_window_event(window: &Window, event: &WindowEvent) {
    let WindowEvent::DragDrop(event) = event else {
        return;
    };
    let told = match event {
        DragDropEvent::Enter { .. } => window.emit("files-over", true),
        DragDropEvent::Leave => window.emit("files-over", false),
        DragDropEvent::Drop { paths, .. } => {
            let app = window.state::<App>();
            let files: Vec<Scelto> = paths.iter().map(|path| kept(&app, path.clone())).collect();
            window.emit("files-dropped", files)
        }
        _ => return,
    };
    if let Err(error) = told {
        tracing::warn!(%error, "a drop was not told to the page");
    }
}

#[cfg(feature = "e2e")]
fn prepared() -> Option<PathBuf> {
    let list = PathBuf::from(std::env::var_os("F1C_E2E_PICKS")?);
    let text = std::fs::read_to_string(&list).ok()?;
    let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
    std::fs::write(&list, rest).ok()?;
    (!first.is_empty()).then(|| PathBuf::from(first))
}

/// What invoices come in.
const FATTURE: (&str, &[&str]) = (
    "XML, P7M, ZIP, EML",
    &["xml", "p7m", "zip", "eml", "XML", "P7M", "ZIP", "EML"],
);

fn ask_many(app: &App, scelta: Scelta) -> Vec<PathBuf> {
    #[cfg(feature = "e2e")]
    if std::env::var_os("F1C_E2E_PICKS").is_some() {
        return prepared().into_iter().collect();
    }
    let dialog = app.handle().dialog().file();
    let chosen = match scelta {
        Scelta::Cartella => dialog.blocking_pick_folders(),
        _ => dialog.add_filter(FATTURE.0, FATTURE.1).blocking_pick_files(),
    };
    let chosen = chosen.unwrap_or_default().into_iter();
    chosen.filter_map(|path| path.into_path().ok()).collect()
}

fn ask(app: &App, scelta: Scelta, nome: &str) -> Option<PathBuf> {
    #[cfg(feature = "e2e")]
    if std::env::var_os("F1C_E2E_PICKS").is_some() {
        return prepared();
    }
    let dialog = app.handle().dialog().file();
    let chosen = match scelta {
        Scelta::Archivio => dialog
            .add_filter("Fatturein1click", &["f1c"])
            .blocking_pick_file(),
        Scelta::Copia => dialog
            .add_filter("Fatturein1click", &["f1c", "bak"])
            .blocking_pick_file(),
        Scelta::Tabella => dialog
            .add_filter("CSV, XLSX, ODS", &["csv", "txt", "tsv", "xlsx", "xls", "ods"])
            .blocking_pick_file(),
        Scelta::Immagine => dialog
            .add_filter("PNG, JPEG", &["png", "jpg", "jpeg"])
            .blocking_pick_file(),
        Scelta::Fatture => dialog.add_filter(FATTURE.0, FATTURE.1).blocking_pick_file(),
        Scelta::Cartella | Scelta::Documenti => dialog.blocking_pick_folder(),
        Scelta::NuovoFile => {
            let ending = Path::new(nome).extension()?.to_str()?;
            dialog
                .set_file_name(nome)
                .add_filter(ending.to_uppercase(), &[ending])
                .blocking_save_file()
        }
        Scelta::NuovoArchivio => dialog
            .set_file_name(nome)
            .add_filter("Fatturein1click", &["f1c"])
            .blocking_save_file(),
    }?;
    let path = chosen.into_path().ok()?;
    let ending = match scelta {
        Scelta::NuovoArchivio => "f1c",
        Scelta::NuovoFile => Path::new(nome).extension()?.to_str()?,
        _ => return Some(path),
    };
    Some(if path.extension().is_none() {
        path.with_extension(ending)
    } else {
        path
    })
}
