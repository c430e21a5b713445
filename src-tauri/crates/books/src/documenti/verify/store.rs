//! SQL of the proof.

use std::collections::BTreeMap;

use db::{Id, Sql, rusqlite};
use money::Cents;

use crate::Error;

/// Every issued document in words, for the report of a restore.
pub(super) fn issued(sql: &impl Sql) -> Result<BTreeMap<Id, String>, Error> {
    let mut query = sql.sql().prepare_cached(
        "SELECT id, lower(replace(tipo, '_', ' ')) || ' ' || numero || ' del ' || data_documento FROM documenti
         WHERE progressivo IS NOT NULL",
    )?;
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The whole chain in order, each link with the frozen text and the amounts of the row.
pub(super) fn walk_chain(
    sql: &impl Sql,
    mut each: impl FnMut(Link<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut query = sql.sql().prepare_cached(
        "SELECT k.documento_id, k.prev, k.hash, coalesce(v.congelato, c.congelato), v.id IS NULL, d.tipo, d.anno, d.sezionale,
            d.progressivo, d.numero, d.data_documento, d.cliente, d.td, d.no_sdi, d.imponibile_cents, d.imposta_cents,
            d.totale_cents, d.netto_cents
         FROM documenti_catena k JOIN documenti d ON d.id = k.documento_id
         JOIN documenti_contenuti c ON c.id = d.id
         LEFT JOIN documenti_versioni v ON v.documento_id = k.documento_id AND v.versione = k.versione ORDER BY k.id",
    )?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let text = |at: usize| Ok::<_, rusqlite::Error>(row.get_ref(at)?.as_str().unwrap_or_default());
        let cents = |at: usize| row.get::<_, i64>(at).map(Cents::new);
        each(Link {
            documento_id: row.get(0)?,
            prev: text(1)?,
            hash: text(2)?,
            congelato: text(3)?,
            is_present: row.get(4)?,
            tipo: text(5)?,
            anno: row.get(6)?,
            sezionale: text(7)?,
            progressivo: row.get(8)?,
            numero: text(9)?,
            data_documento: text(10)?,
            cliente: text(11)?,
            td: text(12)?,
            no_sdi: row.get(13)?,
            imponibile: cents(14)?,
            imposta: cents(15)?,
            totale: cents(16)?,
            netto: cents(17)?,
        })?;
    }
    Ok(())
}

/// A link of the chain with what the row says about the document.
pub(super) struct Link<'a> {
    pub(super) documento_id: Id,
    pub(super) prev: &'a str,
    pub(super) hash: &'a str,
    pub(super) congelato: &'a str,
    /// Not an earlier version, rejected by SDI, of which only the frozen text is left.
    pub(super) is_present: bool,
    pub(super) tipo: &'a str,
    pub(super) anno: i16,
    pub(super) sezionale: &'a str,
    pub(super) progressivo: u32,
    pub(super) numero: &'a str,
    pub(super) data_documento: &'a str,
    pub(super) cliente: &'a str,
    pub(super) td: &'a str,
    pub(super) no_sdi: bool,
    pub(super) imponibile: Cents,
    pub(super) imposta: Cents,
    pub(super) totale: Cents,
    pub(super) netto: Cents,
}

/// Issued documents, the newest first; all of them, or so many.
pub(super) fn newest(sql: &impl Sql, count: Option<u32>) -> Result<Vec<Id>, Error> {
    let mut query = sql.sql().prepare_cached(
        "SELECT documento_id FROM documenti_catena WHERE versione = 1 ORDER BY id DESC LIMIT ?1",
    )?;
    let limit = count.map_or(-1, i64::from);
    let rows = query.query_map([limit], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Issued documents that no link of the chain knows.
pub(super) fn unchained(sql: &impl Sql) -> Result<Vec<Id>, Error> {
    let mut query = sql.sql().prepare_cached(
        "SELECT id FROM documenti d WHERE progressivo IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM documenti_catena k WHERE k.documento_id = d.id)",
    )?;
    let rows = query.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
