//! `cargo xtask run`: opens the window.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::house::{House, must};
use crate::system::{self, Purpose};
use crate::{node, window};

/// What to do where nobody could see a window.
const NO_DISPLAY: &str = "\
There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.
The same engine works from the terminal:

    cargo run -p f1c -- demo prova.f1c            a filled archive
    cargo run -p f1c -- list prova.f1c documenti
    cargo run -p f1c -- --help                everything else

`cargo xtask test` drives the window on a screen of its own; `cargo xtask screenshots` takes pictures of it.";

/// Installs what is missing, builds, opens the window and waits for it to be closed. Exit code 2 where there is no display.
pub(crate) fn run(house: &House, demo: bool, release: bool) -> Result<ExitCode> {
    if !window::has_display() {
        eprintln!("{NO_DISPLAY}");
        return Ok(ExitCode::from(2));
    }
    system::ready(Purpose::Build)?;
    node::ready(house)?;
    node::build_page(house)?;
    println!("==> program");
    let mut build = house.tool("cargo");
    build.args(["build", "--locked"]);
    if release {
        build.args(["--release", "--features", "fatturein1click/custom-protocol"]);
    }
    must(&mut build)?;
    let profile = if release { "release" } else { "debug" };
    let mut window = house.tool(house.program(profile, "fatturein1click"));
    if demo {
        window.arg(demo_archive(house, profile)?);
    }
    println!("==> window");
    let status = window.status().context("the window did not start")?;
    Ok(if status.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Made once, then kept with whatever was done in it.
fn demo_archive(house: &House, profile: &str) -> Result<PathBuf> {
    let archive = house.scratch("demo")?.join("Dimostrazione.f1c");
    if archive.exists() {
        println!(
            "==> demo archive: {} (delete it to start anew)",
            archive.display()
        );
    } else {
        println!("==> demo archive");
        must(
            house
                .tool(house.program(profile, "f1c"))
                .arg("demo")
                .arg(&archive),
        )?;
    }
    Ok(archive)
}
