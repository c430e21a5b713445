//! The area's SQL.

use db::{Id, Sql, Tx, rusqlite};
use rusqlite::{OptionalExtension, Row};

use super::AllegatoRow;
use crate::Error;

/// A row to be added.
pub(super) struct New<'a> {
    pub(super) nome: &'a str,
    pub(super) mime: &'a str,
    pub(super) lunghezza: u32,
    pub(super) sha256: &'a str,
    pub(super) corpo: Option<&'a [u8]>,
}

fn row(row: &Row<'_>) -> rusqlite::Result<AllegatoRow> {
    Ok(AllegatoRow {
        id: row.get(0)?,
        nome: row.get(1)?,
        mime: row.get(2)?,
        lunghezza: row.get(3)?,
        sha256: row.get(4)?,
    })
}

pub(super) fn insert(tx: &Tx<'_>, new: &New<'_>) -> Result<Id, Error> {
    let id = tx.new_id();
    tx.sql().execute(
        "INSERT INTO allegati (id, nome, mime, lunghezza, sha256, corpo) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (id, new.nome, new.mime, new.lunghezza, new.sha256, new.corpo),
    )?;
    Ok(id)
}

pub(super) fn get(sql: &impl Sql, id: Id) -> Result<Option<AllegatoRow>, Error> {
    let mut query = sql
        .sql()
        .prepare_cached("SELECT id, nome, mime, lunghezza, sha256 FROM allegati WHERE id = ?1")?;
    Ok(query.query_row([id], row).optional()?)
}

pub(super) fn all(sql: &impl Sql) -> Result<Vec<AllegatoRow>, Error> {
    let mut query = sql
        .sql()
        .prepare_cached("SELECT id, nome, mime, lunghezza, sha256 FROM allegati ORDER BY id")?;
    Ok(query.query_map([], row)?.collect::<Result<_, _>>()?)
}

pub(super) fn corpo(sql: &impl Sql, id: Id) -> Result<Option<Vec<u8>>, Error> {
    let mut query = sql
        .sql()
        .prepare_cached("SELECT corpo FROM allegati WHERE id = ?1")?;
    Ok(query.query_row([id], |row| row.get(0)).optional()?.flatten())
}

pub(super) fn is_named(sql: &impl Sql, sha256: &str) -> Result<bool, Error> {
    let mut query = sql
        .sql()
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM allegati WHERE sha256 = ?1)")?;
    Ok(query.query_row([sha256], |row| row.get(0))?)
}

pub(super) fn set_cestinato(tx: &Tx<'_>, id: Id) -> Result<(), Error> {
    match tx
        .sql()
        .execute("UPDATE allegati SET cestinato = 1 WHERE id = ?1", [id])?
    {
        0 => Err(Error::NotFound("allegati")),
        _ => Ok(()),
    }
}
