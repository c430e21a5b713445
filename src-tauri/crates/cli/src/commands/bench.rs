//! Figures of the engine on an archive, one row each: name, value, unit, bar, apart by tabs.

use std::{
    io::{self, Write},
    path::Path,
    time::{Duration, Instant},
};

use books::{
    Books, Error, allegati,
    documenti::{self, DocumentoDraft, DocumentoFilter, DocumentoSort, Pagamento, Stato},
    efatture,
    list::{Direction, PageRequest},
    riepiloghi::{self, PanoramicaFilter},
    scadenze::{self, PAGAMENTI, Quali, ScadenzaFilter},
};

use super::write_to;
use crate::clock;

/// Measures lists, totals, search, preview, issue, XML and PDF. The archive is changed: use a copy.
pub(super) fn bench(archive: &Path) -> Result<bool, Error> {
    let books = write_to(archive)?;
    lists(&books)?;
    let draft = a_draft(&books)?;
    let preview = quantiles(200, || {
        documenti::preview(&books, &draft, clock::now().today).map(|_| ())
    })?;
    row("totals after a key, p95", preview.p95, 16)?;
    let issue = quantiles(200, || {
        documenti::issue(&books, &clock::now(), draft.clone()).map(|_| ())
    })?;
    row("issue, durable with XML, p50", issue.p50, 15)?;
    row("issue, durable with XML, p95", issue.p95, 15)?;
    files(&books)?;
    Ok(true)
}

fn lists(books: &Books) -> Result<(), Error> {
    let today = clock::now().today;
    let page = |name: &str, filter: DocumentoFilter| {
        let took = quantiles(20, || {
            books
                .read(|sql| documenti::list(sql, &filter, today, &PAGAMENTI))
                .map(|_| ())
        })?;
        row(name, took.p95, 100)
    };
    let base = DocumentoFilter {
        page: PageRequest {
            cursor: None,
            limit: 200,
        },
        ..DocumentoFilter::default()
    };
    page("list of documents, first page, p95", base.clone())?;
    page(
        "list by customer, p95",
        DocumentoFilter {
            sort: DocumentoSort::Cliente,
            ..base.clone()
        },
    )?;
    page(
        "list by total, p95",
        DocumentoFilter {
            sort: DocumentoSort::Totale,
            ..base.clone()
        },
    )?;
    page(
        "list with words, p95",
        DocumentoFilter {
            testo: "rossi".to_owned(),
            ..base.clone()
        },
    )?;
    page(
        "list of a year, p95",
        DocumentoFilter {
            anno: Some(today.year()),
            ..base.clone()
        },
    )?;
    payments(books, &base)?;
    schedule(books)?;
    let somme = quantiles(20, || {
        books
            .read(|sql| documenti::somme(sql, &base, today, &PAGAMENTI))
            .map(|_| ())
    })?;
    row("totals line of all documents, p95", somme.p95, 100)?;
    for text in ["97,60", "rossi", "12/"] {
        let took = quantiles(20, || books.read(|sql| books::search(sql, text, 12)).map(|_| ()))?;
        row(&format!("palette search «{text}», p95"), took.p95, 50)?;
    }
    Ok(())
}

/// The list of documents by what was paid of them.
fn payments(books: &Books, base: &DocumentoFilter) -> Result<(), Error> {
    let today = clock::now().today;
    for (name, pagamento) in [
        ("open", Pagamento::Aperto),
        ("overdue", Pagamento::Scaduto),
        ("partly paid", Pagamento::Parziale),
        ("paid", Pagamento::Pagato),
    ] {
        let filter = DocumentoFilter {
            pagamento: Some(pagamento),
            ..base.clone()
        };
        let page = quantiles(20, || {
            books
                .read(|sql| documenti::list(sql, &filter, today, &PAGAMENTI))
                .map(|_| ())
        })?;
        row(&format!("list of {name} documents, p95"), page.p95, 100)?;
        let somme = quantiles(20, || {
            books
                .read(|sql| documenti::somme(sql, &filter, today, &PAGAMENTI))
                .map(|_| ())
        })?;
        row(&format!("totals line of {name} documents, p95"), somme.p95, 100)?;
    }
    Ok(())
}

fn schedule(books: &Books) -> Result<(), Error> {
    let today = clock::now().today;
    for (name, quali) in [
        ("open", Quali::Aperte),
        ("overdue", Quali::Scadute),
        ("all", Quali::Tutte),
    ] {
        let filter = ScadenzaFilter {
            quali,
            direction: Direction::Ascending,
            ..ScadenzaFilter::default()
        };
        let page = quantiles(20, || {
            books.read(|sql| scadenze::list(sql, &filter, today)).map(|_| ())
        })?;
        row(&format!("schedule, {name}, first page, p95"), page.p95, 100)?;
        let somme = quantiles(20, || {
            books.read(|sql| scadenze::somme(sql, &filter, today)).map(|_| ())
        })?;
        row(&format!("schedule, {name}, totals line, p95"), somme.p95, 100)?;
    }
    let filter = PanoramicaFilter::default();
    let overview = quantiles(20, || {
        books
            .read(|sql| riepiloghi::panoramica(sql, &filter, today))
            .map(|_| ())
    })?;
    row("overview, p95", overview.p95, 100)?;
    let clocks = quantiles(20, || {
        books.read(|sql| riepiloghi::orologi(sql, today)).map(|_| ())
    })?;
    row("what waits, p95", clocks.p95, 100)?;
    let counts = quantiles(20, || {
        books.read(|sql| riepiloghi::sospesi(sql, today)).map(|_| ())
    })?;
    row("how many wait, p95", counts.p95, 100)
}

/// A draft like the newest issued document.
fn a_draft(books: &Books) -> Result<DocumentoDraft, Error> {
    let now = clock::now();
    let filter = DocumentoFilter {
        stati: vec![Stato::Emesso],
        tipi: vec![documenti::Tipo::Fattura],
        ..DocumentoFilter::default()
    };
    let rows = books
        .read(|sql| documenti::list(sql, &filter, now.today, &PAGAMENTI))?
        .rows;
    let newest = rows.first().ok_or(Error::NotFound("documenti"))?.id;
    books.read(|sql| documenti::duplicate(sql, newest, &now))
}

fn files(books: &Books) -> Result<(), Error> {
    let now = clock::now();
    let filter = DocumentoFilter {
        stati: vec![Stato::Emesso],
        tipi: vec![documenti::Tipo::Fattura],
        page: PageRequest {
            cursor: None,
            limit: 1_000,
        },
        ..DocumentoFilter::default()
    };
    let rows = books
        .read(|sql| documenti::list(sql, &filter, now.today, &PAGAMENTI))?
        .rows;
    let ids: Vec<db::Id> = rows.iter().map(|row| row.id).collect();
    let folder = std::env::temp_dir().join(format!("f1c-bench-{:x}", now.random));
    std::fs::create_dir_all(&folder)?;
    let started = Instant::now();
    efatture::save_to_folder(books, &now, &ids, &folder)?;
    row(
        &format!("XML of {} documents to a folder", ids.len()),
        started.elapsed(),
        10_000,
    )?;
    let started = Instant::now();
    documenti::save_pdf(books, &now, &ids, &folder)?;
    row(
        &format!("PDF of {} documents to a folder", ids.len()),
        started.elapsed(),
        10_000,
    )?;
    let one = ids.first().copied().ok_or(Error::NotFound("documenti"))?;
    let attachments = allegati::folder_of(books.archive().path());
    let pdf = quantiles(50, || {
        books
            .read(|sql| documenti::to_pdf(sql, &attachments, one, now.today))
            .map(|_| ())
    })?;
    row("PDF of one document, warm, p50", pdf.p50, 10)?;
    let preview = quantiles(20, || {
        documenti::pdf_page(books, None, Some(one), 0, 900, now.today).map(|_| ())
    })?;
    row("PDF preview of one page, p95", preview.p95, 200)?;
    Ok(std::fs::remove_dir_all(&folder)?)
}

struct Quantiles {
    p50: Duration,
    p95: Duration,
}

/// Times `work`, after one run that is not counted.
fn quantiles(runs: usize, mut work: impl FnMut() -> Result<(), Error>) -> Result<Quantiles, Error> {
    work()?;
    let mut took = Vec::with_capacity(runs);
    for _ in 0..runs {
        let started = Instant::now();
        work()?;
        took.push(started.elapsed());
    }
    took.sort_unstable();
    let at = |percent: usize| {
        took.get(runs.saturating_mul(percent) / 100)
            .copied()
            .unwrap_or_default()
    };
    Ok(Quantiles {
        p50: at(50),
        p95: at(95),
    })
}

/// Milliseconds with three decimals, and the bar in milliseconds.
fn row(name: &str, took: Duration, bar_ms: u64) -> Result<(), Error> {
    let micros = took.as_micros();
    let (whole, rest) = (micros / 1_000, micros % 1_000);
    Ok(writeln!(
        io::stdout().lock(),
        "{name}\t{whole}.{rest:03}\tms\t{bar_ms}"
    )?)
}
