//! High-water marks: numbers and file names already used, kept outside the archive so that an older copy of it,
//! put back or carried to another computer, never gives them out again.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

/// The marks of one archive: the highest value ever used per key. They only rise.
#[derive(Debug)]
pub struct Marks {
    path: PathBuf,
    highest: Mutex<BTreeMap<String, u32>>,
    is_known: bool,
}

impl Marks {
    /// Reads the marks of archive `id` from the folder `dir` of the program's own data.
    ///
    /// # Errors
    /// The folder cannot be made or a file that is there cannot be read.
    pub fn open(dir: &Path, id: &str) -> io::Result<Self> {
        fs::create_dir_all(dir)?;
        let path = dir.join(format!("{id}.json"));
        let (highest, is_known) = match fs::read(&path) {
            Ok(bytes) => (serde_json::from_slice(&bytes)?, true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => (BTreeMap::new(), false),
            Err(error) => return Err(error),
        };
        Ok(Self {
            path,
            highest: Mutex::new(highest),
            is_known,
        })
    }

    /// The marks of an archive that is made now: one made with the same moment and chance left none for it.
    ///
    /// # Errors
    /// The folder cannot be made or the file of before cannot be taken away.
    pub fn of_new(dir: &Path, id: &str) -> io::Result<Self> {
        match fs::remove_file(dir.join(format!("{id}.json"))) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Self::open(dir, id),
        }
    }

    /// Whether this computer had seen the archive before it was opened now.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.is_known
    }

    /// The highest value used for `key`, 0 when none.
    #[must_use]
    pub fn get(&self, key: &str) -> u32 {
        self.highest
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(key)
            .copied()
            .unwrap_or(0)
    }

    /// Raises each mark that is lower than the value given; durable when this returns.
    ///
    /// # Errors
    /// The file cannot be written; the marks in memory are raised all the same.
    pub fn raise(&self, used: impl IntoIterator<Item = (String, u32)>) -> io::Result<()> {
        let mut highest = self.highest.lock().unwrap_or_else(PoisonError::into_inner);
        let mut is_changed = !self.path.exists();
        for (key, value) in used {
            let mark = highest.entry(key).or_insert(0);
            is_changed |= value > *mark;
            *mark = value.max(*mark);
        }
        if is_changed {
            write_durably(&self.path, &serde_json::to_vec_pretty(&*highest)?)
        } else {
            Ok(())
        }
    }
}

/// Writes a whole file beside `path`, then takes its place: readers see the old bytes or the new ones.
///
/// # Errors
/// Any failure of the disk; the old file is then still there.
pub fn write_durably(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|failed| failed.error)?;
    sync_folder(folder)
}

/// Makes a rename in `folder` durable (nothing to do on Windows, where folders cannot be synced).
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(windows) {
        Ok(())
    } else {
        File::open(folder)?.sync_all()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_only_rise_and_survive() {
        let dir = tempfile::tempdir().unwrap();
        let marks = Marks::open(dir.path(), "a").unwrap();
        assert!(!marks.is_known());
        marks
            .raise([("fatture|2026|".to_owned(), 12), ("file".to_owned(), 3)])
            .unwrap();
        marks.raise([("fatture|2026|".to_owned(), 7)]).unwrap();
        let again = Marks::open(dir.path(), "a").unwrap();
        assert!(again.is_known());
        assert_eq!(
            (again.get("fatture|2026|"), again.get("file"), again.get("other")),
            (12, 3, 0)
        );
        assert!(!Marks::open(dir.path(), "b").unwrap().is_known());
    }
}
