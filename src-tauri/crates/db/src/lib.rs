//! The file: open, migrate, write, undo, search, back up, restore.
//!
//! One SQLite file per archive, one writer at a time, every write one [`Tx`]. The change log that [`Tx`] leaves is
//! the single source of undo, of the history of a row and of "what did this write touch". Nothing here repairs or
//! replaces a damaged file; time and chance come in as [`When`].
#![forbid(unsafe_code)]

mod archive;
mod backup;
mod connect;
mod error;
pub mod files;
mod id;
mod location;
mod lock;
mod log;
mod migrate;
mod paths;
mod reader;
mod restore;
mod schema;
mod search;
mod tx;
mod undo;
mod verify;

pub use archive::Archive;
pub use backup::{BackupFile, BackupReport, Verify, backup, backup_path, list_backups, rotate};
pub use connect::{Options, Synchronous};
pub use error::{DbError, Refusal};
pub use id::{Id, NotAnId, When};
pub use location::{Location, location};
pub use log::{Change, DeletedRow, LogEntry, barriers, current, deleted, history, maker};
pub use reader::{Reader, archive_id};
pub use restore::{RestoreReport, restore};
pub use rusqlite;
pub use schema::{Area, Indexer, Migration, Schema, SearchText};
pub use search::{Hit, hits, search};
pub use tx::{Committed, Sql, Tx};
pub use undo::{UndoneVerb, last_redoable, last_undoable};
pub use verify::{PageProblem, verify_pages};

#[cfg(test)]
mod tests;
