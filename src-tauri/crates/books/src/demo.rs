//! A filled archive for looking around and for measuring: a joiner's workshop, its customers and its products.
//!
//! Everything follows from the seed and the day, so that two archives made alike hold the same rows. Identifiers
//! have right check characters and belong to nobody on purpose; addresses of mail end in `.example`.

use std::path::Path;

use db::{Id, When};
use jiff::{ToSpan, civil::Date, tz::TimeZone};

use crate::{
    Books, Error, Setup, anagrafiche, azienda, azienda::AziendaDraft, demo_clienti, demo_documenti,
    demo_prodotti, dice::Dice, prodotti,
};

/// What was made, for whoever writes documents with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demo {
    /// Customers, of every kind.
    pub clienti: Vec<Id>,
    /// Products and services.
    pub prodotti: Vec<Id>,
}

/// Fills an empty archive with the company, 300 customers and 120 products, as if on the day `today`.
///
/// # Errors
/// The archive cannot be written; `demo_not_empty` when it already has a company.
pub fn demo(books: &Books, seed: u64, today: Date) -> Result<Demo, Error> {
    if books.read(|reader| azienda::get(reader, today))?.is_some() {
        return Err(Error::refused("demo_not_empty"));
    }
    let when = morning(today, seed)?;
    azienda::save(books, &when, company())?;
    let mut dice = Dice::new(seed);
    let filled = books.write("demo.fill", &when, |tx| {
        let clienti = (0..300)
            .map(|at| Ok(anagrafiche::save_in(tx, demo_clienti::cliente(at, &mut dice))?.id))
            .collect::<Result<_, Error>>()?;
        let prodotti = demo_prodotti::all(&mut dice)
            .into_iter()
            .map(|draft| Ok(prodotti::save_in(tx, draft)?.id))
            .collect::<Result<_, Error>>()?;
        Ok(Demo { clienti, prodotti })
    })?;
    Ok(filled.value)
}

/// Makes an archive with `documents` documents of the three years before `today`, always the same file.
///
/// # Errors
/// A file is already there; the disk failed.
pub fn demo_archive(path: &Path, setup: &Setup, documents: u32, today: Date) -> Result<Books, Error> {
    let from = today.saturating_sub(3.years());
    let books = Books::create(path, setup, &morning(from, SEED)?)?;
    let filled = demo(&books, SEED, from)?;
    demo_documenti::fill(&books, &filled, (documents, SEED), (from, today))?;
    Ok(books)
}

/// Any fixed number: the same archive every time.
const SEED: u64 = 2026;

pub(crate) fn morning(today: Date, random: u64) -> Result<When, Error> {
    let at = today
        .at(8, 0, 0, 0)
        .to_zoned(TimeZone::UTC)
        .map_err(|error| Error::Broken(error.to_string()))?;
    Ok(When {
        at: at.timestamp(),
        today,
        random,
    })
}

fn company() -> AziendaDraft {
    let text = str::to_owned;
    let partita_iva = demo_clienti::eleven("0312345037");
    AziendaDraft {
        denominazione: text("Falegnameria Arnaldi S.r.l."),
        codice_fiscale: partita_iva.clone(),
        partita_iva,
        regime_fiscale: text("RF01"),
        indirizzo: text("Via dei Falegnami"),
        numero_civico: text("12"),
        cap: text("40121"),
        comune: text("Bologna"),
        provincia: text("BO"),
        telefono: text("051 000000"),
        email: text("info@arnaldi.example"),
        pec: text("arnaldi@pec.example"),
        rea_ufficio: text("BO"),
        rea_numero: text("123456"),
        capitale_sociale: text("10.000,00"),
        socio_unico: text("SM"),
        stato_liquidazione: text("LN"),
        iban: text("IT60X0542811101000000123456"),
        banca: text("Banca di prova"),
        modalita_pagamento: text("MP05"),
        termini_pagamento: text("30 fm"),
        aliquota_iva: text("22"),
        ..AziendaDraft::default()
    }
}
