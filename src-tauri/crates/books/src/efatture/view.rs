//! What crosses the window about outgoing XML files.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::list::Lingua;

/// An XML file as kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EfatturaRow {
    /// Row id.
    pub id: db::Id,
    /// Document it was made from.
    pub documento_id: db::Id,
    /// File name, never used twice.
    pub nome_file: String,
    /// SHA-256 of the bytes, lower-case hex.
    pub sha256: String,
    /// Length in bytes.
    pub lunghezza: u32,
    /// When last saved to a folder, UTC, ISO; empty when never.
    pub salvato_at: String,
}

/// What saving files to a folder did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct SalvataggioReport {
    /// Files written (or already there with the same bytes).
    pub salvati: Vec<String>,
    /// Documents without XML (not for SDI, drafts), by number or id.
    pub senza_xml: Vec<String>,
    /// Files not written.
    pub falliti: Vec<FileFallito>,
}

/// A file that could not be written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileFallito {
    /// File name.
    pub nome_file: String,
    /// Code of the reason.
    pub code: String,
}

/// Where a file stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EfatturaStato {
    /// Never saved to a folder.
    DaSalvare,
    /// Saved, not known to be sent.
    Salvata,
    /// Sent, the person says.
    Inviata,
    /// Delivered (ricevuta di consegna, RC).
    Consegnata,
    /// Issued, but the customer finds it in the reserved area only (mancata consegna, MC).
    MancataConsegna,
    /// Rejected by SDI (notifica di scarto, NS): as if never issued.
    Scartata,
    /// Accepted by the public body (notifica di esito, NE).
    Accettata,
    /// Refused by the public body (notifica di esito, NE): issued all the same.
    Rifiutata,
    /// The public body let its term pass (decorrenza termini, DT).
    DecorrenzaTermini,
}

impl EfatturaStato {
    /// Something is left to do: save it, send it, wait for an answer, correct it.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(
            self,
            Self::DaSalvare | Self::Salvata | Self::Inviata | Self::Scartata
        )
    }

    /// Its name.
    #[must_use]
    pub const fn words(self, lingua: Lingua) -> &'static str {
        let [it, en] = match self {
            Self::DaSalvare => ["da salvare", "to save"],
            Self::Salvata => ["salvata", "saved"],
            Self::Inviata => ["inviata", "sent"],
            Self::Consegnata => ["consegnata", "delivered"],
            Self::MancataConsegna => ["mancata consegna", "not delivered"],
            Self::Scartata => ["scartata", "rejected"],
            Self::Accettata => ["accettata", "accepted"],
            Self::Rifiutata => ["rifiutata dall'ente", "refused by the body"],
            Self::DecorrenzaTermini => ["decorrenza termini", "term passed"],
        };
        match lingua {
            Lingua::It => it,
            Lingua::En => en,
        }
    }
}

/// A state of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StatoRow {
    /// Row id; that of the file for a state that nobody wrote down.
    pub id: db::Id,
    /// The file.
    pub file_id: db::Id,
    /// Its name.
    pub nome_file: String,
    /// Where it stands.
    pub stato: EfatturaStato,
    /// Since this day, ISO; empty for a file that was not sent.
    pub giorno: String,
    /// What SDI or the person said.
    pub note: String,
}

/// A message of SDI about a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MessaggioRow {
    /// Row id.
    pub id: db::Id,
    /// `RC`, `NS`, `MC`, `NE`, `DT`, `AT`, `EC`, `SE`, `MT`.
    pub tipo: String,
    /// Name of its file.
    pub nome: String,
    /// Name of the file it is about.
    pub nome_file: String,
    /// The number that SDI gave to that file.
    pub identificativo_sdi: String,
    /// Day of what it tells, ISO.
    pub giorno: String,
    /// What SDI says: of a rejection a line for each reason, with its code.
    pub testo: String,
    /// Its bytes.
    pub allegato_id: db::Id,
}

/// What became of a file that was given as a message of SDI.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RicevutaRow {
    /// The file.
    pub file: String,
    /// Path inside an archive or a mail; empty when the file itself is the message.
    pub membro: String,
    /// What became of it.
    pub esito: EsitoRicevuta,
    /// Which message; empty for what is none.
    pub tipo: String,
    /// The sent file it is about; empty when there is none.
    pub nome_file: String,
    /// Its document.
    pub documento_id: Option<db::Id>,
    /// Where that file stands now.
    pub stato: Option<EfatturaStato>,
    /// Code of the reason why it cannot be read, or the name of the file that the message names.
    pub motivo: String,
}

/// The outcome of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EsitoRicevuta {
    /// It is about a file of this archive, and is kept.
    Abbinata,
    /// It was read before.
    GiaNota,
    /// It is about no file of this archive.
    SenzaFile,
    /// It is no message of SDI.
    NonMessaggio,
    /// It cannot be opened.
    Illeggibile,
}
