//! What SDI would say of a file: the schema, then every check that needs nothing but the file and the day.
//!
//! ```
//! use fatturapa::check;
//! use jiff::civil::date;
//!
//! let report = check::bytes(b"<FatturaElettronica/>", date(2026, 11, 24));
//! assert!(!report.is_accepted());
//! assert_eq!(report.findings[0].code, "00200");
//! assert!(report.fattura.is_none());
//! ```
//!
//! The checks of content run only on a file that the schema accepts. SDI does the same: it stops at 00200 and sends
//! nothing else; and of a file whose elements are not where they should be, a check could only guess.
//!
//! The day of the check is an argument: SDI judges by the rules in force when it receives the file, so today's file is
//! checked with today, and a file of 2019 with its own day says what SDI said then. All findings are told at once. Where
//! two official texts differ on the edge of a tolerance, the edge is accepted with a [`Severity::Warning`]; so are
//! numbers that only the tax register could refuse for sure. `SPEC.md` beside the crate is the ledger of the codes.
//!
//! Doubts of our own have words as codes (`iban`, `total_differs`), are always warnings, and never stop a file.

mod documento;
mod envelope;
mod formato;
mod found;
mod lines;
mod lot;
mod ours;
mod parties;
mod rules;
mod simplified;
mod summary;

use jiff::{Timestamp, civil::Date};

use crate::{
    Fattura, FatturaRef, Finding, Severity,
    intake::{Item, Kind},
    read,
    schema::{self, Version},
    xml::{Document, Limits, XmlError},
};
pub use formato::Formato;
use found::Found;
use lot::Lot;
pub use rules::codes;

/// What was found in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// The format, also of a file that the schema refuses; none for what is no invoice.
    pub formato: Option<Formato>,
    /// The version of the schema; none for what is no invoice.
    pub version: Option<Version>,
    /// The invoice, when the schema holds.
    pub fattura: Option<Fattura>,
    /// Everything that is wrong or doubtful, in the order of the file.
    pub findings: Vec<Finding>,
}

impl Report {
    /// Whether nothing in the file makes SDI reject it.
    #[must_use]
    pub fn is_accepted(&self) -> bool {
        self.findings
            .iter()
            .all(|finding| finding.severity != Severity::Error)
    }
}

/// Checks what [`crate::intake`] found, as SDI would at that instant, whose day in Italy is `when`: name, size and
/// signature, and the content of an invoice. What is no invoice has only a remark, unless it should have been one: a
/// file given by itself, or any other XML.
#[must_use]
pub fn item(item: &Item, now: Timestamp, when: Date) -> Report {
    let mut found = Found::default();
    envelope::check(item, now, &mut found);
    let is_alone = item.member.is_empty() && item.kind == Kind::Other;
    let mut report = match &item.content {
        Ok(content) if item.kind.is_fattura() || item.kind == Kind::Xml || is_alone => bytes(content, when),
        Ok(_) => {
            found.remark("no_invoice", "/", &[]);
            Report::default()
        }
        Err(_) => Report::default(),
    };
    report.findings.splice(..0, found.findings());
    report
}

/// Checks the bytes of an XML file as SDI would on that day.
#[must_use]
pub fn bytes(bytes: &[u8], when: Date) -> Report {
    match Document::parse(bytes, &Limits::default()) {
        Ok(document) => self::document(&document, when),
        Err(error) => Report {
            findings: vec![unreadable(bytes, error)],
            ..Report::default()
        },
    }
}

/// Why bytes are no document. The copy for people, which many take for the invoice, is called by its name.
fn unreadable(bytes: &[u8], error: XmlError) -> Finding {
    let finding = schema::unreadable(error);
    if bytes.starts_with(b"%PDF-") {
        return Finding {
            rule: "00200.pdf",
            line: 0,
            ..finding
        };
    }
    finding
}

/// Checks a document as SDI would on that day.
#[must_use]
pub fn document(document: &Document<'_>, when: Date) -> Report {
    let version = Version::of(document);
    let mut findings = schema::check(document);
    let is_valid = findings.iter().all(|finding| finding.severity != Severity::Error);
    let read = is_valid.then(|| read(document).ok()).flatten();
    if let Some(read) = &read {
        let is_number = version.is_some_and(|version| version < Version::V1_2);
        let versione = (!is_number).then_some(read.versione.as_str());
        findings.extend(content((&read.fattura).into(), versione, when).placed(document));
    }
    Report {
        formato: Formato::of(document),
        version,
        fattura: read.map(|read| read.fattura),
        findings,
    }
}

/// Checks the content of a model; its findings have no line.
#[must_use]
pub fn fattura<'a>(fattura: impl Into<FatturaRef<'a>>, when: Date) -> Vec<Finding> {
    content(fattura.into(), None, when).findings()
}

fn content(fattura: FatturaRef<'_>, versione: Option<&str>, when: Date) -> Found {
    let mut found = Found::default();
    match fattura {
        FatturaRef::Ordinaria(fattura) => {
            rules::ordinary(&Lot::ordinary(fattura, versione, when), fattura, &mut found);
        }
        FatturaRef::Semplificata(fattura) => {
            rules::simplified(&Lot::simplified(fattura, versione, when), fattura, &mut found);
        }
    }
    found
}
