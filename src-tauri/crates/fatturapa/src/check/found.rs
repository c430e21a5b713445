//! What the rules find, and where it stands in the file.

use std::{collections::BTreeMap, fmt::Display};

use crate::{
    Finding, Severity,
    xml::{Document, Node},
};

/// The findings of one file, in the order of the rules.
#[derive(Debug, Default)]
pub(super) struct Found(Vec<Finding>);

impl Found {
    /// SDI rejects the file.
    pub(super) fn reject(&mut self, rule: &'static str, path: impl Into<String>, args: &[&dyn Display]) {
        self.add(rule, Severity::Error, path.into(), args);
    }

    /// SDI accepts it, or cannot be foretold; people should look.
    pub(super) fn doubt(&mut self, rule: &'static str, path: impl Into<String>, args: &[&dyn Display]) {
        self.add(rule, Severity::Warning, path.into(), args);
    }

    /// Nothing is wrong; people should know.
    pub(super) fn remark(&mut self, rule: &'static str, path: impl Into<String>, args: &[&dyn Display]) {
        self.add(rule, Severity::Info, path.into(), args);
    }

    fn add(&mut self, rule: &'static str, severity: Severity, path: String, args: &[&dyn Display]) {
        self.0.push(Finding {
            code: rule.split_once('.').map_or(rule, |(code, _)| code),
            rule,
            severity,
            path,
            line: 0,
            args: args.iter().map(ToString::to_string).collect(),
        });
    }

    /// The findings, in the order of the rules.
    pub(super) fn findings(self) -> Vec<Finding> {
        self.0
    }

    /// The findings with their lines, in the order of the file. A file without findings is not looked at again.
    pub(super) fn placed(self, document: &Document<'_>) -> Vec<Finding> {
        let mut findings = self.0;
        if findings.is_empty() {
            return findings;
        }
        let mut places = Places::new(document.root());
        for finding in &mut findings {
            finding.line = places.nearest(&finding.path).line();
        }
        findings.sort_by_key(|finding| finding.line);
        findings
    }
}

/// Finds elements by path. The elements of a list are looked up once, so that thousands of findings in one list cost
/// no more than the list.
struct Places<'a> {
    root: Node<'a>,
    lists: BTreeMap<String, Vec<Node<'a>>>,
}

impl<'a> Places<'a> {
    const fn new(root: Node<'a>) -> Self {
        Self {
            root,
            lists: BTreeMap::new(),
        }
    }

    /// The element of a path, or the nearest one around it.
    fn nearest(&mut self, path: &str) -> Node<'a> {
        let mut node = self.root;
        let mut end = 1_usize;
        for step in path.split('/').skip(1) {
            let begin = end;
            end = begin.saturating_add(step.len()).saturating_add(1);
            if begin == 1 {
                continue;
            }
            let next = match step.trim_end_matches(']').split_once('[') {
                Some((name, number)) => {
                    let key = path.get(..begin.saturating_add(name.len())).unwrap_or(path);
                    let list = self.lists.entry(key.to_owned());
                    let list = list.or_insert_with(|| node.all(name).collect());
                    let number = number.parse::<usize>().unwrap_or_default();
                    number.checked_sub(1).and_then(|at| list.get(at)).copied()
                }
                None => node.child(step),
            };
            match next {
                Some(next) => node = next,
                None => break,
            }
        }
        node
    }
}
