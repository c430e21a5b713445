//! Licences, sources and banned crates, from `cargo metadata` and the lists of `.deny.toml`.

use std::process::ExitCode;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::house::{House, json};

/// The default registry, as the lock file writes it.
const DEFAULT_REGISTRY: &str = "registry+https://github.com/rust-lang/";

/// Prints every complaint; success when there is none.
pub(crate) fn deps(house: &House) -> Result<ExitCode> {
    let policy =
        Policy::read(&std::fs::read_to_string(house.root.join(".deny.toml")).context(".deny.toml")?)?;
    let mut command = house.tool("cargo");
    command.args(["metadata", "--format-version", "1", "--locked", "--all-features"]);
    for target in &policy.targets {
        command.args(["--filter-platform", target]);
    }
    let metadata = json(&mut command)?;
    let packages = metadata["packages"]
        .as_array()
        .context("cargo metadata lists no packages")?;
    let complaints: Vec<String> = packages
        .iter()
        .flat_map(|package| policy.judge(package))
        .collect();
    for complaint in &complaints {
        println!("{complaint}");
    }
    println!("{} packages, {} complaints", packages.len(), complaints.len());
    Ok(if complaints.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

struct Policy {
    targets: Vec<String>,
    licences: Vec<String>,
    banned: Vec<String>,
}

impl Policy {
    /// Reads the three lists that cargo-deny reads, so that there is one policy.
    fn read(toml: &str) -> Result<Self> {
        let list = |section: &str, key: &str| {
            let list = strings(toml, section, key);
            list.with_context(|| format!(".deny.toml has no list {key} in [{section}]"))
        };
        Ok(Self {
            targets: list("graph", "targets")?,
            licences: list("licenses", "allow")?,
            banned: list("bans", "deny")?,
        })
    }

    fn judge(&self, package: &Value) -> Vec<String> {
        let name = package["name"].as_str().unwrap_or_default();
        let mut complaints = Vec::new();
        let mut complain = |what: String| {
            complaints.push(format!(
                "{name} {}: {what}",
                package["version"].as_str().unwrap_or_default()
            ))
        };
        if self.banned.iter().any(|banned| banned == name) {
            complain("is banned, see .deny.toml".to_owned());
        }
        match package["source"].as_str() {
            Some(source) if !source.starts_with(DEFAULT_REGISTRY) => complain(format!("comes from {source}")),
            _ => {}
        }
        match package["license"].as_str() {
            None => complain("has no licence expression".to_owned()),
            Some(expression) => match allows(expression, &self.licences) {
                Some(true) => {}
                Some(false) => complain(format!("licence {expression} is not on the list")),
                None => complain(format!("licence {expression} cannot be read")),
            },
        }
        complaints
    }
}

/// The quoted words of `key = [ ... ]` in a section, comments left out.
/// In a list of tables (`{ crate = "x", reason = "..." }`) the first quoted word of each.
fn strings(toml: &str, section: &str, key: &str) -> Option<Vec<String>> {
    let head = format!("[{section}]");
    let mut lines = toml
        .lines()
        .map(|line| without_comment(line).trim())
        .skip_while(|line| *line != head);
    lines.next();
    let mut lines = lines.take_while(|line| !line.starts_with('['));
    let opening = lines.find(|line| {
        line.strip_prefix(key)
            .is_some_and(|rest| rest.trim_start().starts_with('='))
    })?;
    let first = opening.split_once('[')?.1;
    let mut items = Vec::new();
    for line in std::iter::once(first).chain(lines) {
        let (inside, is_last) = line
            .split_once(']')
            .map_or((line, false), |(inside, _)| (inside, true));
        let quoted = inside.split('"').skip(1).step_by(2).map(str::to_owned);
        if inside.trim_start().starts_with('{') {
            items.extend(quoted.take(1))
        } else {
            items.extend(quoted)
        }
        if is_last {
            return Some(items);
        }
    }
    None
}

/// A line up to the first `#` that is not inside quotes.
fn without_comment(line: &str) -> &str {
    let comment = line
        .match_indices('#')
        .find(|(at, _)| line[..*at].matches('"').count().is_multiple_of(2));
    comment.map_or(line, |(at, _)| &line[..at])
}

/// Whether an SPDX expression can be met with the allowed licences; None when it cannot be read.
/// `A/B` is the old way to write `A OR B`.
fn allows(expression: &str, allowed: &[String]) -> Option<bool> {
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut reader = Reader {
        words: &words,
        allowed,
    };
    let answer = reader.either()?;
    reader.words.is_empty().then_some(answer)
}

struct Reader<'a> {
    words: &'a [&'a str],
    allowed: &'a [String],
}

impl Reader<'_> {
    fn take(&mut self, word: &str) -> bool {
        let is_next = self.words.first() == Some(&word);
        if is_next {
            self.words = &self.words[1..];
        }
        is_next
    }

    fn either(&mut self) -> Option<bool> {
        let mut answer = self.both()?;
        while self.take("OR") {
            answer |= self.both()?;
        }
        Some(answer)
    }

    fn both(&mut self) -> Option<bool> {
        let mut answer = self.one()?;
        while self.take("AND") {
            answer &= self.one()?;
        }
        Some(answer)
    }

    fn one(&mut self) -> Option<bool> {
        if self.take("(") {
            let answer = self.either()?;
            return self.take(")").then_some(answer);
        }
        let (name, rest) = self.words.split_first()?;
        if matches!(*name, "OR" | "AND" | "WITH" | ")") {
            return None;
        }
        self.words = rest;
        let mut name = (*name).to_owned();
        if self.take("WITH") {
            let (exception, rest) = self.words.split_first()?;
            self.words = rest;
            name = format!("{name} WITH {exception}");
        }
        Some(self.allowed.contains(&name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOML: &str = r#"
[graph]
targets = ["x86_64-unknown-linux-gnu"]
[licenses]
# "GPL-3.0" is not
confidence-threshold = 0.9
allow = [
  "MIT", "Apache-2.0", # "BSL-1.0"
  "Apache-2.0 WITH LLVM-exception",
]
[bans]
multiple-versions = "allow"
deny = [
  { crate = "openssl", reason = "one TLS, and not this one" },
  { crate = "reqwest" },
]
"#;

    fn policy() -> Policy {
        Policy::read(TOML).expect("the sample is whole")
    }

    #[test]
    fn the_lists_are_read_from_deny_toml() {
        let policy = policy();
        assert_eq!(policy.targets, ["x86_64-unknown-linux-gnu"]);
        assert_eq!(
            policy.licences,
            ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception"]
        );
        assert_eq!(policy.banned, ["openssl", "reqwest"]);
        assert!(Policy::read("[graph]\ntargets = []\n").is_err());
    }

    #[test]
    fn spdx_expressions() {
        for (expression, answer) in [
            ("MIT", Some(true)),
            ("GPL-3.0", Some(false)),
            ("MIT OR GPL-3.0", Some(true)),
            ("GPL-3.0/MIT", Some(true)),
            ("MIT AND GPL-3.0", Some(false)),
            ("(MIT OR GPL-3.0) AND Apache-2.0", Some(true)),
            ("GPL-3.0 OR MIT AND GPL-2.0", Some(false)),
            ("Apache-2.0 WITH LLVM-exception", Some(true)),
            ("MIT WITH LLVM-exception", Some(false)),
            ("MIT OR", None),
            ("(MIT", None),
            ("MIT Apache-2.0", None),
            ("", None),
        ] {
            assert_eq!(allows(expression, &policy().licences), answer, "{expression}");
        }
    }

    #[test]
    fn each_kind_of_complaint() {
        let judge = |package: Value| policy().judge(&package).len();
        let good = serde_json::json!({"name": "serde", "version": "1.0.0", "license": "MIT OR Apache-2.0",
            "source": format!("{DEFAULT_REGISTRY}x")});
        let with = |key: &str, value: Value| {
            let mut package = good.clone();
            package[key] = value;
            package
        };
        assert_eq!(judge(good.clone()), 0);
        assert_eq!(judge(with("source", Value::Null)), 0, "ours");
        assert_eq!(judge(with("name", "openssl".into())), 1);
        assert_eq!(judge(with("source", "git+https://example.org/x".into())), 1);
        assert_eq!(judge(with("source", "registry+https://example.org/x".into())), 1);
        assert_eq!(judge(with("license", Value::Null)), 1);
        assert_eq!(judge(with("license", "GPL-3.0".into())), 1);
    }
}
