//! The same document gives the same bytes, and few of them.

use super::samples;

#[test]
fn same_document_same_bytes() {
    for (name, doc) in samples::all() {
        let first = pdf::render(&doc).unwrap();
        pdf::render(&samples::short()).unwrap();
        assert!(first == pdf::render(&doc).unwrap(), "{name} differs");
    }
}

#[test]
fn another_hash_changes_the_identity_only() {
    let mut doc = samples::short();
    let first = pdf::render(&doc).unwrap();
    doc.id_hash = [8; 32];
    let second = pdf::render(&doc).unwrap();
    assert!(first != second);
    assert!(first.len().abs_diff(second.len()) < 200);
}

#[test]
fn one_page_is_small() {
    for (name, doc, limit) in [
        ("short", samples::short(), 22_000),
        ("logo", samples::with_logo(600, 160), 40_000),
        ("large logo", samples::with_logo(1_700, 900), 40_000),
        ("english", samples::english(), 22_000),
        ("forfettario", samples::forfettario(3), 22_000),
    ] {
        let size = pdf::render(&doc).unwrap().len();
        assert!(size <= limit, "{name}: {size} bytes");
    }
}

#[test]
fn wrong_models_are_refused() {
    use pdf::{Block, Cell, Column, Image, PdfError, Qr, Row, Table};
    let mut doc = samples::short();
    let columns = vec![Column::text("a")];
    let rows = vec![Row::new(["1"]), Row::new([Cell::from("1"), Cell::from("2")])];
    doc.blocks = vec![Block::Table(Table {
        columns,
        rows,
        ..Table::default()
    })];
    assert!(matches!(pdf::render(&doc), Err(PdfError::RowTooWide { row: 1 })));
    let cell = || Row::new([money::Cents::new(i64::MAX)]);
    let columns = vec![Column::number("a").carried()];
    doc.blocks = vec![Block::Table(Table {
        columns,
        rows: vec![cell(), cell()],
        ..Table::default()
    })];
    assert!(matches!(pdf::render(&doc), Err(PdfError::TooLarge(_))));
    doc.blocks = vec![Block::Qr(Qr {
        payload: "x".repeat(5_000),
        side_um: 30_000,
        caption: String::new(),
    })];
    assert!(matches!(pdf::render(&doc), Err(PdfError::Qr(_))));
    doc.blocks.clear();
    doc.footer = vec!["riga".to_owned(); 200];
    assert!(matches!(pdf::render(&doc), Err(PdfError::NoRoom)));
    assert!(matches!(Image::decode(b"GIF89a"), Err(PdfError::Image(_))));
    assert!(matches!(
        Image::decode(&[0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff]),
        Err(PdfError::Image(_))
    ));
    assert!(matches!(pdf::page_count(b"no"), Err(PdfError::Unreadable)));
}
