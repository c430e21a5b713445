//! `cargo xtask test`: everything, in one go, never stopping at the first failure.

use std::fs;
use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::{Result, bail};

use crate::counts::{self, Counts};
use crate::house::{House, TESTED, on_path};
use crate::step::{Done, Step, table};
use crate::system::Purpose;
use crate::{node, system, window};

/// Installs what is missing, then runs every step, or those that are named.
pub(crate) fn test(house: &House, only: &[String]) -> Result<ExitCode> {
    let steps = chosen(steps(house)?, only)?;
    let mut done = vec![setup("packages", || system::ready(Purpose::Test))];
    if done.iter().all(|setup| setup.counts.failed == 0) {
        done.push(setup("npm", || node::ready(house)));
        // without the page the Rust steps still have something to say
        fs::create_dir_all(house.ui().join("dist"))?;
        let logs = house.scratch("logs")?;
        for step in steps {
            done.push(step.run(&logs)?);
        }
    }
    let mut sum = Counts::default();
    for step in &done {
        sum += step.counts;
    }
    println!("\n{}\n", table(&done).join("\n"));
    println!("{}", last_line(sum));
    Ok(if sum.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// What must be there before the steps. It talks to the person, so its output goes straight to the screen.
fn setup(name: &'static str, ready: impl FnOnce() -> Result<()>) -> Done {
    let start = Instant::now();
    let ready = ready();
    if let Err(error) = &ready {
        println!("xtask: {error:#}");
    }
    let counts = Counts {
        passed: ready.is_ok().into(),
        failed: ready.is_err().into(),
        skipped: 0,
    };
    Done {
        name,
        counts,
        took: start.elapsed(),
        note: String::new(),
    }
}

fn last_line(sum: Counts) -> String {
    format!(
        "{} passed, {} failed, {} skipped",
        sum.passed, sum.failed, sum.skipped
    )
}

fn chosen(steps: Vec<Step>, only: &[String]) -> Result<Vec<Step>> {
    if let Some(unknown) = only
        .iter()
        .find(|name| steps.iter().all(|step| step.name != *name))
    {
        let names: Vec<&str> = steps.iter().map(|step| step.name).collect();
        bail!("no step is called {unknown}; there are: {}", names.join(", "));
    }
    Ok(steps
        .into_iter()
        .filter(|step| only.is_empty() || only.iter().any(|name| name == step.name))
        .collect())
}

/// The quick ones first; the build before what uses it, always with the same features, so that nothing is built twice.
fn steps(house: &House) -> Result<Vec<Step>> {
    let npm = |script: &str| {
        let mut command = node::npm(house);
        command.args(["run", "--silent", script]);
        vec![command]
    };
    let tested = |words: &[&str]| vec![cargo(house, &[words, &TESTED].concat())];
    let clippy = |features: &[&str]| {
        let words = ["clippy", "--workspace", "--all-targets", "--locked"];
        cargo(house, &[&words, features, &["--", "-D", "warnings"]].concat())
    };
    let mut rustdoc = cargo(
        house,
        &["doc", "--workspace", "--no-deps", "--locked", "--keep-going"],
    );
    rustdoc.env("RUSTDOCFLAGS", "-D warnings");
    let mut torture = house.tool(house.program("debug", "torture"));
    torture.arg("all");
    Ok(vec![
        Step::check("fmt", vec![cargo(house, &["fmt", "--all", "--check"])]),
        supply_chain(house),
        Step::check("ui-lint", npm("lint")),
        Step::tests("ui-test", npm("test"), counts::vitest),
        Step::check("ui-build", npm("build")),
        Step::check("clippy", vec![clippy(&TESTED[2..]), clippy(&[])]),
        Step::check("build", tested(&["build", "--all-targets"])),
        tests(house),
        Step::tests("doctest", tested(&["test", "--doc"]), counts::cargo),
        Step::tests("torture", vec![torture], counts::plain),
        Step::check("rustdoc", vec![rustdoc]),
        window::tests(house)?,
    ])
}

fn cargo(house: &House, words: &[&str]) -> Command {
    let mut command = house.tool("cargo");
    command.args(words);
    command
}

/// Output of tests that passed goes to the log too: there a test says that it could not run here.
fn tests(house: &House) -> Step {
    let mut command = house.tool("cargo");
    let reader: counts::Reader = if on_path("cargo-nextest").is_some() {
        command
            .args([
                "nextest",
                "run",
                "--no-fail-fast",
                "--success-output",
                "immediate",
                "--failure-output",
                "final",
            ])
            .args(TESTED);
        counts::nextest
    } else {
        command
            .args(["test", "--all-targets", "--no-fail-fast"])
            .args(TESTED)
            .args(["--", "--show-output"]);
        counts::cargo
    };
    Step::tests("tests", vec![command], reader)
}

/// cargo-deny takes minutes to build: where it is not installed, our own reading of `.deny.toml` does the same three checks.
fn supply_chain(house: &House) -> Step {
    let command = if on_path("cargo-deny").is_some() {
        cargo(
            house,
            &["deny", "--locked", "check", "bans", "licenses", "sources"],
        )
    } else {
        let mut ours = house.tool(&house.xtask);
        ours.arg("deps");
        ours
    };
    Step::check("deny", vec![command])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_is_the_contract() {
        assert_eq!(
            last_line(Counts {
                passed: 12,
                failed: 0,
                skipped: 1
            }),
            "12 passed, 0 failed, 1 skipped"
        );
    }

    #[test]
    fn steps_are_chosen_by_name_and_a_wrong_name_is_told() {
        let all = || {
            vec![
                Step::check("fmt", Vec::new()),
                Step::skipped("window", "no screen"),
            ]
        };
        let names = |steps: Vec<Step>| steps.iter().map(|step| step.name).collect::<Vec<_>>();
        assert_eq!(names(chosen(all(), &[]).expect("all")), ["fmt", "window"]);
        assert_eq!(
            names(chosen(all(), &["window".to_owned()]).expect("one")),
            ["window"]
        );
        let told = chosen(all(), &["windows".to_owned()])
            .err()
            .map(|error| error.to_string());
        assert!(told.is_some_and(|told| told.contains("windows; there are: fmt, window")));
    }
}
