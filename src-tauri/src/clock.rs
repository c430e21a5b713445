//! The one place of the window program that reads the clock and draws chance.

use jiff::{Timestamp, tz::TimeZone};

/// The moment of a command: instant, civil day in Europe/Rome, random bits.
#[must_use]
pub(crate) fn now() -> db::When {
    let at = instant();
    let rome = TimeZone::get("Europe/Rome").unwrap_or(TimeZone::UTC);
    db::When {
        at,
        today: rome.to_datetime(at).date(),
        random: getrandom::u64().unwrap_or_default(),
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the shell is the edge where time enters"
)]
fn instant() -> Timestamp {
    #[cfg(feature = "e2e")]
    if let Some(fixed) = std::env::var("F1C_E2E_NOW")
        .ok()
        .and_then(|text| text.parse().ok())
    {
        return fixed;
    }
    Timestamp::now()
}
