//! The company and its series through the books.

use books::azienda::{self, Azienda, AziendaDraft, NumeroAltroveDraft, SezionaleDraft};

use crate::{
    common::{Desk, when},
    golden,
};

#[test]
fn an_incomplete_form_is_kept_and_refused_only_for_issuing() {
    let desk = Desk::new();
    let draft = AziendaDraft {
        denominazione: "Bottega".to_owned(),
        ..AziendaDraft::default()
    };
    let kept = azienda::save(&desk.books, &when(1), draft.clone()).unwrap().value;
    assert_eq!(kept.draft, draft);
    let missing = Azienda::parse(&draft, when(1).today).unwrap_err();
    let fields: Vec<&str> = missing.iter().map(|problem| problem.field.as_str()).collect();
    assert_eq!(
        fields,
        ["partita_iva", "regime_fiscale", "indirizzo", "comune", "cap"]
    );
    let again = azienda::save(
        &desk.books,
        &when(2),
        AziendaDraft {
            cap: "20121".to_owned(),
            ..draft
        },
    )
    .unwrap()
    .value;
    assert_eq!(again.id, kept.id, "there is one company");
}

#[test]
fn a_series_code_is_short_and_unique() {
    let desk = Desk::new();
    let series = |codice: &str| SezionaleDraft {
        codice: codice.to_owned(),
        ..SezionaleDraft::default()
    };
    let kept = azienda::save_sezionale(&desk.books, &when(1), series("pa"))
        .unwrap()
        .value;
    for bad in ["", "A/B", "TROPPOLUNGO"] {
        assert!(
            azienda::save_sezionale(&desk.books, &when(2), series(bad)).is_err(),
            "{bad}"
        );
    }
    let again = azienda::save_sezionale(&desk.books, &when(3), series("PA"))
        .unwrap()
        .value;
    assert_eq!(again.id, kept.id, "a code has one series");
}

#[test]
fn numbers_used_elsewhere_are_kept_with_their_reason() {
    let desk = Desk::new();
    let row = NumeroAltroveDraft {
        classe: "fatture".to_owned(),
        anno: 2026,
        ultimo: 41,
        motivo: "altro programma".to_owned(),
        ..NumeroAltroveDraft::default()
    };
    azienda::save_numero_altrove(&desk.books, &when(1), row.clone()).unwrap();
    azienda::save_numero_altrove(&desk.books, &when(2), NumeroAltroveDraft { ultimo: 42, ..row }).unwrap();
    let last = |anno| {
        desk.books
            .read(|sql| azienda::last_elsewhere(sql, "fatture", anno, ""))
            .unwrap()
    };
    assert_eq!((last(2026), last(2025)), (42, 0));
}

#[test]
fn what_the_form_says() {
    golden::check("azienda", |draft| {
        let draft: AziendaDraft = serde_json::from_str(draft).unwrap();
        golden::lines(&azienda::preview(&draft, when(1).today))
    });
}

#[test]
fn a_series_in_use_stays() {
    let (desk, cliente) = crate::documenti::open();
    let books = &desk.books;
    let series = |codice: &str| {
        let draft = books::azienda::SezionaleDraft {
            codice: codice.to_owned(),
            ..books::azienda::SezionaleDraft::default()
        };
        let saved = books::azienda::save_sezionale(books, &when(10), draft).unwrap();
        saved.value.id.unwrap()
    };
    let (used, free) = (series("A"), series("B"));
    let draft = books::documenti::DocumentoDraft {
        sezionale: "a".to_owned(),
        ..crate::documenti::fattura(cliente, "1")
    };
    books::documenti::save(books, &when(11), draft).unwrap();
    let error = books::delete_sezionale(books, &when(12), used).unwrap_err();
    assert_eq!(error.code(), "sezionale_in_uso");
    assert_eq!(error.args()["numero"], "1");
    books::delete_sezionale(books, &when(13), free).unwrap();
    assert_eq!(books.read(books::azienda::sezionali).unwrap().len(), 1);
}
