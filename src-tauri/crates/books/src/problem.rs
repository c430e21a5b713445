//! A wrong input is a value: all problems of a draft together, each at its field.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

/// How bad a [`Problem`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Refuses what was asked (issuing, saving a customer).
    Error,
    /// Said, but does not refuse.
    Warning,
}

/// One thing that is wrong or doubtful in what somebody typed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
pub struct Problem {
    /// Stable code; its Italian and English sentence stand in `assets/frasi.tsv`.
    pub code: String,
    /// Path of the field in the draft, e.g. `righe.2.prezzo`; empty for the whole draft.
    pub field: String,
    /// Whether it refuses.
    pub severity: Severity,
    /// Official code where one exists, e.g. `00423` (SDI).
    pub sdi: Option<String>,
    /// Values named in the sentence.
    pub args: BTreeMap<String, String>,
}

impl Problem {
    /// A problem that refuses.
    #[must_use]
    pub fn error(code: &str, field: impl Into<String>) -> Self {
        Self {
            code: code.to_owned(),
            field: field.into(),
            severity: Severity::Error,
            sdi: None,
            args: BTreeMap::new(),
        }
    }

    /// A problem that is only said.
    #[must_use]
    pub fn warning(code: &str, field: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(code, field)
        }
    }

    /// With the official SDI code.
    #[must_use]
    pub fn sdi(mut self, code: &str) -> Self {
        self.sdi = Some(code.to_owned());
        self
    }

    /// With a value for the sentence.
    #[must_use]
    pub fn arg(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }
}

/// Whether any of the problems refuses.
#[must_use]
pub fn refuses(problems: &[Problem]) -> bool {
    problems.iter().any(|problem| problem.severity == Severity::Error)
}
