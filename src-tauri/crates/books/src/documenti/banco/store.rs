//! SQL of the desk.

use db::{Sql, rusqlite};
use money::Cents;
use rusqlite::types::Value;

use super::{BancoFilter, BancoRow};
use crate::{
    Error,
    dates::Period,
    documenti::{DdtDraft, Tipo, store},
    efatture::EfatturaStato,
    list::{Direction, Page},
    store::Listing,
};

/// A row with its `TipoDocumento` and the delivery notes it names.
type Found = (BancoRow, String, Vec<DdtDraft>);

/// A row with what is still text: kind, state, `TipoDocumento`, delivery notes.
type Raw = (BancoRow, [String; 4]);

const COLUMNS: &str =
    "id, numero, data_documento, cliente, totale_cents, nome_file, giorno, note, tipo, stato, td, ddt";

/// One row per document that makes a file, with where that stands, and the delivery notes that a deferred one names.
/// CROSS JOIN keeps its left side outside: that is walked in the order of the page, which ends as soon as it is full.
macro_rules! rows {
    ($id:literal, $day:literal, $from:literal) => {
        concat!(
            "(SELECT ", $id, " AS id, d.numero, ", $day, " AS data_documento, d.cliente, d.totale_cents, e.nome_file,
                e.giorno, e.note, d.tipo, e.stato, d.td, CASE WHEN d.td IN ('TD24', 'TD25') THEN
                coalesce((SELECT c.draft ->> '$.ddt' FROM documenti_contenuti c WHERE c.id = d.id), '[]') ELSE '[]' END AS ddt
             FROM ", $from, ")"
        )
    };
}

const ALL: &str = rows!(
    "d.id",
    "d.data_documento",
    "documenti d CROSS JOIN v_efatture_stati e ON e.documento_id = d.id WHERE d.td <> ''"
);
const OPEN: &str = rows!(
    "e.documento_id",
    "e.data_documento",
    "v_efatture_aperte e CROSS JOIN documenti d ON d.id = e.documento_id"
);

pub(super) fn page(sql: &impl Sql, filter: &BancoFilter, period: &Period) -> Result<Page<Found>, Error> {
    let page = listing(filter, period)?.page(sql, &filter.page, read)?;
    Ok(Page {
        rows: page.rows.into_iter().map(finish).collect::<Result<_, _>>()?,
        next: page.next,
    })
}

fn listing(filter: &BancoFilter, (from, to): &Period) -> Result<Listing, Error> {
    let is_open = filter.stato.map_or(!filter.tutte, EfatturaStato::is_open);
    let mut listing = Listing {
        columns: COLUMNS.into(),
        from: if is_open { OPEN } else { ALL },
        conditions: Vec::new(),
        parameters: Vec::new(),
        key: "data_documento",
        direction: Direction::Ascending,
    };
    if let Some(stato) = filter.stato {
        listing.and("stato = ?", [Value::Text(store::word(stato)?)]);
    }
    if let Some(from) = from {
        listing.and("data_documento >= ?", [Value::Text(from.clone())]);
    }
    if let Some(to) = to {
        listing.and("data_documento <= ?", [Value::Text(to.clone())]);
    }
    Ok(listing)
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Raw> {
    Ok((
        BancoRow {
            id: row.get(0)?,
            tipo: Tipo::Fattura,
            numero: row.get(1)?,
            data_documento: row.get(2)?,
            cliente: row.get(3)?,
            totale: Cents::new(row.get(4)?),
            nome_file: row.get(5)?,
            stato: EfatturaStato::DaSalvare,
            giorno: row.get(6)?,
            note: row.get(7)?,
            entro: String::new(),
            giorni: 0,
        },
        [row.get(8)?, row.get(9)?, row.get(10)?, row.get(11)?],
    ))
}

fn finish((row, [tipo, stato, td, ddt]): Raw) -> Result<Found, Error> {
    let row = BancoRow {
        tipo: store::unword(tipo)?,
        stato: store::unword(stato)?,
        ..row
    };
    Ok((row, td, serde_json::from_str(&ddt)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_desk_walks_open_files_and_no_others() {
        let (_dir, books) = crate::empty::archive();
        let plan = |filter: &BancoFilter| {
            books
                .read(|sql| listing(filter, &(None, None))?.plan(sql))
                .unwrap()
        };
        let rejected = BancoFilter {
            stato: Some(EfatturaStato::Scartata),
            ..BancoFilter::default()
        };
        for open in [plan(&BancoFilter::default()), plan(&rejected)] {
            assert!(open.starts_with("SCAN f USING INDEX efatture_aperte"), "{open}");
            assert!(!open.contains("TEMP B-TREE"), "{open}");
        }
        let all = plan(&BancoFilter {
            tutte: true,
            ..BancoFilter::default()
        });
        assert!(
            all.contains("documenti_by_data") && !all.contains("TEMP B-TREE FOR ORDER"),
            "{all}"
        );
    }
}
