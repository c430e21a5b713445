//! The area's SQL.

use db::{DbError, Id, SearchText, Sql, Tx, rusqlite};
use money::{Price8, Rate};
use rusqlite::{OptionalExtension, Row, types::Value};

use super::{ProdottoDraft, ProdottoFilter, ProdottoRow, ProdottoSort, ProdottoView, parse::Prodotto};
use crate::{
    Error,
    list::{Page, Somme},
    store::{Listing, anywhere},
};

const ROW: &str = "id, codice, descrizione, servizio, unita_misura, prezzo_e8, prezzo_ivato, aliquota_iva_bp, natura, categoria, cestinato";

fn row(row: &Row<'_>) -> rusqlite::Result<ProdottoRow> {
    Ok(ProdottoRow {
        id: row.get(0)?,
        codice: row.get(1)?,
        descrizione: row.get(2)?,
        servizio: row.get(3)?,
        unita_misura: row.get(4)?,
        prezzo: Price8::new(row.get(5)?),
        prezzo_ivato: row.get(6)?,
        aliquota_iva: Rate::new(row.get(7)?),
        natura: row.get(8)?,
        categoria: row.get(9)?,
        cestinato: row.get(10)?,
    })
}

pub(super) fn get(sql: &impl Sql, id: Id) -> Result<Option<ProdottoView>, Error> {
    let mut query = sql
        .sql()
        .prepare_cached("SELECT draft, cestinato FROM prodotti WHERE id = ?1")?;
    let found = query
        .query_row([id], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))
        .optional()?;
    let Some((draft, cestinato)) = found else {
        return Ok(None);
    };
    let draft = ProdottoDraft {
        id: Some(id),
        ..serde_json::from_str(&draft)?
    };
    Ok(Some(ProdottoView { id, draft, cestinato }))
}

pub(super) fn with_codice(sql: &impl Sql, codice: &str) -> Result<Option<Id>, Error> {
    let mut query = sql
        .sql()
        .prepare_cached("SELECT id FROM prodotti WHERE codice = ?1 AND codice <> ''")?;
    Ok(query.query_row([codice], |row| row.get(0)).optional()?)
}

/// A product by its words, as [`put`] compares them, that is not in the bin.
pub(super) fn with_descrizione(sql: &impl Sql, descrizione: &str) -> Result<Option<Id>, Error> {
    let mut query = sql.sql().prepare_cached(
        "SELECT id FROM prodotti WHERE cestinato = 0 AND descrizione_chiave = ?1 ORDER BY id LIMIT 1",
    )?;
    let key = fisco::text::unaccented(descrizione).to_lowercase();
    Ok(query.query_row([key], |row| row.get(0)).optional()?)
}

pub(super) fn put(tx: &Tx<'_>, draft: &ProdottoDraft, prodotto: &Prodotto) -> Result<Id, Error> {
    let id = draft.id.unwrap_or_else(|| tx.new_id());
    let json = serde_json::to_string(&ProdottoDraft {
        id: None,
        ..draft.clone()
    })?;
    let mut query = tx.sql().prepare_cached(
        "INSERT INTO prodotti (id, codice, descrizione, descrizione_chiave, servizio, unita_misura, prezzo_e8,
            prezzo_ivato, aliquota_iva_bp, natura, categoria, draft)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
         ON CONFLICT (id) DO UPDATE SET codice = ?2, descrizione = ?3, descrizione_chiave = ?4, servizio = ?5,
            unita_misura = ?6, prezzo_e8 = ?7, prezzo_ivato = ?8, aliquota_iva_bp = ?9, natura = ?10, categoria = ?11,
            draft = ?12",
    )?;
    query.execute(rusqlite::params![
        id,
        draft.codice.trim(),
        prodotto.descrizione,
        fisco::text::unaccented(&prodotto.descrizione).to_lowercase(),
        draft.servizio,
        draft.unita_misura.trim(),
        prodotto.prezzo.get(),
        draft.prezzo_ivato,
        prodotto.aliquota_iva.get(),
        prodotto.natura.map(|natura| natura.code()).unwrap_or_default(),
        draft.categoria.trim(),
        json,
    ])?;
    Ok(id)
}

pub(super) fn set_cestinato(tx: &Tx<'_>, id: Id, cestinato: bool) -> Result<(), Error> {
    match tx.sql().execute(
        "UPDATE prodotti SET cestinato = ?2 WHERE id = ?1",
        (id, cestinato),
    )? {
        0 => Err(Error::NotFound("prodotti")),
        _ => Ok(()),
    }
}

pub(super) fn categorie(sql: &impl Sql) -> Result<Vec<String>, Error> {
    let mut query = sql.sql().prepare_cached(
        "SELECT DISTINCT categoria FROM prodotti WHERE cestinato = 0 AND categoria <> '' ORDER BY categoria",
    )?;
    let rows = query.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// What is in the bin, by name; at most 1,000.
pub(super) fn binned(sql: &impl Sql) -> Result<Vec<(Id, String)>, Error> {
    let mut query = sql.sql().prepare_cached(
        "SELECT id, descrizione FROM prodotti WHERE cestinato = 1 ORDER BY descrizione_chiave, id LIMIT 1000",
    )?;
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn list(sql: &impl Sql, filter: &ProdottoFilter) -> Result<Page<ProdottoRow>, Error> {
    listing(filter).page(sql, &filter.page, row)
}

pub(super) fn somme(sql: &impl Sql, filter: &ProdottoFilter) -> Result<Somme, Error> {
    listing(filter).sum(sql, "count(*)", |row| Ok(Somme { righe: row.get(0)? }))
}

pub(super) fn ids(sql: &impl Sql, filter: &ProdottoFilter) -> Result<Vec<Id>, Error> {
    listing(filter).ids(sql)
}

fn listing(filter: &ProdottoFilter) -> Listing {
    let mut listing = Listing {
        columns: ROW.into(),
        from: "prodotti",
        conditions: Vec::new(),
        parameters: Vec::new(),
        key: match filter.sort {
            ProdottoSort::Descrizione => "descrizione_chiave",
            ProdottoSort::Codice => "codice",
            ProdottoSort::Prezzo => "prezzo_e8",
            ProdottoSort::Categoria => "categoria",
        },
        direction: filter.direction,
    };
    listing.and("cestinato = ?", [Value::Integer(i64::from(filter.cestino))]);
    if !filter.categoria.is_empty() {
        listing.and("categoria = ?", [Value::Text(filter.categoria.clone())]);
    }
    for word in filter.testo.split_whitespace() {
        let plain = fisco::text::unaccented(word).to_lowercase();
        listing.and(
            "(descrizione_chiave || ' ' || lower(codice) || ' ' || lower(categoria)) LIKE ? ESCAPE '\\'",
            [anywhere(&plain)],
        );
    }
    listing
}

/// By what a product is found; a binned one is not.
pub(super) fn search_text(tx: &Tx<'_>, id: Id) -> Result<Option<SearchText>, DbError> {
    let mut query = tx.sql().prepare_cached(
        "SELECT descrizione || char(10) || trim(codice || ' ' || categoria) FROM prodotti WHERE id = ?1 AND cestinato = 0",
    )?;
    let text = query.query_row([id], |row| row.get(0)).optional()?;
    Ok(text.map(|text| SearchText {
        text,
        importi_cents: Vec::new(),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_goes_by_its_index() {
        let (_dir, books) = crate::empty::archive();
        for (sort, index) in [
            (ProdottoSort::Descrizione, "prodotti_by_descrizione"),
            (ProdottoSort::Codice, "prodotti_by_codice"),
            (ProdottoSort::Prezzo, "prodotti_by_prezzo"),
            (ProdottoSort::Categoria, "prodotti_by_categoria"),
        ] {
            crate::empty::assert_goes_by(&books, index, |direction| {
                listing(&ProdottoFilter {
                    sort,
                    direction,
                    ..ProdottoFilter::default()
                })
            });
        }
    }
}
