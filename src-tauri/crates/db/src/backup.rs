//! Verified copies of a running archive, and which of them are kept.

use std::collections::BTreeSet;
use std::fs::File;
use std::path::{Path, PathBuf};

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};

use crate::paths::{beside, folder_of, sync_folder};
use crate::verify::quick_check;
use crate::{Archive, DbError, Options, Reader, Sql, When};

/// What only the areas can check in a copy (totals, head of the hash chain); the text says what is wrong.
pub type Verify<'a> = Option<&'a dyn Fn(&Reader) -> Result<(), String>>;

/// A finished backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupReport {
    /// Where it is.
    pub path: PathBuf,
    /// Its size in bytes.
    pub bytes: u64,
}

/// A backup as its name tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupFile {
    /// Where it is.
    pub path: PathBuf,
    /// When it was begun.
    pub at: jiff::Timestamp,
    /// Its size in bytes.
    pub bytes: u64,
}

const EXTENSION: &str = ".backup";
const PARTIAL: &str = ".partial";
const STAMP: &str = "%Y%m%dT%H%M%S%3fZ";
/// Pages copied at a time.
const STEP_PAGES: i32 = 256;
/// Steps after which the copy is pushed to the disk, so that no commit waits behind one large flush.
const STEPS_PER_SYNC: u32 = 4;

/// Copies one state of the archive to `dest`, checks the copy, and only then gives it its name. Writers go on.
///
/// # Errors
/// `Exists` when `dest` is there, `BadBackup` when the copy fails its check, `DiskFull` and other failures of the
/// disk. Nothing but the finished backup is ever left at `dest`.
pub fn backup(from: &Reader, dest: &Path, verify: Verify<'_>) -> Result<BackupReport, DbError> {
    if dest.exists() {
        return Err(DbError::Exists);
    }
    let partial = beside(dest, PARTIAL);
    remove_if_there(&partial)?;
    let made = from
        .snapshot(|from| copy_pages(from, &partial))
        .and_then(|()| finish(from, &partial, dest, verify));
    if made.is_err() {
        // The failure that matters is already on its way.
        let _ = std::fs::remove_file(&partial);
    }
    made
}

fn copy_pages(from: &Reader, to: &Path) -> Result<(), DbError> {
    // Reading something fixes the state that is copied; later commits neither block nor restart the copy.
    from.sql()
        .query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut copy = Connection::open_with_flags(to, flags)?;
    // A copy that is not finished is thrown away: it needs neither a journal nor SQLite's own waiting for the disk.
    copy.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;",
    )?;
    let file = File::options()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(to)?;
    let pages = Backup::new(from.sql(), &mut copy)?;
    let mut steps = 0_u32;
    loop {
        match pages.step(STEP_PAGES)? {
            StepResult::Done => break,
            StepResult::More => {}
            _ => return Err(DbError::Busy),
        }
        steps = steps.wrapping_add(1);
        if steps.is_multiple_of(STEPS_PER_SYNC) {
            file.sync_data()?;
        }
    }
    drop(pages);
    // Without a write-ahead log of its own the backup is one file, readable from anywhere.
    copy.pragma_update(None, "journal_mode", "DELETE")?;
    copy.close().map_err(|(_, error)| DbError::from(error))
}

fn finish(from: &Reader, partial: &Path, dest: &Path, verify: Verify<'_>) -> Result<BackupReport, DbError> {
    let file = File::open(partial)?;
    // The disk works while the pages are read once more.
    std::thread::scope(|scope| {
        let synced = scope.spawn(|| file.sync_all());
        check_copy(partial, from, verify)?;
        synced
            .join()
            .unwrap_or_else(|_| Err(std::io::Error::other("the flush of a copy ended in a panic")))
            .map_err(DbError::from)
    })?;
    let bytes = file.metadata()?.len();
    std::fs::rename(partial, dest)?;
    sync_folder(folder_of(dest))?;
    Ok(BackupReport {
        path: dest.to_owned(),
        bytes,
    })
}

fn check_copy(copy: &Path, like: &Reader, verify: Verify<'_>) -> Result<(), DbError> {
    let reader = Reader::open_any_version(copy, like.schema(), &Options::default())?;
    check_reader(&reader, verify)
}

/// The pages and what the areas check.
pub(crate) fn check_reader(reader: &Reader, verify: Verify<'_>) -> Result<(), DbError> {
    quick_check(reader.sql()).map_err(|error| DbError::BadBackup(error.to_string()))?;
    verify
        .map_or(Ok(()), |verify| verify(reader))
        .map_err(DbError::BadBackup)
}

impl Archive {
    /// Makes a backup in the backup folder and drops those that are kept no longer.
    ///
    /// # Errors
    /// As [`backup`].
    pub fn backup(&self, when: &When, verify: Verify<'_>) -> Result<BackupReport, DbError> {
        let folder = self.backup_folder();
        std::fs::create_dir_all(&folder)?;
        let report = self.read(|reader| backup(reader, &backup_path(&folder, self.path(), when), verify))?;
        rotate(&folder, when)?;
        Ok(report)
    }
}

/// Where a backup of `archive` goes in `folder`: `<archive name>-<UTC instant>.backup`, so that names sort by time. A
/// name that is taken gives way to that of the next millisecond.
#[must_use]
pub fn backup_path(folder: &Path, archive: &Path, when: &When) -> PathBuf {
    let mut at = when.at;
    loop {
        let path = folder.join(backup_name(archive, at));
        if !path.exists() {
            return path;
        }
        at = at
            .saturating_add(jiff::SignedDuration::from_millis(1))
            .unwrap_or(at);
    }
}

/// `<archive name>-<UTC instant>.backup`.
pub(crate) fn backup_name(archive: &Path, at: jiff::Timestamp) -> String {
    let stem = archive.file_stem().unwrap_or_default().to_string_lossy();
    format!("{stem}-{}{EXTENSION}", at.strftime(STAMP))
}

/// The backups in a folder, newest first; none when there is no such folder.
///
/// # Errors
/// Any failure to read the folder.
pub fn list_backups(folder: &Path) -> Result<Vec<BackupFile>, DbError> {
    let mut found = Vec::new();
    if !folder.exists() {
        return Ok(found);
    }
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if let Some((_, at)) = parse_name(&path, EXTENSION) {
            found.push(BackupFile {
                bytes: std::fs::metadata(&path)?.len(),
                path,
                at,
            });
        }
    }
    found.sort_by(|a, b| (b.at, &b.path).cmp(&(a.at, &a.path)));
    Ok(found)
}

/// Keeps, of each archive in the folder, the last 5 backups and the last of each of 14 days, 8 weeks and 24 months
/// (UTC) that have one. Other files are not looked at.
///
/// # Errors
/// Any failure to read the folder or to remove a file.
pub fn rotate(folder: &Path, when: &When) -> Result<Vec<PathBuf>, DbError> {
    let mut removed = Vec::new();
    let all = list_backups(folder)?;
    let stem = |file: &BackupFile| parse_name(&file.path, EXTENSION).map(|(stem, _)| stem);
    for archive in all.iter().map(stem).collect::<BTreeSet<_>>() {
        let of_archive: Vec<&BackupFile> = all.iter().filter(|file| stem(file) == archive).collect();
        let kept = kept(&of_archive);
        removed.extend(
            of_archive
                .iter()
                .filter(|file| !kept.contains(&file.at))
                .map(|file| file.path.clone()),
        );
    }
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        // Left by a program that was killed; a running one is younger than a day.
        let is_stale =
            |at: jiff::Timestamp| when.at.duration_since(at) > jiff::SignedDuration::from_hours(24);
        if parse_name(&path, ".backup.partial").is_some_and(|(_, at)| is_stale(at)) {
            removed.push(path);
        }
    }
    removed.iter().try_for_each(std::fs::remove_file)?;
    Ok(removed)
}

fn kept(newest_first: &[&BackupFile]) -> BTreeSet<jiff::Timestamp> {
    type Period = fn(jiff::civil::Date) -> (i16, i8, i8);
    let periods: [(usize, Period); 3] = [
        (14, |day| (day.year(), day.month(), day.day())),
        (8, |day| {
            (day.iso_week_date().year(), day.iso_week_date().week(), 0)
        }),
        (24, |day| (day.year(), day.month(), 0)),
    ];
    let mut keep: BTreeSet<_> = newest_first.iter().take(5).map(|file| file.at).collect();
    for (count, period) in periods {
        let mut seen = BTreeSet::new();
        for file in newest_first {
            let is_new = seen.insert(period(file.at.to_zoned(jiff::tz::TimeZone::UTC).date()));
            if seen.len() > count {
                break;
            }
            if is_new {
                keep.insert(file.at);
            }
        }
    }
    keep
}

fn parse_name(path: &Path, extension: &str) -> Option<(String, jiff::Timestamp)> {
    let name = path.file_name()?.to_str()?.strip_suffix(extension)?;
    let (stem, stamp) = name.rsplit_once('-')?;
    let civil = jiff::civil::DateTime::strptime("%Y%m%dT%H%M%S%3fZ", stamp).ok()?;
    Some((
        stem.to_owned(),
        civil.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp(),
    ))
}

/// Removes a file that may not be there.
pub(crate) fn remove_if_there(path: &Path) -> Result<(), DbError> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}
