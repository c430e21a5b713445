//! A document as typed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
    /// Enasarco: the agent's mandate, at whose yearly cap the contribution stops; none means no cap.
    pub mandato: Option<Mandato>,
    /// Enasarco: commissions from this principal that were subject to it in the year before this document.
    pub gia_soggette: String,
}

/// Mandate of a sales agent: for one principal or for several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Mandato {
    /// One principal.
    Monomandatario,
    /// Several; the cap is one for each.
    Plurimandatario,
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
    /// The rejected document that this one corrects: issued again under its number and date.
    pub corregge: Option<db::Id>,
    /// The user accepts a date before that of the last number of the series (within 12 days).
    pub fuori_ordine: bool,
}
