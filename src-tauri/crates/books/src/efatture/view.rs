//! What crosses the window about outgoing XML files.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
