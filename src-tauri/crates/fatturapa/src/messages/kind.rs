//! Which message it is.

use std::fmt;

/// The nine messages, by the letters in the names of their files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MessageKind {
    /// `RicevutaConsegna`: delivered.
    RC,
    /// `NotificaScarto`, `RicevutaScarto`: rejected, as never issued.
    NS,
    /// `NotificaMancataConsegna`, `RicevutaImpossibilitaRecapito`: not delivered; issued all the same, when it was
    /// to a private party.
    MC,
    /// `NotificaEsito`: the answer of a public body, to who sent the file.
    NE,
    /// `NotificaDecorrenzaTermini`: the public body did not answer within 15 days.
    DT,
    /// `AttestazioneTrasmissioneFattura`: transmitted, but it cannot be delivered.
    AT,
    /// `NotificaEsitoCommittente`: the answer of a public body, to SDI.
    EC,
    /// `ScartoEsitoCommittente`: SDI refused that answer.
    SE,
    /// `MetadatiInvioFile`, `FileMetadati`: what SDI knows of a file that it delivers.
    MT,
}

impl MessageKind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::RC,
        Self::NS,
        Self::MC,
        Self::NE,
        Self::DT,
        Self::AT,
        Self::EC,
        Self::SE,
        Self::MT,
    ];

    /// Its two letters.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::RC => "RC",
            Self::NS => "NS",
            Self::MC => "MC",
            Self::NE => "NE",
            Self::DT => "DT",
            Self::AT => "AT",
            Self::EC => "EC",
            Self::SE => "SE",
            Self::MT => "MT",
        }
    }

    /// The kind with that root element.
    #[must_use]
    pub fn of_root(name: &str) -> Option<Self> {
        Some(match name {
            "RicevutaConsegna" => Self::RC,
            "NotificaScarto" | "RicevutaScarto" => Self::NS,
            "NotificaMancataConsegna" | "RicevutaImpossibilitaRecapito" => Self::MC,
            "NotificaEsito" => Self::NE,
            "NotificaDecorrenzaTermini" => Self::DT,
            "AttestazioneTrasmissioneFattura" => Self::AT,
            "NotificaEsitoCommittente" => Self::EC,
            "ScartoEsitoCommittente" => Self::SE,
            "MetadatiInvioFile" | "FileMetadati" => Self::MT,
            _ => return None,
        })
    }
}

impl fmt::Display for MessageKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Whose schema the namespace of a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MessageSchema {
    /// Public bodies: `MessaggiTypes` 1.0 and 1.1.
    PubblicaAmministrazione,
    /// Everybody since 2019: `MessaggiFatturaTypes` 1.0.
    Privati,
    /// Neither namespace.
    Other,
}

impl MessageSchema {
    pub(super) fn of(namespace: &str) -> Self {
        match namespace {
            "http://www.fatturapa.gov.it/sdi/messaggi/v1.0" => Self::PubblicaAmministrazione,
            "http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fattura/messaggi/v1.0" => Self::Privati,
            _ => Self::Other,
        }
    }
}
