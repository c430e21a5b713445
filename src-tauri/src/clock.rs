//! The one place of the window program that reads the clock and draws chance.

use books::dates;
use jiff::Timestamp;

/// The moment of a command: instant, civil day in Europe/Rome, random bits.
#[must_use]
pub(crate) fn now() -> db::When {
    let at = instant();
    db::When {
        at,
        today: dates::rome().to_datetime(at).date(),
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
