//! SQL of what an issue adds and nothing changes any more: amounts and links of the chain.

use db::{Id, Sql, Tx, rusqlite};
use rusqlite::{OptionalExtension, ToSql, types::Value};

use crate::{
    Error,
    documenti::{DocumentoDraft, RigaDraft, Totali, regole::scadenzario},
};

/// The tables of amounts: an issued document's rows in each are never changed. The columns are those that say what is owed.
const AMOUNTS: [(&str, &str); 5] = [
    (
        "documenti_righe",
        "numero_linea, prodotto_id, origine_riga, descrizione, quantita_e8, prezzo_e8, totale_cents, aliquota_bp, natura",
    ),
    (
        "documenti_riepilogo",
        "aliquota_bp, natura, esigibilita_iva, riferimento_normativo, imponibile_cents, imposta_cents",
    ),
    (
        "documenti_casse",
        "tipo, aliquota_bp, imponibile_cents, importo_cents",
    ),
    (
        "documenti_ritenute",
        "tipo, causale, aliquota_bp, base_cents, importo_cents",
    ),
    ("documenti_rate", "scadenza, importo_cents, modalita, rata"),
];

/// Lines, VAT summary, funds, withholdings, instalments: the rows of each of [`AMOUNTS`], in order.
pub(in crate::documenti) type Amounts = [Vec<Vec<Value>>; 5];

/// The amounts that an issued document leaves. They follow from what was frozen alone, so that the proof can make them again.
pub(in crate::documenti) fn amounts_of(
    draft: &DocumentoDraft,
    totali: &Totali,
) -> Result<Amounts, money::TooLarge> {
    Ok([
        lines(&draft.righe, totali),
        totali
            .riepilogo
            .iter()
            .map(|gruppo| {
                vec![
                    gruppo.aliquota_iva.get().into(),
                    text(&gruppo.natura),
                    text(&gruppo.esigibilita_iva),
                    text(&gruppo.riferimento_normativo),
                    gruppo.imponibile.get().into(),
                    gruppo.imposta.get().into(),
                ]
            })
            .collect(),
        totali
            .casse
            .iter()
            .map(|cassa| {
                vec![
                    text(&cassa.tipo),
                    cassa.aliquota.get().into(),
                    cassa.imponibile.get().into(),
                    cassa.importo.get().into(),
                ]
            })
            .collect(),
        totali
            .ritenute
            .iter()
            .map(|ritenuta| {
                vec![
                    text(&ritenuta.tipo),
                    text(&ritenuta.causale),
                    ritenuta.aliquota.get().into(),
                    ritenuta.base.get().into(),
                    ritenuta.importo.get().into(),
                ]
            })
            .collect(),
        scadenzario(draft.tipo, &draft.data_documento, totali)?
            .iter()
            .map(|(number, rata)| {
                vec![
                    text(&rata.scadenza),
                    rata.importo.get().into(),
                    text(&rata.modalita),
                    i64::from(*number).into(),
                ]
            })
            .collect(),
    ])
}

fn lines(righe: &[RigaDraft], totali: &Totali) -> Vec<Vec<Value>> {
    let typed = righe.iter().zip(&totali.righe).filter_map(|(draft, totale)| {
        let (prodotto, origine) = (
            draft.prodotto_id.map(db::Id::get),
            draft.origine_riga.map(db::Id::get),
        );
        Some((prodotto, origine, draft.descrizione.trim(), totale.as_ref()?))
    });
    let added = totali
        .righe_aggiunte
        .iter()
        .map(|riga| (None, None, riga.descrizione.as_str(), &riga.totale));
    (1_i64..)
        .zip(typed.chain(added))
        .map(|(number, (prodotto, origine, descrizione, totale))| {
            vec![
                number.into(),
                prodotto.into(),
                origine.into(),
                text(descrizione),
                totale.quantita.map(money::Quantity8::get).into(),
                totale.prezzo_unitario.get().into(),
                totale.totale.get().into(),
                totale.aliquota_iva.get().into(),
                text(&totale.natura),
            ]
        })
        .collect()
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// Writes the amounts of an issued document.
pub(super) fn put_amounts(tx: &Tx<'_>, id: Id, amounts: &Amounts) -> Result<(), Error> {
    for ((table, columns), rows) in AMOUNTS.iter().zip(amounts) {
        let places = ", ?".repeat(columns.split(',').count());
        let insert = format!("INSERT INTO {table} (id, documento_id, {columns}) VALUES (?, ?{places})");
        let mut insert = tx.sql().prepare_cached(&insert)?;
        for row in rows {
            let new = tx.new_id();
            let head: [&dyn ToSql; 2] = [&new, &id];
            let row = row.iter().map(|value| -> &dyn ToSql { value });
            insert.execute(rusqlite::params_from_iter(head.into_iter().chain(row)))?;
        }
    }
    Ok(())
}

/// The amounts of an issued document as they are kept.
pub(in crate::documenti) fn amounts(sql: &impl Sql, id: Id) -> Result<Amounts, Error> {
    let mut found = Amounts::default();
    for ((table, columns), rows) in AMOUNTS.iter().zip(&mut found) {
        let mut query = sql.sql().prepare_cached(&format!(
            "SELECT {columns} FROM {table} WHERE documento_id = ?1 ORDER BY id"
        ))?;
        let count = query.column_count();
        let read = query.query_map([id], |row| (0..count).map(|at| row.get(at)).collect())?;
        *rows = read.collect::<Result<_, _>>()?;
    }
    Ok(found)
}

/// Keeps what the present version of a document froze and takes its amounts away, for the version that follows.
pub(super) fn make_room(tx: &Tx<'_>, id: Id, congelato: &str) -> Result<(), Error> {
    tx.sql()
        .prepare_cached(
            "INSERT INTO documenti_versioni (id, documento_id, versione, congelato) VALUES (?1, ?2,
                (SELECT count(*) FROM documenti_catena WHERE documento_id = ?2), ?3)",
        )?
        .execute((tx.new_id(), id, congelato))?;
    for (table, _) in AMOUNTS {
        let delete = format!("DELETE FROM {table} WHERE documento_id = ?1");
        tx.sql().prepare_cached(&delete)?.execute([id])?;
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
