//! The schedule: what is due, what is cashed of it, and how it is taken back.

mod pagamenti;

use books::{
    Error, PdfCheck, allegati,
    documenti::{self, DocumentoDraft, Tipo},
    elenco::{self, Elenco, Lista},
    list::{Direction, Lingua, every},
    scadenze::{
        self, IncassoDraft, IncassoFilter, Quali, ScadenzaFilter, ScadenzaRow, ScadenzaSort, StatoScadenza,
        incassi,
    },
};
use db::Id;
use serde_json::Value;

use crate::{
    common::{Desk, when},
    documenti::{fattura, open},
    golden,
};

fn issue(desk: &Desk, second: i64, draft: DocumentoDraft) -> Id {
    let issued = documenti::issue(&desk.books, &when(second), draft).unwrap();
    issued.value.documento.id
}

fn rows(desk: &Desk, documento: Id) -> Vec<ScadenzaRow> {
    let found = desk
        .books
        .read(|sql| scadenze::of_documento(sql, documento, when(0).today))
        .unwrap();
    found.into_iter().map(|view| view.riga).collect()
}

fn list(desk: &Desk, filter: &ScadenzaFilter) -> Vec<ScadenzaRow> {
    let today = when(0).today;
    let page = |page| {
        let filter = ScadenzaFilter {
            page,
            ..filter.clone()
        };
        desk.books.read(|sql| scadenze::list(sql, &filter, today))
    };
    every(page).unwrap()
}

fn residuo(desk: &Desk, filter: &ScadenzaFilter) -> String {
    let sums = desk
        .books
        .read(|sql| scadenze::somme(sql, filter, when(0).today))
        .unwrap();
    sums.residuo.to_string()
}

/// Everything that the proof finds.
fn findings(desk: &Desk) -> Vec<String> {
    let attachments = allegati::folder_of(desk.books.archive().path());
    let report = desk
        .books
        .read(|sql| books::verify(sql, &attachments, PdfCheck::Sample))
        .unwrap();
    report.findings.into_iter().map(|found| found.code).collect()
}

#[test]
fn what_is_cashed_follows_the_rules() {
    golden::check("scadenze", |text| {
        let mut case: Value = serde_json::from_str(text).unwrap();
        let (desk, cliente) = open();
        let draft = DocumentoDraft {
            cliente_id: Some(cliente),
            ..serde_json::from_value(case["documento"].take()).unwrap()
        };
        let id = issue(&desk, 10, draft);
        let mut said = String::new();
        for (at, cashing) in (20..).zip(case["incassi"].as_array().unwrap()) {
            let number = cashing["rata"].as_u64().unwrap();
            let found = rows(&desk, id);
            let rata = found.iter().find(|row| u64::from(row.rata) == number).unwrap();
            let draft = IncassoDraft {
                scadenza_id: Some(rata.id),
                ..serde_json::from_value(cashing.clone()).unwrap()
            };
            match scadenze::incassa(&desk.books, &when(at), &draft) {
                Ok(_) => said += "cashed\n",
                Err(Error::Invalid(problems)) => said += &golden::lines(&problems),
                Err(other) => panic!("{other}"),
            }
        }
        for row in rows(&desk, id) {
            said += &format!(
                "{}/{} {} {} {} {} {:?} {}\n",
                row.rata,
                row.rate,
                row.scadenza,
                row.importo,
                row.incassato,
                row.residuo,
                row.stato,
                row.ultimo
            );
        }
        assert_eq!(findings(&desk), Vec::<String>::new());
        said
    });
}

#[test]
fn one_key_settles_and_the_same_key_takes_it_back() {
    let (desk, cliente) = open();
    let id = issue(&desk, 10, fattura(cliente, "100"));
    let rata = rows(&desk, id).remove(0);
    assert_eq!((rata.stato, rata.giorni), (StatoScadenza::Aperta, 0));
    let open = ScadenzaFilter::default();
    assert_eq!(residuo(&desk, &open), "122.00");

    let saldo = scadenze::salda(&desk.books, &when(20), &[rata.id]).unwrap();
    assert_eq!(
        (saldo.value.rate, saldo.value.incassato.to_string()),
        (1, "122.00".to_owned())
    );
    assert_eq!(saldo.touched, ["scadenze"]);
    // Settled today: it stays in sight, and no longer counts.
    let row = list(&desk, &open).remove(0);
    assert_eq!(
        (row.stato, row.ultimo.as_str()),
        (StatoScadenza::Pagata, "2026-11-24")
    );
    assert_eq!(residuo(&desk, &open), "0.00");
    let again = scadenze::salda(&desk.books, &when(21), &[rata.id]).unwrap();
    assert_eq!(again.value.rate, 0, "nothing is left");

    scadenze::riapri(&desk.books, &when(22), rata.id).unwrap();
    assert_eq!(rows(&desk, id)[0].stato, StatoScadenza::Aperta);
    let nothing = scadenze::riapri(&desk.books, &when(23), rata.id).unwrap_err();
    assert_eq!(nothing.code(), "scadenze_niente_incassato");

    scadenze::salda(&desk.books, &when(24), &[rata.id]).unwrap();
    desk.books.undo(&when(25)).unwrap();
    assert_eq!(rows(&desk, id)[0].stato, StatoScadenza::Aperta);
    desk.books.redo(&when(26)).unwrap();
    assert_eq!(rows(&desk, id)[0].stato, StatoScadenza::Pagata);
}

#[test]
fn a_credit_note_takes_from_its_invoice_first() {
    let (desk, cliente) = open();
    let invoice = issue(&desk, 10, fattura(cliente, "100"));
    let note = |second, prezzo: &str| {
        let mut draft = desk
            .books
            .read(|sql| documenti::convert(sql, &[invoice], Tipo::NotaCredito, &when(second)))
            .unwrap();
        draft.righe[0].prezzo = prezzo.to_owned();
        issue(&desk, second, draft)
    };
    let open = ScadenzaFilter::default();
    let first = note(11, "30");
    assert_eq!(residuo(&desk, &open), "85.40", "122 - 36.60");
    let settle = |second, documento| {
        let row = rows(&desk, documento).remove(0);
        scadenze::salda(&desk.books, &when(second), &[row.id])
            .unwrap()
            .value
    };
    let saldo = settle(20, first);
    assert_eq!(
        (saldo.incassato.to_string(), saldo.compensato.to_string()),
        ("0.00".to_owned(), "36.60".to_owned())
    );
    let row = rows(&desk, invoice).remove(0);
    assert_eq!(
        (row.residuo.to_string(), row.stato),
        ("85.40".to_owned(), StatoScadenza::Parziale)
    );
    assert_eq!(rows(&desk, first)[0].stato, StatoScadenza::Pagata);
    // No money moved.
    let cashed = |sql: &_| incassi::somme(sql, &IncassoFilter::default(), when(0).today);
    assert_eq!(desk.books.read(cashed).unwrap().righe, 0);

    settle(21, invoice);
    let second = note(22, "10");
    let saldo = settle(23, second);
    assert_eq!(
        saldo.incassato.to_string(),
        "-12.20",
        "the invoice is paid: money goes back"
    );
    let sums = desk.books.read(cashed).unwrap();
    assert_eq!((sums.righe, sums.importo.to_string()), (2, "73.20".to_owned()));
    assert_eq!(findings(&desk), Vec::<String>::new());

    // Half of a compensation takes the other half with it.
    let row = rows(&desk, first).remove(0);
    scadenze::riapri(&desk.books, &when(24), row.id).unwrap();
    assert_eq!(rows(&desk, invoice)[0].residuo.to_string(), "36.60");
    assert_eq!(rows(&desk, first)[0].residuo.to_string(), "-36.60");
    assert_eq!(findings(&desk), Vec::<String>::new());
}

/// Three invoices in four instalments, the first of them paid today, and a quote; all due today or later.
fn four_instalments() -> (Desk, Id) {
    let (desk, cliente) = open();
    let due = |prezzo: &str, termini: &str| DocumentoDraft {
        termini_pagamento: termini.to_owned(),
        ..fattura(cliente, prezzo)
    };
    let paid = issue(&desk, 10, due("10", ""));
    issue(&desk, 11, due("20", "30/60"));
    issue(&desk, 12, due("30", ""));
    let quote = DocumentoDraft {
        tipo: Tipo::Preventivo,
        ..fattura(cliente, "99")
    };
    issue(&desk, 13, quote);
    scadenze::salda(&desk.books, &when(20), &[rows(&desk, paid)[0].id]).unwrap();
    (desk, cliente)
}

fn of(quali: Quali) -> ScadenzaFilter {
    ScadenzaFilter {
        quali,
        direction: Direction::Ascending,
        ..ScadenzaFilter::default()
    }
}

#[test]
fn the_schedule_is_filtered() {
    let (desk, _) = four_instalments();
    let tomorrow = when(86_400).today;
    let amounts = |filter: &ScadenzaFilter| -> Vec<String> {
        let page = desk
            .books
            .read(|sql| scadenze::list(sql, filter, tomorrow))
            .unwrap();
        page.rows.iter().map(|row| row.importo.to_string()).collect()
    };
    assert_eq!(amounts(&of(Quali::Aperte)), ["36.60", "12.20", "12.20"]);
    assert_eq!(amounts(&of(Quali::Scadute)), ["36.60"]);
    assert_eq!(amounts(&of(Quali::Pagate)), ["12.20"]);
    assert_eq!(amounts(&of(Quali::Parziali)), Vec::<String>::new());
    assert_eq!(amounts(&of(Quali::Tutte)).len(), 4);
    let text = |testo: &str| ScadenzaFilter {
        testo: testo.to_owned(),
        ..of(Quali::Tutte)
    };
    assert_eq!(amounts(&text("rossi 36,60")), ["36.60"]);
    assert_eq!(amounts(&text("nessuno")), Vec::<String>::new());
    let days = ScadenzaFilter {
        dal: "25/11".to_owned(),
        al: "24/12".to_owned(),
        ..of(Quali::Tutte)
    };
    assert_eq!(amounts(&days), ["12.20"]);
    let bad = ScadenzaFilter {
        dal: "31/2".to_owned(),
        ..of(Quali::Tutte)
    };
    let refused = desk
        .books
        .read(|sql| scadenze::somme(sql, &bad, tomorrow))
        .unwrap_err();
    assert_eq!(refused.code(), "invalid");
}

#[test]
fn every_order_pages_through_all_rows() {
    let (desk, cliente) = four_instalments();
    let today = when(0).today;
    for sort in [
        ScadenzaSort::Scadenza,
        ScadenzaSort::Cliente,
        ScadenzaSort::Importo,
    ] {
        for cliente_id in [None, Some(cliente)] {
            let mut filter = ScadenzaFilter {
                sort,
                cliente_id,
                ..of(Quali::Tutte)
            };
            let mut ids = desk.books.read(|sql| scadenze::ids(sql, &filter, today)).unwrap();
            let mut seen = Vec::new();
            loop {
                filter.page.limit = 1;
                let found = desk
                    .books
                    .read(|sql| scadenze::list(sql, &filter, today))
                    .unwrap();
                seen.extend(found.rows.into_iter().map(|row| row.id));
                match found.next {
                    None => break,
                    next => filter.page.cursor = next,
                }
            }
            seen.sort_unstable();
            ids.sort_unstable();
            assert_eq!(seen, ids, "{sort:?}");
        }
    }
}

#[test]
fn a_cashing_is_found_by_its_note_and_goes_to_a_file() {
    let (desk, cliente) = open();
    let id = issue(&desk, 10, fattura(cliente, "100"));
    let draft = IncassoDraft {
        scadenza_id: Some(rows(&desk, id)[0].id),
        importo: "22".to_owned(),
        note: " CRO 4711 ".to_owned(),
        ..IncassoDraft::default()
    };
    scadenze::incassa(&desk.books, &when(20), &draft).unwrap();
    let hits = desk.books.read(|sql| books::search(sql, "4711", 5)).unwrap();
    assert_eq!(
        (hits[0].area.as_str(), hits[0].title.as_str()),
        ("scadenze", "1 Officine Rossi S.r.l.")
    );
    let incasso = desk.books.read(|sql| incassi::get(sql, hits[0].id)).unwrap();
    assert_eq!((incasso.documento_id, incasso.note.as_str()), (id, "CRO 4711"));

    let csv = |lista, colonne: &[&str]| {
        let elenco = Elenco {
            lista,
            colonne: colonne.iter().map(|&name| name.to_owned()).collect(),
            titolo: "Scadenzario".to_owned(),
            lingua: Lingua::It,
        };
        let table = desk
            .books
            .read(|sql| elenco::table(sql, &elenco, when(0).today))
            .unwrap();
        let paper = desk
            .books
            .read(|sql| elenco::to_pdf(sql, &elenco, when(0).today))
            .unwrap();
        (
            String::from_utf8(table.csv().unwrap()).unwrap(),
            pdf::text(&paper).unwrap(),
        )
    };
    let (text, paper) = csv(
        Lista::Scadenze(ScadenzaFilter::default()),
        &["documento", "stato", "importo", "residuo"],
    );
    assert_eq!(
        text,
        "\u{feff}Documento;Stato;Importo;Da incassare\r\nFattura 1;parziale;122,00;100,00\r\n"
    );
    assert!(paper.contains("100,00") && paper.contains("122,00"), "{paper}");
    let (text, _) = csv(
        Lista::Incassi(IncassoFilter::default()),
        &["giorno", "importo", "note"],
    );
    assert_eq!(
        text,
        "\u{feff}Giorno;Importo;Note\r\n2026-11-24;22,00;CRO 4711\r\n"
    );

    scadenze::togli(&desk.books, &when(21), incasso.id).unwrap();
    assert!(
        desk.books
            .read(|sql| books::search(sql, "4711", 5))
            .unwrap()
            .is_empty()
    );
    let gone = scadenze::togli(&desk.books, &when(22), incasso.id).unwrap_err();
    assert_eq!(gone.code(), "not_found");
}

#[test]
fn the_proof_finds_what_is_beyond_the_due() {
    let (desk, cliente) = open();
    let id = issue(&desk, 10, fattura(cliente, "100"));
    scadenze::salda(&desk.books, &when(20), &[rows(&desk, id)[0].id]).unwrap();
    let path = desk.books.archive().path().to_owned();
    let Desk { books, dir } = desk;
    drop(books);
    for (change, code) in crate::store::HARM_TO_THE_SCHEDULE {
        crate::store::change(&path, change);
        let books = books::Books::open(&path, &crate::common::setup(dir.path()), &when(90)).unwrap();
        let desk = Desk {
            books,
            dir: tempfile::tempdir().unwrap(),
        };
        assert!(
            findings(&desk).contains(&(*code).to_owned()),
            "{change}: {:?}",
            findings(&desk)
        );
    }
}
