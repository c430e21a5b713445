//! What crosses the window about products and services.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    Problem,
    list::{Direction, PageRequest},
};

/// A product or service as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ProdottoDraft {
    /// Row id when it exists.
    pub id: Option<db::Id>,
    /// Own code, unique when not empty.
    pub codice: String,
    /// Words on the document line.
    pub descrizione: String,
    /// A service rather than goods.
    pub servizio: bool,
    /// Unit of measure.
    pub unita_misura: String,
    /// Price as typed.
    pub prezzo: String,
    /// Whether the price includes IVA.
    pub prezzo_ivato: bool,
    /// IVA rate, e.g. `22`.
    pub aliquota_iva: String,
    /// Natura when the rate is 0.
    pub natura: String,
    /// Words of the law when there is no IVA; empty for the usual ones.
    pub riferimento_normativo: String,
    /// Category.
    pub categoria: String,
    /// Bar code.
    pub codice_ean: String,
    /// Documents with it must not go to SDI.
    pub no_sdi: bool,
    /// Own notes.
    pub note: String,
}

/// A product as stored.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProdottoView {
    /// Row id.
    pub id: db::Id,
    /// As it stands in the form.
    pub draft: ProdottoDraft,
    /// In the bin?
    pub cestinato: bool,
}

/// What the form says while one types.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProdottoPreview {
    /// Everything wrong or doubtful.
    pub problems: Vec<Problem>,
    /// Price without IVA, canonical; empty when it cannot be told.
    pub prezzo_netto: String,
    /// Price with IVA, canonical, 2 decimals; empty when it cannot be told.
    pub prezzo_lordo: String,
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProdottoRow {
    /// Row id.
    pub id: db::Id,
    /// Own code.
    pub codice: String,
    /// Words.
    pub descrizione: String,
    /// Service?
    pub servizio: bool,
    /// Unit.
    pub unita_misura: String,
    /// Price as entered.
    pub prezzo: money::Price8,
    /// Includes IVA?
    pub prezzo_ivato: bool,
    /// IVA rate.
    pub aliquota_iva: money::Rate,
    /// Natura.
    pub natura: String,
    /// Category.
    pub categoria: String,
    /// In the bin?
    pub cestinato: bool,
}

/// Order of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProdottoSort {
    /// By words.
    #[default]
    Descrizione,
    /// By own code.
    Codice,
    /// By price.
    Prezzo,
    /// By category.
    Categoria,
}

/// What the list shows.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ProdottoFilter {
    /// Words anywhere in the record.
    pub testo: String,
    /// Only this category.
    pub categoria: String,
    /// The bin instead of the list.
    pub cestino: bool,
    /// Order.
    pub sort: ProdottoSort,
    /// Direction.
    pub direction: Direction,
    /// Page.
    pub page: PageRequest,
}
