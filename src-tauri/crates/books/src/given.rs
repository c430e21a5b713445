//! The files that somebody gives: named ones, and those that lie in folders.

use std::{
    fs, io,
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use fatturapa::intake::{self, Item, MetadataFiles, Options};

/// How a file came to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// It was named, so it should be what is asked for.
    Named,
    /// It lies in a folder, where other files may lie too.
    Folder,
}

/// Every file that was named, in that order, and in the place of a folder the files below it in the order of their
/// names. What is not there or cannot be looked into has its place too: whoever opens it is told why.
#[must_use]
pub fn given(paths: &[PathBuf]) -> Vec<(PathBuf, Origin)> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            below(path, &mut files);
        } else {
            files.push((path.clone(), Origin::Named));
        }
    }
    files
}

fn below(folder: &Path, files: &mut Vec<(PathBuf, Origin)>) {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let Ok(mut entries) = entries else {
        files.push((folder.to_owned(), Origin::Folder));
        return;
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        if entry.file_type().is_ok_and(|what| what.is_dir()) {
            below(&entry.path(), files);
        } else {
            files.push((entry.path(), Origin::Folder));
        }
    }
}

/// How the files are opened one by one: each invoice with the metadata of SDI that are among them.
#[must_use]
pub fn opening(files: &[(PathBuf, Origin)]) -> Options {
    Options {
        metadata: MetadataFiles::among(files.iter().map(|(path, _)| path)),
        ..Options::default()
    }
}

/// Opens one of the files. A link is followed only when it was named.
pub fn each_of(
    path: &Path,
    origin: Origin,
    options: &Options,
    on: impl FnMut(Item) -> ControlFlow<()>,
) -> ControlFlow<()> {
    match origin {
        Origin::Named => intake::each_in(path, options, on),
        Origin::Folder => intake::each_found(path, options, on),
    }
}
