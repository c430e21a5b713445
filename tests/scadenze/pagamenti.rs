//! What the list of documents says of payments is what the schedule says.

use std::collections::{BTreeMap, BTreeSet};

use books::{
    documenti::{self, DocumentoFilter, Pagamento},
    elenco::{self, Lista},
    list::every,
    scadenze::{self, PAGAMENTI, Quali, ScadenzaFilter, StatoScadenza},
};
use jiff::civil::{Date, date};

use super::issue;
use crate::{
    common::{setup, when},
    documenti::{fattura, open},
};

const TODAY: Date = date(2026, 11, 24);

/// The words that hold of a document with these instalments, the most telling one first.
fn words(states: &[(StatoScadenza, bool)]) -> Vec<Pagamento> {
    let open = || states.iter().filter(|(stato, _)| *stato != StatoScadenza::Pagata);
    if open().next().is_none() {
        return vec![Pagamento::Pagato];
    }
    let mut words = Vec::new();
    if open().any(|(stato, _)| *stato == StatoScadenza::Scaduta) {
        words.push(Pagamento::Scaduto);
    }
    if states.iter().any(|(_, is_cashed)| *is_cashed) {
        words.push(Pagamento::Parziale);
    }
    words.push(Pagamento::Aperto);
    words
}

#[test]
fn every_word_agrees_with_the_schedule() {
    let dir = tempfile::tempdir().unwrap();
    let books = books::demo_archive(&dir.path().join("a.f1c"), &setup(dir.path()), 300, TODAY).unwrap();
    let due = every(|page| {
        let filter = ScadenzaFilter {
            quali: Quali::Tutte,
            page,
            ..ScadenzaFilter::default()
        };
        books.read(|sql| scadenze::list(sql, &filter, TODAY))
    });
    let mut states = BTreeMap::<_, Vec<_>>::new();
    for row in due.unwrap() {
        let state = (row.stato, !row.incassato.is_zero());
        states.entry(row.documento_id).or_default().push(state);
    }
    let all = |pagamento| {
        every(|page| {
            let filter = DocumentoFilter {
                pagamento,
                page,
                ..DocumentoFilter::default()
            };
            books.read(|sql| documenti::list(sql, &filter, TODAY, &PAGAMENTI))
        })
        .unwrap()
    };
    let rows = all(None);
    for row in &rows {
        let expected = states.get(&row.id).map(|states| words(states)[0]);
        assert_eq!(row.pagamento, expected, "{}", row.numero);
    }
    for pagamento in [
        Pagamento::Aperto,
        Pagamento::Scaduto,
        Pagamento::Parziale,
        Pagamento::Pagato,
    ] {
        let expected: BTreeSet<_> = states
            .iter()
            .filter(|(_, states)| words(states).contains(&pagamento))
            .map(|(id, _)| *id)
            .collect();
        assert!(!expected.is_empty(), "{pagamento:?}");
        let found: BTreeSet<_> = all(Some(pagamento)).iter().map(|row| row.id).collect();
        assert_eq!(found, expected, "{pagamento:?}");
        let filter = DocumentoFilter {
            pagamento: Some(pagamento),
            ..DocumentoFilter::default()
        };
        let (sums, ids) = books
            .read(|sql| {
                Ok((
                    documenti::somme(sql, &filter, TODAY, &PAGAMENTI)?,
                    elenco::ids(sql, &Lista::Documenti(filter.clone()), TODAY)?,
                ))
            })
            .unwrap();
        assert_eq!(usize::try_from(sums.righe), Ok(expected.len()), "{pagamento:?}");
        assert_eq!(
            ids.into_iter().collect::<BTreeSet<_>>(),
            expected,
            "{pagamento:?}"
        );
    }
}

#[test]
fn a_cashing_and_a_day_change_the_word() {
    let (desk, cliente) = open();
    let id = issue(&desk, 10, fattura(cliente, "100"));
    let word = |today| {
        let filter = DocumentoFilter::default();
        let page = desk
            .books
            .read(|sql| documenti::list(sql, &filter, today, &PAGAMENTI));
        let rows = page.unwrap().rows;
        rows.into_iter().find(|row| row.id == id).unwrap().pagamento
    };
    let today = when(0).today;
    assert_eq!(word(today), Some(Pagamento::Aperto));
    assert_eq!(word(today.tomorrow().unwrap()), Some(Pagamento::Scaduto));
    let rata = super::rows(&desk, id).remove(0).id;
    let part = scadenze::IncassoDraft {
        scadenza_id: Some(rata),
        importo: "22".to_owned(),
        ..scadenze::IncassoDraft::default()
    };
    scadenze::incassa(&desk.books, &when(20), &part).unwrap();
    assert_eq!(word(today), Some(Pagamento::Parziale));
    assert_eq!(word(today.tomorrow().unwrap()), Some(Pagamento::Scaduto));
    scadenze::salda(&desk.books, &when(21), &[rata]).unwrap();
    assert_eq!(word(today), Some(Pagamento::Pagato));
}
