//! What can go wrong with the file; each with a code that never changes.

/// A failure of the archive file. Texts are for the log: no path, name or amount in them.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// Another program holds the archive for writing.
    #[error("the archive is held by {holder}")]
    InUse {
        /// Who holds it, as that program named itself.
        holder: String,
    },
    /// There is no file at this path.
    #[error("there is no archive at this path")]
    Missing,
    /// A file is already there; an archive is never laid over it.
    #[error("a file is already there")]
    Exists,
    /// A readable file, but not one of ours (or its very beginning is destroyed).
    #[error("the file is not an archive")]
    NotArchive,
    /// SQLite finds the pages inconsistent. Nothing was repaired or replaced.
    #[error("the archive is damaged")]
    Damaged,
    /// Written by a newer program; left untouched.
    #[error("the archive has version {found}, this program knows {known}")]
    Newer {
        /// Version of the file.
        found: u32,
        /// Newest version this program knows.
        known: u32,
    },
    /// Written by an older program and opened read-only, so that it cannot be brought up to date.
    #[error("the archive has version {found}, version {known} is needed to read it")]
    Older {
        /// Version of the file.
        found: u32,
        /// Version this program reads.
        known: u32,
    },
    /// The file or its folder may not be written.
    #[error("the archive is read-only")]
    ReadOnly,
    /// No space left on the disk; what was not committed is rolled back.
    #[error("the disk is full")]
    DiskFull,
    /// The file lies on a network share, where locks and the write-ahead log cannot be trusted.
    #[error("the archive is on a network share ({kind})")]
    NetworkShare {
        /// The kind of file system, such as `cifs`.
        kind: String,
    },
    /// The file lies in a folder that a cloud program copies while it changes; allowed by `Options::allow_synced`.
    #[error("the archive is in a folder synced by {name}")]
    SyncedFolder {
        /// The cloud program.
        name: &'static str,
    },
    /// Another program keeps SQLite's own lock for more than five seconds.
    #[error("another program locks the file")]
    Busy,
    /// A pragma read back differently from what was set: the file cannot be kept safe here.
    #[error("the setting {name} could not be made")]
    Pragma {
        /// The pragma.
        name: &'static str,
    },
    /// An area's SQL breaks a rule of the house (a promise of ours, not of the user).
    #[error("schema: {0}")]
    Schema(String),
    /// A migration left broken references or pages; it was rolled back.
    #[error("migration to version {version} failed its check: {detail}")]
    Migration {
        /// The version that could not be reached.
        version: u32,
        /// What the check said.
        detail: String,
    },
    /// A CHECK, UNIQUE, NOT NULL or foreign key refused the row.
    #[error("constraint: {0}")]
    Constraint(#[source] rusqlite::Error),
    /// Nothing can be undone or redone.
    #[error("nothing to undo or redo")]
    NothingToUndo,
    /// The write cannot be undone.
    #[error("not undone: {0}")]
    UndoRefused(Refusal),
    /// A backup or a candidate for restore failed its verification.
    #[error("the backup is not good: {0}")]
    BadBackup(String),
    /// A row names an attachment file that is not there.
    #[error("an attachment file is missing")]
    FileMissing,
    /// An attachment file has other bytes than its name promises.
    #[error("an attachment file is damaged")]
    FileDamaged,
    /// The disk refused to read or write.
    #[error("the disk failed: {0}")]
    Io(#[source] std::io::Error),
    /// Anything else SQLite reports.
    #[error("database: {0}")]
    Sql(#[source] rusqlite::Error),
}

/// Why a write stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The write, or one after it, can by its nature not be taken back (issue, send, restore, migration).
    #[error("a barrier")]
    Barrier,
    /// A row it touched was changed again, or others now depend on it.
    #[error("rows changed since")]
    Changed,
    /// The old values are gone: older than 90 days or 10,000 writes, or a deleted BLOB, which is never kept.
    #[error("old values gone")]
    Expired,
}

impl DbError {
    /// The code that pages and the terminal match; it never changes.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            DbError::InUse { .. } => "db_in_use",
            DbError::Missing => "db_missing",
            DbError::Exists => "db_exists",
            DbError::NotArchive => "db_not_archive",
            DbError::Damaged => "db_damaged",
            DbError::Newer { .. } => "db_newer",
            DbError::Older { .. } => "db_older",
            DbError::ReadOnly => "db_read_only",
            DbError::DiskFull => "db_disk_full",
            DbError::NetworkShare { .. } => "db_network_share",
            DbError::SyncedFolder { .. } => "db_synced_folder",
            DbError::Busy => "db_busy",
            DbError::Pragma { .. } => "db_pragma",
            DbError::Schema(_) => "db_schema",
            DbError::Migration { .. } => "db_migration",
            DbError::Constraint(_) => "db_constraint",
            DbError::NothingToUndo => "db_nothing_to_undo",
            DbError::UndoRefused(Refusal::Barrier) => "db_undo_barrier",
            DbError::UndoRefused(Refusal::Changed) => "db_undo_changed",
            DbError::UndoRefused(Refusal::Expired) => "db_undo_expired",
            DbError::BadBackup(_) => "db_bad_backup",
            DbError::FileMissing => "db_file_missing",
            DbError::FileDamaged => "db_file_damaged",
            DbError::Io(_) => "db_io",
            DbError::Sql(_) => "db_sql",
        }
    }
}

impl From<rusqlite::Error> for DbError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt) => DbError::Damaged,
            Some(ErrorCode::NotADatabase) => DbError::NotArchive,
            Some(ErrorCode::DiskFull) => DbError::DiskFull,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => DbError::ReadOnly,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => DbError::Busy,
            Some(ErrorCode::ConstraintViolation) => DbError::Constraint(error),
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) => {
                DbError::Io(std::io::Error::other(error.to_string()))
            }
            _ => DbError::Sql(error),
        }
    }
}

impl From<std::io::Error> for DbError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::NotFound => DbError::Missing,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => DbError::DiskFull,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => DbError::ReadOnly,
            _ => DbError::Io(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sqlite_and_disk_failures_are_told_apart() {
        let sqlite = |code| {
            DbError::from(rusqlite::Error::SqliteFailure(
                rusqlite::ffi::Error::new(code),
                None,
            ))
            .code()
        };
        use rusqlite::ffi;
        assert_eq!(sqlite(ffi::SQLITE_CORRUPT_VTAB), "db_damaged");
        assert_eq!(sqlite(ffi::SQLITE_NOTADB), "db_not_archive");
        assert_eq!(sqlite(ffi::SQLITE_FULL), "db_disk_full");
        assert_eq!(sqlite(ffi::SQLITE_READONLY_DIRECTORY), "db_read_only");
        assert_eq!(sqlite(ffi::SQLITE_BUSY_SNAPSHOT), "db_busy");
        assert_eq!(sqlite(ffi::SQLITE_CONSTRAINT_FOREIGNKEY), "db_constraint");
        assert_eq!(sqlite(ffi::SQLITE_IOERR_FSYNC), "db_io");
        assert_eq!(sqlite(ffi::SQLITE_MISUSE), "db_sql");
        let io = |kind| DbError::from(std::io::Error::from(kind)).code();
        assert_eq!(io(std::io::ErrorKind::StorageFull), "db_disk_full");
        assert_eq!(io(std::io::ErrorKind::ReadOnlyFilesystem), "db_read_only");
        assert_eq!(io(std::io::ErrorKind::NotFound), "db_missing");
    }
}
