//! The schedule and the sums under it.

use db::{Id, Sql};
use jiff::civil::Date;

use super::{ScadenzaFilter, ScadenzaRow, ScadenzaSomme, ScadenzaView, incassi, store};
use crate::{Error, dates, list::Page};

/// One page of the schedule.
///
/// # Errors
/// A date of the filter or the cursor cannot be read; the archive cannot be read.
pub fn list(sql: &impl Sql, filter: &ScadenzaFilter, today: Date) -> Result<Page<ScadenzaRow>, Error> {
    let period = dates::period(&filter.dal, &filter.al, today)?;
    store::list(sql, filter, &period, today)
}

/// Sums over all rows of the filter.
///
/// # Errors
/// As [`list()`].
pub fn somme(sql: &impl Sql, filter: &ScadenzaFilter, today: Date) -> Result<ScadenzaSomme, Error> {
    let period = dates::period(&filter.dal, &filter.al, today)?;
    store::somme(sql, filter, &period, today)
}

/// Ids of all rows of the filter.
///
/// # Errors
/// As [`list()`].
pub fn ids(sql: &impl Sql, filter: &ScadenzaFilter, today: Date) -> Result<Vec<Id>, Error> {
    let period = dates::period(&filter.dal, &filter.al, today)?;
    store::ids(sql, filter, &period, today)
}

/// The instalments of a document with their cashings, in order; none for a draft, a quote or a delivery note.
///
/// # Errors
/// The archive cannot be read.
pub fn of_documento(sql: &impl Sql, documento: Id, today: Date) -> Result<Vec<ScadenzaView>, Error> {
    let rows = store::of_documento(sql, documento, today)?;
    let incassi = incassi::of_documento(sql, documento)?;
    let with_theirs = rows.into_iter().map(|riga| ScadenzaView {
        incassi: incassi
            .iter()
            .filter(|incasso| incasso.rata == riga.rata)
            .cloned()
            .collect(),
        riga,
    });
    Ok(with_theirs.collect())
}
