//! What system this is, which packages are missing, and how they get installed.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Result, bail};

use crate::house::{must, on_path};
use crate::packages::{NEEDS, Probe};

/// What the packages are wanted for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Building and opening the window.
    Build,
    /// Driving the real window on a screen of its own, and looking at PDF and XML in tests.
    Test,
}

/// The families of systems whose packages we know by name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum System {
    Debian,
    Fedora,
    Arch,
    OtherLinux,
    MacOs,
    Windows,
}

/// Makes sure that the packages for a purpose are there: installs them on Debian and Ubuntu, names the exact command elsewhere.
pub(crate) fn ready(purpose: Purpose) -> Result<()> {
    let system = System::here();
    let missing = missing(system, purpose, is_there);
    if missing.is_empty() {
        return Ok(());
    }
    println!("==> system packages: missing");
    for (package, why) in &missing {
        println!("    {package}: {why}");
    }
    let packages: Vec<&str> = missing.iter().map(|(package, _)| *package).collect();
    if system != System::Debian {
        bail!(
            "install them first, then start again:\n\n    {}\n",
            advice(system, &packages)
        );
    }
    apt(&packages)?;
    let left = self::missing(system, purpose, is_there);
    if let Some((package, why)) = left.first() {
        bail!("{package} was installed, but what we looked for is still not found ({why})");
    }
    Ok(())
}

fn missing(
    system: System,
    purpose: Purpose,
    is_there: impl Fn(&Probe) -> bool,
) -> Vec<(&'static str, &'static str)> {
    let mut missing: Vec<(&str, &str)> = Vec::new();
    for need in NEEDS
        .iter()
        .filter(|need| need.purpose == Purpose::Build || purpose == Purpose::Test)
    {
        let Some((_, package)) = need.package.iter().find(|(on, _)| *on == system) else {
            continue;
        };
        if missing.iter().all(|(known, _)| known != package) && !is_there(&need.probe) {
            missing.push((package, need.why));
        }
    }
    missing
}

fn is_there(probe: &Probe) -> bool {
    match probe {
        Probe::Command(name) => on_path(name).is_some(),
        Probe::File(path) => Path::new(path).exists(),
        Probe::PkgConfig(name) => succeeds(&["pkg-config", "--exists", name]),
        Probe::Runs(words) => succeeds(words),
    }
}

fn succeeds(words: &[&str]) -> bool {
    let Some((program, arguments)) = words.split_first() else {
        return false;
    };
    let status = Command::new(program)
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.is_ok_and(|status| status.success())
}

fn advice(system: System, packages: &[&str]) -> String {
    let packages = packages.join(" ");
    match system {
        System::Debian => {
            format!("sudo apt-get update && sudo apt-get install -y --no-install-recommends {packages}")
        }
        System::Fedora => format!("sudo dnf install {packages}"),
        System::Arch => format!("sudo pacman -S --needed {packages}"),
        System::OtherLinux => format!("(with your package manager) {packages}"),
        // on these two the "package" is the command itself
        System::MacOs | System::Windows => packages,
    }
}

fn apt(packages: &[&str]) -> Result<()> {
    let is_root = Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|out| out.stdout.starts_with(b"0\n"));
    if !is_root && on_path("sudo").is_none() {
        bail!(
            "installing needs the administrator; let them run:\n\n    {}\n",
            advice(System::Debian, packages)
        );
    }
    println!(
        "==> installing them with apt-get{}",
        if is_root {
            ""
        } else {
            " (sudo may ask for your password)"
        }
    );
    for words in [
        vec!["update"],
        [&["install", "-y", "--no-install-recommends"], packages].concat(),
    ] {
        let mut command = if is_root {
            Command::new("env")
        } else {
            Command::new("sudo")
        };
        if !is_root {
            command.arg("env");
        }
        must(
            command
                .args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"])
                .args(words),
        )?;
    }
    Ok(())
}

impl System {
    fn here() -> Self {
        match std::env::consts::OS {
            "macos" => Self::MacOs,
            "windows" => Self::Windows,
            _ => Self::from_os_release(&fs::read_to_string("/etc/os-release").unwrap_or_default()),
        }
    }

    /// Reads ID and ID_LIKE, which derived systems use to name their family.
    fn from_os_release(text: &str) -> Self {
        let value = |key: &str| {
            let line = text
                .lines()
                .find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
            line.unwrap_or_default().trim_matches(['"', '\'']).to_owned()
        };
        for word in format!("{} {}", value("ID"), value("ID_LIKE")).split_whitespace() {
            match word {
                "debian" | "ubuntu" => return Self::Debian,
                "fedora" | "rhel" | "centos" => return Self::Fedora,
                "arch" => return Self::Arch,
                _ => {}
            }
        }
        Self::OtherLinux
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_are_told_by_os_release() {
        for (text, system) in [
            ("NAME=x\nID=debian\n", System::Debian),
            ("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", System::Debian),
            ("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"", System::Fedora),
            ("ID=manjaro\nID_LIKE=arch\n", System::Arch),
            ("ID=nixos\n", System::OtherLinux),
            ("VERSION_ID=debian\n", System::OtherLinux),
            ("", System::OtherLinux),
        ] {
            assert_eq!(System::from_os_release(text), system, "{text}");
        }
    }

    #[test]
    fn only_what_is_absent_and_wanted_is_missing() {
        let names = |purpose, there: fn(&Probe) -> bool| {
            missing(System::Debian, purpose, there)
                .into_iter()
                .map(|(package, _)| package)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            names(Purpose::Build, |_| false),
            ["pkg-config", "libwebkit2gtk-4.1-dev", "librsvg2-dev"]
        );
        assert_eq!(names(Purpose::Test, |_| true), [""; 0]);
        let no_driver = |probe: &Probe| !matches!(probe, Probe::Command("WebKitWebDriver"));
        assert_eq!(names(Purpose::Test, no_driver), ["webkit2gtk-driver"]);
        assert_eq!(
            names(Purpose::Build, no_driver),
            [""; 0],
            "the driver is for tests only"
        );
    }

    #[test]
    fn one_package_that_serves_two_needs_is_named_once() {
        let packages = missing(System::Arch, Purpose::Test, |_| false);
        assert_eq!(
            packages
                .iter()
                .filter(|(package, _)| *package == "webkit2gtk-4.1")
                .count(),
            1
        );
    }

    #[test]
    fn every_system_gets_a_whole_command() {
        assert_eq!(
            advice(System::Fedora, &["/usr/bin/xauth"]),
            "sudo dnf install /usr/bin/xauth"
        );
        assert_eq!(
            advice(System::Arch, &["librsvg"]),
            "sudo pacman -S --needed librsvg"
        );
        for system in [System::MacOs, System::Windows] {
            let packages: Vec<&str> = missing(system, Purpose::Test, |_| false)
                .iter()
                .map(|need| need.0)
                .collect();
            assert_eq!(advice(system, &packages), packages[0]);
        }
    }
}
