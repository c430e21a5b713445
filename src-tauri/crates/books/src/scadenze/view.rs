//! What crosses the window about instalments and cashings. Amounts of credit notes are negative.

use money::Cents;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    documenti::Tipo,
    list::{Direction, PageRequest},
};

/// Where an instalment stands; follows from its rows and the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StatoScadenza {
    /// Nothing cashed, not late.
    Aperta,
    /// Late, whatever was cashed of it.
    Scaduta,
    /// Cashed in part, not late.
    Parziale,
    /// Nothing is left.
    Pagata,
}

/// An instalment with what was cashed of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ScadenzaRow {
    /// Row of the instalment; another one after the document was corrected and issued again.
    pub id: db::Id,
    /// Its document.
    pub documento_id: db::Id,
    /// Kind of the document.
    pub tipo: Tipo,
    /// Number of the document.
    pub numero: String,
    /// ISO date of the document.
    pub data_documento: String,
    /// Customer.
    pub cliente: String,
    /// Customer row.
    pub cliente_id: Option<db::Id>,
    /// Number of the instalment, from 1.
    pub rata: u32,
    /// Instalments of the document.
    pub rate: u32,
    /// Due date, ISO.
    pub scadenza: String,
    /// Days that it is late; negative for days left.
    pub giorni: i64,
    /// `ModalitaPagamento`; empty for a credit note.
    pub modalita: String,
    /// What is due.
    pub importo: Cents,
    /// What was cashed or compensated of it.
    pub incassato: Cents,
    /// What is left.
    pub residuo: Cents,
    /// Day of the last cashing, ISO; empty for none.
    pub ultimo: String,
    /// Where it stands.
    pub stato: StatoScadenza,
}

/// Which instalments a list shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Quali {
    /// Something is left; those settled today stay in sight.
    #[default]
    Aperte,
    /// Late; those settled today stay in sight.
    Scadute,
    /// Cashed in part.
    Parziali,
    /// Nothing is left.
    Pagate,
    /// All.
    Tutte,
}

/// Order of the schedule.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ScadenzaSort {
    /// By due date.
    #[default]
    Scadenza,
    /// By customer.
    Cliente,
    /// By what is due.
    Importo,
}

/// What the schedule shows.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ScadenzaFilter {
    /// Words, number or amount.
    pub testo: String,
    /// Which of them.
    pub quali: Quali,
    /// Due from this day: ISO, as typed, or the name of a `Periodo`.
    pub dal: String,
    /// Due to this day.
    pub al: String,
    /// Only this customer.
    pub cliente_id: Option<db::Id>,
    /// Order.
    pub sort: ScadenzaSort,
    /// Direction.
    pub direction: Direction,
    /// Page.
    pub page: PageRequest,
}

/// Totals line under the schedule; follows the filter, over all its rows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct ScadenzaSomme {
    /// Rows.
    pub righe: u32,
    /// What is due.
    pub importo: Cents,
    /// What was cashed of it.
    pub incassato: Cents,
    /// What is left.
    pub residuo: Cents,
}

/// A cashing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IncassoRow {
    /// Row id.
    pub id: db::Id,
    /// Its document.
    pub documento_id: db::Id,
    /// Kind of the document.
    pub tipo: Tipo,
    /// Number of the document.
    pub numero: String,
    /// Customer.
    pub cliente: String,
    /// Number of the instalment.
    pub rata: u32,
    /// ISO date.
    pub giorno: String,
    /// Amount; negative for what was given back.
    pub importo: Cents,
    /// Own note.
    pub note: String,
    /// No money moved: a credit note took from an invoice.
    pub compensazione: bool,
}

/// Which cashings a list shows; compensations are none.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct IncassoFilter {
    /// Words, number or amount.
    pub testo: String,
    /// From this day: ISO, as typed, or the name of a `Periodo`.
    pub dal: String,
    /// To this day.
    pub al: String,
    /// Only this customer.
    pub cliente_id: Option<db::Id>,
    /// Order.
    pub sort: IncassoSort,
    /// Direction.
    pub direction: Direction,
    /// Page.
    pub page: PageRequest,
}

/// Order of the cashings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IncassoSort {
    /// By day.
    #[default]
    Giorno,
}

/// Totals line under the cashings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct IncassoSomme {
    /// Rows.
    pub righe: u32,
    /// Sum.
    pub importo: Cents,
}

/// An instalment on the page of its document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ScadenzaView {
    /// The instalment.
    pub riga: ScadenzaRow,
    /// What was cashed of it, oldest first.
    pub incassi: Vec<IncassoRow>,
}

/// A cashing as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct IncassoDraft {
    /// Row of the instalment.
    pub scadenza_id: Option<db::Id>,
    /// Day; empty means today.
    pub giorno: String,
    /// Amount, positive also for what is given back; empty means all that is left.
    pub importo: String,
    /// Own note.
    pub note: String,
}

/// What settling instalments did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Saldo {
    /// Instalments settled; those that already were do not count.
    pub rate: u32,
    /// Money cashed, less what was given back.
    pub incassato: Cents,
    /// What credit notes took from invoices.
    pub compensato: Cents,
}
