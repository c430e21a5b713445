//! Files opened to be read: rows, findings, PDF, and the way back.

use std::{fs, path::PathBuf};

use books::{
    Progress,
    conversioni::{self, Aperti, ConversioneFilter, ConversioneRow, ConversioneStato},
    list::Lingua,
};

use super::fixtures;
use crate::common::{Desk, when};

/// A folder with a lot, a signed file, a message, a photo and a broken file, in it and in a zip.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let copy = |from: &str, to: &str| {
        fs::copy(fixtures().join("fatturapa").join(from), folder.path().join(to)).unwrap();
    };
    copy("lot.xml", "lotto.xml");
    copy("intake/cades.p7m", "firmata.xml.p7m");
    copy("semplificata/td07.xml", "scontrino.xml");
    fs::write(folder.path().join("rotta.xml"), "<FatturaElettronica><a>").unwrap();
    fs::write(folder.path().join("foto.jpg"), b"\xff\xd8\xff").unwrap();
    folder
}

fn open(desk: &Desk, second: i64, paths: &[PathBuf], keep: bool) -> Aperti {
    conversioni::open(&desk.books, &when(second), paths, keep, &Progress::default())
        .unwrap()
        .value
}

fn rows(desk: &Desk, filter: &ConversioneFilter) -> Vec<ConversioneRow> {
    desk.books
        .read(|sql| conversioni::list(sql, filter))
        .unwrap()
        .rows
}

#[test]
fn every_document_is_a_row_and_is_opened_once() {
    let (desk, folder) = (Desk::new(), folder());
    let paths = [folder.path().to_owned()];
    let first = open(&desk, 1, &paths, false);
    assert_eq!(
        (first.nuovi, first.noti, first.illeggibili, first.altri),
        (4, 0, 1, 1)
    );
    let again = open(&desk, 2, &paths, false);
    assert_eq!((again.nuovi, again.noti, again.illeggibili), (0, 4, 1));
    let all = rows(&desk, &ConversioneFilter::default());
    assert_eq!(all.len(), 5);
    let bad = ConversioneFilter {
        stato: Some(ConversioneStato::Illeggibili),
        ..ConversioneFilter::default()
    };
    let bad = rows(&desk, &bad);
    assert_eq!(bad.len(), 1);
    assert!(
        bad[0].motivo_it.ends_with('.') && bad[0].motivo_en.ends_with('.'),
        "{bad:?}"
    );
    let signed = all.iter().find(|row| row.nome == "firmata.xml.p7m").unwrap();
    assert_eq!(signed.firma, "signature_intact");
    let simple = all.iter().find(|row| row.nome == "scontrino.xml").unwrap();
    assert_eq!((simple.tipo.as_str(), simple.formato.as_str()), ("TD07", "FSM10"));
    assert!(simple.totale.is_some() && !simple.mittente.is_empty());
    let found = desk
        .books
        .read(|sql| books::search(sql, &simple.mittente, 10))
        .unwrap();
    assert!(found.iter().any(|hit| hit.area == "conversioni"), "{found:?}");
}

#[test]
fn a_document_is_shown_from_its_file_or_from_the_copy() {
    let (desk, folder) = (Desk::new(), folder());
    let path = folder.path().join("lotto.xml");
    let id = open(&desk, 1, std::slice::from_ref(&path), false).primo.unwrap();
    let view = conversioni::get(&desk.books, id, Lingua::It, &when(2)).unwrap();
    assert!(view.presente);
    assert!(conversioni::pdf_pages(&desk.books, id, Lingua::It, &when(2)).unwrap() >= 1);
    let png = conversioni::pdf_page(&desk.books, id, Lingua::It, (0, 300), &when(2)).unwrap();
    assert!(png.starts_with(b"\x89PNG"));
    fs::rename(&path, folder.path().join("altrove.xml")).unwrap();
    let error = conversioni::to_pdf(&desk.books, id, Lingua::It, &when(3)).unwrap_err();
    assert_eq!(error.code(), "conversioni_sparito");
    assert!(
        !conversioni::get(&desk.books, id, Lingua::It, &when(3))
            .unwrap()
            .presente
    );
    let moved = folder.path().join("altrove.xml");
    assert_eq!(open(&desk, 4, std::slice::from_ref(&moved), true).noti, 2);
    fs::remove_file(moved).unwrap();
    assert!(
        conversioni::to_pdf(&desk.books, id, Lingua::It, &when(5))
            .unwrap()
            .starts_with(b"%PDF-")
    );
}

#[test]
fn pdfs_are_saved_and_never_over_another_file() {
    let (desk, folder) = (Desk::new(), folder());
    open(&desk, 1, &[folder.path().to_owned()], false);
    let ids = desk
        .books
        .read(|sql| conversioni::ids(sql, &ConversioneFilter::default()))
        .unwrap();
    let out = tempfile::tempdir().unwrap();
    fs::write(out.path().join("lotto_1.pdf"), "altro").unwrap();
    let job = Progress::default();
    let save = || conversioni::save_pdf(&desk.books, &when(2), &ids, Lingua::It, out.path(), &job).unwrap();
    let report = save();
    assert_eq!((report.salvati.len(), report.falliti.len()), (4, 1), "{report:?}");
    assert_eq!(fs::read(out.path().join("lotto_1.pdf")).unwrap(), b"altro");
    assert!(out.path().join("lotto_1-2.pdf").exists() && out.path().join("firmata.pdf").exists());
    assert_eq!(job.state(), (5, 5));
    save();
    assert_eq!(
        fs::read_dir(out.path()).unwrap().count(),
        5,
        "the same bytes take no new name"
    );
}

#[test]
fn a_row_taken_out_comes_back_by_undo_with_its_copy() {
    let (desk, folder) = (Desk::new(), folder());
    open(&desk, 1, &[folder.path().to_owned()], false);
    let signed = folder.path().join("firmata.xml.p7m");
    let id = open(&desk, 2, std::slice::from_ref(&signed), true).primo.unwrap();
    conversioni::delete(&desk.books, &when(3), &[id]).unwrap();
    assert_eq!(rows(&desk, &ConversioneFilter::default()).len(), 4);
    desk.books.undo(&when(4)).unwrap();
    assert_eq!(rows(&desk, &ConversioneFilter::default()).len(), 5);
    fs::remove_file(signed).unwrap();
    let pdf = conversioni::to_pdf(&desk.books, id, Lingua::It, &when(5)).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
}

#[test]
fn metadata_that_lie_beside_a_file_are_on_its_paper() {
    let (desk, folder) = (Desk::new(), folder());
    let path = folder.path().join("scontrino.xml");
    let id = open(&desk, 1, std::slice::from_ref(&path), false).primo.unwrap();
    let paper = || conversioni::to_pdf(&desk.books, id, Lingua::It, &when(2)).unwrap();
    let without = paper();
    let metadata = "<FileMetadati><IdentificativoSdI>4711</IdentificativoSdI></FileMetadati>";
    fs::write(folder.path().join("scontrino_MT_001.xml"), metadata).unwrap();
    assert_ne!(paper(), without);
    let out = tempfile::tempdir().unwrap();
    let job = Progress::default();
    let report = conversioni::save_pdf(&desk.books, &when(3), &[id], Lingua::It, out.path(), &job).unwrap();
    assert_eq!(fs::read(out.path().join(&report.salvati[0])).unwrap(), paper());
    let paths = [folder.path().to_owned()];
    assert_eq!(open(&desk, 4, &paths, false).messaggi, 1);
}
