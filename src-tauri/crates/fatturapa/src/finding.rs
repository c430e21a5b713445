//! What is wrong in a file, where, and what to do about it.

use std::fmt;

use crate::sdi::{self, SdiCode};

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// SDI rejects the file.
    Error,
    /// SDI accepts it, but it is probably not what was meant.
    Warning,
    /// Good to know.
    Info,
}

/// One thing found in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The code of SDI: `00200` for the schema.
    pub code: &'static str,
    /// The key of the sentence: the code, or one of its cases: `00200.order`.
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// The element: `/FatturaElettronica/FatturaElettronicaBody[1]/DatiGenerali`; an attribute ends in `/@versione`.
    pub path: String,
    /// The line of the element from 1; 0 when unknown.
    pub line: u32,
    /// What the sentence names, in the order of its places.
    pub args: Vec<String>,
}

impl Finding {
    /// What happened, in Italian.
    #[must_use]
    pub fn it(&self) -> String {
        self.say(|row| row.it)
    }

    /// What happened, in English.
    #[must_use]
    pub fn en(&self) -> String {
        self.say(|row| row.en)
    }

    /// What to do, in Italian.
    #[must_use]
    pub fn fix_it(&self) -> String {
        self.say(|row| row.fix_it)
    }

    /// What to do, in English.
    #[must_use]
    pub fn fix_en(&self) -> String {
        self.say(|row| row.fix_en)
    }

    fn say(&self, sentence: impl Fn(&SdiCode) -> &'static str) -> String {
        let row = sdi::find(self.rule).or_else(|| sdi::find(self.code));
        row.map_or_else(|| self.rule.to_owned(), |row| fill(sentence(row), &self.args))
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {} {}", self.path, self.line, self.rule, self.en())
    }
}

/// Puts the arguments in the places `{0}`, `{1}`...
fn fill(sentence: &str, args: &[String]) -> String {
    let mut filled = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let place = after
            .split_once('}')
            .and_then(|(number, tail)| Some((args.get(number.parse::<usize>().ok()?)?, tail)));
        match place {
            Some((arg, tail)) => {
                filled.push_str(arg);
                rest = tail;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_go_to_their_places() {
        let args = ["due".to_owned(), "{0}".to_owned()];
        assert_eq!(fill("{1} e {0}: {2} {", &args), "{0} e due: {2} {");
    }

    #[test]
    fn a_rule_without_a_sentence_has_that_of_its_code() {
        let finding = Finding {
            code: "00400",
            rule: "00400.new",
            severity: Severity::Error,
            path: "/x".to_owned(),
            line: 3,
            args: Vec::new(),
        };
        assert_eq!(finding.it(), sdi::find("00400").unwrap().it);
        assert!(finding.to_string().starts_with("/x:3: 00400.new A line"));
    }
}
