//! Reading the fields of a draft: each once, into a type that cannot be wrong, all problems together.

use std::str::FromStr;

use fisco::BadId;
use jiff::civil::Date;
use money::{BadNumber, Decimal};

use crate::{Problem, dates};

/// Collects the problems of one draft while its fields are read.
#[derive(Debug, Default)]
pub struct Fields {
    /// What was found, in the order of reading.
    pub problems: Vec<Problem>,
}

impl Fields {
    /// Text without blanks around it; none when empty.
    #[must_use]
    pub fn text(text: &str) -> Option<String> {
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// Text that must be there; an empty one is the error `required`.
    pub fn required(&mut self, field: &str, text: &str) -> String {
        if text.trim().is_empty() {
            self.problems.push(Problem::error("required", field));
        }
        text.trim().to_owned()
    }

    /// An identifier or code; empty is absent, an unreadable one an error with its reason.
    pub fn id<T: FromStr<Err = BadId>>(&mut self, field: &str, text: &str) -> Option<T> {
        self.id_with(field, text, str::parse)
    }

    /// As [`Fields::id`], with a parser that needs more than the text.
    pub fn id_with<T>(
        &mut self,
        field: &str,
        text: &str,
        parse: impl FnOnce(&str) -> Result<T, BadId>,
    ) -> Option<T> {
        match parse(text) {
            Ok(id) => Some(id),
            Err(BadId::Empty) => None,
            Err(bad) => {
                self.problems.push(id_problem(bad, field));
                None
            }
        }
    }

    /// A code of an official list; empty is absent.
    pub fn code<T: FromStr>(&mut self, field: &str, text: &str) -> Option<T> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let code = text.parse().ok();
        if code.is_none() {
            self.problems
                .push(Problem::error("code_unknown", field).arg("value", text));
        }
        code
    }

    /// A number as typed; empty is absent.
    pub fn number(&mut self, field: &str, text: &str) -> Option<Decimal> {
        match money::typed(text) {
            Ok(number) => Some(number),
            Err(BadNumber::Empty) => None,
            Err(BadNumber::NotANumber) => {
                self.problems
                    .push(Problem::error("number_bad", field).arg("value", text.trim()));
                None
            }
            Err(BadNumber::TooLarge) => {
                self.problems.push(Problem::error("number_too_large", field));
                None
            }
        }
    }

    /// A number of a fixed scale (`Cents`, `Price8`, `Quantity8`, `Rate`); empty is absent.
    pub fn unit<T>(
        &mut self,
        field: &str,
        text: &str,
        make: impl Fn(Decimal) -> Result<T, money::TooLarge>,
    ) -> Option<T> {
        let number = self.number(field, text)?;
        let problem = match (make(number), make(number.trunc())) {
            (Ok(unit), _) => return Some(unit),
            (Err(_), Ok(_)) => Problem::error("number_too_precise", field).arg("value", text.trim()),
            (Err(_), Err(_)) => Problem::error("number_too_large", field),
        };
        self.problems.push(problem);
        None
    }

    /// A day as typed; empty is absent.
    pub fn date(&mut self, field: &str, text: &str, today: Date) -> Option<Date> {
        match dates::typed(text, today) {
            Ok(date) => Some(date),
            Err(dates::BadDate::Empty) => None,
            Err(dates::BadDate::NotADate) => {
                self.problems
                    .push(Problem::error("date_bad", field).arg("value", text.trim()));
                None
            }
        }
    }

    /// Doubts about an identifier that is well formed.
    pub fn warn(&mut self, field: &str, warnings: impl IntoIterator<Item = fisco::Warning>) {
        self.problems.extend(
            warnings
                .into_iter()
                .map(|warning| Problem::warning(warning.code(), field)),
        );
    }

    /// The value when nothing refuses it, else every problem.
    ///
    /// # Errors
    /// The problems, when one of them refuses.
    pub fn done<T>(self, value: impl FnOnce() -> Option<T>) -> Result<T, Vec<Problem>> {
        if crate::refuses(&self.problems) {
            return Err(self.problems);
        }
        value().ok_or(self.problems)
    }
}

/// The problem of an identifier that cannot be read, with the values of its sentence.
fn id_problem(bad: BadId, field: &str) -> Problem {
    let problem = Problem::error(bad.code(), field);
    match bad {
        BadId::Length { found, expected } => problem.arg("found", found).arg("expected", expected),
        BadId::Characters { at } => problem.arg("at", at),
        BadId::CheckCharacter { expected } | BadId::Cin { expected } => problem.arg("expected", expected),
        BadId::CheckDigits { expected } => problem.arg("expected", format!("{expected:02}")),
        BadId::Format { expected } => problem.arg("expected", expected),
        BadId::Empty | BadId::AllZero | BadId::Date | BadId::Country => problem,
    }
}
