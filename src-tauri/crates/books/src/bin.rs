//! The bin: records put away and drafts deleted, all of which can come back.

use db::{Id, Sql, When};
use serde::Serialize;
use ts_rs::TS;

use crate::{Books, Error, anagrafiche, documenti, list::Saved, prodotti};

/// A record in the bin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CestinoRow {
    /// Its area.
    pub area: String,
    /// Its row.
    pub id: Id,
    /// Its name.
    pub nome: String,
    /// When it was put there, UTC, ISO; empty when that is no longer known.
    pub at: String,
}

/// Everything in the bin, the newest first: subjects and products until they are taken out, drafts for as long as the
/// change log keeps them (90 days).
///
/// # Errors
/// The archive cannot be read.
pub fn bin(sql: &impl Sql) -> Result<Vec<CestinoRow>, Error> {
    let put_away = [
        ("anagrafiche", "anagrafiche_soggetti", anagrafiche::binned(sql)?),
        ("prodotti", "prodotti", prodotti::binned(sql)?),
    ];
    let mut rows = Vec::new();
    for (area, table, records) in put_away {
        for (id, nome) in records {
            let last = db::history(sql, table, id)?.into_iter().next();
            rows.push(CestinoRow {
                area: area.to_owned(),
                id,
                nome,
                at: last.map(|entry| entry.at.to_string()).unwrap_or_default(),
            });
        }
    }
    for (row, nome) in documenti::deleted(sql)? {
        rows.push(CestinoRow {
            area: "documenti".to_owned(),
            id: row.id,
            nome,
            at: row.at.to_string(),
        });
    }
    rows.sort_by(|a, b| b.at.cmp(&a.at));
    Ok(rows)
}

/// Takes a record out of the bin.
///
/// # Errors
/// It is not there.
pub fn unbin(books: &Books, when: &When, area: &str, id: Id) -> Result<Saved<()>, Error> {
    match area {
        "anagrafiche" => anagrafiche::unbin(books, when, id),
        "prodotti" => prodotti::unbin(books, when, id),
        "documenti" => documenti::undelete(books, when, id),
        _ => Err(Error::NotFound("areas")),
    }
}
