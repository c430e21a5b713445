//! The room's own tests, over a small shop: parties, documents with lines, a table that is not logged.

use tempfile::TempDir;

use crate::{Archive, Area, DbError, Id, Migration, Options, Schema, SearchText, Sql, Tx, When};

mod backup;
mod files;
mod migrate;
mod open;
mod property;
mod undo;
mod write;

pub(super) const PARTI: Area = Area {
    name: "parti",
    migrations: &[Migration {
        version: 1,
        sql: "CREATE TABLE parti (id INTEGER PRIMARY KEY, nome TEXT NOT NULL UNIQUE) STRICT;
              CREATE TABLE parti_loghi (id INTEGER PRIMARY KEY, parte_id INTEGER NOT NULL REFERENCES parti (id), logo BLOB NOT NULL) STRICT;
              CREATE TABLE parti_viste (id INTEGER PRIMARY KEY, larghezza INTEGER NOT NULL) STRICT;",
    }],
    unlogged: &["parti_viste"],
    index: &[("parti", index_parti)],
};

pub(super) const DOCUMENTI: Area = Area {
    name: "documenti",
    migrations: &[Migration {
        version: 1,
        sql: "CREATE TABLE documenti (id INTEGER PRIMARY KEY, parte_id INTEGER NOT NULL REFERENCES parti (id),
                numero INTEGER NOT NULL, totale_cents INTEGER NOT NULL, nota TEXT, letto INTEGER NOT NULL DEFAULT 0) STRICT;
              CREATE TABLE documenti_righe (id INTEGER PRIMARY KEY,
                documento_id INTEGER NOT NULL REFERENCES documenti (id) ON DELETE CASCADE,
                testo TEXT NOT NULL, importo_cents INTEGER NOT NULL,
                doppio INTEGER GENERATED ALWAYS AS (importo_cents * 2) VIRTUAL) STRICT;
              CREATE INDEX documenti_righe_documento ON documenti_righe (documento_id);",
    }],
    unlogged: &["documenti.letto"],
    index: &[("documenti", index_documenti)],
};

pub(super) const SCHEMA: Schema = Schema {
    application_id: 0x7e57,
    areas: &[&PARTI, &DOCUMENTI],
};

fn index_parti(tx: &Tx<'_>, id: Id) -> Result<Option<SearchText>, DbError> {
    let mut query = tx.sql().prepare_cached("SELECT nome FROM parti WHERE id = ?1")?;
    let mut rows = query.query([id])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    Ok(Some(SearchText {
        text: row.get(0)?,
        importi_cents: Vec::new(),
    }))
}

fn index_documenti(tx: &Tx<'_>, id: Id) -> Result<Option<SearchText>, DbError> {
    let mut query = tx.sql().prepare_cached(
        "SELECT d.numero || ' ' || p.nome || ' ' || coalesce(d.nota, ''), d.totale_cents
         FROM documenti d JOIN parti p ON p.id = d.parte_id WHERE d.id = ?1",
    )?;
    let mut rows = query.query([id])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    Ok(Some(SearchText {
        text: row.get(0)?,
        importi_cents: vec![row.get(1)?],
    }))
}

/// The n-th moment of a test: seconds apart, always the same.
pub(super) fn when(n: u32) -> When {
    let at = jiff::Timestamp::from_second(1_795_500_000 + i64::from(n)).unwrap();
    When {
        at,
        today: jiff::civil::date(2026, 11, 24),
        random: u64::from(n).wrapping_mul(0x9e37_79b9_7f4a_7c15),
    }
}

pub(super) fn create(folder: &TempDir) -> Archive {
    Archive::create(
        &folder.path().join("ditta.f1c"),
        &SCHEMA,
        "prova",
        &when(0),
        &Options::default(),
    )
    .unwrap()
}

pub(super) fn reopen(folder: &TempDir, n: u32) -> Archive {
    Archive::open(
        &folder.path().join("ditta.f1c"),
        &SCHEMA,
        "prova",
        &when(n),
        &Options::default(),
    )
    .unwrap()
}

pub(super) fn add_parte(tx: &Tx<'_>, nome: &str) -> Result<Id, DbError> {
    let id = tx.new_id();
    tx.sql()
        .execute("INSERT INTO parti (id, nome) VALUES (?1, ?2)", (id, nome))?;
    Ok(id)
}

pub(super) fn add_documento(tx: &Tx<'_>, parte: Id, numero: i64, righe: &[i64]) -> Result<Id, DbError> {
    let id = tx.new_id();
    tx.sql()
        .prepare_cached("INSERT INTO documenti (id, parte_id, numero, totale_cents) VALUES (?1, ?2, ?3, ?4)")?
        .execute((id, parte, numero, righe.iter().sum::<i64>()))?;
    for importo in righe {
        tx.sql()
            .prepare_cached("INSERT INTO documenti_righe (id, documento_id, testo, importo_cents) VALUES (?1, ?2, 'riga', ?3)")?
            .execute((tx.new_id(), id, importo))?;
    }
    Ok(id)
}

/// Every row of every area's table, and the search, as text.
pub(super) fn dump(sql: &impl Sql) -> Vec<String> {
    let mut lines = Vec::new();
    for table in ["parti", "documenti", "documenti_righe", "cerca"] {
        let mut query = sql
            .sql()
            .prepare(&format!("SELECT * FROM {table} ORDER BY id"))
            .unwrap();
        let columns = query.column_count();
        let mut rows = query.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let cells: Vec<String> = (0..columns)
                .map(|i| format!("{:?}", row.get::<_, rusqlite::types::Value>(i).unwrap()))
                .collect();
            lines.push(format!("{table} {}", cells.join("|")));
        }
    }
    lines
}
