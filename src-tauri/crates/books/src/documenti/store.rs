//! The area's SQL: rows that lists read, and their contents. What an issue adds is in `issue/store.rs`, lists in
//! `list/store.rs`, the proof in `verify/store.rs`.

use db::{DbError, Id, SearchText, Sql, Tx, rusqlite};
use money::Cents;
use rusqlite::OptionalExtension;

use super::{Legame, Stato, Tipo};
use crate::Error;

/// A row of `documenti` with its contents.
pub(super) struct Stored {
    pub(super) tipo: Tipo,
    pub(super) stato: Stato,
    pub(super) anno: i16,
    pub(super) sezionale: String,
    pub(super) progressivo: Option<u32>,
    pub(super) numero: String,
    pub(super) data_documento: String,
    pub(super) cliente_id: Option<Id>,
    pub(super) cliente: String,
    pub(super) td: String,
    pub(super) no_sdi: bool,
    pub(super) incompleto: bool,
    pub(super) categoria: String,
    pub(super) note: String,
    pub(super) chiave: String,
    pub(super) emesso_at: String,
    pub(super) imponibile: Cents,
    pub(super) imposta: Cents,
    pub(super) totale: Cents,
    pub(super) netto: Cents,
    pub(super) draft: String,
    pub(super) congelato: String,
}

impl Stored {
    fn ordine(&self) -> String {
        format!(
            "{:04} {:<8} {:08}",
            self.anno,
            self.sezionale,
            self.progressivo.unwrap_or_default()
        )
    }
}

/// A kind or state as kept: the text it has in JSON.
pub(super) fn word(value: impl serde::Serialize) -> Result<String, Error> {
    match serde_json::to_value(value)? {
        serde_json::Value::String(text) => Ok(text),
        _ => Err(Error::Broken("a kind that is no word".to_owned())),
    }
}

/// The kind or state that [`word`] wrote.
pub(super) fn unword<T: serde::de::DeserializeOwned>(text: String) -> Result<T, Error> {
    Ok(serde_json::from_value(serde_json::Value::String(text))?)
}

pub(super) fn put(tx: &Tx<'_>, id: Id, row: &Stored) -> Result<(), Error> {
    tx.sql()
        .prepare_cached(
            "INSERT INTO documenti (id, tipo, classe, stato, anno, sezionale, progressivo, numero, data_documento,
                cliente_id, cliente, imponibile_cents, imposta_cents, totale_cents, netto_cents, td, no_sdi, incompleto,
                categoria, note, chiave, emesso_at, ordine)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23)
             ON CONFLICT (id) DO UPDATE SET tipo = ?2, classe = ?3, stato = ?4, anno = ?5, sezionale = ?6,
                progressivo = ?7, numero = ?8, data_documento = ?9, cliente_id = ?10, cliente = ?11,
                imponibile_cents = ?12, imposta_cents = ?13, totale_cents = ?14, netto_cents = ?15, td = ?16,
                no_sdi = ?17, incompleto = ?18, categoria = ?19, note = ?20, chiave = ?21, emesso_at = ?22, ordine = ?23",
        )?
        .execute(rusqlite::params![
            id,
            word(row.tipo)?,
            row.tipo.classe(),
            word(row.stato)?,
            row.anno,
            row.sezionale,
            row.progressivo,
            row.numero,
            row.data_documento,
            row.cliente_id,
            row.cliente,
            row.imponibile.get(),
            row.imposta.get(),
            row.totale.get(),
            row.netto.get(),
            row.td,
            row.no_sdi,
            row.incompleto,
            row.categoria,
            row.note,
            row.chiave,
            row.emesso_at,
            row.ordine(),
        ])?;
    tx.sql()
        .prepare_cached(
            "INSERT INTO documenti_contenuti (id, draft, congelato) VALUES (?1, ?2, ?3)
             ON CONFLICT (id) DO UPDATE SET draft = ?2, congelato = ?3",
        )?
        .execute((id, &row.draft, &row.congelato))?;
    Ok(())
}

pub(super) fn get(sql: &impl Sql, id: Id) -> Result<Stored, Error> {
    let mut query = sql.sql().prepare_cached(
        "SELECT d.tipo, d.stato, d.anno, d.sezionale, d.progressivo, d.numero, d.data_documento, d.cliente_id, d.cliente,
            d.td, d.no_sdi, d.incompleto, d.categoria, d.note, d.chiave, d.emesso_at, d.imponibile_cents,
            d.imposta_cents, d.totale_cents, d.netto_cents, c.draft, c.congelato
         FROM documenti d JOIN documenti_contenuti c ON c.id = d.id WHERE d.id = ?1",
    )?;
    let found = query
        .query_row([id], |row| {
            let words: (String, String) = (row.get(0)?, row.get(1)?);
            let cents = |at: usize| row.get::<_, i64>(at).map(Cents::new);
            Ok((
                words,
                Stored {
                    tipo: Tipo::Fattura,
                    stato: Stato::Bozza,
                    anno: row.get(2)?,
                    sezionale: row.get(3)?,
                    progressivo: row.get(4)?,
                    numero: row.get(5)?,
                    data_documento: row.get(6)?,
                    cliente_id: row.get(7)?,
                    cliente: row.get(8)?,
                    td: row.get(9)?,
                    no_sdi: row.get(10)?,
                    incompleto: row.get(11)?,
                    categoria: row.get(12)?,
                    note: row.get(13)?,
                    chiave: row.get(14)?,
                    emesso_at: row.get(15)?,
                    imponibile: cents(16)?,
                    imposta: cents(17)?,
                    totale: cents(18)?,
                    netto: cents(19)?,
                    draft: row.get(20)?,
                    congelato: row.get(21)?,
                },
            ))
        })
        .optional()?;
    let ((tipo, stato), row) = found.ok_or(Error::NotFound("documenti"))?;
    Ok(Stored {
        tipo: unword(tipo)?,
        stato: unword(stato)?,
        ..row
    })
}

pub(super) fn delete(tx: &Tx<'_>, id: Id) -> Result<(), Error> {
    for query in [
        "DELETE FROM documenti_contenuti WHERE id = ?1",
        "DELETE FROM documenti WHERE id = ?1",
    ] {
        tx.sql().prepare_cached(query)?.execute([id])?;
    }
    Ok(())
}

pub(super) fn by_chiave(sql: &impl Sql, chiave: &str) -> Result<Option<Id>, Error> {
    let mut query = sql
        .sql()
        .prepare_cached("SELECT id FROM documenti WHERE chiave = ?1 AND chiave <> ''")?;
    Ok(query.query_row([chiave], |row| row.get(0)).optional()?)
}

/// Drafts to a customer.
pub(super) fn drafts_of(sql: &impl Sql, cliente: Id) -> Result<Vec<Id>, Error> {
    let mut query = sql
        .sql()
        .prepare_cached("SELECT id FROM documenti WHERE cliente_id = ?1 AND stato = 'bozza' ORDER BY id")?;
    let rows = query.query_map([cliente], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Day and row of the last invoice issued to a customer.
pub(super) fn last_invoice(sql: &impl Sql, cliente: Id) -> Result<Option<(String, Id)>, Error> {
    let mut query = sql.sql().prepare_cached(
        "SELECT data_documento, id FROM documenti WHERE cliente_id = ?1 AND stato = 'emesso'
            AND tipo IN ('FATTURA', 'PARCELLA', 'FATTURA_DIFFERITA', 'FATTURA_DIFFERITA_B', 'RICEVUTA')
         ORDER BY data_documento DESC, id DESC LIMIT 1",
    )?;
    Ok(query
        .query_row([cliente], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

/// The highest number of a series and year.
pub(super) fn highest(sql: &impl Sql, classe: &str, anno: i16, sezionale: &str) -> Result<u32, Error> {
    let mut query = sql.sql().prepare_cached(
        "SELECT coalesce(max(progressivo), 0) FROM documenti
         WHERE classe = ?1 AND anno = ?2 AND sezionale = ?3 AND progressivo IS NOT NULL",
    )?;
    Ok(query.query_row((classe, anno, sezionale), |row| row.get(0))?)
}

/// Date of the document with the highest number of a series and year.
pub(super) fn last_date(
    sql: &impl Sql,
    classe: &str,
    anno: i16,
    sezionale: &str,
) -> Result<Option<String>, Error> {
    let mut query = sql.sql().prepare_cached(
        "SELECT data_documento FROM documenti WHERE classe = ?1 AND anno = ?2 AND sezionale = ?3
         AND progressivo IS NOT NULL ORDER BY progressivo DESC LIMIT 1",
    )?;
    Ok(query
        .query_row((classe, anno, sezionale), |row| row.get(0))
        .optional()?)
}

/// Every series with its highest number.
pub(super) fn series(sql: &impl Sql) -> Result<Vec<(String, i16, String, u32)>, Error> {
    let mut query = sql.sql().prepare_cached(
        "SELECT classe, anno, sezionale, max(progressivo) FROM documenti WHERE progressivo IS NOT NULL
         GROUP BY classe, anno, sezionale",
    )?;
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A number that was given.
pub(super) struct Given {
    pub(super) numero: u32,
    pub(super) data_documento: String,
    pub(super) emesso_at: String,
    pub(super) id: Id,
}

/// Numbers of a series in order.
pub(super) fn numbers(sql: &impl Sql, classe: &str, anno: i16, sezionale: &str) -> Result<Vec<Given>, Error> {
    let mut query = sql.sql().prepare_cached(
        "SELECT progressivo, data_documento, emesso_at, id FROM documenti WHERE classe = ?1 AND anno = ?2 AND sezionale = ?3
         AND progressivo IS NOT NULL ORDER BY progressivo",
    )?;
    let rows = query.query_map((classe, anno, sezionale), |row| {
        Ok(Given {
            numero: row.get(0)?,
            data_documento: row.get(1)?,
            emesso_at: row.get(2)?,
            id: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Documents and drafts of a series.
pub(super) fn count_of_series(sql: &impl Sql, codice: &str) -> Result<u32, Error> {
    let mut query = sql
        .sql()
        .prepare_cached("SELECT count(*) FROM documenti WHERE upper(trim(sezionale)) = upper(?1)")?;
    Ok(query.query_row([codice], |row| row.get(0))?)
}

pub(super) fn link(tx: &Tx<'_>, da: Id, a: Id) -> Result<(), Error> {
    tx.sql()
        .prepare_cached("INSERT OR IGNORE INTO documenti_legami (id, da_id, a_id) VALUES (?1, ?2, ?3)")?
        .execute((tx.new_id(), da, a))?;
    Ok(())
}

pub(super) fn set_stato(tx: &Tx<'_>, id: Id, stato: Stato) -> Result<(), Error> {
    tx.sql()
        .prepare_cached("UPDATE documenti SET stato = ?2 WHERE id = ?1")?
        .execute((id, word(stato)?))?;
    Ok(())
}

pub(super) fn annota(tx: &Tx<'_>, id: Id, note: &str, categoria: &str) -> Result<(), Error> {
    let changed = tx
        .sql()
        .prepare_cached("UPDATE documenti SET note = ?2, categoria = ?3 WHERE id = ?1")?
        .execute((id, note, categoria))?;
    if changed == 1 {
        Ok(())
    } else {
        Err(Error::NotFound("documenti"))
    }
}

pub(super) fn legami(sql: &impl Sql, id: Id) -> Result<Vec<Legame>, Error> {
    let mut query = sql.sql().prepare_cached(
        "SELECT d.id, d.tipo, d.numero, d.data_documento, l.da_id = ?1 FROM documenti_legami l
         JOIN documenti d ON d.id = CASE WHEN l.da_id = ?1 THEN l.a_id ELSE l.da_id END
         WHERE l.da_id = ?1 OR l.a_id = ?1 ORDER BY d.data_documento, d.id",
    )?;
    let rows = query.query_map([id], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
    })?;
    rows.map(|row| {
        let (id, tipo, numero, data_documento, deriva) = row?;
        Ok(Legame {
            id,
            tipo: unword(tipo)?,
            numero,
            data_documento,
            deriva,
        })
    })
    .collect()
}

/// By what a document is found: number, customer, category, words of its lines, totals.
pub(super) fn search_text(tx: &Tx<'_>, id: Id) -> Result<Option<SearchText>, DbError> {
    let mut query = tx.sql().prepare_cached(
        "SELECT trim(d.numero || ' ' || d.cliente) || char(10) || d.data_documento || ' ' || d.categoria || char(10) ||
            coalesce((SELECT group_concat(r.value ->> '$.descrizione', ' ') FROM json_each(c.draft, '$.righe') r), ''),
            abs(d.totale_cents), abs(d.netto_cents)
         FROM documenti d JOIN documenti_contenuti c ON c.id = d.id WHERE d.id = ?1",
    )?;
    let found = query.query_row([id], |row| {
        Ok(SearchText {
            text: row.get(0)?,
            importi_cents: vec![row.get(1)?, row.get(2)?],
        })
    });
    Ok(found.optional()?)
}
