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

/// The cheaper page check that a backup has to pass: no index is compared with its table.
pub(crate) fn quick_check(conn: &Connection) -> Result<(), DbError> {
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
