//! Words and JSON on standard output, failures on standard error.

use std::{
    collections::BTreeMap,
    io::{self, Write},
};

use books::{Error, Problem, Severity};
use clap::ValueEnum;
use serde::Serialize;

/// Language of the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lingua {
    /// Italian.
    It,
    /// English.
    En,
}

/// How a command answers.
pub(crate) struct Output {
    pub(crate) json: bool,
    pub(crate) lingua: Lingua,
}

#[derive(Serialize)]
struct Failed<'a> {
    code: &'a str,
    sentence: String,
    problems: &'a [Problem],
}

impl Output {
    /// Prints the one JSON document, or the words that `say` makes of the value.
    pub(crate) fn answer<T: Serialize>(
        &self,
        value: &T,
        say: impl FnOnce(&T) -> String,
    ) -> Result<(), Error> {
        let text = if self.json {
            serde_json::to_string_pretty(value)?
        } else {
            say(value)
        };
        Ok(writeln!(io::stdout().lock(), "{}", text.trim_end())?)
    }

    /// Tells on standard error why the command could not run.
    pub(crate) fn failure(&self, error: &Error) {
        let problems = match error {
            Error::Invalid(problems) => problems.as_slice(),
            _ => &[],
        };
        let sentence = books::sentence(error.code(), &error.args(), self.lingua == Lingua::En);
        let mut to = io::stderr().lock();
        if self.json {
            let failed = Failed {
                code: error.code(),
                sentence,
                problems,
            };
            let _ = serde_json::to_writer_pretty(&mut to, &failed)
                .map_err(io::Error::other)
                .and_then(|()| writeln!(to));
            return;
        }
        let _ = writeln!(to, "f1c: {sentence} [{}] {error}", error.code());
        for problem in problems {
            let _ = writeln!(to, "  {}", self.problem(problem));
        }
    }

    /// Says a doubt on standard error.
    pub(crate) fn tell(&self, problem: &Problem) {
        let _ = writeln!(io::stderr().lock(), "{}", self.problem(problem));
    }

    /// The sentence of a code.
    pub(crate) fn sentence(&self, code: &str) -> String {
        books::sentence(code, &BTreeMap::new(), self.lingua == Lingua::En)
    }

    /// A problem in one line: official code, field, sentence.
    pub(crate) fn problem(&self, problem: &Problem) -> String {
        let kind = match problem.severity {
            Severity::Error => "!",
            Severity::Warning => "~",
        };
        let official = problem
            .sdi
            .as_ref()
            .map(|sdi| format!("SDI {sdi} "))
            .unwrap_or_default();
        let sentence = books::sentence(&problem.code, &problem.args, self.lingua == Lingua::En);
        format!(
            "{kind} {official}{}: {sentence} [{}]",
            problem.field, problem.code
        )
    }
}
