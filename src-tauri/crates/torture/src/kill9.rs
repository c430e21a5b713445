//! D1: kill -9 at random moments of a mixed load.

use std::io::Write;
use std::path::Path;
use std::time::Duration;

use db::{Archive, DbError, Options, Sql};

use crate::chance::Chance;
use crate::children::{Work, acknowledged, kill_within};
use crate::ledger::{add, add_in, check, create, open, when};
use crate::outcome::{Control, Outcome, on_two_cores};

/// Kills of one ledger, one after the other.
const ROUNDS: u64 = 4;

pub(crate) fn run(kills: usize) -> anyhow::Result<Outcome> {
    let ledgers = kills.div_ceil(ROUNDS as usize);
    let few = (ledgers / 5).max(10);
    let controls = on_two_cores(few, |seed| one(Work::AddTellingEarly, seed));
    Ok(Outcome {
        name: "kill9".to_owned(),
        iterations: ledgers * ROUNDS as usize,
        failures: on_two_cores(ledgers, |seed| one(Work::Add, seed)),
        control: Control {
            without: "commit before telling",
            iterations: few,
            failures: controls.len(),
            expected: few / 5,
        },
        note: String::new(),
    })
}

fn one(work: Work, seed: u64) -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let mut told = 0;
    for round in 0..ROUNDS {
        let said = kill_within(
            work,
            folder.path(),
            seed * ROUNDS + round,
            Duration::from_millis(300),
        )?;
        told = told.max(acknowledged(&said));
        let archive = open_or_create(folder.path(), 1_000_000).map_err(|error| format!("open: {error}"))?;
        let count = archive
            .read(|r| Ok::<_, DbError>(check(r)))
            .map_err(|error| format!("read: {error}"))??;
        if count < told {
            return Err(format!("{} acknowledged entries lost", told - count));
        }
        told = count;
    }
    Ok(())
}

fn open_or_create(folder: &Path, n: i64) -> Result<Archive, DbError> {
    match open(folder, n, &Options::default()) {
        // The kill may have met the creation, which leaves an empty file.
        Err(DbError::Missing | DbError::NotArchive) => create(folder, &Options::default()),
        opened => opened,
    }
}

/// The child: entries, edits that are undone, attachments, now and then a checkpoint.
pub(crate) fn work(folder: &Path, seed: u64, tells_early: bool) -> anyhow::Result<()> {
    let archive = open_or_create(folder, 1)?;
    let mut chance = Chance::new(seed);
    let mut out = std::io::stdout();
    for n in 10.. {
        if tells_early {
            add_telling_each(&archive, &mut chance, n)?;
            continue;
        }
        let numero = add(&archive, &mut chance, n)?;
        writeln!(out, "A {numero}")?;
        if n % 11 == 0 {
            let edit = archive.write("torture", "edit", &when(n), |tx| {
                let lately = "UPDATE registro SET nota = nota || '!' WHERE numero % 3 = 0 AND numero > ?1";
                Ok::<_, DbError>(tx.sql().execute(lately, [numero - 12])?)
            })?;
            // An edit that found nothing is no write: the undo would take back the entry before it.
            if edit.value > 0 {
                archive.undo(&when(n))?;
            }
        }
        if n % 50 == 0 {
            archive.optimize()?;
        }
    }
    Ok(())
}

/// The control: twenty entries in one write, each told before the commit of all.
fn add_telling_each(archive: &Archive, chance: &mut Chance, n: i64) -> Result<(), DbError> {
    let added = archive.write("torture", "add", &when(n), |tx| {
        (0..20).try_for_each(|_| Ok::<_, DbError>(writeln!(std::io::stdout(), "A {}", add_in(tx, chance)?)?))
    });
    added.map(drop)
}
