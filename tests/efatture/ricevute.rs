//! Messages of SDI bring files on, in any order, once.

use std::{fs, path::PathBuf};

use books::{
    Progress, documenti,
    efatture::{self, EfatturaStato, EsitoRicevuta, RicevutaRow},
};
use db::Id;

use crate::{
    common::{Desk, when},
    documenti::{fattura, open},
};

/// A desk with an issued document, whose file is IT01234567897_00001.xml.
fn issued() -> (Desk, Id) {
    let (desk, cliente) = open();
    let issued = documenti::issue(&desk.books, &when(3), fattura(cliente, "10")).unwrap();
    (desk, issued.value.documento.id)
}

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../fixtures/fatturapa")
        .join(name)
}

fn message(name: &str) -> PathBuf {
    fixture("messaggi").join(format!("IT01234567897_00001_{name}_001.xml"))
}

fn receive(desk: &Desk, second: i64, paths: &[PathBuf]) -> Vec<RicevutaRow> {
    efatture::receive(&desk.books, &when(second), paths, &Progress::default())
        .unwrap()
        .value
}

fn state(desk: &Desk, id: Id) -> EfatturaStato {
    let state = desk.books.read(|sql| efatture::state_of(sql, id)).unwrap();
    state.unwrap().stato
}

#[test]
fn messages_move_the_state_and_never_back() {
    let (desk, id) = issued();
    for (second, name, stato) in [
        (10, "MC", EfatturaStato::MancataConsegna),
        (11, "RC", EfatturaStato::Consegnata),
        (12, "NE", EfatturaStato::Rifiutata),
        (13, "AT", EfatturaStato::Rifiutata),
        (14, "MT", EfatturaStato::Rifiutata),
    ] {
        let rows = receive(&desk, second, &[message(name)]);
        assert_eq!(
            (rows[0].esito, rows[0].tipo.as_str()),
            (EsitoRicevuta::Abbinata, name)
        );
        assert_eq!(
            (rows[0].documento_id, state(&desk, id)),
            (Some(id), stato),
            "{name}"
        );
    }
    let kept = desk.books.read(|sql| efatture::messaggi(sql, id)).unwrap();
    assert_eq!(kept.len(), 5);
    let folder = books::allegati::folder_of(desk.books.archive().path());
    let bytes = desk
        .books
        .read(|sql| books::allegati::bytes(sql, &folder, kept[0].allegato_id))
        .unwrap();
    assert_eq!(bytes, fs::read(message("MT")).unwrap());
}

#[test]
fn a_rejection_is_corrected_and_undo_takes_it_back() {
    let (desk, id) = issued();
    receive(&desk, 10, &[message("NS")]);
    assert_eq!(state(&desk, id), EfatturaStato::Scartata);
    let kept = desk.books.read(|sql| efatture::messaggi(sql, id)).unwrap();
    let reasons: Vec<&str> = kept[0].testo.lines().collect();
    assert!(
        reasons[0].starts_with("00404 Fattura duplicata") && reasons[1].starts_with("00423 "),
        "{reasons:?}"
    );
    assert_eq!(kept[0].giorno, "2026-11-24");
    let draft = desk
        .books
        .read(|sql| documenti::correct(sql, id, &when(11)))
        .unwrap();
    assert_eq!(draft.corregge, Some(id));
    assert_eq!(
        receive(&desk, 12, &[message("NS")])[0].esito,
        EsitoRicevuta::GiaNota
    );
    desk.books.undo(&when(13)).unwrap();
    assert_eq!(state(&desk, id), EfatturaStato::DaSalvare);
    assert!(
        desk.books
            .read(|sql| efatture::messaggi(sql, id))
            .unwrap()
            .is_empty()
    );
    assert_eq!(
        receive(&desk, 14, &[message("NS")])[0].esito,
        EsitoRicevuta::Abbinata
    );
}

#[test]
fn every_file_has_one_outcome() {
    let (desk, _) = issued();
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    let other = fs::read_to_string(message("RC"))
        .unwrap()
        .replace("IT01234567897_00001", "IT09876543210_0000A");
    put("a_altra.xml", other.as_bytes());
    put("b_fattura.xml", &fs::read(fixture("minimal.xml")).unwrap());
    put("c_vuota.xml", b"");
    put("d_rc.xml", &fs::read(message("RC")).unwrap());
    put("e_foto.jpg", b"\xff\xd8\xff");
    put("f_rc.xml", &fs::read(message("RC")).unwrap());
    let rows = receive(&desk, 10, &[folder.path().to_owned()]);
    let outcomes: Vec<EsitoRicevuta> = rows.iter().map(|row| row.esito).collect();
    assert_eq!(
        outcomes,
        [
            EsitoRicevuta::SenzaFile,
            EsitoRicevuta::NonMessaggio,
            EsitoRicevuta::Illeggibile,
            EsitoRicevuta::Abbinata,
            EsitoRicevuta::NonMessaggio,
            EsitoRicevuta::GiaNota,
        ],
        "{rows:?}"
    );
    assert_eq!(rows[0].motivo, "IT09876543210_0000A.xml");
}
