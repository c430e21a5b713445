//! What comes out of a file.

use std::{borrow::Cow, sync::Arc};

use super::{IntakeError, Mail, Metadata, Signature, State};

/// One document found in a file, or one member that could not be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The path of the member inside the opened file, containers joined by `/`; empty when the opened file itself
    /// is the document. Text of a stranger: to be shown, never to be used as a path.
    pub member: String,
    /// A safe name for the content: one component, with the extension of what the content is, without `.p7m`.
    pub file_name: String,
    /// What the content is; for a member that was not opened, what was being opened.
    pub kind: Kind,
    /// The document without its envelopes, byte for byte, or the reason why there is none.
    pub content: Result<Vec<u8>, IntakeError>,
    /// The bytes as they arrived, when they are not the content: the `.p7m` around it, however it was encoded.
    pub original: Option<Vec<u8>>,
    /// Every signature around or inside the content, the outermost first.
    pub signatures: Vec<Signature>,
    /// The metadata file of SDI that came with this invoice, in the same zip, mail or folder.
    pub metadata: Option<Arc<Metadata>>,
    /// The message that it came with.
    pub mail: Option<Arc<Mail>>,
}

/// What an item is, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `FatturaElettronica`: an ordinary invoice or a lot.
    Fattura,
    /// `FatturaElettronicaSemplificata`.
    FatturaSemplificata,
    /// A message of SDI: RC, NS, MC, NE, DT, AT, EC, SE.
    Messaggio,
    /// The metadata of a received invoice: MT.
    Metadati,
    /// What certified mail puts beside: `daticert.xml`, `smime.p7s`.
    Pec,
    /// Another XML document.
    Xml,
    /// A signature that could not be opened.
    Signed,
    /// A zip that could not be opened.
    Archive,
    /// A mail that could not be opened.
    Mail,
    /// A folder that could not be read.
    Folder,
    /// What an operating system leaves beside documents: `__MACOSX`, `.DS_Store`, `Thumbs.db`.
    System,
    /// Anything else.
    Other,
}

impl Item {
    /// The bytes as they arrived: to be kept beside the content, since only they carry the signature.
    #[must_use]
    pub fn original(&self) -> Option<&[u8]> {
        self.original.as_deref().or_else(|| self.content.as_deref().ok())
    }

    /// What holds for all the signatures together: the worst state, or nothing when there is no signature.
    #[must_use]
    pub fn state(&self) -> Option<&State> {
        self.signatures.iter().map(|one| &one.state).max()
    }

    /// The name to show: the member, or the file itself.
    #[must_use]
    pub fn shown(&self) -> Cow<'_, str> {
        if self.member.is_empty() {
            Cow::Borrowed(&self.file_name)
        } else {
            Cow::Borrowed(&self.member)
        }
    }
}

impl Kind {
    /// Whether it is an invoice, ordinary or simplified.
    #[must_use]
    pub const fn is_fattura(self) -> bool {
        matches!(self, Self::Fattura | Self::FatturaSemplificata)
    }
}
