//! Attached files through the books.

use books::allegati;

use crate::common::{Desk, when};

#[test]
fn small_and_large_files_come_back_as_they_were_and_a_change_is_seen() {
    let desk = Desk::new();
    let folder = allegati::folder_of(desk.books.archive().path());
    let mut kept = Vec::new();
    for (second, length) in (1..).zip([10_usize, 100_000, 100_001, 400_000]) {
        let bytes = vec![u8::try_from(second).unwrap(); length];
        let row = allegati::put(&desk.books, &when(second), "a.pdf", "application/pdf", &bytes)
            .unwrap()
            .value;
        let read = desk
            .books
            .read(|sql| allegati::bytes(sql, &folder, row.id))
            .unwrap();
        assert_eq!(read, bytes, "{length}");
        kept.push(row);
    }
    assert!(
        desk.books
            .read(|sql| allegati::verify(sql, &folder))
            .unwrap()
            .is_empty()
    );
    let large = &kept[3];
    let file = folder.join(&large.sha256[..2]).join(&large.sha256);
    std::fs::write(&file, b"changed").unwrap();
    let bad = desk.books.read(|sql| allegati::verify(sql, &folder)).unwrap();
    assert_eq!(
        bad.iter()
            .map(|(row, error)| (row.id, error.code().to_owned()))
            .collect::<Vec<_>>(),
        [(large.id, "db_file_damaged".to_owned())]
    );
}

#[test]
fn a_file_is_known_by_its_digest() {
    let desk = Desk::new();
    let case = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/allegati/prova");
    let bytes = std::fs::read(case.join("prova.txt")).unwrap();
    let row = allegati::put(&desk.books, &when(1), "prova.txt", "text/plain", &bytes)
        .unwrap()
        .value;
    assert_eq!(
        row.sha256,
        std::fs::read_to_string(case.join("expected.txt"))
            .unwrap()
            .trim_end()
    );
}
