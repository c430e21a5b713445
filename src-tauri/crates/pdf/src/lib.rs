//! A page model and its bytes: everything the program prints is a [`Doc`].
//!
//! The caller says *what* stands on the paper (letterhead, fields, tables, totals, notes); this crate measures,
//! wraps, breaks pages, repeats table headers, carries totals and numbers the pages. It knows no area of the
//! books and no clock.
//!
//! Three promises, each held by a test:
//! - nothing is cut, dropped or drawn over something else, however long the text;
//! - the same [`Doc`] gives the same bytes: identifiers, dates and names come from [`Doc::id_hash`] and [`Doc::date`];
//! - a character outside the bundled fonts is drawn as a box, never left out ([`unprintable`] tells which).
//!
//! Lengths are whole micrometres ([`Um`]); floats exist only in `convert.rs`.
//!
//! ```
//! use pdf::{Block, Doc, Lingua, Summary};
//! let mut doc = Doc::new(Lingua::It, "Fattura 12/2026", [7; 32], jiff::civil::date(2026, 11, 23));
//! doc.blocks.push(Block::Summary(Summary::new().total("Totale", money::Cents::new(123_456))));
//! assert!(pdf::render(&doc)?.starts_with(b"%PDF-"));
//! # Ok::<(), pdf::PdfError>(())
//! ```
#![forbid(unsafe_code)]

mod convert;
mod doc;
mod emit;
pub mod epc;
mod font;
pub mod format;
mod image;
mod layout;
mod preview;
mod read;
mod table;
mod text;
mod theme;
mod words;

pub use doc::{
    Block, Doc, Field, Letterhead, Orientation, Panel, Party, Qr, Summary, SummaryRow, Tone, Value,
};
pub use image::Image;
pub use preview::{Png, page_count, preview_png};
pub use read::text;
pub use table::{Align, Cell, Column, Density, Row, Table, Width};
pub use text::unprintable;
pub use theme::{Design, Rgb, Theme, Um, mm};
pub use words::Lingua;

/// Why a document could not be made or shown.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// The bytes are neither a PNG nor a JPEG that can be read.
    #[error("the image cannot be read: {0}")]
    Image(String),
    /// A table row has more cells than its table has columns; `row` counts from zero.
    #[error("row {row} has more cells than the table has columns")]
    RowTooWide {
        /// The row, counted from zero.
        row: usize,
    },
    /// A carried total does not fit.
    #[error(transparent)]
    TooLarge(#[from] money::TooLarge),
    /// The text of a QR code is too long for one.
    #[error("the text does not fit in a QR code: {0}")]
    Qr(String),
    /// Footer, running head or the titles of a table are so long that they leave no room for the text of a page.
    #[error("the repeated parts of a page leave no room for its text")]
    NoRoom,
    /// The PDF writer refused; a fault of this crate.
    #[error("the document could not be written: {0}")]
    Write(String),
    /// The bytes given for a preview are not a PDF that can be read.
    #[error("not a readable PDF")]
    Unreadable,
    /// The PDF has no such page; `page` counts from zero.
    #[error("there is no page {page}")]
    NoSuchPage {
        /// The page, counted from zero.
        page: usize,
    },
}

/// The bytes of a document.
///
/// # Errors
/// [`PdfError::RowTooWide`], [`PdfError::TooLarge`], [`PdfError::NoRoom`] and [`PdfError::Qr`] for a model that cannot be printed.
pub fn render(doc: &Doc) -> Result<Vec<u8>, PdfError> {
    emit::emit(doc, &layout::lay_out(doc)?)
}
