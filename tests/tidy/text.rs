//! What no file may hold: unfinished work, silenced tests, traces of one computer.

use super::{Tree, check};

const SOURCES: [&str; 11] = [
    ".rs", ".ts", ".tsx", ".mjs", ".css", ".html", ".sql", ".toml", ".md", ".yml", ".sh",
];

fn unfinished(tree: &Tree) -> Vec<String> {
    let marks = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X:"),
        concat!("todo", "!("),
        concat!("unimplement", "ed!("),
        concat!("#[ig", "nore"),
        concat!("test.", "skip("),
        concat!("it.", "skip("),
        concat!("describe.", "skip("),
        concat!("test.", "only("),
        concat!("it.", "only("),
        concat!("describe.", "only("),
        concat!("coming", " soon"),
        concat!("prossima", "mente"),
    ];
    found(tree.ending(&SOURCES), &marks)
}

/// Lock files name hosts by their nature; what they must not name is a host of one computer, see `foreign_hosts`.
fn traces(tree: &Tree) -> Vec<String> {
    let marks = [
        concat!("/wo", "rk/"),
        concat!("/fa", "rm/"),
        concat!("/root", "/."),
        concat!("/tmp", "/wt"),
        concat!("crates", ".io"),
        concat!("registry", ".npmjs"),
        concat!("pypi", ".org"),
        concat!("deb.debian", ".org"),
    ];
    found(tree.texts().filter(|(path, _)| !path.contains("lock")), &marks)
}

fn found<'a>(files: impl Iterator<Item = (&'a str, &'a str)>, marks: &[&str]) -> Vec<String> {
    let mut complaints = Vec::new();
    for (path, text) in files {
        for (at, line) in text.lines().enumerate() {
            let marks = marks.iter().filter(|mark| line.contains(**mark));
            complaints.extend(marks.map(|mark| format!("{path}:{} holds {mark}", at + 1)));
        }
    }
    complaints
}

/// Every package comes from the default registry of its language.
fn foreign_hosts(tree: &Tree) -> Vec<String> {
    let mut complaints = Vec::new();
    for (path, text) in tree.texts() {
        let (key, host) = match path.rsplit('/').next() {
            Some("Cargo.lock") => ("source = \"", "registry+https://github.com/rust-lang/"),
            Some("package-lock.json") => ("\"resolved\": \"", concat!("https://registry", ".npmjs.org/")),
            _ => continue,
        };
        let sources = text
            .lines()
            .filter_map(|line| line.trim_start().strip_prefix(key));
        let foreign = sources
            .filter(|source| !source.starts_with(host))
            .map(|source| source.split('"').next().unwrap_or(source));
        complaints.extend(foreign.map(|source| format!("{path}: {source} is not the default registry")));
    }
    complaints
}

/// What a README or a decision page points to is there.
fn links(tree: &Tree) -> Vec<String> {
    let mut complaints = Vec::new();
    for (path, text) in tree.ending(&[".md"]) {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        for target in text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split([')', '#']).next())
        {
            let is_outside = target.is_empty() || target.contains(':') || target.contains(' ');
            let file = joined(folder, target);
            if !is_outside && !tree.has(&file) && tree.entries(&file).is_empty() {
                complaints.push(format!("{path} points to {target}, which is not there"));
            }
        }
    }
    complaints
}

fn joined(folder: &str, target: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => _ = parts.pop(),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn nothing_is_left_unfinished() {
    let sample = format!(
        "fine\nlet x = {}); // {}",
        concat!("todo", "!("),
        concat!("FIX", "ME")
    );
    let told = [concat!("FIX", "ME"), concat!("todo", "!(")].map(|mark| format!("a.rs:2 holds {mark}"));
    let bytes = [("a.rs", sample.as_str()), ("b.xml", sample.as_str())];
    check(unfinished, &bytes, &told.each_ref().map(String::as_str));
}

#[test]
fn nothing_tells_of_one_computer() {
    let sample = format!("see {}shared", concat!("/wo", "rk/"));
    let told = format!("README.md:1 holds {}", concat!("/wo", "rk/"));
    check(
        traces,
        &[("README.md", &sample), ("Cargo.lock", &sample)],
        &[&told],
    );
}

#[test]
fn packages_come_from_the_default_registries() {
    let cargo =
        "source = \"registry+https://github.com/rust-lang/x\"\nsource = \"git+https://example.org/x\"\n";
    let npm = "  \"resolved\": \"https://mirror.example.org/x.tgz\",";
    let told = [
        "Cargo.lock: git+https://example.org/x is not the default registry",
        "ui/package-lock.json: https://mirror.example.org/x.tgz is not the default registry",
    ];
    check(
        foreign_hosts,
        &[("Cargo.lock", cargo), ("ui/package-lock.json", npm)],
        &told,
    );
}

#[test]
fn pages_point_to_what_is_there() {
    let page =
        "[a](../README.md) [b](crates/money) [c](https://example.org) [d](absent.md#part) [e](../absent)";
    let sample = [
        ("README.md", ""),
        ("src-tauri/README.md", page),
        ("src-tauri/crates/money/src/lib.rs", ""),
    ];
    let told = ["absent.md", "../absent"]
        .map(|target| format!("src-tauri/README.md points to {target}, which is not there"));
    check(links, &sample, &told.each_ref().map(String::as_str));
}
