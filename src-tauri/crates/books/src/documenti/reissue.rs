//! "Correggi e riemetti": a document that SDI rejected counts as never issued. It is issued again, corrected, under the
//! same number and date with a new file, within the days of the practice (circ. 13/E/2018); both versions are kept.

use db::{Id, Sql, When};
use jiff::{ToSpan, civil::Date};

use super::{
    DocumentoDraft,
    regole::Documento,
    store::{self, Stored},
};
use crate::{
    Error, Problem,
    efatture::{self, EfatturaStato},
};

/// A draft that corrects a rejected document: its content, its date; issuing it takes the rejected one's place.
///
/// # Errors
/// It was not rejected, or too long ago; no such document; the archive cannot be read.
pub fn correct(sql: &impl Sql, id: Id, when: &When) -> Result<DocumentoDraft, Error> {
    let row = rejected(sql, id, when.today)?;
    let draft: DocumentoDraft = serde_json::from_str(&row.draft)?;
    Ok(DocumentoDraft {
        id: None,
        chiave: String::new(),
        corregge: Some(id),
        // The ties stand already, with the document that keeps its row.
        origini: Vec::new(),
        note: row.note,
        categoria: row.categoria,
        ..draft
    })
}

/// The row of a document that was rejected and may still be issued again.
pub(super) fn rejected(sql: &impl Sql, id: Id, today: Date) -> Result<Stored, Error> {
    let row = store::get(sql, id)?;
    let day = efatture::state_of(sql, id)?
        .filter(|state| state.stato == EfatturaStato::Scartata)
        .and_then(|state| state.giorno.parse::<Date>().ok())
        .ok_or_else(|| Error::refused("documenti_non_scartato"))?;
    if last_day(day).is_some_and(|last| today <= last) {
        Ok(row)
    } else {
        Err(Error::refused("documenti_riemissione_scaduta").arg("giorni", days(day)))
    }
}

fn days(rejected: Date) -> i64 {
    fisco::parametri::termine_riemissione_scarto_giorni(rejected).map_or(0, |found| found.value)
}

/// The last day on which a document rejected on that day may be issued again.
pub(super) fn last_day(rejected: Date) -> Option<Date> {
    rejected.checked_add(days(rejected).days()).ok()
}

/// What the correction would change of the identity of the document.
pub(super) fn differences(row: &Stored, documento: &Documento) -> Vec<Problem> {
    let mut problems = Vec::new();
    if documento.data_documento.to_string() != row.data_documento {
        let problem = Problem::error("documenti_riemissione_data", "data_documento");
        problems.push(problem.arg("data", &row.data_documento));
    }
    if documento.sezionale != row.sezionale || documento.tipo.classe() != row.tipo.classe() {
        let problem = Problem::error("documenti_riemissione_serie", "sezionale");
        problems.push(problem.arg("numero", &row.numero));
    }
    problems
}
