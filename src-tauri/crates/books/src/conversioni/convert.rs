//! From what arrived to sheets that can be written as PDF.

use fatturapa::{
    Finding, Severity, check,
    intake::Item,
    xml::{Document, Limits},
};
use jiff::{Timestamp, civil::Date};
use pdf::Lingua;
use sha2::{Digest, Sha256};

use super::paper::{self, Source};
use crate::Error;

/// The rule of `fatturapa` for what is something else.
const NO_INVOICE: &str = "no_invoice";

/// How files are put on paper.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Language of labels and words; what stands in the file stays as it is.
    pub lingua: Lingua,
    /// Whether what SDI would say stands on a last page.
    pub findings: bool,
    /// The instant of the checks.
    pub now: Timestamp,
    /// Its day in Italy.
    pub today: Date,
}

/// One document of a file, on paper.
#[derive(Debug)]
pub struct Paper {
    /// Which document of the file, from 1.
    pub body: usize,
    /// Name of the PDF: that of the file, and the number of the document when there are several. Safe to write.
    pub name: String,
    doc: pdf::Doc,
}

impl Paper {
    /// The bytes of the PDF; the same file gives the same bytes.
    ///
    /// # Errors
    /// A text of the file is too long for a page.
    pub fn render(&self) -> Result<Vec<u8>, Error> {
        pdf::render(&self.doc).map_err(|error| Error::refused("conversioni_pdf").arg("detail", error))
    }
}

/// Every document of a file, in its order; a file with faults is shown with all that can be read.
///
/// # Errors
/// Why there is none: it is no invoice, or cannot be opened.
pub fn convert(item: &Item, options: &Options) -> Result<Vec<Paper>, Finding> {
    let content = item.content.as_deref().unwrap_or_default();
    let document = Document::parse(content, &Limits::default()).ok();
    let document = document.filter(paper::is_invoice);
    let (Some(document), true) = (document, item.content.is_ok()) else {
        return Err(reason(item, options.now, options.today));
    };
    let bodies: Vec<_> = document.root().all("FatturaElettronicaBody").collect();
    let findings = options
        .findings
        .then(|| check::item(item, options.now, options.today).findings);
    let count = bodies.len().max(1);
    let sheets = (1..=count).map(|body| {
        let source = Source {
            item,
            document: &document,
            body: bodies.get(body.saturating_sub(1)).copied(),
            number: body,
            count,
            findings: findings
                .as_ref()
                .map(|all| all.iter().filter(|one| is_of(one, body)).collect()),
            lingua: options.lingua,
            id_hash: hash(item, content, body, options),
        };
        Paper {
            body,
            name: name(&item.file_name, body, count),
            doc: paper::doc(&source),
        }
    });
    Ok(sheets.collect())
}

/// Why there is no paper of an item: the first thing for which SDI would not even read it.
pub(super) fn reason(item: &Item, now: Timestamp, today: Date) -> Finding {
    let mut findings = check::item(item, now, today).findings;
    findings.sort_by_key(|finding| finding.severity != Severity::Error);
    findings.into_iter().next().unwrap_or(Finding {
        code: NO_INVOICE,
        rule: NO_INVOICE,
        severity: Severity::Info,
        path: "/".to_owned(),
        line: 0,
        args: Vec::new(),
    })
}

/// What was found in a file, and what to do about it.
#[must_use]
pub fn sentence(finding: &Finding, lingua: Lingua) -> String {
    match lingua {
        Lingua::It => format!("{} {}", finding.it(), finding.fix_it()),
        Lingua::En => format!("{} {}", finding.en(), finding.fix_en()),
    }
}

/// Whether something found in a file is of that document, or of all of them.
fn is_of(finding: &Finding, body: usize) -> bool {
    body_of(&finding.path).is_none_or(|of| of == body)
}

/// The document of a file, from 1, in which the path of a finding lies; none for the whole file.
#[must_use]
pub fn body_of(path: &str) -> Option<usize> {
    let (_, rest) = path.split_once("/FatturaElettronicaBody[")?;
    rest.split_once(']')?.0.parse().ok()
}

/// What the identifiers inside the PDF derive from.
fn hash(item: &Item, content: &[u8], body: usize, options: &Options) -> [u8; 32] {
    let Item {
        file_name, member, ..
    } = item;
    let how = format!(
        "{file_name}\n{member}\n{body} {:?} {}",
        options.lingua, options.findings
    );
    Sha256::new()
        .chain_update(content)
        .chain_update(how)
        .finalize()
        .into()
}

fn name(file_name: &str, body: usize, count: usize) -> String {
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    if count > 1 {
        format!("{stem}_{body}.pdf")
    } else {
        format!("{stem}.pdf")
    }
}
