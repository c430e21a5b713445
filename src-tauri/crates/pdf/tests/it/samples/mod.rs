//! Documents such as the program prints, for the tests and for the eye.

mod others;

pub(crate) use others::{english, extreme, forfettario, register};

use jiff::civil::date;
use money::Cents;
use pdf::{
    Block, Cell, Column, Doc, Field, Image, Letterhead, Lingua, Panel, Party, Qr, Row, Summary, Table, Value,
    epc, mm,
};

pub(super) fn strings(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

pub(super) fn head(kind: &str, number: &str) -> Letterhead {
    Letterhead {
        logo: None,
        sender: Party {
            name: "Officina Bianchi S.r.l.".into(),
            lines: strings(&[
                "Via dell'Industria 48 · 40138 Bologna (BO)",
                "P. IVA 03456789012 · C.F. 03456789012",
                "REA BO-512345 · Cap. soc. 10.000,00 € i.v.",
                "amministrazione@officinabianchi.it · 051 123456",
            ]),
        },
        kind: kind.into(),
        number: number.into(),
        recipient_label: "Spett.le".into(),
        recipient: Some(Party {
            name: "Studio Legale Avv. Maria Ferrari".into(),
            lines: strings(&[
                "Corso di Porta Romana 112",
                "20122 Milano (MI)",
                "P. IVA 12345670966",
                "C.F. FRRMRA80A41F205X",
            ]),
        }),
    }
}

pub(super) fn base(lingua: Lingua, title: &str) -> Doc {
    let mut doc = Doc::new(lingua, title, [7; 32], date(2026, 11, 23));
    doc.author = "Officina Bianchi S.r.l.".into();
    doc.footer =
        strings(&["Officina Bianchi S.r.l. · Via dell'Industria 48, 40138 Bologna · P. IVA 03456789012"]);
    doc
}

/// The columns of an invoice.
pub(crate) fn line_columns(words: [&str; 5]) -> Vec<Column> {
    let [what, quantity, price, rate, amount] = words;
    vec![
        Column::text(what),
        Column::number(quantity),
        Column::number(price),
        Column::number(rate),
        Column::number(amount).carried(),
    ]
}

pub(super) const IT_LINES: [&str; 5] = ["Descrizione", "Quantità", "Prezzo", "IVA", "Importo"];

pub(super) fn line(what: &str, detail: &str, quantity: &str, price: &str, rate: &str, cents: i64) -> Row {
    Row::new([
        Cell::with_detail(what, detail),
        Cell::from(quantity),
        Cell::from(price),
        Cell::from(rate),
        Cell::from(Cents::new(cents)),
    ])
}

pub(super) fn vat(lingua: Lingua, rows: &[(&str, i64, i64)]) -> Block {
    let words = match lingua {
        Lingua::It => ["Riepilogo IVA", "Imponibile", "Imposta"],
        Lingua::En => ["VAT summary", "Taxable", "VAT"],
    };
    Block::Table(Table {
        columns: vec![
            Column::text(words[0]),
            Column::number(words[1]),
            Column::number(words[2]),
        ],
        rows: rows
            .iter()
            .map(|(rate, taxable, tax)| {
                Row::new([
                    Cell::from(*rate),
                    Cell::from(Cents::new(*taxable)),
                    Cell::from(Cents::new(*tax)),
                ])
            })
            .collect(),
        with_next: false,
        ..Table::default()
    })
}

fn payment(cents: i64, remittance: &str) -> Block {
    let code = Qr::transfer(
        &epc::Transfer {
            name: "Officina Bianchi S.r.l.",
            iban: "IT60X0542811101000000123456",
            bic: "",
            amount: Cents::new(cents),
            remittance,
        },
        "Inquadra il codice con l'app della tua banca: beneficiario, importo e causale sono già compilati.",
    )
    .unwrap();
    Block::Columns(vec![
        Panel {
            share: 5,
            blocks: vec![
                Block::Heading("Pagamento".into()),
                Block::Fields {
                    across: 2,
                    fields: vec![
                        Field::new("Modalità", "MP05 Bonifico"),
                        Field::new("Scadenza", "31/12/2026").prominent(),
                        Field::new("Banca", "BPER Banca"),
                        Field::new("BIC", "BPMOIT22XXX"),
                    ],
                },
                Block::Space(mm(3)),
                Block::Fields {
                    across: 1,
                    fields: vec![Field::new("IBAN", "IT60 X054 2811 1010 0000 0123 456")],
                },
            ],
        },
        Panel {
            share: 5,
            blocks: vec![Block::Qr(code)],
        },
    ])
}

pub(super) fn facts() -> Block {
    Block::Fields {
        across: 4,
        fields: vec![
            Field::new("Data", "23/11/2026"),
            Field::new("Codice destinatario", "M5UXCR1"),
            Field::new("Scadenza", "31/12/2026"),
            Field::new("Totale da pagare", Value::Euro(Cents::new(136_640))).prominent(),
        ],
    }
}

/// One page, as most invoices are.
pub(crate) fn short() -> Doc {
    let mut doc = base(Lingua::It, "Fattura 12/2026");
    doc.letterhead = Some(head("Fattura", "n. 12/2026 del 23/11/2026"));
    doc.blocks = vec![
        facts(),
        Block::Table(Table {
            columns: line_columns(IT_LINES),
            rows: vec![
                line(
                    "Consulenza tecnica",
                    "Sopralluogo e relazione, novembre 2026",
                    "8 ore",
                    "80,00",
                    "22 %",
                    64_000,
                ),
                line(
                    "Manutenzione impianto",
                    "Cod. MAN-02 · rif. DDT 34 del 12/11/2026",
                    "1",
                    "380,00",
                    "22 %",
                    38_000,
                ),
                line(
                    "Filtro aria HEPA 14",
                    "Cod. FLT-14",
                    "4 pz",
                    "25,00",
                    "22 %",
                    10_000,
                ),
            ],
            with_next: true,
            ..Table::default()
        }),
        Block::Columns(vec![
            Panel {
                share: 1,
                blocks: vec![vat(Lingua::It, &[("22 %", 112_000, 24_640)])],
            },
            Panel {
                share: 1,
                blocks: vec![Block::Summary(
                    Summary::new()
                        .line("Imponibile", Cents::new(112_000))
                        .line("IVA", Cents::new(24_640))
                        .strong("Totale documento", Cents::new(136_640))
                        .total("Totale da pagare", Cents::new(136_640)),
                )],
            },
        ]),
        payment(136_640, "Fattura 12/2026"),
        Block::Small(
            "Documento valido ai soli fini di cortesia: la fattura elettronica è trasmessa al Sistema di \
             Interscambio ed è disponibile nell'area riservata dell'Agenzia delle Entrate."
                .into(),
        ),
    ];
    doc
}

/// The same with a picture of this size as logo.
pub(crate) fn with_logo(width: u32, height: u32) -> Doc {
    let mut doc = short();
    let logo = Image::decode(&logo_png(width, height)).unwrap();
    doc.letterhead.as_mut().unwrap().logo = Some(logo);
    doc
}

/// A round mark beside two bars on a transparent ground.
pub(crate) fn logo_png(width: u32, height: u32) -> Vec<u8> {
    let mut data = Vec::new();
    let radius = i64::from(height.min(width)) / 2;
    for y in 0..i64::from(height) {
        for x in 0..i64::from(width) {
            let inside = (x - radius).pow(2) + (y - radius).pow(2) < radius * radius;
            let bar = x > 2 * radius + radius / 4 && (y / (radius / 2).max(1)) % 2 == 1;
            data.extend(if inside {
                [67, 56, 202, 255]
            } else if bar {
                [24, 24, 27, 255]
            } else {
                [255, 255, 255, 0]
            });
        }
    }
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.write_header().unwrap().write_image_data(&data).unwrap();
    file
}

/// Many lines: each of 1.23 euro.
pub(crate) fn long(rows: usize) -> Doc {
    let mut doc = base(Lingua::It, "Fattura 13/2026");
    doc.letterhead = Some(head("Fattura", "n. 13/2026 del 23/11/2026"));
    let sum = i64::try_from(rows).unwrap() * 123;
    let rows = (1..=rows)
        .map(|n| {
            line(
                &format!("Articolo {n}"),
                if n % 7 == 0 {
                    "Cod. ART · lotto 2026/11"
                } else {
                    ""
                },
                "1",
                "1,23",
                "22 %",
                123,
            )
        })
        .collect();
    doc.blocks = vec![
        facts(),
        Block::Table(Table {
            columns: line_columns(IT_LINES),
            rows,
            with_next: true,
            ..Table::default()
        }),
        Block::Columns(vec![
            Panel {
                share: 1,
                blocks: vec![vat(Lingua::It, &[("22 %", sum, sum * 22 / 100)])],
            },
            Panel {
                share: 1,
                blocks: vec![Block::Summary(
                    Summary::new()
                        .line("Imponibile", Cents::new(sum))
                        .total("Totale documento", Cents::new(sum * 122 / 100)),
                )],
            },
        ]),
        payment(sum, "Fattura 13/2026"),
    ];
    doc
}

/// Every sample under its name.
pub(crate) fn all() -> Vec<(&'static str, Doc)> {
    vec![
        ("short", short()),
        ("logo_wide", with_logo(600, 160)),
        ("logo_square", with_logo(400, 400)),
        ("long", long(75)),
        ("extreme", extreme()),
        ("forfettario", forfettario(3)),
        ("rate", forfettario(60)),
        ("english", english()),
        ("register", register(90)),
    ]
}
