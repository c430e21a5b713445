//! Why a document cannot be read.

use quick_xml::errors::{Error, IllFormedError};

/// Why bytes are not a document that may be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum XmlError {
    /// There is nothing.
    #[error("the file is empty")]
    Empty,
    /// The bytes are no text in any known encoding.
    #[error("the bytes are not text in a known encoding")]
    Encoding,
    /// More bytes than the limit.
    #[error("more than {limit} bytes")]
    TooLarge {
        /// The limit in bytes.
        limit: usize,
    },
    /// Elements inside one another beyond the limit.
    #[error("line {line}: elements are nested too deep")]
    TooDeep {
        /// The line, from 1.
        line: u32,
    },
    /// More tags and texts than the limit.
    #[error("line {line}: too many elements")]
    TooMany {
        /// The line, from 1.
        line: u32,
    },
    /// More attributes or namespaces than the limit.
    #[error("line {line}: too many attributes")]
    TooManyAttributes {
        /// The line, from 1.
        line: u32,
    },
    /// A name or a text longer than the limit.
    #[error("line {line}: a name or a text is too long")]
    TooLong {
        /// The line, from 1.
        line: u32,
    },
    /// A document type definition, never read.
    #[error("line {line}: a document type definition is not allowed")]
    Dtd {
        /// The line, from 1.
        line: u32,
    },
    /// Not well-formed.
    #[error("line {line}: {flaw}")]
    Malformed {
        /// The line, from 1.
        line: u32,
        /// What is wrong.
        flaw: Flaw,
    },
}

impl XmlError {
    /// The stable code of the failure.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "xml_no_content",
            Self::Encoding => "xml_encoding",
            Self::TooLarge { .. } => "xml_too_large",
            Self::TooDeep { .. } => "xml_too_deep",
            Self::TooMany { .. } => "xml_too_many",
            Self::TooManyAttributes { .. } => "xml_too_many_attributes",
            Self::TooLong { .. } => "xml_too_long_text",
            Self::Dtd { .. } => "xml_dtd",
            Self::Malformed { .. } => "xml_malformed",
        }
    }

    /// The line, from 1; 0 when it is about the whole file.
    #[must_use]
    pub const fn line(self) -> u32 {
        match self {
            Self::Empty | Self::Encoding | Self::TooLarge { .. } => 0,
            Self::TooDeep { line }
            | Self::TooMany { line }
            | Self::TooManyAttributes { line }
            | Self::TooLong { line }
            | Self::Dtd { line }
            | Self::Malformed { line, .. } => line,
        }
    }
}

/// What is not well-formed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// The file ends before its elements do.
    #[error("the file is cut")]
    Cut,
    /// There is no element.
    #[error("there is no element")]
    NoElement,
    /// Text or a second element outside the outermost element.
    #[error("there is something outside the outermost element")]
    Outside,
    /// A tag, comment or instruction that is not XML.
    #[error("a tag is wrong")]
    Markup,
    /// An end tag other than that of the open element.
    #[error("an element is closed by another one")]
    Mismatch,
    /// A name that XML does not allow.
    #[error("a name is not allowed")]
    Name,
    /// A prefix without its namespace, or a namespace wrongly declared.
    #[error("a namespace is wrong")]
    Namespace,
    /// An attribute without its value, or twice.
    #[error("an attribute is wrong")]
    Attribute,
    /// An ampersand that begins none of the five entities and no character.
    #[error("a reference with & is wrong")]
    Reference,
    /// A control character, or one that XML does not allow.
    #[error("a character is not allowed")]
    Character,
    /// The XML declaration is wrong or not at the beginning.
    #[error("the XML declaration is wrong")]
    Declaration,
}

impl Flaw {
    pub(super) const fn of(error: &Error) -> Self {
        match error {
            Error::Syntax(_) => Self::Cut,
            Error::IllFormed(IllFormedError::UnclosedReference) => Self::Reference,
            _ => Self::Markup,
        }
    }
}

/// Why the pass ends early; the line is found afterwards.
pub(super) enum Stop {
    Flaw(Flaw),
    Dtd,
    Deep,
    Many,
    Attributes,
    Long,
}

impl From<Flaw> for Stop {
    fn from(flaw: Flaw) -> Self {
        Self::Flaw(flaw)
    }
}

impl Stop {
    pub(super) const fn at(self, line: u32) -> XmlError {
        match self {
            Self::Flaw(flaw) => XmlError::Malformed { line, flaw },
            Self::Dtd => XmlError::Dtd { line },
            Self::Deep => XmlError::TooDeep { line },
            Self::Many => XmlError::TooMany { line },
            Self::Attributes => XmlError::TooManyAttributes { line },
            Self::Long => XmlError::TooLong { line },
        }
    }
}
