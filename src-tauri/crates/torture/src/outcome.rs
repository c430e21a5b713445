//! What a test found, in one line.

use std::fmt;

/// Counts of one test and of its negative control, which has to fail for the test to mean anything.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) name: String,
    pub(crate) iterations: usize,
    pub(crate) failures: Vec<String>,
    pub(crate) control: Control,
    pub(crate) note: String,
}

/// The same test with the protection taken away.
#[derive(Debug)]
pub(crate) struct Control {
    /// What was taken away.
    pub(crate) without: &'static str,
    pub(crate) iterations: usize,
    pub(crate) failures: usize,
    /// Failures that are expected at least.
    pub(crate) expected: usize,
}

impl Control {
    pub(crate) fn is_good(&self) -> bool {
        self.failures >= self.expected.max(1)
    }
}

impl Outcome {
    pub(crate) fn is_good(&self) -> bool {
        self.failures.is_empty() && self.control.is_good()
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let control = &self.control;
        write!(
            f,
            "{:<14} {:>6} iterations  {:>3} failures  control ({}) failed {} of {}, {}",
            self.name,
            self.iterations,
            self.failures.len(),
            control.without,
            control.failures,
            control.iterations,
            if control.is_good() {
                "as it must"
            } else {
                "NOT ENOUGH"
            },
        )?;
        if !self.note.is_empty() {
            write!(f, "  {}", self.note)?;
        }
        self.failures
            .iter()
            .take(3)
            .try_for_each(|failure| write!(f, "\n    {failure}"))
    }
}

/// Runs `one` for every seed on both cores and gives the failures with their seeds.
pub(crate) fn on_two_cores(seeds: usize, one: impl Fn(u64) -> Result<(), String> + Sync) -> Vec<String> {
    let run = |core: usize| -> Vec<String> {
        let mine = (core..seeds)
            .step_by(2)
            .map(|seed| (seed, guarded(|| one(seed as u64))));
        mine.filter_map(|(seed, result)| result.err().map(|what| format!("seed {seed}: {what}")))
            .collect()
    };
    std::thread::scope(|scope| {
        let cores: Vec<_> = (0..2).map(|core| scope.spawn(move || run(core))).collect();
        cores
            .into_iter()
            .flat_map(|core| core.join().expect("panics are caught inside"))
            .collect()
    })
}

/// A panic is a failure like another, named as such.
pub(crate) fn guarded(one: impl FnOnce() -> Result<(), String>) -> Result<(), String> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(one)).unwrap_or_else(|_| Err("PANIC".to_owned()))
}
