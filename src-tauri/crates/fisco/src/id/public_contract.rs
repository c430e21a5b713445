//! CIG and CUP: the contract and the project of a public body. Checked, never blocking.

use std::str::FromStr;

use super::{BadId, Warning, compact, exact_length, identifier, is_alphanumeric, only};

identifier!(
    /// Codice identificativo di gara: 10 letters or digits.
    Cig
);

identifier!(
    /// Codice unico di progetto: 15 letters or digits.
    Cup
);

impl Cig {
    /// What is suspicious: an ordinary CIG (7 digits first) whose 3 check digits do not agree.
    /// SmartCIG (X, Y, Z) and those of the digital platform (A, B) have no known check.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let (number, check) = self.0.split_at_checked(7).unwrap_or_default();
        let Ok(number) = number.parse::<u32>() else {
            return Vec::new();
        };
        let expected = number.saturating_mul(211) % 4091;
        if u32::from_str_radix(check, 16) == Ok(expected) {
            Vec::new()
        } else {
            vec![Warning::CigCheck]
        }
    }
}

impl FromStr for Cig {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let typed = compact(text)?;
        only(&typed, is_alphanumeric)?;
        exact_length(&typed, 10, "10")?;
        Ok(Self(typed))
    }
}

impl Cup {
    /// What is suspicious: a shape other than letter, 2 digits, letter, 11 digits.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let is_usual = self.0.chars().enumerate().all(|(at, c)| match at {
            0 | 3 => c.is_ascii_uppercase(),
            _ => c.is_ascii_digit(),
        });
        if is_usual {
            Vec::new()
        } else {
            vec![Warning::CupShape]
        }
    }
}

impl FromStr for Cup {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let typed = compact(text)?;
        only(&typed, is_alphanumeric)?;
        exact_length(&typed, 15, "15")?;
        Ok(Self(typed))
    }
}
