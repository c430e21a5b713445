//! `f1c` beside what people use for the same: xmllint for the check of one file, xsltproc and wkhtmltopdf for paper.
//! What is not installed is said and left out.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::bench::Figure;
use crate::house::{House, line, on_path};

/// Starts of one program, after one that is not counted.
const STARTS: u32 = 40;
/// Starts of a program that takes a second each.
const SLOW_STARTS: u32 = 5;
/// Invoices that are put on paper in one batch.
const BATCH: usize = 500;

/// Writes what every style sheet has to write at least: each element and its text, as a row.
const PLAIN_STYLE: &str = r#"<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:output method="html" encoding="UTF-8"/>
<xsl:template match="/"><html><body><table>
<xsl:for-each select="//*[not(*)]"><tr><td><xsl:value-of select="local-name()"/></td><td><xsl:value-of select="."/></td></tr></xsl:for-each>
</table></body></html></xsl:template>
</xsl:stylesheet>"#;

/// The figures on invoices of a folder, in their order.
pub(crate) fn figures(house: &House, folder: &Path, many: &Path) -> Result<Vec<Figure>> {
    let mut invoices: Vec<PathBuf> = std::fs::read_dir(many)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    invoices.retain(|path| path.extension().is_some_and(|extension| extension == "xml"));
    invoices.sort();
    let one = invoices.first().context("no invoice to measure")?;
    let mut figures = cold_check(house, one)?;
    figures.extend(paper(house, folder, &invoices)?);
    Ok(figures)
}

/// One file, each time in a new process.
fn cold_check(house: &House, one: &Path) -> Result<Vec<Figure>> {
    let own = cost(STARTS, || {
        let mut command = f1c(house);
        command.arg("check").arg(one);
        command
    })?;
    let mut figures = vec![
        row("f1c check, one file, cold", own.wall, ""),
        row("f1c check, one file, cold, CPU", own.busy, ""),
    ];
    let schema = house
        .root
        .join("../shared/fatturapa/xsd/Schema_VFPR12_v1.2.3.xsd");
    if on_path("xmllint").is_none() || !schema.is_file() {
        println!("skipped: xmllint, which needs libxml2-utils and ../shared/fatturapa/xsd");
        return Ok(figures);
    }
    let peer = cost(STARTS, || {
        let mut command = house.tool("xmllint");
        command
            .args(["--nonet", "--noout", "--schema"])
            .arg(&schema)
            .arg(one);
        command
    })?;
    figures.extend([
        row("xmllint, one file, cold", peer.wall, ""),
        row("xmllint, one file, cold, CPU", peer.busy, ""),
        ratio("one file, cold: wall over xmllint", own.wall, peer.wall, "1")?,
        ratio("one file, cold: CPU over xmllint", own.busy, peer.busy, "1")?,
    ]);
    Ok(figures)
}

/// Invoices as PDF: one in a new process, then many in one.
fn paper(house: &House, folder: &Path, invoices: &[PathBuf]) -> Result<Vec<Figure>> {
    let (one, batch) = (folder.join("una"), folder.join("molte"));
    for out in [&one, &batch] {
        std::fs::create_dir_all(out)?;
    }
    let print = |files: &[PathBuf], out: &Path| {
        let mut command = f1c(house);
        command.arg("pdf").arg("-o").arg(out).args(files);
        command
    };
    let first = invoices.get(..1).context("no invoice to measure")?;
    let many = invoices.get(..BATCH.min(invoices.len())).unwrap_or_default();
    let cold = cost(STARTS, || print(first, &one))?;
    let warm = cost(1, || print(many, &batch))?;
    let each = u32::try_from(many.len())?;
    let sizes = std::fs::read_dir(&batch)?
        .map(|entry| Ok(entry?.metadata()?.len()))
        .collect::<Result<Vec<u64>>>()?;
    let mut figures = vec![
        row("f1c pdf, one invoice, cold", cold.wall, "40"),
        row("f1c pdf, one invoice, cold, CPU", cold.busy, ""),
        row("f1c pdf, many, each", warm.wall / each, ""),
        row("f1c pdf, many, CPU each", warm.busy / each, "5"),
        size(
            "PDF of an invoice, on average",
            sizes.iter().sum::<u64>() / u64::from(each),
            "",
        ),
        size(
            "PDF of an invoice, the largest",
            sizes.into_iter().max().unwrap_or_default(),
            "40",
        ),
    ];
    figures.extend(converters(house, folder, &first[0])?);
    Ok(figures)
}

/// The way of most other programs: a style sheet makes a page, a browser prints it.
fn converters(house: &House, folder: &Path, one: &Path) -> Result<Vec<Figure>> {
    if on_path("xsltproc").is_none() || on_path("wkhtmltopdf").is_none() {
        println!("skipped: xsltproc and wkhtmltopdf, which are not installed");
        return Ok(Vec::new());
    }
    let (style, kind) = match official_style(house) {
        Some(style) => (style, "official style sheet"),
        None => {
            println!("no style sheet in ../shared/fatturapa: a plain one, which is faster than any real one");
            let plain = folder.join("semplice.xsl");
            std::fs::write(&plain, PLAIN_STYLE)?;
            (plain, "plain style sheet")
        }
    };
    let (html, pdf) = (folder.join("una.html"), folder.join("una.pdf"));
    let page = cost(SLOW_STARTS, || {
        let mut command = house.tool("xsltproc");
        command.arg("--nonet").arg("-o").arg(&html).arg(&style).arg(one);
        command
    })?;
    let print = cost(SLOW_STARTS, || {
        let mut command = house.tool("wkhtmltopdf");
        command
            .arg("--quiet")
            .arg(&html)
            .arg(&pdf)
            .env("QT_QPA_PLATFORM", "offscreen");
        command
    })?;
    Ok(vec![
        row(
            &format!("xsltproc + wkhtmltopdf, {kind}"),
            page.wall + print.wall,
            "",
        ),
        row(
            &format!("xsltproc + wkhtmltopdf, {kind}, CPU"),
            page.busy + print.busy,
            "",
        ),
    ])
}

fn official_style(house: &House) -> Option<PathBuf> {
    let entries = std::fs::read_dir(house.root.join("../shared/fatturapa")).ok()?;
    let mut paths = entries.flatten().map(|entry| entry.path());
    paths.find(|path| path.extension().is_some_and(|extension| extension == "xsl"))
}

fn f1c(house: &House) -> Command {
    house.tool(house.program("release", "f1c"))
}

/// What one start costs: the best time, and the processor time on average.
struct Cost {
    wall: Duration,
    busy: Duration,
}

fn cost(starts: u32, command: impl Fn() -> Command) -> Result<Cost> {
    let start = || -> Result<Duration> {
        let mut command = command();
        let begin = Instant::now();
        let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
        let took = begin.elapsed();
        let status = status.with_context(|| line(&command))?;
        if !status.success() {
            bail!("{}: {status}", line(&command));
        }
        Ok(took)
    };
    println!(
        "    {} x {starts}",
        line(&command()).chars().take(100).collect::<String>()
    );
    start()?;
    let busy = children();
    let mut wall = Duration::MAX;
    for _ in 0..starts {
        wall = wall.min(start()?);
    }
    Ok(Cost {
        wall,
        busy: (children() - busy) / starts,
    })
}

/// Processor time of the children that have ended, in hundredths of a second; zero where the system does not tell.
fn children() -> Duration {
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after = text.rsplit(')').next().unwrap_or_default().split_whitespace();
    let ticks: u64 = after
        .skip(13)
        .take(2)
        .filter_map(|word| word.parse::<u64>().ok())
        .sum();
    Duration::from_millis(ticks * 10)
}

fn row(name: &str, time: Duration, bar: &str) -> Figure {
    figure(
        name,
        u64::try_from(time.as_micros()).unwrap_or(u64::MAX),
        "ms",
        bar,
    )
}

fn size(name: &str, bytes: u64, bar: &str) -> Figure {
    figure(name, bytes, "kB", bar)
}

fn ratio(name: &str, own: Duration, other: Duration, bar: &str) -> Result<Figure> {
    let thousandths = own.as_micros() * 1000 / other.as_micros().max(1);
    Ok(figure(name, u64::try_from(thousandths)?, "x", bar))
}

/// `value` in thousandths of the unit.
fn figure(name: &str, value: u64, unit: &str, bar: &str) -> Figure {
    Figure {
        name: name.to_owned(),
        value,
        unit: unit.to_owned(),
        bar: bar.parse::<u64>().ok().map(|bar| bar * 1000),
    }
}
