//! Where things are, and how a tool is started from here.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The features of the build that is tested: one build serves the Rust tests and the real window.
pub(crate) const TESTED: [&str; 4] = ["--workspace", "--locked", "--features", "fatturein1click/e2e"];

/// The workspace on this computer.
pub(crate) struct House {
    /// The folder of the workspace.
    pub(crate) root: PathBuf,
    /// Cargo's target folder.
    pub(crate) target: PathBuf,
    /// This program, to be started again for a step of its own.
    pub(crate) xtask: PathBuf,
}

impl House {
    /// Finds the workspace from the folder cargo names, or upwards from where we stand.
    pub(crate) fn find() -> Result<Self> {
        let start = match env::var_os("CARGO_MANIFEST_DIR") {
            Some(folder) => PathBuf::from(folder),
            None => env::current_dir()?,
        };
        let root = start
            .ancestors()
            .find(|folder| folder.join("src-tauri/crates/xtask").is_dir())
            .context("not inside the workspace")?
            .to_owned();
        let mut house = Self {
            target: root.join("target"),
            root,
            xtask: env::current_exe()?,
        };
        let metadata = json(
            house
                .tool("cargo")
                .args(["metadata", "--no-deps", "--format-version", "1"]),
        )?;
        house.target = metadata["target_directory"]
            .as_str()
            .context("cargo names no target folder")?
            .into();
        Ok(house)
    }

    /// A tool started in the workspace, without colours and without what cargo told us about ourselves
    /// (some build scripts watch those variables and would build again).
    pub(crate) fn tool(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        for (key, _) in env::vars_os() {
            if is_about_us(&key.to_string_lossy()) {
                command.env_remove(key);
            }
        }
        command
            .current_dir(&self.root)
            .env("CARGO_TERM_COLOR", "never")
            .env("NO_COLOR", "1");
        command
    }

    /// A program that the workspace built.
    pub(crate) fn program(&self, profile: &str, name: &str) -> PathBuf {
        self.target
            .join(profile)
            .join(format!("{name}{}", env::consts::EXE_SUFFIX))
    }

    /// The npm workspace.
    pub(crate) fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// A folder for our own logs and scratch files.
    pub(crate) fn scratch(&self, name: &str) -> Result<PathBuf> {
        let folder = self.target.join("xtask").join(name);
        std::fs::create_dir_all(&folder).with_context(|| folder.display().to_string())?;
        Ok(folder)
    }
}

fn is_about_us(key: &str) -> bool {
    [
        "CARGO_PKG_",
        "CARGO_MANIFEST_",
        "CARGO_BIN_NAME",
        "CARGO_CRATE_NAME",
        "CARGO_PRIMARY_PACKAGE",
    ]
    .iter()
    .any(|start| key.starts_with(start))
}

/// Runs a tool whose answer on standard output is one JSON document.
pub(crate) fn json(command: &mut Command) -> Result<serde_json::Value> {
    let output = command
        .output()
        .with_context(|| format!("cannot start {command:?}"))?;
    if !output.status.success() {
        bail!("{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// Runs a tool whose output belongs on the screen; anything but success is an error.
pub(crate) fn must(command: &mut Command) -> Result<()> {
    println!("    {}", line(command));
    let status = command
        .status()
        .with_context(|| format!("cannot start {}", line(command)))?;
    if !status.success() {
        bail!("{}: {status}", line(command));
    }
    Ok(())
}

/// A command as one would type it.
pub(crate) fn line(command: &Command) -> String {
    let program = Path::new(command.get_program())
        .file_name()
        .unwrap_or(command.get_program());
    std::iter::once(program)
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Where a program stands on the PATH.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(&name))
        .find(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cargo_said_about_us_is_not_passed_on() {
        assert!(is_about_us("CARGO_PKG_NAME") && is_about_us("CARGO_MANIFEST_DIR"));
        assert!(!is_about_us("CARGO_TARGET_DIR") && !is_about_us("CARGO_HOME") && !is_about_us("PATH"));
    }

    #[test]
    fn a_command_reads_as_typed() {
        assert_eq!(
            line(Command::new("/usr/bin/npm").args(["run", "lint"])),
            "npm run lint"
        );
    }
}
