//! What crosses the window about the business at a glance. Amounts of credit notes are negative.

use db::Id;
use money::Cents;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is counted of an invoiced document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Base {
    /// Its taxable amount, without IVA.
    #[default]
    Imponibile,
    /// Its total, with IVA.
    Totale,
}

/// What one wants to see.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PanoramicaFilter {
    /// Year; none means that of today.
    pub anno: Option<i16>,
    /// What is counted.
    pub base: Base,
}

/// An amount with the days of the rows that make it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Figura {
    /// Sum.
    pub importo: Cents,
    /// Rows.
    pub righe: u32,
    /// First day, ISO; empty where it is open.
    pub dal: String,
    /// Last day, ISO; empty where it is open.
    pub al: String,
}

/// A figure as a bar of a chart.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Barra {
    /// The figure.
    pub figura: Figura,
    /// Height in thousandths of the chart, below zero for a negative amount.
    pub altezza: i32,
}

/// A month beside the same month of the year before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Mese {
    /// The month.
    pub mese: Barra,
    /// A year before.
    pub prima: Barra,
}

/// A line across a chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Tacca {
    /// The amount it stands for.
    pub valore: Cents,
    /// Height from the foot, in thousandths of the chart.
    pub altezza: i32,
}

/// Twelve months as a chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Serie {
    /// The whole year.
    pub anno: Figura,
    /// The year before: up to the same day when the year is not over.
    pub prima: Figura,
    /// January first.
    pub mesi: Vec<Mese>,
    /// From the foot upwards.
    pub tacche: Vec<Tacca>,
    /// Height of zero from the foot, in thousandths of the chart.
    pub zero: i32,
}

/// How late an open amount is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Fascia {
    /// Not yet due.
    AScadere,
    /// Late by up to 30 days.
    Fino30,
    /// Late by 31 to 60 days.
    Fino60,
    /// Late by 61 to 90 days.
    Fino90,
    /// Later still.
    Oltre90,
}

/// What is open, by how late it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FasciaFigura {
    /// How late.
    pub fascia: Fascia,
    /// What is open; the days are those of the due dates.
    pub figura: Figura,
    /// Length of its bar, in thousandths of the longest.
    pub quota: i32,
}

/// A customer by what was invoiced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ClienteFigura {
    /// Customer row.
    pub cliente_id: Id,
    /// Name on the last document.
    pub cliente: String,
    /// What was invoiced in the year.
    pub figura: Figura,
    /// Length of its bar, in thousandths of the longest.
    pub quota: i32,
}

/// The business at a glance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Panoramica {
    /// There is no document at all, not even a draft.
    pub vuota: bool,
    /// The year shown.
    pub anno: i16,
    /// Years that hold something, the newest first.
    pub anni: Vec<i16>,
    /// What is counted of the invoiced documents.
    pub base: Base,
    /// Invoiced, less credit notes; drafts, quotes, proformas and delivery notes do not count.
    pub fatturato: Serie,
    /// Cashed, less what was given back.
    pub incassato: Serie,
    /// Everything open today, whatever the year.
    pub aperto: Figura,
    /// Of that what is late.
    pub scaduto: Figura,
    /// The open amounts by how late they are.
    pub fasce: Vec<FasciaFigura>,
    /// The ten best customers of the year.
    pub clienti: Vec<ClienteFigura>,
}

/// Something that waits, perhaps with a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Attesa {
    /// Rejected by SDI: to be corrected and sent again.
    Scartate,
    /// XML never saved to a folder.
    DaSalvare,
    /// Saved, not known to be sent.
    Salvate,
    /// Deliveries to be invoiced.
    Ddt,
    /// Instalments due in the next 30 days.
    Rate,
    /// Drafts.
    Bozze,
}

/// How many wait for what, until when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Orologio {
    /// What waits.
    pub attesa: Attesa,
    /// How many, and the days of the rows.
    pub figura: Figura,
    /// Those whose term is over.
    pub oltre: u32,
    /// The next term, ISO, which for those that are late lies before today; empty for none.
    pub entro: String,
    /// Days left until then; negative when they are over.
    pub giorni: i64,
}

/// How many wait, by the place in the window where they do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Sospesi {
    /// Drafts.
    pub bozze: u32,
    /// Files to be saved, sent, or corrected and sent again; not those that were sent and have no answer yet.
    pub da_inviare: u32,
    /// Instalments with something left that was due before today.
    pub scadute: u32,
}
