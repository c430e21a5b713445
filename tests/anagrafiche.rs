//! Customers, suppliers and contacts through the books.

use books::{
    Error,
    anagrafiche::{self, Faccia, Natura, SoggettoDraft, SoggettoFilter},
    list::{Direction, PageRequest},
};

use crate::common::{Desk, when};

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
    let merged = anagrafiche::merge(&desk.books, &when(3), keep.id, drop.id)
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
    desk.books.undo(&when(4)).unwrap();
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
