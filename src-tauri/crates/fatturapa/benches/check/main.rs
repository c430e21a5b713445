//! How fast files are checked, against a bare quick-xml scan of the same bytes and against xmllint:
//! `cargo bench -p fatturapa`, or with files of one's own `cargo bench -p fatturapa -- FOLDER LARGE.xml`.
//!
//! Prints rows `name TAB value TAB unit TAB bar`. Processor time is that of the thread, the best of several rounds
//! taken in turn, so that a busy machine changes the ratios little.
#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    reason = "a bench prints, and stops at what it does not expect"
)]

mod inputs;

use std::{
    env, fs, hint,
    ops::ControlFlow,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
    sync::LazyLock,
    time::{Duration, Instant},
};

use jiff::{
    Timestamp,
    civil::{Date, date},
};

use fatturapa::{
    intake, schema,
    xml::{Document, Limits},
};

const ROUNDS: usize = 7;
/// The clock ticks every few milliseconds: fewer bytes than these are gone through several times.
const ENOUGH: usize = 100_000_000;
/// The day of the check.
const TODAY: Date = date(2026, 11, 24);
/// How many files are checked for the rows that show whether time and memory grow with their number.
const COUNTS: [usize; 4] = [100, 1_000, 10_000, 100_000];

type Stage = fn(&[u8]);

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).filter(|word| word != "--bench").collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["check", count, path] => check_all(count.parse().expect("a number"), Path::new(path)),
        [folder, large] => table(Path::new(folder), Path::new(large)),
        [] => {
            let (folder, large) = inputs::made();
            table(&folder, &large);
        }
        _ => {
            println!("usage: [FOLDER LARGE.xml]");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn table(folder: &Path, large: &Path) {
    let paths = inputs::files(folder);
    let many: Vec<Vec<u8>> = paths.iter().map(|path| read(path)).collect();
    measure("small", &many);
    measure("large", &[read(large)]);
    for count in COUNTS {
        grow(count, &many);
    }
    from_disk(&paths);
    for count in COUNTS {
        memory(&format!("{count} files"), count, folder, "64");
    }
    memory("large", 1, large, "60");
    peer("small", folder, &paths, ["0.333", "0.5"]);
    peer("large", large, &[large.to_owned()], ["", ""]);
}

/// The stages of a check, each with those before it.
fn measure(name: &str, documents: &[Vec<u8>]) {
    let size: usize = documents.iter().map(Vec::len).sum();
    let again = ENOUGH.div_euclid(size.max(1)).max(1);
    let all = || (0..again).flat_map(|_| documents);
    let stages: [Stage; 5] = [scan, tree, check, model, whole];
    let [scan, tree, check, model, whole] = best(ROUNDS, stages, all);
    let count = documents.len().saturating_mul(again);
    println!("{name}: scan\t{}\tus\t", each(scan, count));
    println!("{name}: tree\t{}\tx scan\t", ratio(tree, scan));
    println!("{name}: tree and schema\t{}\tx scan\t", ratio(check, scan));
    println!("{name}: tree, schema and model\t{}\tx scan\t", ratio(model, scan));
    println!(
        "{name}: schema, model and rules\t{}\tx scan\t2.5",
        ratio(whole, scan)
    );
}

/// So many files, the same ones again when there are fewer.
fn grow(count: usize, documents: &[Vec<u8>]) {
    let name = format!("{count} files");
    let again = 10_000_usize.div_ceil(count);
    // Taken evenly, so that the few are as large as the many.
    let step = documents.len().div_euclid(count).max(1);
    let few = || documents.iter().step_by(step).cycle().take(count);
    let rounds = if count > 10_000 { 2 } else { ROUNDS };
    let [scan, whole] = best(rounds, [scan, whole], || (0..again).flat_map(|_| few()));
    let count = count.saturating_mul(again);
    println!("{name}: scan\t{}\tus\t", each(scan, count));
    println!("{name}: whole check\t{}\tus\t", each(whole, count));
    println!(
        "{name}: whole check over scan\t{}\tx scan\t2.5",
        ratio(whole, scan)
    );
}

/// The best time of each stage over all the documents.
fn best<'a, const N: usize, D: Iterator<Item = &'a Vec<u8>>>(
    rounds: usize,
    stages: [Stage; N],
    documents: impl Fn() -> D,
) -> [Duration; N] {
    let mut best = [Duration::MAX; N];
    for _ in 0..rounds {
        for (best, stage) in best.iter_mut().zip(stages) {
            let begin = busy();
            documents().for_each(|document| stage(document));
            *best = (*best).min(busy().saturating_sub(begin));
        }
    }
    best
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

fn model(bytes: &[u8]) {
    let document = Document::parse(bytes, &Limits::default()).expect("XML");
    hint::black_box(schema::check(&document));
    hint::black_box(fatturapa::read(&document).expect("an invoice"));
}

/// Everything that is said of the content of a file, and its model.
fn whole(bytes: &[u8]) {
    hint::black_box(fatturapa::check::bytes(bytes, TODAY));
}

/// A file of the disk as `f1c check` takes it: opened, known by its content, checked.
fn taken_in(path: &Path) {
    let options = intake::Options::default();
    // the flow never breaks: every item is checked
    let _ = intake::each_in(path, &options, |item| {
        hint::black_box(fatturapa::check::item(&item, Timestamp::UNIX_EPOCH, TODAY));
        ControlFlow::Continue(())
    });
}

/// What opening costs over reading the bytes, of a plain file.
fn from_disk(paths: &[PathBuf]) {
    let (mut bare, mut opened, mut scanned) = (Duration::MAX, Duration::MAX, Duration::MAX);
    let timed = |best: &mut Duration, stage: &dyn Fn(&PathBuf)| {
        let begin = busy();
        paths.iter().for_each(stage);
        *best = (*best).min(busy().saturating_sub(begin));
    };
    for _ in 0..3 {
        timed(&mut scanned, &|path| scan(&read(path)));
        timed(&mut bare, &|path| whole(&read(path)));
        timed(&mut opened, &|path| taken_in(path));
    }
    println!("disk: read and scan\t{}\tus\t", each(scanned, paths.len()));
    println!(
        "disk: read and check\t{}\tx read and scan\t",
        ratio(bare, scanned)
    );
    println!(
        "disk: open and check\t{}\tx read and scan\t",
        ratio(opened, scanned)
    );
}

/// Checks so many files on every core, reading them one by one; each is forgotten when it is done.
fn check_all(count: usize, path: &Path) {
    let paths = inputs::files(path);
    let paths: Vec<&PathBuf> = paths.iter().cycle().take(count).collect();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let share = paths.len().div_ceil(cores).max(1);
    std::thread::scope(|scope| {
        for part in paths.chunks(share) {
            scope.spawn(move || part.iter().for_each(|path| taken_in(path)));
        }
    });
    println!("{}", peak());
}

fn own(count: usize, path: &Path) -> Command {
    let mut command = Command::new(env::current_exe().expect("this program"));
    command.arg("check").arg(count.to_string()).arg(path);
    command
}

/// What the check of files adds to the peak of memory of the process that does it.
fn memory(name: &str, count: usize, path: &Path, bar: &str) {
    let peak = |count: usize| {
        let output = own(count, path).output().expect("a run");
        let told = String::from_utf8_lossy(&output.stdout);
        told.trim().parse::<u64>().expect("a peak in kB")
    };
    let over = peak(count).saturating_sub(peak(0));
    println!(
        "{name}: memory over start\t{}\tMB\t{bar}",
        decimal(u128::from(over))
    );
}

/// Wall time on every core, and both times of xmllint with the official schema, if both are there. The bars are those of
/// wall and of processor time.
fn peer(name: &str, path: &Path, paths: &[PathBuf], [wall_bar, busy_bar]: [&str; 2]) {
    let wall = |command: &mut Command| {
        let (begin, children) = (Instant::now(), children());
        let output = command.output().ok()?;
        output
            .status
            .success()
            .then(|| (begin.elapsed(), self::children().saturating_sub(children)))
    };
    let Some((own_wall, own_busy)) = wall(&mut own(paths.len(), path)) else {
        return;
    };
    println!("{name}: all cores\t{}\ts\t", decimal(own_wall.as_millis()));
    let mut command = Command::new("xmllint");
    command
        .args(["--nonet", "--noout", "--schema"])
        .arg(inputs::shared("fatturapa/xsd/Schema_VFPR12_v1.2.3.xsd"))
        .args(paths);
    let Some((peer_wall, peer_busy)) = wall(&mut command) else {
        println!("xmllint or the official schema is not there");
        return;
    };
    println!("{name}: xmllint\t{}\ts\t", decimal(peer_wall.as_millis()));
    println!(
        "{name}: wall over xmllint\t{}\tx\t{wall_bar}",
        ratio(own_wall, peer_wall)
    );
    println!(
        "{name}: processor time over xmllint\t{}\tx\t{busy_bar}",
        ratio(own_busy, peer_busy)
    );
}

fn read(path: &Path) -> Vec<u8> {
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

/// Microseconds for one of so many.
fn each(time: Duration, count: usize) -> String {
    decimal(time.as_nanos() / u128::try_from(count.max(1)).expect("a count"))
}

fn ratio(own: Duration, other: Duration) -> String {
    decimal(own.as_nanos().saturating_mul(1000) / other.as_nanos().max(1))
}

/// Thousandths as a number with a point.
fn decimal(thousandths: u128) -> String {
    format!("{}.{:03}", thousandths / 1000, thousandths % 1000)
}
