//! What crosses the window about outgoing XML files.

use serde::Serialize;
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
