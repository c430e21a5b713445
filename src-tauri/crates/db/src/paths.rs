//! Names of the files that belong to an archive, and durable changes of folders.

use std::fs::File;
use std::path::{Path, PathBuf};

use crate::DbError;

/// `archive` + `suffix`, in the same folder.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// One name per file: two names of one archive must not have two locks.
pub(crate) fn canonical(path: &Path) -> Result<PathBuf, DbError> {
    if let Ok(found) = std::fs::canonicalize(path) {
        return Ok(found);
    }
    let name = path.file_name().ok_or(DbError::NotArchive)?;
    Ok(std::fs::canonicalize(folder_of(path))?.join(name))
}

/// The folder of a file; `.` when the path is a bare name.
pub(crate) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}

/// Makes renames and removals in a folder survive a power cut. Windows has no such call and does it by itself.
pub(crate) fn sync_folder(folder: &Path) -> Result<(), DbError> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}
