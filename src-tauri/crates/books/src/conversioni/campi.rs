//! The elements of an invoice in words, and how the value of each is shown (`assets/campi.tsv`).

use std::{str::FromStr, sync::LazyLock};

use fisco::{Nazione, codici};
use pdf::Lingua;
use rust_decimal::Decimal;

const TABLE: &str = include_str!("../../../../../assets/campi.tsv");
static CAMPI: LazyLock<Vec<Campo>> = LazyLock::new(|| TABLE.lines().skip(1).filter_map(row).collect());

/// An element in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Campo {
    element: &'static str,
    pub(super) kind: Kind,
    it: &'static str,
    en: &'static str,
}

/// How an element is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// As written.
    Text,
    /// A number with two decimals at least.
    Amount,
    /// A number with the decimals it needs.
    Number,
    /// A percentage.
    Percent,
    /// A day.
    Day,
    /// A day and an hour.
    Moment,
    /// A code of this list, with its words.
    Code(&'static str),
    /// A country.
    Country,
    /// In groups of four.
    Iban,
    /// The bytes of an attachment, of which only the size is shown.
    Body,
    /// Elements that are shown one by one.
    Group,
    /// Elements that are one value together.
    Whole,
    /// A discount or a surcharge.
    Discount,
    /// Name or business name.
    Name,
    /// Street, town, country.
    Address,
    /// Country and number of a VAT subject.
    Subject,
}

fn row(line: &'static str) -> Option<Campo> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [element, kind, it, en] = cells.as_slice() else {
        return None;
    };
    let kind = match *kind {
        "amount" => Kind::Amount,
        "number" => Kind::Number,
        "percent" => Kind::Percent,
        "day" => Kind::Day,
        "moment" => Kind::Moment,
        "country" => Kind::Country,
        "iban" => Kind::Iban,
        "body" => Kind::Body,
        "group" => Kind::Group,
        "whole" => Kind::Whole,
        "discount" => Kind::Discount,
        "name" => Kind::Name,
        "address" => Kind::Address,
        "subject" => Kind::Subject,
        other => other.strip_prefix("code ").map_or(Kind::Text, Kind::Code),
    };
    Some(Campo {
        element,
        kind,
        it,
        en,
    })
}

fn find(element: &str) -> Option<&'static Campo> {
    let at = CAMPI.binary_search_by(|campo| campo.element.cmp(element)).ok()?;
    CAMPI.get(at)
}

/// How an element is shown; one that no schema has is text.
pub(super) fn kind(element: &str) -> Kind {
    find(element).map_or(Kind::Text, |campo| campo.kind)
}

/// What an element is called; one that no schema has keeps its name.
pub(super) fn label(element: &str, lingua: Lingua) -> String {
    find(element).map_or_else(
        || element.to_owned(),
        |campo| match lingua {
            Lingua::It => campo.it.to_owned(),
            Lingua::En => campo.en.to_owned(),
        },
    )
}

/// A value as a reader expects it; what is not of its kind stays as it is written.
pub(super) fn shown(kind: Kind, text: &str, lingua: Lingua) -> String {
    let text = text.trim();
    let better = match kind {
        Kind::Amount => decimal(text).map(|value| number(value, 2, lingua)),
        Kind::Number => decimal(text).map(|value| number(value, 0, lingua)),
        Kind::Percent => decimal(text).map(|value| percent(value, lingua)),
        Kind::Day => day(text).map(|day| pdf::format::date(lingua, day)),
        Kind::Moment => fatturapa::model::DataOra::parse(text).map(|at| {
            let hour = at.civil.strftime("%H:%M");
            format!("{} {hour}", pdf::format::date(lingua, at.civil.date()))
        }),
        Kind::Code(list) => means(list, text, lingua).map(|words| format!("{text} {words}")),
        Kind::Country => Nazione::from_str(text).ok().map(|nazione| {
            match lingua {
                Lingua::It => nazione.it(),
                Lingua::En => nazione.en(),
            }
            .to_owned()
        }),
        Kind::Iban => Some(grouped(text)),
        _ => None,
    };
    better.unwrap_or_else(|| text.to_owned())
}

/// A number of the file, exactly; none when it cannot be held as written.
pub(super) fn decimal(text: &str) -> Option<Decimal> {
    let text = text.trim();
    Decimal::from_str_exact(text.strip_prefix('+').unwrap_or(text)).ok()
}

/// A number with its separators and at least so many decimals; zeros beyond are left out.
pub(super) fn number(value: Decimal, least: u32, lingua: Lingua) -> String {
    let mut short = value.normalize();
    if short.scale() < least {
        short.rescale(least);
    }
    pdf::format::decimal(lingua, short)
}

fn percent(value: Decimal, lingua: Lingua) -> String {
    match lingua {
        Lingua::It => format!("{}\u{a0}%", number(value, 0, lingua)),
        Lingua::En => format!("{}%", number(value, 0, lingua)),
    }
}

/// A day, without the time zone that some files give it.
pub(super) fn day(text: &str) -> Option<jiff::civil::Date> {
    text.trim().get(..10)?.parse().ok()
}

fn grouped(iban: &str) -> String {
    let compact: Vec<char> = iban.chars().filter(|c| !c.is_whitespace()).collect();
    let groups = compact.chunks(4).map(|group| group.iter().collect::<String>());
    groups.collect::<Vec<_>>().join(" ")
}

/// What a code of a list of the schema means.
pub(super) fn means(list: &str, code: &str, lingua: Lingua) -> Option<&'static str> {
    macro_rules! of {
        ($($kind:ident)+) => {
            match list {
                $(stringify!($kind) => codici::$kind::from_str(code).ok()?.voce(),)+
                _ => return None,
            }
        };
    }
    if list == "TipoDocumento" && codici::TipoDocumento::from_str(code).is_err() {
        return means("TipoDocumentoSemplificata", code, lingua);
    }
    let voce = of! {
        CausalePagamento CondizioniPagamento EsigibilitaIva FormatoTrasmissione ModalitaPagamento Natura
        RegimeFiscale SocioUnico SoggettoEmittente StatoLiquidazione TipoCassa TipoCessionePrestazione TipoDocumento
        TipoDocumentoSemplificata TipoRitenuta TipoScontoMaggiorazione
    };
    Some(match lingua {
        Lingua::It => voce.it,
        Lingua::En => voce.en,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_whole() {
        assert_eq!(CAMPI.len(), TABLE.lines().count() - 1);
        assert!(CAMPI.is_sorted_by(|a, b| a.element < b.element));
        for campo in CAMPI.iter() {
            assert!(!campo.it.is_empty() && !campo.en.is_empty(), "{}", campo.element);
        }
        let texts = TABLE.lines().filter(|line| line.contains("\ttext\t")).count();
        let kept = CAMPI.iter().filter(|campo| campo.kind == Kind::Text).count();
        assert_eq!(texts, kept, "every kind is known");
    }

    #[test]
    fn values_are_shown_as_a_reader_expects_them() {
        for (element, text, it, en) in [
            ("Importo", "1234.50", "1.234,50", "1,234.50"),
            ("PrezzoUnitario", "0.12345678", "0,12345678", "0.12345678"),
            ("PrezzoUnitario", "12.00000000", "12,00", "12.00"),
            ("Importo", "12,50", "12,50", "12,50"),
            ("Quantita", "3.00", "3", "3"),
            ("AliquotaIVA", "22.00", "22\u{a0}%", "22%"),
            ("Data", "2026-11-23", "23/11/2026", "23 Nov 2026"),
            ("Data", "2026-11-23+01:00", "23/11/2026", "23 Nov 2026"),
            ("Data", "2026-13-99", "2026-13-99", "2026-13-99"),
            ("TipoDocumento", "TD01", "TD01 fattura", "TD01 invoice"),
            ("TipoDocumento", "TD99", "TD99", "TD99"),
            (
                "IBAN",
                "IT60X0542811101000000123456",
                "IT60 X054 2811 1010 0000 0123 456",
                "IT60 X054 2811 1010 0000 0123 456",
            ),
            ("Nazione", "DE", "Germania", "Germany"),
            (
                "DataOraConsegna",
                "2026-11-23T08:05:00.000+01:00",
                "23/11/2026 08:05",
                "23 Nov 2026 08:05",
            ),
        ] {
            assert_eq!(shown(kind(element), text, Lingua::It), it, "{element} {text}");
            assert_eq!(shown(kind(element), text, Lingua::En), en, "{element} {text}");
        }
        assert_eq!(
            means("TipoDocumento", "TD07", Lingua::It),
            Some("Fattura semplificata")
        );
        assert_eq!(label("Sconosciuto", Lingua::It), "Sconosciuto");
    }
}
