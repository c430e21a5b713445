//! How each kind of value is read. A block takes its children in whatever order they come.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::Reader;
use crate::{
    code::{Code, CodeList},
    facet::Facet,
    model::{Attachment, DataOra, Nominativo, Si, data_ora},
    shape::Shape,
    xml::Node,
};

/// A value that is read from an element.
pub(crate) trait Readable: Sized + Default {
    /// Reads an element; none when it holds nothing that can be read, which is told.
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self>;

    /// Whether an element is one of this value, of which the table says `element`.
    fn is_named(name: &str, element: &'static str) -> bool {
        name == element
    }

    /// Takes an element of this value.
    fn take(slot: &mut Option<Self>, node: Node<'_>, reader: &mut Reader) {
        match slot {
            Some(_) => reader.repeated(node),
            None => *slot = Some(Self::read(node, reader).unwrap_or_default()),
        }
    }

    /// The value after all elements of the block around it, `parent`, were taken.
    fn close(
        slot: Option<Self>,
        parent: Node<'_>,
        element: &'static str,
        _facet: Facet,
        reader: &mut Reader,
    ) -> Self {
        slot.unwrap_or_else(|| {
            reader.missing(parent, element);
            Self::default()
        })
    }
}

/// Declares a block that is only read: its struct and, in the same table, the element of every field.
macro_rules! record {
    ($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $kind:ty = $element:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $kind,)+
        }

        crate::read::readable! { $name { $($field: $kind = $element crate::facet::Facet::Own;)+ } }
    };
}
pub(crate) use record;

/// Reads a block by its table.
macro_rules! readable {
    ($name:ident { $($field:ident: $kind:ty = $element:literal $facet:expr;)+ }) => {
        impl crate::read::Readable for $name {
            fn read(node: crate::xml::Node<'_>, reader: &mut crate::read::Reader) -> Option<Self> {
                $(let mut $field: Option<$kind> = None;)+
                reader.block(node);
                for child in node.children() {
                    let name = child.name();
                    $(if <$kind as crate::read::Readable>::is_named(name, $element) {
                        <$kind as crate::read::Readable>::take(&mut $field, child, reader);
                        continue;
                    })+
                    reader.unknown(child);
                }
                Some(Self {
                    $($field: <$kind as crate::read::Readable>::close($field, node, $element, $facet, reader),)+
                })
            }
        }
    };
}
pub(crate) use readable;

impl<T: Readable> Readable for Option<T> {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self> {
        Some(T::read(node, reader))
    }

    fn is_named(name: &str, element: &'static str) -> bool {
        T::is_named(name, element)
    }

    fn close(
        slot: Option<Self>,
        _parent: Node<'_>,
        _element: &'static str,
        _facet: Facet,
        _reader: &mut Reader,
    ) -> Self {
        slot.flatten()
    }
}

impl<T: Readable> Readable for Vec<T> {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self> {
        T::read(node, reader).map(|item| vec![item])
    }

    fn take(slot: &mut Option<Self>, node: Node<'_>, reader: &mut Reader) {
        if let Some(item) = T::read(node, reader) {
            slot.get_or_insert_default().push(item);
        }
    }

    fn close(
        slot: Option<Self>,
        parent: Node<'_>,
        element: &'static str,
        facet: Facet,
        reader: &mut Reader,
    ) -> Self {
        if slot.is_none() && facet == Facet::AtLeastOne {
            reader.missing(parent, element);
        }
        slot.unwrap_or_default()
    }
}

impl Readable for String {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self> {
        Some(reader.leaf(node).into_owned())
    }

    fn close(
        slot: Option<Self>,
        parent: Node<'_>,
        element: &'static str,
        facet: Facet,
        reader: &mut Reader,
    ) -> Self {
        match slot {
            Some(text) if text.is_empty() && facet == Facet::Shape(Shape::Nazione) => "IT".to_owned(),
            Some(text) => text,
            None => {
                reader.missing(parent, element);
                Self::default()
            }
        }
    }
}

impl<T: CodeList> Readable for Code<T> {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self> {
        let code = Self::read(&reader.leaf(node));
        if code.known().is_none() {
            reader.code(node);
        }
        Some(code)
    }
}

/// Reads a simple value, or tells that it cannot be read.
fn value<T>(node: Node<'_>, reader: &mut Reader, parse: impl FnOnce(&str) -> Option<T>) -> Option<T> {
    let text = reader.leaf(node);
    let value = parse(text.trim_matches(['\t', '\n', '\r', ' ']));
    if value.is_none() {
        reader.unreadable(node);
    }
    value
}

impl Readable for Decimal {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self> {
        value(node, reader, |text| short_number(text).or_else(|| number(text)))
    }
}

impl Readable for u32 {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self> {
        value(node, reader, |text| text.parse().ok())
    }
}

impl Readable for Date {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self> {
        value(node, reader, day)
    }
}

impl Readable for DataOra {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self> {
        value(node, reader, Self::parse)
    }
}

impl Readable for Si {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self> {
        value(node, reader, |text| (text == "SI").then_some(Self))
    }
}

impl Readable for Attachment {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self> {
        Some(Self::of_text(reader.leaf(node).into_owned()))
    }
}

impl Readable for Nominativo {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self> {
        let text = reader.leaf(node).into_owned();
        Some(match node.name() {
            "Nome" => Self::Persona {
                nome: text,
                cognome: String::new(),
            },
            "Cognome" => Self::Persona {
                nome: String::new(),
                cognome: text,
            },
            _ => Self::Denominazione(text),
        })
    }

    fn is_named(name: &str, _element: &'static str) -> bool {
        matches!(name, "Denominazione" | "Nome" | "Cognome")
    }

    fn take(slot: &mut Option<Self>, node: Node<'_>, reader: &mut Reader) {
        let empty = match (slot.as_mut(), node.name()) {
            (Some(Self::Persona { nome, .. }), "Nome") => Some(nome),
            (Some(Self::Persona { cognome, .. }), "Cognome") => Some(cognome),
            (Some(_), _) => None,
            (None, _) => {
                *slot = Self::read(node, reader);
                return;
            }
        };
        match empty.filter(|text| text.is_empty()) {
            Some(text) => *text = reader.leaf(node).into_owned(),
            None => reader.repeated(node),
        }
    }

    fn close(
        slot: Option<Self>,
        parent: Node<'_>,
        _element: &'static str,
        _facet: Facet,
        reader: &mut Reader,
    ) -> Self {
        match &slot {
            None => reader.missing(parent, "Denominazione"),
            Some(Self::Persona { nome, .. }) if nome.is_empty() => reader.missing(parent, "Nome"),
            Some(Self::Persona { cognome, .. }) if cognome.is_empty() => reader.missing(parent, "Cognome"),
            Some(_) => {}
        }
        slot.unwrap_or_default()
    }
}

/// Reads a number of any length that a decimal holds.
fn number(text: &str) -> Option<Decimal> {
    // The library also reads underscores and exponents.
    let is_plain = text
        .bytes()
        .all(|c| matches!(c, b'0'..=b'9' | b'.' | b'-' | b'+'));
    Decimal::from_str_exact(text).ok().filter(|_| is_plain)
}

/// Reads a number as almost every one is written: up to 18 digits, at least one on either side of a point, in one pass.
fn short_number(text: &str) -> Option<Decimal> {
    let (is_negative, digits) = match text.as_bytes() {
        [b'-', digits @ ..] => (true, digits),
        digits => (false, digits),
    };
    let is_short = digits.len() <= 19 && digits.first().is_some_and(u8::is_ascii_digit);
    if !is_short || digits.last() == Some(&b'.') {
        return None;
    }
    let (mut value, mut scale) = (0_i64, None);
    for byte in digits {
        match byte {
            b'0'..=b'9' => {
                value = value
                    .checked_mul(10)?
                    .checked_add(i64::from(byte.wrapping_sub(b'0')))?;
                scale = scale.map(|scale: u32| scale.saturating_add(1));
            }
            b'.' if scale.is_none() => scale = Some(0),
            _ => return None,
        }
    }
    // The library keeps the sign of zero.
    let value = match (is_negative, value) {
        (true, 0) => return None,
        (true, value) => value.checked_neg()?,
        (false, value) => value,
    };
    Decimal::try_new(value, scale.unwrap_or_default()).ok()
}

/// Reads `2026-11-24`, also with a time zone, which says nothing more about the day of a document.
fn day(text: &str) -> Option<Date> {
    let (day, zone) = text.split_at_checked(10)?;
    if !zone.is_empty() {
        data_ora::offset(zone)?;
    }
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = day.as_bytes() else {
        return None;
    };
    let number = |digits: &[&u8]| {
        digits.iter().try_fold(0_i16, |number, digit| {
            let digit = digit.checked_sub(b'0').filter(|digit| *digit <= 9)?;
            number.checked_mul(10)?.checked_add(i16::from(digit))
        })
    };
    let month = i8::try_from(number(&[m1, m2])?).ok()?;
    let day = i8::try_from(number(&[d1, d2])?).ok()?;
    Date::new(number(&[y1, y2, y3, y4])?, month, day).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::{day, number, short_number};

    proptest! {
        #[test]
        fn a_short_number_is_read_as_the_library_reads_it(text in "[-+]?[0-9]{0,12}[.]?[0-9]{0,9}[0_e. -]?") {
            if let Some(read) = short_number(&text) {
                let (by_library, shown) = (number(&text), read.to_string());
                prop_assert_eq!(by_library.map(|number| number.to_string()), Some(shown));
                prop_assert_eq!(by_library, Some(read));
            }
        }
    }

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for text in ["0", "0.00", "-1.50", "100.00", "1234567890.12345678", "007.10"] {
            let read = short_number(text).map(|read| (read, read.to_string()));
            assert_eq!(read, number(text).map(|read| (read, read.to_string())), "{text}");
            assert!(read.is_some(), "{text}");
        }
        for text in [
            "",
            "-",
            ".",
            ".5",
            "5.",
            "+1",
            "-0",
            "-0.00",
            "1e3",
            "1_0",
            "1.2.3",
            "12345678901234567890",
        ] {
            assert_eq!(short_number(text), None, "{text}");
        }
    }

    #[test]
    fn days_are_read_with_any_time_zone() {
        for text in [
            "2026-11-24",
            "2026-11-24Z",
            "2026-11-24+02:00",
            "2026-11-24-05:00",
        ] {
            assert_eq!(day(text), Some(date(2026, 11, 24)), "{text}");
        }
        for text in [
            "",
            "2026-11-4",
            "2026-1-024",
            "2026-02-30",
            "24/11/2026",
            "2026-11-24 ",
            "+026-11-24",
            "20261-1-24",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
