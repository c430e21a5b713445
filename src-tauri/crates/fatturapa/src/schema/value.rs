//! The simple types of the schema: whether a text is a value of one, and what was expected if not.

use std::borrow::Cow;

use super::{
    date, email,
    form::{Base64, base_64, is_bic, is_decimal, is_iban, is_integer, is_rate},
};
use crate::xml::chars::is_space;

/// A simple type.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// Text of a number of characters, up to a code point.
    Text {
        last: char,
        length: (usize, usize),
        space: Spaces,
    },
    /// Characters of one kind.
    Class { class: Class, length: (usize, usize) },
    /// `IBANType`, with the length of its last part.
    Iban(usize, usize),
    /// `BICType`.
    Bic,
    /// `EmailType`.
    Email(Spaces),
    /// `EmailContattiType`.
    Contact,
    /// A number with a point.
    Decimal {
        is_signed: bool,
        whole: usize,
        decimals: (usize, usize),
    },
    /// `RateType`: up to 100.00.
    Rate,
    /// A whole number, within limits or not.
    Integer(Option<(u64, u64)>),
    /// A day; `true` from 1970.
    Date { is_recent: bool },
    /// A day and an hour.
    DateTime,
    /// Base 64.
    Base64,
    /// One of a list.
    Codes(Vec<&'static str>),
    /// An identifier, one for the whole file.
    Id,
    /// Anything.
    Any,
}

/// What happens to white space before a text is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spaces {
    /// Nothing.
    Preserve,
    /// Tabs and line ends become spaces.
    Replace,
    /// Spaces at the ends go, several become one.
    Collapse,
}

/// A kind of characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// `[A-Z]`
    Upper,
    /// `[0-9]`
    Digit,
    /// `[A-Z0-9]`
    Alphanumeric,
}

/// What is wrong with a text: the key of the sentence and what it names after the element and the text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    pub(super) rule: &'static str,
    pub(super) args: Vec<String>,
}

impl Wrong {
    fn new<const N: usize>(rule: &'static str, args: [String; N]) -> Self {
        Self {
            rule,
            args: args.into(),
        }
    }
}

impl Value {
    /// Reads the description in a table.
    pub(super) fn read(text: &'static str) -> Self {
        let mut words = text.split(' ');
        let kind = words.next().unwrap_or_default();
        let rest: Vec<&str> = words.clone().collect();
        let number = |at: usize| rest.get(at).and_then(|word| word.parse::<usize>().ok());
        let length = (number(0).unwrap_or_default(), number(1).unwrap_or(usize::MAX));
        let space = |usual: Spaces| match rest.last() {
            Some(&"replace") => Spaces::Replace,
            Some(&"collapse") => Spaces::Collapse,
            _ => usual,
        };
        let text = |last: char, usual: Spaces| Self::Text {
            last,
            length,
            space: space(usual),
        };
        let class = |class: Class| Self::Class { class, length };
        match kind {
            "basic" => text('\u{7f}', Spaces::Replace),
            "latin" => text('\u{ff}', Spaces::Replace),
            "text" => text(char::MAX, Spaces::Preserve),
            "upper" => class(Class::Upper),
            "digits" => class(Class::Digit),
            "alphanumeric" => class(Class::Alphanumeric),
            "iban" => Self::Iban(length.0, length.1),
            "bic" => Self::Bic,
            "email" => Self::Email(space(Spaces::Collapse)),
            "contact" => Self::Contact,
            "decimal" => Self::Decimal {
                is_signed: rest.first() == Some(&"-"),
                whole: number(1).unwrap_or_default(),
                decimals: (number(2).unwrap_or_default(), number(3).unwrap_or_default()),
            },
            "rate" => Self::Rate,
            "integer" => Self::Integer(limits(&rest)),
            "date" => Self::Date {
                is_recent: !rest.is_empty(),
            },
            "datetime" => Self::DateTime,
            "base64" => Self::Base64,
            "codes" => Self::Codes(words.collect()),
            "id" => Self::Id,
            _ => Self::Any,
        }
    }

    /// Adds what a later row of the table says of the same type.
    pub(super) fn extend(&mut self, text: &'static str) {
        if let (Self::Codes(codes), Self::Codes(more)) = (self, Self::read(text)) {
            codes.extend(more);
        }
    }

    /// Checks a text.
    pub(super) fn check(&self, text: &str) -> Result<(), Wrong> {
        let holds = match self {
            // Only length and characters count here, and a tab replaced by a space has the same.
            Self::Text {
                last,
                length,
                space: Spaces::Collapse,
            } => {
                return check_text(&normal(text, Spaces::Collapse), *last, *length);
            }
            Self::Text { last, length, .. } => return check_text(text, *last, *length),
            Self::Codes(codes) => codes.contains(&text),
            Self::Class { class, length } => {
                (length.0..=length.1).contains(&text.len()) && text.bytes().all(|byte| class.has(byte))
            }
            Self::Iban(least, most) => is_iban(text, *least, *most),
            Self::Bic => is_bic(text),
            Self::Email(space) => email::is_email(&normal(text, *space)),
            Self::Contact => email::is_contact(text),
            Self::Decimal {
                is_signed,
                whole,
                decimals,
            } => is_decimal(trim(text), *is_signed, *whole, *decimals),
            Self::Rate => is_rate(trim(text)),
            Self::Integer(limits) => is_integer(trim(text), *limits),
            // The standard lets white space stand around a date; the official tools do not agree, so it is refused.
            Self::Date { is_recent } => date::is_date(text, *is_recent),
            Self::DateTime => date::is_date_time(text),
            Self::Base64 => base_64(text) != Base64::Bad,
            Self::Id => crate::xml::chars::is_plain_name(trim(text)),
            Self::Any => true,
        };
        if holds { Ok(()) } else { Err(self.wrong(text)) }
    }

    fn wrong(&self, text: &str) -> Wrong {
        if text.bytes().all(is_space) {
            return Wrong::new("00200.empty", []);
        }
        match self {
            Self::Class { class, length } => Wrong::new(class.rule(), [range(*length)]),
            Self::Iban(..) => Wrong::new("00200.iban", []),
            Self::Bic => Wrong::new("00200.bic", []),
            Self::Email(_) | Self::Contact => Wrong::new("00200.email", []),
            Self::Decimal {
                is_signed,
                whole,
                decimals,
            } => {
                let rule = if *is_signed {
                    "00200.decimal"
                } else {
                    "00200.decimal_positive"
                };
                Wrong::new(rule, [range(*decimals), whole.to_string()])
            }
            Self::Rate => Wrong::new("00200.rate", []),
            Self::Integer(Some((least, most))) => {
                Wrong::new("00200.integer", [least.to_string(), most.to_string()])
            }
            Self::Integer(None) => Wrong::new("00200.digits", [range((1, 24))]),
            Self::Date { .. } => Wrong::new("00200.date", []),
            Self::DateTime => Wrong::new("00200.datetime", []),
            Self::Base64 => Wrong::new("00200.base64", []),
            Self::Codes(codes) => Wrong::new("00200.code", [codes.join(", ")]),
            Self::Text { .. } | Self::Id | Self::Any => Wrong::new("00200.id", []),
        }
    }
}

impl Class {
    const fn has(self, byte: u8) -> bool {
        match self {
            Self::Upper => byte.is_ascii_uppercase(),
            Self::Digit => byte.is_ascii_digit(),
            Self::Alphanumeric => byte.is_ascii_uppercase() || byte.is_ascii_digit(),
        }
    }

    const fn rule(self) -> &'static str {
        match self {
            Self::Upper => "00200.upper",
            Self::Digit => "00200.digits",
            Self::Alphanumeric => "00200.alphanumeric",
        }
    }
}

fn limits(words: &[&str]) -> Option<(u64, u64)> {
    match words {
        [least, most] => Some((least.parse().ok()?, most.parse().ok()?)),
        _ => None,
    }
}

/// `5`, or `1-60`.
fn range((least, most): (usize, usize)) -> String {
    if least == most {
        least.to_string()
    } else {
        format!("{least}-{most}")
    }
}

const fn trim(text: &str) -> &str {
    text.trim_ascii()
}

/// The text with its white space as the type wants it.
fn normal(text: &str, space: Spaces) -> Cow<'_, str> {
    match space {
        Spaces::Preserve => text.into(),
        Spaces::Replace => text.replace(['\t', '\n', '\r'], " ").into(),
        Spaces::Collapse => {
            let trimmed = trim(text);
            let mut spaces = trimmed.bytes().filter(|byte| is_space(*byte));
            if spaces.next().is_none() {
                return trimmed.into();
            }
            let words = trimmed.split([' ', '\t', '\n', '\r']);
            words
                .filter(|word| !word.is_empty())
                .collect::<Vec<_>>()
                .join(" ")
                .into()
        }
    }
}

fn check_text(text: &str, last: char, length: (usize, usize)) -> Result<(), Wrong> {
    let found = if text.is_ascii() {
        text.len()
    } else {
        if let Some(c) = text.chars().find(|c| *c > last) {
            let shown = if c.is_control() {
                String::new()
            } else {
                c.to_string()
            };
            let rule = if last == '\u{7f}' {
                "00200.basic"
            } else {
                "00200.latin"
            };
            return Err(Wrong::new(rule, [shown, format!("U+{:04X}", u32::from(c))]));
        }
        text.chars().count()
    };
    if found == 0 && length.0 > 0 {
        Err(Wrong::new("00200.empty", []))
    } else if (length.0..=length.1).contains(&found) {
        Ok(())
    } else {
        Err(Wrong::new("00200.length", [range(length), found.to_string()]))
    }
}
