//! H7: the parsers of what arrives, against bytes that are broken in every way. Nothing panics, nothing computes over a
//! second, nothing takes over 512 MB. Repeatable: an input comes from its target and its number alone.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use clap::ValueEnum;
use fatturapa::{check, intake, messages, read, write_unchecked, xml};
use jiff::{Timestamp, civil::date};

use crate::chance::Chance;
use crate::mutate::mutate;
use crate::outcome::{Control, Outcome, guarded};

/// What a parser may use. A debug build is up to ten times slower than what is shipped.
const MOST_TIME: Duration = Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 1 });
const MOST_MEMORY_KB: usize = 512 << 10;
/// Inputs after which memory is looked at.
const BATCH: usize = 64;
/// Inputs that the control is given.
const CONTROLS: usize = 500;

/// One entrance for bytes of strangers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Target {
    /// XML, through every check, into the model, and written again.
    Xml,
    /// Signatures.
    P7m,
    /// Zip archives.
    Zip,
    /// Mails and certified mails.
    Eml,
    /// Messages of SDI.
    Messages,
}

impl Target {
    pub(crate) const ALL: [Target; 5] = [
        Target::Xml,
        Target::P7m,
        Target::Zip,
        Target::Eml,
        Target::Messages,
    ];

    fn name(self) -> &'static str {
        match self {
            Target::Xml => "xml",
            Target::P7m => "p7m",
            Target::Zip => "zip",
            Target::Eml => "eml",
            Target::Messages => "messages",
        }
    }

    /// Whether a file is a whole input of this target.
    fn takes(self, path: &Path) -> bool {
        let name = path.to_string_lossy();
        let is_message = name.contains("notifications") || name.contains("messages");
        match self {
            Target::Xml => name.ends_with(".xml") && !is_message,
            Target::P7m => name.ends_with(".p7m") || name.ends_with(".p7s"),
            Target::Zip => name.ends_with(".zip"),
            Target::Eml => name.ends_with(".eml"),
            Target::Messages => name.ends_with(".xml") && is_message,
        }
    }

    fn parse(self, bytes: &[u8]) {
        let options = intake::Options::default();
        for item in intake::open("file", bytes, &options) {
            let report = check::item(&item, Timestamp::UNIX_EPOCH, date(2026, 11, 24));
            for finding in &report.findings {
                std::hint::black_box(finding.it());
            }
            let Ok(content) = item.content else { continue };
            if let Ok(document) = xml::Document::parse(&content, &xml::Limits::default()) {
                // what is no invoice or no message is refused by name
                let _ = std::hint::black_box(messages::read(&document));
                if let Ok(read) = read(&document) {
                    std::hint::black_box(write_unchecked(&read.fattura));
                }
            }
        }
    }
}

/// Runs one target for so many seconds of processor time.
pub(crate) fn run(target: Target, seconds: u64) -> anyhow::Result<Outcome> {
    let corpus = corpus(target)?;
    anyhow::ensure!(
        !corpus.is_empty(),
        "no inputs to begin with for {}",
        target.name()
    );
    let slowest = AtomicUsize::new(0);
    let (begun, on_cpu) = (Instant::now(), cpu_time());
    let until = Duration::from_secs(seconds);
    let mut failures = Vec::new();
    let mut done = 0;
    reset_peak();
    quietly(|| {
        while spent(begun, on_cpu) < until && failures.len() < 10 {
            for _ in 0..BATCH {
                let bytes = input(&corpus, done);
                if let Err(what) = one(&bytes, &slowest, |bytes| target.parse(bytes)) {
                    failures.push(format!(
                        "input {done}: {what}, kept as {}",
                        keep(target, done, &bytes)
                    ));
                }
                done += 1;
            }
            if peak_kb() > MOST_MEMORY_KB {
                failures.push(format!("inputs up to {done}: {} MB", peak_kb() >> 10));
                reset_peak();
            }
        }
    });
    let note = format!(
        "from {} files, slowest {} ms, peak {} MB",
        corpus.len(),
        slowest.into_inner(),
        peak_kb() >> 10
    );
    Ok(Outcome {
        name: format!("fuzz {}", target.name()),
        iterations: done,
        failures,
        control: control(&corpus),
        note,
    })
}

/// The number of an input is all that it depends on.
fn input(corpus: &[Vec<u8>], number: usize) -> Vec<u8> {
    if let Some(whole) = corpus.get(number) {
        return whole.clone();
    }
    let mut chance = Chance::new(number as u64);
    let from = &corpus[chance.below(corpus.len())];
    let other = &corpus[chance.below(corpus.len())];
    mutate(&mut chance, from, other)
}

fn one(bytes: &[u8], slowest: &AtomicUsize, parse: impl Fn(&[u8])) -> Result<(), String> {
    let begun = Instant::now();
    let on_cpu = cpu_time();
    guarded(|| {
        parse(bytes);
        Ok(())
    })?;
    let took = spent(begun, on_cpu);
    slowest.fetch_max(took.as_millis() as usize, Ordering::Relaxed);
    if took > MOST_TIME {
        return Err(format!("took {took:?}"));
    }
    Ok(())
}

/// What this thread computed since then; time, where the system does not tell.
fn spent(begun: Instant, on_cpu: Option<Duration>) -> Duration {
    match (on_cpu, cpu_time()) {
        (Some(before), Some(after)) => after.saturating_sub(before),
        _ => begun.elapsed(),
    }
}

/// What this thread computed, where the system tells it: on a busy machine the clock measures the others.
fn cpu_time() -> Option<Duration> {
    let stat = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    stat.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

/// A reader that believes the lengths it is given: the same inputs must break it.
fn control(corpus: &[Vec<u8>]) -> Control {
    let believing = |bytes: &[u8]| {
        let mut at = 0;
        while at < bytes.len() {
            let length = usize::from(bytes[at]);
            std::hint::black_box(&bytes[at + 1..at + 1 + length]);
            at += 1 + length;
        }
    };
    let framed: Vec<Vec<u8>> = corpus.iter().map(|bytes| frame(bytes)).collect();
    let mut failures = 0;
    quietly(|| {
        for number in 0..CONTROLS {
            failures += usize::from(one(&input(&framed, number), &AtomicUsize::new(0), believing).is_err());
        }
    });
    Control {
        without: "checked lengths",
        iterations: CONTROLS,
        failures,
        expected: CONTROLS / 10,
    }
}

/// Each piece after its length, as the believing reader wants them.
fn frame(bytes: &[u8]) -> Vec<u8> {
    bytes
        .chunks(200)
        .flat_map(|chunk| [&[chunk.len() as u8][..], chunk].concat())
        .collect()
}

/// Caught panics do not print; the count of them is the answer.
fn quietly(work: impl FnOnce()) {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    work();
    std::panic::set_hook(hook);
}

/// Our own fixtures and, where they are, the samples of others.
fn corpus(target: Target) -> anyhow::Result<Vec<Vec<u8>>> {
    let house = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let shared = std::env::var_os("F1C_SHARED").map_or_else(|| house.join("../shared"), PathBuf::from);
    let mut paths = Vec::new();
    for root in [house.join("fixtures/fatturapa"), shared.join("fatturapa/samples")] {
        if root.is_dir() {
            files(&root, &mut paths)?;
        }
    }
    paths.retain(|path| target.takes(path));
    paths.sort();
    paths.iter().map(|path| Ok(fs::read(path)?)).collect()
}

fn files(folder: &Path, paths: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files(&path, paths)?;
        } else {
            paths.push(path);
        }
    }
    Ok(())
}

/// Writes an input that broke something where it can be found; as a named fixture it becomes a test.
fn keep(target: Target, number: usize, bytes: &[u8]) -> String {
    let path = std::env::temp_dir().join(format!("fuzz-{}-{number}", target.name()));
    match fs::write(&path, bytes) {
        Ok(()) => path.display().to_string(),
        Err(error) => format!("nothing: {error}"),
    }
}

/// The greatest memory of this process since the last reset, where the system tells it.
fn peak_kb() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok())
        .unwrap_or(0)
}

fn reset_peak() {
    // where this is not known, the peak is that of the whole run, which only makes the bar harder
    let _ = fs::write("/proc/self/clear_refs", "5");
}
