//! One search over all areas: words by their beginnings, pieces of words, amounts.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::OptionalExtension;

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
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    hits(sql, found.into_iter().rev().take(limit))
}

/// Rows as [`search`] shows them, in the order given; those that cannot be found are left out.
///
/// # Errors
/// Any failure to read.
pub fn hits(sql: &impl Sql, rows: impl IntoIterator<Item = Id>) -> Result<Vec<Hit>, DbError> {
    let mut read = sql
        .sql()
        .prepare_cached("SELECT area, id, text FROM cerca WHERE id = ?1")?;
    let mut hits = Vec::new();
    for id in rows {
        let hit = read.query_row([id], |row| {
            Ok(Hit {
                area: row.get(0)?,
                id: row.get(1)?,
                text: row.get(2)?,
            })
        });
        hits.extend(hit.optional()?);
    }
    Ok(hits)
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

/// The table in which [`renew`] collects its rows. Every statement that fires triggers makes FTS5 write out what it
/// holds: one statement over all rows does so once, one for each row did it thousands of times.
pub(crate) const COLLECT: &str =
    "CREATE TEMP TABLE cerca_nuove (id INTEGER PRIMARY KEY, area TEXT NOT NULL, text TEXT);";

/// How rows are to be found from now on: the area that said so and its words, or not at all.
pub(crate) type Renewed = BTreeMap<Id, (&'static str, Option<SearchText>)>;

/// Brings the search up to date.
pub(crate) fn renew(tx: &Tx<'_>, rows: &Renewed) -> Result<(), DbError> {
    let execute = |sql: &str| Ok::<_, DbError>(tx.sql().prepare_cached(sql)?.execute([])?);
    execute("DELETE FROM temp.cerca_nuove WHERE id IS NOT NULL")?;
    let mut collect = tx
        .sql()
        .prepare_cached("INSERT INTO temp.cerca_nuove (id, area, text) VALUES (?1, ?2, ?3)")?;
    for (id, (area, entry)) in rows {
        collect.execute((id, area, entry.as_ref().map(|entry| &entry.text)))?;
    }
    execute("DELETE FROM cerca_importi WHERE row_id IN (SELECT id FROM temp.cerca_nuove)")?;
    execute("DELETE FROM cerca WHERE id IN (SELECT id FROM temp.cerca_nuove WHERE text IS NULL)")?;
    execute(
        "INSERT INTO cerca (id, area, text) SELECT id, area, text FROM temp.cerca_nuove WHERE text IS NOT NULL
         ON CONFLICT (id) DO UPDATE SET area = excluded.area, text = excluded.text WHERE text <> excluded.text",
    )?;
    let mut add = tx
        .sql()
        .prepare_cached("INSERT OR IGNORE INTO cerca_importi (row_id, importo_cents) VALUES (?1, ?2)")?;
    for (id, (_, entry)) in rows {
        for cents in entry.iter().flat_map(|entry| &entry.importi_cents) {
            add.execute((id, cents))?;
        }
    }
    Ok(())
}
