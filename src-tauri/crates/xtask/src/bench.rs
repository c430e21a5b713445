//! `cargo xtask bench`: the figures of the release build against their bars, in one table.
//!
//! Everything that measures prints rows `name TAB value TAB unit TAB bar`; a row without a bar is only told.

use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::house::{House, line, must};
use crate::system::{self, Purpose};
use crate::{node, peers, window};

/// The day on which the archive stands: the same archive every time.
const DAY: &str = "2026-11-24";

/// Builds the release programs, fills an archive and measures it.
pub(crate) fn bench(house: &House, documents: u32) -> Result<ExitCode> {
    system::ready(if cfg!(target_os = "linux") {
        Purpose::Test
    } else {
        Purpose::Build
    })?;
    node::ready(house)?;
    node::build_page(house)?;
    must(house.tool("cargo").args([
        "build",
        "--release",
        "--locked",
        "--features",
        "fatturein1click/custom-protocol",
    ]))?;
    let folder = house.scratch("bench")?;
    std::fs::remove_dir_all(&folder)?;
    std::fs::create_dir_all(&folder)?;
    let figures = measure(house, &folder, documents)?;
    println!("\n{}", table(&figures).join("\n"));
    let missed = figures
        .iter()
        .filter(|figure| figure.is_met() == Some(false))
        .count();
    println!("\n{} figures, {missed} missed", figures.len());
    Ok(if missed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn measure(house: &House, folder: &Path, documents: u32) -> Result<Vec<Figure>> {
    let f1c = || house.tool(house.program("release", "f1c"));
    let archive = folder.join("Banco.f1c");
    let mut figures = Vec::new();
    let count = documents.to_string();
    let scaled = |thousandths: u64| thousandths * u64::from(documents) / 50_000;

    let took = timed(
        f1c()
            .arg("demo")
            .arg(&archive)
            .args(["--documents", &count, "--day", DAY]),
    )?;
    figures.push(Figure::seconds(
        format!("f1c demo, {count} documents"),
        took,
        scaled(30_000),
    ));
    let took = timed(f1c().arg("verify").arg(&archive))?;
    figures.push(Figure::seconds(
        format!("f1c verify, {count} documents"),
        took,
        scaled(15_000),
    ));
    let backup = folder.join("copia.f1c");
    let took = timed(f1c().arg("backup").arg(&archive).arg(&backup))?;
    let bytes = std::fs::metadata(&archive).context("the demo archive")?.len();
    figures.push(Figure::seconds(
        "backup, per 100 MB".to_owned(),
        took * 100_000_000 / bytes.max(1),
        500,
    ));
    figures.push(Figure {
        name: "size of the archive".to_owned(),
        value: bytes / 1_000,
        unit: "MB".to_owned(),
        bar: None,
    });

    figures.extend(rows(f1c().arg("bench").arg(&archive))?);
    figures.extend(invoices(house, folder)?);
    if window::can_make_a_screen() {
        let mut start = window::on_a_screen(house, 10 * 60);
        start
            .env("F1C_WINDOW", house.program("release", "fatturein1click"))
            .env("F1C", house.program("release", "f1c"));
        figures.extend(rows(start.args(["node", "tests/e2e/bench.mjs"]).arg(&archive))?);
    } else {
        println!("skipped: start and memory of the window, which need Xvfb");
    }
    Ok(figures)
}

/// The check of invoices, on files that the generator of the shared bench material makes.
fn invoices(house: &House, folder: &Path) -> Result<Vec<Figure>> {
    let generator = house.root.join("../shared/bench/gen.py");
    if !generator.is_file() {
        println!("skipped: the check of invoices, which needs ../shared/bench");
        return Ok(Vec::new());
    }
    let (many, large) = (folder.join("fatture"), folder.join("grande.xml"));
    let make = || {
        let mut python = house.tool("python3");
        python.arg(&generator);
        python
    };
    must(make().arg("files").arg(&many).arg("10000"))?;
    must(make().arg("huge").arg(&large))?;
    let bench = ["bench", "--locked", "-p", "fatturapa", "--bench", "check", "--"];
    let mut figures = rows(house.tool("cargo").args(bench).arg(&many).arg(&large))?;
    figures.extend(peers::figures(house, folder, &many)?);
    Ok(figures)
}

/// Thousandths of a second.
fn timed(command: &mut Command) -> Result<u64> {
    let start = Instant::now();
    must(command)?;
    Ok(u64::try_from(start.elapsed().as_millis())?)
}

fn rows(command: &mut Command) -> Result<Vec<Figure>> {
    println!("    {}", line(command));
    let output = command
        .stderr(std::process::Stdio::inherit())
        .output()
        .with_context(|| line(command))?;
    if !output.status.success() {
        bail!("{}: {}", line(command), output.status);
    }
    let text = String::from_utf8(output.stdout)?;
    text.lines()
        .filter(|row| row.contains('\t'))
        .map(|row| Figure::read(row).with_context(|| format!("not a figure: {row}")))
        .collect()
}

/// One measured figure; values in thousandths of the unit.
#[derive(PartialEq, Eq, Debug)]
pub(crate) struct Figure {
    pub(crate) name: String,
    pub(crate) value: u64,
    pub(crate) unit: String,
    pub(crate) bar: Option<u64>,
}

impl Figure {
    fn seconds(name: String, value: u64, bar: u64) -> Self {
        Self {
            name,
            value,
            unit: "s".to_owned(),
            bar: Some(bar),
        }
    }

    /// Reads `issue p95 TAB 11.3 TAB ms TAB 15`; the last two letters of the contract are optional: no bar, or `<= 15`.
    fn read(row: &str) -> Option<Self> {
        let mut cells = row.split('\t').map(str::trim);
        let name = cells.next()?.to_owned();
        let value = thousandths(cells.next()?)?;
        let unit = cells.next()?.to_owned();
        let bar = match cells
            .next()
            .unwrap_or_default()
            .trim_start_matches(['<', '=', ' '])
        {
            "" | "-" => None,
            number => Some(thousandths(number)?),
        };
        Some(Self {
            name,
            value,
            unit,
            bar,
        })
    }

    fn is_met(&self) -> Option<bool> {
        self.bar.map(|bar| self.value <= bar)
    }
}

/// `12.5` as 12500; digits beyond the third are dropped.
fn thousandths(number: &str) -> Option<u64> {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    if !part.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let part: String = part.chars().chain("000".chars()).take(3).collect();
    whole
        .parse::<u64>()
        .ok()?
        .checked_mul(1000)?
        .checked_add(part.parse().ok()?)
}

fn decimal(value: u64) -> String {
    let text = format!("{}.{:03}", value / 1000, value % 1000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn table(figures: &[Figure]) -> Vec<String> {
    let row = |figure: &Figure| {
        let bar = figure
            .bar
            .map(|bar| format!("<= {}", decimal(bar)))
            .unwrap_or_default();
        let verdict = match figure.is_met() {
            Some(true) => "ok",
            Some(false) => "MISSED",
            None => "",
        };
        let value = decimal(figure.value);
        format!(
            "{:<48} {value:>12} {:<8} {bar:>12}  {verdict}",
            figure.name, figure.unit
        )
        .trim_end()
        .to_owned()
    };
    let head = format!("{:<48} {:>12} {:<8} {:>12}", "figure", "measured", "unit", "bar");
    std::iter::once(head).chain(figures.iter().map(row)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read_exactly() {
        let figure = |value, bar| Figure {
            name: "issue p95".to_owned(),
            value,
            unit: "ms".to_owned(),
            bar,
        };
        assert_eq!(
            Figure::read("issue p95\t11.3\tms\t15"),
            Some(figure(11_300, Some(15_000)))
        );
        assert_eq!(
            Figure::read("issue p95\t11\tms\t<= 0.5"),
            Some(figure(11_000, Some(500)))
        );
        assert_eq!(Figure::read("issue p95\t11\tms\t"), Some(figure(11_000, None)));
        assert_eq!(Figure::read("issue p95\t11\tms"), Some(figure(11_000, None)));
        for wrong in [
            "issue p95",
            "issue p95\tfast\tms\t15",
            "issue p95\t1.2.3\tms\t15",
            "issue p95\t-1\tms\t15",
        ] {
            assert_eq!(Figure::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_bar_is_met_up_to_itself() {
        let met = |row: &str| Figure::read(row).and_then(|figure| figure.is_met());
        assert_eq!(met("x\t15\tms\t15"), Some(true));
        assert_eq!(met("x\t15.001\tms\t15"), Some(false));
        assert_eq!(met("x\t15.001\tms\t"), None);
    }

    #[test]
    fn the_table_names_what_was_missed() {
        let rows = table(&[Figure::seconds("demo".to_owned(), 31_250, 30_000)]);
        assert!(
            rows[1].contains("31.25") && rows[1].ends_with("<= 30  MISSED"),
            "{}",
            rows[1]
        );
    }
}
