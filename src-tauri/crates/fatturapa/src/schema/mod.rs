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
mod form;
mod place;
mod table;
mod value;

use std::sync::{LazyLock, OnceLock};

use crate::{
    Finding, Severity,
    xml::{Document, Flaw, XmlError},
};
pub(crate) use form::{Base64, base_64};

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
    pub fn of(document: &Document<'_>) -> Option<Self> {
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
pub fn check(document: &Document<'_>) -> Vec<Finding> {
    match Version::of(document) {
        Some(version) => check_version(document, version),
        None => check::root(document),
    }
}

/// Checks a document against a version.
#[must_use]
pub fn check_version(document: &Document<'_>, version: Version) -> Vec<Finding> {
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

/// Whether an element of this name may be repeated somewhere in the kind of invoice that has this root.
pub(crate) fn is_list(root: &str, name: &str) -> bool {
    static LISTS: LazyLock<[Vec<&'static str>; 2]> = LazyLock::new(table::lists);
    let [ordinary, simplified] = &*LISTS;
    let is_simplified = root == Version::Semplificata1_0_2.root();
    let names = if is_simplified { simplified } else { ordinary };
    names.binary_search(&name).is_ok()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{
        table::{Schema, Type},
        *,
    };
    use crate::xml::{Limits, Node};

    type Places = BTreeSet<(&'static str, &'static str)>;

    /// The elements and attributes of blocks that a document has.
    fn met(schema: &'static Schema, node: Node<'_>, kind: usize, places: &mut Places) {
        let Some(Type::Block(block)) = schema.kind(kind) else {
            return;
        };
        for child in node.children() {
            let particle = block
                .particles
                .iter()
                .find(|particle| particle.name == child.name())
                .unwrap();
            places.insert((block.name, particle.name));
            met(schema, child, particle.kind, places);
        }
        let has = |name: &str| node.attribute(name).is_some();
        places.extend(
            block
                .attributes
                .iter()
                .filter(|rule| has(rule.name))
                .map(|rule| (block.name, rule.name)),
        );
    }

    /// The writer has its own table (`model/`): what it writes in full has every place of this one.
    #[test]
    fn the_writer_knows_every_element_of_the_table() {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../../fixtures/fatturapa/full.xml"
        );
        let bytes = std::fs::read(path).unwrap();
        let document = Document::parse(&bytes, &Limits::default()).unwrap();
        let schema = Version::V1_2_3.schema();
        let mut places = Places::new();
        met(schema, document.root(), schema.root, &mut places);
        let invoice = schema.blocks().filter(|block| !block.name.starts_with("ds:"));
        let all: Places = invoice
            .flat_map(|block| {
                let names = block.particles.iter().chain(&block.attributes);
                names.map(|particle| (block.name, particle.name))
            })
            .collect();
        let unwritten: Vec<_> = all.difference(&places).collect();
        let representative = "RappresentanteFiscaleCessionarioType";
        // The names are those of every subject: one type of the model.
        let left = [
            ("FatturaElettronicaType", "Signature"),
            (representative, "Cognome"),
            (representative, "Nome"),
        ];
        assert_eq!(unwritten, left.iter().collect::<Vec<_>>());
    }

    #[test]
    fn ranges_of_versions() {
        let fits = |version: Version, range| version.is_in(range);
        assert!(
            fits(Version::V1_2_1, "") && fits(Version::V1_2_1, "1.2-") && fits(Version::V1_2_1, "-1.2.1")
        );
        assert!(
            fits(Version::V1_2_1, "1.2.1")
                && !fits(Version::V1_2_1, "1.2.2-")
                && !fits(Version::V1_2_1, "-1.2")
        );
        assert!(fits(Version::Semplificata1_0_2, "1.0.2-") && !fits(Version::Semplificata1_0_1, "1.0.2-"));
    }

    #[test]
    fn findings_say_what_was_expected_and_where() {
        let path = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../../fixtures/fatturapa/minimal.xml"
        );
        let good = std::fs::read_to_string(path).unwrap();
        let told = |from: &str, to: &str| -> Vec<String> {
            let bad = good.replacen(from, to, 1);
            assert_ne!(good, bad, "{from}");
            let document = Document::parse(bad.as_bytes(), &Limits::default()).unwrap();
            let findings = check(&document);
            findings
                .iter()
                .map(|found| format!("{} {} {}", found.rule, found.path, found.it()))
                .collect()
        };
        let seller = "/FatturaElettronica/FatturaElettronicaHeader/CedentePrestatore";
        assert_eq!(
            told("<CAP>38122</CAP>", "<CAP>3812</CAP>"),
            [format!(
                "00200.digits {seller}/Sede/CAP CAP: «3812» non va bene: servono 5 cifre."
            )]
        );
        let body = "/FatturaElettronica/FatturaElettronicaBody[1]";
        let document = format!("{body}/DatiGenerali/DatiGeneraliDocumento");
        assert_eq!(
            told("<Divisa>EUR</Divisa>", ""),
            [format!(
                "00200.missing {document}/Divisa In DatiGeneraliDocumento manca Divisa."
            )]
        );
        assert_eq!(
            told(
                "<TipoDocumento>TD01</TipoDocumento>",
                "<TipoDocumento>TD99</TipoDocumento>"
            ),
            [format!(
                "00200.code {document}/TipoDocumento TipoDocumento: «TD99» non è un codice ammesso."
            )]
        );
        let line = format!("{body}/DatiBeniServizi/DettaglioLinee[1]");
        assert_eq!(
            told(
                "<NumeroLinea>1</NumeroLinea>",
                "<NumeroLinea>1</NumeroLinea><Sconto>1</Sconto>"
            ),
            [format!("00200.unknown {line}/Sconto Sconto qui non è previsto.")]
        );
        assert_eq!(
            told("versione=\"FPR12\"", ""),
            [
                "00200.attribute_missing /FatturaElettronica/@versione In FatturaElettronica manca l'attributo versione."
            ]
        );
    }
}
