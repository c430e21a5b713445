//! Numbering series, and numbers that were used before this program.

use db::{Id, Sql, Tx, When};

use super::{NumeroAltroveDraft, SezionaleDraft, SezionaleView, store};
use crate::{Books, Error, Problem, list::Saved};

/// The series, by code; the main one has none.
///
/// # Errors
/// The archive cannot be read.
pub fn sezionali(sql: &impl Sql) -> Result<Vec<SezionaleView>, Error> {
    store::sezionali(sql)
}

/// Keeps a series, known by its code: letters, digits and hyphens, at most 8, since it is part of printed numbers.
///
/// # Errors
/// The code is empty or has other characters.
pub fn save_sezionale(
    books: &Books,
    when: &When,
    draft: SezionaleDraft,
) -> Result<Saved<SezionaleView>, Error> {
    let codice = draft.codice.trim().to_uppercase();
    let is_code =
        (1..=8).contains(&codice.len()) && codice.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-');
    if !is_code {
        return Err(Error::Invalid(vec![Problem::error("sezionale_bad", "codice")]));
    }
    books.write("azienda.save_sezionale", when, |tx| {
        let draft = SezionaleDraft { codice, ..draft };
        let id = store::put_sezionale(tx, &draft)?;
        Ok(SezionaleView { id: Some(id), draft })
    })
}

/// Takes a series out of the list, inside a write that has asked whether it is used.
pub(crate) fn delete_sezionale_in(tx: &Tx<'_>, id: Id) -> Result<(), Error> {
    store::delete_sezionale(tx, id)
}

/// Numbers used before this program, with their reason.
///
/// # Errors
/// The archive cannot be read.
pub fn numeri_altrove(sql: &impl Sql) -> Result<Vec<NumeroAltroveDraft>, Error> {
    store::numeri_altrove(sql)
}

/// Keeps the last number used elsewhere for a class, year and series; the reason is kept with it.
///
/// # Errors
/// The year is not one, or the archive cannot be written.
pub fn save_numero_altrove(
    books: &Books,
    when: &When,
    draft: NumeroAltroveDraft,
) -> Result<Saved<NumeroAltroveDraft>, Error> {
    let mut problems = Vec::new();
    if !(1970..=2999).contains(&draft.anno) {
        problems.push(Problem::error("date_bad", "anno").arg("value", draft.anno));
    }
    if draft.ultimo > 9_999_999 {
        problems.push(Problem::error("number_too_large", "ultimo"));
    }
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    books.write("azienda.save_numero_altrove", when, |tx| {
        store::put_numero_altrove(tx, &draft)?;
        Ok(draft)
    })
}

/// The last number used elsewhere, 0 when none.
///
/// # Errors
/// The archive cannot be read.
pub fn last_elsewhere(sql: &impl Sql, classe: &str, anno: i16, sezionale: &str) -> Result<u32, Error> {
    let used = elsewhere(sql, classe, anno, sezionale)?;
    Ok(used.map_or(0, |row| row.ultimo))
}

/// The last number used elsewhere with its reason; none when there is none.
///
/// # Errors
/// The archive cannot be read.
pub fn elsewhere(
    sql: &impl Sql,
    classe: &str,
    anno: i16,
    sezionale: &str,
) -> Result<Option<NumeroAltroveDraft>, Error> {
    let known = store::numeri_altrove(sql)?;
    // Series are compared as SDI compares numbers: trimmed, whatever the case (00404).
    let of_series = |row: &NumeroAltroveDraft| {
        row.classe == classe
            && row.anno == anno
            && row.sezionale.trim().eq_ignore_ascii_case(sezionale.trim())
    };
    Ok(known.into_iter().filter(of_series).max_by_key(|row| row.ultimo))
}
