//! The history of a record and the bin, through the books.

use books::{
    Cambio,
    anagrafiche::{self, SoggettoDraft},
    documenti::{self, DocumentoDraft, RigaDraft},
    prodotti::{self, ProdottoDraft},
};

use crate::common::{Desk, when};

fn change(campo: &str, prima: &str, dopo: &str) -> Cambio {
    Cambio {
        campo: campo.to_owned(),
        prima: prima.to_owned(),
        dopo: dopo.to_owned(),
    }
}

#[test]
fn a_record_tells_what_changed_and_goes_back() {
    let desk = Desk::new();
    let first = SoggettoDraft {
        denominazione: "Alfa".to_owned(),
        telefono: "02 1".to_owned(),
        ..SoggettoDraft::default()
    };
    let view = anagrafiche::save(&desk.books, &when(1), first).unwrap().value;
    let second = SoggettoDraft {
        telefono: "02 2".to_owned(),
        fornitore: true,
        ..view.draft
    };
    anagrafiche::save(&desk.books, &when(2), second).unwrap();
    anagrafiche::bin(&desk.books, &when(3_601), view.id).unwrap();
    let history = || {
        desk.books
            .read(|sql| books::history(sql, "anagrafiche", view.id))
            .unwrap()
    };
    let told = history();
    let verbs: Vec<&str> = told.iter().map(|row| row.verb.as_str()).collect();
    assert_eq!(verbs, ["anagrafiche.bin", "anagrafiche.save", "anagrafiche.save"]);
    assert_eq!(told[0].cambi, [change("cestinato", "", "true")]);
    assert_eq!(
        told[1].cambi,
        [
            change("fornitore", "", "true"),
            change("telefono", "02 1", "02 2")
        ]
    );
    assert_eq!(told[2].cambi, [], "it was made");
    let can: Vec<bool> = told.iter().map(|row| row.ripristinabile).collect();
    assert_eq!(can, [false, true, true]);

    books::restore_state(&desk.books, &when(4), "anagrafiche", view.id, told[2].tx).unwrap();
    let now = desk.books.read(|sql| anagrafiche::stored(sql, view.id)).unwrap();
    assert_eq!(now.draft.telefono, "02 1");
    desk.books.undo(&when(5)).unwrap();
    let now = desk.books.read(|sql| anagrafiche::stored(sql, view.id)).unwrap();
    assert_eq!(now.draft.telefono, "02 2");
    assert!(history()[0].annulla);
}

#[test]
fn a_draft_tells_its_lines_and_comes_back_from_the_bin() {
    let desk = Desk::new();
    let line = |prezzo: &str| RigaDraft {
        descrizione: "Ore".to_owned(),
        prezzo: prezzo.to_owned(),
        ..RigaDraft::default()
    };
    let draft = DocumentoDraft {
        righe: vec![line("10")],
        ..DocumentoDraft::default()
    };
    let view = documenti::save(&desk.books, &when(1), draft).unwrap().value;
    let draft = DocumentoDraft {
        righe: vec![line("10"), line("20")],
        ..view.draft
    };
    documenti::save(&desk.books, &when(3_600), draft.clone()).unwrap();
    let told = desk
        .books
        .read(|sql| books::history(sql, "documenti", view.id))
        .unwrap();
    assert!(
        told[0].cambi.contains(&change("righe.1.prezzo", "", "20")),
        "{told:?}"
    );

    documenti::delete(&desk.books, &when(3), view.id).unwrap();
    let product = ProdottoDraft {
        descrizione: "Penna".to_owned(),
        ..ProdottoDraft::default()
    };
    let product = prodotti::save(&desk.books, &when(3_602), product).unwrap().value;
    prodotti::bin(&desk.books, &when(3_603), product.id).unwrap();
    let bin = desk.books.read(books::bin).unwrap();
    let told: Vec<(&str, bool)> = bin
        .iter()
        .map(|row| (row.area.as_str(), row.nome.contains("Penna")))
        .collect();
    assert_eq!(told, [("prodotti", true), ("documenti", false)]);
    for row in bin {
        books::unbin(&desk.books, &when(3_604), &row.area, row.id).unwrap();
    }
    assert_eq!(desk.books.read(books::bin).unwrap(), []);
    let back = desk
        .books
        .read(|sql| documenti::get(sql, view.id, when(3_605).today))
        .unwrap();
    assert_eq!(back.draft.righe, draft.righe);
}

#[test]
fn an_undone_save_leaves_nothing_in_the_bin() {
    let desk = Desk::new();
    documenti::save(&desk.books, &when(1), DocumentoDraft::default()).unwrap();
    desk.books.undo(&when(2)).unwrap();
    assert_eq!(desk.books.read(books::bin).unwrap(), []);
}

#[test]
fn what_is_typed_in_one_sitting_is_told_once() {
    let desk = Desk::new();
    let mut draft = DocumentoDraft::default();
    for (second, causale) in [
        (1, "A"),
        (60, "Ab"),
        (9_000, "Abc"),
        (9_060, "Abcd"),
        (9_120, "Abce"),
        (20_000, "Abc"),
        (20_060, "Abce"),
    ] {
        draft.causale = causale.to_owned();
        draft = documenti::save(&desk.books, &when(second), draft)
            .unwrap()
            .value
            .draft;
    }
    let id = draft.id.unwrap();
    let told = desk
        .books
        .read(|sql| books::history(sql, "documenti", id))
        .unwrap();
    let cambi: Vec<&[Cambio]> = told.iter().map(|row| row.cambi.as_slice()).collect();
    assert_eq!(
        cambi,
        [[].as_slice(), &[change("causale", "Ab", "Abce")], &[]],
        "the last sitting changed nothing in the end, the first made it"
    );
    let can: Vec<bool> = told.iter().map(|row| row.ripristinabile).collect();
    assert_eq!(can, [false, true, true]);
}
