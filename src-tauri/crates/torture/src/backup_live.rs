//! D10: backups of an archive in which invoices are being issued; each is whole, none holds up the issuing.

use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::time::{Duration, Instant};

use books::{Books, areas::SCHEMA};
use db::{Reader, backup};

use crate::issuing::{check, first_day, issue, open, path, walk};
use crate::outcome::{Control, Outcome};

/// An issue may take this long beside a backup, 99 times of 100.
const STALL: Duration = Duration::from_millis(50);
/// Invoices before the first backup.
const INVOICES: usize = 200;
/// Of so many backups one is checked document by document, the others by pages, numbers and links.
const THOROUGH: usize = 10;
/// Plain copies, the negative control.
const COPIES: usize = 10;

pub(crate) fn run(backups: usize) -> anyhow::Result<Outcome> {
    let folder = tempfile::tempdir()?;
    first_day(folder.path())?;
    let books = open(folder.path(), 100)?;
    let clock = AtomicI64::new(1_000);
    let alone = issue_until(&books, &clock, |n| n == INVOICES)?;
    let is_done = AtomicBool::new(false);
    let (report, writes) = std::thread::scope(|scope| {
        let writer = scope.spawn(|| issue_until(&books, &clock, |_| is_done.load(Ordering::Relaxed)));
        let report = back_up(&books, folder.path(), backups);
        is_done.store(true, Ordering::Relaxed);
        (report, writer.join().expect("the writer does not panic"))
    });
    let mut report = report?;
    let writes = writes?;
    let (p99, p99_alone) = (p99(&writes), p99(&alone));
    // Where issuing is slow by itself (a busy disk, a busy machine) the backup takes its share of that too.
    if p99 > STALL.max(p99_alone * 4) {
        report.failures.push(format!(
            "p99 of {} issues was {p99:?}, alone {p99_alone:?}",
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
            "{} issues beside, p99 {p99:?} (alone {p99_alone:?}), backups took {:?} of {:?}",
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

/// Durations of all issues, sorted.
fn issue_until(
    books: &Books,
    clock: &AtomicI64,
    is_done: impl Fn(usize) -> bool,
) -> anyhow::Result<Vec<Duration>> {
    let mut writes = Vec::new();
    while !is_done(writes.len()) {
        let begun = Instant::now();
        issue(books, clock.fetch_add(1, Ordering::Relaxed))?;
        writes.push(begun.elapsed());
        // A fast clerk, not a second benchmark of the disk.
        std::thread::sleep(Duration::from_millis(5));
    }
    writes.sort_unstable();
    Ok(writes)
}

fn back_up(books: &Books, folder: &Path, backups: usize) -> anyhow::Result<Report> {
    let mut report = Report {
        failures: Vec::new(),
        spent: Duration::ZERO,
        allowed: Duration::ZERO,
        bad_copies: 0,
    };
    let invoices = || books.read(|reader| Ok(walk(reader)?));
    for n in 0..backups {
        let dest = folder.join(format!("{n}.backup"));
        let before = invoices()?.map_err(anyhow::Error::msg)?;
        let begun = Instant::now();
        books.read(|reader| Ok(backup(reader, &dest, None)?))?;
        report.spent += begun.elapsed();
        let after = invoices()?.map_err(anyhow::Error::msg)?;
        match count(&dest, n.is_multiple_of(THOROUGH)) {
            Ok(found) if (before..=after).contains(&found) => {}
            Ok(found) => report
                .failures
                .push(format!("backup {n} has {found} invoices of {before} to {after}")),
            Err(what) => report.failures.push(format!("backup {n}: {what}")),
        }
        report.allowed += allowance(&dest)?;
        std::fs::remove_file(&dest)?;
    }
    for _ in 0..COPIES {
        let before = invoices()?.map_err(anyhow::Error::msg)?;
        let dest = folder.join("copia.f1c");
        std::fs::copy(path(folder), &dest)?;
        if count(&dest, true).map_or(true, |found| found < before) {
            report.bad_copies += 1;
        }
        for suffix in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(folder.join(format!("copia.f1c{suffix}")));
        }
        std::thread::sleep(Duration::from_millis(40));
    }
    Ok(report)
}

/// Invoices of a copy that is whole; else what is wrong with it.
fn count(copy: &Path, is_thorough: bool) -> Result<i64, String> {
    let reader = Reader::open(copy, &SCHEMA).map_err(|error| error.to_string())?;
    if is_thorough {
        check(&reader)
    } else {
        walk(&reader).map_err(|error| error.to_string())?
    }
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
