//! SQL of what an issue adds and nothing changes any more: amounts and links of the chain.

use db::{Id, Sql, Tx, rusqlite};
use rusqlite::OptionalExtension;

use crate::{
    Error,
    documenti::{RigaDraft, Totali},
};

/// Rows of an issued document; they are never changed.
pub(super) fn put_amounts(tx: &Tx<'_>, id: Id, righe: &[RigaDraft], totali: &Totali) -> Result<(), Error> {
    let mut line = tx.sql().prepare_cached(
        "INSERT INTO documenti_righe (id, documento_id, numero_linea, prodotto_id, origine_riga, descrizione, quantita_e8,
            prezzo_e8, totale_cents, aliquota_bp, natura) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?;
    let typed = righe.iter().zip(&totali.righe).filter_map(|(draft, totale)| {
        Some((
            draft.prodotto_id,
            draft.origine_riga,
            draft.descrizione.trim(),
            totale.as_ref()?,
        ))
    });
    let added = totali
        .righe_aggiunte
        .iter()
        .map(|riga| (None, None, riga.descrizione.as_str(), &riga.totale));
    for (number, (prodotto, origine, descrizione, totale)) in (1_u32..).zip(typed.chain(added)) {
        line.execute(rusqlite::params![
            tx.new_id(),
            id,
            number,
            prodotto,
            origine,
            descrizione,
            totale.quantita.map(money::Quantity8::get),
            totale.prezzo_unitario.get(),
            totale.totale.get(),
            totale.aliquota_iva.get(),
            totale.natura,
        ])?;
    }
    put_summary(tx, id, totali)
}

fn put_summary(tx: &Tx<'_>, id: Id, totali: &Totali) -> Result<(), Error> {
    for gruppo in &totali.riepilogo {
        tx.sql()
            .prepare_cached(
                "INSERT INTO documenti_riepilogo (id, documento_id, aliquota_bp, natura, esigibilita_iva,
                    riferimento_normativo, imponibile_cents, imposta_cents) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute((
                tx.new_id(),
                id,
                gruppo.aliquota_iva.get(),
                &gruppo.natura,
                &gruppo.esigibilita_iva,
                &gruppo.riferimento_normativo,
                gruppo.imponibile.get(),
                gruppo.imposta.get(),
            ))?;
    }
    for cassa in &totali.casse {
        tx.sql()
            .prepare_cached(
                "INSERT INTO documenti_casse (id, documento_id, tipo, aliquota_bp, imponibile_cents, importo_cents)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute((
                tx.new_id(),
                id,
                &cassa.tipo,
                cassa.aliquota.get(),
                cassa.imponibile.get(),
                cassa.importo.get(),
            ))?;
    }
    for ritenuta in &totali.ritenute {
        tx.sql()
            .prepare_cached(
                "INSERT INTO documenti_ritenute (id, documento_id, tipo, causale, aliquota_bp, base_cents, importo_cents)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute((
                tx.new_id(),
                id,
                &ritenuta.tipo,
                &ritenuta.causale,
                ritenuta.aliquota.get(),
                ritenuta.base.get(),
                ritenuta.importo.get(),
            ))?;
    }
    for rata in &totali.rate {
        tx.sql()
            .prepare_cached(
                "INSERT INTO documenti_rate (id, documento_id, scadenza, importo_cents, modalita)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute((
                tx.new_id(),
                id,
                &rata.scadenza,
                rata.importo.get(),
                &rata.modalita,
            ))?;
    }
    Ok(())
}

/// Keeps what the present version of a document froze and takes its amounts away, for the version that follows.
pub(super) fn make_room(tx: &Tx<'_>, id: Id, congelato: &str) -> Result<(), Error> {
    tx.sql()
        .prepare_cached(
            "INSERT INTO documenti_versioni (id, documento_id, versione, congelato) VALUES (?1, ?2,
                (SELECT count(*) FROM documenti_catena WHERE documento_id = ?2), ?3)",
        )?
        .execute((tx.new_id(), id, congelato))?;
    for query in [
        "DELETE FROM documenti_righe WHERE documento_id = ?1",
        "DELETE FROM documenti_riepilogo WHERE documento_id = ?1",
        "DELETE FROM documenti_casse WHERE documento_id = ?1",
        "DELETE FROM documenti_ritenute WHERE documento_id = ?1",
        "DELETE FROM documenti_rate WHERE documento_id = ?1",
    ] {
        tx.sql().prepare_cached(query)?.execute([id])?;
    }
    Ok(())
}

/// The last hash of the chain; empty when there is none.
pub(super) fn chain_end(sql: &impl Sql) -> Result<String, Error> {
    let mut query = sql
        .sql()
        .prepare_cached("SELECT hash FROM documenti_catena ORDER BY id DESC LIMIT 1")?;
    Ok(query
        .query_row([], |row| row.get(0))
        .optional()?
        .unwrap_or_default())
}

pub(super) fn chain(tx: &Tx<'_>, id: Id, prev: &str, hash: &str) -> Result<(), Error> {
    tx.sql()
        .prepare_cached(
            "INSERT INTO documenti_catena (id, documento_id, versione, prev, hash) VALUES (?1, ?2,
                (SELECT 1 + count(*) FROM documenti_catena WHERE documento_id = ?2), ?3, ?4)",
        )?
        .execute((tx.new_id(), id, prev, hash))?;
    Ok(())
}
