//! SQL of the figures: each is read from an index that holds all of it.

use std::collections::BTreeMap;

use db::{Id, Sql};
use jiff::civil::Date;
use money::Cents;

use super::Base;
use crate::Error;

/// What one day adds: amount and rows.
pub(super) type Giorni = BTreeMap<Date, (Cents, u32)>;

fn by_day(sql: &impl Sql, text: &str, (from, to): (Date, Date)) -> Result<Giorni, Error> {
    let mut query = sql.sql().prepare_cached(text)?;
    let mut rows = query.query((from.to_string(), to.to_string()))?;
    let mut days = Giorni::new();
    while let Some(row) = rows.next()? {
        let text: String = row.get(0)?;
        let day = text
            .parse()
            .map_err(|_unreadable| Error::Broken("a day that is none".to_owned()))?;
        days.insert(day, (Cents::new(row.get(1)?), row.get(2)?));
    }
    Ok(days)
}

const fn column(base: Base) -> &'static str {
    match base {
        Base::Imponibile => "imponibile_cents",
        Base::Totale => "totale_cents",
    }
}

/// Invoiced, day by day.
pub(super) fn invoiced(sql: &impl Sql, base: Base, days: (Date, Date)) -> Result<Giorni, Error> {
    by_day(sql, &invoiced_text(base), days)
}

fn invoiced_text(base: Base) -> String {
    format!(
        "SELECT data_documento, sum({}), count(*) FROM v_documenti_movimenti
         WHERE data_documento BETWEEN ?1 AND ?2 GROUP BY data_documento",
        column(base)
    )
}

const CASHED: &str = "SELECT giorno, sum(importo_cents), count(*) FROM v_scadenze_movimenti
    WHERE giorno BETWEEN ?1 AND ?2 GROUP BY giorno";

/// Cashed, day by day.
pub(super) fn cashed(sql: &impl Sql, days: (Date, Date)) -> Result<Giorni, Error> {
    by_day(sql, CASHED, days)
}

const OPEN: &str =
    "SELECT (scadenza < ?1) + (scadenza < ?2) + (scadenza < ?3) + (scadenza < ?4), sum(residuo_cents), count(*)
    FROM v_scadenze_residui WHERE residuo_cents <> 0 GROUP BY 1";

/// Open amounts by how many of the days, the latest first, their due date lies before.
pub(super) fn open(sql: &impl Sql, before: [Date; 4]) -> Result<BTreeMap<usize, (Cents, u32)>, Error> {
    let mut query = sql.sql().prepare_cached(OPEN)?;
    let days = before.map(|day| day.to_string());
    let rows = query.query_map(days, |row| {
        let place: u8 = row.get(0)?;
        Ok((usize::from(place), (Cents::new(row.get(1)?), row.get(2)?)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Files that wait for somebody to do something.
pub(super) fn to_send(sql: &impl Sql) -> Result<u32, Error> {
    let mut query = sql
        .sql()
        .prepare_cached("SELECT count(*) FROM v_efatture_aperte WHERE stato <> 'inviata'")?;
    Ok(query.query_row([], |row| row.get(0))?)
}

const LATE: &str = "SELECT count(*) FROM v_scadenze_residui WHERE scadenza < ?1 AND residuo_cents <> 0";

/// Instalments with something left that was due before a day.
pub(super) fn late(sql: &impl Sql, day: Date) -> Result<u32, Error> {
    let mut query = sql.sql().prepare_cached(LATE)?;
    Ok(query.query_row([day.to_string()], |row| row.get(0))?)
}

/// Customers by what was invoiced to them, the best first: row, name on the last document, amount, documents.
pub(super) fn customers(
    sql: &impl Sql,
    base: Base,
    (from, to): (Date, Date),
) -> Result<Vec<(Id, String, Cents, u32)>, Error> {
    let mut query = sql.sql().prepare_cached(&customers_text(base))?;
    let rows = query.query_map((from.to_string(), to.to_string()), |row| {
        Ok((row.get(0)?, row.get(3)?, Cents::new(row.get(1)?), row.get(2)?))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn customers_text(base: Base) -> String {
    format!(
        "SELECT cliente_id, cents, documenti, (SELECT m.cliente FROM v_documenti_movimenti m
            WHERE m.cliente_id = g.cliente_id ORDER BY m.data_documento DESC, m.id DESC LIMIT 1)
         FROM (SELECT cliente_id, sum({}) AS cents, count(*) AS documenti FROM v_documenti_movimenti
            WHERE data_documento BETWEEN ?1 AND ?2 AND cliente_id IS NOT NULL GROUP BY cliente_id
            ORDER BY cents DESC, cliente_id LIMIT 10) g ORDER BY cents DESC, cliente_id",
        column(base)
    )
}

/// The first and the last day with something on it; none in an empty archive.
pub(super) fn span(sql: &impl Sql) -> Result<Option<(Date, Date)>, Error> {
    let mut query = sql.sql().prepare_cached(
        "SELECT * FROM (SELECT data_documento FROM v_documenti_movimenti ORDER BY data_documento LIMIT 1)
         UNION SELECT * FROM (SELECT data_documento FROM v_documenti_movimenti ORDER BY data_documento DESC LIMIT 1)
         UNION SELECT * FROM (SELECT giorno FROM v_scadenze_movimenti ORDER BY giorno LIMIT 1)
         UNION SELECT * FROM (SELECT giorno FROM v_scadenze_movimenti ORDER BY giorno DESC LIMIT 1) ORDER BY 1",
    )?;
    let texts = query.query_map([], |row| row.get::<_, String>(0))?;
    let days: Vec<Date> = texts
        .collect::<Result<Vec<_>, _>>()?
        .iter()
        .filter_map(|text| text.parse().ok())
        .collect();
    Ok(days.first().copied().zip(days.last().copied()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_figure_is_read_from_an_index_alone() {
        let (_dir, books) = crate::empty::archive();
        let plan = |query: &str| {
            books
                .read(|sql| {
                    let mut plan = db::Sql::sql(sql).prepare(&format!("EXPLAIN QUERY PLAN {query}"))?;
                    let days = std::iter::repeat_n("2026-01-01", plan.parameter_count());
                    let steps = plan.query_map(db::rusqlite::params_from_iter(days), |row| {
                        row.get::<_, String>(3)
                    })?;
                    Ok(steps.collect::<Result<Vec<_>, _>>()?.join("; "))
                })
                .unwrap()
        };
        for base in [super::Base::Imponibile, super::Base::Totale] {
            let invoiced = plan(&super::invoiced_text(base));
            assert!(
                invoiced.contains("COVERING INDEX documenti_somme (data_documento>? AND data_documento<?)")
                    && !invoiced.contains("B-TREE"),
                "{invoiced}"
            );
            let customers = plan(&super::customers_text(base));
            assert!(
                customers.contains("COVERING INDEX documenti_somme")
                    && customers.contains("documenti_of_cliente (cliente_id=?)"),
                "{customers}"
            );
        }
        let cashed = plan(super::CASHED);
        assert!(
            cashed.contains("COVERING INDEX scadenze_incassi_by_giorno") && !cashed.contains("B-TREE"),
            "{cashed}"
        );
        let late = plan(super::LATE);
        assert!(
            late.contains("COVERING INDEX documenti_rate_by_scadenza (scadenza<?)")
                && late.contains("COVERING INDEX scadenze_incassi_of"),
            "{late}"
        );
        let open = plan(super::OPEN);
        assert!(
            open.contains("COVERING INDEX documenti_rate_by")
                && open.contains("COVERING INDEX scadenze_incassi_of"),
            "{open}"
        );
    }
}
