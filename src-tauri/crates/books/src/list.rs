//! What every list shares: a page by key, its order, the totals that follow the filter.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
