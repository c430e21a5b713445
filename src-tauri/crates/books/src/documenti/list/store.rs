//! SQL of the list: every filter is a condition of its own, every order an index.

use db::{Id, Sql, rusqlite};
use jiff::civil::Date;
use money::Cents;
use rusqlite::types::Value;

use super::super::{
    DocumentoFilter, DocumentoRow, DocumentoSomme, DocumentoSort, Pagamento, Stato, Tipo, store,
};
use crate::{
    Error,
    dates::Period,
    list::{Page, PageRequest},
    store::{Listing, anywhere},
};

const COLUMNS: &str =
    "id, tipo, stato, numero, data_documento, cliente, cliente_id, imponibile_cents, imposta_cents,
    totale_cents, netto_cents, categoria, no_sdi, incompleto,
    (SELECT e.stato FROM v_efatture_stati e WHERE e.documento_id = documenti.id)";

/// The rows of a filter; `further` columns come after its own.
pub(super) fn listing(
    filter: &DocumentoFilter,
    (from, to): &Period,
    further: &str,
) -> Result<Listing, Error> {
    let mut listing = Listing {
        columns: format!("{COLUMNS}, {further}").into(),
        from: "documenti",
        conditions: Vec::new(),
        parameters: Vec::new(),
        key: match filter.sort {
            DocumentoSort::Data => "data_documento",
            DocumentoSort::Numero => "ordine",
            DocumentoSort::Cliente => "cliente",
            DocumentoSort::Totale => "totale_cents",
        },
        direction: filter.direction,
    };
    let words = |words: Vec<String>| words.into_iter().map(Value::Text);
    if !filter.tipi.is_empty() {
        let tipi = filter
            .tipi
            .iter()
            .map(store::word)
            .collect::<Result<Vec<_>, _>>()?;
        listing.and(&any_of("tipo", tipi.len()), words(tipi));
    }
    if !filter.stati.is_empty() {
        let stati = filter
            .stati
            .iter()
            .map(store::word)
            .collect::<Result<Vec<_>, _>>()?;
        listing.and(&any_of("stato", stati.len()), words(stati));
    }
    if let Some(from) = from {
        listing.and("data_documento >= ?", [Value::Text(from.clone())]);
    }
    if let Some(to) = to {
        listing.and("data_documento <= ?", [Value::Text(to.clone())]);
    }
    if let Some(cliente) = filter.cliente_id {
        listing.and("cliente_id = ?", [Value::Integer(cliente.get())]);
    }
    if let Some(sezionale) = &filter.sezionale {
        listing.and("sezionale = ?", [Value::Text(sezionale.trim().to_uppercase())]);
    }
    if filter.da_salvare {
        listing.and(
            "td <> '' AND stato <> 'bozza' AND NOT EXISTS (SELECT 1 FROM v_efatture_salvate s WHERE s.documento_id = documenti.id)",
            [],
        );
    }
    for word in filter.testo.split_whitespace() {
        let cents = money::typed(word)
            .ok()
            .and_then(|number| Cents::from_decimal(number).ok())
            .map_or(Value::Null, |cents| Value::Integer(cents.get()));
        listing.and(
            "(cliente LIKE ? ESCAPE '\\' OR numero LIKE ? ESCAPE '\\' OR categoria LIKE ? ESCAPE '\\' OR abs(totale_cents) = ?)",
            [anywhere(word), anywhere(word), anywhere(word), cents],
        );
    }
    Ok(listing)
}

fn any_of(column: &str, count: usize) -> String {
    format!("{column} IN ({})", vec!["?"; count].join(", "))
}

pub(super) fn list(
    sql: &impl Sql,
    listing: Listing,
    page: &PageRequest,
    today: Date,
) -> Result<Page<DocumentoRow>, Error> {
    let page = listing.page(sql, page, |row| read(row, today))?;
    Ok(Page {
        rows: page.rows.into_iter().map(finish).collect::<Result<_, _>>()?,
        next: page.next,
    })
}

/// A row with its kind, its state and that of its file still as text.
type Raw = (String, String, Option<String>, DocumentoRow);

fn read(row: &rusqlite::Row<'_>, today: Date) -> rusqlite::Result<Raw> {
    let cents = |at: usize| row.get::<_, i64>(at).map(Cents::new);
    Ok((
        row.get(1)?,
        row.get(2)?,
        row.get(14)?,
        DocumentoRow {
            id: row.get::<_, Id>(0)?,
            tipo: Tipo::Fattura,
            stato: Stato::Bozza,
            numero: row.get(3)?,
            data_documento: row.get(4)?,
            cliente: row.get(5)?,
            cliente_id: row.get(6)?,
            imponibile: cents(7)?,
            imposta: cents(8)?,
            totale: cents(9)?,
            netto_a_pagare: cents(10)?,
            categoria: row.get(11)?,
            no_sdi: row.get(12)?,
            incompleto: row.get(13)?,
            file: None,
            pagamento: paid(row.get(15)?, row.get(16)?, today),
        },
    ))
}

/// What was paid of a document of which this day is the first one open.
fn paid(open: Option<String>, is_cashed: bool, today: Date) -> Option<Pagamento> {
    let open = open?;
    Some(match (open.is_empty(), is_cashed) {
        (true, _) => Pagamento::Pagato,
        (false, _) if open < today.to_string() => Pagamento::Scaduto,
        (false, true) => Pagamento::Parziale,
        (false, false) => Pagamento::Aperto,
    })
}

fn finish((tipo, stato, file, row): Raw) -> Result<DocumentoRow, Error> {
    Ok(DocumentoRow {
        tipo: store::unword(tipo)?,
        stato: store::unword(stato)?,
        file: file.map(store::unword).transpose()?,
        ..row
    })
}

pub(super) fn somme(sql: &impl Sql, listing: &Listing) -> Result<DocumentoSomme, Error> {
    listing.sum(
        sql,
        "count(*), coalesce(sum(imponibile_cents), 0), coalesce(sum(imposta_cents), 0),
            coalesce(sum(totale_cents), 0), coalesce(sum(netto_cents), 0)",
        |row| {
            let cents = |at: usize| row.get::<_, i64>(at).map(Cents::new);
            Ok(DocumentoSomme {
                righe: row.get(0)?,
                imponibile: cents(1)?,
                imposta: cents(2)?,
                totale: cents(3)?,
                netto_a_pagare: cents(4)?,
            })
        },
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn orders_and_sums_go_by_their_indexes() {
        let (_dir, books) = crate::empty::archive();
        let plan = |query: &str| {
            books
                .read(|sql| {
                    let mut plan = db::Sql::sql(sql).prepare(&format!("EXPLAIN QUERY PLAN {query}"))?;
                    let steps = plan.query_map([], |row| row.get::<_, String>(3))?;
                    Ok(steps.collect::<Result<Vec<_>, _>>()?.join("; "))
                })
                .unwrap()
        };
        for (key, index) in [
            ("data_documento", "documenti_by_data"),
            ("ordine", "documenti_by_ordine"),
            ("cliente", "documenti_by_cliente"),
            ("totale_cents", "documenti_by_totale"),
        ] {
            let columns = super::COLUMNS;
            let steps = plan(&format!(
                "SELECT {columns} FROM documenti ORDER BY {key} DESC, id DESC LIMIT 201"
            ));
            assert!(steps.contains(index) && !steps.contains("TEMP B-TREE"), "{steps}");
        }
        let sums = plan(
            "SELECT count(*), sum(imponibile_cents), sum(imposta_cents), sum(totale_cents), sum(netto_cents)
             FROM documenti WHERE data_documento >= '2026-01-01'",
        );
        assert!(sums.contains("COVERING INDEX documenti_somme"), "{sums}");
    }
}
