//! The files that a command is given: named ones, and those that lie in folders.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use books::Error;

/// Files whose answers are held at once, so that memory does not grow with their number.
pub(super) const BLOCK: usize = 256;

/// How a file came to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// It was named, so it should be an invoice.
    Named,
    /// It lies in a folder, where other files may lie too.
    Folder,
}

/// Every file that was named, in that order, and in the place of a folder the files below it.
///
/// # Errors
/// One is not there, or a folder cannot be read.
pub(super) fn all(paths: &[PathBuf]) -> Result<Vec<(PathBuf, Origin)>, Error> {
    let mut files = Vec::new();
    for path in paths {
        if fs::metadata(path)?.is_dir() {
            list(path, &mut files)?;
        } else {
            files.push((path.clone(), Origin::Named));
        }
    }
    Ok(files)
}

/// The files below a folder, in the order of their names. Links are not followed.
fn list(folder: &Path, files: &mut Vec<(PathBuf, Origin)>) -> Result<(), Error> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        if entry.file_type()?.is_dir() {
            list(&entry.path(), files)?;
        } else {
            files.push((entry.path(), Origin::Folder));
        }
    }
    Ok(())
}
