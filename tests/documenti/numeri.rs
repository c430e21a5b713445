//! Numbers: by class, year and series; never twice.

use books::{
    Books, azienda,
    documenti::{self, DocumentoDraft, Tipo},
};

use super::{fattura, open, problems};
use crate::common::when;

fn used_elsewhere(books: &Books, ultimo: u32, sezionale: &str) {
    let row = azienda::NumeroAltroveDraft {
        classe: "fatture".to_owned(),
        anno: when(6).today.year(),
        ultimo,
        motivo: "altro programma".to_owned(),
        sezionale: sezionale.to_owned(),
    };
    azienda::save_numero_altrove(books, &when(6), row).unwrap();
}

#[test]
fn numbers_go_by_class_year_and_series_and_never_come_back() {
    let (desk, cliente) = open();
    let books = &desk.books;
    let issue = |second, draft: DocumentoDraft| {
        documenti::issue(books, &when(second), draft)
            .unwrap()
            .value
            .documento
            .numero
    };
    assert_eq!(issue(3, fattura(cliente, "1")), "1");
    let series = DocumentoDraft {
        sezionale: "a".to_owned(),
        ..fattura(cliente, "1")
    };
    assert_eq!(issue(4, series), "1/A");
    let quote = DocumentoDraft {
        tipo: Tipo::Preventivo,
        ..fattura(cliente, "1")
    };
    assert_eq!(issue(5, quote), "1");
    used_elsewhere(books, 40, "");
    used_elsewhere(books, 8, "b ");
    let lower = DocumentoDraft {
        sezionale: "B".to_owned(),
        ..fattura(cliente, "1")
    };
    assert_eq!(issue(6, lower), "9/B", "the case of a series does not matter");
    assert_eq!(issue(7, fattura(cliente, "1")), "41");
    let found = books.read(documenti::numeri).unwrap();
    assert_eq!(
        found
            .iter()
            .map(|n| (n.da, n.numero, n.motivo.as_str(), n.spiegazione.as_str()))
            .collect::<Vec<_>>(),
        [
            (2, 40, "usato_altrove", "altro programma"),
            (1, 8, "usato_altrove", "altro programma")
        ]
    );
    let early = DocumentoDraft {
        data_documento: "-5".to_owned(),
        ..fattura(cliente, "1")
    };
    assert_eq!(
        problems(documenti::issue(books, &when(8), early.clone()).unwrap_err()),
        ["data_documento documenti_data_precedente"]
    );
    assert_eq!(
        issue(
            9,
            DocumentoDraft {
                fuori_ordine: true,
                ..early
            }
        ),
        "42"
    );
}
