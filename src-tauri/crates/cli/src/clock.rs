//! The one place of `f1c` that reads the clock, draws chance and knows where the program keeps its own data.

use std::path::PathBuf;

use books::{Setup, dates};
use jiff::Timestamp;

/// The moment of a command: instant, civil day in Europe/Rome, random bits.
#[expect(clippy::disallowed_methods, reason = "f1c is an edge where time enters")]
pub(crate) fn now() -> db::When {
    let at = Timestamp::now();
    db::When {
        at,
        today: dates::rome().to_datetime(at).date(),
        random: getrandom::u64().unwrap_or_default(),
    }
}

/// How `f1c` opens archives: it shares the window's folder of numbers already used.
pub(crate) fn setup() -> Setup {
    let data = std::env::var_os("F1C_DATA").map(PathBuf::from);
    let data = data.or_else(|| dirs::data_local_dir().map(|dir| dir.join("it.fatturein1click.app")));
    Setup {
        holder: "f1c".to_owned(),
        actor: "f1c".to_owned(),
        data: data.unwrap_or_else(|| PathBuf::from(".")),
        allow_synced: true,
    }
}
