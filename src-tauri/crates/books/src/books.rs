//! The open books: one archive file, and the marks that outlive it.

use std::path::{Path, PathBuf};

use db::{Archive, Reader, Tx, UndoneVerb, When};

use crate::{Error, Marks, areas::SCHEMA, list::Saved};

/// Who opens an archive and what lies beside it.
#[derive(Debug, Clone)]
pub struct Setup {
    /// Named to a second program that wants the same archive.
    pub holder: String,
    /// Recorded with every write.
    pub actor: String,
    /// Folder of the program's own data, for the marks.
    pub data: PathBuf,
    /// The user was told that a cloud program copies the archive's folder and goes on.
    pub allow_synced: bool,
}

/// An archive open for writing.
#[derive(Debug)]
pub struct Books {
    archive: Archive,
    marks: Marks,
    actor: String,
}

impl Books {
    /// Makes a new, empty archive.
    ///
    /// # Errors
    /// Those of [`Archive::create`]; the marks cannot be read.
    pub fn create(path: &Path, setup: &Setup, when: &When) -> Result<Self, Error> {
        let archive = Archive::create(path, &SCHEMA, &setup.holder, when, &options(setup))?;
        let id = archive.read(db::archive_id)?;
        let marks = Marks::of_new(&setup.data.join("marks"), &id.to_string())?;
        Ok(Self::with(archive, marks, setup))
    }

    /// Opens an archive; an older one is brought up to date after a verified backup.
    ///
    /// # Errors
    /// Those of [`Archive::open`]; the marks cannot be read.
    pub fn open(path: &Path, setup: &Setup, when: &When) -> Result<Self, Error> {
        let archive = Archive::open(path, &SCHEMA, &setup.holder, when, &options(setup))?;
        let id = archive.read(db::archive_id)?;
        let marks = Marks::open(&setup.data.join("marks"), &id.to_string())?;
        let books = Self::with(archive, marks, setup);
        // A commit whose marks were not written before the power went. An archive new to this computer has none yet:
        // the user is asked for its last numbers first.
        if books.marks.is_known() {
            books.raise_marks()?;
        }
        Ok(books)
    }

    fn with(archive: Archive, marks: Marks, setup: &Setup) -> Self {
        Self {
            archive,
            marks,
            actor: setup.actor.clone(),
        }
    }

    /// Raises the marks to every number and file name that the archive holds.
    pub(crate) fn raise_marks(&self) -> Result<(), Error> {
        Ok(self.marks.raise(self.archive.read(used)?)?)
    }

    /// Reads one unchanging state.
    ///
    /// # Errors
    /// Those of `work`.
    pub fn read<T>(&self, work: impl FnOnce(&Reader) -> Result<T, Error>) -> Result<T, Error> {
        self.archive.read(work)
    }

    /// One write under the name `verb` (`area.verb`): durable when this returns, or without a trace.
    ///
    /// # Errors
    /// Those of `work`, and of the commit.
    pub fn write<T>(
        &self,
        verb: &'static str,
        when: &When,
        work: impl FnOnce(&Tx<'_>) -> Result<T, Error>,
    ) -> Result<Saved<T>, Error> {
        Ok(saved(self.archive.write(&self.actor, verb, when, work)?))
    }

    /// Does `work` as a write would, and takes all of it back: what a write is going to do, told before.
    ///
    /// # Errors
    /// Those of `work`.
    pub(crate) fn rehearse<T>(
        &self,
        when: &When,
        work: impl FnOnce(&Tx<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let taken_back = self.archive.write(&self.actor, "", when, |tx| match work(tx) {
            Ok(value) => Err::<(), _>(Rehearsed::Done(value)),
            Err(error) => Err(Rehearsed::Failed(error)),
        });
        match taken_back {
            Err(Rehearsed::Done(value)) => Ok(value),
            Err(Rehearsed::Failed(error)) => Err(error),
            Ok(_) => Err(Error::Broken("a rehearsal was kept".to_owned())),
        }
    }

    /// Turns the last write back.
    ///
    /// # Errors
    /// Nothing to undo; a barrier; rows changed since.
    pub fn undo(&self, when: &When) -> Result<Saved<UndoneVerb>, Error> {
        Ok(saved(self.archive.undo(when)?))
    }

    /// Makes the write that was turned back last again.
    ///
    /// # Errors
    /// As for [`Books::undo`].
    pub fn redo(&self, when: &When) -> Result<Saved<UndoneVerb>, Error> {
        Ok(saved(self.archive.redo(when)?))
    }

    /// Numbers and file names that must not come back.
    #[must_use]
    pub fn marks(&self) -> &Marks {
        &self.marks
    }

    /// The archive file, for backups and the name of its place.
    #[must_use]
    pub fn archive(&self) -> &Archive {
        &self.archive
    }
}

/// Why a rehearsal was taken back: it was done, or it failed.
enum Rehearsed<T> {
    Done(T),
    Failed(Error),
}

impl<T> From<db::DbError> for Rehearsed<T> {
    fn from(error: db::DbError) -> Self {
        Self::Failed(error.into())
    }
}

/// The marks that the numbers and file names in an archive make.
pub(crate) fn used(sql: &Reader) -> Result<Vec<(String, u32)>, Error> {
    let mut used = crate::documenti::used_numbers(sql)?;
    used.push(crate::efatture::used_progressive(sql)?);
    Ok(used)
}

fn options(setup: &Setup) -> db::Options {
    db::Options {
        allow_synced: setup.allow_synced,
        ..db::Options::default()
    }
}

fn saved<T>(committed: db::Committed<T>) -> Saved<T> {
    let touched = committed.touched.iter().map(|area| (*area).to_owned()).collect();
    Saved {
        value: committed.value,
        touched,
    }
}
