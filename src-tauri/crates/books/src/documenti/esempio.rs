//! Made-up documents that show how those of a company look, printed by what prints the real ones.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::{
    DocumentoDraft, RiferimentoDraft, RigaDraft, Tipo, paper,
    print::Stampa,
    regole::{Contesto, calcola, leggi},
};
use crate::{
    Books, Error, allegati,
    anagrafiche::{Natura, SoggettoDraft},
    azienda::AziendaDraft,
};

/// A made-up document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Esempio {
    /// An invoice of three lines.
    Breve,
    /// An invoice of many lines over several pages, with references and two rates.
    Lunga,
    /// An invoice to a customer abroad, in English.
    Inglese,
}

/// The PDF of a made-up document of this company, however incomplete its form is.
///
/// # Errors
/// It cannot be laid out, or the archive cannot be read.
pub fn sample_pdf(
    books: &Books,
    azienda: &AziendaDraft,
    esempio: Esempio,
    today: Date,
) -> Result<Vec<u8>, Error> {
    let cliente = customer(esempio);
    let draft = document(esempio, azienda, today);
    let contesto = Contesto {
        today,
        azienda,
        cliente: Some(&cliente),
        parametri: None,
    };
    let letto = leggi(&draft, &contesto);
    let calcolo = calcola(&letto.documento)?;
    let folder = allegati::folder_of(books.archive().path());
    let logo = books.read(|sql| Ok(paper::logo(sql, &folder, azienda.logo)))?;
    paper::render(&Stampa {
        documento: &letto.documento,
        calcolo: &calcolo,
        azienda,
        cliente: Some(&cliente),
        draft: &draft,
        numero: "128",
        id_hash: Sha256::digest(serde_json::to_vec(&(azienda, esempio))?).into(),
        logo,
    })
}

/// A page of [`sample_pdf`] as a PNG `width` pixels wide.
///
/// # Errors
/// There is no such page; as [`sample_pdf`].
pub fn sample_page(
    books: &Books,
    azienda: &AziendaDraft,
    esempio: Esempio,
    (page, width): (u32, u32),
    today: Date,
) -> Result<Vec<u8>, Error> {
    let bytes = sample_pdf(books, azienda, esempio, today)?;
    paper::picture(&bytes, page, width)
}

/// How many pages [`sample_page`] has to show.
///
/// # Errors
/// As [`sample_pdf`].
pub fn sample_pages(
    books: &Books,
    azienda: &AziendaDraft,
    esempio: Esempio,
    today: Date,
) -> Result<u32, Error> {
    paper::pages(&sample_pdf(books, azienda, esempio, today)?)
}

fn customer(esempio: Esempio) -> SoggettoDraft {
    let text = str::to_owned;
    match esempio {
        Esempio::Breve | Esempio::Lunga => SoggettoDraft {
            natura: Natura::Societa,
            denominazione: text("Studio Lucchini & Associati S.r.l."),
            partita_iva: text("01234567897"),
            indirizzo: text("Corso Vittorio Emanuele II"),
            numero_civico: text("104"),
            cap: text("10121"),
            comune: text("Torino"),
            provincia: text("TO"),
            ..SoggettoDraft::default()
        },
        Esempio::Inglese => SoggettoDraft {
            natura: Natura::Estero,
            denominazione: text("Hartmann & Söhne GmbH"),
            partita_iva: text("DE136695976"),
            indirizzo: text("Lindenstraße 14"),
            cap: text("80331"),
            comune: text("München"),
            nazione: text("DE"),
            lingua: text("en"),
            ..SoggettoDraft::default()
        },
    }
}

fn document(esempio: Esempio, azienda: &AziendaDraft, today: Date) -> DocumentoDraft {
    let draft = DocumentoDraft {
        tipo: Tipo::Fattura,
        data_documento: today.to_string(),
        modalita_pagamento: "MP05".to_owned(),
        termini_pagamento: "30 fm".to_owned(),
        iban: azienda.iban.clone(),
        righe: lines(esempio),
        ..DocumentoDraft::default()
    };
    match esempio {
        Esempio::Breve => draft,
        Esempio::Lunga => DocumentoDraft {
            termini_pagamento: "30/60/90 fm".to_owned(),
            riferimenti: vec![RiferimentoDraft {
                id_documento: "OR-2210".to_owned(),
                data_documento: today.to_string(),
                cig: "Z4B1234567".to_owned(),
                ..RiferimentoDraft::default()
            }],
            ..draft
        },
        Esempio::Inglese => DocumentoDraft {
            lingua: "en".to_owned(),
            ..draft
        },
    }
}

/// Code, description, quantity, unit, price, discounts, rate or natura.
type Line = [&'static str; 7];

const SHORT: &[Line] = &[
    ["CONS-01", "Consulenza e sopralluogo", "3", "h", "80", "", "22"],
    [
        "TAV-180",
        "Tavolo in rovere massello 180 × 90 cm, finitura a olio naturale, gambe in ferro verniciato",
        "1",
        "pz",
        "1240",
        "10",
        "22",
    ],
    ["TRASP", "Trasporto e montaggio", "1", "", "120", "", "22"],
];

const LONG: &[Line] = &[
    ["ROV-27", "Pannello in rovere 27 mm", "4", "pz", "86,40", "", "22"],
    [
        "VITE-4",
        "Viti a legno 4 × 40 mm, confezione da 200",
        "6",
        "conf",
        "9,85",
        "5",
        "22",
    ],
    ["", "Taglio e bordatura su misura", "7,5", "h", "38", "", "22"],
    [
        "MAN-OTT",
        "Maniglia in ottone spazzolato",
        "12",
        "pz",
        "14,20",
        "10+5",
        "22",
    ],
    [
        "",
        "Posa in opera di serramento, manutenzione straordinaria",
        "1",
        "",
        "640",
        "",
        "10",
    ],
];

const ENGLISH: &[Line] = &[
    [
        "DES-01",
        "Design of a reading room, drawings and samples",
        "16",
        "h",
        "95",
        "",
        "N2.1",
    ],
    [
        "SUP-02",
        "Supervision of works, per visit",
        "3",
        "",
        "310",
        "5",
        "N2.1",
    ],
];

fn lines(esempio: Esempio) -> Vec<RigaDraft> {
    let (lines, times) = match esempio {
        Esempio::Breve => (SHORT, 1),
        Esempio::Lunga => (LONG, 8),
        Esempio::Inglese => (ENGLISH, 1),
    };
    let all = std::iter::repeat_n(lines, times).flatten();
    all.map(
        |[codice, descrizione, quantita, unita_misura, prezzo, sconti, iva]| {
            let (aliquota_iva, natura) = if iva.starts_with('N') {
                ("", *iva)
            } else {
                (*iva, "")
            };
            RigaDraft {
                codice: (*codice).to_owned(),
                descrizione: (*descrizione).to_owned(),
                quantita: (*quantita).to_owned(),
                unita_misura: (*unita_misura).to_owned(),
                prezzo: (*prezzo).to_owned(),
                sconti: (*sconti).to_owned(),
                aliquota_iva: aliquota_iva.to_owned(),
                natura: natura.to_owned(),
                ..RigaDraft::default()
            }
        },
    )
    .collect()
}
