//! The dirt that lists of customers have: each kind of row, and what becomes of it.

use books::Esito;
use fisco::{
    BadId, PartitaIva,
    id::{Persona, Sesso, derive},
};
use jiff::civil::date;

pub(super) const ROWS: usize = 5_000;

/// A kind of row: its cells for the group `n`, and what becomes of it.
pub(super) struct Kind {
    pub(super) name: &'static str,
    pub(super) esito: Esito,
    pub(super) has_notes: bool,
    cells: fn(usize) -> Vec<String>,
}

const HEADS: [&str; 12] = [
    "Cod.",
    "Denominazione",
    "Indirizzo",
    "Cap",
    "Città",
    "Prov.",
    "Nazione",
    "Partita Iva",
    "Codice fiscale",
    "Codice destinatario Fatt. elettr.",
    "Pec",
    "Pagamento",
];

/// A partita IVA that is right, its own for every seed.
fn number(seed: usize) -> String {
    let ten = format!("{:07}015", seed + 1);
    match format!("{ten}0").parse::<PartitaIva>() {
        Err(BadId::CheckCharacter { expected }) => format!("{ten}{expected}"),
        _ => format!("{ten}0"),
    }
}

/// The same number with another check digit.
fn wrong(seed: usize) -> String {
    let right = number(seed);
    let last = right.chars().last().unwrap().to_digit(10).unwrap();
    format!("{}{}", &right[..10], (last + 1) % 10)
}

/// The codice fiscale of a person of the group.
fn code(n: usize) -> String {
    let letters = ["BCD", "FGH", "LMN", "PQR", "STV"];
    let surname = format!("{}a", letters[n % 5].to_lowercase());
    let born = date(
        1950 + i16::try_from(n % 50).unwrap(),
        1 + i8::try_from(n % 12).unwrap(),
        1 + i8::try_from(n % 28).unwrap(),
    );
    let persona = Persona {
        cognome: &surname,
        nome: "Mario",
        nascita: born,
        sesso: Sesso::M,
        luogo: "H501",
    };
    derive(&persona).unwrap()
}

/// A row with a name, a number and a good address, changed by `change`.
fn row(kind: usize, n: usize, change: fn(&mut Vec<String>, usize)) -> Vec<String> {
    let mut cells: Vec<String> = [
        format!("C{kind}-{n}"),
        format!("Ditta {kind} numero {n} S.r.l."),
        "Via Forlì 3".to_owned(),
        "20121".to_owned(),
        "Milano".to_owned(),
        "MI".to_owned(),
        "IT".to_owned(),
        number(kind * 1_000 + n),
        String::new(),
        String::new(),
        String::new(),
        String::new(),
    ]
    .into();
    change(&mut cells, n);
    cells
}

const fn kind(name: &'static str, esito: Esito, cells: fn(usize) -> Vec<String>) -> Kind {
    Kind {
        name,
        esito,
        has_notes: false,
        cells,
    }
}

const fn noted(name: &'static str, cells: fn(usize) -> Vec<String>) -> Kind {
    Kind {
        name,
        esito: Esito::Nuovo,
        has_notes: true,
        cells,
    }
}

pub(super) const KINDS: [Kind; 26] = [
    kind("clean, with an accent of windows-1252", Esito::Nuovo, |n| {
        row(0, n, |_, _| {})
    }),
    kind("blanks and hard blanks around", Esito::Nuovo, |n| {
        row(1, n, |c, n| c[1] = format!(" \u{a0} Ditta 1  numero  {n} "))
    }),
    kind("IT and blanks in the number", Esito::Nuovo, |n| {
        row(2, n, |c, _| c[7] = format!("IT {} {}", &c[7][..4], &c[7][4..]))
    }),
    kind("zeros lost before the number", Esito::Nuovo, |n| {
        row(3, n, |c, _| c[7] = c[7].trim_start_matches('0').to_owned())
    }),
    noted("wrong check digit", |n| row(4, n, |c, n| c[7] = wrong(4_000 + n))),
    kind("same number, written differently", Esito::Doppione, |n| {
        row(5, n, |c, n| c[7] = format!("it{}", number(n)))
    }),
    kind("person with codice fiscale in small letters", Esito::Nuovo, |n| {
        row(6, n, |c, n| {
            c[7].clear();
            c[8] = code(n).to_lowercase();
        })
    }),
    kind("same codice fiscale, other name", Esito::Doppione, |n| {
        row(7, n, |c, n| {
            c[7].clear();
            c[8] = code(n);
        })
    }),
    kind(
        "same name with another legal form and no number",
        Esito::Doppione,
        |n| {
            row(8, n, |c, n| {
                c[1] = format!("DITTA 0 NUMERO {n} spa");
                c[7].clear();
            })
        },
    ),
    kind("same name with another number", Esito::Nuovo, |n| {
        row(9, n, |c, n| c[1] = format!("Ditta 0 numero {n}"))
    }),
    noted("codice fiscale that fails", |n| {
        row(10, n, |c, _| c[8] = "RSSMRA80A01H501X".to_owned())
    }),
    kind("CAP without its zeros", Esito::Nuovo, |n| {
        row(11, n, |c, _| c[3] = "184".to_owned())
    }),
    kind("province by name", Esito::Nuovo, |n| {
        row(12, n, |c, _| c[5] = "Forlì-Cesena".to_owned())
    }),
    kind("country by name, foreign number", Esito::Nuovo, |n| {
        row(13, n, |c, n| {
            c[6] = "Germania".to_owned();
            c[7] = format!("DE{}", 100_000_000 + n);
            c[3] = "10115".to_owned();
            c[5] = "Berlin".to_owned();
        })
    }),
    kind("blank", Esito::Vuota, |_| vec![" ".to_owned(), String::new()]),
    kind("heads repeated", Esito::Vuota, |_| {
        HEADS.map(str::to_owned).to_vec()
    }),
    kind("too few cells", Esito::Nuovo, |n| {
        vec![String::new(), format!("Corta {n}")]
    }),
    kind("too many cells", Esito::Nuovo, |n| {
        row(17, n, |c, _| c.extend(["in più".to_owned(), "ancora".to_owned()]))
    }),
    kind("no name", Esito::Rifiutata, |n| row(18, n, |c, _| c[1].clear())),
    kind("text that a spreadsheet computes", Esito::Nuovo, |n| {
        row(19, n, |c, n| c[1] = format!("=HYPERLINK(\"http://x\") {n}"))
    }),
    kind("line breaks and quotes in a cell", Esito::Nuovo, |n| {
        row(20, n, |c, n| c[1] = format!("Ditta \"20\"\nnumero {n}"))
    }),
    kind("control characters", Esito::Nuovo, |n| {
        row(21, n, |c, n| c[1] = format!("Ditta\u{1}21 numero\u{7f} {n}"))
    }),
    kind("code of SDI in small letters", Esito::Nuovo, |n| {
        row(22, n, |c, _| c[9] = " abc1234 ".to_owned())
    }),
    noted("code of SDI too short", |n| {
        row(23, n, |c, _| c[9] = "AB12".to_owned())
    }),
    noted("a box of SDI instead of a PEC", |n| {
        row(24, n, |c, _| c[10] = "sdi01@pec.fatturapa.it".to_owned())
    }),
    kind("totals", Esito::Vuota, |_| {
        vec!["Totale".to_owned(), String::new(), String::new()]
    }),
];

/// The file: a title above the heads, `;`, CRLF, the Windows code page.
pub(super) fn file() -> Vec<u8> {
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let mut text = format!("Elenco clienti;\r\n{}\r\n", HEADS.join(";"));
    for at in 0..ROWS {
        let cells = (KINDS[at % KINDS.len()].cells)(at / KINDS.len());
        text += &(cells.iter().map(quoted).collect::<Vec<_>>().join(";") + "\r\n");
    }
    text.chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect()
}
