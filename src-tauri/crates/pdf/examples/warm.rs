//! How long warm documents take: `cargo run --release -p pdf --example warm`.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a measurement, not shipped"
)]

#[path = "../tests/it/samples/mod.rs"]
mod samples;

use std::time::{Duration, Instant};

/// The median of some runs, after one that warms up.
fn median(runs: usize, mut job: impl FnMut()) -> Duration {
    job();
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            job();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times.get(runs / 2).copied().unwrap_or_default()
}

fn main() {
    let mut documents = samples::all();
    documents.push(("1000 rows", samples::long(1_000)));
    println!(
        "{:<14} {:>5} {:>8} {:>12} {:>12} {:>14}",
        "document", "pages", "bytes", "document", "per page", "preview 900px"
    );
    for (name, doc) in documents {
        let bytes = pdf::render(&doc).unwrap();
        let pages = pdf::page_count(&bytes).unwrap();
        let whole = median(31, || drop(pdf::render(&doc).unwrap()));
        let preview = median(11, || drop(pdf::preview_png(&bytes, 0, 900).unwrap()));
        let page = whole / u32::try_from(pages).unwrap();
        println!(
            "{name:<14} {pages:>5} {:>8} {whole:>12.2?} {page:>12.2?} {preview:>14.2?}",
            bytes.len()
        );
    }
}
