//! One search over all areas: words by their beginnings, pieces of words, amounts.

use std::collections::BTreeSet;

use crate::{DbError, Id, SearchText, Sql, Tx};

/// A row that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The area that gave the text.
    pub area: String,
    /// The row.
    pub id: Id,
    /// What the area shows for it.
    pub text: String,
}

/// The newest `limit` rows that hold every word of `text` (beginnings suffice; three letters from anywhere in a word
/// do too), or that hold `importo_cents` when the caller could read the text as an amount.
///
/// # Errors
/// Any failure to read.
pub fn search(
    sql: &impl Sql,
    text: &str,
    importo_cents: Option<i64>,
    limit: u32,
) -> Result<Vec<Hit>, DbError> {
    let words = words_of(text);
    let mut found = BTreeSet::new();
    if !words.is_empty() {
        let beginnings: Vec<String> = words.iter().map(|word| format!("{word}*")).collect();
        let query = "SELECT rowid FROM cerca_parole WHERE cerca_parole MATCH ?1 ORDER BY rowid DESC LIMIT ?2";
        found.extend(ids(sql, query, beginnings.join(" "), limit)?);
        // Pieces have three letters (the quotes make five); a shorter word would be silently ignored.
        if words.iter().all(|word| word.chars().count() >= 5) {
            let query =
                "SELECT rowid FROM cerca_pezzi WHERE cerca_pezzi MATCH ?1 ORDER BY rowid DESC LIMIT ?2";
            found.extend(ids(sql, query, words.join(" "), limit)?);
        }
    }
    if let Some(cents) = importo_cents {
        let query = "SELECT row_id FROM cerca_importi WHERE importo_cents = ?1 ORDER BY row_id DESC LIMIT ?2";
        found.extend(ids(sql, query, cents, limit)?);
    }
    let mut read = sql
        .sql()
        .prepare_cached("SELECT area, id, text FROM cerca WHERE id = ?1")?;
    let newest = found
        .into_iter()
        .rev()
        .take(usize::try_from(limit).unwrap_or(usize::MAX));
    let hits = newest.map(|id| {
        read.query_row([id], |row| {
            Ok(Hit {
                area: row.get(0)?,
                id: row.get(1)?,
                text: row.get(2)?,
            })
        })
    });
    Ok(hits.collect::<Result<_, _>>()?)
}

/// The user's words as quoted strings of the full-text language, so that nothing in them is an operator.
fn words_of(text: &str) -> Vec<String> {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    words
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(|word| format!("\"{}\"", word.replace('"', "\"\"")))
        .collect()
}

fn ids(sql: &impl Sql, query: &str, what: impl rusqlite::ToSql, limit: u32) -> Result<Vec<Id>, DbError> {
    let mut query = sql.sql().prepare_cached(query)?;
    let rows = query.query_map((what, limit), |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Puts a row into the search, renews it, or takes it out.
pub(crate) fn set(tx: &Tx<'_>, area: &str, id: Id, entry: Option<SearchText>) -> Result<(), DbError> {
    let Some(entry) = entry else {
        tx.sql()
            .prepare_cached("DELETE FROM cerca WHERE id = ?1")?
            .execute([id])?;
        return Ok(());
    };
    tx.sql()
        .prepare_cached(
            "INSERT INTO cerca (id, area, text) VALUES (?1, ?2, ?3)
             ON CONFLICT (id) DO UPDATE SET area = excluded.area, text = excluded.text WHERE text <> excluded.text",
        )?
        .execute((id, area, &entry.text))?;
    tx.sql()
        .prepare_cached("DELETE FROM cerca_importi WHERE row_id = ?1")?
        .execute([id])?;
    let mut add = tx
        .sql()
        .prepare_cached("INSERT OR IGNORE INTO cerca_importi (row_id, importo_cents) VALUES (?1, ?2)")?;
    for cents in &entry.importi_cents {
        add.execute((id, cents))?;
    }
    Ok(())
}
