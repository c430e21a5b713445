//! Numbers and dates as people read them, one form per language.

use jiff::civil::Date;
use money::{Cents, Decimal, Price8, Quantity8, Rate};

use crate::Lingua;

/// U+2212: as wide as a digit, unlike the hyphen.
const MINUS: char = '\u{2212}';
/// Keeps an amount and its sign on one line.
const NBSP: char = '\u{a0}';

/// An amount without the currency: `1.234,56`, in English `1,234.56`; negative with a true minus.
#[must_use]
pub fn amount(lingua: Lingua, cents: Cents) -> String {
    number(lingua, &cents.to_string())
}

/// An amount with the currency: `1.234,56 €`, in English `€1,234.56`.
#[must_use]
pub fn euro(lingua: Lingua, cents: Cents) -> String {
    let digits = amount(lingua, cents);
    match (lingua, digits.strip_prefix(MINUS)) {
        (Lingua::It, _) => format!("{digits}{NBSP}€"),
        (Lingua::En, Some(positive)) => format!("{MINUS}€{positive}"),
        (Lingua::En, None) => format!("€{digits}"),
    }
}

/// A unit price with 2 to 8 decimals.
#[must_use]
pub fn price(lingua: Lingua, price: Price8) -> String {
    number(lingua, &price.to_string())
}

/// Any number, with the decimals it has.
#[must_use]
pub fn decimal(lingua: Lingua, value: Decimal) -> String {
    number(lingua, &value.to_string())
}

/// A quantity with the decimals it needs.
#[must_use]
pub fn quantity(lingua: Lingua, quantity: Quantity8) -> String {
    number(lingua, &quantity.to_string())
}

/// A percentage: `22 %`, `5,5 %`; in English `22%`.
#[must_use]
pub fn rate(lingua: Lingua, rate: Rate) -> String {
    let exact = rate.to_string();
    let short = exact.trim_end_matches('0').trim_end_matches('.');
    match lingua {
        Lingua::It => format!("{}{NBSP}%", number(lingua, short)),
        Lingua::En => format!("{}%", number(lingua, short)),
    }
}

/// A day: `23/11/2026`; in English `23 Nov 2026`, which no reader can take for another day.
#[must_use]
pub fn date(lingua: Lingua, day: Date) -> String {
    match lingua {
        Lingua::It => day.strftime("%d/%m/%Y").to_string(),
        Lingua::En => day.strftime("%-d %b %Y").to_string(),
    }
}

/// A canonical decimal string with the separators of the language.
fn number(lingua: Lingua, canonical: &str) -> String {
    let (group, point) = match lingua {
        Lingua::It => ('.', ','),
        Lingua::En => (',', '.'),
    };
    let (sign, digits) = canonical
        .strip_prefix('-')
        .map_or((None, canonical), |rest| (Some(MINUS), rest));
    let (whole, decimals) = digits
        .split_once('.')
        .map_or((digits, None), |(w, d)| (w, Some(d)));
    let mut text: String = sign.into_iter().collect();
    for (index, digit) in whole.chars().enumerate() {
        let left = whole.len().saturating_sub(index);
        if index > 0 && left.is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    if let Some(decimals) = decimals {
        text.push(point);
        text.push_str(decimals);
    }
    text
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;

    use super::*;

    #[test]
    fn amounts_in_both_languages() {
        for (cents, it, en) in [
            (0, "0,00\u{a0}€", "€0.00"),
            (5, "0,05\u{a0}€", "€0.05"),
            (99_999, "999,99\u{a0}€", "€999.99"),
            (123_456, "1.234,56\u{a0}€", "€1,234.56"),
            (-123_456, "\u{2212}1.234,56\u{a0}€", "\u{2212}€1,234.56"),
            (
                99_999_999_999_999,
                "999.999.999.999,99\u{a0}€",
                "€999,999,999,999.99",
            ),
        ] {
            assert_eq!(euro(Lingua::It, Cents::new(cents)), it);
            assert_eq!(euro(Lingua::En, Cents::new(cents)), en);
        }
    }

    #[test]
    fn other_numbers_and_days() {
        assert_eq!(price(Lingua::It, Price8::new(123_456_789_012)), "1.234,56789012");
        assert_eq!(quantity(Lingua::It, Quantity8::new(250_000_000)), "2,5");
        assert_eq!(quantity(Lingua::En, Quantity8::new(300_000_000_000)), "3,000");
        assert_eq!(rate(Lingua::It, Rate::new(2200)), "22\u{a0}%");
        assert_eq!(rate(Lingua::It, Rate::new(1000)), "10\u{a0}%");
        assert_eq!(rate(Lingua::It, Rate::new(0)), "0\u{a0}%");
        assert_eq!(rate(Lingua::En, Rate::new(550)), "5.5%");
        assert_eq!(date(Lingua::It, day(2026, 1, 5)), "05/01/2026");
        assert_eq!(date(Lingua::En, day(2026, 1, 5)), "5 Jan 2026");
    }
}
