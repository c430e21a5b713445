//! The life of a document through the books: draft, issue, XML, chain, conversions.

use std::{fs, path::PathBuf, process::Command};

use books::{
    Books, Error,
    anagrafiche::{self, Natura, SoggettoDraft},
    azienda::{self, AziendaDraft},
    documenti::{self, DocumentoDraft, DocumentoFilter, DocumentoSort, RigaDraft, Stato, Tipo},
    efatture,
};
use db::Id;
mod casuali;
mod digita;
mod emissione;
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
            .read(|sql| documenti::list(sql, &filter, when(9).today))
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

/// Official schema, outside of the project; `None` where the folder is not.
const VECTORS: &[(&str, &str, &str)] = &[
    ("E01", "210.41", "210.41"),
    ("E02", "167.65", "167.65"),
    ("E03", "832.64", "832.64"),
    ("E04", "339.40", "339.40"),
    ("E05", "12.44", "12.44"),
    ("E06", "2000.00", "2000.00"),
    ("E06b", "39.80", "39.80"),
    ("E07", "1268.80", "1068.80"),
    ("E08", "1268.80", "1060.80"),
    ("E09", "867.10", "727.74"),
    ("E12", "4270.00", "3500.00"),
    ("E15", "3660.00", "3060.00"),
    ("E16", "11000.00", "5500.00"),
    ("E17", "435.01", "435.01"),
    ("E20_acconto", "1830.00", "1830.00"),
    ("E20_saldo", "4270.00", "4270.00"),
    ("E24", "2200.00", "2120.00"),
    ("E25", "1810.88", "1540.88"),
    ("E26", "1187.13", "1000.00"),
];

#[test]
fn the_worked_documents_agree_in_form_list_file_and_paper() {
    let (desk, cliente) = open();
    let books = &desk.books;
    let fixtures = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../fixtures/documenti");
    let mut ids = Vec::new();
    for (second, (id, total, to_pay)) in (3..).zip(VECTORS) {
        let text = fs::read_to_string(fixtures.join(id).join("draft.json")).unwrap();
        let draft: DocumentoDraft = serde_json::from_str(&text).unwrap();
        let draft = DocumentoDraft {
            cliente_id: Some(cliente),
            ..draft
        };
        let shown = documenti::preview(books, &draft, when(second).today)
            .unwrap()
            .totali;
        let issued = documenti::issue(books, &when(second), draft)
            .unwrap()
            .value
            .documento;
        assert_eq!(issued.totali, shown, "{id}: what was shown is what was issued");
        let found = (
            shown.totale_documento.to_string(),
            shown.netto_a_pagare.to_string(),
        );
        assert_eq!(found, ((*total).to_owned(), (*to_pay).to_owned()), "{id}");
        let row = books
            .read(|sql| documenti::list(sql, &DocumentoFilter::default(), when(1).today))
            .unwrap();
        let row = row.rows.iter().find(|row| row.id == issued.id).unwrap();
        assert_eq!(
            (row.totale, row.netto_a_pagare),
            (shown.totale_documento, shown.netto_a_pagare)
        );
        ids.push(issued.id);
    }
    assert!(
        verified(books).is_empty(),
        "row, file and chain: {:?}",
        verified(books)
    );
    let folder = tempfile::tempdir().unwrap();
    let report = documenti::save_pdf(books, &when(100), &ids, folder.path()).unwrap();
    for (name, (id, _, to_pay)) in report.salvati.iter().zip(VECTORS) {
        let paper = Command::new("pdftotext")
            .arg("-layout")
            .arg(folder.path().join(name))
            .arg("-")
            .output();
        let Ok(paper) = paper else { return };
        let cents: money::Cents = to_pay.parse().unwrap();
        let wanted = pdf::format::amount(pdf::Lingua::It, cents);
        let text = String::from_utf8_lossy(&paper.stdout).into_owned();
        assert!(text.contains(&wanted), "{id}: {wanted} is not in\n{text}");
    }
}

#[test]
fn the_paper_shows_the_frozen_figures_and_is_the_same_twice() {
    let (desk, cliente) = open();
    let draft: DocumentoDraft =
        serde_json::from_str(include_str!("../fixtures/efatture/completa/draft.json")).unwrap();
    let draft = DocumentoDraft {
        cliente_id: Some(cliente),
        ..draft
    };
    let today = when(3).today;
    let page = documenti::pdf_page(&desk.books, Some(draft.clone()), None, 0, 600, today).unwrap();
    assert!(page.starts_with(b"\x89PNG"), "a draft is shown while it is typed");
    let issued = documenti::issue(&desk.books, &when(3), draft)
        .unwrap()
        .value
        .documento;
    let folder = tempfile::tempdir().unwrap();
    let save = |second| {
        let report = documenti::save_pdf(&desk.books, &when(second), &[issued.id], folder.path()).unwrap();
        assert_eq!(report.salvati, ["fattura-2026-1.pdf"]);
        fs::read(folder.path().join("fattura-2026-1.pdf")).unwrap()
    };
    let bytes = save(4);
    assert_eq!(bytes, save(90_000), "whatever the day");
    let output = Command::new("pdftotext")
        .args(["-layout", "-"])
        .arg("-")
        .stdin(fs::File::open(folder.path().join("fattura-2026-1.pdf")).unwrap())
        .output();
    let Ok(output) = output else { return };
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    for wanted in [
        "Fattura",
        "n. 1",
        "Officine Rossi",
        "188,83",
        "Imposta di bollo",
        "IT60",
        "77,81",
    ] {
        assert!(text.contains(wanted), "{wanted} is not in\n{text}");
    }
    if let Some(folder) = std::env::var_os("F1C_SHOW") {
        fs::write(PathBuf::from(&folder).join("fattura.pdf"), &bytes).unwrap();
        let page = documenti::pdf_page(&desk.books, None, Some(issued.id), 0, 900, today).unwrap();
        fs::write(PathBuf::from(folder).join("fattura.png"), page).unwrap();
    }
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
