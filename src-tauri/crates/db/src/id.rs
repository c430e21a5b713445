//! Ids and the moment of a write: the only sources of time and chance, both given by the caller.

use std::fmt;
use std::str::FromStr;

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Bits below the milliseconds.
const RANDOM_BITS: u32 = 21;
const RANDOM_MASK: u64 = (1 << RANDOM_BITS) - 1;
const MILLIS_MASK: u64 = (1 << 42) - 1;

/// The key of a row: 63 bits, 42 of milliseconds since 1970 and 21 random, so that rows made on two machines
/// do not collide and later rows have greater ids. A decimal string in JSON and TypeScript; never shown to the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ts_rs::TS)]
#[ts(as = "String")]
pub struct Id(i64);

/// A text or number that is not an id (ids are positive 63-bit integers).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct NotAnId;

/// When a write happens: the instant, the civil day in Europe/Rome and 64 random bits, all taken at the edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// The instant, UTC.
    pub at: jiff::Timestamp,
    /// The civil day in Europe/Rome.
    pub today: jiff::civil::Date,
    /// Random bits; a seeded generator makes the same archive twice.
    pub random: u64,
}

impl Id {
    /// The id as SQLite stores it.
    #[must_use]
    pub fn get(self) -> i64 {
        self.0
    }

    /// The first id of a write at `when`, unless `after` (the last id given in this archive) is already past it:
    /// ids of one archive only grow, even when the clock is set back.
    pub(crate) fn first(when: &When, after: i64) -> Id {
        let millis = u64::try_from(when.at.as_millisecond()).unwrap_or(0) & MILLIS_MASK;
        let fresh = (millis << RANDOM_BITS) | (when.random & RANDOM_MASK);
        Id(i64::try_from(fresh)
            .unwrap_or(i64::MAX)
            .max(after.saturating_add(1)))
    }
}

impl TryFrom<i64> for Id {
    type Error = NotAnId;

    fn try_from(value: i64) -> Result<Self, NotAnId> {
        if value > 0 { Ok(Id(value)) } else { Err(NotAnId) }
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl FromStr for Id {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with('0');
        let value = if digits { text.parse::<i64>().ok() } else { None };
        value.ok_or(NotAnId).and_then(Id::try_from)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

impl ToSql for Id {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0))
    }
}

impl FromSql for Id {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let raw = value.as_i64()?;
        Id::try_from(raw).ok().ok_or(FromSqlError::OutOfRange(raw))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn when(millis: i64, random: u64) -> When {
        When {
            at: jiff::Timestamp::from_millisecond(millis).unwrap(),
            today: jiff::civil::date(2026, 11, 24),
            random,
        }
    }

    #[test]
    fn text_round_trips_and_refuses_what_is_not_an_id() {
        let id = Id::first(&when(1_795_000_000_000, u64::MAX), 0);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(serde_json::to_string(&id).unwrap(), format!("\"{id}\""));
        assert_eq!(serde_json::from_str::<Id>(&format!("\"{id}\"")).unwrap(), id);
        for bad in ["", "0", "-1", "+1", "01", "1.0", " 1", "9223372036854775808", "x"] {
            assert_eq!(bad.parse::<Id>(), Err(NotAnId), "{bad}");
        }
        assert!(serde_json::from_str::<Id>("12").is_err());
    }

    #[test]
    fn grows_with_time_and_never_goes_back() {
        let early = Id::first(&when(1_000, u64::MAX), 0);
        let late = Id::first(&when(1_001, 0), 0);
        assert!(early < late);
        assert_eq!(Id::first(&when(1_000, 7), late.get()).get(), late.get() + 1);
        assert!(Id::first(&when(-5, 3), 0).get() > 0);
    }
}
