//! Customers, suppliers and contacts through the books.

mod importa;
mod sporcizia;

use books::{
    Error,
    anagrafiche::{self, Faccia, Natura, Soggetto, SoggettoDraft, SoggettoFilter},
    documenti,
    list::{Direction, PageRequest},
};

use proptest::{
    prelude::{Just, Strategy},
    prop_oneof,
    strategy::ValueTree,
    test_runner::TestRunner,
};

use crate::{
    common::{Desk, when},
    golden,
};

fn draft(name: &str) -> SoggettoDraft {
    SoggettoDraft {
        denominazione: name.to_owned(),
        ..SoggettoDraft::default()
    }
}

#[test]
fn the_same_subject_is_found_by_number_code_or_name() {
    let desk = Desk::new();
    let rossi = SoggettoDraft {
        partita_iva: "IT01234567897".to_owned(),
        ..draft("Officine Rossi S.r.l.")
    };
    let kept = anagrafiche::save(&desk.books, &when(1), rossi).unwrap().value;
    let simili = |draft: SoggettoDraft| {
        let found = desk
            .books
            .read(|sql| anagrafiche::preview(sql, &draft, when(2).today))
            .unwrap();
        found.simili.into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    assert_eq!(simili(draft("OFFICÌNE  rossi SRL")), [kept.id]);
    assert_eq!(
        simili(SoggettoDraft {
            partita_iva: "01234567897".to_owned(),
            ..draft("Altro")
        }),
        [kept.id]
    );
    assert!(simili(draft("Altro")).is_empty());
    assert!(
        simili(SoggettoDraft {
            id: Some(kept.id),
            ..kept.draft
        })
        .is_empty(),
        "not itself"
    );
}

#[test]
fn what_cannot_be_read_is_refused_and_what_is_missing_is_not() {
    let desk = Desk::new();
    let bad = SoggettoDraft {
        partita_iva: "01234567890".to_owned(),
        cap: "201".to_owned(),
        ..draft("")
    };
    let Err(Error::Invalid(problems)) = anagrafiche::save(&desk.books, &when(1), bad) else {
        panic!("kept")
    };
    let fields: Vec<&str> = problems.iter().map(|problem| problem.field.as_str()).collect();
    assert!(
        ["denominazione", "partita_iva", "cap"]
            .iter()
            .all(|field| fields.contains(field)),
        "{fields:?}"
    );
    assert!(anagrafiche::save(&desk.books, &when(2), draft("Solo il nome")).is_ok());
}

#[test]
fn a_page_goes_on_where_the_last_one_ended() {
    let desk = Desk::new();
    for (second, name) in (1..).zip(["Èrica", "alba", "Zeno", "Bar", "bar due"]) {
        anagrafiche::save(
            &desk.books,
            &when(second),
            SoggettoDraft {
                cliente: true,
                ..draft(name)
            },
        )
        .unwrap();
    }
    for direction in [Direction::Ascending, Direction::Descending] {
        let mut names = Vec::new();
        let mut page = PageRequest {
            cursor: None,
            limit: 2,
        };
        loop {
            let filter = SoggettoFilter {
                direction,
                page: page.clone(),
                ..SoggettoFilter::default()
            };
            let found = desk.books.read(|sql| anagrafiche::list(sql, &filter)).unwrap();
            names.extend(found.rows.into_iter().map(|row| row.nome));
            match found.next {
                Some(next) => page.cursor = Some(next),
                None => break,
            }
        }
        let mut expected = ["alba", "Bar", "bar due", "Èrica", "Zeno"];
        if direction == Direction::Descending {
            expected.reverse();
        }
        assert_eq!(names, expected);
    }
}

#[test]
fn a_cursor_that_is_not_ours_is_refused() {
    let desk = Desk::new();
    for cursor in ["", "x", "[1]", "[null,\"5\"]", "[1.5,\"5\"]", "[\"a\",\"0\"]"] {
        let page = PageRequest {
            cursor: Some(cursor.to_owned()),
            limit: 0,
        };
        let filter = SoggettoFilter {
            page,
            ..SoggettoFilter::default()
        };
        let error = desk
            .books
            .read(|sql| anagrafiche::list(sql, &filter))
            .unwrap_err();
        assert_eq!(error.code(), "cursor_bad", "{cursor}");
    }
}

#[test]
fn bin_merge_and_undo() {
    let desk = Desk::new();
    let keep = SoggettoDraft {
        cliente: true,
        email: "a@b.it".to_owned(),
        ..draft("Verdi")
    };
    let keep = anagrafiche::save(&desk.books, &when(1), keep).unwrap().value;
    let drop = SoggettoDraft {
        fornitore: true,
        telefono: "02 123".to_owned(),
        email: "c@d.it".to_owned(),
        ..draft("Verdi snc")
    };
    let drop = anagrafiche::save(&desk.books, &when(2), drop).unwrap().value;
    let open = documenti::DocumentoDraft {
        cliente_id: Some(drop.id),
        note: "da finire".to_owned(),
        ..documenti::DocumentoDraft::default()
    };
    let open = documenti::save(&desk.books, &when(2), open).unwrap().value.id;
    let merged = books::merge_soggetti(&desk.books, &when(3), keep.id, drop.id)
        .unwrap()
        .value;
    assert_eq!(
        (merged.draft.email.as_str(), merged.draft.telefono.as_str()),
        ("a@b.it", "02 123")
    );
    assert!(merged.draft.cliente && merged.draft.fornitore);
    let shown = |faccia, cestino| {
        let filter = SoggettoFilter {
            faccia,
            cestino,
            ..SoggettoFilter::default()
        };
        desk.books
            .read(|sql| anagrafiche::list(sql, &filter))
            .unwrap()
            .rows
            .len()
    };
    assert_eq!(
        (shown(Faccia::Fornitore, false), shown(Faccia::Fornitore, true)),
        (1, 1)
    );
    let customer = || {
        let read = |sql: &_| documenti::get(sql, open, when(4).today);
        let view = desk.books.read(read).unwrap();
        assert_eq!(view.draft.note, "da finire");
        (view.draft.cliente_id, view.cliente)
    };
    assert_eq!(customer(), (Some(keep.id), "Verdi".to_owned()));
    desk.books.undo(&when(4)).unwrap();
    assert_eq!(customer(), (Some(drop.id), "Verdi snc".to_owned()));
    assert_eq!(
        (shown(Faccia::Fornitore, false), shown(Faccia::Fornitore, true)),
        (1, 0)
    );
    let again = desk
        .books
        .read(|sql| anagrafiche::get(sql, keep.id, when(5).today))
        .unwrap();
    assert_eq!(again.draft, keep.draft);
}

#[test]
fn a_subject_is_found_in_the_palette_until_it_is_binned() {
    let desk = Desk::new();
    let draft = SoggettoDraft {
        comune: "Forlì".to_owned(),
        natura: Natura::Societa,
        ..draft("Caffè Perù")
    };
    let kept = anagrafiche::save(&desk.books, &when(1), draft).unwrap().value;
    let hits = |text: &str| desk.books.read(|sql| books::search(sql, text, 10)).unwrap();
    for text in ["caffe", "peru", "forli"] {
        assert_eq!(
            hits(text).first().map(|hit| (hit.id, hit.title.as_str())),
            Some((kept.id, "Caffè Perù")),
            "{text}"
        );
    }
    anagrafiche::bin(&desk.books, &when(2), kept.id).unwrap();
    assert!(hits("caffe").is_empty());
}

#[test]
fn a_customer_is_not_crowded_out_of_the_palette_by_their_own_documents() {
    let (desk, cliente) = crate::documenti::open();
    for at in 10..30 {
        documenti::save(&desk.books, &when(at), crate::documenti::fattura(cliente, "1")).unwrap();
    }
    let namesake = anagrafiche::save(&desk.books, &when(40), draft("Adele Rossini")).unwrap();
    let hits = || desk.books.read(|sql| books::search(sql, "ross", 12)).unwrap();
    let first = || {
        let first = hits().into_iter().take(2);
        first.map(|hit| (hit.id, hit.ripetibile)).collect::<Vec<_>>()
    };
    assert_eq!(first(), [(namesake.value.id, false), (cliente, false)], "by name");
    documenti::issue(&desk.books, &when(41), crate::documenti::fattura(cliente, "1")).unwrap();
    assert_eq!(
        first(),
        [(cliente, true), (namesake.value.id, false)],
        "billed last"
    );
    assert_eq!(hits().len(), 12);
    assert_eq!(hits().iter().filter(|hit| hit.id == cliente).count(), 1);
}

/// Any text, and texts that come close to what a field wants.
fn dirty() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,20}",
        "[0-9]{11}",
        "IT[0-9]{11}",
        "[A-Z]{6}[0-9]{2}[A-T][0-9]{2}[A-Z][0-9]{3}[A-Z]",
        "[A-Z0-9]{6,7}",
        "[0-9]{5}",
        "[A-Za-z]{2}",
        Just(String::new()),
    ]
}

fn any_draft() -> impl Strategy<Value = SoggettoDraft> {
    let natura = prop_oneof![
        Just(Natura::Societa),
        Just(Natura::PersonaConIva),
        Just(Natura::Privato),
        Just(Natura::Pa),
        Just(Natura::Estero),
    ];
    (natura, proptest::collection::vec(dirty(), 13)).prop_map(|(natura, texts)| {
        let mut texts = texts.into_iter();
        let mut next = || texts.next().unwrap_or_default();
        SoggettoDraft {
            natura,
            denominazione: next(),
            nome: next(),
            cognome: next(),
            partita_iva: next(),
            codice_fiscale: next(),
            indirizzo: next(),
            cap: next(),
            comune: next(),
            provincia: next(),
            nazione: next(),
            codice_destinatario: next(),
            iban: next(),
            pec: next(),
            ..SoggettoDraft::default()
        }
    })
}

#[test]
fn whatever_is_typed_is_kept_or_every_problem_is_said() {
    let desk = Desk::new();
    let mut runner = TestRunner::deterministic();
    let mut second = 0;
    for _ in 0..256 {
        let draft = any_draft().new_tree(&mut runner).unwrap().current();
        second += 1;
        let preview = desk
            .books
            .read(|sql| anagrafiche::preview(sql, &draft, when(second).today))
            .unwrap();
        match anagrafiche::save(&desk.books, &when(second), draft.clone()) {
            Ok(kept) => {
                assert!(!books::refuses(&preview.problems), "{draft:?}");
                assert_eq!(kept.value.draft.denominazione, draft.denominazione);
                assert_eq!(kept.value.draft.partita_iva, draft.partita_iva);
            }
            Err(Error::Invalid(problems)) => assert_eq!(problems, preview.problems, "{draft:?}"),
            Err(other) => panic!("{draft:?}: {other}"),
        }
    }
}

#[test]
fn case_blanks_and_accents_do_not_make_another_subject() {
    let desk = Desk::new();
    let mut runner = TestRunner::deterministic();
    let name = "[A-Za-zàèéìòù]{3,9}( [A-Za-zàèéìòù]{3,9}){0,2}";
    for second in 1..64 {
        let name = name.new_tree(&mut runner).unwrap().current();
        let kept = anagrafiche::save(&desk.books, &when(second), draft(&name))
            .unwrap()
            .value;
        let accents = [('a', "à"), ('E', "È"), ('o', "ò")];
        let written = accents
            .iter()
            .fold(name.to_uppercase(), |text, (from, to)| text.replace(*from, to));
        for other in [
            name.to_lowercase(),
            written,
            format!("  {}  ", name.replace(' ', "   ")),
            fisco::text::unaccented(&name),
        ] {
            let simili = desk
                .books
                .read(|sql| anagrafiche::preview(sql, &draft(&other), when(second).today))
                .unwrap()
                .simili;
            assert!(simili.iter().any(|row| row.id == kept.id), "{name} / {other}");
        }
    }
}

#[test]
fn what_the_form_says_and_what_an_invoice_takes() {
    let desk = Desk::new();
    golden::check("anagrafiche", |draft| {
        let draft: SoggettoDraft = serde_json::from_str(draft).unwrap();
        let today = when(1).today;
        let preview = desk
            .books
            .read(|sql| anagrafiche::preview(sql, &draft, today))
            .unwrap();
        let invoice = match Soggetto::parse(&draft, today) {
            Ok(soggetto) => serde_json::to_string_pretty(&soggetto).unwrap() + "\n",
            Err(problems) => golden::lines(&problems),
        };
        format!("form\n{}invoice\n{invoice}", golden::lines(&preview.problems))
    });
}

#[test]
fn a_row_that_is_gone_is_not_made_again() {
    let desk = Desk::new();
    let gone = SoggettoDraft {
        id: Some("77".parse().unwrap()),
        ..draft("Nessuno")
    };
    assert_eq!(
        anagrafiche::save(&desk.books, &when(1), gone).unwrap_err().code(),
        "not_found"
    );
}
