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
        value(node, reader, |text| {
            // The library also reads underscores and exponents.
            let is_plain = text
                .bytes()
                .all(|c| matches!(c, b'0'..=b'9' | b'.' | b'-' | b'+'));
            Self::from_str_exact(text).ok().filter(|_| is_plain)
        })
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
        value(node, reader, Self::decode)
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

/// Reads `2026-11-24`, also with a time zone, which says nothing more about the day of a document.
fn day(text: &str) -> Option<Date> {
    let (day, zone) = text.split_at_checked(10)?;
    if !zone.is_empty() {
        data_ora::offset(zone)?;
    }
    let mut parts = day.split('-').map(|part| {
        let is_number = part.bytes().all(|digit| digit.is_ascii_digit());
        part.parse::<i16>().ok().filter(|_| is_number)
    });
    let (year, month, number) = (parts.next()??, parts.next()??, parts.next()??);
    let is_whole = parts.next().is_none()
        && day.as_bytes().get(4) == Some(&b'-')
        && day.as_bytes().get(7) == Some(&b'-');
    let (month, number) = (i8::try_from(month).ok()?, i8::try_from(number).ok()?);
    Date::new(year, month, number).ok().filter(|_| is_whole)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::day;

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
