//! The desk of those who send by themselves: every issued XML, where it stands, and until when it must be sent.

mod store;

use db::{Id, Sql};
use jiff::{ToSpan, civil::Date};
use money::Cents;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DdtDraft, Tipo, reissue};
use crate::{
    Error, dates,
    efatture::EfatturaStato,
    list::{Page, PageRequest},
};

/// What the desk shows.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct BancoFilter {
    /// Also what is delivered or otherwise at its end.
    pub tutte: bool,
    /// Only this state.
    pub stato: Option<EfatturaStato>,
    /// Only documents from this date on: ISO, as typed, or the name of a `Periodo`.
    pub dal: String,
    /// To this date.
    pub al: String,
    /// Page; the oldest date first.
    pub page: PageRequest,
}

/// A document on the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BancoRow {
    /// The document.
    pub id: Id,
    /// Kind.
    pub tipo: Tipo,
    /// Number.
    pub numero: String,
    /// ISO date.
    pub data_documento: String,
    /// Customer.
    pub cliente: String,
    /// Total; negative for credit notes.
    pub totale: Cents,
    /// Its newest file.
    pub nome_file: String,
    /// Where that stands.
    pub stato: EfatturaStato,
    /// Since this day, ISO; empty for a file that was not sent.
    pub giorno: String,
    /// What SDI or the person said.
    pub note: String,
    /// Last day for sending it, ISO: 12 days, or the 15th of the month after the deliveries; for a rejected one the
    /// last day for sending it again. Empty when nothing is due.
    pub entro: String,
    /// Days left until then; negative when they are over.
    pub giorni: i64,
}

/// One page of the desk.
///
/// # Errors
/// The archive cannot be read; the date or the cursor is not one.
pub fn banco(sql: &impl Sql, filter: &BancoFilter, today: Date) -> Result<Page<BancoRow>, Error> {
    let period = dates::period(&filter.dal, &filter.al, today)?;
    let page = store::page(sql, filter, &period)?;
    let rows = page
        .rows
        .into_iter()
        .map(|(row, td, ddt)| with_clock(row, &td, &ddt, today));
    Ok(Page {
        rows: rows.collect(),
        next: page.next,
    })
}

fn with_clock(row: BancoRow, td: &str, ddt: &[DdtDraft], today: Date) -> BancoRow {
    let day: Option<Date> = row.data_documento.parse().ok();
    let entro = match row.stato {
        EfatturaStato::DaSalvare | EfatturaStato::Salvata => day.and_then(|day| last_day(td, day, ddt)),
        EfatturaStato::Scartata => row.giorno.parse().ok().and_then(reissue::last_day),
        _ => None,
    };
    BancoRow {
        entro: entro.map(|day| day.to_string()).unwrap_or_default(),
        giorni: entro
            .and_then(|last| last.since(today).ok())
            .map_or(0, |span| i64::from(span.get_days())),
        ..row
    }
}

/// Until when a document of that date is sent (art. 21 c.4 DPR 633/1972): deferred ones by the 15th of the month after
/// the first delivery they name, those to a third party by the end of that month, others within 12 days. A credit note
/// has no term.
fn last_day(td: &str, day: Date, ddt: &[DdtDraft]) -> Option<Date> {
    let delivered = ddt
        .iter()
        .filter_map(|ddt| dates::typed(&ddt.data_ddt, day).ok())
        .min()
        .unwrap_or(day);
    match td {
        "TD04" => None,
        "TD24" => deferred_until(delivered),
        "TD25" => Some(delivered.last_of_month().tomorrow().ok()?.last_of_month()),
        _ => {
            let term = fisco::parametri::termine_emissione_immediata_giorni(day)?.value;
            day.checked_add(term.days()).ok()
        }
    }
}

/// Until when goods delivered on that day are invoiced: the 15th of the month after (art. 21 c.4 DPR 633/1972).
pub(crate) fn deferred_until(delivered: Date) -> Option<Date> {
    let term = fisco::parametri::termine_emissione_differita_giorno(delivered)?.value;
    let month_after = delivered.last_of_month().tomorrow().ok()?;
    month_after.checked_add(term.saturating_sub(1).days()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_clock_of_each_kind() {
        let ddt = [DdtDraft {
            data_ddt: "28/10/2026".to_owned(),
            ..DdtDraft::default()
        }];
        for (td, ddt, expected) in [
            ("TD01", &[][..], Some(date(2026, 12, 6))),
            ("TD06", &[], Some(date(2026, 12, 6))),
            ("TD04", &[], None),
            ("TD24", &[], Some(date(2026, 12, 15))),
            ("TD24", &ddt, Some(date(2026, 11, 15))),
            ("TD25", &[], Some(date(2026, 12, 31))),
        ] {
            assert_eq!(last_day(td, date(2026, 11, 24), ddt), expected, "{td}");
        }
    }
}
