//! An archive with nothing in it, for the tests of stores.

use db::When;
use jiff::{Timestamp, civil::date};
use tempfile::TempDir;

use crate::{Books, Setup, list::Direction, store::Listing};

/// A new archive in a folder that goes with the first value.
pub(crate) fn archive() -> (TempDir, Books) {
    let dir = tempfile::tempdir().unwrap();
    let when = When {
        at: Timestamp::UNIX_EPOCH,
        today: date(2026, 11, 24),
        random: 1,
    };
    let setup = Setup {
        holder: "test".to_owned(),
        actor: "test".to_owned(),
        data: dir.path().to_owned(),
        allow_synced: true,
    };
    let books = Books::create(&dir.path().join("a.f1c"), &setup, &when).unwrap();
    (dir, books)
}

/// A page of the list is found by walking `index`, forwards and backwards, and nothing is sorted for it.
pub(crate) fn assert_goes_by(books: &Books, index: &str, listing: impl Fn(Direction) -> Listing) {
    for direction in [Direction::Ascending, Direction::Descending] {
        let steps = books.read(|sql| listing(direction).plan(sql)).unwrap();
        assert!(steps.contains(index) && !steps.contains("TEMP B-TREE"), "{steps}");
    }
}
