//! One search over every area, for the palette and `f1c search`.

use db::{Id, Sql};
use money::round;
use serde::Serialize;
use ts_rs::TS;

use crate::{Error, anagrafiche, documenti};

/// A record that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SearchHit {
    /// Area whose page shows it.
    pub area: String,
    /// Row of the area.
    pub id: Id,
    /// First line of the area's words.
    pub title: String,
    /// Second line.
    pub note: String,
    /// A customer with an invoice that [`documenti::repeat`] would repeat.
    pub ripetibile: bool,
}

/// Places kept for subjects, so that the many documents of a customer do not crowd out the customer.
const SUBJECTS: usize = 4;

/// Subjects of such a name among which those are chosen.
const NAMESAKES: u32 = 100;

/// Records whose words begin like those of `text`, or that hold it as an amount (`97,60`): the subjects of such a
/// name that were billed last, then everything else, newest first. Areas give their words in lines: title, note, then words that are only searched.
///
/// # Errors
/// The archive cannot be read.
pub fn search(sql: &impl Sql, text: &str, limit: u32) -> Result<Vec<SearchHit>, Error> {
    let importo = money::typed(text)
        .ok()
        .and_then(|amount| round::cents(amount).ok());
    let subjects = subjects(sql, text)?;
    let mut hits = Vec::new();
    for hit in db::hits(sql, subjects.iter().map(|(id, _)| *id))? {
        let ripetibile = subjects.iter().any(|(id, last)| *id == hit.id && last.is_some());
        hits.push(shown(hit, ripetibile));
    }
    for hit in db::search(sql, text, importo.map(money::Cents::get), limit)? {
        if subjects.iter().all(|(id, _)| *id != hit.id) {
            let ripetibile = hit.area == "anagrafiche" && documenti::last_invoice(sql, hit.id)?.is_some();
            hits.push(shown(hit, ripetibile));
        }
    }
    hits.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(hits)
}

/// The subjects of such a name that were billed last, each with that day.
fn subjects(sql: &impl Sql, text: &str) -> Result<Vec<(Id, Option<String>)>, Error> {
    let named = anagrafiche::named(sql, text, NAMESAKES)?.into_iter();
    let dated = named.map(|id| Ok((id, documenti::last_invoice(sql, id)?)));
    let mut subjects: Vec<_> = dated.collect::<Result<_, Error>>()?;
    subjects.sort_by(|(_, one), (_, other)| other.cmp(one)); // those of one day stay by name
    subjects.truncate(SUBJECTS);
    Ok(subjects)
}

fn shown(hit: db::Hit, ripetibile: bool) -> SearchHit {
    let mut lines = hit.text.lines();
    let mut line = || lines.next().unwrap_or_default().trim().to_owned();
    SearchHit {
        area: hit.area,
        id: hit.id,
        title: line(),
        note: line(),
        ripetibile,
    }
}
