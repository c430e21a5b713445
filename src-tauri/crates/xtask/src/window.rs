//! The real window on a screen of its own: tests and pictures.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};

use crate::counts;
use crate::house::{House, TESTED, must, on_path};
use crate::node;
use crate::step::Step;
use crate::system::{self, Purpose};

/// The tested screen.
const SCREEN: &str = "-screen 0 1440x900x24";

/// The step that drives the window through WebKitWebDriver.
pub(crate) fn tests(house: &House) -> Result<Step> {
    if !cfg!(target_os = "linux") {
        return Ok(Step::skipped(
            "window",
            "the window can only be driven under Xvfb on Linux",
        ));
    }
    let files = test_files(&house.root.join("tests/e2e"))?;
    if files.is_empty() {
        return Ok(Step::skipped("window", "there is no tests/e2e/*.test.mjs"));
    }
    let mut command = on_a_screen(house, 20 * 60);
    // named one by one: what `node --test FOLDER` means changed between Node 20 and 22
    command
        .args([
            "node",
            "--test",
            "--test-concurrency=1",
            "--test-reporter=spec",
            "--test-timeout=600000",
            "--test-force-exit",
        ])
        .args(files);
    Ok(Step::tests("window", vec![command], counts::node))
}

/// `cargo xtask screenshots`: every page, light and dark.
pub(crate) fn screenshots(house: &House) -> Result<ExitCode> {
    if !cfg!(target_os = "linux") {
        bail!("pictures are taken under Xvfb on Linux");
    }
    system::ready(Purpose::Test)?;
    node::ready(house)?;
    node::build_page(house)?;
    must(house.tool("cargo").args(["build", "--all-targets"]).args(TESTED))?;
    let folder = house.root.join("screenshots");
    fs::create_dir_all(&folder)?;
    must(
        on_a_screen(house, 20 * 60)
            .args(["node", "tests/e2e/screenshots.mjs"])
            .env("F1C_SCREENSHOTS", &folder),
    )?;
    println!(
        "{} pictures in {}",
        fs::read_dir(&folder)?.count(),
        folder.display()
    );
    Ok(ExitCode::SUCCESS)
}

/// `xvfb-run`, which ends with everything it started after so many seconds, and the variables that name the programs it is about.
pub(crate) fn on_a_screen(house: &House, seconds: u32) -> Command {
    let mut command = house.tool("timeout");
    command.args([
        "--kill-after=10",
        &seconds.to_string(),
        "xvfb-run",
        "-a",
        "-s",
        SCREEN,
    ]);
    command
        .env("F1C_WINDOW", house.program("debug", "fatturein1click"))
        .env("F1C", house.program("debug", "f1c"));
    command
}

/// The test files of a folder, in order; no folder has none.
fn test_files(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut files = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    Ok(files)
}

/// Whether a window could be seen by anybody.
pub(crate) fn has_display() -> bool {
    !cfg!(target_os = "linux") || names_a_display(env::var_os("DISPLAY"), env::var_os("WAYLAND_DISPLAY"))
}

fn names_a_display(x11: Option<OsString>, wayland: Option<OsString>) -> bool {
    [x11, wayland].iter().flatten().any(|name| !name.is_empty())
}

/// Whether the tools for a screen of our own are there.
pub(crate) fn can_make_a_screen() -> bool {
    cfg!(target_os = "linux") && on_path("xvfb-run").is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_display_is_a_name_that_is_not_empty() {
        let name = |text: &str| Some(OsString::from(text));
        assert!(names_a_display(name(":0"), None));
        assert!(names_a_display(None, name("wayland-0")));
        assert!(!names_a_display(None, None));
        assert!(!names_a_display(name(""), None));
        assert!(
            names_a_display(name(""), name("wayland-0")),
            "an empty DISPLAY does not hide Wayland"
        );
    }
}
