//! From a document to the model: what can be read is there, the rest is told.

mod fault;
mod readable;

pub use fault::{ReadFault, ReadFaultKind};

pub(crate) use fault::Reader;
pub(crate) use readable::{Readable, readable, record};

use crate::{
    facet::Facet,
    model::{Fattura, FatturaElettronica, FatturaElettronicaSemplificata},
    xml::{Document, Node},
};

/// A file as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The invoices.
    pub fattura: Fattura,
    /// Attribute `versione` of the root: `FPR12`, `FPA12`, `FSM10`, or `1.0` and `1.1` before 2017; empty without.
    pub versione: String,
    /// Whether it holds a signature of its own (XAdES); whether it is good is not looked at.
    pub has_signature: bool,
    /// What the model does not hold as written, in the order of the blocks; at most 200.
    pub faults: Vec<ReadFault>,
    /// How many more there are.
    pub more_faults: usize,
}

/// The document is something else than an invoice.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the root element is no invoice")]
pub struct NotFattura {
    /// Name of the root element.
    pub root: String,
}

/// Reads an ordinary or simplified invoice of any version, in whatever namespace.
///
/// Elements are known by their names, in any order. A required one that is missing gets the empty value of its type:
/// an empty text, zero, the day 0000-01-01; a code that is not of its list is kept as text. Whatever the model does not
/// hold stands in [`Read::faults`], and nothing else is lost but comments, processing instructions and the time zone of
/// days. Whether the schema allows it is another question.
///
/// # Errors
/// [`NotFattura`] when the root is neither `FatturaElettronica` nor `FatturaElettronicaSemplificata`.
pub fn read(document: &Document<'_>) -> Result<Read, NotFattura> {
    let root = document.root();
    let mut reader = Reader::default();
    let fattura = match root.name() {
        "FatturaElettronica" => FatturaElettronica::read(root, &mut reader).map(Fattura::from),
        "FatturaElettronicaSemplificata" => {
            FatturaElettronicaSemplificata::read(root, &mut reader).map(Fattura::from)
        }
        _ => None,
    };
    Ok(Read {
        fattura: fattura.ok_or_else(|| NotFattura {
            root: root.name().to_owned(),
        })?,
        versione: attribute(root, "versione").unwrap_or_default(),
        has_signature: root.child("Signature").is_some(),
        faults: reader.faults,
        more_faults: reader.more,
    })
}

/// The parts of a file of either kind: attribute `SistemaEmittente`, header and bodies.
pub(crate) fn file<H: Readable, B: Readable>(
    root: Node<'_>,
    reader: &mut Reader,
) -> (Option<String>, H, Vec<B>) {
    let (mut header, mut bodies) = (None, None);
    for child in root.children() {
        match child.name() {
            "FatturaElettronicaHeader" => H::take(&mut header, child, reader),
            "FatturaElettronicaBody" => Vec::take(&mut bodies, child, reader),
            _ => reader.unknown(child),
        }
    }
    (
        attribute(root, "SistemaEmittente"),
        H::close(header, root, "FatturaElettronicaHeader", Facet::Own, reader),
        Vec::close(bodies, root, "FatturaElettronicaBody", Facet::AtLeastOne, reader),
    )
}

fn attribute(node: Node<'_>, name: &str) -> Option<String> {
    node.attribute(name).map(std::borrow::Cow::into_owned)
}
