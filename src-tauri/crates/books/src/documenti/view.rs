//! What crosses the window about documents: the draft as typed, its totals, the frozen document, the list.

use money::{Cents, Price8, Quantity8, Rate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    Problem,
    list::{Direction, PageRequest},
};

/// Kind of document (names of `document_types`); the TD code follows from it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Tipo {
    /// Quote.
    Preventivo,
    /// Proforma.
    Proforma,
    /// Delivery note.
    Ddt,
    /// Immediate invoice, TD01.
    #[default]
    Fattura,
    /// Advance invoice, TD02.
    FatturaAcconto,
    /// Advance on a professional invoice, TD03.
    ParcellaAcconto,
    /// Credit note, TD04.
    NotaCredito,
    /// Debit note, TD05.
    NotaDebito,
    /// Professional invoice, TD06.
    Parcella,
    /// Deferred invoice, TD24.
    FatturaDifferita,
    /// Triangular deferred invoice, TD25.
    FatturaDifferitaB,
    /// Receipt: PDF only.
    Ricevuta,
}

/// Stamp duty on a draft.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BolloScelta {
    /// As the law says.
    #[default]
    Auto,
    /// Due whatever the amounts.
    Si,
    /// Not due.
    No,
}

/// `AltriDatiGestionali` of a line, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct AltroDatoDraft {
    /// `TipoDato`, up to 10 characters.
    pub tipo_dato: String,
    /// `RiferimentoTesto`, up to 60 characters.
    pub testo: String,
    /// `RiferimentoNumero`.
    pub numero: String,
    /// `RiferimentoData`.
    pub data_riferimento: String,
}

/// A line as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct RigaDraft {
    /// Product it came from.
    pub prodotto_id: Option<db::Id>,
    /// Own article code.
    pub codice: String,
    /// Words; a line with words only is descriptive.
    pub descrizione: String,
    /// Empty means one, and nothing written in the XML.
    pub quantita: String,
    /// Unit.
    pub unita_misura: String,
    /// Unit price (includes IVA when the document's `prezzi_ivati`).
    pub prezzo: String,
    /// Discounts in cascade as typed: `10+5`, `12,5%+MG2%+0,75€` (an amount is per unit).
    pub sconti: String,
    /// Rate; empty means the company's usual one.
    pub aliquota_iva: String,
    /// Natura when the rate is 0.
    pub natura: String,
    /// Words of the law; empty for the usual ones.
    pub riferimento_normativo: String,
    /// Subject to withholding: none = yes when the document has one and the line is a fee, false = never.
    pub ritenuta: Option<bool>,
    /// Counts in the base of the fund: none = yes for ordinary lines, no for N1.
    pub cassa: Option<bool>,
    /// `TipoCessionePrestazione`: `SC`, `PR`, `AB`, `AC` or empty.
    pub tipo_cessione: String,
    /// `DataInizioPeriodo`.
    pub data_inizio: String,
    /// `DataFinePeriodo`.
    pub data_fine: String,
    /// `RiferimentoAmministrazione`.
    pub riferimento_amministrazione: String,
    /// `AltriDatiGestionali`.
    pub altri_dati: Vec<AltroDatoDraft>,
    /// Line of another document that this one bills, delivers or reverses.
    pub origine_riga: Option<db::Id>,
}

/// A fund contribution as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct CassaDraft {
    /// `TipoCassa`; `TC22` is the INPS recharge.
    pub tipo: String,
    /// Percentage.
    pub aliquota: String,
    /// IVA rate; empty means that of the main line.
    pub aliquota_iva: String,
    /// Natura when the rate is 0.
    pub natura: String,
    /// Subject to withholding; none = as the fund says (`TC22` yes, others no).
    pub ritenuta: Option<bool>,
}

/// A withholding as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct RitenutaDraft {
    /// `TipoRitenuta`: `RT01`, `RT02`; `RT04` is Enasarco.
    pub tipo: String,
    /// Percentage.
    pub aliquota: String,
    /// Part of the fee it is computed on, percent; empty means 100 (agents 50 or 20).
    pub base_percentuale: String,
    /// `CausalePagamento`.
    pub causale: String,
}

/// An instalment as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct RataDraft {
    /// Due date.
    pub scadenza: String,
    /// Amount; empty takes what is left.
    pub importo: String,
    /// `ModalitaPagamento`; empty means the document's.
    pub modalita: String,
}

/// Which block of `DatiGenerali` a reference goes to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RiferimentoTipo {
    /// `DatiOrdineAcquisto`.
    #[default]
    Ordine,
    /// `DatiContratto`.
    Contratto,
    /// `DatiConvenzione`.
    Convenzione,
    /// `DatiRicezione`.
    Ricezione,
    /// `DatiFattureCollegate`.
    FatturaCollegata,
}

/// A reference to another document, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct RiferimentoDraft {
    /// Block.
    pub tipo: RiferimentoTipo,
    /// `IdDocumento`.
    pub id_documento: String,
    /// `Data`.
    pub data_documento: String,
    /// `NumItem`.
    pub num_item: String,
    /// `CodiceCommessaConvenzione`.
    pub codice_commessa: String,
    /// `CodiceCUP`.
    pub cup: String,
    /// `CodiceCIG`.
    pub cig: String,
    /// Lines it refers to (1-based); empty means the whole document.
    pub righe: Vec<u16>,
}

/// A delivery note billed here, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct DdtDraft {
    /// `NumeroDDT`.
    pub numero: String,
    /// `DataDDT`.
    pub data_ddt: String,
    /// Lines (1-based); empty means all.
    pub righe: Vec<u16>,
}

/// Transport data of a delivery note or of an accompanying invoice, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct TrasportoDraft {
    /// `CausaleTrasporto`.
    pub causale: String,
    /// `MezzoTrasporto`.
    pub mezzo: String,
    /// Outward look of the goods (`Descrizione`).
    pub aspetto: String,
    /// `NumeroColli`.
    pub colli: String,
    /// Gross weight.
    pub peso_lordo: String,
    /// Net weight.
    pub peso_netto: String,
    /// `UnitaMisuraPeso`.
    pub unita_peso: String,
    /// Date the transport starts.
    pub data_inizio: String,
    /// Hour the transport starts, `hh:mm`, printed only.
    pub ora_inizio: String,
    /// Incoterms, three letters (`TipoResa`).
    pub resa: String,
    /// Carrier name.
    pub vettore: String,
    /// Carrier partita IVA.
    pub vettore_partita_iva: String,
    /// Place of delivery, printed.
    pub destinazione: String,
}

/// A document as typed. Every field is text as a person writes it; empty means absent or usual.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct DocumentoDraft {
    /// Row id when it exists.
    pub id: Option<db::Id>,
    /// Draft key: two issues of the same key are one (idempotence of `f1c issue`).
    pub chiave: String,
    /// Kind.
    pub tipo: Tipo,
    /// Series; empty for the main one.
    pub sezionale: String,
    /// Document date; empty means today.
    pub data_documento: String,
    /// Validity of a quote.
    pub valido_fino: String,
    /// Customer.
    pub cliente_id: Option<db::Id>,
    /// Prices include IVA.
    pub prezzi_ivati: bool,
    /// Lines.
    pub righe: Vec<RigaDraft>,
    /// Discount on the whole document: `5%` or `25,00`.
    pub sconto: String,
    /// Funds.
    pub casse: Vec<CassaDraft>,
    /// Withholdings.
    pub ritenute: Vec<RitenutaDraft>,
    /// Stamp duty.
    pub bollo: BolloScelta,
    /// Stamp duty recharged to the customer.
    pub bollo_addebitato: bool,
    /// `I`, `D`, `S`; empty means `I`.
    pub esigibilita_iva: String,
    /// Round the total to the euro.
    pub arrotonda_euro: bool,
    /// `Arrotondamento` of the total, typed.
    pub arrotondamento: String,
    /// "Sconto in fattura": percent of the total taken off what is paid.
    pub sconto_in_fattura: String,
    /// `ModalitaPagamento`.
    pub modalita_pagamento: String,
    /// Terms: `30`, `30/60 fm`, `vista`, `60 fm 10`; empty means paid at sight.
    pub termini_pagamento: String,
    /// Instalments typed by hand; win over the terms.
    pub rate: Vec<RataDraft>,
    /// IBAN to be paid on.
    pub iban: String,
    /// References.
    pub riferimenti: Vec<RiferimentoDraft>,
    /// Delivery notes billed.
    pub ddt: Vec<DdtDraft>,
    /// Transport.
    pub trasporto: Option<TrasportoDraft>,
    /// `Causale`, printed and written.
    pub causale: String,
    /// Own notes, never printed.
    pub note: String,
    /// Own category.
    pub categoria: String,
    /// Not for SDI: PDF only.
    pub no_sdi: bool,
    /// Language of the PDF: `it` or `en`.
    pub lingua: String,
    /// Documents this one comes from.
    pub origini: Vec<db::Id>,
}

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
    /// Whether the XML was saved to a folder.
    pub xml_salvato: bool,
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
    /// From this date (ISO or as typed).
    pub dal: String,
    /// To this date.
    pub al: String,
    /// Only this customer.
    pub cliente_id: Option<db::Id>,
    /// Only this series.
    pub sezionale: Option<String>,
    /// Only documents whose XML was not yet saved.
    pub da_salvare: bool,
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
    /// Texts that had to be changed so that the XML accepts them.
    pub caratteri_cambiati: Vec<CarattereCambiato>,
}

/// A text that had to be changed for the XML.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CarattereCambiato {
    /// Path in the draft.
    pub field: String,
    /// As typed.
    pub prima: String,
    /// As written.
    pub dopo: String,
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
    /// Number.
    pub numero: u32,
    /// `mancante`, `usato_altrove`, `data_precedente` or `doppio`.
    pub motivo: String,
    /// Document concerned.
    pub documento_id: Option<db::Id>,
}
