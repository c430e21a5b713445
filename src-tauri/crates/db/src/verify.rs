//! What SQLite itself can find wrong; silent changes are found by the hash chain of the areas.

use rusqlite::Connection;

use crate::{DbError, Sql};

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PageProblem {
    /// `integrity_check`: pages, indexes, CHECK, NOT NULL, types.
    Pages(String),
    /// `foreign_key_check`: a row refers to one that is not there.
    Reference {
        /// Table of the row.
        table: String,
        /// Key of the row.
        row_id: i64,
        /// Table in which nothing was found.
        parent: String,
    },
}

/// Runs both checks over the whole file; an empty list means good.
///
/// # Errors
/// `Damaged` when the file cannot even be walked.
pub fn verify_pages(sql: &impl Sql) -> Result<Vec<PageProblem>, DbError> {
    verify_connection(sql.sql())
}

pub(crate) fn verify_connection(conn: &Connection) -> Result<Vec<PageProblem>, DbError> {
    let mut problems = Vec::new();
    renew_search(conn)?;
    conn.pragma_query(None, "integrity_check", |row| {
        let line: String = row.get(0)?;
        if line != "ok" {
            problems.push(PageProblem::Pages(line));
        }
        Ok(())
    })?;
    conn.pragma_query(None, "foreign_key_check", |row| {
        let row_id = row.get::<_, Option<i64>>(1)?.unwrap_or(0);
        problems.push(PageProblem::Reference {
            table: row.get(0)?,
            row_id,
            parent: row.get(2)?,
        });
        Ok(())
    })?;
    Ok(problems)
}

/// A full-text table that was searched on this connection keeps a list of its segments, and its integrity check would
/// report those that a later commit merged as corrupt. A search looks whether the list is still good.
fn renew_search(conn: &Connection) -> Result<(), DbError> {
    let exists = "SELECT count(*) FROM sqlite_schema WHERE name = 'cerca_parole'";
    if conn.query_row(exists, [], |row| row.get::<_, i64>(0))? == 0 {
        return Ok(());
    }
    for table in ["cerca_parole", "cerca_pezzi"] {
        conn.query_row(
            &format!("SELECT count(*) FROM {table} WHERE {table} MATCH '\"renewed\"'"),
            [],
            |_| Ok(()),
        )?;
    }
    Ok(())
}

/// The cheaper page check that a backup has to pass: no index is compared with its table.
pub(crate) fn quick_check(conn: &Connection) -> Result<(), DbError> {
    renew_search(conn)?;
    let mut first = None;
    conn.pragma_query(None, "quick_check", |row| {
        first.get_or_insert(row.get::<_, String>(0)?);
        Ok(())
    })?;
    match first {
        Some(line) if line == "ok" => Ok(()),
        _ => Err(DbError::Damaged),
    }
}
