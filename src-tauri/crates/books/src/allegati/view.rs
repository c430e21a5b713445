//! What crosses the window about attached files.

use serde::Serialize;
use ts_rs::TS;

/// An attached file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AllegatoRow {
    /// Row id.
    pub id: db::Id,
    /// File name.
    pub nome: String,
    /// Media type.
    pub mime: String,
    /// Length in bytes.
    pub lunghezza: u32,
    /// SHA-256, lower-case hex.
    pub sha256: String,
}
