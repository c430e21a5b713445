//! D13: one flipped bit anywhere in the file. What changed in the entries is reported, nothing panics, and what can
//! still be read together with the last backup gives nearly all entries back.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use db::{DbError, Options, Reader, Sql, backup};

use crate::chance::Chance;
use crate::ledger::{SCHEMA, add, check, create, path};
use crate::outcome::{Control, Outcome, on_two_cores};

const ENTRIES: i64 = 200;
/// The last backup was made before the last entries.
const BACKED_UP: i64 = 180;

/// An entry as it counts: its total and its lines.
type Entry = (i64, Vec<(String, i64)>);

struct Base {
    bytes: Vec<u8>,
    entries: BTreeMap<i64, Entry>,
    backup: PathBuf,
}

pub(crate) fn run(flips: usize) -> anyhow::Result<Outcome> {
    let folder = tempfile::tempdir()?;
    let base = fill(folder.path())?;
    let saved = std::sync::atomic::AtomicUsize::new(0);
    let failures = on_two_cores(flips, |seed| one(&base, seed, &saved, check));
    let few = (flips / 5).max(100);
    let pages_only = |reader: &Reader| match db::verify_pages(reader) {
        Ok(problems) if problems.is_empty() => Ok(ENTRIES),
        Ok(_) => Err("reported".to_owned()),
        Err(error) => Err(error.to_string()),
    };
    let unreported = on_two_cores(few, |seed| one(&base, seed, &Default::default(), pages_only));
    let share = saved.into_inner() as u64 * 10_000 / (flips as u64 * ENTRIES as u64);
    let mut outcome = Outcome {
        name: "bitflip".to_owned(),
        iterations: flips,
        failures,
        control: Control {
            without: "the hash chain",
            iterations: few,
            failures: unreported.len(),
            expected: 1,
        },
        note: format!("saved {}.{:02} % of the entries", share / 100, share % 100),
    };
    if share < 9_900 {
        outcome
            .failures
            .push("less than 99 % of the entries could be saved".to_owned());
    }
    Ok(outcome)
}

fn fill(folder: &Path) -> anyhow::Result<Base> {
    let archive = create(folder, &Options::default())?;
    let mut chance = Chance::new(1);
    let saved = folder.join("salvata");
    for n in 1..=ENTRIES {
        add(&archive, &mut chance, n)?;
        if n == BACKED_UP {
            archive.read(|reader| backup(reader, &saved, None))?;
        }
    }
    drop(archive);
    let reader = Reader::open(&path(folder), &SCHEMA)?;
    let entries = (1..=ENTRIES)
        .map(|numero| Ok((numero, entry(&reader, numero)?)))
        .collect::<Result<_, DbError>>()?;
    Ok(Base {
        bytes: std::fs::read(path(folder))?,
        entries,
        backup: saved,
    })
}

fn one(
    base: &Base,
    seed: u64,
    saved: &std::sync::atomic::AtomicUsize,
    check: impl Fn(&Reader) -> Result<i64, String>,
) -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let mut chance = Chance::new(seed);
    let (place, bit) = (chance.below(base.bytes.len()), chance.below(8));
    let mut bytes = base.bytes.clone();
    bytes[place] ^= 1 << bit;
    std::fs::write(path(folder.path()), bytes).map_err(|error| error.to_string())?;
    let damaged = Reader::open(&path(folder.path()), &SCHEMA);
    let spare = Reader::open(&base.backup, &SCHEMA).map_err(|error| error.to_string())?;
    let (mut changed, mut rescued) = (0, 0);
    for (numero, good) in &base.entries {
        let found = damaged
            .as_ref()
            .ok()
            .and_then(|reader| entry(reader, *numero).ok());
        let is_whole = found.as_ref() == Some(good);
        changed += usize::from(!is_whole);
        rescued += usize::from(
            is_whole || *numero <= BACKED_UP && entry(&spare, *numero).as_ref().ok() == Some(good),
        );
    }
    saved.fetch_add(rescued, std::sync::atomic::Ordering::Relaxed);
    let is_reported = match &damaged {
        Err(_) => true,
        Ok(reader) => check(reader) != Ok(ENTRIES),
    };
    if changed > 0 && !is_reported {
        Err(format!(
            "bit {bit} of byte {place}: {changed} entries changed unreported"
        ))
    } else {
        Ok(())
    }
}

fn entry(reader: &Reader, numero: i64) -> Result<Entry, DbError> {
    let (id, totale): (i64, i64) = reader.sql().query_row(
        "SELECT id, totale_cents FROM registro WHERE numero = ?1",
        [numero],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let mut lines = reader.sql().prepare_cached(
        "SELECT testo, importo_cents FROM registro_righe WHERE registro_id = ?1 ORDER BY id",
    )?;
    let lines = lines
        .query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    Ok((totale, lines))
}
