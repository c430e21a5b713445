//! One step of a long check: its output in a log, its time, its tests counted.

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::counts::{self, Counts, Reader};
use crate::house::line;

/// How long a step may be silent on the screen before it shows its last line.
const HEARTBEAT: Duration = Duration::from_secs(30);
/// When to stop waiting for one command.
const LIMIT: Duration = Duration::from_secs(30 * 60);
/// How many lines of a failed step are shown; the rest is in the log.
const SHOWN: usize = 300;

/// A named check made of commands, all of which must succeed.
pub(crate) struct Step {
    /// One short word.
    pub(crate) name: &'static str,
    /// What to run, or why it cannot run here.
    pub(crate) work: Result<Vec<Command>, String>,
    /// How its tests are counted.
    pub(crate) reader: Reader,
}

/// How a step ended.
pub(crate) struct Done {
    /// Its name.
    pub(crate) name: &'static str,
    /// The tests it counted, or itself as one check.
    pub(crate) counts: Counts,
    /// How long it took.
    pub(crate) took: Duration,
    /// What to say beside it: why skipped, where the log is.
    pub(crate) note: String,
}

impl Step {
    /// A step that is one check.
    pub(crate) fn check(name: &'static str, commands: Vec<Command>) -> Self {
        Self::tests(name, commands, counts::none)
    }

    /// A step whose tests are counted.
    pub(crate) fn tests(name: &'static str, commands: Vec<Command>, reader: Reader) -> Self {
        Self {
            name,
            work: Ok(commands),
            reader,
        }
    }

    /// A step that cannot run here, and why.
    pub(crate) fn skipped(name: &'static str, why: impl Into<String>) -> Self {
        Self {
            name,
            work: Err(why.into()),
            reader: counts::none,
        }
    }

    /// Runs to the end, whatever happens on the way, and shows the output when something failed.
    pub(crate) fn run(self, logs: &Path) -> Result<Done> {
        let start = Instant::now();
        let commands = match self.work {
            Ok(commands) => commands,
            Err(why) => {
                println!("==> {}: skipped, {why}", self.name);
                let counts = Counts {
                    skipped: 1,
                    ..Counts::default()
                };
                return Ok(Done {
                    name: self.name,
                    counts,
                    took: Duration::ZERO,
                    note: format!("skipped: {why}"),
                });
            }
        };
        println!("==> {}", self.name);
        let log = logs.join(format!("{}.log", self.name));
        let mut output = Output {
            file: File::create(&log)?,
            text: String::new(),
        };
        let mut is_good = true;
        for mut command in commands {
            output.take(&format!("$ {}", line(&command)))?;
            is_good &= follow(&mut command, LIMIT, &mut output)?;
        }
        let done = judge(
            self.name,
            is_good,
            counts::read(&output.text, self.reader),
            start.elapsed(),
            &log,
        );
        report(&done, &output.text, &log);
        Ok(done)
    }
}

/// A step without counted tests counts as one check; a failed step never counts as nothing failed.
fn judge(name: &'static str, is_good: bool, mut counts: Counts, took: Duration, log: &Path) -> Done {
    if !is_good && counts.failed == 0 {
        counts.failed = 1;
    }
    if counts == Counts::default() {
        counts.passed = 1;
    }
    let note = if counts.failed > 0 {
        format!("log: {}", log.display())
    } else {
        String::new()
    };
    Done {
        name,
        counts,
        took,
        note,
    }
}

fn report(done: &Done, text: &str, log: &Path) {
    for said in text.lines().filter_map(counts::said_skipped) {
        println!("    skipped: {said}");
    }
    if done.counts.failed == 0 {
        println!("    ok, {}", seconds(done.took));
        return;
    }
    let lines: Vec<&str> = text.lines().collect();
    let hidden = lines.len().saturating_sub(SHOWN);
    if hidden > 0 {
        println!("    ({hidden} lines more in {})", log.display());
    }
    for line in &lines[hidden..] {
        println!("    | {line}");
    }
    println!("    FAILED, {}", seconds(done.took));
}

struct Output {
    file: File,
    text: String,
}

impl Output {
    fn take(&mut self, line: &str) -> Result<()> {
        writeln!(self.file, "{line}")?;
        self.text.push_str(line);
        self.text.push('\n');
        Ok(())
    }
}

/// Runs one command into the log; says now and then where it is. True when it succeeded in time.
fn follow(command: &mut Command, limit: Duration, output: &mut Output) -> Result<bool> {
    let start = Instant::now();
    let (mut child, lines) = match spawn(command) {
        Ok(started) => started,
        Err(error) => {
            output.take(&format!("{error:#}"))?;
            return Ok(false);
        }
    };
    let mut last = String::new();
    let mut spoke = Instant::now();
    loop {
        match lines.recv_timeout(Duration::from_millis(200)) {
            Ok(line) => {
                output.take(&line)?;
                last = line;
            }
            Err(RecvTimeoutError::Timeout) if child.try_wait()?.is_none() => {}
            // it ended; what still holds the pipe is a process that it left behind
            Err(_) => break,
        }
        if spoke.elapsed() > HEARTBEAT {
            println!(
                "    {:>4} s  {}",
                start.elapsed().as_secs(),
                last.chars().take(120).collect::<String>()
            );
            spoke = Instant::now();
        }
        if start.elapsed() > limit {
            child.kill()?;
            child.wait()?;
            output.take(&format!("stopped: not done after {} s", limit.as_secs()))?;
            return Ok(false);
        }
    }
    let status = child.wait()?;
    if !status.success() {
        output.take(&format!("{}: {status}", line(command)))?;
    }
    Ok(status.success())
}

/// Starts a command with both its outputs in one pipe, in the order they are written.
fn spawn(command: &mut Command) -> Result<(Child, Receiver<String>)> {
    let (reader, writer) = std::io::pipe()?;
    command
        .stdin(std::process::Stdio::null())
        .stdout(writer.try_clone()?)
        .stderr(writer);
    let child = command
        .spawn()
        .with_context(|| format!("cannot start {}", line(command)))?;
    // the command keeps the writing ends until it is given others; without this the pipe would never close
    command
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null());
    let (sender, lines) = channel();
    std::thread::spawn(move || {
        let mut reader = BufReader::new(reader);
        let mut bytes = Vec::new();
        while reader.read_until(b'\n', &mut bytes).is_ok_and(|read| read > 0) {
            let line = plain(&String::from_utf8_lossy(&bytes));
            if sender.send(line).is_err() {
                return;
            }
            bytes.clear();
        }
    });
    Ok((child, lines))
}

/// A line without its end and without colours, which some tools insist on.
fn plain(line: &str) -> String {
    let mut text = String::new();
    let mut is_escape = false;
    for letter in line.trim_end().chars() {
        match (is_escape, letter) {
            (false, '\u{1b}') => is_escape = true,
            (false, letter) => text.push(letter),
            (true, letter) => is_escape = !letter.is_ascii_alphabetic(),
        }
    }
    text
}

/// `61.2 s`
pub(crate) fn seconds(time: Duration) -> String {
    format!("{}.{} s", time.as_secs(), time.subsec_millis() / 100)
}

/// The table of steps, as lines.
pub(crate) fn table(done: &[Done]) -> Vec<String> {
    let row = |done: &Done| {
        let Counts {
            passed,
            failed,
            skipped,
        } = done.counts;
        let time = seconds(done.took);
        format!(
            "{:<12} {time:>10} {passed:>7} {failed:>7} {skipped:>8}  {}",
            done.name, done.note
        )
        .trim_end()
        .to_owned()
    };
    let head = format!(
        "{:<12} {:>10} {:>7} {:>7} {:>8}",
        "step", "time", "passed", "failed", "skipped"
    );
    let total: Duration = done.iter().map(|done| done.took).sum();
    let total = format!("{:<12} {:>10}", "all", seconds(total));
    std::iter::once(head)
        .chain(done.iter().map(row))
        .chain([total])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_never_nothing() {
        let judged = |is_good, counts| judge("x", is_good, counts, Duration::ZERO, Path::new("log")).counts;
        let counts = |passed, failed| Counts {
            passed,
            failed,
            skipped: 0,
        };
        assert_eq!(judged(true, counts(0, 0)), counts(1, 0));
        assert_eq!(judged(false, counts(0, 0)), counts(0, 1), "it does not compile");
        assert_eq!(judged(true, counts(4, 0)), counts(4, 0));
        assert_eq!(
            judged(false, counts(4, 0)),
            counts(4, 1),
            "it fell over after the last test"
        );
    }

    #[cfg(unix)]
    #[test]
    fn commands_are_followed_to_their_end() {
        let run = |script: &str, limit_ms: u64| {
            let folder = std::env::temp_dir().join(format!("xtask-step-{}-{limit_ms}", std::process::id()));
            std::fs::create_dir_all(&folder).expect("a folder");
            let mut output = Output {
                file: File::create(folder.join("log")).expect("a log"),
                text: String::new(),
            };
            let good = follow(
                Command::new("sh").args(["-c", script]),
                Duration::from_millis(limit_ms),
                &mut output,
            );
            std::fs::remove_dir_all(folder).expect("our folder");
            (good.expect("it starts"), output.text)
        };
        assert_eq!(
            run("echo a; echo b >&2; printf c", 20_000),
            (true, "a\nb\nc\n".to_owned())
        );
        let (good, text) = run("echo a; exit 3", 20_001);
        assert!(!good && text.ends_with("exit status: 3\n"), "{text}");
        let (good, text) = run("exec sleep 60", 300);
        assert!(!good && text.starts_with("stopped"), "{text}");
        let (good, text) = run("sleep 60 & echo left", 20_002);
        assert!(
            good && text == "left\n",
            "what is left behind must not hold us: {text}"
        );
    }

    #[test]
    fn a_missing_program_is_a_failure_with_its_name() {
        let (good, text) = {
            let file = std::env::temp_dir().join(format!("xtask-absent-{}", std::process::id()));
            let mut output = Output {
                file: File::create(&file).expect("a log"),
                text: String::new(),
            };
            let good = follow(
                &mut Command::new("no-such-program"),
                Duration::from_secs(5),
                &mut output,
            );
            std::fs::remove_file(file).expect("our file");
            (good.expect("an outcome"), output.text)
        };
        assert!(!good && text.contains("no-such-program"), "{text}");
    }

    #[test]
    fn colours_are_taken_out() {
        assert_eq!(plain("\u{1b}[1;32mok\u{1b}[0m then\r\n"), "ok then");
    }
}
