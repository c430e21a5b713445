//! What crosses the window about customers, suppliers and contacts.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    Problem,
    list::{Direction, PageRequest},
};

/// Which page a subject shows on; one subject may show on all three.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Faccia {
    /// Customer.
    #[default]
    Cliente,
    /// Supplier.
    Fornitore,
    /// Address book.
    Contatto,
}

/// What a subject is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Natura {
    /// Company or other body.
    #[default]
    Societa,
    /// Sole trader or professional: partita IVA and a personal codice fiscale.
    PersonaConIva,
    /// Private person.
    Privato,
    /// Public body.
    Pa,
    /// Not established in Italy.
    Estero,
}

/// A subject as typed. Every field is text as a person writes it; empty means absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SoggettoDraft {
    /// Row id when it exists.
    pub id: Option<db::Id>,
    /// Customer?
    pub cliente: bool,
    /// Supplier?
    pub fornitore: bool,
    /// In the address book?
    pub contatto: bool,
    /// What it is.
    pub natura: Natura,
    /// Own code.
    pub codice: String,
    /// Company name.
    pub denominazione: String,
    /// First name.
    pub nome: String,
    /// Surname.
    pub cognome: String,
    /// Partita IVA, or foreign VAT number.
    pub partita_iva: String,
    /// 16 or 11 characters.
    pub codice_fiscale: String,
    /// Street.
    pub indirizzo: String,
    /// House number.
    pub numero_civico: String,
    /// Postcode.
    pub cap: String,
    /// Town.
    pub comune: String,
    /// Two letters.
    pub provincia: String,
    /// ISO 3166-1 alpha-2; empty means `IT`.
    pub nazione: String,
    /// 7 characters, 6 for a public body; empty lets the program choose.
    pub codice_destinatario: String,
    /// Certified e-mail.
    pub pec: String,
    /// E-mail.
    pub email: String,
    /// Telephone.
    pub telefono: String,
    /// Contact person.
    pub referente: String,
    /// IBAN.
    pub iban: String,
    /// `ModalitaPagamento` proposed, e.g. `MP05`.
    pub modalita_pagamento: String,
    /// Terms proposed, e.g. `30/60 fm`.
    pub termini_pagamento: String,
    /// Usual discount in cascade, e.g. `10+5`.
    pub sconto: String,
    /// `EsigibilitaIVA` proposed: `I`, `D` or `S`; empty for the usual one.
    pub esigibilita_iva: String,
    /// Withholds tax on fees (business, professional, public body, condominio).
    pub sostituto_imposta: bool,
    /// Documents must not go to SDI (health services to persons).
    pub no_sdi: bool,
    /// `RiferimentoAmministrazione`.
    pub riferimento_amministrazione: String,
    /// Language of documents: `it` or `en`.
    pub lingua: String,
    /// Own notes.
    pub note: String,
}

/// A subject as stored.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SoggettoView {
    /// Row id.
    pub id: db::Id,
    /// As it stands in the form.
    pub draft: SoggettoDraft,
    /// Name as printed.
    pub nome_completo: String,
    /// Doubts about what is stored.
    pub problems: Vec<Problem>,
    /// In the bin?
    pub cestinato: bool,
}

/// What the form says while one types.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SoggettoPreview {
    /// Everything wrong or doubtful.
    pub problems: Vec<Problem>,
    /// Stored subjects that look like the same one (partita IVA, codice fiscale, name).
    pub simili: Vec<SoggettoRow>,
    /// `CodiceDestinatario` that would be used.
    pub codice_destinatario: String,
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SoggettoRow {
    /// Row id.
    pub id: db::Id,
    /// Own code.
    pub codice: String,
    /// Name as printed.
    pub nome: String,
    /// What it is.
    pub natura: Natura,
    /// Partita IVA or foreign VAT number.
    pub partita_iva: String,
    /// Codice fiscale.
    pub codice_fiscale: String,
    /// Town.
    pub comune: String,
    /// Province.
    pub provincia: String,
    /// Country.
    pub nazione: String,
    /// E-mail.
    pub email: String,
    /// Telephone.
    pub telefono: String,
    /// In the bin?
    pub cestinato: bool,
}

/// Order of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SoggettoSort {
    /// By name.
    #[default]
    Nome,
    /// By town.
    Comune,
    /// By own code.
    Codice,
    /// By partita IVA.
    PartitaIva,
}

/// What the list shows.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SoggettoFilter {
    /// Which page.
    pub faccia: Faccia,
    /// Words anywhere in the record.
    pub testo: String,
    /// Only this kind.
    pub natura: Option<Natura>,
    /// The bin instead of the list.
    pub cestino: bool,
    /// Order.
    pub sort: SoggettoSort,
    /// Direction.
    pub direction: Direction,
    /// Page.
    pub page: PageRequest,
}
