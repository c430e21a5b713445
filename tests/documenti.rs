//! The life of a document through the books: draft, issue, XML, chain, conversions.

use std::{fs, path::PathBuf, process::Command};

use books::{
    Books, Error,
    anagrafiche::{self, Natura, SoggettoDraft},
    azienda::{self, AziendaDraft},
    documenti::{self, DocumentoDraft, DocumentoFilter, DocumentoSort, RigaDraft, Stato, Tipo},
    efatture,
    scadenze::PAGAMENTI,
};
use db::Id;
mod aspetto;
mod carta;
mod casuali;
mod digita;
mod emissione;
mod insieme;
mod lettere;
mod numeri;
mod riemissione;
mod spiega;
mod unione;

use crate::common::{Desk, when};

/// A desk whose company can issue.
pub(crate) fn open() -> (Desk, Id) {
    let desk = Desk::new();
    let azienda = AziendaDraft {
        denominazione: "Bottega Verdi di Verdi Anna".to_owned(),
        partita_iva: "01234567897".to_owned(),
        regime_fiscale: "RF01".to_owned(),
        indirizzo: "Via Garibaldi".to_owned(),
        numero_civico: "12".to_owned(),
        cap: "20121".to_owned(),
        comune: "Milano".to_owned(),
        provincia: "MI".to_owned(),
        aliquota_iva: "22".to_owned(),
        causale_ritenuta: "A".to_owned(),
        iban: "IT60X0542811101000000123456".to_owned(),
        ..AziendaDraft::default()
    };
    azienda::save(&desk.books, &when(1), azienda).unwrap();
    let cliente = anagrafiche::save(&desk.books, &when(2), customer()).unwrap();
    (desk, cliente.value.id)
}

fn customer() -> SoggettoDraft {
    SoggettoDraft {
        cliente: true,
        natura: Natura::Societa,
        denominazione: "Officine Rossi S.r.l.".to_owned(),
        partita_iva: "00743110157".to_owned(),
        indirizzo: "Corso Italia 1".to_owned(),
        cap: "10121".to_owned(),
        comune: "Torino".to_owned(),
        provincia: "TO".to_owned(),
        sostituto_imposta: true,
        ..SoggettoDraft::default()
    }
}

pub(crate) fn riga(prezzo: &str) -> RigaDraft {
    RigaDraft {
        descrizione: "Consulenza".to_owned(),
        prezzo: prezzo.to_owned(),
        ..RigaDraft::default()
    }
}

pub(crate) fn fattura(cliente: Id, prezzo: &str) -> DocumentoDraft {
    DocumentoDraft {
        cliente_id: Some(cliente),
        righe: vec![riga(prezzo)],
        ..DocumentoDraft::default()
    }
}

fn problems(error: Error) -> Vec<String> {
    match error {
        Error::Invalid(problems) => problems
            .into_iter()
            .filter(|problem| problem.severity == books::Severity::Error)
            .map(|problem| format!("{} {}", problem.field, problem.code))
            .collect(),
        other => vec![other.code().to_owned()],
    }
}

fn verified(books: &Books) -> Vec<String> {
    let found = books.read(documenti::verify).unwrap();
    found
        .into_iter()
        .map(|rilievo| format!("{} {}", rilievo.numero, rilievo.code))
        .collect()
}

#[test]
fn a_draft_is_kept_numbered_frozen_and_proved() {
    let (desk, cliente) = open();
    let books = &desk.books;
    let draft = documenti::save(books, &when(3), fattura(cliente, ""))
        .unwrap()
        .value;
    assert_eq!((draft.stato, draft.numero.as_str()), (Stato::Bozza, ""));
    let refused = documenti::issue(books, &when(4), draft.draft.clone()).unwrap_err();
    assert_eq!(problems(refused), ["righe documenti_righe_vuote"]);

    let draft = DocumentoDraft {
        righe: vec![riga("100,00")],
        chiave: "a".to_owned(),
        ..draft.draft
    };
    let issued = documenti::issue(books, &when(5), draft.clone())
        .unwrap()
        .value
        .documento;
    assert_eq!((issued.numero.as_str(), issued.td.as_str()), ("1", "TD01"));
    assert_eq!(issued.totali.totale_documento.to_string(), "122.00");
    assert_eq!(issued.nome_file, "IT01234567897_00001.xml");
    let again = documenti::issue(books, &when(6), draft.clone())
        .unwrap()
        .value
        .documento;
    assert_eq!(again.id, issued.id, "the same key is the same document");
    let changed = documenti::save(
        books,
        &when(7),
        DocumentoDraft {
            id: Some(issued.id),
            ..draft
        },
    );
    assert_eq!(changed.unwrap_err().code(), "documenti_emesso");
    assert!(books.undo(&when(8)).is_err(), "nothing is undone across an issue");
    assert!(verified(books).is_empty());
}

/// Says that another program used numbers of this year up to `ultimo`.
#[test]
fn delivery_notes_become_one_deferred_invoice_and_a_credit_note_follows() {
    let (desk, cliente) = open();
    let books = &desk.books;
    let ids: Vec<Id> = (3..5)
        .map(|second| {
            let ddt = DocumentoDraft {
                tipo: Tipo::Ddt,
                ..fattura(cliente, "50")
            };
            documenti::issue(books, &when(second), ddt)
                .unwrap()
                .value
                .documento
                .id
        })
        .collect();
    let draft = books
        .read(|sql| documenti::convert(sql, &ids, Tipo::FatturaDifferita, &when(6)))
        .unwrap();
    assert_eq!((draft.ddt.len(), draft.ddt[1].righe.clone()), (2, vec![2]));
    let twice = draft.clone();
    let invoice = documenti::issue(books, &when(7), draft).unwrap().value.documento;
    assert_eq!((invoice.td.as_str(), invoice.legami.len()), ("TD24", 2));
    let ddt = books
        .read(|sql| documenti::get(sql, ids[0], when(8).today))
        .unwrap();
    assert_eq!(ddt.stato, Stato::Convertito);
    let refused = documenti::issue(books, &when(8), twice).unwrap_err();
    assert_eq!(
        problems(refused),
        [
            "origini documenti_origine_chiusa",
            "origini documenti_origine_chiusa"
        ]
    );
    let again = books.read(|sql| documenti::convert(sql, &ids, Tipo::FatturaDifferita, &when(9)));
    assert_eq!(again.unwrap_err().code(), "documenti_origine_chiusa");
    let note = books
        .read(|sql| documenti::convert(sql, &[invoice.id], Tipo::NotaCredito, &when(9)))
        .unwrap();
    let note = documenti::issue(books, &when(10), note).unwrap().value.documento;
    assert_eq!(note.td, "TD04");
    let sums = books
        .read(|sql| {
            documenti::somme(
                sql,
                &DocumentoFilter {
                    tipi: vec![Tipo::FatturaDifferita, Tipo::NotaCredito],
                    ..DocumentoFilter::default()
                },
                when(11).today,
                &PAGAMENTI,
            )
        })
        .unwrap();
    assert_eq!((sums.righe, sums.totale.to_string()), (2, "0.00".to_owned()));
    assert!(verified(books).is_empty());
}

#[test]
fn every_order_of_the_list_goes_by_an_index() {
    let (desk, cliente) = open();
    for (second, prezzo) in (3..).zip(["5", "7", "3"]) {
        documenti::issue(&desk.books, &when(second), fattura(cliente, prezzo)).unwrap();
    }
    for sort in [
        DocumentoSort::Data,
        DocumentoSort::Numero,
        DocumentoSort::Cliente,
        DocumentoSort::Totale,
    ] {
        let filter = DocumentoFilter {
            sort,
            testo: "rossi".to_owned(),
            anno: Some(when(1).today.year()),
            ..DocumentoFilter::default()
        };
        let page = desk
            .books
            .read(|sql| documenti::list(sql, &filter, when(9).today, &PAGAMENTI))
            .unwrap();
        assert_eq!(page.rows.len(), 3);
        let first = &page.rows[0];
        assert_eq!(
            first.numero,
            if sort == DocumentoSort::Totale { "2" } else { "3" }
        );
    }
}

#[test]
fn two_parties_that_are_the_same_and_missing_data_are_refused_with_their_sdi_code() {
    let (desk, _) = open();
    let same = SoggettoDraft {
        partita_iva: "01234567897".to_owned(),
        indirizzo: String::new(),
        ..customer()
    };
    let id = anagrafiche::save(&desk.books, &when(3), same).unwrap().value.id;
    let refused = documenti::issue(&desk.books, &when(4), fattura(id, "1")).unwrap_err();
    assert_eq!(
        problems(refused),
        [
            "cliente_id documenti_stesso_soggetto",
            "cliente.indirizzo needed_for_invoice"
        ]
    );
    let by_code = SoggettoDraft {
        partita_iva: String::new(),
        codice_fiscale: "01234567897".to_owned(),
        ..customer()
    };
    let id = anagrafiche::save(&desk.books, &when(5), by_code)
        .unwrap()
        .value
        .id;
    let refused = documenti::issue(&desk.books, &when(6), fattura(id, "1")).unwrap_err();
    assert_eq!(problems(refused), ["cliente_id documenti_stesso_soggetto"]);
}

#[test]
fn drafts_are_computed_and_doubted_as_the_files_say() {
    let (desk, cliente) = open();
    crate::golden::check("documenti", |text| {
        let draft: DocumentoDraft = serde_json::from_str(text).unwrap();
        let draft = DocumentoDraft {
            cliente_id: Some(cliente),
            ..draft
        };
        let preview = documenti::preview(&desk.books, &draft, when(3).today).unwrap();
        let totali = serde_json::to_string_pretty(&preview.totali).unwrap();
        format!("{}{totali}\n", crate::golden::lines(&preview.problems))
    });
}

#[test]
fn a_duplicate_has_its_own_date_and_dues_and_a_draft_can_be_deleted_and_undone() {
    let (desk, cliente) = open();
    let books = &desk.books;
    let first = DocumentoDraft {
        termini_pagamento: "30".to_owned(),
        chiave: "k".to_owned(),
        ..fattura(cliente, "100")
    };
    let kept = documenti::save(books, &when(3), first.clone()).unwrap().value;
    let again = documenti::save(books, &when(4), first.clone()).unwrap().value;
    assert_eq!(kept.id, again.id, "the key finds its draft");
    let issued = documenti::issue(books, &when(5), first).unwrap().value.documento;
    assert_eq!(issued.id, kept.id);
    let later = when(40 * 86_400);
    let copy = books
        .read(|sql| documenti::duplicate(sql, issued.id, &later))
        .unwrap();
    assert_eq!((copy.id, copy.chiave.as_str()), (None, ""));
    let copy = documenti::save(books, &later, copy).unwrap().value;
    assert_eq!(copy.draft.data_documento, later.today.to_string());
    assert_ne!(copy.totali.rate, issued.totali.rate);
    assert_eq!(copy.totali.totale_documento, issued.totali.totale_documento);
    let later = |seconds: i64| when(40 * 86_400 + seconds);
    documenti::delete(books, &later(1), copy.id).unwrap();
    assert!(
        books
            .read(|sql| documenti::get(sql, copy.id, later(2).today))
            .is_err()
    );
    books.undo(&later(3)).unwrap();
    assert!(
        books
            .read(|sql| documenti::get(sql, copy.id, later(4).today))
            .is_ok()
    );
    let kept = documenti::annota(books, &later(5), issued.id, "nota".to_owned(), "casa".to_owned()).unwrap();
    assert_eq!(kept.value.draft.categoria, "casa");
    assert!(
        verified(books).is_empty(),
        "notes and category are outside of the chain"
    );
    let found = books
        .read(|sql| Ok(db::search(sql, "Consulenza", None, 10)?))
        .unwrap();
    assert_eq!(found.len(), 2);
}
