//! What crosses the window about documents: totals, the frozen document, the list.

use money::{Cents, Price8, Quantity8, Rate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DocumentoDraft, Tipo};
use crate::{
    Problem,
    efatture::EfatturaStato,
    list::{Direction, PageRequest},
};

/// A line computed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RigaTotale {
    /// Unit price without IVA and before discounts, as written in the XML.
    pub prezzo_unitario: Price8,
    /// Quantity; none when not written.
    pub quantita: Option<Quantity8>,
    /// `PrezzoTotale`.
    pub totale: Cents,
    /// Rate.
    pub aliquota_iva: Rate,
    /// Natura; empty when there is IVA.
    pub natura: String,
}

/// A line that the program adds (share of the document discount, stamp duty recharged).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RigaAggiunta {
    /// Words.
    pub descrizione: String,
    /// Subject to withholding.
    pub ritenuta: bool,
    /// Computed.
    pub totale: RigaTotale,
}

/// A group of the IVA summary (`DatiRiepilogo`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GruppoIva {
    /// Rate.
    pub aliquota_iva: Rate,
    /// Natura; empty when there is IVA.
    pub natura: String,
    /// `I`, `D`, `S`.
    pub esigibilita_iva: String,
    /// Words of the law.
    pub riferimento_normativo: String,
    /// `ImponibileImporto`.
    pub imponibile: Cents,
    /// `Imposta`.
    pub imposta: Cents,
}

/// A fund contribution computed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CassaTotale {
    /// `TipoCassa`.
    pub tipo: String,
    /// Percentage.
    pub aliquota: Rate,
    /// `ImponibileCassa`.
    pub imponibile: Cents,
    /// `ImportoContributoCassa`.
    pub importo: Cents,
    /// IVA rate.
    pub aliquota_iva: Rate,
    /// Natura.
    pub natura: String,
    /// Subject to withholding.
    pub ritenuta: bool,
}

/// A withholding computed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RitenutaTotale {
    /// `TipoRitenuta`.
    pub tipo: String,
    /// Amount it is computed on.
    pub base: Cents,
    /// Percentage.
    pub aliquota: Rate,
    /// `ImportoRitenuta`.
    pub importo: Cents,
    /// `CausalePagamento`.
    pub causale: String,
}

/// An instalment computed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RataTotale {
    /// Due date, ISO.
    pub scadenza: String,
    /// Amount.
    pub importo: Cents,
    /// `ModalitaPagamento`.
    pub modalita: String,
}

/// Everything computed from a draft. A page shows these and adds nothing up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Totali {
    /// Lines in the order of the draft; a line that cannot be computed has none.
    pub righe: Vec<Option<RigaTotale>>,
    /// Lines that the program adds.
    pub righe_aggiunte: Vec<RigaAggiunta>,
    /// Sum of the lines before the document discount.
    pub merce: Cents,
    /// Document discount, positive.
    pub sconto: Cents,
    /// Funds.
    pub casse: Vec<CassaTotale>,
    /// IVA summary.
    pub riepilogo: Vec<GruppoIva>,
    /// Sum of `imponibile`.
    pub imponibile: Cents,
    /// Sum of `imposta`.
    pub imposta: Cents,
    /// Amounts without IVA that stamp duty looks at.
    pub base_bollo: Cents,
    /// Stamp duty due (`ImportoBollo`), zero when not due.
    pub bollo: Cents,
    /// Whether it is in the total as a line.
    pub bollo_addebitato: bool,
    /// `Arrotondamento`.
    pub arrotondamento: Cents,
    /// `ImportoTotaleDocumento`.
    pub totale_documento: Cents,
    /// Withholdings, Enasarco included.
    pub ritenute: Vec<RitenutaTotale>,
    /// IVA that the customer pays to the State (split payment).
    pub iva_split: Cents,
    /// "Sconto in fattura" taken off what is paid.
    pub sconto_in_fattura: Cents,
    /// What the customer pays.
    pub netto_a_pagare: Cents,
    /// Instalments.
    pub rate: Vec<RataTotale>,
}

/// What the editor says while one types.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DocumentoPreview {
    /// All totals that can be computed.
    pub totali: Totali,
    /// Everything wrong or doubtful, each at its field.
    pub problems: Vec<Problem>,
    /// Number that issuing now would give, e.g. `13/A`.
    pub numero_previsto: String,
    /// ISO date understood; empty when unreadable.
    pub data_documento: String,
    /// `TipoDocumento` in the XML; empty for documents that make none.
    pub td: String,
}

/// Where a document stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Stato {
    /// Draft.
    Bozza,
    /// Issued: numbered and frozen.
    Emesso,
    /// Quote accepted.
    Accettato,
    /// Quote refused.
    Rifiutato,
    /// Quote, proforma or delivery note that became another document.
    Convertito,
    /// Delivery note, quote or proforma cancelled after issue.
    Annullato,
}

/// A document as stored: a draft still open, or the frozen document.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DocumentoView {
    /// Row id.
    pub id: db::Id,
    /// Draft as typed (also of an issued document: what it was made from).
    pub draft: DocumentoDraft,
    /// Where it stands.
    pub stato: Stato,
    /// Number; empty for a draft.
    pub numero: String,
    /// Totals: computed for a draft, frozen for an issued document.
    pub totali: Totali,
    /// Problems of a draft; empty for an issued document.
    pub problems: Vec<Problem>,
    /// Name of the customer (frozen when issued).
    pub cliente: String,
    /// `TipoDocumento`; empty when there is no XML.
    pub td: String,
    /// Name of the XML file; empty when there is none.
    pub nome_file: String,
    /// When issued, UTC, ISO; empty for a draft.
    pub emesso_at: String,
    /// Documents it comes from and documents made from it.
    pub legami: Vec<Legame>,
}

/// Another document tied to this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Legame {
    /// The other document.
    pub id: db::Id,
    /// Kind.
    pub tipo: Tipo,
    /// Number; empty for a draft.
    pub numero: String,
    /// ISO date.
    pub data_documento: String,
    /// Whether the other one comes from this one.
    pub deriva: bool,
}

/// What was paid of a document. Several words may hold of it: a row has the most telling, a filter finds all of which
/// its word holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Pagamento {
    /// Something is left.
    Aperto,
    /// Something is left that was due before today.
    Scaduto,
    /// Something was cashed, and something is left.
    Parziale,
    /// Nothing is left.
    Pagato,
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DocumentoRow {
    /// Row id.
    pub id: db::Id,
    /// Kind.
    pub tipo: Tipo,
    /// Where it stands.
    pub stato: Stato,
    /// Number; empty for a draft.
    pub numero: String,
    /// ISO date.
    pub data_documento: String,
    /// Customer.
    pub cliente: String,
    /// Customer row.
    pub cliente_id: Option<db::Id>,
    /// Taxable amount; negative for credit notes.
    pub imponibile: Cents,
    /// IVA; negative for credit notes.
    pub imposta: Cents,
    /// Total of the document; negative for credit notes.
    pub totale: Cents,
    /// What the customer pays; negative for credit notes.
    pub netto_a_pagare: Cents,
    /// Own category.
    pub categoria: String,
    /// Not for SDI.
    pub no_sdi: bool,
    /// Where its newest file stands; none for what makes no file.
    pub file: Option<EfatturaStato>,
    /// What was paid of it; none where nothing is due: drafts, quotes, delivery notes.
    pub pagamento: Option<Pagamento>,
    /// Draft with problems that refuse issuing.
    pub incompleto: bool,
}

/// Order of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DocumentoSort {
    /// By date, then number.
    #[default]
    Data,
    /// By number within year and series.
    Numero,
    /// By customer.
    Cliente,
    /// By total.
    Totale,
}

/// What the list shows.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct DocumentoFilter {
    /// Words, number or amount.
    pub testo: String,
    /// Only these kinds; empty means all.
    pub tipi: Vec<Tipo>,
    /// Only these states; empty means all.
    pub stati: Vec<Stato>,
    /// Only this year of the document date.
    pub anno: Option<i16>,
    /// From this date: ISO, as typed, or the name of a `Periodo`.
    pub dal: String,
    /// To this date.
    pub al: String,
    /// Only this customer.
    pub cliente_id: Option<db::Id>,
    /// Only this series.
    pub sezionale: Option<String>,
    /// Only documents whose XML was not yet saved.
    pub da_salvare: bool,
    /// Only documents paid so far.
    pub pagamento: Option<Pagamento>,
    /// Order.
    pub sort: DocumentoSort,
    /// Direction.
    pub direction: Direction,
    /// Page.
    pub page: PageRequest,
}

/// Totals line under the list; follows the filter, over all its rows. Credit notes count negative.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct DocumentoSomme {
    /// Rows.
    pub righe: u32,
    /// Taxable amounts.
    pub imponibile: Cents,
    /// IVA.
    pub imposta: Cents,
    /// Totals.
    pub totale: Cents,
    /// What customers pay.
    pub netto_a_pagare: Cents,
}

/// What issuing gave.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Emesso {
    /// The frozen document.
    pub documento: DocumentoView,
    /// Texts that had to be changed so that the XML accepts them, each at its field.
    pub caratteri_cambiati: Vec<Problem>,
}

/// A hole or a disorder in the numbers of a series and year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NumeroAnomalia {
    /// Numbering class.
    pub classe: String,
    /// Year.
    pub anno: i16,
    /// Series.
    pub sezionale: String,
    /// First number of a run of missing ones; the number itself else.
    pub da: u32,
    /// Number, the last of a run.
    pub numero: u32,
    /// `mancante`, `usato_altrove`, `ripristino` (lost when an older copy was put back) or `data_precedente`.
    pub motivo: String,
    /// What is known of it: the reason typed by the user, or the day of the restore.
    pub spiegazione: String,
    /// Document concerned.
    pub documento_id: Option<db::Id>,
}

/// Something that `verify` found not to agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Rilievo {
    /// Document concerned; none for a number that is missing.
    pub documento_id: Option<db::Id>,
    /// Its number.
    pub numero: String,
    /// What does not agree; its sentence stands in `assets/frasi.tsv`.
    pub code: String,
}
