//! How far long work has come, seen and stopped from another thread.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use crate::Error;

/// Counts things, not money. One per piece of work; asked while it runs.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicU32,
    total: AtomicU32,
    is_cancelled: AtomicBool,
}

impl Progress {
    /// The work begins (again) and has `total` steps.
    pub fn start(&self, total: usize) {
        self.done.store(0, Ordering::Relaxed);
        self.total
            .store(u32::try_from(total).unwrap_or(u32::MAX), Ordering::Relaxed);
    }

    /// A step is done.
    ///
    /// # Errors
    /// `annullato` when the work is to stop here.
    pub fn step(&self) -> Result<(), Error> {
        self.check()?;
        self.done.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    /// Goes on within a step.
    ///
    /// # Errors
    /// `annullato` when the work is to stop here.
    pub fn check(&self) -> Result<(), Error> {
        if self.is_cancelled.load(Ordering::Relaxed) {
            return Err(Error::refused("annullato"));
        }
        Ok(())
    }

    /// Stops the work at its next step.
    pub fn cancel(&self) {
        self.is_cancelled.store(true, Ordering::Relaxed);
    }

    /// Steps done and steps in all.
    #[must_use]
    pub fn state(&self) -> (u32, u32) {
        (
            self.done.load(Ordering::Relaxed),
            self.total.load(Ordering::Relaxed),
        )
    }
}
