//! What tests that drive the books share: a fixed moment, an archive in a temporary folder.

use books::{Books, Setup};
use db::When;
use tempfile::TempDir;

/// An archive that vanishes with the test.
pub(crate) struct Desk {
    pub(crate) books: Books,
    pub(crate) dir: TempDir,
}

impl Desk {
    /// A new archive.
    pub(crate) fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let books = Books::create(&dir.path().join("prova.f1c"), &setup(dir.path()), &when(0)).unwrap();
        Self { books, dir }
    }
}

/// How tests open archives.
pub(crate) fn setup(dir: &std::path::Path) -> Setup {
    Setup {
        holder: "test".to_owned(),
        actor: "test".to_owned(),
        data: dir.join("data"),
        allow_synced: false,
    }
}

/// 24 November 2026, ten in the morning in Rome, and `seconds` later; chance follows from it.
pub(crate) fn when(seconds: i64) -> When {
    let at = jiff::Timestamp::from_second(1_795_510_800 + seconds).unwrap();
    let today = at
        .to_zoned(jiff::tz::TimeZone::get("Europe/Rome").unwrap())
        .date();
    When {
        at,
        today,
        random: u64::try_from(seconds)
            .unwrap()
            .wrapping_mul(0x9E37_79B9_7F4A_7C15),
    }
}
