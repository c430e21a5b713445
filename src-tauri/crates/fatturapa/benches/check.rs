//! How fast files are checked, against a bare quick-xml scan of the same bytes and against xmllint:
//! `cargo bench -p fatturapa -- FOLDER LARGE.xml`, with files made by `gen.py` of the shared bench material.
//!
//! Prints rows `name TAB value TAB unit TAB bar`. Processor time is that of the thread, the best of several rounds
//! taken in turn, so that a busy machine changes the ratios little.
#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a bench prints, and stops at what it does not expect"
)]

use std::{
    env, fs, hint,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
    sync::LazyLock,
    time::{Duration, Instant},
};

use jiff::civil::date;

use fatturapa::{
    schema,
    xml::{Document, Limits},
};

const ROUNDS: usize = 7;

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).filter(|word| word != "--bench").collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["check", paths @ ..] => check_all(&paths.iter().map(PathBuf::from).collect::<Vec<_>>()),
        [folder, large] => table(Path::new(folder), Path::new(large)),
        _ => {
            println!("usage: FOLDER LARGE.xml");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn table(folder: &Path, large: &Path) {
    let paths = files(folder);
    let many: Vec<Vec<u8>> = paths.iter().map(read).collect();
    let one = vec![read(&large.to_path_buf())];
    for (name, documents) in [("small", &many), ("large", &one)] {
        measure(name, documents);
    }
    memory("10,000 files", folder, "64");
    memory("large file", large, "60");
    peer(folder, &paths);
}

/// The stages of a check, each with those before it.
fn measure(name: &str, documents: &[Vec<u8>]) {
    let mut best = [Duration::MAX; 4];
    for _ in 0..ROUNDS {
        let stages: [fn(&[u8]); 4] = [scan, tree, check, whole];
        for (best, stage) in best.iter_mut().zip(stages) {
            let begin = busy();
            documents.iter().for_each(|document| stage(document));
            *best = (*best).min(busy().saturating_sub(begin));
        }
    }
    let [scan, tree, check, whole] = best;
    let count = u128::try_from(documents.len()).expect("a count");
    println!("{name}: scan\t{}\tus\t", decimal(scan.as_nanos() / count));
    println!("{name}: tree\t{}\tx scan\t", ratio(tree, scan));
    println!("{name}: tree and schema\t{}\tx scan\t", ratio(check, scan));
    println!(
        "{name}: schema, model and rules\t{}\tx scan\t2.5",
        ratio(whole, scan)
    );
}

fn scan(bytes: &[u8]) {
    let mut reader = quick_xml::Reader::from_reader(bytes);
    let mut events = 0_u32;
    loop {
        match reader.read_event() {
            Ok(quick_xml::events::Event::Eof) => break,
            Ok(_) => events = events.saturating_add(1),
            Err(error) => panic!("{error}"),
        }
    }
    hint::black_box(events);
}

fn tree(bytes: &[u8]) {
    hint::black_box(Document::parse(bytes, &Limits::default()).expect("XML"));
}

fn check(bytes: &[u8]) {
    let document = Document::parse(bytes, &Limits::default()).expect("XML");
    let findings = schema::check(&document);
    assert!(findings.is_empty(), "{findings:?}");
}

/// Everything that `f1c check` says of a file.
fn whole(bytes: &[u8]) {
    hint::black_box(fatturapa::check::bytes(bytes, date(2026, 11, 24)));
}

/// Checks files on every core, reading them one by one; a file of a folder is forgotten when it is done.
fn check_all(paths: &[PathBuf]) {
    let paths: Vec<PathBuf> = paths.iter().flat_map(|path| files(path)).collect();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let share = paths.len().div_ceil(cores).max(1);
    std::thread::scope(|scope| {
        for part in paths.chunks(share) {
            scope.spawn(move || part.iter().for_each(|path| whole(&read(path))));
        }
    });
    println!("{}", peak());
}

/// What the check of a path adds to the peak of memory of the process that does it.
fn memory(name: &str, path: &Path, bar: &str) {
    let peak = |paths: &[&Path]| {
        let own = env::current_exe().expect("this program");
        let output = Command::new(own)
            .arg("check")
            .args(paths)
            .output()
            .expect("a run");
        let told = String::from_utf8_lossy(&output.stdout);
        told.trim().parse::<u64>().expect("a peak in kB")
    };
    let over = peak(&[path]).saturating_sub(peak(&[]));
    println!(
        "{name}: memory over start\t{}\tMB\t{bar}",
        decimal(u128::from(over))
    );
}

/// Wall time on every core, and both times of xmllint with the official schema, if both are there.
fn peer(folder: &Path, paths: &[PathBuf]) {
    let wall = |command: &mut Command| {
        let (begin, children) = (Instant::now(), children());
        let output = command.output().ok()?;
        output
            .status
            .success()
            .then(|| (begin.elapsed(), self::children().saturating_sub(children)))
    };
    let own = env::current_exe().expect("this program");
    let Some((own_wall, own_busy)) = wall(Command::new(own).arg("check").arg(folder)) else {
        return;
    };
    println!("files, all cores\t{}\ts\t", decimal(own_wall.as_millis()));
    let official = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../../shared/fatturapa/xsd/Schema_VFPR12_v1.2.3.xsd");
    let mut command = Command::new("xmllint");
    command
        .args(["--nonet", "--noout", "--schema"])
        .arg(official)
        .args(paths);
    let Some((peer_wall, peer_busy)) = wall(&mut command) else {
        println!("xmllint or the official schema is not there");
        return;
    };
    println!("xmllint, files\t{}\ts\t", decimal(peer_wall.as_millis()));
    println!("wall over xmllint\t{}\tx\t0.333", ratio(own_wall, peer_wall));
    println!(
        "processor time over xmllint\t{}\tx\t0.5",
        ratio(own_busy, peer_busy)
    );
}

fn files(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(path) else {
        return vec![path.to_owned()];
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "xml"));
    paths.sort();
    paths
}

fn read(path: &PathBuf) -> Vec<u8> {
    fs::read(path).expect("a file")
}

/// Processor time of this thread; where the system does not tell, time.
fn busy() -> Duration {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told.and_then(|text| text.split(' ').next()?.parse().ok());
    nanos.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

static START: LazyLock<Instant> = LazyLock::new(Instant::now);

/// Processor time of the children that have ended, in hundredths of a second.
fn children() -> Duration {
    let text = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after = text.rsplit(')').next().unwrap_or_default().split_whitespace();
    let ticks: u64 = after
        .skip(13)
        .take(2)
        .filter_map(|word| word.parse::<u64>().ok())
        .sum();
    Duration::from_millis(ticks.saturating_mul(10))
}

/// The largest memory of this process, in kB.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok())
        .unwrap_or_default()
}

fn ratio(own: Duration, other: Duration) -> String {
    decimal(own.as_nanos().saturating_mul(1000) / other.as_nanos().max(1))
}

/// Thousandths as a number with a point.
fn decimal(thousandths: u128) -> String {
    format!("{}.{:03}", thousandths / 1000, thousandths % 1000)
}
