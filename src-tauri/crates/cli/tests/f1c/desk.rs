//! A place where the program runs.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;
use tempfile::TempDir;

/// A folder with an archive in it and a place for the program's own data.
pub(crate) struct Desk {
    dir: TempDir,
}

impl Desk {
    pub(crate) fn new(azienda: &Value) -> Self {
        let desk = Self {
            dir: tempfile::tempdir().unwrap(),
        };
        fs::write(desk.at("azienda.json"), azienda.to_string()).unwrap();
        desk.good(&["new", "prova.f1c", "--azienda", "azienda.json"]);
        desk
    }

    pub(crate) fn at(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_f1c"));
        command
            .current_dir(self.dir.path())
            .env("F1C_DATA", self.at("data"))
            .args(args);
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    /// Runs a command that must end well and gives its JSON.
    pub(crate) fn good(&self, args: &[&str]) -> Value {
        let output = self.run(&[&["--json"], args].concat());
        let error = String::from_utf8_lossy(&output.stderr);
        assert_eq!(
            output.status.code(),
            Some(0),
            "{args:?}: {error}{}",
            String::from_utf8_lossy(&output.stdout)
        );
        serde_json::from_slice(&output.stdout).unwrap()
    }
}

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(3)
        .unwrap()
        .to_owned()
}

pub(crate) fn json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

pub(crate) fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// The first of the worked documents: its company, and the document.
pub(crate) fn plain_case() -> (Value, Value) {
    let case = json(&root().join("fixtures/documenti/vettori/E01.json"));
    (case["azienda"].clone(), case["documento"].clone())
}
