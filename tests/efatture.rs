//! Outgoing files: names, bytes, saving to a folder.

mod ricevute;

use std::fs;

use books::{documenti, efatture};

use crate::{
    common::when,
    documenti::{fattura, open},
};

#[test]
fn a_file_is_saved_once_and_never_over_another() {
    let (desk, cliente) = open();
    let books = &desk.books;
    let id = documenti::issue(books, &when(3), fattura(cliente, "10"))
        .unwrap()
        .value
        .documento
        .id;
    let folder = tempfile::tempdir().unwrap();
    let save = |second| {
        efatture::save_to_folder(books, &when(second), &[id], folder.path())
            .unwrap()
            .value
    };
    assert_eq!(save(4).salvati, ["IT01234567897_00001.xml"]);
    assert_eq!(save(5).salvati.len(), 1, "the same bytes are fine");
    let path = folder.path().join("IT01234567897_00001.xml");
    fs::write(&path, "altro").unwrap();
    let report = save(6);
    assert_eq!(report.falliti[0].code, "file_exists");
    assert_eq!(fs::read(&path).unwrap(), b"altro");
    let file = books
        .read(|sql| efatture::of_documento(sql, id))
        .unwrap()
        .unwrap();
    assert!(!file.salvato_at.is_empty());
}

#[test]
fn a_progressive_is_never_used_again() {
    let (desk, cliente) = open();
    let books = &desk.books;
    documenti::issue(books, &when(3), fattura(cliente, "10")).unwrap();
    books.marks().raise([("efatture".to_owned(), 35)]).unwrap();
    let next = documenti::issue(books, &when(4), fattura(cliente, "10"))
        .unwrap()
        .value;
    assert_eq!(next.documento.nome_file, "IT01234567897_00010.xml");
}

#[test]
fn files_are_written_as_before() {
    crate::golden::check("efatture", |text| {
        let (desk, cliente) = open();
        let draft: documenti::DocumentoDraft = serde_json::from_str(text).unwrap();
        let draft = documenti::DocumentoDraft {
            cliente_id: Some(cliente),
            ..draft
        };
        let id = documenti::issue(&desk.books, &when(3), draft)
            .unwrap()
            .value
            .documento
            .id;
        desk.books
            .read(|sql| {
                let file = efatture::of_documento(sql, id)?.unwrap();
                Ok(String::from_utf8(efatture::bytes(sql, &file)?).unwrap())
            })
            .unwrap()
    });
}
