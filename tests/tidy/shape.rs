//! The shape of the house: what stands where, how long a file may be, what every crate says of itself.

use super::{Tree, check, code};

const TOP: [&str; 9] = [
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "assets",
    "fixtures",
    "src-tauri",
    "tests",
    "ui",
];

/// Written by a program, read by nobody.
const GENERATED: &str = "ui/src/ipc/generated.ts";

fn top_level(tree: &Tree) -> Vec<String> {
    let mut names: Vec<&str> = tree
        .paths()
        .map(|path| path.split('/').next().unwrap_or(path))
        .collect();
    names.dedup();
    names.retain(|name| !name.starts_with('.') && !TOP.contains(name));
    names
        .into_iter()
        .map(|name| format!("{name} does not belong on the top level"))
        .collect()
}

fn lengths(tree: &Tree) -> Vec<String> {
    let mut complaints = Vec::new();
    for (end, most, usual) in [(&[".rs"][..], 600, 400), (&[".ts", ".tsx", ".mjs"][..], 300, 300)] {
        let files = tree.ending(end).filter(|(path, _)| *path != GENERATED);
        let mut lengths: Vec<(usize, &str)> =
            files.map(|(path, text)| (text.lines().count(), path)).collect();
        lengths.sort_unstable();
        let too_long = lengths.iter().filter(|(length, _)| *length > most);
        complaints
            .extend(too_long.map(|(length, path)| format!("{path} has {length} lines, more than {most}")));
        // a few files say nothing about what is usual
        if lengths.len() >= 20 {
            let (length, path) = lengths[(lengths.len() * 95).div_ceil(100) - 1];
            if length > usual {
                complaints.push(format!(
                    "19 of 20 files should stay under {usual} lines; {path} has {length}"
                ));
            }
        }
    }
    complaints
}

/// The crates that are part of what a user gets.
fn shipped(tree: &Tree) -> Vec<String> {
    let crates = tree.folders("src-tauri/crates");
    let crates = crates
        .into_iter()
        .filter(|name| !["torture", "xtask"].contains(name));
    crates
        .map(|name| format!("src-tauri/crates/{name}"))
        .chain(["src-tauri".to_owned()])
        .collect()
}

fn no_unsafe(tree: &Tree) -> Vec<String> {
    let mut complaints = Vec::new();
    for folder in shipped(tree) {
        let roots = ["lib.rs", "main.rs"].map(|name| format!("{folder}/src/{name}"));
        // a program beside its own library has nothing of its own to forbid
        let Some((root, text)) = roots.iter().find_map(|root| Some((root, tree.text(root)?))) else {
            continue;
        };
        if !text.contains("#![forbid(unsafe_code)]") {
            complaints.push(format!("{root} does not forbid unsafe code"));
        }
    }
    complaints
}

/// A silenced lint must say why, and must go when it is no longer needed: `expect`, not `allow`.
fn no_silence(tree: &Tree) -> Vec<String> {
    let shipped = shipped(tree);
    let mut complaints = Vec::new();
    for (path, text) in tree.ending(&[".rs"]) {
        let is_shipped = shipped
            .iter()
            .any(|folder| path.starts_with(&format!("{folder}/src/")));
        for (line, text) in code(text).filter(|_| is_shipped) {
            if text.contains("#[allow(") || text.contains("#![allow(") {
                complaints.push(format!(
                    "{path}:{line} silences a lint with allow, where expect tells when it can go"
                ));
            }
        }
    }
    complaints
}

/// Decision pages have each a number of its own and are listed in the architecture page.
fn decisions(tree: &Tree) -> Vec<String> {
    let index = tree.text("src-tauri/README.md").unwrap_or_default();
    let mut complaints = Vec::new();
    let mut last = "";
    for name in tree.entries("src-tauri/decisions") {
        let number = name.split('-').next().unwrap_or(name);
        let is_numbered = number.len() == 4 && number.bytes().all(|digit| digit.is_ascii_digit());
        if !is_numbered || !name.ends_with(".md") {
            complaints.push(format!("decisions/{name} is not named NNNN-what-was-decided.md"));
        } else if number == last {
            complaints.push(format!("decisions/{name} has a number that is taken"));
        }
        last = number;
        if !index.contains(&format!("decisions/{name}")) {
            complaints.push(format!("src-tauri/README.md does not list decisions/{name}"));
        }
    }
    complaints
}

#[test]
fn top_level_holds_only_the_house() {
    let sample = [
        (".ci/run", ""),
        ("Cargo.toml", ""),
        ("scripts/build.sh", ""),
        ("scripts/clean.sh", ""),
        ("notes.md", ""),
    ];
    let told = [
        "notes.md does not belong on the top level",
        "scripts does not belong on the top level",
    ];
    check(top_level, &sample, &told);
}

#[test]
fn files_are_short() {
    let long = "\n".repeat(601);
    let page = "\n".repeat(301);
    let sample = [
        ("a.rs", long.as_str()),
        ("b.rs", page.as_str()),
        ("c.tsx", page.as_str()),
        (GENERATED, long.as_str()),
    ];
    check(
        lengths,
        &sample,
        &[
            "a.rs has 601 lines, more than 600",
            "c.tsx has 301 lines, more than 300",
        ],
    );
}

#[test]
fn most_files_are_far_shorter() {
    let long = "\n".repeat(401);
    let names: Vec<String> = (10..30).map(|at| format!("{at}.rs")).collect();
    let few: Vec<(&str, &str)> = names
        .iter()
        .map(|name| (name.as_str(), if name == "10.rs" { &*long } else { "" }))
        .collect();
    let many: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), &*long)).collect();
    assert!(lengths(&Tree::sample(&few)).is_empty(), "one of twenty may");
    assert_eq!(lengths(&Tree::sample(&many)).len(), 1);
}

#[test]
fn shipped_crates_forbid_unsafe_code() {
    let sample = [
        ("src-tauri/crates/money/src/lib.rs", "//! Money."),
        ("src-tauri/crates/xtask/src/main.rs", ""),
        ("src-tauri/src/lib.rs", "#![forbid(unsafe_code)]"),
        ("src-tauri/src/main.rs", ""),
    ];
    check(
        no_unsafe,
        &sample,
        &["src-tauri/crates/money/src/lib.rs does not forbid unsafe code"],
    );
}

#[test]
fn lints_are_expected_not_allowed() {
    let sample = [
        (
            "src-tauri/crates/money/src/lib.rs",
            "// #[allow(x)]\n#[expect(x, reason = \"y\")]\n#[allow(x)]",
        ),
        ("src-tauri/crates/torture/src/main.rs", "#![allow(x)]"),
    ];
    let told =
        ["src-tauri/crates/money/src/lib.rs:3 silences a lint with allow, where expect tells when it can go"];
    check(no_silence, &sample, &told);
}

#[test]
fn decisions_are_numbered_and_listed() {
    let sample = [
        (
            "src-tauri/README.md",
            "(decisions/0001-the-house.md) (decisions/0002-ids.md) (decisions/undo.md)",
        ),
        ("src-tauri/decisions/0001-the-house.md", ""),
        ("src-tauri/decisions/0002-ids.md", ""),
        ("src-tauri/decisions/0002-keys.md", ""),
        ("src-tauri/decisions/undo.md", ""),
    ];
    let told = [
        "decisions/0002-keys.md has a number that is taken",
        "src-tauri/README.md does not list decisions/0002-keys.md",
        "decisions/undo.md is not named NNNN-what-was-decided.md",
    ];
    check(decisions, &sample, &told);
}
