use super::*;
use crate::{Reader, archive_id, verify_pages};

#[test]
fn creates_once_opens_again_and_is_clean() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ditta.f1c");
    let missing = Archive::open(&path, &SCHEMA, "prova", &when(0), &Options::default()).unwrap_err();
    assert_eq!(missing.code(), "db_missing");
    let archive = create(&folder);
    let id = archive.read(archive_id).unwrap();
    drop(archive);
    let again = Archive::create(&path, &SCHEMA, "prova", &when(1), &Options::default()).unwrap_err();
    assert_eq!(again.code(), "db_exists");
    let archive = reopen(&folder, 2);
    assert_eq!(archive.read(archive_id).unwrap(), id);
    assert_eq!(archive.read(verify_pages).unwrap(), []);
}

#[test]
fn the_second_writer_is_told_who_holds_it_and_readers_work_beside() {
    let folder = tempfile::tempdir().unwrap();
    let archive = create(&folder);
    archive
        .write("a", "save", &when(1), |tx| add_parte(tx, "uno"))
        .unwrap();
    let refused = Archive::open(archive.path(), &SCHEMA, "altro", &when(2), &Options::default()).unwrap_err();
    assert!(
        matches!(refused, DbError::InUse { ref holder } if holder == "prova"),
        "{refused}"
    );
    let reader = Reader::open(archive.path(), &SCHEMA).unwrap();
    assert_eq!(dump(&reader).len(), 2);
    assert!(
        reader
            .sql()
            .execute("DELETE FROM parti WHERE id > 0", [])
            .is_err()
    );
    archive
        .write("a", "save", &when(3), |tx| add_parte(tx, "due"))
        .unwrap();
    assert_eq!(dump(&reader).len(), 4);
}

#[test]
fn foreign_newer_and_damaged_files_are_told_apart_and_left_as_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let refused = |name: &str, expected: &str| {
        let path = folder.path().join(name);
        let before = std::fs::read(&path).unwrap();
        let error = Archive::open(&path, &SCHEMA, "prova", &when(1), &Options::default()).unwrap_err();
        assert_eq!(error.code(), expected, "{name}");
        assert_eq!(
            Reader::open(&path, &SCHEMA).unwrap_err().code(),
            expected,
            "{name}"
        );
        assert!(std::fs::read(&path).unwrap() == before, "{name} changed");
    };
    std::fs::write(
        folder.path().join("testo"),
        "questo non e un archivio ".repeat(100),
    )
    .unwrap();
    refused("testo", "db_not_archive");
    std::fs::write(folder.path().join("vuoto"), "").unwrap();
    refused("vuoto", "db_not_archive");
    rusqlite::Connection::open(folder.path().join("altrui"))
        .unwrap()
        .execute_batch("CREATE TABLE t (a)")
        .unwrap();
    refused("altrui", "db_not_archive");
    drop(create(&folder));
    let good = std::fs::read(folder.path().join("ditta.f1c")).unwrap();
    let mut newer = good.clone();
    newer[63] = 99; // user_version
    std::fs::write(folder.path().join("nuovo"), newer).unwrap();
    refused("nuovo", "db_newer");
    let mut broken = good;
    broken[100..200].fill(0xff); // the root page of the schema
    std::fs::write(folder.path().join("rotto"), broken).unwrap();
    refused("rotto", "db_damaged");
}

#[test]
fn a_file_where_nothing_can_be_written_is_read_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let archive = create(&folder);
    archive
        .write("a", "save", &when(1), |tx| add_parte(tx, "uno"))
        .unwrap();
    // A folder in its place keeps the -shm file from being made, as a read-only disk does.
    let locked = |name: &str, files: &[&str]| {
        let place = folder.path().join(name);
        std::fs::create_dir_all(place.join("ditta.f1c-shm")).unwrap();
        for file in files {
            std::fs::copy(folder.path().join(file), place.join(file)).unwrap();
        }
        place.join("ditta.f1c")
    };
    let waiting = locked("con log", &["ditta.f1c", "ditta.f1c-wal"]);
    if let Ok(reader) = Reader::open(&waiting, &SCHEMA) {
        assert_eq!(dump(&reader).len(), 2, "never an old state as the present one");
    }
    drop(archive);
    let path = locked("100% sola? #lettura", &["ditta.f1c"]);
    let before = std::fs::read(&path).unwrap();
    let reader = Reader::open(&path, &SCHEMA).unwrap();
    assert_eq!(dump(&reader).len(), 2);
    assert!(
        reader
            .sql()
            .execute("DELETE FROM parti WHERE id > 0", [])
            .is_err()
    );
    assert!(std::fs::read(&path).unwrap() == before);
}
