//! Keeping, reading, checking and binning files.

use std::path::{Path, PathBuf};

use db::{DbError, Id, Sql, Tx, When, files};
use sha2::{Digest, Sha256};

use super::{AllegatoRow, store};
use crate::{Books, Error, list::Saved};

/// The folder of an archive's larger files: `<archive>.allegati` beside it.
#[must_use]
pub fn folder_of(archive: &Path) -> PathBuf {
    let mut name = archive.as_os_str().to_owned();
    name.push(".allegati");
    PathBuf::from(name)
}

/// Keeps a file. A larger one is on the disk before its row is.
///
/// # Errors
/// The archive or the disk cannot be written.
pub fn put(
    books: &Books,
    when: &When,
    nome: &str,
    mime: &str,
    bytes: &[u8],
) -> Result<Saved<AllegatoRow>, Error> {
    books.write("allegati.put", when, |tx| put_in(tx, books, nome, mime, bytes))
}

/// As [`put`], inside a write of another verb.
///
/// # Errors
/// As [`put`].
pub fn put_in(
    tx: &Tx<'_>,
    books: &Books,
    nome: &str,
    mime: &str,
    bytes: &[u8],
) -> Result<AllegatoRow, Error> {
    let is_large = bytes.len() > files::BLOB_LIMIT_BYTES;
    if is_large {
        files::put(&folder_of(books.archive().path()), bytes, tx.when())?;
    }
    let row = store::New {
        nome,
        mime,
        lunghezza: u32::try_from(bytes.len()).map_err(|_too_long| Error::refused("file_too_large"))?,
        sha256: &hex(&Sha256::digest(bytes)),
        corpo: (!is_large).then_some(bytes),
    };
    let id = store::insert(tx, &row)?;
    get(tx, id)
}

/// One file, without its bytes.
///
/// # Errors
/// No such file.
pub fn get(sql: &impl Sql, id: Id) -> Result<AllegatoRow, Error> {
    store::get(sql, id)?.ok_or(Error::NotFound("allegati"))
}

/// Every file, in the order of ids, without its bytes.
///
/// # Errors
/// The archive cannot be read.
pub fn all(sql: &impl Sql) -> Result<Vec<AllegatoRow>, Error> {
    store::all(sql)
}

/// The bytes of a file, compared with their digest. `folder` is that of [`folder_of`].
///
/// # Errors
/// No such row or file; the bytes were changed.
pub fn bytes(sql: &impl Sql, folder: &Path, id: Id) -> Result<Vec<u8>, Error> {
    let row = get(sql, id)?;
    match store::corpo(sql, id)? {
        Some(bytes) if hex(&Sha256::digest(&bytes)) == row.sha256 => Ok(bytes),
        Some(_changed) => Err(DbError::FileDamaged.into()),
        None => Ok(files::open(folder, &row.sha256)?),
    }
}

/// Puts a file into the bin. Its bytes stay: the row can come back by undo.
///
/// # Errors
/// No such file.
pub fn bin(books: &Books, when: &When, id: Id) -> Result<Saved<()>, Error> {
    books.write("allegati.bin", when, |tx| bin_in(tx, id))
}

/// As [`bin`], inside a write of another verb.
///
/// # Errors
/// As [`bin`].
pub fn bin_in(tx: &Tx<'_>, id: Id) -> Result<(), Error> {
    store::set_cestinato(tx, id)
}

/// The files whose bytes are missing or changed, with the reason.
///
/// # Errors
/// The archive cannot be read.
pub fn verify(sql: &impl Sql, folder: &Path) -> Result<Vec<(AllegatoRow, Error)>, Error> {
    let mut bad = Vec::new();
    for row in store::all(sql)? {
        if let Err(error) = bytes(sql, folder, row.id) {
            bad.push((row, error));
        }
    }
    Ok(bad)
}

/// Bins files beside the archive that no row names and that are older than a day.
///
/// # Errors
/// The disk failed.
pub fn sweep(books: &Books, when: &When) -> Result<files::Swept, Error> {
    let folder = folder_of(books.archive().path());
    if !folder.exists() {
        return Ok(files::Swept::default());
    }
    let is_named = |sha256: &str| {
        books
            .read(|reader| store::is_named(reader, sha256))
            .map_err(|error| match error {
                Error::Db(error) => error,
                other => DbError::Schema(other.to_string()),
            })
    };
    Ok(files::sweep(&folder, &is_named, when)?)
}

fn hex(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
