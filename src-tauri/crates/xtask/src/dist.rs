//! `cargo xtask dist`: the .deb, looked into and started before anybody gets it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};

use crate::house::{House, line, must};
use crate::system::{self, Purpose};
use crate::{node, window};

/// Every variable that only the `e2e` build reads begins so; a program that holds it must not be shipped.
const ONLY_FOR_TESTS: &[u8] = b"F1C_E2E";
/// How long the program must stay up to count as started.
const UP_SECONDS: u32 = 8;

/// Builds as shipped, bundles, unpacks into an empty root and starts the program that came out.
pub(crate) fn dist(house: &House) -> Result<ExitCode> {
    if !cfg!(target_os = "linux") {
        bail!(
            "the .deb is made on Linux; for Windows and macOS see .github/workflows/release.yml (unproven)"
        );
    }
    system::ready(Purpose::Test)?;
    node::ready(house)?;
    node::build_page(house)?;
    must(house.tool("cargo").args([
        "build",
        "--release",
        "--locked",
        "--features",
        "fatturein1click/custom-protocol",
    ]))?;
    for name in ["fatturein1click", "f1c"] {
        let program = house.program("release", name);
        let bytes = fs::read(&program).with_context(|| program.display().to_string())?;
        if holds(&bytes, ONLY_FOR_TESTS) {
            bail!("{name} was built with the feature e2e: it must not be shipped");
        }
    }
    let package = bundle(house)?;
    must(house.tool("dpkg-deb").arg("--info").arg(&package))?;
    let root = house.scratch("root")?;
    fs::remove_dir_all(&root)?;
    must(house.tool("dpkg-deb").arg("-x").arg(&package).arg(&root))?;
    must(house.tool(root.join("usr/bin/f1c")).arg("--version"))?;
    start(house, &root)?;
    println!(
        "\n{} ({} kB) installs and starts",
        package.display(),
        fs::metadata(&package)?.len() / 1000
    );
    Ok(ExitCode::SUCCESS)
}

/// `tauri bundle` around the programs that cargo built; the terminal face goes in beside the window.
fn bundle(house: &House) -> Result<PathBuf> {
    let tauri = house.ui().join("node_modules/.bin/tauri");
    if !tauri.exists() {
        bail!("@tauri-apps/cli is not among the development packages of ui/package.json");
    }
    let folder = house.target.join("release/bundle/deb");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let f1c = house.program("release", "f1c");
    let with_f1c =
        serde_json::json!({ "bundle": { "linux": { "deb": { "files": { "/usr/bin/f1c": f1c } } } } });
    must(
        house
            .tool(tauri)
            .args(["bundle", "--bundles", "deb", "--config", &with_f1c.to_string()]),
    )?;
    let packages = fs::read_dir(&folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    packages
        .into_iter()
        .find(|file| file.extension().is_some_and(|end| end == "deb"))
        .context("tauri made no .deb")
}

/// Starts the installed program with a home of its own; still up after some seconds is started.
fn start(house: &House, root: &Path) -> Result<()> {
    let home = house.scratch("home")?;
    let mut command: Command = window::on_a_screen(house, UP_SECONDS);
    command.arg(root.join("usr/bin/fatturein1click"));
    for (key, folder) in [
        ("HOME", ""),
        ("XDG_DATA_HOME", "data"),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_CACHE_HOME", "cache"),
    ] {
        command.env(key, home.join(folder));
    }
    println!("    {}", line(&command));
    let status = command.status()?;
    // timeout says 124 when it had to end the command, 137 when it had to kill it: both mean that it was up
    if !matches!(status.code(), Some(124 | 137)) {
        bail!("the installed program ended by itself: {status}");
    }
    Ok(())
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_build_is_told_by_its_variables() {
        assert!(holds(b"\0\0F1C_E2E_CLOCK\0", ONLY_FOR_TESTS));
        assert!(!holds(b"\0\0F1C_LOG\0F1C_E", ONLY_FOR_TESTS));
    }
}
