//! Why a document cannot be written, and where.

use std::fmt;

/// One place that the schema would refuse (SDI 00200).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The element, from below the root: `FatturaElettronicaBody[1]/DatiBeniServizi/DettaglioLinee[2]/Descrizione`.
    pub path: String,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What is wrong with a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FaultKind {
    /// There is nothing to write.
    #[error("empty")]
    Empty,
    /// A list has no element though one is required.
    #[error("missing")]
    Missing,
    /// Fewer characters than required.
    #[error("{found} characters, at least {min}")]
    TooShort {
        /// Characters found.
        found: usize,
        /// Fewest allowed.
        min: usize,
    },
    /// More characters than allowed.
    #[error("{found} characters, at most {max}")]
    TooLong {
        /// Characters found.
        found: usize,
        /// Most allowed.
        max: usize,
    },
    /// A character that the element may not have.
    #[error("character U+{:04X} is not allowed", u32::from(*found))]
    Character {
        /// The first such character.
        found: char,
    },
    /// The text has not the fixed shape of the element.
    #[error("wrong shape")]
    Shape,
    /// The text is not a code of the list of the element.
    #[error("not a code of the list")]
    Code,
    /// More decimals than the element may have.
    #[error("{found} decimals, at most {max}")]
    TooManyDecimals {
        /// Decimals found.
        found: u32,
        /// Most allowed.
        max: u32,
    },
    /// A number or date outside the limits of the element.
    #[error("out of range")]
    OutOfRange,
    /// The bytes could not be made.
    #[error("output failed")]
    Output,
}

impl FaultKind {
    /// The stable code of the failure.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "xml_empty",
            Self::Missing => "xml_missing",
            Self::TooShort { .. } => "xml_too_short",
            Self::TooLong { .. } => "xml_too_long",
            Self::Character { .. } => "xml_character",
            Self::Shape => "xml_shape",
            Self::Code => "xml_code",
            Self::TooManyDecimals { .. } => "xml_too_many_decimals",
            Self::OutOfRange => "xml_out_of_range",
            Self::Output => "xml_output",
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.kind)
    }
}

/// A document that cannot be written: every fault, in the order of the file. Never empty.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} values cannot be written in the XML", faults.len())]
pub struct WriteError {
    /// The faults.
    pub faults: Vec<Fault>,
}

/// Where the writer or the cleaner stands.
#[derive(Debug, Default)]
pub(crate) struct Place {
    steps: Vec<(&'static str, Option<usize>)>,
    index: Option<usize>,
}

impl Place {
    /// The next element entered is the `index`th, from 1, of its name.
    pub(crate) fn nth(&mut self, index: usize) {
        self.index = Some(index);
    }

    pub(crate) fn enter(&mut self, name: &'static str) {
        self.steps.push((name, self.index.take()));
    }

    pub(crate) fn leave(&mut self) {
        self.steps.pop();
    }

    /// The path as shown.
    pub(crate) fn path(&self) -> String {
        let mut path = String::new();
        for (name, index) in &self.steps {
            if !path.is_empty() {
                path.push('/');
            }
            path.push_str(name);
            if let Some(index) = index {
                path.push_str(&format!("[{index}]"));
            }
        }
        path
    }
}
