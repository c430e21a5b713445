//! Attachments too large for a row: one file per content, named by its SHA-256, never overwritten.
//!
//! The file is on the disk before a row names it, and the row is gone before the file leaves: a row without its file
//! cannot come about, a file without a row is swept up after a day.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::backup::remove_if_there;
use crate::paths::sync_folder;
use crate::{DbError, When};

/// Bodies above this many bytes belong here, smaller ones into a BLOB.
pub const BLOB_LIMIT_BYTES: usize = 100_000;

const BIN: &str = "cestino";
const DAY_MS: i64 = 86_400_000;
const BIN_DAYS: i64 = 30;

/// What a sweep moved and removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Swept {
    /// Files that no row names, moved to the bin.
    pub binned: usize,
    /// Files that were 30 days in the bin, and remains of broken writes.
    pub removed: usize,
}

/// Stores the bytes under `root` (the folder `allegati` of the archive) and gives their SHA-256 in lower-case hex.
/// On return they are on the disk, so that a row may name them.
///
/// # Errors
/// `DiskFull`, `ReadOnly` and other failures of the disk.
pub fn put(root: &Path, bytes: &[u8], when: &When) -> Result<String, DbError> {
    let sha256: String = Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let path = place(root, &sha256)?;
    let folder = path.parent().unwrap_or(root);
    std::fs::create_dir_all(folder)?;
    if open(root, &sha256).is_ok() {
        // Young again, so that no sweep takes it before its new row is committed.
        File::options()
            .write(true)
            .open(&path)?
            .set_modified(when.at.into())?;
        return Ok(sha256);
    }
    let mut partial = tempfile::Builder::new().prefix("partial-").tempfile_in(folder)?;
    partial.write_all(bytes)?;
    partial.as_file().set_modified(when.at.into())?;
    partial.as_file().sync_all()?;
    partial
        .persist(&path)
        .map_err(|failed| DbError::from(failed.error))?;
    sync_folder(folder)?;
    sync_folder(root)?;
    Ok(sha256)
}

/// The bytes, compared with their name.
///
/// # Errors
/// `FileMissing`, `FileDamaged`, failures of the disk.
pub fn open(root: &Path, sha256: &str) -> Result<Vec<u8>, DbError> {
    let bytes = std::fs::read(place(root, sha256)?).map_err(|error| match DbError::from(error) {
        DbError::Missing => DbError::FileMissing,
        other => other,
    })?;
    let found: String = Sha256::digest(&bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    if found == sha256 {
        Ok(bytes)
    } else {
        Err(DbError::FileDamaged)
    }
}

/// Moves a file to the bin, where it stays 30 days. Call it after the write that removed its last row.
///
/// # Errors
/// Failures of the disk; a file that is not there is no failure.
pub fn bin(root: &Path, sha256: &str, when: &When) -> Result<(), DbError> {
    let folder = root.join(BIN);
    std::fs::create_dir_all(&folder)?;
    let to = folder.join(format!("{}-{sha256}", when.at.as_millisecond()));
    match std::fs::rename(place(root, sha256)?, to) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => sync_folder(&folder),
    }
}

/// Bins files that no row names and that are older than a day, and empties the bin of what is older than 30 days.
///
/// # Errors
/// Failures of the disk and of `is_named`.
pub fn sweep(
    root: &Path,
    is_named: &dyn Fn(&str) -> Result<bool, DbError>,
    when: &When,
) -> Result<Swept, DbError> {
    let mut swept = Swept::default();
    let now = when.at.as_millisecond();
    for folder in entries(root)?.into_iter().filter(|path| path.is_dir()) {
        let is_bin = folder.ends_with(BIN);
        for path in entries(&folder)? {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if is_bin {
                let binned_ms = name
                    .split('-')
                    .next()
                    .and_then(|ms| ms.parse::<i64>().ok())
                    .unwrap_or(now);
                if now.saturating_sub(binned_ms) > BIN_DAYS.saturating_mul(DAY_MS) {
                    remove_if_there(&path)?;
                    swept.removed = swept.removed.saturating_add(1);
                }
            } else if now.saturating_sub(modified_ms(&path)?) <= DAY_MS {
                // Its row may be about to be written.
            } else if name.starts_with("partial-") {
                remove_if_there(&path)?;
                swept.removed = swept.removed.saturating_add(1);
            } else if is_sha256(&name) && !is_named(&name)? {
                bin(root, &name, when)?;
                swept.binned = swept.binned.saturating_add(1);
            }
        }
    }
    Ok(swept)
}

/// `root/ab/abcd...`. A name that is not a digest never becomes a path.
fn place(root: &Path, sha256: &str) -> Result<PathBuf, DbError> {
    match sha256.get(..2).filter(|_| is_sha256(sha256)) {
        Some(start) => Ok(root.join(start).join(sha256)),
        None => Err(DbError::FileMissing),
    }
}

fn is_sha256(name: &str) -> bool {
    name.len() == 64
        && name
            .bytes()
            .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, DbError> {
    match std::fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        found => Ok(found?
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<_, _>>()?),
    }
}

fn modified_ms(path: &Path) -> Result<i64, DbError> {
    let modified = std::fs::metadata(path)?.modified()?;
    Ok(jiff::Timestamp::try_from(modified).map_or(i64::MAX, jiff::Timestamp::as_millisecond))
}
