//! What the reader could not put in the model, where, and what stands there.

use std::fmt;

use crate::xml::Node;

/// A place of a file that the model does not hold as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadFault {
    /// The element, from the root: `/FatturaElettronica/FatturaElettronicaBody[1]/DatiGenerali/Causale`.
    pub path: String,
    /// Its line from 1; of the element around it when it is missing.
    pub line: u32,
    /// What is wrong.
    pub kind: ReadFaultKind,
    /// What stands there: for an element that the model does not have the whole of it, tags included; else its text.
    pub text: String,
}

/// What is wrong with a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReadFaultKind {
    /// A required element is not there: the model has the empty value instead.
    Missing,
    /// The format has no such element here.
    Unknown,
    /// A further element of a name that may occur once; the model has the first.
    Repeated,
    /// Not a number, day, hour or base 64: the model has nothing, or the empty value where it must have one.
    Unreadable,
    /// Not a code of its list: the model has it as written.
    Code,
}

impl fmt::Display for ReadFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.kind {
            ReadFaultKind::Missing => "missing",
            ReadFaultKind::Unknown => "not an element of the format",
            ReadFaultKind::Repeated => "more than once",
            ReadFaultKind::Unreadable => "cannot be read",
            ReadFaultKind::Code => "not a code of the list",
        };
        write!(f, "{}:{}: {what}", self.path, self.line)
    }
}

const SIGNATURE: &str = "http://www.w3.org/2000/09/xmldsig#";

/// The faults met so far.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    pub(super) faults: Vec<ReadFault>,
    pub(super) more: usize,
}

impl Reader {
    /// So many are told one by one, as many as SDI tells (`ListaErrori`); the others are counted.
    const MOST: usize = 200;

    /// The text of a simple element.
    pub(crate) fn leaf<'a>(&mut self, node: Node<'a>) -> std::borrow::Cow<'a, str> {
        if node.has_children() {
            for child in node.children() {
                self.unknown(child);
            }
        }
        node.text()
    }

    /// A block that holds text instead of elements.
    pub(crate) fn block(&mut self, node: Node<'_>) {
        if !node.has_children() && !node.text().trim().is_empty() {
            self.unreadable(node);
        }
    }

    pub(crate) fn missing(&mut self, parent: Node<'_>, element: &str) {
        self.add(ReadFaultKind::Missing, parent, |fault| {
            fault.path.push('/');
            fault.path.push_str(element);
        });
    }

    /// An element that no table has; a signature is no part of the content.
    pub(crate) fn unknown(&mut self, node: Node<'_>) {
        if node.name() == "Signature" && node.namespace() == SIGNATURE {
            return;
        }
        self.add(ReadFaultKind::Unknown, node, |fault| {
            node.source().clone_into(&mut fault.text)
        });
    }

    pub(crate) fn repeated(&mut self, node: Node<'_>) {
        self.add(ReadFaultKind::Repeated, node, |fault| {
            node.source().clone_into(&mut fault.text)
        });
    }

    pub(crate) fn unreadable(&mut self, node: Node<'_>) {
        self.add(ReadFaultKind::Unreadable, node, |fault| {
            fault.text = node.text().into_owned()
        });
    }

    pub(crate) fn code(&mut self, node: Node<'_>) {
        self.add(ReadFaultKind::Code, node, |fault| {
            fault.text = node.text().into_owned()
        });
    }

    pub(crate) fn into_faults(self) -> Vec<ReadFault> {
        self.faults
    }

    fn add(&mut self, kind: ReadFaultKind, node: Node<'_>, finish: impl FnOnce(&mut ReadFault)) {
        if self.faults.len() >= Self::MOST {
            self.more = self.more.saturating_add(1);
            return;
        }
        let mut fault = ReadFault {
            path: node.path(),
            line: node.line(),
            kind,
            text: String::new(),
        };
        finish(&mut fault);
        self.faults.push(fault);
    }
}
