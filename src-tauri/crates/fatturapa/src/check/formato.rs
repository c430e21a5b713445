//! The three formats that SDI takes.

use std::fmt;

use crate::xml::Document;

/// `FormatoTrasmissione`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Formato {
    /// Ordinary, to private parties.
    Fpr12,
    /// Ordinary, to public bodies.
    Fpa12,
    /// Simplified.
    Fsm10,
}

impl Formato {
    /// The format that a document says, or shows by its root, whether or not the schema accepts it. Before 1.2 all
    /// invoices were to public bodies.
    #[must_use]
    pub fn of(document: &Document<'_>) -> Option<Self> {
        let root = document.root();
        match root.name() {
            "FatturaElettronica" => {}
            "FatturaElettronicaSemplificata" => return Some(Self::Fsm10),
            _ => return None,
        }
        let header = root.child("FatturaElettronicaHeader");
        let written =
            header.and_then(|header| header.child("DatiTrasmissione")?.child("FormatoTrasmissione"));
        written
            .and_then(|written| Self::read(&written.text()))
            .or_else(|| Self::read(&root.attribute("versione")?))
    }

    fn read(text: &str) -> Option<Self> {
        match text.trim() {
            "FPR12" => Some(Self::Fpr12),
            "FPA12" | "SDI10" | "SDI11" | "1.0" | "1.1" => Some(Self::Fpa12),
            _ => None,
        }
    }

    /// The code as the schema prints it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fpr12 => "FPR12",
            Self::Fpa12 => "FPA12",
            Self::Fsm10 => "FSM10",
        }
    }
}

impl fmt::Display for Formato {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
