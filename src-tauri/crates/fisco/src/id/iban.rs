//! IBAN: check digits modulo 97 (ISO 13616), length by country, and the CIN of Italy and San Marino.

use std::str::FromStr;

use super::{BadId, Nazione, check_letter, compact, exact_length, identifier, is_alphanumeric, only};

identifier!(
    /// An IBAN without spaces.
    Iban
);

impl Iban {
    /// The country prefix, two letters.
    #[must_use]
    pub fn country(&self) -> &str {
        self.0.get(..2).unwrap_or_default()
    }

    /// ABI, the bank: 5 digits; only Italy and San Marino.
    #[must_use]
    pub fn abi(&self) -> Option<&str> {
        if self.has_cin() { self.0.get(5..10) } else { None }
    }

    /// CAB, the branch: 5 digits; only Italy and San Marino.
    #[must_use]
    pub fn cab(&self) -> Option<&str> {
        if self.has_cin() { self.0.get(10..15) } else { None }
    }

    /// In groups of four, as printed on paper.
    #[must_use]
    pub fn grouped(&self) -> String {
        let mut shown = String::new();
        for (at, c) in self.0.chars().enumerate() {
            if at > 0 && at % 4 == 0 {
                shown.push(' ');
            }
            shown.push(c);
        }
        shown
    }

    fn has_cin(&self) -> bool {
        matches!(self.country(), "IT" | "SM")
    }
}

impl FromStr for Iban {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let typed = compact(text)?;
        let code = typed
            .strip_prefix("IBAN")
            .map_or(typed.as_str(), |rest| rest.trim_start_matches(':'));
        only(code, is_alphanumeric)?;
        let nazione: Nazione = code
            .get(..2)
            .unwrap_or_default()
            .parse()
            .map_err(|_unknown| BadId::Country)?;
        let (length, shown) = nazione.iban_length().ok_or(BadId::Country)?;
        exact_length(code, length, shown)?;
        let iban = Self(code.to_owned());
        let (check, account) = (
            code.get(2..4).unwrap_or_default(),
            code.get(4..).unwrap_or_default(),
        );
        if let Some(at) = check.bytes().position(|byte| !byte.is_ascii_digit()) {
            return Err(BadId::Characters {
                at: at.saturating_add(3),
            });
        }
        if iban.has_cin() {
            italian_account(account)?;
        }
        let expected = 98_u32.saturating_sub(modulo_97(&format!("{account}{}00", iban.country())));
        if check.parse() == Ok(expected) {
            Ok(iban)
        } else {
            Err(BadId::CheckDigits { expected })
        }
    }
}

/// CIN letter, ABI and CAB of digits, account of letters and digits.
fn italian_account(account: &str) -> Result<(), BadId> {
    let (cin, coordinates) = account.split_at_checked(1).ok_or(BadId::Empty)?;
    only(cin, |c| c.is_ascii_uppercase()).map_err(|_digit| BadId::Characters { at: 5 })?;
    if let Some(at) = coordinates
        .bytes()
        .take(10)
        .position(|byte| !byte.is_ascii_digit())
    {
        return Err(BadId::Characters {
            at: at.saturating_add(6),
        });
    }
    let expected = check_letter(coordinates).ok_or(BadId::Empty)?;
    if cin.starts_with(expected) {
        Ok(())
    } else {
        Err(BadId::Cin { expected })
    }
}

/// The text read as a number, letters as 10 to 35, modulo 97.
fn modulo_97(text: &str) -> u32 {
    text.chars()
        .filter_map(|c| c.to_digit(36))
        .fold(0, |rest, value| {
            let shift = if value < 10 { 10_u32 } else { 100 };
            rest.saturating_mul(shift).saturating_add(value) % 97
        })
}
