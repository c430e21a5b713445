//! A1: attachments stored and removed until the program is killed: no row without its file, and a sweep that takes
//! every orphan and nothing else.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use db::{Archive, DbError, Options, Sql, When, files};

use crate::chance::Chance;
use crate::children::{Work, kill_within};
use crate::ledger::{create, open, when};
use crate::outcome::{Control, Outcome, on_two_cores};

/// Two days after the last moment of a child.
const LATER: i64 = 400_000;

/// When the sweep comes: a file that a kill left half written has the time of the computer, and is old by then too.
#[expect(
    clippy::disallowed_methods,
    reason = "the files of a killed program have the computer's time"
)]
fn sweep_day() -> When {
    let two_days = std::time::Duration::from_hours(48);
    let later = when(LATER);
    When {
        at: later.at.max(jiff::Timestamp::now() + two_days),
        ..later
    }
}

pub(crate) fn run(kills: usize) -> anyhow::Result<Outcome> {
    let few = (kills / 5).max(20);
    let controls = on_two_cores(few, |seed| one(Work::AttachRowFirst, seed));
    Ok(Outcome {
        name: "attachments".to_owned(),
        iterations: kills,
        failures: on_two_cores(kills, |seed| one(Work::Attach, seed)),
        control: Control {
            without: "the file before the row",
            iterations: few,
            failures: controls.len(),
            expected: few / 10,
        },
        note: String::new(),
    })
}

fn one(work: Work, seed: u64) -> Result<(), String> {
    let text = |error: DbError| error.to_string();
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    drop(create(folder.path(), &Options::default()).map_err(text)?);
    kill_within(work, folder.path(), seed, Duration::from_millis(200))?;
    let root = folder.path().join("allegati");
    let archive = open(folder.path(), LATER, &Options::default()).map_err(text)?;
    let named = archive.read(names).map_err(text)?;
    check_files(&root, &named)?;
    files::sweep(&root, &|sha256| Ok(named.contains(sha256)), &sweep_day()).map_err(text)?;
    check_files(&root, &named)?;
    let left = stored(&root).map_err(|error| error.to_string())?;
    if left == named {
        Ok(())
    } else {
        Err(format!(
            "{} files for {} rows after the sweep",
            left.len(),
            named.len()
        ))
    }
}

fn names(sql: &impl Sql) -> Result<BTreeSet<String>, DbError> {
    let mut rows = sql.sql().prepare("SELECT sha256 FROM registro_file")?;
    Ok(rows.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

fn check_files(root: &Path, named: &BTreeSet<String>) -> Result<(), String> {
    named
        .iter()
        .try_for_each(|sha256| files::open(root, sha256).map(drop))
        .map_err(|error| error.to_string())
}

/// Names of all files outside the bin.
fn stored(root: &Path) -> std::io::Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    if !root.exists() {
        return Ok(names);
    }
    for folder in std::fs::read_dir(root)? {
        let folder = folder?;
        if folder.file_name() != "cestino" {
            for file in std::fs::read_dir(folder.path())? {
                names.insert(file?.file_name().to_string_lossy().into_owned());
            }
        }
    }
    Ok(names)
}

/// The child: stores, and removes every third, in the given order.
pub(crate) fn work(folder: &Path, seed: u64, is_row_first: bool) -> anyhow::Result<()> {
    let archive = open(folder, 1, &Options::default())?;
    let root = folder.join("allegati");
    let mut chance = Chance::new(seed);
    for n in 2..LATER / 2 {
        let mut again = chance.clone();
        let bytes = body(&mut chance);
        if is_row_first {
            // The name is known before the file is there: taken from a store of its own.
            let elsewhere = tempfile::tempdir()?;
            let sha256 = files::put(elsewhere.path(), &bytes, &when(n))?;
            add_row(&archive, &sha256, n)?;
            // Made only now, as a program would that names first and writes after: the gap does not depend on the disk.
            files::put(&root, &body(&mut again), &when(n))?;
        } else {
            let sha256 = files::put(&root, &bytes, &when(n))?;
            add_row(&archive, &sha256, n)?;
        }
        if n % 3 == 0 {
            let gone = archive.write("torture", "remove", &when(n), remove_oldest)?;
            gone.value
                .map_or(Ok(()), |sha256| files::bin(&root, &sha256, &when(n)))?;
        }
    }
    Ok(())
}

fn body(chance: &mut Chance) -> Vec<u8> {
    (0..100_001).map(|_| chance.byte()).collect()
}

fn add_row(archive: &Archive, sha256: &str, n: i64) -> Result<(), DbError> {
    let written = archive.write("torture", "attach", &when(n), |tx| {
        Ok::<_, DbError>(tx.sql().execute(
            "INSERT INTO registro_file (id, sha256) VALUES (?1, ?2)",
            (tx.new_id(), sha256),
        )?)
    });
    written.map(drop)
}

fn remove_oldest(tx: &db::Tx<'_>) -> Result<Option<String>, DbError> {
    let Some(sha256) = names(tx)?.into_iter().next() else {
        return Ok(None);
    };
    tx.sql()
        .execute("DELETE FROM registro_file WHERE sha256 = ?1", [&sha256])?;
    Ok(Some(sha256))
}
