//! The filled archive: realistic, without a problem, and the same every time.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use books::{
    Books, FileEntry, PdfCheck, Severity, allegati,
    anagrafiche::{self, Natura, Soggetto},
    documenti::{self, BancoFilter, BancoRow, DocumentoFilter, DocumentoRow, Stato, Tipo},
    efatture::EfatturaStato,
    list::PageRequest,
    scadenze::PAGAMENTI,
};
use jiff::civil::{Date, date};

use crate::common::{Desk, setup, when};

const TODAY: Date = date(2026, 11, 24);

fn tables(seed: u64) -> BTreeMap<String, FileEntry> {
    let desk = Desk::new();
    books::demo(&desk.books, seed, TODAY).unwrap();
    let dir = desk.dir.path().join("fuori");
    let attachments = allegati::folder_of(desk.books.archive().path());
    let export = |sql: &_| books::export(sql, &attachments, &dir, &when(9));
    desk.books.read(export).unwrap().files
}

/// An archive in a folder whose marks may have been there before.
fn archive(dir: &Path, name: &str, documents: u32) -> Books {
    books::demo_archive(&dir.join(name), &setup(dir), documents, TODAY).unwrap()
}

#[test]
fn three_years_of_documents_are_whole_and_the_same_every_time() {
    let dir = tempfile::tempdir().unwrap();
    let books = archive(dir.path(), "a.f1c", 300);
    let again = archive(dir.path(), "b.f1c", 300);
    let attachments = allegati::folder_of(books.archive().path());
    let report = books
        .read(|sql| books::verify(sql, &attachments, PdfCheck::Sample))
        .unwrap();
    assert_eq!((report.findings, report.checked), (Vec::new(), 294));
    let holes = books.read(documenti::numeri).unwrap();
    assert_eq!(holes, Vec::new());
    check_kinds(&all(&books));
    check_states(&books);
    // Closing copies the log into the file: the same archive is the same bytes.
    drop((books, again));
    let bytes = |name| std::fs::read(dir.path().join(name)).unwrap();
    assert!(bytes("a.f1c") == bytes("b.f1c"));
}

fn all(books: &Books) -> Vec<DocumentoRow> {
    let filter = DocumentoFilter {
        page: PageRequest {
            cursor: None,
            limit: 1_000,
        },
        ..DocumentoFilter::default()
    };
    books
        .read(|sql| documenti::list(sql, &filter, TODAY, &PAGAMENTI))
        .unwrap()
        .rows
}

/// What is old has arrived; of the last weeks something is to be saved, one file was rejected and can be mended in
/// time, one was not delivered.
fn check_states(books: &Books) {
    let filter = BancoFilter {
        tutte: true,
        page: PageRequest {
            cursor: None,
            limit: 1_000,
        },
        ..BancoFilter::default()
    };
    let desk = books
        .read(|sql| documenti::banco(sql, &filter, TODAY))
        .unwrap()
        .rows;
    let is_at_its_end =
        |row: &&BancoRow| matches!(row.stato, EfatturaStato::Consegnata | EfatturaStato::Accettata);
    let open: Vec<&BancoRow> = desk.iter().filter(|row| !is_at_its_end(row)).collect();
    assert!(open.len() < 20 && open.len() * 8 < desk.len(), "{}", open.len());
    assert!(
        open.iter().all(|row| row.data_documento.as_str() >= "2026-10-15"),
        "{open:?}"
    );
    let of = |stato| open.iter().filter(|row| row.stato == stato).collect::<Vec<_>>();
    assert!(!of(EfatturaStato::DaSalvare).is_empty(), "{open:?}");
    assert!(
        of(EfatturaStato::Scartata)
            .iter()
            .all(|row| row.giorni >= 0 && !row.note.is_empty())
    );
    assert_eq!(of(EfatturaStato::Scartata).len(), 1);
    assert_eq!(of(EfatturaStato::MancataConsegna).len(), 1);
}

fn check_kinds(rows: &[DocumentoRow]) {
    assert_eq!(rows.len(), 300);
    let tipi: BTreeSet<Tipo> = rows.iter().map(|row| row.tipo).collect();
    let wanted = [
        Tipo::Preventivo,
        Tipo::Proforma,
        Tipo::Ddt,
        Tipo::Fattura,
        Tipo::FatturaAcconto,
        Tipo::NotaCredito,
        Tipo::FatturaDifferita,
        Tipo::Ricevuta,
    ];
    assert_eq!(tipi, BTreeSet::from(wanted));
    let stati: BTreeSet<Stato> = rows.iter().map(|row| row.stato).collect();
    assert!(
        [
            Stato::Bozza,
            Stato::Emesso,
            Stato::Accettato,
            Stato::Rifiutato,
            Stato::Convertito
        ]
        .iter()
        .all(|stato| stati.contains(stato)),
        "{stati:?}"
    );
    assert_eq!(rows.iter().filter(|row| row.incompleto).count(), 1);
    let fiscali = || rows.iter().filter(|row| row.tipo.is_fiscale());
    assert!(fiscali().all(|row| (row.totale.get() < 0) == (row.tipo == Tipo::NotaCredito)));
    let waits = |row: &&DocumentoRow| row.tipo == Tipo::Ddt && row.stato == Stato::Emesso;
    assert!(
        rows.iter()
            .filter(waits)
            .all(|row| row.data_documento.as_str() >= "2026-11-01"),
        "goods wait to be billed"
    );
    let years: BTreeSet<&str> = rows.iter().map(|row| &row.data_documento[..4]).collect();
    assert_eq!(years, BTreeSet::from(["2023", "2024", "2025", "2026"]));
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
