//! The export in open formats, from the window's archive and from a reader beside it.

use books::{
    allegati,
    anagrafiche::{self, SoggettoDraft},
    areas::SCHEMA,
};

use crate::common::{Desk, when};

#[test]
fn everything_leaves_in_open_formats_and_nothing_is_overwritten() {
    let desk = Desk::new();
    let draft = SoggettoDraft {
        denominazione: "=Caffè; Perù".to_owned(),
        ..SoggettoDraft::default()
    };
    anagrafiche::save(&desk.books, &when(1), draft).unwrap();
    for (second, length) in [(2, 10), (3, 200_000)] {
        let bytes = vec![b'x'; length];
        allegati::put(&desk.books, &when(second), "a/b.txt", "text/plain", &bytes).unwrap();
    }
    let archive = desk.books.archive().path().to_owned();
    let dir = desk.dir.path().join("fuori");
    let reader = db::Reader::open(&archive, &SCHEMA).unwrap();
    let manifest = books::export(&reader, &allegati::folder_of(&archive), &dir, &when(4)).unwrap();
    assert_eq!(
        (
            manifest.rows["anagrafiche_soggetti"],
            manifest.rows["allegati"],
            manifest.rows["azienda"]
        ),
        (1, 2, 0)
    );
    assert!(manifest.unreadable.is_empty());
    for (path, entry) in &manifest.files {
        assert_eq!(
            std::fs::metadata(dir.join(path)).unwrap().len(),
            entry.bytes,
            "{path}"
        );
    }
    let attached = manifest.files.keys().filter(|path| path.starts_with("allegati/"));
    assert_eq!(attached.filter(|path| path.ends_with("-a_b.txt")).count(), 2);
    let table = std::fs::read_to_string(dir.join("tabelle/anagrafiche_soggetti.csv")).unwrap();
    assert!(table.contains("\"'=Caffè; Perù\""), "{table}");
    assert!(dir.join("manifest.json").exists());

    let again = books::export(&reader, &allegati::folder_of(&archive), &dir, &when(5)).unwrap_err();
    assert_eq!(again.code(), "export_not_empty");
}

#[test]
fn what_a_newer_program_wrote_is_exported_all_the_same() {
    let dir = tempfile::tempdir().unwrap();
    let path = crate::upgrade::copy_of(&crate::upgrade::file_of_this_version(), dir.path());
    let mut newer = std::fs::read(&path).unwrap();
    newer[60..64].copy_from_slice(&(SCHEMA.version() + 1).to_be_bytes());
    std::fs::write(&path, &newer).unwrap();
    let reader = db::Reader::open_newer(&path, &SCHEMA).unwrap();
    let to = dir.path().join("fuori");
    let manifest = books::export(&reader, &allegati::folder_of(&path), &to, &when(90)).unwrap();
    assert!(manifest.rows["documenti"] > 3 && manifest.unreadable.is_empty());
    drop(reader);
    assert!(std::fs::read(&path).unwrap() == newer, "the bytes changed");
}
