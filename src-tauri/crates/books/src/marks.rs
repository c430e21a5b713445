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
    held: Mutex<Held>,
    is_known: bool,
}

#[derive(Debug)]
struct Held {
    highest: BTreeMap<String, u32>,
    /// The file says the same.
    is_written: bool,
}

impl Marks {
    /// Reads the marks of archive `id` from the folder `dir` of the program's own data. A file that makes no sense is
    /// put aside and the archive counts as new to this computer: it opens, and the last numbers are asked for.
    ///
    /// # Errors
    /// The folder cannot be made or a file that is there cannot be read.
    pub fn open(dir: &Path, id: &str) -> io::Result<Self> {
        fs::create_dir_all(dir)?;
        let path = dir.join(format!("{id}.json"));
        let found = match fs::read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes).ok(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        let is_known = found.is_some();
        if !is_known && path.exists() {
            fs::rename(&path, dir.join(format!("{id}.damaged")))?;
        }
        let held = Held {
            highest: found.unwrap_or_default(),
            is_written: is_known,
        };
        Ok(Self {
            path,
            held: Mutex::new(held),
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
        self.held
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .highest
            .get(key)
            .copied()
            .unwrap_or(0)
    }

    /// Raises each mark that is lower than the value given; durable when this returns.
    ///
    /// # Errors
    /// The file cannot be written; the marks in memory are raised all the same, and written the next time.
    pub fn raise(&self, used: impl IntoIterator<Item = (String, u32)>) -> io::Result<()> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let mut is_written = held.is_written && self.path.exists();
        for (key, value) in used {
            let mark = held.highest.entry(key).or_insert(0);
            is_written &= value <= *mark;
            *mark = value.max(*mark);
        }
        held.is_written = is_written;
        if !is_written {
            // Without the folder: after a power cut the old file is as good, opening the archive raises it again.
            replace(&self.path, &serde_json::to_vec_pretty(&held.highest)?)?;
            held.is_written = true;
        }
        Ok(())
    }
}

/// Writes a whole file beside `path`, then takes its place: readers see the old bytes or the new ones.
///
/// # Errors
/// Any failure of the disk; the old file is then still there.
pub fn write_durably(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace(path, bytes)?;
    sync_folder(folder_of(path))
}

/// As [`write_durably`], but a power cut may bring the old bytes back.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = tempfile::NamedTempFile::new_in(folder_of(path))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|failed| failed.error)?;
    Ok(())
}

fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new("."))
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

    #[test]
    fn damaged_marks_do_not_lock_anybody_out() {
        let dir = tempfile::tempdir().unwrap();
        for damaged in ["", "{broken", "{\"file\": -1}"] {
            fs::write(dir.path().join("a.json"), damaged).unwrap();
            let marks = Marks::open(dir.path(), "a").unwrap();
            assert!(!marks.is_known(), "{damaged}");
            assert_eq!(
                fs::read_to_string(dir.path().join("a.damaged")).unwrap(),
                damaged,
                "put aside"
            );
        }
    }

    #[test]
    fn marks_that_could_not_be_written_are_written_the_next_time() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("marks");
        let marks = Marks::open(&folder, "a").unwrap();
        marks.raise([("file".to_owned(), 1)]).unwrap();
        let away = dir.path().join("away");
        fs::rename(&folder, &away).unwrap();
        assert!(marks.raise([("file".to_owned(), 2)]).is_err());
        fs::rename(&away, &folder).unwrap();
        marks.raise([("file".to_owned(), 2)]).unwrap();
        assert_eq!(Marks::open(&folder, "a").unwrap().get("file"), 2);
    }
}
