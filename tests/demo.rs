//! The filled archive: realistic, without a problem, and the same every time.

use books::{
    Severity, allegati,
    anagrafiche::{self, Natura, Soggetto},
};
use jiff::civil::{Date, date};

use crate::common::{Desk, when};

const TODAY: Date = date(2026, 11, 24);

fn tables(seed: u64) -> Vec<(String, Vec<u8>)> {
    let desk = Desk::new();
    books::demo(&desk.books, seed, TODAY).unwrap();
    let dir = desk.dir.path().join("fuori");
    let attachments = allegati::folder_of(desk.books.archive().path());
    let manifest = desk
        .books
        .read(|sql| books::export(sql, &attachments, &dir, &when(9)))
        .unwrap();
    let bytes = |path: String| (path.clone(), std::fs::read(dir.join(path)).unwrap());
    manifest.files.into_keys().map(bytes).collect()
}

#[test]
fn the_same_seed_makes_the_same_rows() {
    assert_eq!(tables(1), tables(1));
    assert_ne!(tables(1), tables(2));
}

#[test]
fn every_customer_can_be_billed_without_a_doubt() {
    let desk = Desk::new();
    let made = books::demo(&desk.books, 7, TODAY).unwrap();
    assert_eq!((made.clienti.len(), made.prodotti.len()), (300, 120));
    let mut kinds = [0; 5];
    for id in made.clienti {
        let kept = desk.books.read(|sql| anagrafiche::get(sql, id, TODAY)).unwrap();
        let doubts: Vec<_> = kept
            .problems
            .iter()
            .filter(|problem| problem.severity == Severity::Warning)
            .collect();
        assert!(doubts.is_empty(), "{:?}: {doubts:?}", kept.draft);
        Soggetto::parse(&kept.draft, TODAY).unwrap();
        kinds[match kept.draft.natura {
            Natura::Societa => 0,
            Natura::PersonaConIva => 1,
            Natura::Privato => 2,
            Natura::Pa => 3,
            Natura::Estero => 4,
        }] += 1;
    }
    assert_eq!(kinds, [135, 60, 60, 15, 30]);
    let again = books::demo(&desk.books, 7, TODAY).unwrap_err();
    assert_eq!(again.code(), "demo_not_empty");
}
