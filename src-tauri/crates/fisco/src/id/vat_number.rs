//! VAT numbers of other countries: the form only. Whether one exists is for the VIES service to say.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{BadId, Nazione, compact, only};
use crate::data::{FormatoVies, VIES};

/// A VAT number with its prefix: `DE123456789`. Greece has `EL`, Northern Ireland `XI`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ts_rs::TS)]
#[ts(as = "String")]
pub struct VatNumber {
    prefix: String,
    codice: String,
}

impl VatNumber {
    /// Reads a number typed with or without the prefix of its country.
    ///
    /// # Errors
    /// [`BadId::Format`] when the form is not that of the country, [`BadId::Length`] beyond 28 characters.
    pub fn of(nazione: Nazione, text: &str) -> Result<Self, BadId> {
        let prefix = if nazione.code() == "GR" {
            "EL"
        } else {
            nazione.code()
        };
        let typed = compact(text)?;
        Self::with_prefix(prefix, typed.strip_prefix(prefix).unwrap_or(&typed))
    }

    /// The prefix: the country as VIES and SDI write it.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// What follows the prefix (`IdCodice`).
    #[must_use]
    pub fn codice(&self) -> &str {
        &self.codice
    }

    /// Whether VIES can be asked about it.
    #[must_use]
    pub fn is_vies(&self) -> bool {
        format_of(&self.prefix).is_some()
    }

    fn with_prefix(prefix: &str, codice: &str) -> Result<Self, BadId> {
        if codice.is_empty() {
            return Err(BadId::Empty);
        }
        match format_of(prefix) {
            Some(format) if !format.patterns.iter().any(|pattern| fits(pattern, codice)) => {
                return Err(BadId::Format {
                    expected: format.shown,
                });
            }
            Some(_) => {}
            None => {
                only(codice, |c| c.is_ascii_graphic())?;
                if codice.len() > 28 {
                    return Err(BadId::Length {
                        found: codice.len(),
                        expected: "1-28",
                    });
                }
            }
        }
        Ok(Self {
            prefix: prefix.to_owned(),
            codice: codice.to_owned(),
        })
    }
}

fn format_of(prefix: &str) -> Option<&'static FormatoVies> {
    VIES.iter().find(|format| format.prefix == prefix)
}

/// Whether `codice` has the form of `pattern`: `n` digit, `a` letter, `x` either, `y` letter, plus or star; the rest as it stands.
fn fits(pattern: &str, codice: &str) -> bool {
    pattern.chars().count() == codice.chars().count()
        && pattern.chars().zip(codice.chars()).all(|(kind, c)| match kind {
            'n' => c.is_ascii_digit(),
            'a' => c.is_ascii_uppercase(),
            'x' => super::is_alphanumeric(c),
            'y' => c.is_ascii_uppercase() || matches!(c, '+' | '*'),
            literal => literal == c,
        })
}

impl FromStr for VatNumber {
    type Err = BadId;

    /// Reads prefix and number together.
    fn from_str(text: &str) -> Result<Self, BadId> {
        let typed = compact(text)?;
        let (prefix, codice) = typed.split_at_checked(2).ok_or(BadId::Country)?;
        match prefix {
            "XI" => Self::with_prefix(prefix, codice),
            _ => Self::of(prefix.parse()?, codice),
        }
    }
}

impl fmt::Display for VatNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.prefix, self.codice)
    }
}

impl Serialize for VatNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for VatNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}
