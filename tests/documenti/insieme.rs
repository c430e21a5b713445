//! Drafts issued together, and the last invoice once more.

use books::documenti::{self, DocumentoDraft, Stato, Tipo};
use db::Id;

use super::{fattura, open, problems, riga, verified};
use crate::common::{Desk, when};

fn kept(desk: &Desk, second: i64, draft: DocumentoDraft) -> Id {
    documenti::save(&desk.books, &when(second), draft)
        .unwrap()
        .value
        .id
}

fn dated(cliente: Id, day: &str, prezzo: &str) -> DocumentoDraft {
    DocumentoDraft {
        data_documento: day.to_owned(),
        ..fattura(cliente, prezzo)
    }
}

#[test]
fn one_that_is_refused_stays_a_draft_and_leaves_no_gap() {
    let (desk, cliente) = open();
    let late = kept(&desk, 3, dated(cliente, "2026-11-23", "30"));
    let empty = kept(&desk, 4, dated(cliente, "2026-11-22", ""));
    let early = kept(&desk, 5, dated(cliente, "2026-11-21", "20"));
    let gone = kept(&desk, 6, dated(cliente, "2026-11-20", "10"));
    documenti::delete(&desk.books, &when(7), gone).unwrap();
    let plan = |ids: &[Id]| {
        let plan = |sql: &db::Reader| documenti::issue_plan(sql, ids, when(8).today);
        desk.books.read(plan).unwrap()
    };
    let piano = plan(&[late, empty, early, gone]);
    let order: Vec<(Id, bool)> = piano
        .documenti
        .iter()
        .map(|one| (one.id, one.errori == 0))
        .collect();
    assert_eq!(order, [(early, true), (empty, false), (late, true)]);
    assert_eq!((piano.pronti, piano.totale.to_string().as_str()), (2, "61.00"));

    let issue = |second, id| documenti::issue_kept(&desk.books, &when(second), id);
    assert_eq!(issue(9, early).unwrap().value.documento.numero, "1");
    assert_eq!(
        problems(issue(10, empty).unwrap_err()),
        ["righe documenti_righe_vuote"]
    );
    assert_eq!(issue(11, late).unwrap().value.documento.numero, "2");
    assert_eq!(
        problems(issue(12, late).unwrap_err()),
        ["documenti_emesso"],
        "never twice"
    );
    let row = desk
        .books
        .read(|sql| documenti::get(sql, empty, when(13).today))
        .unwrap();
    assert_eq!(row.stato, Stato::Bozza);
    assert_eq!(verified(&desk.books), Vec::<String>::new());

    let behind = kept(&desk, 14, dated(cliente, "2026-11-22", "5"));
    let piano = plan(&[early, behind]);
    assert_eq!(
        (piano.documenti.len(), piano.pronti),
        (1, 0),
        "its date contradicts a number given since"
    );
}

#[test]
fn the_last_invoice_is_repeated_and_neither_drafts_nor_credit_notes_are() {
    let (desk, cliente) = open();
    let repeat = |second| {
        let when = when(second);
        desk.books.read(|sql| documenti::repeat(sql, cliente, &when))
    };
    assert_eq!(
        problems(repeat(3).unwrap_err()),
        ["documenti_nessuno_da_ripetere"]
    );
    for (second, prezzo) in [(4, "10"), (5, "20")] {
        documenti::issue(&desk.books, &when(second), fattura(cliente, prezzo)).unwrap();
    }
    kept(&desk, 6, fattura(cliente, "30"));
    let credit = DocumentoDraft {
        tipo: Tipo::NotaCredito,
        ..fattura(cliente, "40")
    };
    documenti::issue(&desk.books, &when(7), credit).unwrap();
    let draft = repeat(8).unwrap();
    assert_eq!((draft.tipo, draft.righe), (Tipo::Fattura, vec![riga("20")]));
    assert_eq!((draft.id, draft.chiave.as_str()), (None, ""));
}
