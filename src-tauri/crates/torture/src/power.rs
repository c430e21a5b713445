//! D2: the power fails at a random operation; sectors that were not synced are kept, lost or torn.

use std::path::Path;

use db::{Options, Synchronous};

use crate::chance::Chance;
use crate::disk::{Disk, Fault};
use crate::ledger::{add, check, open, path, when};
use crate::outcome::{Control, Outcome, on_two_cores};
use crate::vfs::{self, disk};

/// How the machine of a history behaves.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Machine {
    pub(crate) synchronous: Synchronous,
    pub(crate) is_lying: bool,
}

const HONEST: Machine = Machine {
    synchronous: Synchronous::Full,
    is_lying: false,
};

/// Runs the histories, and a tenth as many on each of the two machines that must lose data.
pub(crate) fn run(histories: usize) -> anyhow::Result<Outcome> {
    let failures = failures(histories, HONEST)?;
    let few = (histories / 20).max(20);
    let lazy = self::failures(
        few,
        Machine {
            synchronous: Synchronous::Normal,
            ..HONEST
        },
    )?
    .len();
    let lying = self::failures(
        few,
        Machine {
            is_lying: true,
            ..HONEST
        },
    )?
    .len();
    Ok(Outcome {
        name: "power".to_owned(),
        iterations: histories,
        failures,
        control: Control {
            without: "sync NORMAL",
            iterations: few,
            failures: if lying * 10 >= few * 9 { lazy } else { 0 },
            expected: few / 2,
        },
        note: format!("lying disk failed {lying} of {few}"),
    })
}

/// One machine alone; for the machines that must lose data.
pub(crate) fn run_machine(histories: usize, machine: Machine) -> anyhow::Result<Outcome> {
    let share = if machine.is_lying { 90 } else { 50 };
    let failures = failures(histories, machine)?.len();
    Ok(Outcome {
        name: "power".to_owned(),
        iterations: 0,
        failures: Vec::new(),
        control: Control {
            without: if machine.is_lying {
                "a lying disk"
            } else {
                "sync NORMAL"
            },
            iterations: histories,
            failures,
            expected: histories * share / 100,
        },
        note: String::new(),
    })
}

fn failures(histories: usize, machine: Machine) -> anyhow::Result<Vec<String>> {
    let folder = tempfile::tempdir()?;
    let base = base(folder.path())?;
    let one = |seed: u64| {
        let folder = tempfile::tempdir().map_err(|e| e.to_string())?;
        disk(|d| *d = base.renamed(&path(folder.path())));
        history(folder.path(), seed, machine)
    };
    Ok(on_two_cores(histories, one))
}

/// A disk with a ledger of six entries, the last of which can be undone.
pub(crate) fn base(folder: &Path) -> anyhow::Result<Disk> {
    disk(|d| *d = Disk::default());
    let archive = crate::ledger::create(folder, &options(Synchronous::Full))?;
    let mut chance = Chance::new(7);
    for n in 1..=6 {
        add(&archive, &mut chance, n)?;
    }
    drop(archive);
    Ok(disk(|d| d.clone()))
}

pub(crate) fn options(synchronous: Synchronous) -> Options {
    Options {
        vfs: Some(vfs::NAME),
        synchronous,
        ..Options::default()
    }
}

/// Three failures of the power one after the other, the last ones also during recovery.
fn history(folder: &Path, seed: u64, machine: Machine) -> Result<(), String> {
    let mut chance = Chance::new(seed);
    let mut acknowledged = 6;
    disk(|d| d.is_lying = machine.is_lying);
    for round in 0..3 {
        disk(|d| d.fault = Fault::Cut(d.ops + 1 + chance.below(600) as u64));
        if let Ok(archive) = open(folder, 1_000 * (round + 1), &options(machine.synchronous)) {
            // A small log, so that it is often copied into the file.
            let small = archive.write("torture", "set", &when(1), |tx| {
                Ok::<_, db::DbError>(db::Sql::sql(tx).pragma_update(None, "wal_autocheckpoint", 40)?)
            });
            for n in 0..30 {
                match small
                    .as_ref()
                    .map_or(None, |_| add(&archive, &mut chance, 1_000 * (round + 1) + n).ok())
                {
                    Some(numero) => acknowledged = numero,
                    None => break,
                }
            }
        }
        disk(|d| d.cut_power(&mut chance));
        let archive = open(folder, 9_000, &options(machine.synchronous)).map_err(|e| format!("open: {e}"))?;
        let count = archive
            .read(|r| Ok::<_, db::DbError>(check(r)))
            .map_err(|e| format!("read: {e}"))??;
        if count < acknowledged {
            return Err(format!("{} acknowledged entries lost", acknowledged - count));
        }
        acknowledged = count;
    }
    Ok(())
}
