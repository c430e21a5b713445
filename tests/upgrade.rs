//! Archives of every version, kept in `fixtures/db` as `v0001.sqlite` and so on, open today and are whole.
//! A version's file is made once, by `UPDATE=1 cargo nextest run --workspace --test house -E 'test(schema)'`
//! before the version is released, and never again after it.

use std::{
    fs,
    path::{Path, PathBuf},
};

use books::{
    Books, PdfCheck, Progress, allegati,
    areas::SCHEMA,
    azienda::{self, SezionaleDraft},
    conversioni,
    documenti::{self as documents, DocumentoDraft, Tipo},
    efatture,
    prodotti::{self, ProdottoDraft},
    scadenze::{self, ScadenzaFilter},
};
use db::Reader;

use crate::{
    common::{Desk, setup, when},
    documenti::{fattura, open},
};

/// Where the archives of every version are kept.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/db")
}

/// The archive kept for the version that this program writes.
pub(crate) fn file_of_this_version() -> PathBuf {
    folder().join(format!("v{:04}.sqlite", SCHEMA.version()))
}

/// A copy that may be opened and changed.
pub(crate) fn copy_of(file: &Path, dir: &Path) -> PathBuf {
    let copy = dir.join("prova.f1c");
    fs::copy(file, &copy).unwrap();
    copy
}

/// Every area with a row or more; the time and the chance of the tests make it the same every time.
pub(crate) fn write_file_of_this_version() {
    let (Desk { books, dir }, cliente) = open();
    let sezionale = SezionaleDraft {
        codice: "PA".to_owned(),
        ..SezionaleDraft::default()
    };
    azienda::save_sezionale(&books, &when(10), sezionale).unwrap();
    let prodotto = ProdottoDraft {
        codice: "A1".to_owned(),
        descrizione: "Consulenza".to_owned(),
        prezzo: "80".to_owned(),
        ..ProdottoDraft::default()
    };
    prodotti::save(&books, &when(11), prodotto).unwrap();
    allegati::put(&books, &when(12), "nota.txt", "text/plain", b"ordine").unwrap();
    let issued = (13..).zip(["100", "0,5", "1234,56"]).map(|(second, prezzo)| {
        let issued = documents::issue(&books, &when(second), fattura(cliente, prezzo)).unwrap();
        issued.value.documento.id
    });
    let first = issued.min().unwrap();
    let preventivo = DocumentoDraft {
        tipo: Tipo::Preventivo,
        ..fattura(cliente, "90")
    };
    documents::issue(&books, &when(20), preventivo).unwrap();
    documents::save(&books, &when(21), fattura(cliente, "70")).unwrap();
    let nota = DocumentoDraft {
        tipo: Tipo::NotaCredito,
        ..fattura(cliente, "10")
    };
    documents::issue(&books, &when(22), nota).unwrap();
    let due = books.read(|sql| scadenze::list(sql, &ScadenzaFilter::default(), when(22).today));
    let newest = due.unwrap().rows[0].id;
    scadenze::salda(&books, &when(23), &[newest]).unwrap();
    let read = PathBuf::from("../fixtures/fatturapa/minimal.xml");
    conversioni::open(&books, &when(24), &[read], false, &Progress::default()).unwrap();
    let message = PathBuf::from("../fixtures/fatturapa/messaggi/IT01234567897_00001_RC_001.xml");
    efatture::receive(&books, &when(25), &[message], &Progress::default()).unwrap();
    let letters = books.read(|sql| documents::letters(sql, &[first])).unwrap();
    documents::note_letters(&books, &when(26), &letters, false).unwrap();
    let path = books.archive().path().to_owned();
    drop(books);
    let left: Vec<_> = fs::read_dir(dir.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert!(!left.iter().any(|name| name == "prova.f1c-wal"), "{left:?}");
    fs::copy(path, file_of_this_version()).unwrap();
}

fn kept() -> Vec<PathBuf> {
    let entries = fs::read_dir(folder()).unwrap();
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "sqlite"));
    files.sort();
    files
}

#[test]
fn every_old_archive_opens_and_is_whole() {
    let files = kept();
    assert_eq!(files.len(), usize::try_from(SCHEMA.version()).unwrap());
    for file in files {
        let dir = tempfile::tempdir().unwrap();
        let path = copy_of(&file, dir.path());
        let books = Books::open(&path, &setup(dir.path()), &when(90)).unwrap();
        let attachments = allegati::folder_of(books.archive().path());
        let report = books
            .read(|sql| books::verify(sql, &attachments, PdfCheck::All))
            .unwrap();
        assert!(report.ok, "{}: {:?}", file.display(), report.findings);
        assert!(report.checked >= 3, "{}", file.display());
    }
}

#[test]
fn a_newer_archive_is_refused_and_left_as_it_is() {
    let dir = tempfile::tempdir().unwrap();
    let path = copy_of(&file_of_this_version(), dir.path());
    let mut newer = fs::read(&path).unwrap();
    // `user_version`, https://www.sqlite.org/fileformat.html 1.3.13
    newer[60..64].copy_from_slice(&(SCHEMA.version() + 1).to_be_bytes());
    fs::write(&path, &newer).unwrap();
    let error = Books::open(&path, &setup(dir.path()), &when(90)).unwrap_err();
    assert_eq!(error.code(), "db_newer");
    assert_eq!(Reader::open(&path, &SCHEMA).unwrap_err().code(), "db_newer");
    assert!(fs::read(&path).unwrap() == newer, "the bytes changed");
}
