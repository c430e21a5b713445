//! The house rules as tests. Each rule names what is wrong, and each is first tried on a sample that breaks it:
//! a rule that cannot fail is no rule.

mod areas;
mod frasi;
mod pages;
mod shape;
mod sql;
mod text;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The files of the project, as git sees them: path with `/`, and text (none for pictures and other bytes).
pub(crate) struct Tree {
    files: BTreeMap<String, Option<String>>,
}

/// A rule: what it complains about, one sentence each.
type Rule = fn(&Tree) -> Vec<String>;

impl Tree {
    /// The project: tracked files and those about to be, so that a mistake shows before it is committed.
    fn here() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .expect("tests stands in the project");
        let listed = Command::new("git")
            .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            .current_dir(root)
            .output()
            .expect("git lists the files of the project");
        assert!(
            listed.status.success(),
            "git: {}",
            String::from_utf8_lossy(&listed.stderr)
        );
        let names = String::from_utf8(listed.stdout).expect("file names are UTF-8");
        let files = names.split('\0').filter(|name| root.join(name).is_file());
        let text = |name: &str| String::from_utf8(fs::read(root.join(name)).expect("a listed file")).ok();
        Self {
            files: files.map(|name| (name.to_owned(), text(name))).collect(),
        }
    }

    fn sample(files: &[(&str, &str)]) -> Self {
        Self {
            files: files
                .iter()
                .map(|(path, text)| ((*path).to_owned(), Some((*text).to_owned())))
                .collect(),
        }
    }

    fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Path and text of every text file.
    fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .filter_map(|(path, text)| Some((path.as_str(), text.as_deref()?)))
    }

    /// Path and text of the files whose names end so.
    fn ending<'a>(&'a self, ends: &'a [&str]) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.texts()
            .filter(|(path, _)| ends.iter().any(|end| path.ends_with(end)))
    }

    fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path)?.as_deref()
    }

    fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Names of the entries right inside a folder.
    fn entries(&self, folder: &str) -> Vec<&str> {
        let inside = self
            .paths()
            .filter_map(|path| path.strip_prefix(folder)?.strip_prefix('/'));
        let mut names: Vec<&str> = inside
            .map(|rest| rest.split('/').next().unwrap_or(rest))
            .collect();
        names.dedup();
        names
    }

    /// Names of the folders right inside a folder.
    fn folders(&self, folder: &str) -> Vec<&str> {
        self.entries(folder)
            .into_iter()
            .filter(|name| !self.has(&format!("{folder}/{name}")))
            .collect()
    }
}

/// The rule must tell exactly this about the sample, and nothing about the project.
fn check(rule: Rule, sample: &[(&str, &str)], told: &[&str]) {
    assert_eq!(
        rule(&Tree::sample(sample)),
        told,
        "what the rule tells about a sample that breaks it"
    );
    let complaints = rule(&Tree::here());
    assert!(complaints.is_empty(), "\n  {}\n", complaints.join("\n  "));
}

/// The lines of a Rust or TypeScript file that are code, with their numbers.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(at, line)| (at + 1, line))
        .filter(|(_, line)| !is_comment(line))
}

fn is_comment(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("//") || line.starts_with("/*") || line.starts_with("* ")
}
