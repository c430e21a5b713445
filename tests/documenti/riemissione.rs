//! Where files stand, their clocks, and documents that SDI rejected: issued again under the same number.

use books::{
    documenti::{self, BancoFilter, DocumentoDraft, Tipo},
    efatture::{self, EfatturaStato},
};

use super::{fattura, open, problems, verified};
use crate::common::{Desk, when};

fn desk_of(books: &books::Books, day: i64) -> Vec<(String, EfatturaStato, String, i64)> {
    let desk = |tutte| {
        let filter = BancoFilter {
            tutte,
            ..BancoFilter::default()
        };
        let page = books.read(|sql| documenti::banco(sql, &filter, when(day * 86_400).today));
        page.unwrap().rows
    };
    let (open, mut all) = (desk(false), desk(true));
    all.retain(|row| row.stato.is_open());
    assert_eq!(open, all, "open files are those whose state is open");
    let rows = open.into_iter();
    rows.map(|row| (row.numero, row.stato, row.entro, row.giorni))
        .collect()
}

#[test]
fn the_desk_tells_what_is_due_until_it_is_delivered() {
    let (desk, cliente) = open();
    let books = &desk.books;
    let issue = |second, draft| documenti::issue(books, &when(second), draft).unwrap().value;
    let first = issue(3, fattura(cliente, "10")).documento.id;
    let later = DocumentoDraft {
        tipo: Tipo::FatturaDifferita,
        ddt: vec![documenti::DdtDraft {
            numero: "7".to_owned(),
            data_ddt: "20/10/2026".to_owned(),
            ..documenti::DdtDraft::default()
        }],
        ..fattura(cliente, "10")
    };
    issue(4, later);
    let told = desk_of(books, 0);
    assert_eq!(
        told,
        [
            (
                "1".to_owned(),
                EfatturaStato::DaSalvare,
                "2026-12-06".to_owned(),
                12
            ),
            (
                "2".to_owned(),
                EfatturaStato::DaSalvare,
                "2026-11-15".to_owned(),
                -9
            ),
        ]
    );
    let folder = tempfile::tempdir().unwrap();
    efatture::save_to_folder(books, &when(5), &[first], folder.path()).unwrap();
    assert_eq!(
        desk_of(books, 0)[0].1,
        EfatturaStato::Salvata,
        "saving is not sending"
    );
    let mark = |second, stato| efatture::mark(books, &when(second), &[first], stato, "", "").unwrap();
    mark(6, EfatturaStato::Inviata);
    assert_eq!(desk_of(books, 0)[0].2, "", "nothing is due any more");
    mark(7, EfatturaStato::Consegnata);
    assert_eq!(desk_of(books, 0).len(), 1, "delivered: off the desk");
    books.undo(&when(8)).unwrap();
    assert_eq!(desk_of(books, 0)[0].1, EfatturaStato::Inviata);
    let all = BancoFilter {
        tutte: true,
        ..BancoFilter::default()
    };
    mark(9, EfatturaStato::MancataConsegna);
    let page = books
        .read(|sql| documenti::banco(sql, &all, when(9).today))
        .unwrap();
    assert_eq!(page.rows.len(), 2);
    let error = efatture::mark(books, &when(10), &[first], EfatturaStato::Salvata, "", "").unwrap_err();
    assert_eq!(error.code(), "efatture_stato_derivato");
    let error = efatture::mark(books, &when(10), &[first], EfatturaStato::Inviata, "+3", "").unwrap_err();
    assert_eq!(problems(error), ["giorno date_bad"]);
}

#[test]
fn a_rejected_document_is_issued_again_under_its_number() {
    let (desk, cliente) = open();
    let books = &desk.books;
    let first = documenti::issue(books, &when(3), fattura(cliente, "10"))
        .unwrap()
        .value
        .documento;
    documenti::issue(books, &when(4), fattura(cliente, "20")).unwrap();
    let correct = |day: i64| books.read(|sql| documenti::correct(sql, first.id, &when(day * 86_400)));
    assert_eq!(correct(0).unwrap_err().code(), "documenti_non_scartato");
    let note = "00423: prezzo totale errato";
    efatture::mark(books, &when(5), &[first.id], EfatturaStato::Scartata, "", note).unwrap();
    assert_eq!(desk_of(books, 0)[0].2, "2026-11-29", "five days");
    assert_eq!(correct(6).unwrap_err().code(), "documenti_riemissione_scaduta");

    let mut draft = correct(2).unwrap();
    draft.righe[0].prezzo = "12".to_owned();
    let at = |second: i64| when(2 * 86_400 + second);
    let kept = documenti::save(books, &at(1), draft).unwrap().value;
    let preview = documenti::preview(books, &kept.draft, at(1).today).unwrap();
    assert_eq!(preview.numero_previsto, "1");
    let moved = DocumentoDraft {
        data_documento: "26/11/2026".to_owned(),
        sezionale: "B".to_owned(),
        ..kept.draft.clone()
    };
    assert_eq!(
        problems(documenti::issue(books, &at(2), moved).unwrap_err()),
        [
            "data_documento documenti_riemissione_data",
            "sezionale documenti_riemissione_serie"
        ]
    );
    let again = documenti::issue(books, &at(3), kept.draft)
        .unwrap()
        .value
        .documento;
    assert_eq!(
        (
            again.id,
            again.numero.as_str(),
            again.draft.data_documento.as_str()
        ),
        (first.id, "1", first.draft.data_documento.as_str())
    );
    assert_eq!(again.nome_file, "IT01234567897_00003.xml", "a file of its own");
    assert_eq!(again.totali.imponibile.to_string(), "12.00");
    assert!(
        books
            .read(|sql| documenti::get(sql, kept.id, at(4).today))
            .is_err(),
        "the draft became the document"
    );
    assert_eq!(verified(books), [""; 0], "the chain has both versions");
    books.read(documenti::check_chain).unwrap();
    let states = books.read(|sql| efatture::states(sql, first.id)).unwrap();
    assert_eq!(
        states
            .iter()
            .map(|state| state.nome_file.as_str())
            .collect::<Vec<_>>(),
        ["IT01234567897_00001.xml"],
        "what became of the first file stays written"
    );
    assert_eq!(desk_of(books, 2)[0].1, EfatturaStato::DaSalvare);
    assert_eq!(books.undo(&at(5)).unwrap_err().code(), "db_undo_barrier");
    let next = documenti::issue(books, &at(6), fattura(cliente, "1"))
        .unwrap()
        .value;
    assert_eq!(next.documento.numero, "3");
    prove(&desk, first.id);
}

/// Form, list, XML and PDF of a document say the same.
fn prove(desk: &Desk, id: db::Id) {
    let proof = desk
        .books
        .read(|sql| documenti::proof(sql, desk.dir.path(), id))
        .unwrap();
    assert!(proof.ok, "{proof:?}");
    assert_eq!(proof.righe[2].xml, Some(proof.righe[2].scheda));
}
