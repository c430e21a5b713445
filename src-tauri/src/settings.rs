//! What the window remembers between two starts: language, theme, archives opened, where second copies go.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use books::list::Lingua;
use serde::{Deserialize, Serialize};
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

/// Choices of the person at this computer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Preferenze {
    /// Language.
    pub lingua: Lingua,
    /// Theme.
    pub tema: Tema,
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
