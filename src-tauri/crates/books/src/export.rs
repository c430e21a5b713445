//! Everything in open formats: the whole archive as files that any program reads.
//!
//! ```text
//! <dir>/tabelle/<table>.csv     every table, as stored (`_cents`, `_e8` and `_bp` are whole numbers)
//! <dir>/efatture/<name>.xml     the XML of issued documents, the bytes as kept
//! <dir>/pdf/<name>.pdf          issued documents on paper
//! <dir>/allegati/<id>-<name>    attached files
//! <dir>/manifest.json           counts, and the SHA-256 of every file
//! ```

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::Write,
    path::Path,
};

use db::{Sql, When};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::{Error, allegati, areas::AREAS, documenti, efatture, store, table::csv_writer};

/// What was written.
#[derive(Debug, Clone, Serialize)]
pub struct Manifest {
    /// Version of this layout.
    pub format: u32,
    /// The archive, as its marks know it.
    pub archive_id: String,
    /// When, UTC.
    pub exported_at: String,
    /// Rows per table.
    pub rows: BTreeMap<String, u64>,
    /// Every file but the manifest, by its path in the folder.
    pub files: BTreeMap<String, FileEntry>,
    /// Files that could not be read, with the code of the reason.
    pub unreadable: BTreeMap<String, String>,
}

/// A file of the export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileEntry {
    /// Length in bytes.
    pub bytes: u64,
    /// SHA-256, lower-case hex.
    pub sha256: String,
}

/// Writes the archive that `sql` reads into `dir`, which must be new or empty: nothing is ever overwritten.
/// `attachments` is the folder of [`allegati::folder_of`]. The manifest comes last: a folder without it is not whole.
///
/// # Errors
/// `export_not_empty` when something lies in `dir`; failures of the archive and of the disk.
pub fn export(sql: &impl Sql, attachments: &Path, dir: &Path, when: &When) -> Result<Manifest, Error> {
    fs::create_dir_all(dir)?;
    if fs::read_dir(dir)?.next().is_some() {
        return Err(Error::refused("export_not_empty"));
    }
    let mut manifest = Manifest {
        format: 1,
        archive_id: db::archive_id(sql)?.to_string(),
        exported_at: when.at.to_string(),
        rows: BTreeMap::new(),
        files: BTreeMap::new(),
        unreadable: BTreeMap::new(),
    };
    for table in AREAS.iter().flat_map(|area| area.export) {
        let mut file = csv_writer(Vec::new())?;
        manifest
            .rows
            .insert((*table).to_owned(), store::dump(sql, table, &mut file)?);
        let bytes = file.into_inner().map_err(|failed| failed.into_error())?;
        manifest.write(dir, &format!("tabelle/{table}.csv"), &bytes)?;
    }
    for file in efatture::all(sql)? {
        let path = format!("efatture/{}", file.nome_file);
        manifest.add(dir, path, efatture::bytes(sql, &file))?;
    }
    for id in documenti::issued(sql)?.into_keys() {
        let path = format!("pdf/{}", documenti::pdf_name(sql, id)?);
        manifest.add(dir, path, documenti::to_pdf(sql, attachments, id, when.today))?;
    }
    for row in allegati::all(sql)? {
        let path = format!("allegati/{}-{}", row.id, file_name(&row.nome));
        manifest.add(dir, path, allegati::bytes(sql, attachments, row.id))?;
    }
    write_new(&dir.join("manifest.json"), &serde_json::to_vec_pretty(&manifest)?)?;
    Ok(manifest)
}

impl Manifest {
    /// The rest of the archive is not held back by one file that cannot be read.
    fn add(&mut self, dir: &Path, path: String, bytes: Result<Vec<u8>, Error>) -> Result<(), Error> {
        match bytes {
            Ok(bytes) => self.write(dir, &path, &bytes),
            Err(error) => {
                self.unreadable.insert(path, error.code().to_owned());
                Ok(())
            }
        }
    }

    fn write(&mut self, dir: &Path, path: &str, bytes: &[u8]) -> Result<(), Error> {
        let to = dir.join(path);
        fs::create_dir_all(to.parent().unwrap_or(dir))?;
        write_new(&to, bytes)?;
        let digest = Sha256::digest(bytes);
        self.files.insert(
            path.to_owned(),
            FileEntry {
                bytes: u64::try_from(bytes.len()).map_err(|_never| money::TooLarge)?,
                sha256: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
            },
        );
        Ok(())
    }
}

fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    Ok(file.sync_all()?)
}

/// A name that every system can hold: its last 100 characters, without what Windows forbids.
fn file_name(nome: &str) -> String {
    let forbidden = |c: char| c.is_control() || r#"<>:"/\|?*"#.contains(c);
    let plain: Vec<char> = nome
        .trim_end_matches(['.', ' '])
        .chars()
        .map(|c| if forbidden(c) { '_' } else { c })
        .collect();
    plain.iter().skip(plain.len().saturating_sub(100)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_hold_on_every_system() {
        assert_eq!(file_name("../a:b?.pdf"), ".._a_b_.pdf");
        assert_eq!(file_name("fattura. "), "fattura");
        assert_eq!(file_name(&"è".repeat(300)).chars().count(), 100);
    }
}
