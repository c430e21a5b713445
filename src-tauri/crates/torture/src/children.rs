//! Processes that work until they are killed.

use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::chance::Chance;

/// What a child does, as the hidden subcommand `work` takes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Work {
    /// Adds entries, telling each after its commit.
    Add,
    /// Adds entries, telling each before its commit. A negative control.
    AddTellingEarly,
    /// Issues invoices, telling each after its commit.
    Issue,
    /// Issues invoices, telling each before its commit. A negative control.
    IssueTellingEarly,
    /// Opens the ledger with a newer program.
    Migrate,
    /// Changes the ledger without a transaction. A negative control.
    MigrateLoosely,
    /// Opens the ledger, says so, and holds it.
    Hold,
    /// Restores the backup `salvata` over the ledger.
    Restore,
    /// Stores attachments: the file, then its row.
    Attach,
    /// Stores attachments: the row, then its file. A negative control.
    AttachRowFirst,
}

pub(crate) fn start(work: Work, folder: &Path, seed: u64) -> std::io::Result<Child> {
    use clap::ValueEnum;
    let name = work
        .to_possible_value()
        .expect("no kind of work is hidden")
        .get_name()
        .to_owned();
    Command::new(std::env::current_exe()?)
        .args(["work", &name, &seed.to_string()])
        .arg(folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
}

/// Kills a child at a random moment within `longest`, counted from its start. Gives all it said.
pub(crate) fn kill_within(work: Work, folder: &Path, seed: u64, longest: Duration) -> Result<String, String> {
    let text = |error: std::io::Error| error.to_string();
    let mut child = start(work, folder, seed).map_err(text)?;
    let micros = Chance::new(seed ^ 0x5eed).below(longest.as_micros().max(1) as usize);
    std::thread::sleep(Duration::from_micros(micros as u64));
    child.kill().map_err(text)?;
    let mut said = String::new();
    child
        .stdout
        .take()
        .expect("stdout is piped")
        .read_to_string(&mut said)
        .map_err(text)?;
    child.wait().map_err(text)?;
    Ok(said)
}

/// How long a child takes that nobody kills.
pub(crate) fn duration(work: Work, folder: &Path) -> Result<Duration, String> {
    let begun = Instant::now();
    let mut child = start(work, folder, 0).map_err(|error| error.to_string())?;
    let status = child.wait().map_err(|error| error.to_string())?;
    if status.success() {
        Ok(begun.elapsed())
    } else {
        Err(format!("{work:?} failed without being killed"))
    }
}

/// The greatest number a child told: lines `A n`.
pub(crate) fn acknowledged(said: &str) -> i64 {
    let numbers = said.split_inclusive('\n').filter(|line| line.ends_with('\n'));
    numbers
        .filter_map(|line| line.trim().strip_prefix("A ")?.parse().ok())
        .max()
        .unwrap_or(0)
}
