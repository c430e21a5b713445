//! D10: backups of an archive that is being written; each is whole, none holds up the writer.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use db::{Archive, DbError, Options, Reader, backup};

use crate::chance::Chance;
use crate::ledger::{SCHEMA, add, add_in, check, check_file, create, path, when};
use crate::outcome::{Control, Outcome};

/// A write may take this long beside a backup, 99 times of 100.
const STALL: Duration = Duration::from_millis(50);
/// Entries before the first backup.
const ENTRIES: usize = 500;
/// Plain copies, the negative control.
const COPIES: usize = 10;

pub(crate) fn run(backups: usize) -> anyhow::Result<Outcome> {
    let folder = tempfile::tempdir()?;
    let archive = create(folder.path(), &Options::default())?;
    let mut chance = Chance::new(1);
    archive.write("torture", "import", &when(1), |tx| {
        (0..ENTRIES).try_for_each(|_| add_in(tx, &mut chance).map(drop))
    })?;
    let alone = write_until(&archive, |n| n == 200)?;
    let is_done = AtomicBool::new(false);
    let (report, writes) = std::thread::scope(|scope| {
        let writer = scope.spawn(|| write_until(&archive, |_| is_done.load(Ordering::Relaxed)));
        let report = back_up(&archive, folder.path(), backups);
        is_done.store(true, Ordering::Relaxed);
        (report, writer.join().expect("the writer does not panic"))
    });
    let mut report = report?;
    let writes = writes?;
    let (p99, p99_alone) = (p99(&writes), p99(&alone));
    // On a disk that stalls by itself the backup may add as much again.
    if p99 > STALL.max(p99_alone * 2) {
        report.failures.push(format!(
            "p99 of {} writes was {p99:?}, alone {p99_alone:?}",
            writes.len()
        ));
    }
    if report.spent > report.allowed {
        report.failures.push(format!(
            "{:?} where copying and checking allow {:?}",
            report.spent, report.allowed
        ));
    }
    Ok(Outcome {
        name: "backup-live".to_owned(),
        iterations: backups,
        failures: report.failures,
        control: Control {
            without: "the backup API",
            iterations: COPIES,
            failures: report.bad_copies,
            expected: COPIES / 4,
        },
        note: format!(
            "{} writes beside, p99 {p99:?} (alone {p99_alone:?}), backups took {:?} of {:?}",
            writes.len(),
            report.spent,
            report.allowed
        ),
    })
}

struct Report {
    failures: Vec<String>,
    spent: Duration,
    allowed: Duration,
    bad_copies: usize,
}

fn p99(sorted: &[Duration]) -> Duration {
    sorted.get(sorted.len() * 99 / 100).copied().unwrap_or_default()
}

/// Durations of all writes, sorted.
fn write_until(archive: &Archive, is_done: impl Fn(usize) -> bool) -> Result<Vec<Duration>, DbError> {
    let mut chance = Chance::new(2);
    let mut writes = Vec::new();
    while !is_done(writes.len()) {
        let begun = Instant::now();
        add(archive, &mut chance, 10)?;
        writes.push(begun.elapsed());
        // A fast clerk, not a second benchmark of the disk.
        std::thread::sleep(Duration::from_millis(5));
    }
    writes.sort_unstable();
    Ok(writes)
}

fn back_up(archive: &Archive, folder: &Path, backups: usize) -> anyhow::Result<Report> {
    let mut report = Report {
        failures: Vec::new(),
        spent: Duration::ZERO,
        allowed: Duration::ZERO,
        bad_copies: 0,
    };
    let count = |reader: &Reader| check(reader);
    for n in 0..backups {
        let dest = folder.join(format!("{n}.backup"));
        let before = archive.read(|r| Ok::<_, DbError>(entries(r)?))?;
        let begun = Instant::now();
        archive.read(|r| backup(r, &dest, None))?;
        report.spent += begun.elapsed();
        let after = archive.read(|r| Ok::<_, DbError>(entries(r)?))?;
        match Reader::open(&dest, &SCHEMA)
            .map_err(|error| error.to_string())
            .and_then(|reader| count(&reader))
        {
            Ok(found) if (before..=after).contains(&found) => {}
            Ok(found) => report
                .failures
                .push(format!("backup {n} has {found} entries of {before} to {after}")),
            Err(what) => report.failures.push(format!("backup {n}: {what}")),
        }
        report.allowed += allowance(&dest)?;
        std::fs::remove_file(&dest)?;
    }
    for _ in 0..COPIES {
        let before = archive.read(|r| Ok::<_, DbError>(entries(r)?))?;
        let dest = folder.join("copia.f1c");
        std::fs::copy(path(folder), &dest)?;
        if check_file(&dest).map_or(true, |found| found < before) {
            report.bad_copies += 1;
        }
        for suffix in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(folder.join(format!("copia.f1c{suffix}")));
        }
        std::thread::sleep(Duration::from_millis(40));
    }
    Ok(report)
}

/// Twice a copy with fsync of the same file, and one quick_check.
fn allowance(of: &Path) -> anyhow::Result<Duration> {
    let copy = of.with_extension("copy");
    let begun = Instant::now();
    std::fs::copy(of, &copy)?;
    std::fs::File::open(&copy)?.sync_all()?;
    let copied = begun.elapsed();
    let begun = Instant::now();
    let file = rusqlite::Connection::open(&copy)?;
    file.pragma_query(None, "quick_check", |_| Ok(()))?;
    let checked = begun.elapsed();
    std::fs::remove_file(&copy)?;
    Ok(copied * 2 + checked)
}

fn entries(sql: &impl db::Sql) -> rusqlite::Result<i64> {
    sql.sql()
        .query_row("SELECT count(*) FROM registro", [], |row| row.get(0))
}
