//! What crosses the window about files opened to be read.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::list::{Direction, PageRequest};

/// A document of a file, or a file that holds none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ConversioneRow {
    /// Row id.
    pub id: db::Id,
    /// Name of the file or of the member.
    pub nome: String,
    /// Path inside an archive or a mail; empty when the file itself is the document.
    pub membro: String,
    /// `FPR12`, `FPA12`, `FSM10`; empty for what is no invoice.
    pub formato: String,
    /// `TipoDocumento`, as written.
    pub tipo: String,
    /// Who sells.
    pub mittente: String,
    /// Who buys.
    pub destinatario: String,
    /// Number.
    pub numero: String,
    /// ISO date; empty when it cannot be read.
    pub data_documento: String,
    /// Total of the document, or what its VAT summary adds up to; none when neither is a number.
    pub totale: Option<money::Cents>,
    /// Currency.
    pub divisa: String,
    /// Code of the state of the worst signature; empty without one.
    pub firma: String,
    /// Findings for which SDI would reject the file.
    pub errori: u32,
    /// Other findings.
    pub avvisi: u32,
    /// Why there is nothing to read, Italian and English; empty when there is.
    pub motivo_it: String,
    /// The same in English.
    pub motivo_en: String,
    /// When it was last opened, UTC, ISO.
    pub aperto_at: String,
    /// A copy is in the archive.
    pub copia: bool,
}

/// A document of a file, with everything that was found in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ConversioneView {
    /// As the list has it.
    pub row: ConversioneRow,
    /// Where the file was when it was opened.
    pub percorso: String,
    /// The file can be read now, from where it was or from the copy.
    pub presente: bool,
    /// What SDI would say today.
    pub rilievi: Vec<Rilievo>,
}

/// One thing found in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Rilievo {
    /// Code of SDI, or a word of ours.
    pub code: String,
    /// SDI rejects the file for it.
    pub grave: bool,
    /// What happened.
    pub frase: String,
    /// What to do.
    pub rimedio: String,
    /// The element.
    pub path: String,
    /// Its line in the file, from 1; 0 for the whole file.
    pub line: u32,
}

/// What opening files did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Aperti {
    /// Documents that were not known.
    pub nuovi: u32,
    /// Documents that had been opened before.
    pub noti: u32,
    /// Files with nothing to read; each is a row with its reason.
    pub illeggibili: u32,
    /// Files that lie beside invoices and are none: pictures, texts. They have no row.
    pub altri: u32,
    /// Messages of SDI among them, which [`crate::efatture::receive`] reads.
    pub messaggi: u32,
    /// The first document that can be read, to be shown.
    pub primo: Option<db::Id>,
}

/// Order of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ConversioneSort {
    /// When it was opened.
    #[default]
    Aperto,
    /// By who sells.
    Mittente,
    /// By date of the document.
    Data,
    /// By name of the file.
    Nome,
}

/// Which files the list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ConversioneStato {
    /// Without findings that SDI would reject.
    Buone,
    /// With such findings.
    Rilievi,
    /// With nothing to read.
    Illeggibili,
}

/// What the list shows.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ConversioneFilter {
    /// Words anywhere in names, number and file.
    pub testo: String,
    /// Only these.
    pub stato: Option<ConversioneStato>,
    /// Order.
    pub sort: ConversioneSort,
    /// Direction.
    pub direction: Direction,
    /// Page.
    pub page: PageRequest,
}
