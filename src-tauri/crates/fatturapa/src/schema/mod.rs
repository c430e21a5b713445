//! The schema of the invoice as a table, and a document checked against it.
//!
//! The tables (`*.tsv`) have the names of the official schema and say for each element its type, how often it comes and
//! in which versions; the official files are the judge in the tests. A document is checked in one walk over its tree, all
//! findings at once, up to the fifty after which SDI stops too.
//!
//! ```
//! use fatturapa::{schema, xml::{Document, Limits}};
//!
//! let document = Document::parse(b"<FatturaElettronica/>", &Limits::default())?;
//! let findings = schema::check(&document);
//! assert_eq!(findings[0].rule, "00200.root");
//! # Ok::<(), fatturapa::xml::XmlError>(())
//! ```

mod check;
mod date;
mod email;
mod table;
mod value;

use std::sync::{LazyLock, OnceLock};

use crate::{
    Finding, Severity,
    xml::{Document, Flaw, XmlError},
};

/// A version of the schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// FatturaPA 1.0, of 2013.
    V1_0,
    /// FatturaPA 1.1, of 2014.
    V1_1,
    /// FatturaPA 1.2, of 2017.
    V1_2,
    /// FatturaPA 1.2.1, of 2020.
    V1_2_1,
    /// FatturaPA 1.2.2, of 2022.
    V1_2_2,
    /// FatturaPA 1.2.3, of 2025.
    V1_2_3,
    /// Simplified invoice 1.0.1.
    Semplificata1_0_1,
    /// Simplified invoice 1.0.2.
    Semplificata1_0_2,
}

impl Version {
    /// Every version; of each kind the oldest first.
    pub const ALL: [Self; 8] = [
        Self::V1_0,
        Self::V1_1,
        Self::V1_2,
        Self::V1_2_1,
        Self::V1_2_2,
        Self::V1_2_3,
        Self::Semplificata1_0_1,
        Self::Semplificata1_0_2,
    ];

    /// The version to which a document is held: the newest of the namespace of its root, whatever its date. None when it
    /// is no invoice.
    #[must_use]
    pub fn of(document: &Document) -> Option<Self> {
        let root = document.root();
        let fits = |version: &&Self| root.namespace() == version.namespace() && root.name() == version.root();
        Self::ALL.iter().rev().find(fits).copied()
    }

    /// The number, as the schema prints it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::V1_0 => "1.0",
            Self::V1_1 => "1.1",
            Self::V1_2 => "1.2",
            Self::V1_2_1 => "1.2.1",
            Self::V1_2_2 => "1.2.2",
            Self::V1_2_3 => "1.2.3",
            Self::Semplificata1_0_1 => "1.0.1",
            Self::Semplificata1_0_2 => "1.0.2",
        }
    }

    /// The namespace of the root.
    #[must_use]
    pub const fn namespace(self) -> &'static str {
        match self {
            Self::V1_0 => "http://www.fatturapa.gov.it/sdi/fatturapa/v1.0",
            Self::V1_1 => "http://www.fatturapa.gov.it/sdi/fatturapa/v1.1",
            Self::V1_2 | Self::V1_2_1 | Self::V1_2_2 | Self::V1_2_3 => {
                "http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2"
            }
            Self::Semplificata1_0_1 | Self::Semplificata1_0_2 => {
                "http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.0"
            }
        }
    }

    /// The name of the root.
    #[must_use]
    pub const fn root(self) -> &'static str {
        if self.is_simplified() {
            "FatturaElettronicaSemplificata"
        } else {
            "FatturaElettronica"
        }
    }

    /// Whether it is that of the simplified invoice.
    #[must_use]
    pub const fn is_simplified(self) -> bool {
        matches!(self, Self::Semplificata1_0_1 | Self::Semplificata1_0_2)
    }

    /// Whether it is in a range of a table: empty, `1.2`, `-1.1`, `1.2.1-`.
    fn is_in(self, range: &str) -> bool {
        let place = |name: &str| {
            let same =
                |version: &Self| version.is_simplified() == self.is_simplified() && version.name() == name;
            Self::ALL.iter().position(same)
        };
        let own = place(self.name());
        match range.split_once('-') {
            None => range.is_empty() || own == place(range),
            Some((from, until)) => {
                (from.is_empty() || place(from) <= own) && (until.is_empty() || own <= place(until))
            }
        }
    }

    fn schema(self) -> &'static table::Schema {
        static SCHEMAS: [OnceLock<table::Schema>; Version::ALL.len()] =
            [const { OnceLock::new() }; Version::ALL.len()];
        static FIRST: OnceLock<table::Schema> = OnceLock::new();
        let place = Self::ALL.iter().position(|version| *version == self);
        let cell = place.and_then(|place| SCHEMAS.get(place)).unwrap_or(&FIRST);
        cell.get_or_init(|| table::Schema::read(self))
    }
}

/// Checks a document against the version that applies to it today; what is no invoice has the finding `00200.root`.
#[must_use]
pub fn check(document: &Document) -> Vec<Finding> {
    match Version::of(document) {
        Some(version) => check_version(document, version),
        None => check::root(document),
    }
}

/// Checks a document against a version.
#[must_use]
pub fn check_version(document: &Document, version: Version) -> Vec<Finding> {
    if Version::of(document).map(Version::namespace) == Some(version.namespace()) {
        check::document(document, version.schema())
    } else {
        check::root(document)
    }
}

/// The finding for a file that cannot be read.
#[must_use]
pub fn unreadable(error: XmlError) -> Finding {
    let rule = match error {
        XmlError::Empty => "00200.blank",
        XmlError::Encoding => "00200.encoding",
        XmlError::Dtd { .. } => "00200.dtd",
        XmlError::Malformed { flaw: Flaw::Cut, .. } => "00200.cut",
        XmlError::Malformed {
            flaw: Flaw::Character,
            ..
        } => "00200.control",
        XmlError::Malformed { .. } => "00200.xml",
        XmlError::TooLarge { .. }
        | XmlError::TooDeep { .. }
        | XmlError::TooMany { .. }
        | XmlError::TooManyAttributes { .. }
        | XmlError::TooLong { .. } => "00200.limits",
    };
    Finding {
        code: "00200",
        rule,
        severity: Severity::Error,
        path: "/".to_owned(),
        line: error.line(),
        args: vec![error.line().to_string()],
    }
}

/// Whether an element of this name may be repeated in some place of some version of the ordinary or, with that root, of
/// the simplified invoice.
pub(crate) fn is_list(root: &str, name: &str) -> bool {
    static ORDINARY: LazyLock<Vec<&'static str>> = LazyLock::new(|| table::lists(table::ORDINARY));
    static SIMPLIFIED: LazyLock<Vec<&'static str>> = LazyLock::new(|| table::lists(table::SIMPLIFIED));
    let lists = if root == Version::Semplificata1_0_2.root() {
        &SIMPLIFIED
    } else {
        &ORDINARY
    };
    lists.binary_search(&name).is_ok()
}
