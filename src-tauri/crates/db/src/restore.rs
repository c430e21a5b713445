//! Puts a backup in the place of the archive. Whatever happens in between, the next open finds the old archive or
//! the restored one, never a mixture: a write-ahead log left beside another file would destroy it.
//!
//! Three files say how far a restore came: the checked copy (`.restored`), the marker (`.restoring`, naming the
//! folder of what was moved aside) and the archive itself.
//!
//! | marker | copy | meaning | resolved by |
//! |---|---|---|---|
//! | no | any | nothing was moved | removing the copy |
//! | yes | yes | the old files are being moved aside | moving them back |
//! | yes | no | the copy is in its place | keeping it if it is good, else moving back |

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::archive::start;
use crate::backup::{Verify, backup, backup_path, check_reader, remove_if_there};
use crate::connect::{Access, connect};
use crate::lock::Lock;
use crate::paths::{beside, canonical, folder_of, sync_folder};
use crate::verify::{quick_check, verify_connection};
use crate::{Archive, DbError, Options, Reader, Schema, Sql, When};

/// What a restore did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestoreReport {
    /// The backup made of the archive as it was; `None` when there was none or it could not be read.
    pub safety: Option<PathBuf>,
    /// Where the old files lie when no safety backup could be made of them.
    pub aside: Option<PathBuf>,
}

/// The files SQLite keeps beside a database. A journal comes about too, while a backup becomes an archive with a log.
const SIDES: [&str; 3] = ["-journal", "-wal", "-shm"];

/// Restores `candidate` over `archive`, which must not be open. The candidate is copied and checked first, the
/// present state is backed up into `safety_folder`, the old files are moved aside together, the copy is placed,
/// brought up to date and checked; if that fails everything goes back.
///
/// # Errors
/// `InUse`, `BadBackup`, `Newer`, `NotArchive`, and failures of the disk; the archive is then as before.
pub fn restore(
    candidate: &Path,
    archive: &Path,
    schema: &Schema,
    holder: &str,
    when: &When,
    safety_folder: &Path,
    verify: Verify<'_>,
) -> Result<RestoreReport, DbError> {
    let path = canonical(archive)?;
    let candidate = std::fs::canonicalize(candidate)?;
    if candidate == path {
        return Err(DbError::BadBackup("it is the archive itself".to_owned()));
    }
    let lock = Arc::new(Lock::take(&path, holder)?);
    resolve(&path, schema)?;
    let copy = beside(&path, ".restored");
    let taken = take_copy(&candidate, &copy, schema, verify);
    if taken.is_err() {
        remove_if_there(&copy)?;
    }
    taken?;
    let safety = safety_backup(&path, schema, when, safety_folder)?;
    let aside = beside(
        &path,
        &format!(".before-{}", when.at.strftime("%Y%m%dT%H%M%S%3fZ")),
    );
    std::fs::create_dir(&aside)?;
    let placed = place(&path, &copy, &aside).and_then(|()| accept(&path, schema, &lock, when, verify));
    if let Err(error) = placed {
        move_back(&path, &aside)?;
        return Err(error);
    }
    remove_if_there(&beside(&path, ".restoring"))?;
    sync_folder(folder_of(&path))?;
    if safety.is_some() {
        std::fs::remove_dir_all(&aside)?;
        return Ok(RestoreReport { safety, aside: None });
    }
    // Where nothing stood before, the folder is empty and no copy of anything.
    let aside = std::fs::remove_dir(&aside).is_err().then_some(aside);
    Ok(RestoreReport { safety, aside })
}

/// A checked copy in the archive's folder. A backup of ours is one file whatever lies beside it; of an archive in
/// use the write-ahead log counts too, and only SQLite can read the two together.
fn take_copy(candidate: &Path, copy: &Path, schema: &Schema, verify: Verify<'_>) -> Result<(), DbError> {
    remove_if_there(copy)?;
    remove_sides(copy)?;
    if has_own_log(candidate)? {
        backup(
            &Reader::open_any_version(candidate, schema, &Options::default())?,
            copy,
            None,
        )?;
    } else {
        std::fs::copy(candidate, copy)?;
        File::options().write(true).open(copy)?.sync_all()?;
    }
    let reader = Reader::open_any_version(copy, schema, &Options::default())?;
    check_reader(&reader, verify)?;
    match verify_connection(reader.sql())?.is_empty() {
        true => Ok(()),
        false => Err(DbError::BadBackup(
            "its pages or references are broken".to_owned(),
        )),
    }
}

/// Byte 18 of the header: 2 when the file is used with a write-ahead log.
fn has_own_log(candidate: &Path) -> Result<bool, DbError> {
    let mut header = Vec::new();
    File::open(candidate)?.take(19).read_to_end(&mut header)?;
    Ok(header.get(18) == Some(&2))
}

/// Recovers the present state, log included, into a backup. What cannot be read stays aside untouched instead.
fn safety_backup(
    path: &Path,
    schema: &Schema,
    when: &When,
    folder: &Path,
) -> Result<Option<PathBuf>, DbError> {
    let reader = match Reader::open_any_version(path, schema, &Options::default()) {
        Ok(reader) => reader,
        Err(DbError::Missing | DbError::Damaged | DbError::NotArchive | DbError::Newer { .. }) => {
            return Ok(None);
        }
        Err(other) => return Err(other),
    };
    std::fs::create_dir_all(folder)?;
    match backup(&reader, &backup_path(folder, path, when), None) {
        Ok(report) => Ok(Some(report.path)),
        Err(DbError::Damaged | DbError::BadBackup(_)) => Ok(None),
        Err(other) => Err(other),
    }
}

fn place(path: &Path, copy: &Path, aside: &Path) -> Result<(), DbError> {
    let marker = beside(path, ".restoring");
    let writing = beside(path, ".restoring.partial");
    std::fs::write(&writing, aside.as_os_str().as_encoded_bytes())?;
    File::options().write(true).open(&writing)?.sync_all()?;
    std::fs::rename(&writing, &marker)?;
    sync_folder(folder_of(path))?;
    // The database last: while it is not aside, what lies beside it is its own.
    for side in SIDES {
        rename_if_there(&beside(path, side), &aside_part(aside, path, side))?;
    }
    sync_folder(aside)?;
    rename_if_there(path, &aside_part(aside, path, ""))?;
    sync_folder(aside)?;
    sync_folder(folder_of(path))?;
    std::fs::rename(copy, path)?;
    sync_folder(folder_of(path))
}

/// Opens what was placed as any program would, checks it, and notes that nothing before may be undone.
fn accept(
    path: &Path,
    schema: &Schema,
    lock: &Arc<Lock>,
    when: &When,
    verify: Verify<'_>,
) -> Result<(), DbError> {
    let options = Options {
        allow_synced: true,
        ..Options::default()
    };
    let archive: Archive = start(path, schema, Arc::clone(lock), when, &options, Access::Write)?;
    archive.read(|reader| check_reader(reader, verify))?;
    crate::log::record_barrier(archive.writer()?.conn(), when, "restore")
}

/// Ends a restore that was cut off. Called with the lock held, before anything opens the file.
pub(crate) fn resolve(path: &Path, schema: &Schema) -> Result<(), DbError> {
    let (marker, copy) = (beside(path, ".restoring"), beside(path, ".restored"));
    if !marker.exists() {
        return remove_if_there(&copy);
    }
    let aside = named_by(&marker, path)?;
    if copy.exists() || !is_good(path, schema)? {
        move_back(path, &aside)?;
    }
    remove_if_there(&marker)?;
    sync_folder(folder_of(path))
}

/// The aside folder in the marker; only its last part is used, so that a moved archive finds it again.
fn named_by(marker: &Path, path: &Path) -> Result<PathBuf, DbError> {
    let text = std::fs::read_to_string(marker)?;
    let name = Path::new(&text).file_name().ok_or(DbError::Damaged)?;
    Ok(folder_of(path).join(name))
}

/// Opens as a writer, because a kill may have left a journal that only a writer may play back.
fn is_good(path: &Path, schema: &Schema) -> Result<bool, DbError> {
    let checked =
        connect(path, schema, Access::Write, &Options::default()).and_then(|conn| quick_check(&conn));
    match checked {
        Ok(()) => Ok(true),
        Err(DbError::Missing | DbError::Damaged | DbError::NotArchive | DbError::Newer { .. }) => Ok(false),
        Err(other) => Err(other),
    }
}

/// Can itself be cut off anywhere. With the copy back under its own name the next open goes on from here: as long as
/// the old database is aside, what lies beside its place belongs to the copy.
fn move_back(path: &Path, aside: &Path) -> Result<(), DbError> {
    let copy = beside(path, ".restored");
    if !copy.exists() {
        rename_if_there(path, &copy)?;
        sync_folder(folder_of(path))?;
    }
    let old = aside_part(aside, path, "");
    if old.exists() {
        remove_sides(path)?;
        sync_folder(folder_of(path))?;
        std::fs::rename(&old, path)?;
        sync_folder(folder_of(path))?;
    }
    for side in SIDES {
        rename_if_there(&aside_part(aside, path, side), &beside(path, side))?;
    }
    sync_folder(folder_of(path))?;
    remove_if_there(&beside(path, ".restoring"))?;
    sync_folder(folder_of(path))?;
    remove_if_there(&copy)?;
    // Empty by now; anything else in it stays.
    let _ = std::fs::remove_dir(aside);
    Ok(())
}

fn remove_sides(path: &Path) -> Result<(), DbError> {
    SIDES
        .iter()
        .try_for_each(|side| remove_if_there(&beside(path, side)))
}

fn aside_part(aside: &Path, path: &Path, part: &str) -> PathBuf {
    beside(&aside.join(path.file_name().unwrap_or_default()), part)
}

fn rename_if_there(from: &Path, to: &Path) -> Result<(), DbError> {
    match std::fs::rename(from, to) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}
