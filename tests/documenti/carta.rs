//! Paper: the worked documents say the same in form, list, file and print.

use std::{fs, path::PathBuf, process::Command};

use books::{
    documenti::{self, DocumentoDraft, DocumentoFilter},
    scadenze::PAGAMENTI,
};

use super::{open, verified};
use crate::common::when;

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
            .read(|sql| documenti::list(sql, &DocumentoFilter::default(), when(1).today, &PAGAMENTI))
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
        serde_json::from_str(include_str!("../../fixtures/efatture/completa/draft.json")).unwrap();
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
