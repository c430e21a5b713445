//! What every area's `store.rs` shares; the only plumbing that names SQLite.

use db::{DbError, rusqlite};

use crate::Error;

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        Self::Db(DbError::from(error))
    }
}
