//! SQL of the proof.

use std::collections::BTreeMap;

use db::{Id, Sql};
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
        "SELECT k.documento_id, k.prev, k.hash, coalesce(v.congelato, c.congelato), d.numero, d.imponibile_cents, d.imposta_cents,
            d.totale_cents, d.netto_cents,
            (SELECT coalesce(sum(totale_cents), 0) FROM documenti_righe r WHERE r.documento_id = d.id),
            (SELECT coalesce(sum(imponibile_cents + imposta_cents), 0) FROM documenti_riepilogo r WHERE r.documento_id = d.id),
            (SELECT coalesce(sum(importo_cents), 0) FROM documenti_rate r WHERE r.documento_id = d.id), v.id IS NULL
         FROM documenti_catena k JOIN documenti d ON d.id = k.documento_id
         JOIN documenti_contenuti c ON c.id = d.id
         LEFT JOIN documenti_versioni v ON v.documento_id = k.documento_id AND v.versione = k.versione ORDER BY k.id",
    )?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let cents = |at: usize| row.get::<_, i64>(at).map(Cents::new);
        each(Link {
            documento_id: row.get(0)?,
            prev: row.get_ref(1)?.as_str().unwrap_or_default(),
            hash: row.get_ref(2)?.as_str().unwrap_or_default(),
            congelato: row.get_ref(3)?.as_str().unwrap_or_default(),
            numero: row.get_ref(4)?.as_str().unwrap_or_default(),
            imponibile: cents(5)?,
            imposta: cents(6)?,
            totale: cents(7)?,
            netto: cents(8)?,
            righe: cents(9)?,
            riepilogo: cents(10)?,
            rate: cents(11)?,
            is_present: row.get(12)?,
        })?;
    }
    Ok(())
}

/// A link of the chain with what the rows say about the document.
pub(super) struct Link<'a> {
    pub(super) documento_id: Id,
    pub(super) prev: &'a str,
    pub(super) hash: &'a str,
    pub(super) congelato: &'a str,
    pub(super) numero: &'a str,
    pub(super) imponibile: Cents,
    pub(super) imposta: Cents,
    pub(super) totale: Cents,
    pub(super) netto: Cents,
    pub(super) righe: Cents,
    pub(super) riepilogo: Cents,
    pub(super) rate: Cents,
    /// Not an earlier version, rejected by SDI, of which only the frozen text is left.
    pub(super) is_present: bool,
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
