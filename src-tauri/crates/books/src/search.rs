//! One search over every area, for the palette and `f1c search`.

use db::{Id, Sql};
use money::round;
use serde::Serialize;
use ts_rs::TS;

use crate::Error;

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
}

/// Records whose words begin like those of `text`, or that hold it as an amount (`97,60`); newest first.
/// Areas give their words in lines: title, note, then words that are only searched.
///
/// # Errors
/// The archive cannot be read.
pub fn search(sql: &impl Sql, text: &str, limit: u32) -> Result<Vec<SearchHit>, Error> {
    let importo = money::typed(text)
        .ok()
        .and_then(|amount| round::cents(amount).ok());
    let hits = db::search(sql, text, importo.map(money::Cents::get), limit)?;
    Ok(hits.into_iter().map(shown).collect())
}

fn shown(hit: db::Hit) -> SearchHit {
    let mut lines = hit.text.lines();
    let mut line = || lines.next().unwrap_or_default().trim().to_owned();
    SearchHit {
        area: hit.area,
        id: hit.id,
        title: line(),
        note: line(),
    }
}
