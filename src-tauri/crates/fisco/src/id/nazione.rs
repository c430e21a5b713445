//! Countries, by their ISO 3166-1 code of two letters.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{BadId, compact};
use crate::data::{NAZIONI, Paese};

/// A country of the ISO list (and Kosovo, XK).
#[derive(Debug, Clone, Copy, ts_rs::TS)]
#[ts(as = "String")]
pub struct Nazione(&'static Paese);

impl Nazione {
    /// Every country, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        NAZIONI.iter().map(Self)
    }

    /// The code of two letters.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.0.code
    }

    /// The name in Italian.
    #[must_use]
    pub const fn it(self) -> &'static str {
        self.0.it
    }

    /// The name in English.
    #[must_use]
    pub const fn en(self) -> &'static str {
        self.0.en
    }

    /// Whether it is Italy.
    #[must_use]
    pub fn is_italia(self) -> bool {
        self.code() == "IT"
    }

    /// Whether it belongs to the European Union today.
    #[must_use]
    pub const fn is_ue(self) -> bool {
        self.0.ue
    }

    /// Length of its IBAN, also as text.
    pub(super) const fn iban_length(self) -> Option<(usize, &'static str)> {
        self.0.iban
    }
}

impl FromStr for Nazione {
    type Err = BadId;

    /// Reads the code; `EL`, the VAT prefix of Greece, is `GR`.
    fn from_str(text: &str) -> Result<Self, BadId> {
        let typed = compact(text)?;
        let code = if typed == "EL" { "GR" } else { typed.as_str() };
        let at = NAZIONI
            .binary_search_by(|paese| paese.code.cmp(code))
            .map_err(|_absent| BadId::Country)?;
        NAZIONI.get(at).map(Self).ok_or(BadId::Country)
    }
}

impl PartialEq for Nazione {
    fn eq(&self, other: &Self) -> bool {
        self.code() == other.code()
    }
}

impl Eq for Nazione {}

impl PartialOrd for Nazione {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Nazione {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.code().cmp(other.code())
    }
}

impl std::hash::Hash for Nazione {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.code().hash(state);
    }
}

impl fmt::Display for Nazione {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Nazione {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Nazione {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}
