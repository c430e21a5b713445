//! Several drafts issued together: said first, then issued one by one, each durable when it is told.

use db::{Id, Sql, When};
use jiff::civil::Date;
use money::Cents;
use serde::Serialize;
use ts_rs::TS;

use super::{DocumentoDraft, Emesso, Stato, Tipo, issue::issue, numeri, save, store};
use crate::{Books, Error, Severity, list::Saved};

/// A draft chosen to be issued with others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DaEmettere {
    /// Row id.
    pub id: Id,
    /// Kind.
    pub tipo: Tipo,
    /// Customer; empty when none was chosen.
    pub cliente: String,
    /// ISO date.
    pub data_documento: String,
    /// Total of the document; negative for a credit note.
    pub totale: Cents,
    /// Why it cannot be issued yet; 0 when it can.
    pub errori: u32,
}

/// What issuing several drafts will do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PianoEmissione {
    /// The drafts, in the order in which they take their numbers.
    pub documenti: Vec<DaEmettere>,
    /// How many can be issued.
    pub pronti: u32,
    /// Sum of the totals of those.
    pub totale: Cents,
}

/// The drafts among `ids` in the order of their dates, and what is in the way of each; what is no draft is left out.
///
/// # Errors
/// The sum is too large, or the archive cannot be read.
pub fn issue_plan(sql: &impl Sql, ids: &[Id], today: Date) -> Result<PianoEmissione, Error> {
    let mut documenti = Vec::with_capacity(ids.len());
    for id in ids {
        let row = match store::get(sql, *id) {
            Ok(row) if row.stato == Stato::Bozza => row,
            // issued or deleted since it was chosen
            Ok(_) | Err(Error::NotFound(_)) => continue,
            Err(other) => return Err(other),
        };
        let draft: DocumentoDraft = serde_json::from_str(&row.draft)?;
        let letta = save::read(sql, &draft, today)?;
        let party = super::parti::problems(&letta, today);
        let order = numeri::check_order(sql, &letta.letto.documento, draft.fuori_ordine)?;
        let all = letta.problems.iter().chain(&party).chain(&order);
        let errori = all.filter(|problem| problem.severity == Severity::Error).count();
        documenti.push(DaEmettere {
            id: *id,
            tipo: row.tipo,
            cliente: letta.cliente_nome.clone(),
            data_documento: letta.letto.documento.data_documento.to_string(),
            totale: save::row_of(&draft, &letta)?.totale,
            errori: u32::try_from(errori).unwrap_or(u32::MAX),
        });
    }
    documenti.sort_by(|one, other| (&one.data_documento, one.id).cmp(&(&other.data_documento, other.id)));
    let ready = || documenti.iter().filter(|one| one.errori == 0);
    Ok(PianoEmissione {
        pronti: u32::try_from(ready().count()).unwrap_or(u32::MAX),
        totale: Cents::sum(ready().map(|one| one.totale))?,
        documenti,
    })
}

/// Issues a draft as it is kept.
///
/// # Errors
/// As [`issue`].
pub fn issue_kept(books: &Books, when: &When, id: Id) -> Result<Saved<Emesso>, Error> {
    let draft = books.read(|sql| save::get(sql, id, when.today))?.draft;
    issue(books, when, draft)
}
