//! The open archive: one writer, a few readers.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::backup::{backup, backup_name};
use crate::connect::{Access, Options, connect, file_version};
use crate::lock::Lock;
use crate::paths::{beside, canonical};
use crate::tx::{Kind, Writer};
use crate::{
    Committed, DbError, Location, Reader, Schema, Tx, When, location, log, migrate, restore, schema,
};

/// Idle read connections kept for the next reader.
const IDLE_READERS: usize = 4;

/// An archive open for writing. Fields close in this order: readers, writer, then the lock.
#[derive(Debug)]
pub struct Archive {
    readers: Mutex<Vec<Reader>>,
    writer: Mutex<Writer>,
    path: PathBuf,
    schema: Schema,
    options: Options,
    _lock: Arc<Lock>,
}

impl Archive {
    /// Makes a new archive; fills an empty file left by an interrupted creation, never one with something in it.
    ///
    /// # Errors
    /// `Exists`, `InUse`, `NetworkShare`, `SyncedFolder`, `ReadOnly`, `DiskFull`.
    pub fn create(
        path: &Path,
        schema: &Schema,
        holder: &str,
        when: &When,
        options: &Options,
    ) -> Result<Archive, DbError> {
        Archive::at(path, schema, holder, when, options, Access::Create)
    }

    /// Opens an archive for writing, ends an interrupted restore, brings an older file up to date after a backup.
    /// A damaged, foreign or newer file is left as it is.
    ///
    /// # Errors
    /// `InUse` with the holder's name, `Missing`, `NotArchive`, `Damaged`, `Newer`, `ReadOnly`, `DiskFull`,
    /// `NetworkShare`, `SyncedFolder`, `Migration`.
    pub fn open(
        path: &Path,
        schema: &Schema,
        holder: &str,
        when: &When,
        options: &Options,
    ) -> Result<Archive, DbError> {
        Archive::at(path, schema, holder, when, options, Access::Write)
    }

    fn at(
        path: &Path,
        schema: &Schema,
        holder: &str,
        when: &When,
        options: &Options,
        access: Access,
    ) -> Result<Archive, DbError> {
        let path = canonical(path)?;
        match location(&path) {
            Location::Local => {}
            Location::Synced(_) if options.allow_synced => {}
            Location::Synced(name) => return Err(DbError::SyncedFolder { name }),
            Location::Network(kind) => return Err(DbError::NetworkShare { kind }),
        }
        let lock = Arc::new(Lock::take(&path, holder)?);
        restore::resolve(&path, schema)?;
        start(&path, schema, lock, when, options, access)
    }

    /// Where the archive lies, all links resolved.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The folder for backups made without asking.
    #[must_use]
    pub fn backup_folder(&self) -> PathBuf {
        self.options
            .backups
            .clone()
            .unwrap_or_else(|| beside(&self.path, ".backup"))
    }

    /// Reads one unchanging state of the archive, beside a running write.
    ///
    /// # Errors
    /// Those of `work`, and any failure to open a connection.
    pub fn read<T, E: From<DbError>>(&self, work: impl FnOnce(&Reader) -> Result<T, E>) -> Result<T, E> {
        let idle = self.idle().pop();
        let reader = match idle {
            Some(reader) => reader,
            None => Reader::open_with(&self.path, &self.schema, &self.options)?,
        };
        let result = reader.snapshot(work);
        let mut idle = self.idle();
        if idle.len() < IDLE_READERS {
            idle.push(reader);
        }
        result
    }

    /// One write: everything `work` does becomes durable together when this returns `Ok`, or leaves no trace.
    /// Must not be called from inside `work`.
    ///
    /// # Errors
    /// Those of `work`, of the areas' indexers and of the commit.
    pub fn write<T, E: From<DbError>>(
        &self,
        actor: &str,
        verb: &str,
        when: &When,
        work: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<Committed<T>, E> {
        self.writer()?.write((actor, verb, Kind::Write), when, work)
    }

    /// Lets SQLite renew the statistics its plans rest on; after imports and at closing.
    ///
    /// # Errors
    /// Any failure to write.
    pub fn optimize(&self) -> Result<(), DbError> {
        Ok(self
            .writer()?
            .conn()
            .execute_batch("PRAGMA analysis_limit = 1000; PRAGMA optimize = 0x10002;")?)
    }

    pub(crate) fn writer(&self) -> Result<MutexGuard<'_, Writer>, DbError> {
        // A panic inside a write has rolled it back: the connection is as before.
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        if writer.is_stale() {
            let conn = connect(&self.path, &self.schema, Access::Write, &self.options)?;
            let tables = schema::read_tables(&conn, &self.schema)?;
            *writer = Writer::new(conn, tables)?;
        }
        Ok(writer)
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Reader>> {
        self.readers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Opens the file under a lock that is held, and brings it up to date.
pub(crate) fn start(
    path: &Path,
    schema: &Schema,
    lock: Arc<Lock>,
    when: &When,
    options: &Options,
    access: Access,
) -> Result<Archive, DbError> {
    let conn = connect(path, schema, access, options)?;
    let found = file_version(&conn)?;
    if found > 0 && found < schema.version() {
        backup_before_migration(path, schema, found, when, options)?;
    }
    migrate::migrate(&conn, schema, found, when)?;
    log::prune(&conn, when)?;
    let tables = schema::read_tables(&conn, schema)?;
    let writer = Mutex::new(Writer::new(conn, tables)?);
    let (path, schema, options) = (path.to_owned(), *schema, options.clone());
    Ok(Archive {
        readers: Mutex::new(Vec::new()),
        writer,
        path,
        schema,
        options,
        _lock: lock,
    })
}

/// Named with the old version, so that the rotation of daily backups does not count it.
fn backup_before_migration(
    path: &Path,
    schema: &Schema,
    found: u32,
    when: &When,
    options: &Options,
) -> Result<(), DbError> {
    let folder = options.backups.clone().unwrap_or_else(|| beside(path, ".backup"));
    std::fs::create_dir_all(&folder)?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let name = backup_name(Path::new(&format!("{stem}-v{found}.f1c")), when.at);
    let reader = Reader::open_any_version(path, schema, options)?;
    match backup(&reader, &folder.join(name), None) {
        // Left by a try at this very moment that did not get further; it was verified before it got its name.
        Ok(_) | Err(DbError::Exists) => Ok(()),
        Err(error) => Err(error),
    }
}
