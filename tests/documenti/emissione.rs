//! Issuing when something around it is wrong: the marks, the date, a text that the schema refuses.

use std::fs;

use books::{
    anagrafiche::{self, SoggettoDraft},
    documenti::{self, DocumentoDraft, RigaDraft, Tipo},
};

use super::{customer, fattura, open, problems, riga};
use crate::common::when;

#[test]
fn an_issue_is_told_even_when_its_marks_cannot_be_written() {
    let (desk, cliente) = open();
    let marks = desk.dir.path().join("data/marks");
    fs::rename(&marks, desk.dir.path().join("away")).unwrap();
    let issued = documenti::issue(&desk.books, &when(3), fattura(cliente, "1"));
    assert_eq!(issued.unwrap().value.documento.numero, "1");
    fs::rename(desk.dir.path().join("away"), &marks).unwrap();
    documenti::issue(&desk.books, &when(4), fattura(cliente, "1")).unwrap();
    assert_eq!(desk.books.marks().get("fatture|2026|"), 2);
    assert_eq!(
        fs::read_dir(marks).unwrap().count(),
        1,
        "written with the next issue"
    );
}

#[test]
fn an_issued_document_shows_its_date_written_out() {
    let (desk, cliente) = open();
    for (second, typed) in [(3, "ieri"), (4, "")] {
        let draft = DocumentoDraft {
            data_documento: typed.to_owned(),
            ..fattura(cliente, "1")
        };
        let issued = documenti::issue(&desk.books, &when(second), draft).unwrap().value;
        let expected = if typed.is_empty() {
            "2026-11-24"
        } else {
            "2026-11-23"
        };
        assert_eq!(issued.documento.draft.data_documento, expected, "{typed:?}");
    }
}

#[test]
fn a_document_for_sdi_is_not_dated_in_the_future() {
    let (desk, cliente) = open();
    let tomorrow = |tipo| DocumentoDraft {
        tipo,
        data_documento: "domani".to_owned(),
        ..fattura(cliente, "1")
    };
    let refused = documenti::issue(&desk.books, &when(3), tomorrow(Tipo::Fattura)).unwrap_err();
    assert_eq!(problems(refused), ["data_documento documenti_data_futura"]);
    documenti::issue(&desk.books, &when(4), tomorrow(Tipo::Preventivo)).unwrap();
}

#[test]
fn what_the_schema_refuses_is_said_at_its_field() {
    let (desk, _) = open();
    let long = "x".repeat(81);
    let cliente = SoggettoDraft {
        denominazione: long.clone(),
        numero_civico: "123456789".to_owned(),
        comune: long,
        ..customer()
    };
    let id = anagrafiche::save(&desk.books, &when(3), cliente)
        .unwrap()
        .value
        .id;
    let draft = DocumentoDraft {
        data_documento: "1900-01-01".to_owned(),
        ..fattura(id, "1")
    };
    let mut found = problems(documenti::issue(&desk.books, &when(4), draft).unwrap_err());
    found.dedup();
    assert_eq!(
        found,
        [
            "cliente.denominazione xml_too_long",
            "cliente.numero_civico xml_too_long",
            "cliente.comune xml_too_long",
            "data_documento xml_out_of_range"
        ]
    );
}

#[test]
fn an_advance_with_a_discount_in_euro_is_taken_off_as_it_was_billed() {
    let (desk, cliente) = open();
    let advance = DocumentoDraft {
        tipo: Tipo::FatturaAcconto,
        sconto: "25".to_owned(),
        ..fattura(cliente, "100")
    };
    let issued = documenti::issue(&desk.books, &when(3), advance)
        .unwrap()
        .value
        .documento;
    assert_eq!(issued.totali.imponibile.to_string(), "75.00");
    let convert = |sql: &db::Reader| documenti::convert(sql, &[issued.id], Tipo::Fattura, &when(4));
    let mut balance = desk.books.read(convert).unwrap();
    balance.righe.insert(0, riga("300"));
    let preview = documenti::preview(&desk.books, &balance, when(4).today).unwrap();
    assert_eq!(preview.totali.imponibile.to_string(), "225.00");
}

#[test]
fn an_advance_priced_to_the_thousandth_is_taken_off_as_it_was() {
    let (desk, cliente) = open();
    let advance = DocumentoDraft {
        tipo: Tipo::FatturaAcconto,
        ..fattura(cliente, "1,234")
    };
    let issued = documenti::issue(&desk.books, &when(3), advance).unwrap().value;
    let id = issued.documento.id;
    let balance = desk
        .books
        .read(|sql| documenti::convert(sql, &[id], Tipo::Fattura, &when(4)))
        .unwrap();
    let totali = documenti::preview(&desk.books, &balance, when(4).today)
        .unwrap()
        .totali;
    assert_eq!(totali.imponibile.to_string(), "-1.23");
}

#[test]
fn a_description_of_which_nothing_could_be_read_is_refused() {
    let (desk, cliente) = open();
    let mut draft = fattura(cliente, "1");
    draft.righe[0].descrizione = "😀😀".to_owned();
    let refused = documenti::issue(&desk.books, &when(3), draft).unwrap_err();
    assert_eq!(problems(refused), ["righe.0.descrizione xml_character"]);
}

#[test]
fn every_text_that_the_xml_writes_otherwise_is_told_at_its_field() {
    let (desk, cliente) = open();
    let draft = DocumentoDraft {
        causale: "lavoro ".repeat(60),
        righe: vec![RigaDraft {
            descrizione: "Vite \u{1f529} inox\u{200b}".to_owned(),
            ..riga("1")
        }],
        ..fattura(cliente, "1")
    };
    let issued = documenti::issue(&desk.books, &when(3), draft).unwrap().value;
    let told: Vec<String> = issued
        .caratteri_cambiati
        .iter()
        .map(|change| format!("{} {} {:?}", change.field, change.code, change.args))
        .collect();
    assert_eq!(
        told,
        [
            "causale clean_split {\"parts\": \"3\"}",
            "righe.0.descrizione clean_replaced {\"by\": \"?\", \"found\": \"\u{1f529}\"}",
            "righe.0.descrizione clean_dropped {\"found\": \"U+200B\"}",
        ]
    );
}
