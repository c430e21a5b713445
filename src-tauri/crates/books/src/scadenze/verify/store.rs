//! SQL of the proof.

use db::{Id, Sql};

use crate::Error;

/// Documents by row and number.
type Found = Vec<(Id, String)>;

/// Documents whose instalments are not what is to be paid of them.
pub(super) fn other_than_net(sql: &impl Sql) -> Result<Found, Error> {
    found(
        sql,
        "SELECT d.id, d.numero FROM v_documenti_movimenti d
         WHERE CASE d.tipo WHEN 'NOTA_CREDITO' THEN min(d.netto_cents, 0) ELSE max(d.netto_cents, 0) END <>
            coalesce((SELECT sum(r.importo_cents) FROM v_documenti_rate r WHERE r.documento_id = d.id), 0)",
    )
}

/// Documents of which more was cashed than is due, or what no instalment asks for, and halves without the other half.
pub(super) fn beyond_due(sql: &impl Sql) -> Result<Found, Error> {
    found(
        sql,
        "SELECT d.id, d.numero FROM (SELECT documento_id, rata, sum(importo_cents) AS cents FROM scadenze_incassi
            GROUP BY documento_id, rata) i
         JOIN v_documenti_movimenti d ON d.id = i.documento_id
         LEFT JOIN v_documenti_rate r ON r.documento_id = i.documento_id AND r.rata = i.rata
         WHERE r.id IS NULL OR abs(i.cents) > abs(r.importo_cents) OR (i.cents < 0 AND r.importo_cents > 0)
            OR (i.cents > 0 AND r.importo_cents < 0)
         UNION SELECT d.id, d.numero FROM scadenze_incassi i JOIN v_documenti_movimenti d ON d.id = i.documento_id
         WHERE i.compensa_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM scadenze_incassi o
            WHERE o.id = i.compensa_id AND o.compensa_id = i.id AND o.importo_cents = -i.importo_cents)",
    )
}

fn found(sql: &impl Sql, text: &str) -> Result<Found, Error> {
    let mut query = sql.sql().prepare_cached(text)?;
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
