//! How each kind of value is written and cleaned. A block does so for its fields in the order of its table.

use fisco::codici::{
    CausalePagamento, CondizioniPagamento, EsigibilitaIva, FormatoTrasmissione, ModalitaPagamento, Natura,
    RegimeFiscale, SocioUnico, SoggettoEmittente, StatoLiquidazione, TipoCassa, TipoCessionePrestazione,
    TipoDocumento, TipoRitenuta, TipoScontoMaggiorazione,
};
use jiff::civil::{Date, DateTime};
use rust_decimal::Decimal;

use crate::{clean::Cleaner, facet::Facet, fault::FaultKind, write::Out};

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

/// Declares a block of the schema: its struct and, in the same table, element and facet of every field.
macro_rules! block {
    ($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $kind:ty = $element:literal $facet:expr;)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $kind,)+
        }

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
        match facet.check_text(self) {
            Ok(()) => out.element(name, self),
            Err(kind) => out.fault(name, kind),
        }
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
            Err(kind) => out.fault(name, kind),
        }
    }
}

impl Field for u32 {
    fn put(&self, out: &mut Out, name: &'static str, facet: Facet) {
        match facet {
            Facet::Integer(least, most) if (least..=most).contains(self) => {
                out.element(name, &self.to_string())
            }
            _ => out.fault(name, FaultKind::OutOfRange),
        }
    }
}

impl Field for Date {
    fn put(&self, out: &mut Out, name: &'static str, _facet: Facet) {
        if self.year() >= 1970 {
            out.element(name, &self.to_string());
        } else {
            out.fault(name, FaultKind::OutOfRange);
        }
    }
}

impl Field for DateTime {
    fn put(&self, out: &mut Out, name: &'static str, _facet: Facet) {
        if self.year() >= 1970 {
            out.element(name, &self.to_string());
        } else {
            out.fault(name, FaultKind::OutOfRange);
        }
    }
}

macro_rules! codes {
    ($($kind:ty,)+) => {
        $(impl Field for $kind {
            fn put(&self, out: &mut Out, name: &'static str, _facet: Facet) {
                out.element(name, self.code());
            }
        })+
    };
}

codes! {
    CausalePagamento,
    CondizioniPagamento,
    EsigibilitaIva,
    FormatoTrasmissione,
    ModalitaPagamento,
    Natura,
    RegimeFiscale,
    SocioUnico,
    SoggettoEmittente,
    StatoLiquidazione,
    TipoCassa,
    TipoCessionePrestazione,
    TipoDocumento,
    TipoRitenuta,
    TipoScontoMaggiorazione,
}
