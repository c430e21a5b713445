//! Node and the npm workspace: the right version, the packages of the lock file, the built page.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::house::{House, must};

/// The oldest Node that every package of the lock runs on.
const OLDEST: (u32, u32) = (20, 19);

/// Makes sure that Node is new enough and that `node_modules` is what the lock says.
pub(crate) fn ready(house: &House) -> Result<()> {
    is_new_enough(&house.tool("node"))?;
    let lock = house.ui().join("package-lock.json");
    let wanted = fs::read(&lock).with_context(|| lock.display().to_string())?;
    let stamp = house.ui().join("node_modules/.installed-lock");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("==> npm ci (the lock file changed, or this is the first time)");
    must(npm(house).args(["ci", "--no-audit", "--no-fund"]))?;
    fs::write(stamp, wanted)?;
    Ok(())
}

/// npm in the npm workspace.
pub(crate) fn npm(house: &House) -> Command {
    let mut command = house.tool(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(house.ui());
    command
}

/// Builds the page into `ui/dist`, which the program takes in when it is compiled.
pub(crate) fn build_page(house: &House) -> Result<()> {
    println!("==> page");
    must(npm(house).args(["run", "--silent", "build"]))
}

fn is_new_enough(node: &Command) -> Result<()> {
    let advice = format!(
        "install Node {}.{} or newer (nodejs.org, or your system's nodejs and npm packages)",
        OLDEST.0, OLDEST.1
    );
    let output = Command::new(node.get_program()).arg("--version").output();
    let text = match &output {
        Ok(output) => String::from_utf8_lossy(&output.stdout),
        Err(_) => bail!("there is no node on the PATH: {advice}"),
    };
    match version(&text) {
        Some(version) if version >= OLDEST => Ok(()),
        _ => bail!("node says it is {}: {advice}", text.trim()),
    }
}

/// Major and minor of `v20.19.1`.
fn version(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.trim().strip_prefix('v')?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_as_numbers() {
        assert_eq!(version("v20.19.1\n"), Some((20, 19)));
        assert!(version("v20.9.0").is_some_and(|old| old < OLDEST));
        assert!(version("v22.0.0").is_some_and(|new| new >= OLDEST));
        assert_eq!(version("20.19.1"), None);
        assert_eq!(version("vx.y"), None);
    }
}
