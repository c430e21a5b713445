//! XML as it arrives: decoded, bounded, in a flat tree whose nodes know their line and path.
//!
//! ```
//! use fatturapa::xml::{Document, Limits};
//!
//! let document = Document::parse(b"<a><b>1 &lt; 2</b></a>", &Limits::default())?;
//! let b = document.root().child("b").unwrap();
//! assert_eq!((b.text().as_ref(), b.line(), b.path().as_str()), ("1 < 2", 1, "/a/b"));
//! # Ok::<(), fatturapa::xml::XmlError>(())
//! ```
//!
//! A DTD is refused, so an entity can only be one of the five of XML. The tree borrows the bytes, which are never
//! changed; it has a copy only of what had to be decoded.

mod attributes;
mod build;
pub(crate) mod chars;
mod decode;
mod error;
mod namespaces;
mod node;
mod plain;
mod tree;

use std::{borrow::Cow, sync::OnceLock};

pub use decode::{Encoding, Oddity};
pub use error::{Flaw, XmlError};
pub use node::{Attribute, Children, Node};

/// How much a document may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: usize,
    /// Elements inside one another.
    pub depth: usize,
    /// Tags, texts and comments, `<Name>text</Name>` counted once; more in a large file, up to one for every 8 bytes.
    pub events: usize,
    /// Attributes of an element; also namespaces declared around it.
    pub attributes: usize,
    /// Bytes of the text of an element other than `Attachment`.
    pub text: usize,
}

impl Default for Limits {
    /// 10 MB, depth 64, 200,000 events, 256 attributes, 1 MB of text.
    fn default() -> Self {
        Self {
            bytes: 10_000_000,
            depth: 64,
            events: 200_000,
            attributes: 256,
            text: 1_000_000,
        }
    }
}

/// Bytes of a block whose lines are counted together.
const BLOCK: usize = 4096;

/// A whole document, over the bytes it was read from.
#[derive(Debug)]
pub struct Document<'b> {
    source: Cow<'b, str>,
    encoding: Encoding,
    oddities: Vec<Oddity>,
    tree: tree::Tree,
    /// How many lines end before each block of the source; counted when the first line is asked for.
    lines: OnceLock<Vec<u32>>,
}

impl<'b> Document<'b> {
    /// Reads a document.
    ///
    /// # Errors
    /// [`XmlError`] when the bytes are not XML, have a DTD, or exceed the limits.
    pub fn parse(bytes: &'b [u8], limits: &Limits) -> Result<Self, XmlError> {
        if bytes.len() > limits.bytes {
            return Err(XmlError::TooLarge { limit: limits.bytes });
        }
        let decoded = decode::decode(bytes)?;
        let tree = build::tree(&decoded.source, limits)?;
        Ok(Self {
            source: decoded.source,
            encoding: decoded.encoding,
            oddities: decoded.oddities,
            tree,
            lines: OnceLock::new(),
        })
    }

    /// The outermost element.
    #[must_use]
    pub const fn root(&self) -> Node<'_> {
        Node::new(self, 0)
    }

    /// The encoding in which the bytes were read.
    #[must_use]
    pub const fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// What had to be overlooked to read it: a strict parser, as that of SDI, refuses such a file.
    #[must_use]
    pub fn oddities(&self) -> &[Oddity] {
        &self.oddities
    }

    /// The document decoded, with line feeds as line ends.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The line, from 1, of a place in the source.
    fn line(&self, at: u32) -> u32 {
        let ends = |bytes: &[u8]| tree::offset(memchr::memchr_iter(b'\n', bytes).count());
        let source = self.source.as_bytes();
        let lines = self.lines.get_or_init(|| {
            let before = source.chunks(BLOCK).scan(0_u32, |sum, block| {
                Some(std::mem::replace(sum, sum.saturating_add(ends(block))))
            });
            before.collect()
        });
        let at = tree::place(at).min(source.len());
        let block = at.div_euclid(BLOCK);
        let before = lines.get(block).copied().unwrap_or_default();
        let rest = source.get(block.saturating_mul(BLOCK)..at).unwrap_or_default();
        before.saturating_add(ends(rest)).saturating_add(1)
    }

    fn slice(&self, at: u32, length: u32) -> &str {
        tree::slice(&self.source, at, length)
    }
}
