//! Numbers as people type them in Italy, and the canonical form that files and windows exchange.

use rust_decimal::Decimal;

/// Why a text is not a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadNumber {
    /// Nothing was typed.
    #[error("empty")]
    Empty,
    /// Not a number at all, or one whose separators contradict each other.
    #[error("not a number")]
    NotANumber,
    /// More digits than the type holds.
    #[error("too large")]
    TooLarge,
}

/// Reads the canonical form: optional `-`, digits, optional point and digits. Nothing else.
///
/// # Errors
/// [`BadNumber`] when the text has any other form or more digits than a decimal holds.
pub fn canonical(text: &str) -> Result<Decimal, BadNumber> {
    if text.is_empty() {
        return Err(BadNumber::Empty);
    }
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(fraction) {
        return Err(BadNumber::NotANumber);
    }
    Decimal::from_str_exact(text).map_err(|_overflow| BadNumber::TooLarge)
}

/// Reads a number as people type it: `1.234,56`, `1234.56`, `1 234,5`, `-3`, `+3`, `15%`, `€ 20`.
///
/// With both separators the last one is the decimal one. One kind of separator met several times groups
/// thousands. A single comma is decimal. A single point is decimal too (`1234.56`, `1.5`), except before exactly
/// three digits with one to three digits in front of it (`1.234`), which in Italy is one thousand two hundred and
/// thirty-four.
///
/// # Errors
/// [`BadNumber`] when nothing sensible can be read.
pub fn typed(text: &str) -> Result<Decimal, BadNumber> {
    let clean: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '€' | '%' | '\'' | '\u{a0}' | '\u{202f}'))
        .map(|c| {
            if matches!(c, '\u{2212}' | '\u{2013}') {
                '-'
            } else {
                c
            }
        })
        .collect();
    let (sign, digits) = match clean.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", clean.strip_prefix('+').unwrap_or(&clean)),
    };
    if digits.is_empty() {
        return Err(if text.trim().is_empty() {
            BadNumber::Empty
        } else {
            BadNumber::NotANumber
        });
    }
    let (whole, fraction) = split(digits)?;
    let whole = if whole.is_empty() { "0".to_owned() } else { whole };
    canonical(&if fraction.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{fraction}")
    })
}

/// The whole part without its grouping, and the decimals.
fn split(digits: &str) -> Result<(String, String), BadNumber> {
    let decimal_at = match (digits.rfind(','), digits.rfind('.')) {
        (Some(comma), Some(point)) => Some(comma.max(point)),
        (Some(comma), None) => (digits.matches(',').count() == 1).then_some(comma),
        (None, Some(point)) if digits.matches('.').count() == 1 => {
            let (before, after) = (point, digits.len().saturating_sub(point).saturating_sub(1));
            let groups_thousands = after == 3 && (1..=3).contains(&before) && !digits.starts_with('0');
            (!groups_thousands).then_some(point)
        }
        _ => None,
    };
    let (whole, fraction) = match decimal_at.and_then(|at| digits.split_at_checked(at)) {
        Some((whole, fraction)) => (whole, fraction.trim_start_matches([',', '.'])),
        None => (digits, ""),
    };
    Ok((ungroup(whole)?, fraction.to_owned()))
}

/// Drops thousands separators after checking that they are all of one kind and stand where groups of three end.
fn ungroup(whole: &str) -> Result<String, BadNumber> {
    let separator = whole.chars().find(|c| matches!(c, ',' | '.'));
    let Some(separator) = separator else {
        return Ok(whole.to_owned());
    };
    let groups: Vec<&str> = whole.split(separator).collect();
    let well_formed = groups.iter().enumerate().all(|(at, group)| {
        group.bytes().all(|byte| byte.is_ascii_digit())
            && if at == 0 {
                (1..=3).contains(&group.len())
            } else {
                group.len() == 3
            }
    });
    if well_formed {
        Ok(groups.concat())
    } else {
        Err(BadNumber::NotANumber)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_type_numbers_in_many_ways() {
        for (text, expected) in [
            ("1.234,56", "1234.56"),
            ("1234.56", "1234.56"),
            ("1,234.56", "1234.56"),
            ("1.234", "1234"),
            ("1.234.567", "1234567"),
            ("0.125", "0.125"),
            ("1234.567", "1234.567"),
            ("12,5", "12.5"),
            (",5", "0.5"),
            ("15%", "15"),
            ("€ 20,00", "20.00"),
            ("1 234,5", "1234.5"),
            ("\u{2212}3", "-3"),
            ("+7", "7"),
            ("80", "80"),
            ("5,", "5"),
        ] {
            assert_eq!(
                typed(text).map(|n| n.to_string()),
                Ok(expected.to_owned()),
                "{text}"
            );
        }
    }

    #[test]
    fn nonsense_is_refused() {
        assert_eq!(typed("  "), Err(BadNumber::Empty));
        for text in ["abc", "1,2,3", "1.2.3", "--1", "1e5", "12.34,56.7", "€", "1..2"] {
            assert_eq!(typed(text), Err(BadNumber::NotANumber), "{text}");
        }
        assert_eq!(
            typed("99999999999999999999999999999999"),
            Err(BadNumber::TooLarge)
        );
    }
}
