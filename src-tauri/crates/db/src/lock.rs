//! One writer per archive: an exclusive lock on a file of its own, because closing any other handle on the database
//! file would drop SQLite's locks.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use crate::DbError;
use crate::paths::beside;

/// Held as long as the archive is open for writing; the operating system frees it when the process dies.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
    who: PathBuf,
}

impl Lock {
    /// Takes the lock or names the program that has it.
    pub(crate) fn take(archive: &Path, holder: &str) -> Result<Lock, DbError> {
        let who = beside(archive, ".lock.who");
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(beside(archive, ".lock"))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(DbError::InUse {
                    holder: read_holder(&who),
                });
            }
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        std::fs::write(&who, holder)?;
        Ok(Lock { _file: file, who })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // A name left behind is harmless: it is only read while the lock is held.
        let _ = std::fs::remove_file(&self.who);
    }
}

/// The name in the sibling file; its owner may just be writing it.
fn read_holder(who: &Path) -> String {
    let mut text = String::new();
    for _ in 0..20 {
        text = std::fs::read_to_string(who).unwrap_or_default();
        if !text.is_empty() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    text.chars().filter(|c| !c.is_control()).take(120).collect()
}
