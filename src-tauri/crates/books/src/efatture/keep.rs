//! Bytes and names of outgoing files. A progressive is never used twice: the highest of the archive and of the marks
//! that outlive it, plus one.

use db::{Id, Sql, Tx};
use jiff::civil::Date;
use sha2::{Digest, Sha256};

use super::{EfatturaRow, store};
use crate::{Error, Marks};

/// Key of the progressive among the marks.
const MARK: &str = "efatture";

/// The progressive that the next file gets.
///
/// # Errors
/// The archive cannot be read.
pub fn next_progressive(sql: &impl Sql, marks: &Marks) -> Result<u32, Error> {
    let highest = store::highest(sql)?.max(marks.get(MARK));
    highest.checked_add(1).ok_or(Error::TooLarge(money::TooLarge))
}

/// The mark of the highest progressive that the archive holds.
///
/// # Errors
/// The archive cannot be read.
pub fn used_progressive(sql: &impl Sql) -> Result<(String, u32), Error> {
    Ok((MARK.to_owned(), store::highest(sql)?))
}

/// Keeps the bytes of the file of a document of that day; gives their hash.
///
/// # Errors
/// The name was used before, or the archive cannot be written.
pub fn keep(
    tx: &Tx<'_>,
    (documento_id, day): (Id, Date),
    name: &fatturapa::FileName,
    xml: &[u8],
) -> Result<String, Error> {
    let hash = sha256(xml);
    let progressivo = name.progressive();
    let documento = (documento_id, &*day.to_string());
    store::insert(tx, documento, (progressivo, &name.to_string()), &hash, xml)?;
    Ok(hash)
}

/// Every file ever made, in order.
///
/// # Errors
/// The archive cannot be read.
pub fn all(sql: &impl Sql) -> Result<Vec<EfatturaRow>, Error> {
    store::all(sql)
}

/// The newest file of a document; none when it makes none.
///
/// # Errors
/// The archive cannot be read.
pub fn of_documento(sql: &impl Sql, documento_id: Id) -> Result<Option<EfatturaRow>, Error> {
    store::of_documento(sql, documento_id)
}

/// The bytes of a file, checked against their hash.
///
/// # Errors
/// They differ from what was kept, or the archive cannot be read.
pub fn bytes(sql: &impl Sql, file: &EfatturaRow) -> Result<Vec<u8>, Error> {
    let xml = store::xml(sql, file.id)?;
    if sha256(&xml) == file.sha256 {
        Ok(xml)
    } else {
        Err(Error::Broken(
            "the bytes of a file differ from their hash".to_owned(),
        ))
    }
}

/// SHA-256, lower-case hex.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write;
    Sha256::digest(bytes)
        .iter()
        .fold(String::with_capacity(64), |mut hex, byte| {
            // Writing to a String cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
}
