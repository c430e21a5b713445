//! The messages of SDI about a file: receipts, rejections, outcomes, metadata.
//!
//! Two schemas exist, one for public bodies (`www.fatturapa.gov.it/sdi/messaggi`) and one for everybody since 2019
//! (`ivaservizi.agenziaentrate.gov.it/.../fattura/messaggi`); both are read into one [`Message`], by the name of the root
//! element: programs, and SDI itself, have used other namespaces.
//!
//! ```
//! use fatturapa::{messages::{self, MessageKind}, xml::{Document, Limits}};
//!
//! let bytes = br#"<RicevutaScarto versione="1.0">
//!     <IdentificativoSdI>123</IdentificativoSdI><NomeFile>IT01234567897_00001.xml</NomeFile>
//!     <ListaErrori><Errore><Codice>00404</Codice><Descrizione>Fattura duplicata</Descrizione></Errore></ListaErrori>
//! </RicevutaScarto>"#;
//! let message = messages::read(&Document::parse(bytes, &Limits::default())?)?;
//! assert_eq!((message.kind, message.errori()[0].codice.as_str()), (MessageKind::NS, "00404"));
//! assert!(message.is_about("IT01234567897_00001_NS_001.xml", "IT01234567897_00001.xml.p7m"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod content;
mod kind;
mod name;

pub use content::{
    Content, Destinatario, Errore, Esito, EsitoCommittente, ListaErrori, RiferimentoArchivio,
    RiferimentoFattura, Scarto,
};
pub use kind::{MessageKind, MessageSchema};
pub use name::{BadMessageName, MessageName, file_key, is_same_file};

use crate::{
    read::{ReadFault, Readable, Reader},
    xml::Document,
};

/// A message as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Which of the nine.
    pub kind: MessageKind,
    /// The schema of its namespace.
    pub schema: MessageSchema,
    /// What it says.
    pub content: Content,
    /// Whether it holds a signature; whether it is good is not looked at.
    pub has_signature: bool,
    /// What [`Content`] does not hold as written; at most 200.
    pub faults: Vec<ReadFault>,
}

/// The document is something else than a message of SDI.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the root element is no message of SDI")]
pub struct NotMessage {
    /// Name of the root element.
    pub root: String,
}

/// Reads a message of either schema.
///
/// # Errors
/// [`NotMessage`] when the root element is none of theirs.
pub fn read(document: &Document<'_>) -> Result<Message, NotMessage> {
    let root = document.root();
    let kind = MessageKind::of_root(root.name()).ok_or_else(|| NotMessage {
        root: root.name().to_owned(),
    })?;
    let mut reader = Reader::default();
    let content = Content::read(root, &mut reader).unwrap_or_default();
    Ok(Message {
        kind,
        schema: MessageSchema::of(root.namespace()),
        content,
        has_signature: root.child("Signature").is_some(),
        faults: reader.into_faults(),
    })
}

impl Message {
    /// Why SDI rejected the file.
    #[must_use]
    pub fn errori(&self) -> &[Errore] {
        self.content
            .lista_errori
            .as_ref()
            .map_or(&[], |list| list.errore.as_slice())
    }

    /// Whether the customer accepted the invoice (EC, NE).
    #[must_use]
    pub fn esito(&self) -> Option<Esito> {
        let inner = self.content.esito_committente.as_ref().map(|esito| &esito.esito);
        inner.or(self.content.esito.as_ref())?.known()
    }

    /// The invoice of a lot that it is about; none for the whole file.
    #[must_use]
    pub fn riferimento_fattura(&self) -> Option<&RiferimentoFattura> {
        let inner = self.content.esito_committente.as_ref();
        inner
            .and_then(|esito| esito.riferimento_fattura.as_ref())
            .or(self.content.riferimento_fattura.as_ref())
    }

    /// Whether it is about the sent file `sent`; `own` is the name of the file of the message. Folders and extensions do
    /// not matter: SDI adds `.p7m`, programs take it away.
    #[must_use]
    pub fn is_about(&self, own: &str, sent: &str) -> bool {
        self.keys(own).contains(&file_key(sent))
    }

    /// The names of the sent file that it is about, as [`file_key`] gives them. From `own`, the name of the file of the
    /// message, it is known when the message names no file (EC, SE). A file sent in an archive is also known by the archive.
    #[must_use]
    pub fn keys(&self, own: &str) -> Vec<String> {
        let archive = self.content.riferimento_archivio.as_ref();
        let named = self.content.nome_file.iter();
        let named = named.chain(archive.map(|archive| &archive.nome_file));
        let named: Vec<String> = named
            .map(|name| file_key(name))
            .filter(|key| !key.is_empty())
            .collect();
        if named.is_empty() {
            let own = own.parse::<MessageName>();
            return own.map(|own| vec![file_key(&own.sent)]).unwrap_or_default();
        }
        named
    }
}
