//! What other readers see.

use std::process::Command;

use money::Cents;
use pdf::{Block, Doc, Lingua, Table, format};

use super::samples;

/// What a Poppler tool prints about a document; nothing, and a line that says so, where Poppler is not installed.
fn poppler(tool: &str, options: &[&str], doc: &Doc) -> Option<String> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pdf::render(doc).unwrap()).unwrap();
    let mut command = Command::new(tool);
    command.args(options).arg(file.path());
    if tool == "pdftotext" {
        command.arg("-");
    }
    let Ok(output) = command.output() else {
        #[expect(clippy::print_stderr, reason = "a test that is skipped says so")]
        {
            eprintln!("skipped: {tool} is not installed");
        }
        return None;
    };
    assert!(
        output.status.success() && output.stderr.is_empty(),
        "{tool}: {output:?}"
    );
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn fonts_are_embedded_cut_and_readable() {
    for (name, doc) in samples::all() {
        let Some(table) = poppler("pdffonts", &[], &doc) else {
            return;
        };
        let fonts: Vec<&str> = table.lines().skip(2).collect();
        assert_eq!(fonts.len(), 2, "{name}");
        for font in fonts {
            assert!(
                font.contains("CID TrueType") && font.contains("yes yes yes"),
                "{name}: {font}"
            );
        }
    }
}

#[test]
fn properties_are_those_of_the_document() {
    let Some(info) = poppler("pdfinfo", &["-isodates"], &samples::english()) else {
        return;
    };
    for line in [
        "Title:           Invoice 14/2026",
        "Author:          Officina Bianchi S.r.l.",
        "Pages:           1",
    ] {
        assert!(info.contains(line), "{line} in {info}");
    }
    assert!(info.contains("CreationDate:    2026-11-23T12:00:00Z"), "{info}");
    assert!(info.contains("A4"));
}

#[test]
fn our_own_reader_finds_every_word_that_poppler_finds() {
    for (name, doc) in samples::all() {
        let Some(theirs) = poppler("pdftotext", &["-raw"], &doc) else {
            return;
        };
        let ours = pdf::text(&pdf::render(&doc).unwrap()).unwrap();
        let words = |text: &str| {
            let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
            words.sort();
            words
        };
        assert_eq!(words(&ours), words(&theirs), "{name}");
    }
    assert!(matches!(pdf::text(b"no PDF"), Err(pdf::PdfError::Unreadable)));
}

#[test]
fn text_is_in_reading_order_with_numbers_as_printed() {
    let Some(text) = poppler("pdftotext", &[], &samples::short()) else {
        return;
    };
    let mut rest = text.as_str();
    for part in [
        "Officina Bianchi S.r.l.",
        "Fattura",
        "n. 12/2026 del 23/11/2026",
        "Studio Legale Avv. Maria Ferrari",
        "Totale da pagare",
        "1.366,40 €",
        "Descrizione",
        "Consulenza tecnica",
        "640,00",
        "Riepilogo IVA",
        "246,40",
        "Totale documento",
        "IBAN",
        "IT60 X054 2811 1010 0000 0123 456",
        "Pagina 1 di 1",
    ] {
        let at = rest
            .find(part)
            .unwrap_or_else(|| panic!("{part} is not after what comes before it in:\n{text}"));
        rest = &rest[at + part.len()..];
    }
    assert!(!rest.contains("Pagina"));
    let english = poppler("pdftotext", &[], &samples::english()).unwrap();
    for part in [
        "€12,345.67",
        "Page 1 of 1",
        "Wagner & Söhne GmbH",
        "Schloßstraße 9",
    ] {
        assert!(english.contains(part), "{part}");
    }
    let negative = poppler("pdftotext", &[], &samples::extreme()).unwrap();
    assert!(negative.contains("\u{2212}999.999.999.999,99 €") && negative.contains("□□ и русский, ελληνικά"));
}

#[test]
fn a_thousand_rows_carry_their_totals() {
    let mut doc = samples::long(1_000);
    doc.blocks
        .retain(|block| matches!(block, Block::Table(Table { .. })));
    let Some(text) = poppler("pdftotext", &["-layout"], &doc) else {
        return;
    };
    let pages: Vec<&str> = text
        .split('\u{c}')
        .filter(|page| !page.trim().is_empty())
        .collect();
    assert_eq!(pages.len(), pdf::page_count(&pdf::render(&doc).unwrap()).unwrap());
    let mut rows_before = 0;
    let carried = |rows: i64| format::amount(Lingua::It, Cents::new(rows * 123));
    let amount = |page: &str, label: &str| {
        let line = page.lines().find(|line| line.trim_start().starts_with(label))?;
        line.split_whitespace().last().map(str::to_owned)
    };
    for (index, page) in pages.iter().enumerate() {
        let first = index == 0;
        let last = index + 1 == pages.len();
        assert!(page.contains(&format!("Pagina {} di {}", index + 1, pages.len())));
        assert_eq!(
            page.matches("Descrizione").count(),
            1,
            "the header comes once on page {}",
            index + 1
        );
        assert_eq!(amount(page, "Riporto"), (!first).then(|| carried(rows_before)));
        let rows = page
            .lines()
            .filter(|line| line.trim_start().starts_with("Articolo "))
            .count();
        rows_before += i64::try_from(rows).unwrap();
        assert_eq!(amount(page, "A riportare"), (!last).then(|| carried(rows_before)));
    }
    assert_eq!(rows_before, 1_000);
}
