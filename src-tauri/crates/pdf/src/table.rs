//! The model of a table: columns, rows, cells.

use crate::{Tone, Um, Value};

/// Rows under a header that is repeated on every page.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// From left to right.
    pub columns: Vec<Column>,
    /// From top to bottom.
    pub rows: Vec<Row>,
    /// The last row stays on the page of the block that follows.
    pub with_next: bool,
    /// How close the rows stand.
    pub density: Density,
}

/// How close the rows of a table stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Density {
    /// As the lines of an invoice.
    #[default]
    Airy,
    /// As a register or a list: smaller and closer.
    Dense,
}

/// A column.
#[derive(Debug, Clone)]
pub struct Column {
    /// Header; may be empty.
    pub title: String,
    /// How wide.
    pub width: Width,
    /// Where its text stands.
    pub align: Align,
    /// At a page break the sum of its amounts so far is printed, and again on the next page.
    pub carried: bool,
}

impl Column {
    /// Left-aligned text that shares the width left by the others.
    #[must_use]
    pub fn text(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            width: Width::Share(1),
            align: Align::Left,
            carried: false,
        }
    }

    /// Left-aligned text, as wide as the widest: dates, codes.
    #[must_use]
    pub fn short(title: impl Into<String>) -> Self {
        Self {
            width: Width::Fit,
            ..Self::text(title)
        }
    }

    /// Right-aligned numbers, as wide as the widest.
    #[must_use]
    pub fn number(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            width: Width::Fit,
            align: Align::Right,
            carried: false,
        }
    }

    /// The same column with another width.
    #[must_use]
    pub fn width(mut self, width: Width) -> Self {
        self.width = width;
        self
    }

    /// The same column with its total carried from page to page.
    #[must_use]
    pub fn carried(mut self) -> Self {
        self.carried = true;
        self
    }
}

/// How wide a column is. When all of them are wider than the page, the table is set smaller, at last wrapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// As wide as its widest text.
    Fit,
    /// This many micrometres.
    Fixed(Um),
    /// This share of what the others leave.
    Share(u16),
}

/// Where text stands in its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the left edge.
    Left,
    /// In the middle.
    Center,
    /// At the right edge.
    Right,
}

/// A row; missing cells are empty.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// From left to right.
    pub cells: Vec<Cell>,
    /// How it is printed.
    pub tone: Tone,
}

impl Row {
    /// A plain row.
    #[must_use]
    pub fn new(cells: impl IntoIterator<Item = impl Into<Cell>>) -> Self {
        Self {
            cells: cells.into_iter().map(Into::into).collect(),
            tone: Tone::Plain,
        }
    }

    /// The same row, printed strong: a subtotal, which carried totals leave out.
    #[must_use]
    pub fn strong(mut self) -> Self {
        self.tone = Tone::Strong;
        self
    }
}

/// A cell.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    /// The text or amount; only amounts are carried.
    pub value: Value,
    /// Small and grey below it; may be empty.
    pub detail: String,
}

impl Cell {
    /// A cell with small text below.
    #[must_use]
    pub fn with_detail(value: impl Into<Value>, detail: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            detail: detail.into(),
        }
    }
}

impl<T: Into<Value>> From<T> for Cell {
    fn from(value: T) -> Self {
        Self {
            value: value.into(),
            detail: String::new(),
        }
    }
}
