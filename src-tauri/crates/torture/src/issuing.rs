//! D1 through the whole engine: invoices are issued until the program is killed.

use std::io::Write;
use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use books::{
    Books, Setup,
    anagrafiche::{self, SoggettoDraft},
    azienda::{self, AziendaDraft},
    documenti::{self, DocumentoDraft, RigaDraft},
};
use db::{Id, Sql, When};
use sha2::{Digest, Sha256};

use crate::children::{Work, acknowledged, kill_within};
use crate::ledger::hex;
use crate::outcome::{Control, Outcome, on_two_cores};

/// Kills of one archive, one after the other.
const ROUNDS: u64 = 4;

pub(crate) fn run(kills: usize) -> anyhow::Result<Outcome> {
    let archives = kills.div_ceil(ROUNDS as usize);
    let few = (archives / 2).max(10);
    let base = tempfile::tempdir()?;
    first_day(base.path())?;
    let controls = on_two_cores(few, |seed| {
        one(base.path(), Work::IssueTellingEarly, seed).map(drop)
    });
    let issued = AtomicI64::new(0);
    let failures = on_two_cores(archives, |seed| {
        issued.fetch_add(one(base.path(), Work::Issue, seed)?, Ordering::Relaxed);
        Ok(())
    });
    Ok(Outcome {
        name: "kill9 issuing".to_owned(),
        iterations: archives * ROUNDS as usize,
        failures,
        control: Control {
            without: "commit before telling",
            iterations: few,
            failures: controls.len(),
            expected: few / 5,
        },
        note: format!("{} invoices issued", issued.into_inner()),
    })
}

/// Gives the number of invoices in the end.
fn one(base: &Path, work: Work, seed: u64) -> Result<i64, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    std::fs::copy(path(base), path(folder.path())).map_err(|error| error.to_string())?;
    let mut told = 0;
    for round in 0..ROUNDS {
        let said = kill_within(
            work,
            folder.path(),
            seed * ROUNDS + round,
            Duration::from_millis(400),
        )?;
        told = told.max(acknowledged(&said));
        let books = open(folder.path(), 100_000).map_err(|error| format!("open: {error}"))?;
        let count = books
            .read(|reader| Ok(check(reader)))
            .map_err(|error| format!("read: {error}"))??;
        if count < told {
            return Err(format!("{} acknowledged invoices lost", told - count));
        }
        told = count;
    }
    Ok(told)
}

/// Number of invoices, when SQLite finds nothing, numbers have no gap and every link follows from the one before and
/// from what was frozen; else what is wrong.
pub(crate) fn check(sql: &impl Sql) -> Result<i64, String> {
    if let Some(problem) = db::verify_pages(sql).map_err(|error| error.to_string())?.first() {
        return Err(format!("{problem:?}"));
    }
    if let Some(found) = documenti::verify(sql).map_err(|error| error.to_string())?.first() {
        return Err(format!("verify says {}", found.code));
    }
    walk(sql).map_err(|error| error.to_string())?
}

/// As [`check`], of numbers and links alone.
pub(crate) fn walk(sql: &impl Sql) -> Result<Result<i64, String>, db::DbError> {
    let mut links = sql.sql().prepare(
        "SELECT d.progressivo, k.prev, k.hash, c.congelato FROM documenti_catena k
         JOIN documenti d ON d.id = k.documento_id JOIN documenti_contenuti c ON c.id = d.id ORDER BY k.id",
    )?;
    let mut rows = links.query([])?;
    let (mut count, mut before) = (0, String::new());
    while let Some(row) = rows.next()? {
        let (progressivo, prev, hash, frozen): (i64, String, String, String) =
            (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        count += 1;
        if progressivo != count || prev != before || hash != hex(&Sha256::digest(format!("{prev}\n{frozen}")))
        {
            return Ok(Err(format!(
                "invoice {progressivo} where {count} should be, or its link is broken"
            )));
        }
        before = hash;
    }
    let issued: i64 = sql.sql().query_row(
        "SELECT count(*) FROM documenti WHERE progressivo IS NOT NULL",
        [],
        |row| row.get(0),
    )?;
    Ok(if issued == count {
        Ok(count)
    } else {
        Err(format!("{issued} invoices, {count} links"))
    })
}

pub(crate) fn path(folder: &Path) -> std::path::PathBuf {
    folder.join("ditta.f1c")
}

pub(crate) fn open(folder: &Path, n: i64) -> Result<Books, books::Error> {
    Books::open(&path(folder), &setup(folder), &when(n))
}

pub(crate) fn setup(folder: &Path) -> Setup {
    Setup {
        holder: "torture".to_owned(),
        actor: "torture".to_owned(),
        data: folder.join("dati"),
        allow_synced: false,
    }
}

/// Moments of one and the same day.
pub(crate) fn when(n: i64) -> When {
    let mut when = crate::ledger::when(0);
    when.at = jiff::Timestamp::from_millisecond(1_795_500_000_000 + n).expect("a moment in 2026");
    when
}

/// The archive of a company with one customer and an invoice.
pub(crate) fn first_day(folder: &Path) -> anyhow::Result<()> {
    let text = str::to_owned;
    let books = Books::create(&path(folder), &setup(folder), &when(0))?;
    let company = AziendaDraft {
        denominazione: text("Torniture di prova S.r.l."),
        partita_iva: text("01234567897"),
        codice_fiscale: text("01234567897"),
        regime_fiscale: text("RF01"),
        indirizzo: text("Via Emilia"),
        numero_civico: text("1"),
        cap: text("47121"),
        comune: text("Forlì"),
        provincia: text("FC"),
        ..AziendaDraft::default()
    };
    azienda::save(&books, &when(1), company)?;
    let customer = SoggettoDraft {
        cliente: true,
        denominazione: text("Officine Rossi S.r.l."),
        partita_iva: text("12345678903"),
        indirizzo: text("Via Roma 2"),
        cap: text("47121"),
        comune: text("Forlì"),
        provincia: text("FC"),
        nazione: text("IT"),
        codice_destinatario: text("ABC1234"),
        ..SoggettoDraft::default()
    };
    anagrafiche::save(&books, &when(2), customer)?;
    issue(&books, 3)?;
    Ok(())
}

pub(crate) fn issue(books: &Books, n: i64) -> anyhow::Result<i64> {
    let customer: Id = books.read(|sql| {
        let found = sql.sql().query_row(
            "SELECT id FROM anagrafiche_soggetti ORDER BY id LIMIT 1",
            [],
            |row| row.get(0),
        );
        Ok(found.map_err(db::DbError::from)?)
    })?;
    let line = |words: &str, price: &str| RigaDraft {
        descrizione: words.to_owned(),
        prezzo: price.to_owned(),
        quantita: "3".to_owned(),
        aliquota_iva: "22".to_owned(),
        ..RigaDraft::default()
    };
    let draft = DocumentoDraft {
        cliente_id: Some(customer),
        righe: vec![
            line("Tornitura di precisione", "12,50"),
            line("Trasporto", &format!("{}", 1 + n % 90)),
        ],
        modalita_pagamento: "MP05".to_owned(),
        ..DocumentoDraft::default()
    };
    let issued = documenti::issue(books, &when(n), draft)?;
    Ok(issued.value.documento.numero.parse()?)
}

/// The child.
pub(crate) fn work(folder: &Path, seed: u64, tells_early: bool) -> anyhow::Result<()> {
    let mut out = std::io::stdout();
    // Later than every moment of the children before.
    let begin = 1_000 + i64::try_from(seed % ROUNDS)? * 20_000;
    let books = open(folder, begin)?;
    for n in begin + 1.. {
        if tells_early {
            let next = books.read(|sql| Ok(walk(sql)?))?.map_err(anyhow::Error::msg)? + 1;
            writeln!(out, "A {next}")?;
        }
        writeln!(out, "A {}", issue(&books, n)?)?;
    }
    Ok(())
}
