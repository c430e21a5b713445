//! How each kind of value is written and cleaned. A block does so for its fields in the order of its table.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::{
    clean::Cleaner,
    code::{Code, CodeList},
    facet::Facet,
    fault::FaultKind,
    model::DataOra,
    shape::Shape,
    write::Out,
};

/// A value of the model.
pub(crate) trait Field: Sized {
    /// Writes the value as the element `name`.
    fn put(&self, out: &mut Out, name: &'static str, facet: Facet);

    /// Makes its texts writable.
    fn clean(&mut self, _cleaner: &mut Cleaner, _name: &'static str, _facet: Facet) {}

    /// Makes the texts of a list writable.
    fn clean_list(list: &mut Vec<Self>, cleaner: &mut Cleaner, name: &'static str, facet: Facet) {
        for (at, item) in list.iter_mut().enumerate() {
            cleaner.place.nth(at.saturating_add(1));
            item.clean(cleaner, name, facet);
        }
    }

    /// Whether nothing is left of it: an optional one is then not written.
    fn is_blank(&self) -> bool {
        false
    }
}

/// Declares a block of the schema: its struct and, in the same table, element and facet of every field. Its default is
/// the block of a file that has nothing of it.
macro_rules! block {
    ($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $kind:ty = $element:literal $facet:expr;)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $kind,)+
        }

        crate::read::readable! { $name { $($field: $kind = $element $facet;)+ } }

        impl crate::field::Field for $name {
            fn put(&self, out: &mut crate::write::Out, name: &'static str, _facet: crate::facet::Facet) {
                out.open(name);
                $(self.$field.put(out, $element, $facet);)+
                out.close(name);
            }

            fn clean(&mut self, cleaner: &mut crate::clean::Cleaner, name: &'static str, _facet: crate::facet::Facet) {
                cleaner.place.enter(name);
                $(self.$field.clean(cleaner, $element, $facet);)+
                cleaner.place.leave();
            }
        }
    };
}
pub(crate) use block;

impl<T: Field> Field for Option<T> {
    fn put(&self, out: &mut Out, name: &'static str, facet: Facet) {
        if let Some(value) = self {
            value.put(out, name, facet);
        }
    }

    fn clean(&mut self, cleaner: &mut Cleaner, name: &'static str, facet: Facet) {
        if let Some(value) = self {
            value.clean(cleaner, name, facet);
        }
        if self.as_ref().is_some_and(Field::is_blank) {
            *self = None;
        }
    }
}

impl<T: Field> Field for Vec<T> {
    fn put(&self, out: &mut Out, name: &'static str, facet: Facet) {
        if self.is_empty() && facet == Facet::AtLeastOne {
            out.fault(name, FaultKind::Missing);
        }
        for (at, item) in self.iter().enumerate() {
            out.place.nth(at.saturating_add(1));
            item.put(out, name, facet);
        }
    }

    fn clean(&mut self, cleaner: &mut Cleaner, name: &'static str, facet: Facet) {
        T::clean_list(self, cleaner, name, facet);
        self.retain(|item| !item.is_blank());
    }
}

impl Field for String {
    fn put(&self, out: &mut Out, name: &'static str, facet: Facet) {
        if self.is_empty() && facet == Facet::Shape(Shape::Nazione) {
            // An empty element would mean Italy.
            return out.fault(name, FaultKind::Empty);
        }
        out.checked(name, self, facet.check_text(self));
    }

    fn clean(&mut self, cleaner: &mut Cleaner, name: &'static str, facet: Facet) {
        cleaner.text(self, name, facet);
    }

    fn clean_list(list: &mut Vec<Self>, cleaner: &mut Cleaner, name: &'static str, facet: Facet) {
        cleaner.texts(list, name, facet);
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl Field for Decimal {
    fn put(&self, out: &mut Out, name: &'static str, facet: Facet) {
        match facet.number(*self) {
            Ok(text) => out.element(name, &text),
            Err(kind) => out.checked(name, &self.to_string(), Err(kind)),
        }
    }
}

impl Field for u32 {
    fn put(&self, out: &mut Out, name: &'static str, facet: Facet) {
        let is_inside = matches!(facet, Facet::Integer(least, most) if (least..=most).contains(self));
        out.checked(name, &self.to_string(), in_range(is_inside));
    }
}

impl Field for Date {
    fn put(&self, out: &mut Out, name: &'static str, facet: Facet) {
        let first = if facet == Facet::DataFattura { 1970 } else { 1 };
        out.checked(name, &self.to_string(), in_range(self.year() >= first));
    }
}

impl Field for DataOra {
    fn put(&self, out: &mut Out, name: &'static str, _facet: Facet) {
        out.checked(name, &self.to_string(), in_range(self.civil.year() >= 1));
    }
}

impl<T: CodeList> Field for Code<T> {
    fn put(&self, out: &mut Out, name: &'static str, facet: Facet) {
        let code = self.as_str();
        let is_lacking =
            facet == Facet::NaturaSemplificata && (code.starts_with("N6") || code.starts_with("N7"));
        let fits = self.known().is_some() && !is_lacking;
        out.checked(name, code, if fits { Ok(()) } else { Err(FaultKind::Code) });
    }
}

fn in_range(holds: bool) -> Result<(), FaultKind> {
    if holds { Ok(()) } else { Err(FaultKind::OutOfRange) }
}
