//! The shape of the file is pinned: `fixtures/db/schema.sql` is what a new archive has, and what the file of this
//! version in `fixtures/db` was made with. `UPDATE=1` writes it again; the difference is read before it is committed.

use std::fs;

use books::Books;

use crate::{
    common::{Desk, setup, when},
    store,
    upgrade::{self, folder},
};

#[test]
fn the_schema_is_the_one_written_down() {
    let desk = Desk::new();
    let found = desk.books.read(|sql| Ok(store::schema(sql))).unwrap();
    let pinned = folder().join("schema.sql");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&pinned, &found).unwrap();
        upgrade::write_file_of_this_version();
    }
    assert_eq!(found, fs::read_to_string(&pinned).unwrap());
    let dir = tempfile::tempdir().unwrap();
    let copy = upgrade::copy_of(&upgrade::file_of_this_version(), dir.path());
    let kept = Books::open(&copy, &setup(dir.path()), &when(90)).unwrap();
    assert_eq!(
        kept.read(|sql| Ok(store::schema(sql))).unwrap(),
        found,
        "made before the schema changed"
    );
}
