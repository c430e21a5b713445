//! D11: a restore killed at a random moment, over an archive that a killed program left with its write-ahead log.

use std::path::Path;
use std::time::Duration;

use db::{Archive, DbError, Options, backup, restore};

use crate::chance::Chance;
use crate::children::{Work, duration, kill_within};
use crate::ledger::{SCHEMA, add, check, create, open, path, when};
use crate::outcome::{Control, Outcome, on_two_cores};

const BACKED_UP: i64 = 20;
const PRESENT: i64 = 60;

/// Kills of the restore; the present has a log that is not yet in the file when `has_stale_log`.
pub(crate) fn run(kills: usize, has_stale_log: bool) -> anyhow::Result<Outcome> {
    let base = tempfile::tempdir()?;
    fill(base.path(), has_stale_log)?;
    let timed = tempfile::tempdir()?;
    copy_all(base.path(), timed.path())?;
    let longest = duration(Work::Restore, timed.path()).map_err(anyhow::Error::msg)?;
    let left = tempfile::tempdir()?;
    fill(left.path(), true)?;
    let laid_over = on_two_cores(10, |seed| lay_over(left.path(), seed));
    Ok(Outcome {
        name: "restore".to_owned(),
        iterations: kills,
        failures: on_two_cores(kills, |seed| one(base.path(), seed, longest)),
        control: Control {
            without: "moving the log aside",
            iterations: 10,
            failures: laid_over.len(),
            expected: 10,
        },
        note: String::new(),
    })
}

/// A backup with 20 entries and the archive as it is with 60.
fn fill(folder: &Path, has_stale_log: bool) -> anyhow::Result<()> {
    let made = tempfile::tempdir()?;
    let archive = create(made.path(), &Options::default())?;
    let mut chance = Chance::new(1);
    for n in 1..=PRESENT {
        add(&archive, &mut chance, n)?;
        if n == BACKED_UP {
            archive.read(|reader| backup(reader, &folder.join("salvata"), None))?;
        }
    }
    if !has_stale_log {
        drop(archive);
        return Ok(copy_all(made.path(), folder)?);
    }
    // Nobody writes now, so the two copied files belong together, as after a kill.
    copy_all(made.path(), folder)?;
    std::fs::remove_file(folder.join("registro.f1c-shm"))?;
    Ok(())
}

fn copy_all(from: &Path, to: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        std::fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}

fn one(base: &Path, seed: u64, longest: Duration) -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    copy_all(base, folder.path()).map_err(|error| error.to_string())?;
    kill_within(Work::Restore, folder.path(), seed, longest)?;
    let archive =
        open(folder.path(), 5_000, &Options::default()).map_err(|error| format!("open: {error}"))?;
    old_or_restored(&archive)?;
    // And it can be written.
    add(&archive, &mut Chance::new(seed), 5_001)
        .map(drop)
        .map_err(|error| format!("write on: {error}"))
}

fn old_or_restored(archive: &Archive) -> Result<(), String> {
    let count = archive
        .read(|r| Ok::<_, DbError>(check(r)))
        .map_err(|error| format!("read: {error}"))??;
    if [BACKED_UP, PRESENT].contains(&count) {
        Ok(())
    } else {
        Err(format!("{count} entries"))
    }
}

/// The control: the backup simply copied over the file.
fn lay_over(base: &Path, seed: u64) -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    copy_all(base, folder.path()).map_err(|error| error.to_string())?;
    std::fs::copy(folder.path().join("salvata"), path(folder.path())).map_err(|error| error.to_string())?;
    let archive =
        open(folder.path(), 5_000, &Options::default()).map_err(|error| format!("open: {error}"))?;
    let count = archive
        .read(|r| Ok::<_, DbError>(check(r)))
        .map_err(|error| format!("read: {error}"))??;
    // Read as the present although the backup was put there: the log won, which is the wrong answer too.
    if count == BACKED_UP {
        Ok(())
    } else {
        Err(format!("{count} entries at seed {seed}"))
    }
}

/// The child.
pub(crate) fn work(folder: &Path) -> anyhow::Result<()> {
    restore(
        &folder.join("salvata"),
        &path(folder),
        &SCHEMA,
        "torture",
        &when(4_000),
        &folder.join("prima"),
        None,
    )?;
    Ok(())
}
