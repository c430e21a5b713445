//! How documents look: every design says the same, and what is issued keeps its look.

use books::{
    allegati,
    azienda::{self, Aspetto, AziendaDraft, ColonnaStampa, Disegno},
    documenti::{self, DocumentoDraft, Esempio, RigaDraft},
};
use db::Id;

use super::{fattura, open, riga, verified};
use crate::common::{Desk, when};

const DISEGNI: [Disegno; 3] = [Disegno::Classico, Disegno::Moderno, Disegno::Essenziale];

fn company(desk: &Desk) -> AziendaDraft {
    let read = |sql: &db::Reader| azienda::stored(sql);
    desk.books.read(read).unwrap().unwrap().draft
}

fn look(desk: &Desk, second: i64, aspetto: Aspetto) {
    let draft = AziendaDraft {
        aspetto,
        ..company(desk)
    };
    azienda::save(&desk.books, &when(second), draft).unwrap();
}

fn pdf(desk: &Desk, id: Id) -> Vec<u8> {
    let folder = allegati::folder_of(desk.books.archive().path());
    let pdf = |sql: &db::Reader| documenti::to_pdf(sql, &folder, id, when(0).today);
    desk.books.read(pdf).unwrap()
}

fn words(pdf: &[u8]) -> Vec<String> {
    let text = pdf::text(pdf).unwrap().replace('·', " ");
    let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
    words.sort();
    words
}

#[test]
fn an_issued_document_keeps_the_look_it_was_issued_with() {
    let (desk, cliente) = open();
    let mut kept = Vec::new();
    for (second, disegno) in (10..).step_by(10).zip(DISEGNI) {
        let aspetto = Aspetto {
            disegno,
            colore: "#8a1c3b".to_owned(),
            intestazione: "Dal 1952".to_owned(),
            chiusura: "Grazie.".to_owned(),
            nascoste: vec![ColonnaStampa::Unita],
        };
        look(&desk, second, aspetto);
        let issued = documenti::issue(&desk.books, &when(second + 1), fattura(cliente, "10")).unwrap();
        let id = issued.value.documento.id;
        kept.push((id, pdf(&desk, id)));
    }
    look(&desk, 90, Aspetto::default());
    for (id, before) in kept {
        assert!(
            pdf(&desk, id) == before,
            "the same bytes whatever the look is now"
        );
        let text = pdf::text(&before).unwrap();
        for part in ["Dal 1952", "Grazie.", "12,20 €"] {
            assert!(text.contains(part), "{part} in {text}");
        }
        assert!(!text.contains("U.M."), "{text}");
    }
    assert_eq!(verified(&desk.books), Vec::<String>::new());
}

#[test]
fn every_design_says_the_same() {
    let (desk, _) = open();
    for esempio in [Esempio::Breve, Esempio::Lunga, Esempio::Inglese] {
        let [classico, moderno, essenziale] = DISEGNI.map(|disegno| {
            let azienda = AziendaDraft {
                aspetto: Aspetto {
                    disegno,
                    ..Aspetto::default()
                },
                ..company(&desk)
            };
            documenti::sample_pdf(&desk.books, &azienda, esempio, when(0).today).unwrap()
        });
        if esempio != Esempio::Lunga {
            // over several pages totals are carried at other rows
            assert_eq!(words(&classico), words(&moderno), "{esempio:?}");
            assert_eq!(words(&classico), words(&essenziale), "{esempio:?}");
        }
        for bytes in [classico, moderno, essenziale] {
            let pages = pdf::page_count(&bytes).unwrap();
            assert_eq!(pages > 1, esempio == Esempio::Lunga, "{esempio:?}: {pages}");
        }
    }
}

#[test]
fn a_column_left_out_comes_back_where_the_lines_need_it() {
    let (desk, cliente) = open();
    let nascoste = vec![ColonnaStampa::Codice, ColonnaStampa::Sconto, ColonnaStampa::Iva];
    look(
        &desk,
        10,
        Aspetto {
            nascoste,
            ..Aspetto::default()
        },
    );
    let printed = |second, righe: Vec<RigaDraft>| {
        let draft = DocumentoDraft {
            righe,
            ..fattura(cliente, "")
        };
        let issued = documenti::issue(&desk.books, &when(second), draft).unwrap();
        let text = pdf::text(&pdf(&desk, issued.value.documento.id)).unwrap();
        [
            text.contains("Sconto"),
            text.matches("22%").count() > 1,
            text.contains("COD-7"),
        ]
    };
    let coded = RigaDraft {
        codice: "COD-7".to_owned(),
        ..riga("10")
    };
    assert_eq!(
        printed(11, vec![coded.clone(), riga("20")]),
        [false, false, false]
    );
    let discounted = RigaDraft {
        sconti: "5".to_owned(),
        ..riga("20")
    };
    assert_eq!(printed(12, vec![coded.clone(), discounted]), [true, false, false]);
    let reduced = RigaDraft {
        aliquota_iva: "10".to_owned(),
        ..riga("20")
    };
    assert_eq!(printed(13, vec![coded, reduced]), [false, true, false]);
}

#[test]
fn what_is_no_colour_is_said_and_prints_in_the_design_s_own() {
    let (desk, _) = open();
    let mut draft = company(&desk);
    draft.aspetto.colore = "verdino".to_owned();
    let found = azienda::preview(&draft, when(0).today);
    assert!(
        found.iter().any(
            |problem| (problem.field.as_str(), problem.code.as_str()) == ("aspetto.colore", "colore_bad")
        ),
        "{found:?}"
    );
    documenti::sample_pdf(&desk.books, &draft, Esempio::Breve, when(0).today).unwrap();
}

/// Writes the samples to a folder, to be looked at: `F1C_LOOK=folder cargo test -p house look`.
#[test]
fn look_at_the_designs() {
    let Ok(folder) = std::env::var("F1C_LOOK") else {
        return;
    };
    let (desk, _) = open();
    let long = AziendaDraft {
        telefono: "02 123456".to_owned(),
        email: "bottega@verdi.example".to_owned(),
        pec: "verdi@pec.example".to_owned(),
        sito: "www.verdi.example".to_owned(),
        banca: "Banca di prova".to_owned(),
        nota_pie: "Iscritta all'albo degli artigiani di Milano n. 123456. Foro competente: Milano."
            .to_owned(),
        ..company(&desk)
    };
    for disegno in DISEGNI {
        for (esempio, name) in [
            (Esempio::Breve, "breve"),
            (Esempio::Lunga, "lunga"),
            (Esempio::Inglese, "inglese"),
        ] {
            for (colore, shade) in [("", "suo"), ("#8a1c3b", "bordeaux"), ("#facc15", "giallo")] {
                let azienda = AziendaDraft {
                    aspetto: Aspetto {
                        disegno,
                        colore: colore.to_owned(),
                        intestazione: "Falegnameria artigiana dal 1952".to_owned(),
                        chiusura: "Grazie per aver scelto il nostro laboratorio.".to_owned(),
                        ..Aspetto::default()
                    },
                    ..long.clone()
                };
                let bytes = documenti::sample_pdf(&desk.books, &azienda, esempio, when(0).today).unwrap();
                std::fs::write(format!("{folder}/{disegno:?}-{name}-{shade}.pdf"), bytes).unwrap();
            }
        }
    }
}
