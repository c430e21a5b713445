//! The one function that opens the file, and what it insists on.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::types::Value;
use rusqlite::{Connection, MAIN_DB, OpenFlags};

use crate::{DbError, Schema};

/// How to open; the defaults are right for every program of ours.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The user was told that a cloud program copies this folder and wants to go on.
    pub allow_synced: bool,
    /// Where the backup before a migration goes; by default `<archive>.backup` beside the file.
    pub backups: Option<std::path::PathBuf>,
    /// A file of a newer program is read all the same, for what can be read of it; never written.
    pub read_newer: bool,
    /// SQLite VFS by name; fault injection only.
    pub vfs: Option<&'static str>,
    /// How hard a commit waits for the disk; fault injection only.
    pub synchronous: Synchronous,
}

/// When a commit is told: the program always uses `Full`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Synchronous {
    /// After the write-ahead log is on the disk.
    #[default]
    Full,
    /// Before it: loses acknowledged writes at a power cut. Exists as the negative control of that test.
    Normal,
}

/// What the caller wants to do with the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    Create,
    Write,
    Read,
}

/// Pages of 4 KiB that SQLite may keep in memory, as its pragma wants it (negative = KiB).
const CACHE_KIB: i64 = -32_768;

/// Opens the file, tells apart what is not an archive or is newer before anything is written, makes the settings
/// of the house and reads each back.
pub(crate) fn connect(
    path: &Path,
    schema: &Schema,
    access: Access,
    options: &Options,
) -> Result<Connection, DbError> {
    let mut conn = open(path, access, options)?;
    if access == Access::Read && options.vfs.is_none() && lies_where_nothing_is_written(&conn, path) {
        conn = open_immutable(path)?;
    }
    conn.busy_timeout(Duration::from_millis(5_000))?;
    // Closing the last connection copies the log into the file; a refused file must stay as it is.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, has_log(path))?;
    if access == Access::Create {
        check_is_empty(&conn)?;
    } else {
        check_is_ours(&conn, schema, access == Access::Read && options.read_newer)?;
    }
    if access != Access::Read && conn.is_readonly(MAIN_DB)? {
        return Err(DbError::ReadOnly);
    }
    set_pragmas(&conn, access, options)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    // A statement keeps its plan whatever is bound to it: plans are pinned by tests, and each new plan costs a parse.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    conn.set_prepared_statement_cache_capacity(256);
    Ok(conn)
}

/// The version of the file.
pub(crate) fn file_version(conn: &Connection) -> Result<u32, DbError> {
    let raw: i64 = conn.pragma_query_value(None, "user_version", |row| row.get(0))?;
    u32::try_from(raw).ok().ok_or(DbError::NotArchive)
}

fn open(path: &Path, access: Access, options: &Options) -> Result<Connection, DbError> {
    let flags = OpenFlags::SQLITE_OPEN_NO_MUTEX
        | match access {
            Access::Create => OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
            Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
            Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        };
    let opened = match options.vfs {
        Some(vfs) => Connection::open_with_flags_and_vfs(path, flags, vfs),
        None => Connection::open_with_flags(path, flags),
    };
    opened.map_err(|error| match std::fs::metadata(path) {
        Err(gone) if gone.kind() == std::io::ErrorKind::NotFound && options.vfs.is_none() => match access {
            Access::Create => DbError::from(error),
            Access::Write | Access::Read => DbError::Missing,
        },
        Ok(found) if found.is_dir() => DbError::NotArchive,
        _ => DbError::from(error),
    })
}

/// A disc, a locked stick, a folder of somebody else: reading makes a `-shm` file beside the archive, which cannot be
/// made there. With commits waiting in a log the file alone would be an old state, and the failure stands.
fn lies_where_nothing_is_written(conn: &Connection, path: &Path) -> bool {
    let tried = conn.pragma_query_value(None, "application_id", |row| row.get::<_, i64>(0));
    let code = tried.err().and_then(|error| error.sqlite_error_code());
    matches!(
        code,
        Some(rusqlite::ErrorCode::CannotOpen | rusqlite::ErrorCode::ReadOnly)
    ) && path.is_file()
        && !has_log(path)
}

/// Opens the file as one that nobody changes while it is read.
fn open_immutable(path: &Path) -> Result<Connection, DbError> {
    let path = std::path::absolute(path)?;
    let name = path.to_str().ok_or(DbError::ReadOnly)?;
    let name = if cfg!(windows) {
        format!("/{}", name.replace('\\', "/"))
    } else {
        name.to_owned()
    };
    let name = name.replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    let flags =
        OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    Ok(Connection::open_with_flags(
        format!("file://{name}?immutable=1"),
        flags,
    )?)
}

fn has_log(path: &Path) -> bool {
    std::fs::metadata(crate::paths::beside(path, "-wal")).is_ok_and(|log| log.len() > 0)
}

/// An interrupted creation leaves an empty file, which may be filled; anything else may not.
fn check_is_empty(conn: &Connection) -> Result<(), DbError> {
    let objects: i64 = conn
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .map_err(|error| match DbError::from(error) {
            DbError::NotArchive | DbError::Damaged => DbError::Exists,
            other => other,
        })?;
    let mark: i64 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if objects == 0 && mark == 0 {
        Ok(())
    } else {
        Err(DbError::Exists)
    }
}

fn check_is_ours(conn: &Connection, schema: &Schema, may_be_newer: bool) -> Result<(), DbError> {
    let mark: i32 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if mark != schema.application_id {
        return Err(DbError::NotArchive);
    }
    let (found, known) = (file_version(conn)?, schema.version());
    if found > known && !may_be_newer {
        return Err(DbError::Newer { found, known });
    }
    // Parses the whole schema, which finds damage at the beginning of the file.
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| {
        row.get::<_, i64>(0)
    })?;
    Ok(())
}

fn set_pragmas(conn: &Connection, access: Access, options: &Options) -> Result<(), DbError> {
    let synchronous = match options.synchronous {
        Synchronous::Full => 2,
        Synchronous::Normal => 1,
    };
    if access == Access::Read {
        set(conn, "query_only", &Value::Integer(1))?;
    } else {
        set(conn, "journal_mode", &Value::Text("wal".to_owned()))?;
        set(conn, "synchronous", &Value::Integer(synchronous))?;
        set(conn, "secure_delete", &Value::Integer(1))?;
        set(conn, "recursive_triggers", &Value::Integer(1))?;
        if cfg!(target_os = "macos") {
            set(conn, "fullfsync", &Value::Integer(1))?;
            set(conn, "checkpoint_fullfsync", &Value::Integer(1))?;
        }
    }
    set(conn, "foreign_keys", &Value::Integer(1))?;
    set(conn, "trusted_schema", &Value::Integer(0))?;
    set(conn, "cell_size_check", &Value::Integer(1))?;
    set(conn, "temp_store", &Value::Integer(2))?;
    set(conn, "cache_size", &Value::Integer(CACHE_KIB))?;
    set(conn, "mmap_size", &Value::Integer(0))
}

/// Sets a pragma and reads it back. A file system without memory maps answers nothing, which is what we want of it.
fn set(conn: &Connection, name: &'static str, wanted: &Value) -> Result<(), DbError> {
    conn.pragma_update(None, name, wanted)?;
    let mut found = None;
    conn.pragma_query(None, name, |row| {
        found = Some(row.get::<_, Value>(0)?);
        Ok(())
    })?;
    match found {
        Some(value) if value == *wanted => Ok(()),
        None if name == "mmap_size" => Ok(()),
        _ => Err(DbError::Pragma { name }),
    }
}
