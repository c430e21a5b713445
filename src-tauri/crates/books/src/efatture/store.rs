//! The area's SQL.

use db::{Id, Sql, Tx, rusqlite};
use rusqlite::OptionalExtension;

use super::{EfatturaRow, EfatturaStato, MessaggioRow, StatoRow};
use crate::Error;

const ROW: &str = "f.id, f.documento_id, f.nome_file, f.sha256, f.lunghezza, coalesce((SELECT salvato_at
    FROM efatture_salvataggi s WHERE s.file_id = f.id ORDER BY s.id DESC LIMIT 1), '')";

fn row(row: &rusqlite::Row<'_>) -> rusqlite::Result<EfatturaRow> {
    Ok(EfatturaRow {
        id: row.get(0)?,
        documento_id: row.get(1)?,
        nome_file: row.get(2)?,
        sha256: row.get(3)?,
        lunghezza: row.get(4)?,
        salvato_at: row.get(5)?,
    })
}

pub(super) fn highest(sql: &impl Sql) -> Result<u32, Error> {
    let mut query = sql
        .sql()
        .prepare_cached("SELECT coalesce(max(progressivo), 0) FROM efatture_file")?;
    Ok(query.query_row([], |row| row.get(0))?)
}

/// Keeps a file; those that it takes the place of are closed.
pub(super) fn insert(
    tx: &Tx<'_>,
    (documento_id, data_documento): (Id, &str),
    (progressivo, nome_file): (u32, &str),
    sha256: &str,
    xml: &[u8],
) -> Result<(), Error> {
    let length = i64::try_from(xml.len()).map_err(|_never| money::TooLarge)?;
    tx.sql()
        .prepare_cached("UPDATE efatture_file SET chiusa = 1 WHERE documento_id = ?1 AND chiusa = 0")?
        .execute([documento_id])?;
    tx.sql()
        .prepare_cached(
            "INSERT INTO efatture_file (id, documento_id, data_documento, progressivo, nome_file, sha256, lunghezza, xml)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute((
            tx.new_id(),
            documento_id,
            data_documento,
            progressivo,
            nome_file,
            sha256,
            length,
            xml,
        ))?;
    Ok(())
}

pub(super) fn all(sql: &impl Sql) -> Result<Vec<EfatturaRow>, Error> {
    let mut query = sql
        .sql()
        .prepare_cached(&format!("SELECT {ROW} FROM efatture_file f ORDER BY f.id"))?;
    let rows = query.query_map([], row)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn of_documento(sql: &impl Sql, documento_id: Id) -> Result<Option<EfatturaRow>, Error> {
    let mut query = sql.sql().prepare_cached(&format!(
        "SELECT {ROW} FROM efatture_file f WHERE f.documento_id = ?1 ORDER BY f.id DESC LIMIT 1"
    ))?;
    Ok(query.query_row([documento_id], row).optional()?)
}

pub(super) fn xml(sql: &impl Sql, id: Id) -> Result<Vec<u8>, Error> {
    let mut query = sql
        .sql()
        .prepare_cached("SELECT xml FROM efatture_file WHERE id = ?1")?;
    let bytes = query.query_row([id], |row| row.get(0)).optional()?;
    bytes.ok_or(Error::NotFound("efatture"))
}

pub(super) fn saved(tx: &Tx<'_>, file: &EfatturaRow, at: &str) -> Result<(), Error> {
    tx.sql()
        .prepare_cached(
            "INSERT INTO efatture_salvataggi (id, documento_id, file_id, salvato_at) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute((tx.new_id(), file.documento_id, file.id, at))?;
    Ok(())
}

/// Writes a state down and closes or opens the file; one that a newer file took the place of stays closed.
pub(super) fn put_state(
    tx: &Tx<'_>,
    file_id: Id,
    stato: EfatturaStato,
    giorno: &str,
    note: &str,
) -> Result<(), Error> {
    tx.sql()
        .prepare_cached(
            "INSERT INTO efatture_stati (id, file_id, stato, giorno, note) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute((tx.new_id(), file_id, word(stato)?, giorno, note))?;
    tx.sql()
        .prepare_cached(
            "UPDATE efatture_file SET chiusa = ?2 OR EXISTS (SELECT 1 FROM efatture_file n
                WHERE n.documento_id = efatture_file.documento_id AND n.id > efatture_file.id) WHERE id = ?1",
        )?
        .execute((file_id, !stato.is_open()))?;
    Ok(())
}

pub(super) fn put_saved_of(tx: &Tx<'_>, documento_id: Id, at: &str) -> Result<(), Error> {
    tx.sql()
        .prepare_cached(
            "INSERT INTO efatture_salvataggi (id, documento_id, file_id, salvato_at) SELECT ?1, documento_id, id, ?3
             FROM efatture_file WHERE documento_id = ?2 ORDER BY id DESC LIMIT 1",
        )?
        .execute((tx.new_id(), documento_id, at))?;
    Ok(())
}

pub(super) fn newest_of(sql: &impl Sql, documento_id: Id) -> Result<Option<Id>, Error> {
    let mut query = sql
        .sql()
        .prepare_cached("SELECT id FROM efatture_file WHERE documento_id = ?1 ORDER BY id DESC LIMIT 1")?;
    Ok(query.query_row([documento_id], |row| row.get(0)).optional()?)
}

fn word(stato: EfatturaStato) -> Result<String, Error> {
    let json = serde_json::to_value(stato)?;
    Ok(json.as_str().unwrap_or_default().to_owned())
}

/// A state with its word still as text.
type Raw = (Id, Id, String, String, String, String);

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Raw> {
    Ok((
        row.get(0)?,
        row.get(1)?,
        row.get(2)?,
        row.get(3)?,
        row.get(4)?,
        row.get(5)?,
    ))
}

fn finish((id, file_id, nome_file, stato, giorno, note): Raw) -> Result<StatoRow, Error> {
    Ok(StatoRow {
        id,
        file_id,
        nome_file,
        stato: serde_json::from_value(serde_json::Value::String(stato))?,
        giorno,
        note,
    })
}

pub(super) fn state_of(sql: &impl Sql, documento_id: Id) -> Result<Option<StatoRow>, Error> {
    let mut query = sql.sql().prepare_cached(
        "SELECT file_id, file_id, nome_file, stato, giorno, note FROM v_efatture_stati WHERE documento_id = ?1",
    )?;
    query
        .query_row([documento_id], read)
        .optional()?
        .map(finish)
        .transpose()
}

pub(super) fn states(sql: &impl Sql, documento_id: Id) -> Result<Vec<StatoRow>, Error> {
    let mut query = sql.sql().prepare_cached(
        "SELECT s.id, f.id, f.nome_file, s.stato, s.giorno, s.note FROM efatture_stati s
         JOIN efatture_file f ON f.id = s.file_id WHERE f.documento_id = ?1 ORDER BY s.id DESC",
    )?;
    let rows = query.query_map([documento_id], read)?;
    rows.map(|row| finish(row?)).collect()
}

/// A message to be kept.
pub(super) struct NewMessage<'a> {
    pub(super) file_id: Id,
    pub(super) tipo: &'a str,
    pub(super) nome: &'a str,
    pub(super) identificativo_sdi: &'a str,
    pub(super) giorno: &'a str,
    pub(super) testo: &'a str,
    pub(super) sha256: &'a str,
    pub(super) allegato_id: Id,
}

pub(super) fn has_message(sql: &impl Sql, sha256: &str) -> Result<bool, Error> {
    let mut query = sql
        .sql()
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM efatture_messaggi WHERE sha256 = ?1)")?;
    Ok(query.query_row([sha256], |row| row.get(0))?)
}

pub(super) fn insert_message(tx: &Tx<'_>, new: &NewMessage<'_>) -> Result<(), Error> {
    tx.sql()
        .prepare_cached(
            "INSERT INTO efatture_messaggi (id, file_id, tipo, nome, identificativo_sdi, giorno, testo, sha256, allegato_id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute((
            tx.new_id(),
            new.file_id,
            new.tipo,
            new.nome,
            new.identificativo_sdi,
            new.giorno,
            new.testo,
            new.sha256,
            new.allegato_id,
        ))?;
    Ok(())
}

pub(super) fn messaggi(sql: &impl Sql, documento_id: Id) -> Result<Vec<MessaggioRow>, Error> {
    let mut query = sql.sql().prepare_cached(
        "SELECT m.id, m.tipo, m.nome, f.nome_file, m.identificativo_sdi, m.giorno, m.testo, m.allegato_id
         FROM efatture_messaggi m JOIN efatture_file f ON f.id = m.file_id WHERE f.documento_id = ?1 ORDER BY m.id DESC",
    )?;
    let rows = query.query_map([documento_id], |row| {
        Ok(MessaggioRow {
            id: row.get(0)?,
            tipo: row.get(1)?,
            nome: row.get(2)?,
            nome_file: row.get(3)?,
            identificativo_sdi: row.get(4)?,
            giorno: row.get(5)?,
            testo: row.get(6)?,
            allegato_id: row.get(7)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The newest state written down of a file; none when nobody wrote one.
pub(super) fn state_of_file(sql: &impl Sql, file_id: Id) -> Result<Option<EfatturaStato>, Error> {
    let mut query = sql
        .sql()
        .prepare_cached("SELECT stato FROM efatture_stati WHERE file_id = ?1 ORDER BY id DESC LIMIT 1")?;
    let word: Option<String> = query.query_row([file_id], |row| row.get(0)).optional()?;
    let word = word.map(serde_json::Value::String);
    Ok(word.map(serde_json::from_value).transpose()?)
}
