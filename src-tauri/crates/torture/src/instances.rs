//! D9: two programs start at once; one writes, the other says within two seconds who holds the archive.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use db::{Archive, DbError, Options};

use crate::children::{Work, start};
use crate::ledger::{SCHEMA, create, path, when};
use crate::outcome::{Control, Outcome, on_two_cores};

pub(crate) fn run(pairs: usize) -> anyhow::Result<Outcome> {
    let controls = on_two_cores(5, |_| pair(true));
    Ok(Outcome {
        name: "two-instances".to_owned(),
        iterations: pairs,
        failures: on_two_cores(pairs, |_| pair(false)),
        control: Control {
            without: "the lock",
            iterations: 5,
            failures: controls.len(),
            expected: 5,
        },
        note: String::new(),
    })
}

fn pair(removes_lock: bool) -> Result<(), String> {
    let text = |error: std::io::Error| error.to_string();
    let folder = tempfile::tempdir().map_err(text)?;
    drop(create(folder.path(), &Options::default()).map_err(|error| error.to_string())?);
    let mut answers = Vec::new();
    let mut children = Vec::new();
    for n in 0..2 {
        children.push(start(Work::Hold, folder.path(), n).map_err(text)?);
        if removes_lock {
            answers.push(answer(children.last_mut().expect("just pushed"))?);
            std::fs::remove_file(folder.path().join("registro.f1c.lock")).map_err(text)?;
        }
    }
    let waiting = if removes_lock { 0 } else { 2 };
    for child in children.iter_mut().take(waiting) {
        answers.push(answer(child)?);
    }
    children
        .iter_mut()
        .try_for_each(|child| child.kill().and_then(|()| child.wait()).map(drop))
        .map_err(text)?;
    let writers = answers.iter().filter(|answer| *answer == "writes").count();
    let told = answers
        .iter()
        .filter(|answer| answer.starts_with("held by programma "))
        .count();
    if (writers, told) != (1, 1) {
        return Err(format!("answers {answers:?}"));
    }
    // Both are dead: the archive is free again.
    Archive::open(
        &path(folder.path()),
        &SCHEMA,
        "torture",
        &when(9),
        &Options::default(),
    )
    .map(drop)
    .map_err(|error| error.to_string())
}

/// The first line of a child; too late counts as none.
fn answer(child: &mut std::process::Child) -> Result<String, String> {
    let mut line = String::new();
    let stdout = child.stdout.as_mut().expect("stdout is piped");
    BufReader::new(stdout)
        .read_line(&mut line)
        .map_err(|error| error.to_string())?;
    Ok(line.trim().to_owned())
}

/// The child: opens, says how that went and after how long, and stays.
pub(crate) fn work(folder: &Path, seed: u64) -> anyhow::Result<()> {
    let begun = Instant::now();
    let opened = Archive::open(
        &path(folder),
        &SCHEMA,
        &format!("programma {seed}"),
        &when(3),
        &Options::default(),
    );
    let answer = match &opened {
        Ok(_) => "writes".to_owned(),
        Err(DbError::InUse { holder }) if begun.elapsed() < Duration::from_secs(2) => {
            format!("held by {holder}")
        }
        Err(other) => format!("{other} after {:?}", begun.elapsed()),
    };
    writeln!(std::io::stdout(), "{answer}")?;
    loop {
        std::thread::park();
    }
}
