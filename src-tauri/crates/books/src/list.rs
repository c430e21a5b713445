//! What every list shares: a page by key, its order, the totals that follow the filter.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Error;

/// Language of what is read by people.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Lingua {
    /// Italian.
    #[default]
    It,
    /// English.
    En,
}

impl From<Lingua> for pdf::Lingua {
    fn from(lingua: Lingua) -> Self {
        match lingua {
            Lingua::It => Self::It,
            Lingua::En => Self::En,
        }
    }
}

/// Direction of an order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Smallest first.
    Ascending,
    /// Largest first.
    #[default]
    Descending,
}

/// Where a page starts and how long it is. Pages go by key, never by offset.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PageRequest {
    /// `next` of the page before; none for the first page.
    pub cursor: Option<String>,
    /// Rows wanted, 1 to 1,000; 0 means 200.
    pub limit: u32,
}

/// One page of rows.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Page<T> {
    /// The rows, in the order asked for.
    pub rows: Vec<T>,
    /// Where the next page starts; none after the last one.
    pub next: Option<String>,
}

/// Every row of a list, page after page.
///
/// # Errors
/// Those of `page`.
pub fn every<T>(page: impl Fn(PageRequest) -> Result<Page<T>, Error>) -> Result<Vec<T>, Error> {
    let mut request = PageRequest {
        cursor: None,
        limit: 1_000,
    };
    let mut rows = Vec::new();
    loop {
        let found = page(request.clone())?;
        rows.extend(found.rows);
        match found.next {
            Some(next) => request.cursor = Some(next),
            None => return Ok(rows),
        }
    }
}

/// Totals line of a list without amounts; follows the filter, over all its rows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Somme {
    /// Rows.
    pub righe: u32,
}

/// A code of an official list with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Voce {
    /// As printed in the source.
    pub code: String,
    /// Italian words.
    pub it: String,
    /// English words.
    pub en: String,
}

/// The answer of every write that keeps something.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Saved<T> {
    /// What is now stored.
    pub value: T,
    /// Areas whose rows changed: the window refreshes these.
    pub touched: Vec<String>,
}
