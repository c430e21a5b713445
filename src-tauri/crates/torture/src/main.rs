//! Fault injection for the books, never shipped. Every test is a bar of the safety page and prints one line; each has
//! a negative control, the same test without the protection, that must fail.

mod attachments;
mod backup_live;
mod bitflip;
mod chance;
mod children;
mod disk;
mod faults;
mod fuzz;
mod instances;
mod issuing;
mod kill9;
mod ledger;
mod migrate;
mod mutate;
mod outcome;
mod power;
mod restore;
mod vfs;

use std::path::{Path, PathBuf};

use clap::{Parser, Subcommand, ValueEnum};
use db::Synchronous;

use children::Work;
use outcome::Outcome;

/// Kills, faults and flipped bits against the books.
#[derive(Parser)]
struct Cli {
    #[command(subcommand)]
    test: Test,
}

#[derive(Subcommand)]
enum Test {
    /// D1: kill -9 at random moments.
    Kill9 {
        #[arg(long, default_value_t = 200)]
        iters: usize,
    },
    /// D1: kill -9 while invoices are issued through the whole engine.
    Issuing {
        #[arg(long, default_value_t = 50)]
        iters: usize,
    },
    /// D2: simulated power cuts with torn sectors.
    Power {
        #[arg(long, default_value_t = 2000)]
        histories: usize,
        /// Runs only the machine that does not wait for its disk, which must lose data.
        #[arg(long)]
        sync: Option<Sync>,
        /// Runs only the machine whose disk lies, which must lose data.
        #[arg(long)]
        disk: Option<DiskKind>,
    },
    /// D3: an operation of a use case fails.
    Ioerr {
        /// Most operations tried of one use case.
        #[arg(long, default_value_t = 100_000)]
        most: usize,
    },
    /// D4: no space from an operation on.
    Enospc {
        /// Most operations tried of one use case.
        #[arg(long, default_value_t = 100_000)]
        most: usize,
    },
    /// D7: a migration is killed at random moments.
    Migrate {
        #[arg(long, default_value_t = 200)]
        kills: usize,
    },
    /// D8: a newer file is refused and stays as it is.
    NewerSchema {
        #[arg(long, default_value_t = 20)]
        files: usize,
    },
    /// D9: two programs open one archive at once.
    TwoInstances {
        #[arg(long, default_value_t = 20)]
        pairs: usize,
    },
    /// D10: backups of an archive that is being written.
    BackupLive {
        #[arg(long, default_value_t = 100)]
        backups: usize,
    },
    /// D11: a restore is killed at random moments.
    Restore {
        #[arg(long, default_value_t = 200)]
        kills: usize,
        /// The present state has a write-ahead log that is not yet in the file.
        #[arg(long)]
        stale_wal: bool,
    },
    /// D13: one flipped bit.
    Bitflip {
        #[arg(long, default_value_t = 1000)]
        n: usize,
    },
    /// A1: attachments and kills.
    Attachments {
        #[arg(long, default_value_t = 200)]
        kills: usize,
    },
    /// H7: broken files against the parsers of what arrives.
    Fuzz {
        /// What is broken; everything, when it is not said.
        target: Option<fuzz::Target>,
        /// Seconds of processor time for each target.
        #[arg(long, default_value_t = 60)]
        seconds: u64,
    },
    /// Every test, with counts for a daily run or, with `--full`, with those of the safety page and more.
    All {
        #[arg(long)]
        full: bool,
    },
    /// What a child process does until it is killed.
    #[command(hide = true)]
    Work { work: Work, seed: u64, folder: PathBuf },
}

#[derive(Clone, Copy, ValueEnum)]
enum Sync {
    #[value(name = "FULL")]
    Full,
    #[value(name = "NORMAL")]
    Normal,
}

#[derive(Clone, Copy, ValueEnum)]
enum DiskKind {
    Honest,
    Lies,
}

fn main() -> anyhow::Result<()> {
    vfs::register();
    match Cli::parse().test {
        Test::Work { work, seed, folder } => work_as_child(work, seed, &folder),
        Test::All { full } => report(all(full).into_iter().chain(fuzz_all(if full { 600 } else { 2 }))),
        Test::Fuzz {
            target: None,
            seconds,
        } => report(fuzz_all(seconds)),
        test => report([test]),
    }
}

fn run(test: Test) -> anyhow::Result<Outcome> {
    match test {
        Test::Power {
            histories,
            sync,
            disk,
        } => {
            let synchronous = match sync {
                Some(Sync::Normal) => Synchronous::Normal,
                Some(Sync::Full) | None => Synchronous::Full,
            };
            let is_lying = matches!(disk, Some(DiskKind::Lies));
            match (synchronous, is_lying) {
                (Synchronous::Full, false) => power::run(histories),
                _ => power::run_machine(
                    histories,
                    power::Machine {
                        synchronous,
                        is_lying,
                    },
                ),
            }
        }
        Test::Kill9 { iters } => kill9::run(iters),
        Test::Issuing { iters } => issuing::run(iters),
        Test::Migrate { kills } => migrate::run(kills),
        Test::NewerSchema { files } => migrate::newer(files),
        Test::TwoInstances { pairs } => instances::run(pairs),
        Test::BackupLive { backups } => backup_live::run(backups),
        Test::Restore { kills, stale_wal } => restore::run(kills, stale_wal),
        Test::Bitflip { n } => bitflip::run(n),
        Test::Attachments { kills } => attachments::run(kills),
        Test::Fuzz {
            target: Some(target),
            seconds,
        } => fuzz::run(target, seconds),
        Test::Fuzz { target: None, .. } | Test::All { .. } | Test::Work { .. } => {
            anyhow::bail!("not a single test")
        }
        Test::Ioerr { most } => faults::ioerr(most),
        Test::Enospc { most } => faults::enospc(most),
    }
}

fn work_as_child(work: Work, seed: u64, folder: &Path) -> anyhow::Result<()> {
    match work {
        Work::Add => kill9::work(folder, seed, false),
        Work::AddTellingEarly => kill9::work(folder, seed, true),
        Work::Issue => issuing::work(folder, seed, false),
        Work::IssueTellingEarly => issuing::work(folder, seed, true),
        Work::Migrate => migrate::work(folder),
        Work::MigrateLoosely => migrate::work_loosely(folder),
        Work::Hold => instances::work(folder, seed),
        Work::Restore => restore::work(folder),
        Work::Attach => attachments::work(folder, seed, false),
        Work::AttachRowFirst => attachments::work(folder, seed, true),
    }
}

/// Small enough for every run, or full.
fn all(full: bool) -> [Test; 13] {
    let of = |daily, full_count| if full { full_count } else { daily };
    [
        Test::Kill9 { iters: of(200, 1000) },
        Test::Issuing { iters: of(50, 500) },
        Test::Power {
            histories: of(1000, 10_000),
            sync: None,
            disk: None,
        },
        Test::Ioerr {
            most: of(60, 100_000),
        },
        Test::Enospc {
            most: of(60, 100_000),
        },
        Test::Migrate { kills: of(100, 1000) },
        Test::NewerSchema { files: of(20, 100) },
        Test::TwoInstances { pairs: of(20, 100) },
        Test::BackupLive { backups: of(50, 200) },
        Test::Restore {
            kills: of(100, 1000),
            stale_wal: true,
        },
        Test::Restore {
            kills: of(40, 200),
            stale_wal: false,
        },
        Test::Bitflip { n: of(300, 5000) },
        Test::Attachments { kills: of(100, 1000) },
    ]
}

fn fuzz_all(seconds: u64) -> impl Iterator<Item = Test> {
    fuzz::Target::ALL.into_iter().map(move |target| Test::Fuzz {
        target: Some(target),
        seconds,
    })
}

/// Prints each line as soon as it is known.
fn report(tests: impl IntoIterator<Item = Test>) -> anyhow::Result<()> {
    let mut is_good = true;
    for test in tests {
        let begun = std::time::Instant::now();
        let outcome = run(test)?;
        println!("{:>6.1} s  {outcome}", begun.elapsed().as_secs_f64());
        is_good &= outcome.is_good();
    }
    anyhow::ensure!(is_good, "a bar was missed");
    Ok(())
}
