//! What the schema allows inside an element, and the one form in which we write it.

use rust_decimal::Decimal;

use crate::{fault::FaultKind, shape::Shape};

/// The characters a text may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charset {
    /// `IsBasicLatin`: U+0020 to U+007E.
    BasicLatin,
    /// Basic Latin and `IsLatin-1Supplement`: also U+00A0 to U+00FF.
    Latin1,
    /// Also Latin Extended-A and B, up to U+024F.
    LatinExtended,
}

impl Charset {
    /// Whether the character may be written. Control characters never are.
    #[must_use]
    pub fn has(self, c: char) -> bool {
        match c {
            ' '..='~' => true,
            '\u{a0}'..='\u{ff}' => self != Self::BasicLatin,
            '\u{100}'..='\u{24f}' => self == Self::LatinExtended,
            _ => false,
        }
    }
}

/// The simple types of the schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Facet {
    /// A block, a code, a day or a constant: its type says it all.
    Own,
    /// A list that must have one element at least.
    AtLeastOne,
    /// Text of a length in characters.
    Text {
        charset: Charset,
        min: usize,
        max: usize,
    },
    /// Text of a fixed shape.
    Shape(Shape),
    /// `TelFaxType`: 5 to 12 characters of Basic Latin.
    Telefono,
    /// `Amount2DecimalType`.
    Amount2,
    /// `Amount8DecimalType`.
    Amount8,
    /// `QuantitaType`.
    Quantita,
    /// `RateType`: 0.00 to 100.00.
    Rate,
    /// `PesoType`.
    Peso,
    /// An integer from the first to the second.
    Integer(u32, u32),
    /// `DataFatturaType`: a day from 1970.
    DataFattura,
    /// `NaturaType` of the simplified invoice: without `N6` and `N7`.
    NaturaSemplificata,
}

/// Basic Latin text of 1 to `max` characters.
pub(crate) const fn basic(max: usize) -> Facet {
    Facet::Text {
        charset: Charset::BasicLatin,
        min: 1,
        max,
    }
}

/// Latin-1 text of 1 to `max` characters.
pub(crate) const fn latin(max: usize) -> Facet {
    Facet::Text {
        charset: Charset::Latin1,
        min: 1,
        max,
    }
}

/// How the facet's numbers are written.
struct NumberForm {
    /// Fewest decimals.
    least: u32,
    /// Most decimals.
    most: u32,
    /// Most digits before the point.
    whole: u32,
    signed: bool,
}

impl Facet {
    /// Checks a text.
    pub(crate) fn check_text(self, text: &str) -> Result<(), FaultKind> {
        let (charset, min, max) = match self {
            Self::Text { charset, min, max } => (charset, min, max),
            Self::Telefono => (Charset::BasicLatin, 5, 12),
            Self::Shape(shape) => return shape.check(text),
            _ => return Err(FaultKind::OutOfRange),
        };
        if let Some(found) = text.chars().find(|c| !charset.has(*c)) {
            return Err(FaultKind::Character { found });
        }
        match text.chars().count() {
            0 => Err(FaultKind::Empty),
            found if found < min => Err(FaultKind::TooShort { found, min }),
            found if found > max => Err(FaultKind::TooLong { found, max }),
            _ => Ok(()),
        }
    }

    /// The number as the facet wants it: its own decimals within the limits of the facet.
    pub(crate) fn number(self, value: Decimal) -> Result<String, FaultKind> {
        let form = match self {
            Self::Amount2 => NumberForm {
                least: 2,
                most: 2,
                whole: 11,
                signed: true,
            },
            Self::Amount8 => NumberForm {
                least: 2,
                most: 8,
                whole: 11,
                signed: true,
            },
            Self::Quantita => NumberForm {
                least: 2,
                most: 8,
                whole: 12,
                signed: false,
            },
            Self::Rate => NumberForm {
                least: 2,
                most: 2,
                whole: 3,
                signed: false,
            },
            Self::Peso => NumberForm {
                least: 2,
                most: 2,
                whole: 4,
                signed: false,
            },
            _ => return Err(FaultKind::OutOfRange),
        };
        let scale = value.normalize().scale();
        if scale > form.most {
            return Err(FaultKind::TooManyDecimals {
                found: scale,
                max: form.most,
            });
        }
        let limit = Decimal::from(10_u64.checked_pow(form.whole).ok_or(FaultKind::OutOfRange)?);
        let is_negative = value.is_sign_negative() && !value.is_zero();
        let is_over = self == Self::Rate && value > Decimal::ONE_HUNDRED;
        if value.abs() >= limit || (is_negative && !form.signed) || is_over {
            return Err(FaultKind::OutOfRange);
        }
        let mut shown = if value.is_zero() { value.abs() } else { value };
        shown.rescale(shown.scale().clamp(form.least, form.most));
        Ok(shown.to_string())
    }
}
