//! The samples that are not a plain invoice.

use jiff::civil::date;
use money::Cents;
use pdf::{
    Block, Cell, Column, Doc, Field, Letterhead, Lingua, Orientation, Panel, Party, Row, Summary, Table,
    Value, format,
};

use super::{IT_LINES, base, facts, head, line, line_columns, strings, vat};

fn extreme_head(name: &str) -> Letterhead {
    let mut letterhead = head(
        "Fattura differita ex art. 21 c. 4 lett. a",
        &format!("n. {}", "9".repeat(60)),
    );
    name.clone_into(&mut letterhead.sender.name);
    letterhead.recipient = Some(Party {
        name: name.to_owned(),
        lines: strings(&[
            "Strada Provinciale Circonvallazione Orientale Vecchia 1234/bis, interno 56, scala C, piano 7",
            "90100 Palermo (PA)",
        ]),
    });
    letterhead
}

/// Everything as long as the law allows.
pub(crate) fn extreme() -> Doc {
    let mut doc = base(
        Lingua::It,
        "Fattura FPR-2026/0000000000012345/SEZIONALE-MOLTO-LUNGO",
    );
    let name =
        "Consorzio Interprovinciale per la Valorizzazione dei Prodotti Agroalimentari Tipici ".repeat(3);
    doc.letterhead = Some(extreme_head(&name));
    doc.author = name.clone();
    doc.footer.push(name);
    let words = "Fornitura e posa in opera di serramenti in alluminio a taglio termico con vetrocamera basso emissivo ";
    doc.blocks = vec![
        facts(),
        Block::Table(Table {
            columns: line_columns(IT_LINES),
            rows: vec![
                line(
                    &words.repeat(10),
                    "",
                    "999.999,12345678",
                    "123.456.789,12345678",
                    "22 %",
                    99_999_999_999_999,
                ),
                line(&"X".repeat(1_000), &"cod".repeat(40), "1", "−1,00", "10 %", -100),
                line(
                    "中文 и русский, ελληνικά",
                    "\u{0} nullo",
                    "1",
                    "1,00",
                    "N2.2",
                    100,
                ),
            ],
            with_next: true,
            ..Table::default()
        }),
        Block::Columns(vec![
            Panel {
                share: 1,
                blocks: vec![vat(
                    Lingua::It,
                    &[("22 %", 99_999_999_999_999, 21_999_999_999_999)],
                )],
            },
            Panel {
                share: 1,
                blocks: vec![Block::Summary(
                    Summary::new()
                        .line(
                            "Contributo integrativo cassa nazionale di previdenza e assistenza",
                            Cents::new(99_999_999_999_999),
                        )
                        .total(
                            "Totale da pagare entro i termini",
                            Cents::new(-99_999_999_999_999),
                        ),
                )],
            },
        ]),
        Block::Note("Nota molto lunga. ".repeat(600)),
    ];
    doc
}

/// A professional without VAT: wording, stamp duty, no VAT table.
pub(crate) fn forfettario(rate: i64) -> Doc {
    let mut doc = base(Lingua::It, "Parcella 7/2026");
    let mut letterhead = head("Parcella", "n. 7/2026 del 23/11/2026");
    letterhead.sender = Party {
        name: "Dott.ssa Giulia Conti".into(),
        lines: strings(&[
            "Psicologa · Albo Emilia-Romagna n. 4321",
            "Via Saragozza 15 · 40123 Bologna (BO)",
            "P. IVA 04567890123 · C.F. CNTGLI85M50A944K",
        ]),
    };
    doc.letterhead = Some(letterhead);
    doc.author = "Dott.ssa Giulia Conti".into();
    doc.footer = strings(&["Dott.ssa Giulia Conti · P. IVA 04567890123"]);
    doc.blocks = vec![
        Block::Table(Table {
            columns: vec![Column::text("Prestazione"), Column::number("Natura"), Column::number("Importo")],
            rows: vec![
                Row::new([Cell::from("Percorso di sostegno, 5 incontri"), Cell::from("N2.2"), Cell::from(Cents::new(35_000))]),
                Row::new([Cell::from("Contributo integrativo ENPAP 2 %"), Cell::from("N2.2"), Cell::from(Cents::new(700))]),
                Row::new([Cell::from("Rimborso imposta di bollo"), Cell::from("N2.2"), Cell::from(Cents::new(200))]),
            ],
            with_next: true,
 ..Table::default()
        }),
        Block::Summary(Summary::new().line("Compenso e contributo", Cents::new(35_700)).line("Imposta di bollo", Cents::new(200)).total("Totale da pagare", Cents::new(35_900))),
        Block::Note(
            "Operazione in franchigia da IVA ai sensi dell'art. 1, commi 54-89, L. 190/2014 e successive modifiche.\n\
             Operazione non soggetta a ritenuta alla fonte a titolo di acconto ai sensi dell'art. 1, comma 67, L. 190/2014.\n\
             Imposta di bollo assolta in modo virtuale ai sensi del D.M. 17 giugno 2014."
                .into(),
        ),
        Block::Together(vec![
            Block::Heading("Scadenze".into()),
            Block::Table(Table {
                columns: vec![Column::text("Rata"), Column::text("Modalità"), Column::number("Scadenza"), Column::number("Importo")],
                rows: (1..=rate)
                    .map(|n| Row::new([Cell::from(format!("{n} di {rate}")), Cell::from("MP05 Bonifico"), Cell::from(format!("{:02}/01/2027", n % 28 + 1)), Cell::from(Cents::new(35_900 / rate))]))
                    .collect(),
                with_next: false,
 ..Table::default()
            }),
        ]),
    ];
    doc
}

/// In English.
pub(crate) fn english() -> Doc {
    let mut doc = base(Lingua::En, "Invoice 14/2026");
    let mut letterhead = head("Invoice", "no. 14/2026, 23 Nov 2026");
    letterhead.recipient_label = "Bill to".into();
    letterhead.recipient = Some(Party {
        name: "Wagner & Söhne GmbH".into(),
        lines: strings(&["Schloßstraße 9", "10115 Berlin", "Germany", "VAT DE123456789"]),
    });
    doc.letterhead = Some(letterhead);
    let amount = |cents| format::amount(Lingua::En, Cents::new(cents));
    doc.blocks = vec![
        Block::Fields {
            across: 4,
            fields: vec![
                Field::new("Date", format::date(Lingua::En, date(2026, 11, 23))),
                Field::new("Due", format::date(Lingua::En, date(2027, 1, 31))),
                Field::new("Currency", "EUR"),
                Field::new("Amount due", Value::Euro(Cents::new(1_234_567))).prominent(),
            ],
        },
        Block::Table(Table {
            columns: line_columns(["Description", "Quantity", "Unit price", "VAT", "Amount"]),
            rows: vec![line(
                "Hydraulic press, refurbished",
                "S/N 2210-B, incoterm EXW Bologna",
                "1",
                &amount(1_234_567),
                "N3.2",
                1_234_567,
            )],
            with_next: true,
            ..Table::default()
        }),
        Block::Columns(vec![
            Panel {
                share: 1,
                blocks: vec![vat(Lingua::En, &[("N3.2", 1_234_567, 0)])],
            },
            Panel {
                share: 1,
                blocks: vec![Block::Summary(
                    Summary::new()
                        .line("Taxable", Cents::new(1_234_567))
                        .line("VAT", Cents::ZERO)
                        .total("Total due", Cents::new(1_234_567)),
                )],
            },
        ]),
        Block::Note("Intra-Community supply not subject to VAT, art. 41 D.L. 331/1993.".into()),
    ];
    doc
}

/// A register across the sheet.
pub(crate) fn register(rows: usize) -> Doc {
    let mut doc = base(Lingua::It, "Registro IVA vendite, novembre 2026");
    doc.orientation = Orientation::Landscape;
    doc.banner = Some("BOZZA".into());
    let money = |title: &str| Column::number(title).carried();
    doc.blocks = vec![
        Block::Heading("Registro IVA vendite, novembre 2026".into()),
        Block::Table(Table {
            columns: vec![
                Column::short("Prot."),
                Column::short("Data"),
                Column::short("Documento"),
                Column::text("Cliente"),
                Column::number("IVA"),
                money("Imponibile"),
                money("Imposta"),
                money("Totale"),
            ],
            rows: (1..=rows)
                .map(|n| {
                    let cents = Cents::new;
                    Row::new([
                        Cell::from(n.to_string()),
                        Cell::from(format!("{:02}/11/2026", n % 30 + 1)),
                        Cell::from(format!("{n}/2026")),
                        Cell::from("Studio Legale Avv. Maria Ferrari"),
                        Cell::from("22 %"),
                        Cell::from(cents(100_000)),
                        Cell::from(cents(22_000)),
                        Cell::from(cents(122_000)),
                    ])
                })
                .collect(),
            with_next: false,
            density: pdf::Density::Dense,
        }),
    ];
    doc
}
