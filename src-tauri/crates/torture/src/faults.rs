//! D3 and D4: every operation of every use case fails once, or there is no space from it on. The failure has a type,
//! nothing is corrupt, and the same open archive goes on when the disk does.

use std::path::Path;

use db::{Archive, DbError, Id, Sql, Synchronous};

use crate::chance::Chance;
use crate::disk::{Disk, Fault};
use crate::ledger::{SCHEMA, add, add_in, check, open, path, when};
use crate::outcome::{Control, Outcome, guarded, on_two_cores};
use crate::power::{base, options};
use crate::vfs::disk;

type Result<T = ()> = std::result::Result<T, DbError>;

/// A use case starts with the archive closed or open.
#[derive(Clone, Copy)]
enum Case {
    Closed(fn(&Path) -> Result),
    Open(fn(&Archive) -> Result),
}

const CASES: [(&str, Case); 14] = [
    ("create", Case::Closed(create)),
    (
        "open and close",
        Case::Closed(|folder| open(folder, 50, &options(Synchronous::Full)).map(drop)),
    ),
    (
        "open and add",
        Case::Closed(|folder| add_one(&open(folder, 50, &options(Synchronous::Full))?)),
    ),
    ("add", Case::Open(add_one)),
    (
        "edit",
        Case::Open(|a| sql(a, "UPDATE registro SET nota = 'altra ' || nota WHERE numero < 4")),
    ),
    (
        "delete",
        Case::Open(|a| {
            sql(
                a,
                "DELETE FROM registro WHERE numero = (SELECT max(numero) FROM registro) AND numero % 5 > 0",
            )
        }),
    ),
    ("issue", Case::Open(issue)),
    ("import", Case::Open(import)),
    ("undo", Case::Open(|a| a.undo(&when(60)).map(drop))),
    (
        "undo and redo",
        Case::Open(|a| a.undo(&when(60)).and_then(|_| a.redo(&when(61))).map(drop)),
    ),
    (
        "search",
        Case::Open(|a| a.read(|r| db::search(r, "voce", Some(5), 50)).map(drop)),
    ),
    ("history", Case::Open(history)),
    ("verify", Case::Open(|a| a.read(db::verify_pages).map(drop))),
    ("optimize", Case::Open(|a| a.optimize())),
];

fn create(folder: &Path) -> Result {
    let path = folder.join("altro.f1c");
    Archive::create(&path, &SCHEMA, "torture", &when(50), &options(Synchronous::Full)).map(drop)
}

fn add_one(archive: &Archive) -> Result {
    add(archive, &mut Chance::new(3), 51).map(drop)
}

fn issue(archive: &Archive) -> Result {
    let issued = archive.write("torture", "issue", &when(52), |tx| {
        tx.barrier();
        add_in(tx, &mut Chance::new(4))
    });
    issued.map(drop)
}

fn import(archive: &Archive) -> Result {
    let mut chance = Chance::new(5);
    archive
        .write("torture", "import", &when(53), |tx| {
            (0..40).try_for_each(|_| add_in(tx, &mut chance).map(drop))
        })
        .map(drop)
}

fn history(archive: &Archive) -> Result {
    archive.read(|r| {
        let id: Id = r
            .sql()
            .query_row("SELECT id FROM registro WHERE numero = 1", [], |row| row.get(0))?;
        db::history(r, "registro", id).map(drop)
    })
}

fn sql(archive: &Archive, statement: &str) -> Result {
    archive
        .write("torture", "edit", &when(54), |tx| {
            Ok::<_, DbError>(tx.sql().execute(statement, [])?)
        })
        .map(drop)
}

/// One operation fails. The control: a write that says it was done and was not.
pub(crate) fn ioerr(most_per_case: usize) -> anyhow::Result<Outcome> {
    run(
        "ioerr",
        most_per_case,
        Fault::Error,
        ("failing writes that say so", Fault::Swallow),
    )
}

/// No space from one operation on. The control: a disk that takes what it has no space for.
pub(crate) fn enospc(most_per_case: usize) -> anyhow::Result<Outcome> {
    run(
        "enospc",
        most_per_case,
        Fault::Full,
        ("a full disk that says so", Fault::FullUnsaid),
    )
}

fn run(
    name: &str,
    most_per_case: usize,
    fault: fn(u64) -> Fault,
    (without, control): (&'static str, fn(u64) -> Fault),
) -> anyhow::Result<Outcome> {
    let folder = tempfile::tempdir()?;
    let base = base(folder.path())?;
    let (mut plan, mut controls) = (Vec::new(), Vec::new());
    for (case_name, case) in CASES {
        let ops =
            count_ops(&base, case).map_err(|what| anyhow::anyhow!("{case_name} without a fault: {what}"))?;
        let step = (ops / most_per_case).max(1);
        plan.extend(
            (1..=ops)
                .step_by(step)
                .map(|k| (case_name, case, fault(k as u64))),
        );
        controls.extend(
            (1..=ops)
                .step_by(step * 8)
                .map(|k| (case_name, case, control(k as u64))),
        );
    }
    let all = |plan: &[(&str, Case, Fault)]| {
        on_two_cores(plan.len(), |n| {
            let (name, case, fault) = plan[n as usize];
            attempt(&base, case, fault).map_err(|what| format!("{name} at {fault:?}: {what}"))
        })
    };
    let failed_controls = all(&controls).len();
    Ok(Outcome {
        name: name.to_owned(),
        iterations: plan.len(),
        failures: all(&plan),
        control: Control {
            without,
            iterations: controls.len(),
            failures: failed_controls,
            expected: controls.len() / 20,
        },
        note: format!("{} use cases", CASES.len()),
    })
}

/// Operations of the use case when nothing fails.
fn count_ops(base: &Disk, case: Case) -> std::result::Result<usize, String> {
    let mut ops = 0;
    on_fresh_disk(base, |folder| {
        perform(folder, case, Fault::None, &mut ops)?.map_err(|error| error.to_string())
    })?;
    Ok(ops as usize)
}

fn attempt(base: &Disk, case: Case, fault: Fault) -> std::result::Result<(), String> {
    on_fresh_disk(base, |folder| {
        guarded(|| match perform(folder, case, fault, &mut 0)? {
            Ok(()) => Ok(()),
            Err(DbError::Io(_)) if matches!(fault, Fault::Error(_)) => Ok(()),
            Err(DbError::DiskFull) if matches!(fault, Fault::Full(_)) => Ok(()),
            Err(other) => Err(format!("failed as {}", other.code())),
        })
    })
}

fn on_fresh_disk<T>(
    base: &Disk,
    work: impl FnOnce(&Path) -> std::result::Result<T, String>,
) -> std::result::Result<T, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    disk(|d| *d = base.renamed(&path(folder.path())));
    work(folder.path())
}

/// Runs the case with the fault, then, with a good disk: writes on with the same archive, opens it again, checks all.
fn perform(folder: &Path, case: Case, fault: Fault, ops: &mut u64) -> std::result::Result<Result, String> {
    let text = |error: DbError| format!("open again: {error}");
    let result = match case {
        Case::Closed(case) => with_fault(fault, ops, || case(folder)),
        Case::Open(case) => {
            let archive = open(folder, 40, &options(Synchronous::Full)).map_err(text)?;
            let result = with_fault(fault, ops, || case(&archive));
            add(&archive, &mut Chance::new(9), 70).map_err(|error| format!("write on: {error}"))?;
            result
        }
    };
    let archive = open(folder, 80, &options(Synchronous::Full)).map_err(text)?;
    add(&archive, &mut Chance::new(9), 81).map_err(|error| format!("write again: {error}"))?;
    archive.read(|r| Ok(check(r))).map_err(text)??;
    Ok(result)
}

fn with_fault(fault: Fault, ops: &mut u64, case: impl FnOnce() -> Result) -> Result {
    let before = disk(|d| {
        d.fault = match fault {
            Fault::Error(k) => Fault::Error(d.ops + k),
            Fault::Swallow(k) => Fault::Swallow(d.ops + k),
            Fault::Full(k) => Fault::Full(d.ops + k),
            Fault::FullUnsaid(k) => Fault::FullUnsaid(d.ops + k),
            Fault::Cut(_) | Fault::None => Fault::None,
        };
        d.ops
    });
    let result = case();
    disk(|d| {
        d.fault = Fault::None;
        *ops = d.ops - before;
    });
    result
}
