//! One writer per archive: an exclusive lock on a file of its own, because closing any other handle on the database
//! file would drop SQLite's locks.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use crate::DbError;
use crate::paths::beside;

/// Half a second in all.
const TRIES: u32 = 25;

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
        take_or_name(&file, &who)?;
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

/// A lock without a name is about to get one or about to go: its program is just starting or ending, or a process it
/// started has not yet let go of what it inherited. So it is tried again for a moment.
fn take_or_name(file: &File, who: &Path) -> Result<(), DbError> {
    for _ in 0..TRIES {
        match file.try_lock() {
            Ok(()) => return Ok(()),
            Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        let holder = read_holder(who);
        if !holder.is_empty() {
            return Err(DbError::InUse { holder });
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    Err(DbError::InUse {
        holder: String::new(),
    })
}

fn read_holder(who: &Path) -> String {
    let text = std::fs::read_to_string(who).unwrap_or_default();
    text.chars().filter(|c| !c.is_control()).take(120).collect()
}
