//! What crosses the window when something fails: a code, the problems at their fields, a detail for the log.

use std::collections::BTreeMap;

use books::{Error, Problem};
use serde::Serialize;
use ts_rs::TS;

/// A failure as the page sees it. Pages match `code`; the sentence stands in the catalogue.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "FailureWire")]
pub struct Failure {
    /// Stable code.
    pub code: String,
    /// Every wrong field, when the input was refused.
    pub problems: Vec<Problem>,
    /// Values named in the sentence.
    pub args: BTreeMap<String, String>,
    /// For the log and for whoever helps: never names, amounts or secrets.
    pub detail: String,
}

impl Failure {
    /// A failure of the shell itself.
    pub(crate) fn new(code: &str) -> Self {
        Self {
            code: code.to_owned(),
            problems: Vec::new(),
            args: BTreeMap::new(),
            detail: String::new(),
        }
    }

    /// With a value for the sentence.
    pub(crate) fn arg(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let failure = Self {
            args: error.args(),
            detail: error.to_string(),
            ..Self::new(error.code())
        };
        if !matches!(error, Error::Invalid(_) | Error::Refused { .. }) {
            tracing::warn!(code = %failure.code, detail = %failure.detail, "a command failed");
        }
        match error {
            Error::Invalid(problems) => Self { problems, ..failure },
            _ => failure,
        }
    }
}

impl From<db::DbError> for Failure {
    fn from(error: db::DbError) -> Self {
        Error::from(error).into()
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Error::from(error).into()
    }
}
