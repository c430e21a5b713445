//! Files judged as SDI would judge them, without an archive: XML, signed files, archives, mail, folders.

use std::{
    collections::BTreeMap,
    io::{self, Write},
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use books::{Error, Origin, conversioni::body_of, each_of, given, in_parallel, opening};
use clap::Args;
use fatturapa::{
    Fattura, Finding, Severity,
    check::{self, Report},
    intake::{Item, Kind, Options},
};
use jiff::{Timestamp, civil::Date};
use serde::Serialize;

use super::lies_beside;
use crate::{
    clock,
    output::{Lingua, Output},
};

/// Files whose answers are held at once, so that memory does not grow with their number.
const BLOCK: usize = 256;

/// What to check.
#[derive(Args)]
pub(crate) struct CheckArgs {
    /// Files or folders: XML, p7m, zip, eml.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The day on which SDI receives the files, as 2026-11-24; today unless given.
    #[arg(long)]
    on: Option<Date>,
}

/// What is said of a document, or of a member that holds none.
#[derive(Serialize)]
struct Row<'a> {
    file: &'a str,
    /// The path inside an archive or a mail; empty when the file itself is the document.
    member: &'a str,
    /// Which document of the file, from 1; none when it could not be read.
    body: Option<usize>,
    /// `FPR12`, `FPA12`, `FSM10`, or what it is instead.
    kind: &'static str,
    /// State of the signature; none without one.
    signature: Option<&'static str>,
    /// The number that SDI gave to it, when its metadata came along.
    #[serde(skip_serializing_if = "Option::is_none")]
    identificativo_sdi: Option<&'a str>,
    /// No finding is an error.
    ok: bool,
    findings: Vec<Said>,
}

#[derive(Clone, Serialize)]
struct Said {
    code: &'static str,
    severity: &'static str,
    path: String,
    /// From 1; 0 when it is of the whole file.
    line: u32,
    message: String,
}

/// How the files are judged and told.
struct Judge {
    now: Timestamp,
    today: Date,
    json: bool,
    lingua: Lingua,
}

/// What was printed of a file.
#[derive(Default)]
struct Told {
    text: String,
    good: usize,
    bad: usize,
    /// Files that lie in folders beside invoices and are none.
    others: usize,
}

/// Checks every file, on every core, and answers in their order.
pub(super) fn check(args: &CheckArgs, output: &Output) -> Result<bool, Error> {
    let when = clock::now();
    let judge = Judge {
        now: when.at,
        today: args.on.unwrap_or(when.today),
        json: output.json,
        lingua: output.lingua,
    };
    let files = given(&args.files);
    let options = opening(&files);
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut sum = Told::default();
    let mut separator = "[\n";
    for block in files.chunks(BLOCK) {
        for told in in_parallel(block, |(path, origin)| judge.file(path, *origin, &options)) {
            if judge.json && !told.text.is_empty() {
                out.write_all(separator.as_bytes())?;
                separator = ",\n";
            }
            out.write_all(told.text.as_bytes())?;
            sum.good = sum.good.saturating_add(told.good);
            sum.bad = sum.bad.saturating_add(told.bad);
            sum.others = sum.others.saturating_add(told.others);
        }
    }
    if judge.json {
        let begin = if separator == "[\n" { "[" } else { "" };
        writeln!(out, "{begin}\n]")?;
    } else {
        writeln!(out, "{}", judge.sum(&sum))?;
    }
    out.flush()?;
    Ok(sum.bad == 0)
}

impl Judge {
    fn file(&self, path: &Path, origin: Origin, options: &Options) -> Told {
        let mut told = Told::default();
        let name = path.display().to_string();
        // the flow never breaks: every member is told
        let _ = each_of(path, origin, options, |item| {
            if lies_beside(&item, origin) {
                told.others = told.others.saturating_add(usize::from(item.kind == Kind::Other));
            } else {
                let report = check::item(&item, self.now, self.today);
                for row in self.rows(&name, &item, &report) {
                    self.tell(&row, &mut told);
                }
            }
            ControlFlow::Continue(())
        });
        told
    }

    /// A row for each document; what is wrong with the whole file is wrong with all of them.
    fn rows<'a>(&self, file: &'a str, item: &'a Item, report: &Report) -> Vec<Row<'a>> {
        let bodies = report.fattura.as_ref().map_or(0, |fattura| match fattura {
            Fattura::Ordinaria(fattura) => fattura.bodies.len(),
            Fattura::Semplificata(fattura) => fattura.bodies.len(),
        });
        let mut by_body: BTreeMap<Option<usize>, Vec<Said>> = BTreeMap::new();
        for finding in &report.findings {
            let body = body_of(&finding.path).filter(|body| *body <= bodies);
            by_body.entry(body).or_default().push(self.say(finding));
        }
        let whole = by_body.remove(&None).unwrap_or_default();
        let row = |body: Option<usize>, own: Vec<Said>| {
            let findings: Vec<Said> = whole.iter().cloned().chain(own).collect();
            Row {
                file,
                member: &item.member,
                body,
                kind: report
                    .formato
                    .map_or_else(|| kind(item.kind), check::Formato::code),
                signature: item.state().map(|state| state.code()),
                identificativo_sdi: item
                    .metadata
                    .as_ref()
                    .map(|metadata| metadata.identificativo_sdi()),
                ok: findings.iter().all(|said| said.severity != "error"),
                findings,
            }
        };
        if bodies == 0 {
            return vec![row(None, Vec::new())];
        }
        let mut rows = Vec::new();
        for body in 1..=bodies {
            rows.push(row(Some(body), by_body.remove(&Some(body)).unwrap_or_default()));
        }
        rows
    }

    fn say(&self, finding: &Finding) -> Said {
        let (sentence, fix) = match self.lingua {
            Lingua::It => (finding.it(), finding.fix_it()),
            Lingua::En => (finding.en(), finding.fix_en()),
        };
        Said {
            code: finding.code,
            severity: match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info => "info",
            },
            path: finding.path.clone(),
            line: finding.line,
            message: format!("{sentence} {fix}"),
        }
    }

    fn tell(&self, row: &Row<'_>, told: &mut Told) {
        if row.ok {
            told.good = told.good.saturating_add(1);
        } else {
            told.bad = told.bad.saturating_add(1);
        }
        if self.json {
            if !told.text.is_empty() {
                told.text.push_str(",\n");
            }
            // a row has only texts and numbers: it always has a JSON form
            told.text
                .push_str(&serde_json::to_string(row).unwrap_or_default());
        } else {
            self.words(row, &mut told.text);
        }
    }

    fn words(&self, row: &Row<'_>, text: &mut String) {
        let is_it = matches!(self.lingua, Lingua::It);
        let verdict = match (row.ok, is_it) {
            (true, true) => "a posto      ",
            (false, true) => "da correggere",
            (true, false) => "good    ",
            (false, false) => "to amend",
        };
        text.push_str(&format!("{verdict}  {:5}  {}", row.kind, row.file));
        if !row.member.is_empty() {
            text.push_str(&format!(" > {}", row.member));
        }
        if let Some(body) = row.body.filter(|body| *body > 1) {
            text.push_str(&format!(" [{body}]"));
        }
        if let Some(number) = row.identificativo_sdi {
            text.push_str(&format!("  (SdI {number})"));
        }
        text.push('\n');
        for said in &row.findings {
            let mark = match said.severity {
                "error" => '!',
                "warning" => '~',
                _ => ' ',
            };
            let place = match (said.line, is_it) {
                (0, _) => String::new(),
                (line, true) => format!(" (riga {line} del file)"),
                (line, false) => format!(" (line {line} of the file)"),
            };
            text.push_str(&format!("  {mark} {}  {}{place}\n", said.code, said.message));
        }
    }

    fn sum(&self, sum: &Told) -> String {
        let (good, bad, others) = (sum.good, sum.bad, sum.others);
        match self.lingua {
            Lingua::It => {
                format!("A posto: {good}. Da correggere: {bad}. Altri file nelle cartelle: {others}.")
            }
            Lingua::En => format!("Good: {good}. To amend: {bad}. Other files in folders: {others}."),
        }
    }
}

/// What an item is, in a word.
pub(super) const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Fattura | Kind::FatturaSemplificata => "fattura",
        Kind::Messaggio => "messaggio",
        Kind::Metadati => "metadati",
        Kind::Xml => "xml",
        Kind::Signed => "p7m",
        Kind::Archive => "archivio",
        Kind::Mail => "eml",
        Kind::Folder => "cartella",
        Kind::Pec => "pec",
        Kind::System | Kind::Other => "altro",
    }
}
