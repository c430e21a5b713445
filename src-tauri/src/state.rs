//! The state of the window program: the open books, the settings, the paths that native dialogs gave.

use std::{
    any::Any,
    collections::BTreeMap,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, RwLock,
        atomic::{AtomicBool, Ordering},
    },
};

use books::{Books, Progress, Setup, list::Saved};
use db::{Reader, When};
use tauri::Manager;

use crate::{clock, failure::Failure, settings::Settings};

/// One per window program.
pub(crate) struct App {
    open: RwLock<Option<Books>>,
    settings: Mutex<Settings>,
    picked: Mutex<BTreeMap<String, PathBuf>>,
    /// Something was written since the last copy.
    is_changed: AtomicBool,
    /// The long work that runs, or ran last.
    job: Mutex<Arc<Progress>>,
    /// The report of the last long work, as the file that a person can keep.
    report: Mutex<Vec<u8>>,
    data: PathBuf,
    handle: tauri::AppHandle,
}

impl App {
    /// Reads the settings in `data`, the folder of the program's own data.
    pub(crate) fn new(handle: tauri::AppHandle, data: PathBuf) -> Self {
        let settings = Mutex::new(Settings::load(&data.join("settings.json")));
        Self {
            open: RwLock::default(),
            settings,
            picked: Mutex::default(),
            is_changed: AtomicBool::new(false),
            job: Mutex::default(),
            report: Mutex::default(),
            data,
            handle,
        }
    }

    /// The window program.
    pub(crate) fn handle(&self) -> &tauri::AppHandle {
        &self.handle
    }

    /// Folder of the program's own data.
    pub(crate) fn data(&self) -> &Path {
        &self.data
    }

    /// How this program opens archives.
    pub(crate) fn setup(&self, allow_synced: bool) -> Setup {
        Setup {
            holder: "Fatturein1click".to_owned(),
            actor: "proprietario".to_owned(),
            data: self.data.clone(),
            allow_synced,
        }
    }

    /// Closes the open archive once every command on it has ended, copied when it changed, and holds the one that
    /// `open` gives. When that fails the person is back in the archive they were in.
    pub(crate) fn replace<T>(
        &self,
        open: impl FnOnce() -> Result<(Books, T), Failure>,
    ) -> Result<T, Failure> {
        self.backup_if_changed();
        let mut held = self.open.write().unwrap_or_else(PoisonError::into_inner);
        // Closed first: the other may be the same file, whose lock is held once.
        let before = held.take().map(|books| books.archive().path().to_owned());
        match guarded(open) {
            Ok((books, value)) => {
                let path = books.archive().path().to_owned();
                *held = Some(books);
                self.change_settings(|settings| settings.opened(&path))?;
                Ok(value)
            }
            Err(failure) => {
                let back = before.map(|path| Books::open(&path, &self.setup(true), &clock::now()));
                *held = back.and_then(|opened| {
                    opened
                        .inspect_err(|error| {
                            tracing::warn!(code = error.code(), "the archive before did not open again")
                        })
                        .ok()
                });
                Err(failure)
            }
        }
    }

    /// Closes the archive once every command on it has ended.
    pub(crate) fn close(&self) {
        *self.open.write().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Works on the open books, which stay open meanwhile.
    pub(crate) fn with<T>(&self, work: impl FnOnce(&Books) -> Result<T, Failure>) -> Result<T, Failure> {
        guarded(|| {
            let open = self.open.read().unwrap_or_else(PoisonError::into_inner);
            work(open.as_ref().ok_or_else(|| Failure::new("no_archive"))?)
        })
    }

    /// Reads one state of the archive.
    pub(crate) fn read<T>(
        &self,
        work: impl FnOnce(&Reader) -> Result<T, books::Error>,
    ) -> Result<T, Failure> {
        self.with(|books| Ok(books.read(work)?))
    }

    /// Runs a verb that writes.
    pub(crate) fn write<T>(
        &self,
        verb: impl FnOnce(&Books, &When) -> Result<Saved<T>, books::Error>,
    ) -> Result<Saved<T>, Failure> {
        self.with(|books| {
            let saved = verb(books, &clock::now())?;
            self.is_changed.store(true, Ordering::Release);
            Ok(saved)
        })
    }

    /// Makes copies of the open archive when something was written since the last ones. A failure is logged and tried
    /// again the next time: the archive itself is safe.
    pub(crate) fn backup_if_changed(&self) {
        if !self.is_changed.swap(false, Ordering::AcqRel) {
            return;
        }
        let made = self.with(|books| {
            let second = self.second_backup(books)?;
            Ok(books.backup(&clock::now(), second.as_deref())?)
        });
        if let Err(failure) = made {
            self.is_changed.store(true, Ordering::Release);
            tracing::warn!(code = %failure.code, "no copy made");
        }
    }

    /// A copy of the settings.
    pub(crate) fn settings(&self) -> Settings {
        self.locked_settings().clone()
    }

    /// Changes the settings and keeps them.
    pub(crate) fn change_settings(&self, change: impl FnOnce(&mut Settings)) -> Result<(), Failure> {
        let mut settings = self.locked_settings();
        change(&mut settings);
        Ok(settings.save(&self.data.join("settings.json"))?)
    }

    /// Draws the window as large as the settings say; where that fails it stays readable as it is.
    pub(crate) fn show_size(&self) {
        let window = self.handle.get_webview_window("main");
        let shown = window.map(|window| self.settings().preferenze.zoom.apply(&window));
        if let Some(Err(error)) = shown {
            tracing::warn!(%error, "the size of the window was not changed");
        }
    }

    /// The second place for copies of the open archive.
    pub(crate) fn second_backup(&self, books: &Books) -> Result<Option<PathBuf>, Failure> {
        let id = books.read(|reader| Ok(db::archive_id(reader)?))?;
        Ok(self.settings().second_backup.get(&id.to_string()).cloned())
    }

    /// Begins long work, whose progress the page asks for and may stop.
    pub(crate) fn new_job(&self) -> Arc<Progress> {
        let job = Arc::new(Progress::default());
        *self.job.lock().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&job);
        job
    }

    /// The long work that runs, or ran last.
    pub(crate) fn job(&self) -> Arc<Progress> {
        Arc::clone(&self.job.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Keeps the report of long work until it is saved or another takes its place.
    pub(crate) fn keep_report(&self, bytes: Vec<u8>) {
        *self.report.lock().unwrap_or_else(PoisonError::into_inner) = bytes;
    }

    /// The report of the last long work.
    pub(crate) fn report(&self) -> Vec<u8> {
        self.report.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn locked_settings(&self) -> MutexGuard<'_, Settings> {
        self.settings.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps a path that a native dialog gave and answers the token the page may name it by.
    pub(crate) fn keep_picked(&self, path: PathBuf) -> String {
        let token = format!("{:016x}", clock::now().random);
        self.picked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(token.clone(), path);
        token
    }

    /// The path behind a token.
    pub(crate) fn picked(&self, token: &str) -> Result<PathBuf, Failure> {
        let picked = self.picked.lock().unwrap_or_else(PoisonError::into_inner);
        picked
            .get(token)
            .cloned()
            .ok_or_else(|| Failure::new("token_unknown"))
    }

    /// The paths behind tokens.
    pub(crate) fn all_picked(&self, tokens: &[String]) -> Result<Vec<PathBuf>, Failure> {
        tokens.iter().map(|token| self.picked(token)).collect()
    }
}

/// Runs a command so that a broken promise of ours becomes a failure with a reference, never a page that waits.
pub(crate) fn guarded<T>(work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| Err(panicked(&panic)))
}

fn panicked(panic: &Box<dyn Any + Send>) -> Failure {
    let reference = format!("{:08x}", clock::now().random & 0xFFFF_FFFF);
    let said = panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    tracing::error!(reference, said = said.unwrap_or("?"), "a command panicked");
    Failure::new("panic").arg("reference", reference)
}
