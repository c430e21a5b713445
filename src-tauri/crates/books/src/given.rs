//! The files that somebody gives: named ones, and those that lie in folders.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// How a file came to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// It was named, so it should be what is asked for.
    Named,
    /// It lies in a folder, where other files may lie too.
    Folder,
}

/// Every file that was named, in that order, and in the place of a folder the files below it in the order of their
/// names. Links are not followed.
///
/// # Errors
/// One is not there, or a folder cannot be read.
pub fn given(paths: &[PathBuf]) -> io::Result<Vec<(PathBuf, Origin)>> {
    let mut files = Vec::new();
    for path in paths {
        if fs::metadata(path)?.is_dir() {
            below(path, &mut files)?;
        } else {
            files.push((path.clone(), Origin::Named));
        }
    }
    Ok(files)
}

fn below(folder: &Path, files: &mut Vec<(PathBuf, Origin)>) -> io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        if entry.file_type()?.is_dir() {
            below(&entry.path(), files)?;
        } else {
            files.push((entry.path(), Origin::Folder));
        }
    }
    Ok(())
}
