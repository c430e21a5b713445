//! D7 and D8: a migration killed anywhere leaves exactly a version; a newer file is refused and stays as it is.

use std::path::Path;

use db::{Archive, Area, DbError, Migration, Options, Reader, Schema};
use rusqlite::Connection;

use crate::chance::Chance;
use crate::children::{Work, duration, kill_within};
use crate::ledger::{LEDGER, SCHEMA, add_in, check, create, path, when};
use crate::outcome::{Control, Outcome, on_two_cores};

const V2_SQL: &str = "ALTER TABLE registro ADD COLUMN imposta_cents INTEGER NOT NULL DEFAULT 0;
    UPDATE registro SET imposta_cents = totale_cents * 22 / 100 WHERE id > 0;
    CREATE INDEX registro_imposta ON registro (imposta_cents);";
const V3_SQL: &str = "CREATE TABLE registro_mesi (id INTEGER PRIMARY KEY, registro_id INTEGER NOT NULL REFERENCES registro (id)) STRICT;
    INSERT INTO registro_mesi (id, registro_id) SELECT id, id FROM registro WHERE id > 0;";

const GROWN: Area = Area {
    migrations: &[
        LEDGER.migrations[0],
        Migration {
            version: 2,
            sql: V2_SQL,
        },
        Migration {
            version: 3,
            sql: V3_SQL,
        },
    ],
    ..LEDGER
};
const V3: Schema = Schema {
    areas: &[&GROWN],
    ..SCHEMA
};

/// Kills at random moments of the migration of one file.
pub(crate) fn run(kills: usize) -> anyhow::Result<Outcome> {
    let base = tempfile::tempdir()?;
    fill(base.path(), 300)?;
    let few = (kills / 5).max(20);
    let controls = all(few, base.path(), Work::MigrateLoosely)?;
    Ok(Outcome {
        name: "migrate".to_owned(),
        iterations: kills,
        failures: all(kills, base.path(), Work::Migrate)?,
        control: Control {
            without: "one transaction per version",
            iterations: few,
            failures: controls.len(),
            expected: few / 5,
        },
        note: String::new(),
    })
}

fn all(kills: usize, base: &Path, work: Work) -> anyhow::Result<Vec<String>> {
    let timed = tempfile::tempdir()?;
    std::fs::copy(path(base), path(timed.path()))?;
    let longest = duration(work, timed.path()).map_err(anyhow::Error::msg)?;
    Ok(on_two_cores(kills, |seed| {
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        std::fs::copy(path(base), path(folder.path())).map_err(|error| error.to_string())?;
        kill_within(work, folder.path(), seed, longest)?;
        check_version(folder.path()).map_err(|error| error.to_string())??;
        let archive = Archive::open(
            &path(folder.path()),
            &V3,
            "torture",
            &when(900),
            &Options::default(),
        )
        .map_err(|error| format!("open: {error}"))?;
        let count = archive
            .read(|r| Ok::<_, DbError>(check(r)))
            .map_err(|error| error.to_string())??;
        if count == 300 {
            Ok(())
        } else {
            Err(format!("{count} entries of 300"))
        }
    }))
}

fn fill(folder: &Path, count: usize) -> anyhow::Result<()> {
    let archive = create(folder, &Options::default())?;
    let mut chance = Chance::new(1);
    archive.write("torture", "import", &when(1), |tx| {
        (0..count).try_for_each(|_| add_in(tx, &mut chance).map(drop))
    })?;
    Ok(())
}

/// Everything that version promises is there and nothing that a later one adds.
fn check_version(folder: &Path) -> rusqlite::Result<Result<(), String>> {
    let file = Connection::open(path(folder))?;
    let version: i64 = file.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let count = |sql: &str| file.query_row(sql, [], |row| row.get::<_, i64>(0));
    let has_column =
        count("SELECT count(*) FROM pragma_table_info('registro') WHERE name = 'imposta_cents'")? == 1;
    let has_index = count("SELECT count(*) FROM sqlite_schema WHERE name = 'registro_imposta'")? == 1;
    let has_table = count("SELECT count(*) FROM sqlite_schema WHERE name = 'registro_mesi'")? == 1;
    let is_filled = has_column
        && count("SELECT count(*) FROM registro WHERE imposta_cents <> totale_cents * 22 / 100")? == 0;
    let is_copied = has_table && count("SELECT count(*) FROM registro_mesi")? == 300;
    let found = (has_column, has_index, is_filled, has_table, is_copied);
    let expected = match version {
        1 => (false, false, false, false, false),
        2 => (true, true, true, false, false),
        _ => (true, true, true, true, true),
    };
    Ok(if found == expected {
        Ok(())
    } else {
        Err(format!("version {version} with {found:?}"))
    })
}

/// The child.
pub(crate) fn work(folder: &Path) -> anyhow::Result<()> {
    Archive::open(&path(folder), &V3, "torture", &when(800), &Options::default())?;
    Ok(())
}

/// The child of the control: each statement for itself, rows one by one, the version last.
pub(crate) fn work_loosely(folder: &Path) -> anyhow::Result<()> {
    let file = Connection::open(path(folder))?;
    file.execute_batch("PRAGMA synchronous = OFF")?;
    for statement in V2_SQL
        .split(';')
        .filter(|statement| !statement.contains("UPDATE"))
    {
        file.execute_batch(statement)?;
    }
    for numero in 1..=300 {
        file.execute(
            "UPDATE registro SET imposta_cents = totale_cents * 22 / 100 WHERE numero = ?1",
            [numero],
        )?;
    }
    V3_SQL
        .split(';')
        .try_for_each(|statement| file.execute_batch(statement))?;
    file.pragma_update(None, "user_version", 3)?;
    Ok(())
}

/// A newer file, with and without a write-ahead log, before and after an older program tried to open it.
pub(crate) fn newer(files: usize) -> anyhow::Result<Outcome> {
    let refuse = |folder: &Path| {
        let codes = [
            Archive::open(&path(folder), &SCHEMA, "torture", &when(5), &Options::default()).map(drop),
            Reader::open(&path(folder), &SCHEMA).map(drop),
        ];
        codes
            .iter()
            .all(|code| matches!(code, Err(DbError::Newer { found: 3, known: 1 })))
    };
    let write_anyway = |folder: &Path| {
        Connection::open(path(folder))
            .and_then(|file| file.pragma_update(None, "user_version", 1))
            .is_ok()
    };
    let controls = on_two_cores(10, |seed| one_newer(seed, write_anyway));
    Ok(Outcome {
        name: "newer-schema".to_owned(),
        iterations: files,
        failures: on_two_cores(files, |seed| one_newer(seed, refuse)),
        control: Control {
            without: "a look at the version",
            iterations: 10,
            failures: controls.len(),
            expected: 10,
        },
        note: String::new(),
    })
}

fn one_newer(seed: u64, try_open: impl Fn(&Path) -> bool) -> Result<(), String> {
    let text = |error: std::io::Error| error.to_string();
    let (made, folder) = (
        tempfile::tempdir().map_err(text)?,
        tempfile::tempdir().map_err(text)?,
    );
    let archive = Archive::create(&path(made.path()), &V3, "torture", &when(0), &Options::default())
        .map_err(|e| e.to_string())?;
    let mut chance = Chance::new(seed);
    archive
        .write("torture", "add", &when(1), |tx| add_in(tx, &mut chance))
        .map_err(|e: DbError| e.to_string())?;
    if seed.is_multiple_of(2) {
        drop(archive);
    } else {
        // As a killed program leaves it: the log not yet in the file.
        std::fs::copy(
            made.path().join("registro.f1c-wal"),
            folder.path().join("registro.f1c-wal"),
        )
        .map_err(text)?;
    }
    std::fs::copy(path(made.path()), path(folder.path())).map_err(text)?;
    let before = contents(folder.path()).map_err(text)?;
    if !try_open(folder.path()) {
        return Err("not refused as newer".to_owned());
    }
    if contents(folder.path()).map_err(text)? == before {
        Ok(())
    } else {
        Err("the file changed".to_owned())
    }
}

/// The bytes of the database and of its log; an empty log is none.
fn contents(folder: &Path) -> std::io::Result<(Vec<u8>, Vec<u8>)> {
    Ok((
        std::fs::read(path(folder))?,
        std::fs::read(folder.join("registro.f1c-wal")).unwrap_or_default(),
    ))
}
