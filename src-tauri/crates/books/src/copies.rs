//! Copies of the archive: made, kept in a second place, put back. A copy is always checked before it counts.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use db::{BackupFile, Id, Reader, When};
use serde::Serialize;
use ts_rs::TS;

use crate::{Books, Error, Marks, Problem, Setup, areas::SCHEMA, documenti, store};

/// A copy of the archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Copia {
    /// File name.
    pub nome: String,
    /// When it was made, UTC, ISO.
    pub at: String,
    /// Length in bytes.
    pub lunghezza: u64,
}

/// What making copies did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CopieReport {
    /// The copy in the usual folder.
    pub copia: Copia,
    /// The second place when a copy went there too; empty when none is set.
    pub second: String,
}

/// What putting a copy back did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Ripristino {
    /// Where the archive as it was before lies; empty when there was none.
    pub sicurezza: String,
    /// Documents issued after the copy was made, now missing: `fattura 12/2026 del 2026-11-24`. Their numbers are not
    /// given out again.
    pub persi: Vec<String>,
}

/// What trying out a copy found: it was opened like an archive that is put back, in a place of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProvaCopia {
    /// The copy opens and everything in it agrees.
    pub ok: bool,
    /// What it holds, beside what the archive holds now.
    pub conti: Vec<ContoCopia>,
    /// What does not agree in the copy.
    pub findings: Vec<Problem>,
}

/// Records of one kind, in a copy and now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ContoCopia {
    /// `documenti`, `soggetti`, `prodotti`, `file` or `allegati`.
    pub voce: String,
    /// In the copy.
    pub copia: u64,
    /// In the archive now.
    pub ora: u64,
}

/// Kinds of record that a person knows, and their tables.
const CONTI: [(&str, &str); 5] = [
    ("documenti", "documenti"),
    ("soggetti", "anagrafiche_soggetti"),
    ("prodotti", "prodotti"),
    ("file", "efatture_file"),
    ("allegati", "allegati"),
];

impl Books {
    /// Tries a copy out: opens it in a folder of its own as a restore would, brings it up to date, checks it, counts.
    ///
    /// # Errors
    /// The copy cannot be opened; the disk has no room for another.
    pub fn rehearse_copy(&self, copy: &Path, setup: &Setup, when: &When) -> Result<ProvaCopia, Error> {
        let room = tempfile::tempdir()?;
        let place = room.path().join("prova.f1c");
        std::fs::copy(copy, &place)?;
        let setup = Setup {
            data: room.path().to_owned(),
            allow_synced: true,
            ..setup.clone()
        };
        let tried = Books::open(&place, &setup, when)?;
        let mut findings = Vec::new();
        let mut copied = Vec::new();
        tried.read(|sql| {
            findings.extend(crate::verify::verify_rows(sql)?);
            for (_, table) in CONTI {
                copied.push(store::count(sql, table)?);
            }
            Ok(())
        })?;
        let now = self.read(|sql| {
            CONTI
                .iter()
                .map(|(_, table)| store::count(sql, table))
                .collect::<Result<Vec<_>, _>>()
        })?;
        let conti = CONTI.iter().zip(copied.iter().zip(&now));
        Ok(ProvaCopia {
            ok: findings.is_empty(),
            conti: conti
                .map(|((voce, _), (copia, ora))| ContoCopia {
                    voce: (*voce).to_owned(),
                    copia: *copia,
                    ora: *ora,
                })
                .collect(),
            findings,
        })
    }

    /// Makes a checked copy in the usual folder and, when `second` is given, one there too; drops those kept no longer.
    ///
    /// # Errors
    /// The copy in the usual folder failed, or the second place cannot be written: then the first copy is there.
    pub fn backup(&self, when: &When, second: Option<&Path>) -> Result<CopieReport, Error> {
        let report = self.archive().backup(when, Some(&check))?;
        if let Some(folder) = second {
            self.backup_second(folder, when)?;
        }
        let second = second
            .map(|folder| folder.display().to_string())
            .unwrap_or_default();
        let nome = file_name(&report.path);
        let copia = Copia {
            nome,
            at: when.at.to_string(),
            lunghezza: report.bytes,
        };
        Ok(CopieReport { copia, second })
    }

    fn backup_second(&self, folder: &Path, when: &When) -> Result<(), Error> {
        std::fs::create_dir_all(folder)?;
        let dest = db::backup_path(folder, self.archive().path(), when);
        self.read(|reader| Ok(db::backup(reader, &dest, Some(&check))?))?;
        db::rotate(folder, when)?;
        Ok(())
    }

    /// Copies in the usual folder, newest first.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn copies(&self) -> Result<Vec<Copia>, Error> {
        let folder = self.archive().backup_folder();
        if !folder.exists() {
            return Ok(Vec::new());
        }
        Ok(db::list_backups(&folder)?.iter().map(copia).collect())
    }

    /// The file of a copy in the usual folder, by its name.
    ///
    /// # Errors
    /// There is no such copy.
    pub fn copy_named(&self, nome: &str) -> Result<PathBuf, Error> {
        let copies = db::list_backups(&self.archive().backup_folder())?;
        let found = copies.into_iter().find(|file| file_name(&file.path) == nome);
        found
            .map(|file| file.path)
            .ok_or_else(|| Error::refused("copia_mancante"))
    }
}

/// Copies the archive behind `reader` to the file `dest` and checks the copy.
///
/// # Errors
/// As [`db::backup`].
pub fn backup_to(reader: &Reader, dest: &Path) -> Result<(), Error> {
    db::backup(reader, dest, Some(&check))?;
    Ok(())
}

/// Puts the copy `candidate` in the place of `archive`, which must not be open. The archive as it was is kept.
///
/// # Errors
/// The copy is not good, or the disk failed: the archive is then as before.
pub fn restore(candidate: &Path, archive: &Path, setup: &Setup, when: &When) -> Result<Ripristino, Error> {
    let before = Reader::open(archive, &SCHEMA)
        .map_err(Error::from)
        .and_then(|reader| before_restore(&reader, setup));
    let folder = default_backup_folder(archive);
    let report = db::restore(
        candidate,
        archive,
        &SCHEMA,
        &setup.holder,
        when,
        &folder,
        Some(&check),
    )?;
    let mut persi = Vec::new();
    // A present archive that cannot be read is the reason why people restore: then nothing can be compared.
    if let Ok(before) = before {
        let after = documenti::issued(&Reader::open(archive, &SCHEMA)?)?;
        persi.extend(
            before
                .into_iter()
                .filter(|(id, _)| !after.contains_key(id))
                .map(|(_, words)| words),
        );
    }
    let sicurezza = report
        .safety
        .or(report.aside)
        .map(|path| path.display().to_string())
        .unwrap_or_default();
    Ok(Ripristino { sicurezza, persi })
}

/// The documents that stand in an archive before another takes its place. Their numbers become marks, also when the
/// marks of this computer were lost: they are not given out again.
fn before_restore(reader: &Reader, setup: &Setup) -> Result<BTreeMap<Id, String>, Error> {
    let id = db::archive_id(reader)?.to_string();
    Marks::open(&setup.data.join("marks"), &id)?.raise(crate::books::used(reader)?)?;
    documenti::issued(reader)
}

fn default_backup_folder(archive: &Path) -> PathBuf {
    let mut name = archive.as_os_str().to_owned();
    name.push(".backup");
    PathBuf::from(name)
}

/// What the areas check in a copy before it counts.
fn check(reader: &Reader) -> Result<(), String> {
    documenti::check_chain(reader).map_err(|error| error.to_string())
}

fn copia(file: &BackupFile) -> Copia {
    Copia {
        nome: file_name(&file.path),
        at: file.at.to_string(),
        lunghezza: file.bytes,
    }
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
