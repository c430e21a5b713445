//! Read-only connections.

use std::path::Path;

use rusqlite::Connection;

use crate::connect::{Access, Options, connect, file_version};
use crate::{DbError, Id, Schema, Sql};

/// A connection that cannot write. It takes no lock and works beside the program that writes.
#[derive(Debug)]
pub struct Reader {
    conn: Connection,
    schema: Schema,
}

impl Sql for Reader {
    fn sql(&self) -> &Connection {
        &self.conn
    }
}

impl Reader {
    /// Opens an archive, running or not, or a backup, for reading only.
    ///
    /// # Errors
    /// `Missing`, `NotArchive`, `Damaged`, `Newer`, or `Older` when a program has first to bring it up to date.
    pub fn open(path: &Path, schema: &Schema) -> Result<Reader, DbError> {
        Reader::open_with(path, schema, &Options::default())
    }

    /// As [`Reader::open`], and a file that a newer program wrote too: its tables may have more than is known here.
    ///
    /// # Errors
    /// As [`Reader::open`], but never `Newer`.
    pub fn open_newer(path: &Path, schema: &Schema) -> Result<Reader, DbError> {
        let options = Options {
            read_newer: true,
            ..Options::default()
        };
        Reader::open_with(path, schema, &options)
    }

    pub(crate) fn open_with(path: &Path, schema: &Schema, options: &Options) -> Result<Reader, DbError> {
        let reader = Reader::open_any_version(path, schema, options)?;
        let (found, known) = (file_version(&reader.conn)?, schema.version());
        if found < known {
            return Err(DbError::Older { found, known });
        }
        Ok(reader)
    }

    /// Also opens files that a migration has still to reach.
    pub(crate) fn open_any_version(
        path: &Path,
        schema: &Schema,
        options: &Options,
    ) -> Result<Reader, DbError> {
        let conn = connect(path, schema, Access::Read, options)?;
        Ok(Reader {
            conn,
            schema: *schema,
        })
    }

    pub(crate) fn schema(&self) -> &Schema {
        &self.schema
    }

    /// Runs `work` over one unchanging state of the file.
    ///
    /// # Errors
    /// Those of `work`, and any failure to begin.
    pub fn snapshot<T, E: From<DbError>>(&self, work: impl FnOnce(&Reader) -> Result<T, E>) -> Result<T, E> {
        if !self.conn.is_autocommit() {
            return work(self);
        }
        let state = rusqlite::Transaction::new_unchecked(&self.conn, rusqlite::TransactionBehavior::Deferred)
            .map_err(DbError::from)?;
        let value = work(self)?;
        state.commit().map_err(DbError::from)?;
        Ok(value)
    }
}

/// The random id that an archive was given when it was made; copies and backups share it.
///
/// # Errors
/// `Damaged` when it is not there.
pub fn archive_id(sql: &impl Sql) -> Result<Id, DbError> {
    let text: String =
        sql.sql()
            .query_row("SELECT value FROM db_meta WHERE name = 'archive_id'", [], |row| {
                row.get(0)
            })?;
    text.parse().ok().ok_or(DbError::Damaged)
}
