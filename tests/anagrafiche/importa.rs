//! A list of 5,000 customers with the dirt that lists have: every row one outcome, and the one that it should have.

use books::{
    Doppioni, Esito, Illeggibili, ImportOptions, ImportReport, Progress, Sheet,
    anagrafiche::{self, Faccia, SoggettoFilter},
};

use super::sporcizia::{KINDS, ROWS, file};
use crate::common::{Desk, when};

fn customers(desk: &Desk) -> usize {
    let filter = SoggettoFilter::default();
    let mut request = books::list::PageRequest {
        cursor: None,
        limit: 1_000,
    };
    let mut found = 0;
    loop {
        let filter = SoggettoFilter {
            page: request.clone(),
            ..filter.clone()
        };
        let page = desk.books.read(|sql| anagrafiche::list(sql, &filter)).unwrap();
        found += page.rows.len();
        match page.next {
            Some(next) => request.cursor = Some(next),
            None => return found,
        }
    }
}

fn import(desk: &Desk, second: i64, sheet: &Sheet, options: &ImportOptions) -> ImportReport {
    let progress = Progress::default();
    let saved = anagrafiche::import(
        &desk.books,
        &when(second),
        Faccia::Cliente,
        sheet,
        options,
        &progress,
    )
    .unwrap();
    let rows = u32::try_from(saved.value.righe.len()).unwrap();
    assert_eq!(progress.state(), (rows, rows));
    saved.value
}

#[test]
fn five_thousand_dirty_rows_have_one_outcome_each() {
    let desk = Desk::new();
    let sheet = Sheet::read(&file()).unwrap();
    assert_eq!((sheet.codifica, sheet.separatore), ("windows-1252", ";"));
    let options = ImportOptions::default();
    let told = anagrafiche::import_preview(&desk.books, &when(1), Faccia::Cliente, &sheet, &options).unwrap();
    assert_eq!(customers(&desk), 0, "a preview keeps nothing");
    let report = import(&desk, 2, &sheet, &options);
    assert_eq!(told.righe, report.righe, "the preview told the truth");
    assert_eq!(
        report.colonne,
        [
            "codice",
            "denominazione",
            "indirizzo",
            "cap",
            "comune",
            "provincia",
            "nazione",
            "partita_iva",
            "codice_fiscale",
            "codice_destinatario",
            "pec",
            "modalita_pagamento",
            "",
            ""
        ]
    );
    assert_eq!(report.righe.len(), ROWS);
    for (at, riga) in report.righe.iter().enumerate() {
        let kind = &KINDS[at % KINDS.len()];
        let noted = riga.esito != Esito::Rifiutata && !riga.problems.is_empty();
        assert_eq!(
            (riga.esito, noted),
            (kind.esito, kind.has_notes),
            "{}: {riga:?}",
            kind.name
        );
    }
    let conti = report.conti;
    assert_eq!(
        conti.nuovi + conti.completati + conti.doppioni + conti.vuote + conti.rifiutate,
        conti.righe
    );
    assert_eq!(customers(&desk), usize::try_from(conti.nuovi).unwrap());
    let csv = books::import_csv(&sheet, &report, false).unwrap();
    assert_eq!(
        Sheet::read(&csv).unwrap().rows.len(),
        ROWS + 1,
        "one line of the report for each row"
    );

    let again = import(&desk, 3, &sheet, &options);
    assert_eq!(again.conti.nuovi, 0, "a second time nobody is new");
    desk.books.undo(&when(4)).unwrap();
    assert_eq!(customers(&desk), 0, "one undo takes all of them back");
}

#[test]
fn a_duplicate_is_skipped_filled_or_new() {
    let outcomes = |doppioni| {
        let desk = Desk::new();
        let first = Sheet::read(b"Ragione sociale;P.IVA;Telefono\nAlfa;00743110157;02 1\n").unwrap();
        import(&desk, 1, &first, &ImportOptions::default());
        let second = Sheet::read(
            b"Ragione sociale;P.IVA;Telefono;Cellulare;E-mail\nAlfa srl;743110157;02 2;333;a@b.it\n",
        )
        .unwrap();
        let report = import(
            &desk,
            2,
            &second,
            &ImportOptions {
                doppioni,
                ..ImportOptions::default()
            },
        );
        let rows = desk
            .books
            .read(|sql| anagrafiche::list(sql, &SoggettoFilter::default()))
            .unwrap()
            .rows;
        let shown: Vec<String> = rows
            .iter()
            .map(|row| format!("{} {} {}", row.nome, row.telefono, row.email))
            .collect();
        (report.righe[0].esito, report.righe[0].uguale_per.clone(), shown)
    };
    let by = || "partita_iva".to_owned();
    assert_eq!(
        outcomes(Doppioni::Salta),
        (Esito::Doppione, by(), vec!["Alfa 02 1 ".to_owned()])
    );
    assert_eq!(
        outcomes(Doppioni::Completa),
        (Esito::Completato, by(), vec!["Alfa 02 1 a@b.it".to_owned()])
    );
    let (esito, _, shown) = outcomes(Doppioni::Nuovo);
    assert_eq!((esito, shown.len()), (Esito::Nuovo, 2));
    assert!(shown.contains(&"Alfa srl 02 2 / 333 a@b.it".to_owned()));
}

#[test]
fn a_supplier_that_is_a_customer_too_shows_on_both_pages() {
    let desk = Desk::new();
    let sheet = Sheet::read(b"Denominazione,Partita IVA\nAlfa,00743110157").unwrap();
    import(&desk, 1, &sheet, &ImportOptions::default());
    let report = anagrafiche::import(
        &desk.books,
        &when(2),
        Faccia::Fornitore,
        &sheet,
        &ImportOptions::default(),
        &Progress::default(),
    );
    assert_eq!(report.unwrap().value.righe[0].esito, Esito::Completato);
    let filter = SoggettoFilter {
        faccia: Faccia::Fornitore,
        ..SoggettoFilter::default()
    };
    assert_eq!(
        desk.books
            .read(|sql| anagrafiche::list(sql, &filter))
            .unwrap()
            .rows
            .len(),
        1
    );
    assert_eq!(customers(&desk), 1);
}

#[test]
fn columns_can_be_changed_and_values_refused() {
    let desk = Desk::new();
    let sheet = Sheet::read("Boh;P.IVA\nAlfa;00743110158\n".as_bytes()).unwrap();
    let options = ImportOptions {
        colonne: vec!["denominazione".to_owned(), "partita_iva".to_owned()],
        illeggibili: Illeggibili::Rifiuta,
        ..ImportOptions::default()
    };
    let report = import(&desk, 1, &sheet, &options);
    assert_eq!(report.righe[0].esito, Esito::Rifiutata);
    assert_eq!(report.righe[0].problems[0].code, "id_check_character");
    let noted = import(
        &desk,
        2,
        &sheet,
        &ImportOptions {
            illeggibili: Illeggibili::Note,
            ..options
        },
    );
    assert_eq!(noted.righe[0].esito, Esito::Nuovo);
    let row = &desk
        .books
        .read(|sql| anagrafiche::list(sql, &SoggettoFilter::default()))
        .unwrap()
        .rows[0];
    let kept = desk
        .books
        .read(|sql| anagrafiche::stored(sql, row.id))
        .unwrap()
        .draft;
    assert_eq!(
        (kept.partita_iva.as_str(), kept.note.as_str()),
        ("", "P.IVA: 00743110158")
    );
}

#[test]
fn a_stopped_import_leaves_nothing() {
    let desk = Desk::new();
    let sheet = Sheet::read(b"Nome;Partita IVA\nAlfa;00743110157\n").unwrap();
    let progress = Progress::default();
    progress.cancel();
    let stopped = anagrafiche::import(
        &desk.books,
        &when(1),
        Faccia::Cliente,
        &sheet,
        &ImportOptions::default(),
        &progress,
    );
    assert_eq!(stopped.unwrap_err().code(), "annullato");
    assert_eq!(customers(&desk), 0);
}
