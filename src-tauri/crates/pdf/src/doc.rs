//! The page model: what stands on the paper, in reading order.

use jiff::civil::Date;
use money::Cents;

use crate::{Image, Lingua, PdfError, Table, Theme, Um, epc, format};

/// A document to be printed.
#[derive(Debug, Clone)]
pub struct Doc {
    /// Language of the words and numbers that the page prints by itself.
    pub lingua: Lingua,
    /// Title in the file's properties and in the running head from page 2 on.
    pub title: String,
    /// Whose document it is, for the file's properties and the running head; may be empty.
    pub author: String,
    /// Hash of the frozen content; identifiers inside the file derive from it.
    pub id_hash: [u8; 32],
    /// Creation date in the file's properties.
    pub date: Date,
    /// Upright or across.
    pub orientation: Orientation,
    /// The look.
    pub theme: Theme,
    /// A line over every page, such as `BOZZA`.
    pub banner: Option<String>,
    /// The head of the first page.
    pub letterhead: Option<Letterhead>,
    /// The content.
    pub blocks: Vec<Block>,
    /// Small lines at the foot of every page, left of the page number.
    pub footer: Vec<String>,
}

impl Doc {
    /// An empty document in the default look.
    #[must_use]
    pub fn new(lingua: Lingua, title: impl Into<String>, id_hash: [u8; 32], date: Date) -> Self {
        Self {
            lingua,
            title: title.into(),
            author: String::new(),
            id_hash,
            date,
            orientation: Orientation::Portrait,
            theme: Theme::default(),
            banner: None,
            letterhead: None,
            blocks: Vec::new(),
            footer: Vec::new(),
        }
    }
}

/// How the A4 sheet lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Orientation {
    /// 210 x 297 mm.
    Portrait,
    /// 297 x 210 mm.
    Landscape,
}

/// The head of the first page: who writes, what it is, to whom.
///
/// The recipient stands where the right-hand window of a DL envelope shows it (A4 folded in three).
#[derive(Debug, Clone)]
pub struct Letterhead {
    /// Any aspect; printed at most 62 x 22 mm.
    pub logo: Option<Image>,
    /// Who writes.
    pub sender: Party,
    /// What it is: `Fattura`.
    pub kind: String,
    /// Which one: `n. 12/2026 del 23/11/2026`; may be empty.
    pub number: String,
    /// Small word over the recipient: `Spett.le`; may be empty.
    pub recipient_label: String,
    /// To whom; nobody for a register or a list.
    pub recipient: Option<Party>,
}

/// A person or a company with its address lines.
#[derive(Debug, Clone, Default)]
pub struct Party {
    /// Printed strong.
    pub name: String,
    /// Address, then numbers; one line each, wrapped when long.
    pub lines: Vec<String>,
}

/// One piece of content.
#[derive(Debug, Clone)]
pub enum Block {
    /// A title; never the last thing on a page.
    Heading(String),
    /// Running text; line breaks are kept.
    Paragraph(String),
    /// Small grey text.
    Small(String),
    /// Text on a tinted ground: wordings of the law, warnings.
    Note(String),
    /// Labelled values in a grid, at most this many beside each other.
    Fields {
        /// Values beside each other, at least 1.
        across: u8,
        /// Read row by row.
        fields: Vec<Field>,
    },
    /// Rows over as many pages as needed.
    Table(Table),
    /// Labelled amounts, kept together.
    Summary(Summary),
    /// Panels beside each other, kept together on one page when they fit on one.
    Columns(Vec<Panel>),
    /// Blocks kept together on one page when they fit on one.
    Together(Vec<Block>),
    /// A QR code, drawn as vectors.
    Qr(Qr),
    /// A picture, at its aspect.
    Image {
        /// The picture.
        image: Image,
        /// Printed width, at most the width there is.
        width_um: Um,
    },
    /// Empty height; vanishes at the top of a page.
    Space(Um),
    /// A hairline.
    Rule,
    /// The next block starts a page.
    PageBreak,
}

/// One of several panels beside each other.
#[derive(Debug, Clone)]
pub struct Panel {
    /// Share of the width.
    pub share: u16,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A labelled value.
#[derive(Debug, Clone)]
pub struct Field {
    /// Small and grey.
    pub label: String,
    /// Below it.
    pub value: Value,
    /// Larger and strong: the one field that the reader looks for.
    pub prominent: bool,
}

impl Field {
    /// A field.
    #[must_use]
    pub fn new(label: impl Into<String>, value: impl Into<Value>) -> Self {
        Self {
            label: label.into(),
            value: value.into(),
            prominent: false,
        }
    }

    /// The same field, larger and strong.
    #[must_use]
    pub fn prominent(mut self) -> Self {
        self.prominent = true;
        self
    }
}

/// Text as given, or an amount that the page formats in its language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// As given.
    Text(String),
    /// `1.234,56`.
    Amount(Cents),
    /// `1.234,56 €`.
    Euro(Cents),
}

impl Value {
    /// As printed.
    pub(crate) fn text(&self, lingua: Lingua) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Amount(cents) => format::amount(lingua, *cents),
            Self::Euro(cents) => format::euro(lingua, *cents),
        }
    }
}

impl Default for Value {
    fn default() -> Self {
        Self::Text(String::new())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Cents> for Value {
    /// An amount without the currency, as tables print it.
    fn from(cents: Cents) -> Self {
        Self::Amount(cents)
    }
}

/// How a line is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// As text.
    #[default]
    Plain,
    /// Semi-bold.
    Strong,
    /// Large, in the accent colour, under a rule: the sum that is asked for. In a table as `Strong`.
    Total,
}

/// Labelled amounts, right-aligned, kept together.
#[derive(Debug, Clone, Default)]
pub struct Summary {
    /// From top to bottom.
    pub rows: Vec<SummaryRow>,
}

/// A line of a summary.
#[derive(Debug, Clone)]
pub struct SummaryRow {
    /// At the left.
    pub label: String,
    /// At the right.
    pub value: Value,
    /// How it is printed.
    pub tone: Tone,
}

impl Summary {
    /// No lines yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a plain line.
    #[must_use]
    pub fn line(self, label: impl Into<String>, cents: Cents) -> Self {
        self.row(label, Value::Euro(cents), Tone::Plain)
    }

    /// Adds a strong line.
    #[must_use]
    pub fn strong(self, label: impl Into<String>, cents: Cents) -> Self {
        self.row(label, Value::Euro(cents), Tone::Strong)
    }

    /// Adds the sum that is asked for.
    #[must_use]
    pub fn total(self, label: impl Into<String>, cents: Cents) -> Self {
        self.row(label, Value::Euro(cents), Tone::Total)
    }

    /// Adds a line of any kind.
    #[must_use]
    pub fn row(mut self, label: impl Into<String>, value: impl Into<Value>, tone: Tone) -> Self {
        self.rows.push(SummaryRow {
            label: label.into(),
            value: value.into(),
            tone,
        });
        self
    }
}

/// A QR code.
#[derive(Debug, Clone)]
pub struct Qr {
    /// What it says; at most some 2,300 bytes.
    pub payload: String,
    /// Printed side, quiet zone included.
    pub side_um: Um,
    /// Small text beside it; may be empty.
    pub caption: String,
}

impl Qr {
    /// The code that a bank's app reads to prepare this transfer, 30 mm wide.
    ///
    /// # Errors
    /// [`PdfError::Qr`] when the transfer cannot be put into one (see [`epc::Transfer::payload`]).
    pub fn transfer(transfer: &epc::Transfer<'_>, caption: impl Into<String>) -> Result<Self, PdfError> {
        let payload = transfer.payload().map_err(|why| PdfError::Qr(why.to_string()))?;
        Ok(Self {
            payload,
            side_um: crate::mm(30),
            caption: caption.into(),
        })
    }
}
