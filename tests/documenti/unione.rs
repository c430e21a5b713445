//! Documents made from several others.

use books::documenti::{self, DocumentoDraft, RigaDraft, Tipo};

use super::{fattura, open, riga};
use crate::common::when;

fn told(righe: &[RigaDraft]) -> Vec<String> {
    let told = |riga: &RigaDraft| {
        format!(
            "{} {} {} {}",
            riga.descrizione, riga.prezzo, riga.sconti, riga.aliquota_iva
        )
    };
    righe.iter().map(told).collect()
}

#[test]
fn delivery_notes_joined_keep_each_its_own_discount() {
    let (desk, cliente) = open();
    let books = &desk.books;
    let expense = RigaDraft {
        natura: "N1".to_owned(),
        ..riga("7")
    };
    let half = RigaDraft {
        sconti: "50".to_owned(),
        ..riga("100")
    };
    let note = |second, sconto: &str, righe: Vec<RigaDraft>| {
        let ddt = DocumentoDraft {
            tipo: Tipo::Ddt,
            sconto: sconto.to_owned(),
            righe,
            ..fattura(cliente, "0")
        };
        documenti::issue(books, &when(second), ddt)
            .unwrap()
            .value
            .documento
            .id
    };
    let ids = [
        note(3, "10%", vec![riga("100"), half, expense]),
        note(
            4,
            "5,00",
            vec![
                riga("20"),
                RigaDraft {
                    aliquota_iva: "10".to_owned(),
                    ..riga("30")
                },
            ],
        ),
        note(5, "", vec![riga("9")]),
    ];
    let draft = books
        .read(|sql| documenti::convert(sql, &ids, Tipo::FatturaDifferita, &when(6)))
        .unwrap();
    assert_eq!(
        told(&draft.righe),
        [
            "Consulenza 100 10% ",
            "Consulenza 100 50+10% ",
            "Consulenza 7  ",
            "Consulenza 20  ",
            "Consulenza 30  10",
            "Sconto DDT n. 2 del 24/11/2026 -2,00  22.00",
            "Sconto DDT n. 2 del 24/11/2026 -3,00  10.00",
            "Consulenza 9  ",
        ]
    );
    let of_second = &draft.ddt[1].righe;
    assert_eq!(
        (draft.sconto.as_str(), of_second.as_slice()),
        ("", [4, 5, 6, 7].as_slice())
    );
    let totali = documenti::issue(books, &when(7), draft)
        .unwrap()
        .value
        .documento
        .totali;
    assert_eq!(totali.imponibile.to_string(), "196.00"); // 90 + 45 + 7 + 45 + 9
}
