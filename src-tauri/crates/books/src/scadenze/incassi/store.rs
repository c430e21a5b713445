//! SQL of the cashings.

use db::{DbError, Id, SearchText, Sql, Tx, rusqlite};
use jiff::civil::Date;
use money::Cents;
use rusqlite::{OptionalExtension, Row};

use super::super::{
    IncassoFilter, IncassoRow, IncassoSomme, IncassoSort,
    store::{common, kind},
};
use crate::{Error, dates::Period, documenti::Tipo, list::Page, store::Listing};

/// Keeps a cashing of the instalment `(document, number)`.
pub(crate) fn insert(
    tx: &Tx<'_>,
    (documento, rata): (Id, u32),
    giorno: Date,
    importo: Cents,
    note: &str,
) -> Result<(), Error> {
    put(tx, (tx.new_id(), None), (documento, rata), giorno, importo, note)
}

/// Keeps one half of a compensation, whose other half has the second id.
pub(in crate::scadenze) fn insert_half(
    tx: &Tx<'_>,
    (id, other): (Id, Id),
    rata: (Id, u32),
    giorno: Date,
    importo: Cents,
) -> Result<(), Error> {
    put(tx, (id, Some(other)), rata, giorno, importo, "")
}

fn put(
    tx: &Tx<'_>,
    (id, compensa): (Id, Option<Id>),
    (documento, rata): (Id, u32),
    giorno: Date,
    importo: Cents,
    note: &str,
) -> Result<(), Error> {
    tx.sql()
        .prepare_cached(
            "INSERT INTO scadenze_incassi (id, documento_id, rata, giorno, importo_cents, note, compensa_id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute((
            id,
            documento,
            rata,
            giorno.to_string(),
            importo.get(),
            note,
            compensa,
        ))?;
    Ok(())
}

pub(in crate::scadenze) fn delete(tx: &Tx<'_>, id: Id) -> Result<(), Error> {
    let deleted = tx
        .sql()
        .prepare_cached("DELETE FROM scadenze_incassi WHERE id = ?1 OR compensa_id = ?1")?
        .execute([id])?;
    if deleted == 0 {
        return Err(Error::NotFound("scadenze"));
    }
    Ok(())
}

/// Cashings with their documents, joined as `$join` says.
macro_rules! incassi {
    ($join:literal) => {
        concat!(
            "(SELECT i.id, i.documento_id, i.rata, i.giorno, i.importo_cents, i.note, d.tipo, d.numero, d.cliente,
                d.cliente_id FROM ",
            $join,
            " ON d.id = i.documento_id) s"
        )
    };
}

const INCASSI: &str = incassi!("v_scadenze_movimenti i LEFT JOIN v_documenti_movimenti d");
const INCASSI_BY_DOCUMENTO: &str = incassi!("v_documenti_movimenti d CROSS JOIN v_scadenze_movimenti i");

fn listing(filter: &IncassoFilter, (from, to): &Period) -> Listing {
    let mut listing = Listing {
        columns: "id, documento_id, rata, giorno, importo_cents, note, 0, tipo, numero, cliente".into(),
        from: if filter.cliente_id.is_some() {
            INCASSI_BY_DOCUMENTO
        } else {
            INCASSI
        },
        conditions: Vec::new(),
        parameters: Vec::new(),
        key: match filter.sort {
            IncassoSort::Giorno => "giorno",
        },
        direction: filter.direction,
    };
    common(
        &mut listing,
        (&filter.testo, filter.cliente_id),
        ("giorno >= ?", from),
        ("giorno <= ?", to),
    );
    listing
}

fn read(row: &Row<'_>) -> rusqlite::Result<(String, IncassoRow)> {
    Ok((
        row.get(7)?,
        IncassoRow {
            id: row.get(0)?,
            documento_id: row.get(1)?,
            tipo: Tipo::Fattura,
            numero: row.get(8)?,
            cliente: row.get(9)?,
            rata: row.get(2)?,
            giorno: row.get(3)?,
            importo: Cents::new(row.get(4)?),
            note: row.get(5)?,
            compensazione: row.get(6)?,
        },
    ))
}

fn finish((tipo, row): (String, IncassoRow)) -> Result<IncassoRow, Error> {
    Ok(IncassoRow {
        tipo: kind(tipo)?,
        ..row
    })
}

pub(in crate::scadenze) fn list(
    sql: &impl Sql,
    filter: &IncassoFilter,
    period: &Period,
) -> Result<Page<IncassoRow>, Error> {
    let page = listing(filter, period).page(sql, &filter.page, read)?;
    Ok(Page {
        rows: page.rows.into_iter().map(finish).collect::<Result<_, _>>()?,
        next: page.next,
    })
}

pub(in crate::scadenze) fn somme(
    sql: &impl Sql,
    filter: &IncassoFilter,
    period: &Period,
) -> Result<IncassoSomme, Error> {
    listing(filter, period).sum(sql, "count(*), coalesce(sum(importo_cents), 0)", |row| {
        Ok(IncassoSomme {
            righe: row.get(0)?,
            importo: Cents::new(row.get(1)?),
        })
    })
}

pub(in crate::scadenze) fn ids(
    sql: &impl Sql,
    filter: &IncassoFilter,
    period: &Period,
) -> Result<Vec<Id>, Error> {
    listing(filter, period).ids(sql)
}

/// Cashings under a condition with one parameter, compensations too.
fn rows(sql: &impl Sql, condition: &str, parameter: Id) -> Result<Vec<IncassoRow>, Error> {
    let text = format!(
        "SELECT i.id, i.documento_id, i.rata, i.giorno, i.importo_cents, i.note, i.compensa_id IS NOT NULL, d.tipo,
            d.numero, d.cliente FROM scadenze_incassi i JOIN v_documenti_movimenti d ON d.id = i.documento_id
         WHERE {condition} ORDER BY i.giorno, i.id"
    );
    let mut query = sql.sql().prepare_cached(&text)?;
    let rows = query.query_map([parameter], read)?;
    rows.map(|row| finish(row?)).collect()
}

pub(in crate::scadenze) fn of_documento(sql: &impl Sql, documento: Id) -> Result<Vec<IncassoRow>, Error> {
    rows(sql, "i.documento_id = ?1", documento)
}

pub(in crate::scadenze) fn get(sql: &impl Sql, id: Id) -> Result<IncassoRow, Error> {
    let found = rows(sql, "i.id = ?1", id)?;
    found.into_iter().next().ok_or(Error::NotFound("scadenze"))
}

/// A cashing is found by its note (the bank's reference, the number of a cheque); one without has nothing of its own.
pub(in crate::scadenze) fn search_text(tx: &Tx<'_>, id: Id) -> Result<Option<SearchText>, DbError> {
    let mut query = tx.sql().prepare_cached(
        "SELECT trim(d.numero || ' ' || d.cliente) || char(10) || i.giorno || char(10) || i.note, abs(i.importo_cents)
         FROM scadenze_incassi i JOIN v_documenti_movimenti d ON d.id = i.documento_id WHERE i.id = ?1 AND i.note <> ''",
    )?;
    let found = query.query_row([id], |row| {
        Ok(SearchText {
            text: row.get(0)?,
            importi_cents: vec![row.get(1)?],
        })
    });
    Ok(found.optional()?)
}
