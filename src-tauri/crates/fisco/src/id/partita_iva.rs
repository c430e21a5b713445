//! Partita IVA: 7 digits of the taxpayer, 3 of the office, 1 check digit (DPR 633/1972 art. 35).

use std::str::FromStr;

use super::{BadId, Warning, compact, exact_length, identifier, only};

identifier!(
    /// An Italian VAT number: 11 digits, no prefix. Typed with or without `IT`.
    PartitaIva
);

impl PartitaIva {
    /// What is suspicious: an office not among 001-100, 120, 121, 888, 999.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let office = self.0.get(7..10).and_then(|digits| digits.parse::<u16>().ok());
        match office {
            Some(1..=100 | 120 | 121 | 888 | 999) => Vec::new(),
            _ => vec![Warning::Ufficio],
        }
    }
}

impl FromStr for PartitaIva {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let typed = compact(text)?;
        let digits = typed.strip_prefix("IT").unwrap_or(&typed);
        eleven_digits(digits)?;
        Ok(Self(digits.to_owned()))
    }
}

/// Checks eleven digits whose last is the check digit; the codice fiscale of entities has the same rule.
pub(super) fn eleven_digits(digits: &str) -> Result<(), BadId> {
    only(digits, |c| c.is_ascii_digit())?;
    exact_length(digits, 11, "11")?;
    if digits.bytes().all(|digit| digit == b'0') {
        return Err(BadId::AllZero);
    }
    let sum: u32 = digits
        .chars()
        .take(10)
        .filter_map(|c| c.to_digit(10))
        .enumerate()
        .map(|(at, digit)| match (at % 2 == 0, digit) {
            (true, digit) => digit,
            (false, 0..=4) => digit.saturating_mul(2),
            (false, _) => digit.saturating_mul(2).saturating_sub(9),
        })
        .sum();
    let check = 10_u32.saturating_sub(sum % 10) % 10;
    let expected = char::from_digit(check, 10).ok_or(BadId::Empty)?;
    if digits.ends_with(expected) {
        Ok(())
    } else {
        Err(BadId::CheckCharacter { expected })
    }
}
