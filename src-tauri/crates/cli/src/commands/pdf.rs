//! Invoices as PDF that a person can read: ours or not, XML, signed files, archives, mail, folders.

use std::{
    fs,
    io::{self, Write},
    ops::ControlFlow,
    path::PathBuf,
};

use books::{
    Batch, Error, Origin,
    conversioni::{self, Options},
    each_of, given, in_parallel, opening,
};
use clap::Args;
use fatturapa::intake::{Item, Kind, UniqueNames};
use serde::Serialize;

use super::{check::kind, lies_beside};
use crate::{
    clock,
    output::{Lingua, Output},
};

/// What to put on paper.
#[derive(Args)]
pub(crate) struct PdfArgs {
    /// Files or folders: XML, p7m, zip, eml.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Folder for the PDF files; made when it is not there.
    #[arg(short, long)]
    out: PathBuf,
    /// Also a last page with what SDI would say of the file.
    #[arg(long)]
    findings: bool,
}

/// What became of a document, or of a file that holds none.
#[derive(Serialize)]
struct Row {
    file: String,
    /// The path inside an archive or a mail; empty when the file itself is the document.
    member: String,
    /// Which document of the file, from 1; none without one.
    body: Option<usize>,
    kind: &'static str,
    /// The PDF that was written; none when there is none.
    pdf: Option<String>,
    /// There is a PDF, or none was to be: a message of SDI that lies beside invoices is no invoice.
    ok: bool,
    /// Why there is none; empty when there is one.
    code: String,
    message: String,
}

/// A document on paper, or why there is none.
type Sheet = Result<(usize, String, Vec<u8>), (String, String)>;

/// Puts every document on paper, on every core, and answers in the order of the files.
pub(super) fn pdf(args: &PdfArgs, output: &Output) -> Result<bool, Error> {
    let when = clock::now();
    let options = Options {
        lingua: match output.lingua {
            Lingua::It => books::list::Lingua::It,
            Lingua::En => books::list::Lingua::En,
        }
        .into(),
        findings: args.findings,
        now: when.at,
        today: when.today,
    };
    fs::create_dir_all(&args.out)?;
    let mut press = Press {
        out: &args.out,
        options,
        output,
        names: UniqueNames::default(),
        waiting: Batch::default(),
        is_first: true,
        good: 0,
        bad: 0,
        others: 0,
    };
    let files = given(&args.files);
    let opening = opening(&files);
    for (path, origin) in files {
        let file = path.display().to_string();
        let mut failed = None;
        // the flow breaks where the disk does
        let _ = each_of(&path, origin, &opening, |item| {
            if lies_beside(&item, origin) {
                press.others = press.others.saturating_add(usize::from(item.kind == Kind::Other));
                return ControlFlow::Continue(());
            }
            match press.take(file.clone(), origin, item) {
                Ok(()) => ControlFlow::Continue(()),
                Err(error) => {
                    failed = Some(error);
                    ControlFlow::Break(())
                }
            }
        });
        failed.map_or(Ok(()), Err)?;
    }
    press.print()?;
    press.finish()
}

/// Documents wait until there are enough for all cores; they are written in their order, so that names are the same
/// every time.
struct Press<'a> {
    out: &'a std::path::Path,
    options: Options,
    output: &'a Output,
    names: UniqueNames,
    waiting: Batch<(String, Origin, Item)>,
    is_first: bool,
    good: usize,
    bad: usize,
    /// Files that lie in folders beside invoices and are none.
    others: usize,
}

impl Press<'_> {
    fn take(&mut self, file: String, origin: Origin, item: Item) -> Result<(), Error> {
        let size = item.content.as_ref().map_or(0, Vec::len);
        if self.waiting.add((file, origin, item), size) {
            self.print()
        } else {
            Ok(())
        }
    }

    fn print(&mut self) -> Result<(), Error> {
        let waiting = self.waiting.take();
        let options = self.options;
        let english = matches!(self.output.lingua, Lingua::En);
        let printed = in_parallel(&waiting, |(_, _, item)| sheets(item, &options, english));
        for ((file, origin, item), sheets) in waiting.iter().zip(printed) {
            for sheet in sheets {
                let row = self.write(file, *origin, item, sheet)?;
                self.tell(&row)?;
            }
        }
        Ok(())
    }

    fn write(&mut self, file: &str, origin: Origin, item: &Item, sheet: Sheet) -> Result<Row, Error> {
        let mut row = Row {
            file: file.to_owned(),
            member: item.member.clone(),
            body: None,
            kind: kind(item.kind),
            pdf: None,
            ok: true,
            code: String::new(),
            message: String::new(),
        };
        match sheet {
            Ok((body, name, bytes)) => {
                let path = self.out.join(self.names.give(&name));
                fs::write(&path, bytes)?;
                row.body = Some(body);
                row.pdf = Some(path.display().to_string());
            }
            Err((code, message)) => {
                let lies_beside = origin == Origin::Folder || !item.member.is_empty();
                let is_of_sdi = matches!(item.kind, Kind::Messaggio | Kind::Metadati | Kind::Pec);
                row.ok = lies_beside && is_of_sdi;
                (row.code, row.message) = (code, message);
            }
        }
        Ok(row)
    }

    fn tell(&mut self, row: &Row) -> Result<(), Error> {
        if row.ok {
            self.good = self.good.saturating_add(usize::from(row.pdf.is_some()));
        } else {
            self.bad = self.bad.saturating_add(1);
        }
        let mut out = io::stdout().lock();
        if self.output.json {
            let separator = if self.is_first { "[\n" } else { ",\n" };
            write!(out, "{separator}{}", serde_json::to_string(row)?)?;
        } else {
            let member = if row.member.is_empty() {
                String::new()
            } else {
                format!(" > {}", row.member)
            };
            let said = row.pdf.as_ref().unwrap_or(&row.message);
            writeln!(out, "{}{member}: {said}", row.file)?;
        }
        self.is_first = false;
        Ok(())
    }

    fn finish(self) -> Result<bool, Error> {
        let mut out = io::stdout().lock();
        if self.output.json {
            writeln!(out, "{}\n]", if self.is_first { "[" } else { "" })?;
        } else {
            let (good, bad, others) = (self.good, self.bad, self.others);
            let sum = match self.output.lingua {
                Lingua::It => format!("PDF: {good}. Senza PDF: {bad}. Altri file nelle cartelle: {others}."),
                Lingua::En => format!("PDF: {good}. Without PDF: {bad}. Other files in folders: {others}."),
            };
            writeln!(out, "{sum}")?;
        }
        Ok(self.bad == 0)
    }
}

fn sheets(item: &Item, options: &Options, english: bool) -> Vec<Sheet> {
    let papers = match conversioni::convert(item, options) {
        Ok(papers) => papers,
        Err(reason) => {
            let sentence = conversioni::sentence(&reason, options.lingua);
            return vec![Err((reason.rule.to_owned(), sentence))];
        }
    };
    let render = |paper: &conversioni::Paper| {
        let bytes = paper.render().map_err(|error| {
            let sentence = books::sentence(error.code(), &error.args(), english);
            (error.code().to_owned(), sentence)
        })?;
        Ok((paper.body, paper.name.clone(), bytes))
    };
    papers.iter().map(render).collect()
}
