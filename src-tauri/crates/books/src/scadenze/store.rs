//! SQL of the schedule. What was cashed of an instalment is added up from its cashings each time. Those themselves are in
//! `incassi/store.rs`, the proof in `verify/store.rs`.

use db::{Id, Sql, rusqlite};
use jiff::civil::Date;
use money::Cents;
use rusqlite::{Row, types::Value};

use super::{Quali, ScadenzaFilter, ScadenzaRow, ScadenzaSomme, ScadenzaSort, StatoScadenza};
use crate::{
    Error,
    dates::Period,
    documenti::Tipo,
    list::Page,
    store::{Listing, anywhere},
};

/// Instalments with what was cashed of them, and `$more` of what `$join` brings: its left side is walked in order.
macro_rules! scadenze {
    ($more:literal, $join:literal) => {
        concat!(
            "(SELECT r.id, r.documento_id, r.rata, r.scadenza, r.importo_cents, r.modalita,
                coalesce((SELECT sum(i.importo_cents) FROM scadenze_incassi i
                    WHERE i.documento_id = r.documento_id AND i.rata = r.rata), 0) AS incassato_cents",
            $more,
            " FROM ",
            $join,
            ") s"
        )
    };
}

const BY_RATA: &str = scadenze!(
    ", d.tipo, d.numero, d.data_documento, d.cliente, d.cliente_id",
    "v_documenti_rate r LEFT JOIN v_documenti_movimenti d ON d.id = r.documento_id"
);
const BY_DOCUMENTO: &str = scadenze!(
    ", d.tipo, d.numero, d.data_documento, d.cliente, d.cliente_id",
    "v_documenti_movimenti d CROSS JOIN v_documenti_rate r ON d.id = r.documento_id"
);
/// Nothing of the documents, for sums that do not ask for it.
const ALONE: &str = scadenze!("", "v_documenti_rate r");

const COLUMNS: &str = "id, documento_id, rata,
    (SELECT count(*) FROM v_documenti_rate c WHERE c.documento_id = s.documento_id),
    scadenza, importo_cents, modalita, incassato_cents,
    coalesce((SELECT max(i.giorno) FROM scadenze_incassi i WHERE i.documento_id = s.documento_id AND i.rata = s.rata), ''),
    tipo, numero, data_documento, cliente, cliente_id";

/// Something is left, or it was settled today and stays in sight.
const APERTE: &str = "(importo_cents <> incassato_cents OR (documento_id, rata) IN
    (SELECT i.documento_id, i.rata FROM scadenze_incassi i WHERE i.giorno = ?))";

/// An instalment with the kind of its document still as text.
type Raw = (String, ScadenzaRow);

fn read(row: &Row<'_>) -> rusqlite::Result<Raw> {
    let cents = |at: usize| row.get::<_, i64>(at).map(Cents::new);
    Ok((
        row.get(9)?,
        ScadenzaRow {
            id: row.get(0)?,
            documento_id: row.get(1)?,
            tipo: Tipo::Fattura,
            numero: row.get(10)?,
            data_documento: row.get(11)?,
            cliente: row.get(12)?,
            cliente_id: row.get(13)?,
            rata: row.get(2)?,
            rate: row.get(3)?,
            scadenza: row.get(4)?,
            giorni: 0,
            modalita: row.get(6)?,
            importo: cents(5)?,
            incassato: cents(7)?,
            residuo: Cents::ZERO,
            ultimo: row.get(8)?,
            stato: StatoScadenza::Aperta,
        },
    ))
}

fn finish((tipo, row): Raw, today: Date) -> Result<ScadenzaRow, Error> {
    let residuo = row.importo.minus(row.incassato)?;
    let due: Option<Date> = row.scadenza.parse().ok();
    let late = due.and_then(|due| today.since(due).ok());
    let giorni = late.map_or(0, |span| i64::from(span.get_days()));
    Ok(ScadenzaRow {
        tipo: kind(tipo)?,
        residuo,
        giorni,
        stato: if residuo.is_zero() {
            StatoScadenza::Pagata
        } else if giorni > 0 {
            StatoScadenza::Scaduta
        } else if row.incassato.is_zero() {
            StatoScadenza::Aperta
        } else {
            StatoScadenza::Parziale
        },
        ..row
    })
}

/// A kind of document as kept.
pub(super) fn kind(tipo: String) -> Result<Tipo, Error> {
    Ok(serde_json::from_value(serde_json::Value::String(tipo))?)
}

fn day(today: Date) -> Value {
    Value::Text(today.to_string())
}

fn listing(filter: &ScadenzaFilter, (from, to): &Period, today: Date) -> Listing {
    let is_by_documento = filter.cliente_id.is_some() || filter.sort == ScadenzaSort::Cliente;
    let mut listing = Listing {
        columns: COLUMNS.into(),
        from: if is_by_documento { BY_DOCUMENTO } else { BY_RATA },
        conditions: Vec::new(),
        parameters: Vec::new(),
        key: match filter.sort {
            ScadenzaSort::Scadenza => "scadenza",
            ScadenzaSort::Cliente => "cliente",
            ScadenzaSort::Importo => "importo_cents",
        },
        direction: filter.direction,
    };
    match filter.quali {
        Quali::Aperte => listing.and(APERTE, [day(today)]),
        Quali::Scadute => {
            listing.and("scadenza < ?", [day(today)]);
            listing.and(APERTE, [day(today)]);
        }
        Quali::Parziali => listing.and("incassato_cents <> 0 AND incassato_cents <> importo_cents", []),
        Quali::Pagate => listing.and("incassato_cents = importo_cents", []),
        Quali::Tutte => {}
    }
    common(
        &mut listing,
        (&filter.testo, filter.cliente_id),
        ("scadenza >= ?", from),
        ("scadenza <= ?", to),
    );
    listing
}

/// What both lists filter alike.
pub(super) fn common(
    listing: &mut Listing,
    (testo, cliente): (&str, Option<Id>),
    (since, from): (&str, &Option<String>),
    (until, to): (&str, &Option<String>),
) {
    for (condition, day) in [(since, from), (until, to)] {
        if let Some(day) = day {
            listing.and(condition, [Value::Text(day.clone())]);
        }
    }
    if let Some(cliente) = cliente {
        listing.and("cliente_id = ?", [Value::Integer(cliente.get())]);
    }
    for word in testo.split_whitespace() {
        let cents = money::typed(word)
            .ok()
            .and_then(|number| Cents::from_decimal(number).ok())
            .map_or(Value::Null, |cents| Value::Integer(cents.get()));
        listing.and(
            "(cliente LIKE ? ESCAPE '\\' OR numero LIKE ? ESCAPE '\\' OR abs(importo_cents) = ?)",
            [anywhere(word), anywhere(word), cents],
        );
    }
}

/// As [`listing`], in no order.
fn all_of(filter: &ScadenzaFilter, period: &Period, today: Date) -> Listing {
    let mut listing = listing(filter, period, today);
    if filter.cliente_id.is_none() && filter.testo.trim().is_empty() {
        listing.from = ALONE;
    }
    listing
}

pub(super) fn list(
    sql: &impl Sql,
    filter: &ScadenzaFilter,
    period: &Period,
    today: Date,
) -> Result<Page<ScadenzaRow>, Error> {
    let page = listing(filter, period, today).page(sql, &filter.page, read)?;
    let rows = page.rows.into_iter().map(|raw| finish(raw, today));
    Ok(Page {
        rows: rows.collect::<Result<_, _>>()?,
        next: page.next,
    })
}

pub(super) fn somme(
    sql: &impl Sql,
    filter: &ScadenzaFilter,
    period: &Period,
    today: Date,
) -> Result<ScadenzaSomme, Error> {
    let sums = all_of(filter, period, today).sum(
        sql,
        "count(*), coalesce(sum(importo_cents), 0), coalesce(sum(incassato_cents), 0)",
        |row| {
            let cents = |at: usize| row.get::<_, i64>(at).map(Cents::new);
            Ok(ScadenzaSomme {
                righe: row.get(0)?,
                importo: cents(1)?,
                incassato: cents(2)?,
                residuo: Cents::ZERO,
            })
        },
    )?;
    Ok(ScadenzaSomme {
        residuo: sums.importo.minus(sums.incassato)?,
        ..sums
    })
}

pub(super) fn ids(
    sql: &impl Sql,
    filter: &ScadenzaFilter,
    period: &Period,
    today: Date,
) -> Result<Vec<Id>, Error> {
    all_of(filter, period, today).ids(sql)
}

/// Instalments under a condition with one parameter.
fn rows(
    sql: &impl Sql,
    from: &str,
    condition: &str,
    parameter: Id,
    today: Date,
) -> Result<Vec<ScadenzaRow>, Error> {
    let text = format!("SELECT {COLUMNS} FROM {from} WHERE {condition}");
    let mut query = sql.sql().prepare_cached(&text)?;
    let rows = query.query_map([parameter], read)?;
    rows.map(|raw| finish(raw?, today)).collect()
}

pub(super) fn get(sql: &impl Sql, id: Id, today: Date) -> Result<ScadenzaRow, Error> {
    let found = rows(sql, BY_RATA, "id = ?1", id, today)?;
    found.into_iter().next().ok_or(Error::NotFound("scadenze"))
}

pub(super) fn of_documento(sql: &impl Sql, documento: Id, today: Date) -> Result<Vec<ScadenzaRow>, Error> {
    rows(
        sql,
        BY_DOCUMENTO,
        "documento_id = ?1 ORDER BY rata",
        documento,
        today,
    )
}

/// What is open of the invoices that a credit note comes from, the oldest first.
pub(super) fn open_origins(sql: &impl Sql, nota: Id) -> Result<Vec<ScadenzaRow>, Error> {
    rows(
        sql,
        BY_DOCUMENTO,
        "documento_id IN (SELECT l.da_id FROM v_documenti_legami l WHERE l.a_id = ?1)
            AND importo_cents > incassato_cents ORDER BY scadenza, id",
        nota,
        Date::ZERO,
    )
}

/// What is left of the instalments of a document, by their number.
pub(crate) fn residuo_of(sql: &impl Sql, documento: Id) -> Result<Vec<(Id, u32, String, Cents)>, Error> {
    let mut query = sql.sql().prepare_cached(
        "SELECT r.id, r.rata, r.scadenza, r.importo_cents - coalesce((SELECT sum(i.importo_cents) FROM scadenze_incassi i
            WHERE i.documento_id = r.documento_id AND i.rata = r.rata), 0)
         FROM v_documenti_rate r WHERE r.documento_id = ?1 ORDER BY r.id",
    )?;
    let rows = query.query_map([documento], |row| {
        let left = row.get::<_, i64>(3).map(Cents::new)?;
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, left))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{list::Direction, scadenze::ScadenzaFilter};

    #[test]
    fn orders_and_sums_go_by_their_indexes() {
        let (_dir, books) = crate::empty::archive();
        let today = jiff::civil::date(2026, 11, 24);
        for (sort, index) in [
            (ScadenzaSort::Scadenza, "INDEX documenti_rate_by_scadenza"),
            (ScadenzaSort::Importo, "INDEX documenti_rate_by_importo"),
            (ScadenzaSort::Cliente, "INDEX documenti_by_cliente"),
        ] {
            for quali in [Quali::Aperte, Quali::Tutte, Quali::Pagate] {
                for direction in [Direction::Ascending, Direction::Descending] {
                    let filter = ScadenzaFilter {
                        quali,
                        sort,
                        direction,
                        ..ScadenzaFilter::default()
                    };
                    let steps = books
                        .read(|sql| listing(&filter, &(None, None), today).plan(sql))
                        .unwrap();
                    let is_sorted = !steps.contains("TEMP B-TREE FOR ORDER BY");
                    assert!(
                        steps.contains(index) && is_sorted && !steps.contains("MATERIALIZE"),
                        "{sort:?}: {steps}"
                    );
                    assert!(steps.contains("scadenze_incassi_of"), "{steps}");
                }
            }
        }
    }
}
