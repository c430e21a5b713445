//! What the window remembers between two starts: language, theme, size, archives opened, where second copies go.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use books::list::Lingua;
use serde::{Deserialize, Serialize};
use tauri::WebviewWindow;
use ts_rs::TS;

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Tema {
    /// As the system says.
    #[default]
    Sistema,
    /// Light.
    Chiaro,
    /// Dark.
    Scuro,
}

/// How large everything in the window is, in percent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub enum Zoom {
    /// Four fifths: more rows in sight.
    #[serde(rename = "80")]
    Z80,
    /// Nine tenths.
    #[serde(rename = "90")]
    Z90,
    /// As it is drawn.
    #[default]
    #[serde(rename = "100")]
    Z100,
    /// A tenth larger.
    #[serde(rename = "110")]
    Z110,
    /// A quarter larger.
    #[serde(rename = "125")]
    Z125,
    /// Half as large again.
    #[serde(rename = "150")]
    Z150,
    /// Three quarters larger.
    #[serde(rename = "175")]
    Z175,
    /// Twice as large.
    #[serde(rename = "200")]
    Z200,
}

impl Zoom {
    /// Draws a window in this size.
    pub(crate) fn apply(self, window: &WebviewWindow) -> tauri::Result<()> {
        window.set_zoom(match self {
            Self::Z80 => 0.8,
            Self::Z90 => 0.9,
            Self::Z100 => 1.0,
            Self::Z110 => 1.1,
            Self::Z125 => 1.25,
            Self::Z150 => 1.5,
            Self::Z175 => 1.75,
            Self::Z200 => 2.0,
        })
    }
}

/// Choices of the person at this computer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Preferenze {
    /// Language.
    pub lingua: Lingua,
    /// Theme.
    pub tema: Tema,
    /// Size of everything.
    pub zoom: Zoom,
}

/// Everything kept in `settings.json` in the program's own folder.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Settings {
    pub(crate) preferenze: Preferenze,
    /// Archives opened, newest first.
    pub(crate) recent: Vec<PathBuf>,
    /// Second place for backups, by archive id.
    pub(crate) second_backup: BTreeMap<String, PathBuf>,
    /// Where files of documents were written last, by archive id: two companies must not meet in one folder unasked.
    pub(crate) documents: BTreeMap<String, PathBuf>,
}

impl Settings {
    /// Reads the file; an unreadable one counts as absent (it holds nothing that cannot be chosen again).
    pub(crate) fn load(path: &Path) -> Self {
        fs::read(path)
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    /// Writes the file.
    pub(crate) fn save(&self, path: &Path) -> std::io::Result<()> {
        books::write_durably(path, &serde_json::to_vec_pretty(self)?)
    }

    /// Puts `archive` first in the list of recent ones, which keeps ten.
    pub(crate) fn opened(&mut self, archive: &Path) {
        self.recent.retain(|known| known != archive);
        self.recent.insert(0, archive.to_owned());
        self.recent.truncate(10);
    }

    /// Takes an archive out of the list of recent ones.
    pub(crate) fn forget(&mut self, archive: &Path) {
        self.recent.retain(|known| known != archive);
    }
}
