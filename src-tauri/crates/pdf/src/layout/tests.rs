//! However long the texts: nothing leaves the paper, nothing overlaps, nothing is lost.

use jiff::civil::date;
use money::Cents;
use proptest::prelude::*;

use super::{Ink, Laid, lay_out};
use crate::{
    Block, Cell, Column, Density, Design, Doc, Field, Letterhead, Lingua, Orientation, Panel, Party, Qr, Row,
    Summary, Table, Um, Value, mm,
};

/// A character that the page never prints by itself.
const MARK: char = 'Ω';

/// A text box: left, top, right, bottom. Letters reach 0.73 of the size up and 0.21 down.
fn boxes(laid: &Laid) -> Vec<Vec<(Um, Um, Um, Um)>> {
    let page = |page: &super::Page| {
        let text = |item: &super::Item| match &item.ink {
            Ink::Text { text, style } => {
                let width = style.face.width(style.size, text);
                Some((
                    item.x,
                    item.y - style.size * 73 / 100,
                    item.x + width,
                    item.y + style.size * 21 / 100,
                ))
            }
            _ => None,
        };
        page.items.iter().filter_map(text).collect()
    };
    laid.pages.iter().map(page).collect()
}

fn check(doc: &Doc, marks: usize) {
    let laid = lay_out(doc).unwrap();
    let mut seen = 0;
    for page in &laid.pages {
        for item in &page.items {
            if let Ink::Text { text, .. } = &item.ink {
                seen += text.matches(MARK).count();
            }
        }
    }
    assert_eq!(seen, marks, "every marked character is printed once");
    for page in boxes(&laid) {
        for (index, a) in page.iter().enumerate() {
            assert!(
                a.0 >= 0 && a.1 >= 0 && a.2 <= laid.width && a.3 <= laid.height,
                "{a:?} leaves the paper"
            );
            for b in page.iter().skip(index + 1) {
                let apart = a.2 <= b.0 || b.2 <= a.0 || a.3 <= b.1 || b.3 <= a.1;
                assert!(apart, "{a:?} and {b:?} overlap");
            }
        }
    }
}

fn words() -> impl Strategy<Value = String> {
    let short = "[a-zA-ZàèùÀ0-9 ./-]{0,30}";
    prop_oneof![4 => short, 2 => "[a-z ]{0,300}", 1 => "[a-zA-Z]{150,400}", 1 => "([a-z]{1,12} ){80,160}"]
        .prop_map(|text| format!("{text}{MARK}"))
}

fn cents() -> impl Strategy<Value = Cents> {
    prop_oneof![3 => -99_999i64..999_999, 1 => -99_999_999_999_999i64..99_999_999_999_999]
        .prop_map(Cents::new)
}

/// A table and the marks in it.
fn table() -> impl Strategy<Value = (Block, usize)> {
    let rows = prop::collection::vec((words(), words(), cents(), cents()), 0..30);
    (rows, any::<bool>(), any::<bool>()).prop_map(|(rows, dense, with_next)| {
        let marks = rows.len() * 2;
        let rows = rows.into_iter().map(|(what, detail, price, amount)| {
            Row::new([
                Cell::with_detail(what, detail),
                price.into(),
                Value::Euro(price).into(),
                amount.into(),
            ])
        });
        let columns = vec![
            Column::text("Descrizione"),
            Column::number("Prezzo unitario di listino"),
            Column::number("Sconto"),
            Column::number("Importo").carried(),
        ];
        let density = if dense { Density::Dense } else { Density::Airy };
        (
            Block::Table(Table {
                columns,
                rows: rows.collect(),
                with_next,
                density,
            }),
            marks,
        )
    })
}

/// A block and the marks in it.
fn block() -> impl Strategy<Value = (Block, usize)> {
    let simple = prop_oneof![
        words().prop_map(Block::Heading),
        words().prop_map(Block::Paragraph),
        words().prop_map(Block::Small),
        words().prop_map(Block::Note),
        words().prop_map(|caption| Block::Qr(Qr {
            payload: "x".repeat(80),
            side_um: mm(30),
            caption
        })),
    ]
    .prop_map(|block| (block, 1));
    let fields = (1u8..5, prop::collection::vec((words(), words()), 1..7)).prop_map(|(across, pairs)| {
        let marks = pairs.len() * 2;
        let fields = pairs
            .into_iter()
            .map(|(label, value)| Field::new(label, value))
            .collect();
        (Block::Fields { across, fields }, marks)
    });
    let summary = prop::collection::vec((words(), cents()), 1..6).prop_map(|rows| {
        let marks = rows.len();
        let rows = rows.into_iter().fold(Summary::new(), |summary, (label, amount)| {
            summary.total(label, amount)
        });
        (Block::Summary(rows), marks)
    });
    let leaf = prop_oneof![
        simple,
        fields,
        table(),
        summary,
        Just((Block::Space(mm(40)), 0)),
        Just((Block::PageBreak, 0))
    ];
    leaf.prop_recursive(2, 12, 3, |inner| {
        let several = prop::collection::vec(inner, 1..4);
        (several, any::<bool>()).prop_map(|(blocks, beside)| {
            let marks = blocks.iter().map(|(_, marks)| marks).sum();
            let blocks = blocks.into_iter().map(|(block, _)| block);
            if beside {
                (
                    Block::Columns(
                        blocks
                            .map(|block| Panel {
                                share: 1,
                                blocks: vec![block],
                            })
                            .collect(),
                    ),
                    marks,
                )
            } else {
                (Block::Together(blocks.collect()), marks)
            }
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn nothing_leaves_the_paper_overlaps_or_is_lost(
        blocks in prop::collection::vec(block(), 0..8),
        names in prop::collection::vec(words(), 4),
        landscape in any::<bool>(),
        design in prop::sample::select(vec![Design::Classic, Design::Modern, Design::Plain]),
    ) {
        let mut doc = Doc::new(Lingua::It, "Fattura 12/2026", [7; 32], date(2026, 11, 23));
        doc.banner = Some("BOZZA".to_owned());
        doc.footer = vec!["Officina Bianchi S.r.l.".to_owned(); 2];
        doc.theme.design = design;
        doc.orientation = if landscape { Orientation::Landscape } else { Orientation::Portrait };
        let [sender, number, name, address] = names.try_into().unwrap();
        doc.letterhead = Some(Letterhead {
            logo: None,
            sender: Party { name: sender, lines: vec!["Via Roma 1".to_owned()] },
            kind: "Fattura".to_owned(),
            number,
            recipient_label: "Spett.le".to_owned(),
            recipient: Some(Party { name, lines: vec![address] }),
        });
        let marks = 4 + blocks.iter().map(|(_, marks)| marks).sum::<usize>();
        doc.blocks = blocks.into_iter().map(|(block, _)| block).collect();
        check(&doc, marks);
    }
}
