//! A small ledger with everything a fault can break: a hash chain, sums, references, attachments, undo and search.
//! The rows say by themselves whether they are whole.

use std::path::{Path, PathBuf};

use db::{Archive, Area, DbError, Id, Migration, Options, Schema, SearchText, Sql, Tx, When};
use sha2::{Digest, Sha256};

use crate::chance::Chance;

pub(crate) const LEDGER: Area = Area {
    name: "registro",
    migrations: &[Migration {
        version: 1,
        sql: "CREATE TABLE registro (id INTEGER PRIMARY KEY, numero INTEGER NOT NULL UNIQUE, totale_cents INTEGER NOT NULL,
                catena TEXT NOT NULL, nota TEXT NOT NULL DEFAULT '') STRICT;
              CREATE TABLE registro_righe (id INTEGER PRIMARY KEY,
                registro_id INTEGER NOT NULL REFERENCES registro (id) ON DELETE CASCADE,
                testo TEXT NOT NULL, importo_cents INTEGER NOT NULL) STRICT;
              CREATE INDEX registro_righe_registro ON registro_righe (registro_id);
              CREATE TABLE registro_corpi (id INTEGER PRIMARY KEY,
                registro_id INTEGER NOT NULL REFERENCES registro (id), sha256 TEXT NOT NULL, corpo BLOB) STRICT;
              CREATE TABLE registro_file (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL) STRICT;",
    }],
    unlogged: &["registro_corpi"],
    index: &[("registro", index)],
};

/// One version; `migrate` adds two more.
pub(crate) const SCHEMA: Schema = Schema {
    application_id: 0x70F7,
    areas: &[&LEDGER],
};

pub(crate) fn index(tx: &Tx<'_>, id: Id) -> Result<Option<SearchText>, DbError> {
    let mut query = tx.sql().prepare_cached(
        "SELECT 'voce ' || numero || ' ' || nota, totale_cents FROM registro WHERE id = ?1",
    )?;
    let mut rows = query.query([id])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    Ok(Some(SearchText {
        text: row.get(0)?,
        importi_cents: vec![row.get(1)?],
    }))
}

/// The n-th moment of a run.
pub(crate) fn when(n: i64) -> When {
    let at = jiff::Timestamp::from_second(1_795_500_000 + n).expect("a moment in 2026");
    When {
        at,
        today: jiff::civil::date(2026, 11, 24),
        random: Chance::new(n.unsigned_abs()).bits(),
    }
}

pub(crate) fn path(folder: &Path) -> PathBuf {
    folder.join("registro.f1c")
}

/// Opens the ledger in `folder`.
pub(crate) fn open(folder: &Path, n: i64, options: &Options) -> Result<Archive, DbError> {
    Archive::open(&path(folder), &SCHEMA, "torture", &when(n), options)
}

/// Makes the ledger in `folder`.
pub(crate) fn create(folder: &Path, options: &Options) -> Result<Archive, DbError> {
    Archive::create(&path(folder), &SCHEMA, "torture", &when(0), options)
}

/// The next entry: 1 to 7 lines, every fifth with an attachment, every seventh with an edit of an older note.
pub(crate) fn add(archive: &Archive, chance: &mut Chance, n: i64) -> Result<i64, DbError> {
    let done = archive.write("torture", "add", &when(n), |tx| add_in(tx, chance))?;
    Ok(done.value)
}

pub(crate) fn add_in(tx: &Tx<'_>, chance: &mut Chance) -> Result<i64, DbError> {
    let sql = tx.sql();
    let (last, before): (i64, String) = sql.query_row(
        "SELECT coalesce(max(numero), 0), coalesce((SELECT catena FROM registro ORDER BY numero DESC LIMIT 1), '') FROM registro",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let numero = last + 1;
    let righe: Vec<Riga> = (0..=chance.below(6))
        .map(|_| ("riga ".repeat(chance.below(40)), chance.below(99_999) as i64))
        .collect();
    let id = tx.new_id();
    sql.prepare_cached("INSERT INTO registro (id, numero, totale_cents, catena) VALUES (?1, ?2, ?3, ?4)")?
        .execute((
            id,
            numero,
            righe.iter().map(|(_, importo)| importo).sum::<i64>(),
            link(&before, numero, &righe),
        ))?;
    for (testo, importo) in righe {
        sql.prepare_cached(
            "INSERT INTO registro_righe (id, registro_id, testo, importo_cents) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute((tx.new_id(), id, testo, importo))?;
    }
    if numero % 5 == 0 {
        let corpo: Vec<u8> = (0..chance.below(20_000)).map(|_| chance.byte()).collect();
        sql.prepare_cached(
            "INSERT INTO registro_corpi (id, registro_id, sha256, corpo) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute((tx.new_id(), id, hex(&Sha256::digest(&corpo)), corpo))?;
    }
    if numero % 7 == 0 {
        sql.prepare_cached("UPDATE registro SET nota = ?1 WHERE numero = ?2")?
            .execute((
                "nota ".repeat(chance.below(60)),
                1 + chance.below(numero as usize) as i64,
            ))?;
    }
    Ok(numero)
}

/// The words and the amount of a line.
type Riga = (String, i64);

fn link(before: &str, numero: i64, righe: &[Riga]) -> String {
    let mut hash = Sha256::new();
    hash.update(before);
    hash.update(numero.to_le_bytes());
    for (testo, importo) in righe {
        hash.update(testo.len().to_le_bytes());
        hash.update(testo);
        hash.update(importo.to_le_bytes());
    }
    hex(&hash.finalize())
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Number of entries, when numbers have no gap, sums and the chain hold, attachments have their digest, and SQLite
/// finds nothing; else what is wrong.
pub(crate) fn check(sql: &impl Sql) -> Result<i64, String> {
    if let Some(problem) = db::verify_pages(sql).map_err(|e| e.to_string())?.first() {
        return Err(format!("{problem:?}"));
    }
    check_chain(sql)
}

/// What the areas check beyond SQLite's own.
pub(crate) fn check_chain(sql: &impl Sql) -> Result<i64, String> {
    let text = |error: rusqlite::Error| error.to_string();
    let mut entries = sql
        .sql()
        .prepare("SELECT id, numero, totale_cents, catena FROM registro ORDER BY numero")
        .map_err(text)?;
    let mut lines = sql
        .sql()
        .prepare("SELECT testo, importo_cents FROM registro_righe WHERE registro_id = ?1 ORDER BY id")
        .map_err(text)?;
    let mut rows = entries.query([]).map_err(text)?;
    let (mut count, mut before) = (0, String::new());
    while let Some(row) = rows.next().map_err(text)? {
        let (id, numero, totale): (i64, i64, i64) = (
            row.get(0).map_err(text)?,
            row.get(1).map_err(text)?,
            row.get(2).map_err(text)?,
        );
        let catena: String = row.get(3).map_err(text)?;
        let righe = lines
            .query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))
            .map_err(text)?;
        let righe = righe.collect::<Result<Vec<Riga>, _>>().map_err(text)?;
        count += 1;
        if numero != count {
            return Err(format!("number {numero} where {count} should be"));
        }
        if totale != righe.iter().map(|(_, importo)| importo).sum::<i64>()
            || catena != link(&before, numero, &righe)
        {
            return Err(format!("entry {numero} is not whole"));
        }
        before = catena;
    }
    check_bodies(sql)?;
    Ok(count)
}

fn check_bodies(sql: &impl Sql) -> Result<(), String> {
    let text = |error: rusqlite::Error| error.to_string();
    let mut bodies = sql
        .sql()
        .prepare("SELECT sha256, corpo FROM registro_corpi")
        .map_err(text)?;
    let mut rows = bodies.query([]).map_err(text)?;
    while let Some(row) = rows.next().map_err(text)? {
        let (sha256, corpo): (String, Vec<u8>) = (row.get(0).map_err(text)?, row.get(1).map_err(text)?);
        if hex(&Sha256::digest(&corpo)) != sha256 {
            return Err("an attachment has other bytes".to_owned());
        }
    }
    Ok(())
}
