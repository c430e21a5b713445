//! Identifiers: each is parsed once, from what people type, into a value that cannot be wrong.
//!
//! Reading drops spaces, dots and the like and raises letters; printing gives the canonical form that files carry.
//! What is only suspicious is a [`Warning`], asked for separately, and never stops anybody.

mod cap;
mod codice_destinatario;
mod codice_fiscale;
mod derive;
mod iban;
mod nazione;
mod partita_iva;
mod public_contract;
#[cfg(test)]
mod tests;
mod vat_number;

pub use cap::{Cap, Provincia};
pub use codice_destinatario::CodiceDestinatario;
pub use codice_fiscale::{CodiceFiscale, Nascita, Sesso};
pub use derive::{Persona, derive};
pub use iban::Iban;
pub use nazione::Nazione;
pub use partita_iva::PartitaIva;
pub use public_contract::{Cig, Cup};
pub use vat_number::VatNumber;

/// Why a text is not the identifier it should be. The code is stable; the window has a sentence for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadId {
    /// Nothing was typed.
    #[error("empty")]
    Empty,
    /// The number of characters is wrong.
    #[error("{found} characters instead of {expected}")]
    Length {
        /// Characters found after spaces were dropped.
        found: usize,
        /// The lengths that are right, as shown: `11`, `6 or 7`.
        expected: &'static str,
    },
    /// A character of the wrong kind stands at this position, counted from 1.
    #[error("wrong character at position {at}")]
    Characters {
        /// Position, counted from 1.
        at: usize,
    },
    /// All zeros.
    #[error("all zeros")]
    AllZero,
    /// The check character does not agree with the rest: one of the characters was mistyped.
    #[error("check character should be {expected}")]
    CheckCharacter {
        /// The character that would agree.
        expected: char,
    },
    /// The two check digits of an IBAN do not agree with the rest.
    #[error("check digits should be {expected:02}")]
    CheckDigits {
        /// The digits that would agree.
        expected: u32,
    },
    /// The CIN letter of an Italian IBAN does not agree with the bank coordinates.
    #[error("CIN should be {expected}")]
    Cin {
        /// The letter that would agree.
        expected: char,
    },
    /// The birth date inside does not exist.
    #[error("no such date")]
    Date,
    /// The country is not known, or does not use this identifier.
    #[error("unknown country")]
    Country,
    /// The form is not that of the country.
    #[error("expected {expected}")]
    Format {
        /// The form that is right: `n` a digit, `a` a letter, `x` either, `y` also plus or star, the rest as it stands.
        expected: &'static str,
    },
}

impl BadId {
    /// The stable code of the failure.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "id_empty",
            Self::Length { .. } => "id_length",
            Self::Characters { .. } => "id_characters",
            Self::AllZero => "id_all_zero",
            Self::CheckCharacter { .. } => "id_check_character",
            Self::CheckDigits { .. } => "id_check_digits",
            Self::Cin { .. } => "id_cin",
            Self::Date => "id_date",
            Self::Country => "id_country",
            Self::Format { .. } => "id_format",
        }
    }
}

/// What is suspicious about an identifier that is well formed. Never a reason to refuse it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Warning {
    /// The office digits of a partita IVA are not among those in use.
    Ufficio,
    /// The check digits of a CIG do not agree.
    CigCheck,
    /// The CUP has an unusual shape.
    CupShape,
    /// No such province today.
    Provincia,
    /// The place of birth is not in the Belfiore table.
    Luogo,
    /// The place of birth did not exist on the day of birth.
    LuogoNascita,
    /// The surname gives other letters.
    Cognome,
    /// The name gives other letters.
    Nome,
    /// The date of birth differs.
    DataNascita,
    /// The sex differs.
    Sesso,
}

impl Warning {
    /// The stable code of the warning.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ufficio => "warn_ufficio",
            Self::CigCheck => "warn_cig_check",
            Self::CupShape => "warn_cup_shape",
            Self::Provincia => "warn_provincia",
            Self::Luogo => "warn_luogo",
            Self::LuogoNascita => "warn_luogo_nascita",
            Self::Cognome => "warn_cognome",
            Self::Nome => "warn_nome",
            Self::DataNascita => "warn_data_nascita",
            Self::Sesso => "warn_sesso",
        }
    }
}

/// A text newtype that is read by its `FromStr`, printed as stored, and a string for serde and TypeScript.
macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, ts_rs::TS)]
        #[ts(as = "String")]
        pub struct $name(String);

        impl $name {
            /// The canonical text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
use identifier;

/// Raises letters and drops what people type between groups: spaces, dots, hyphens, slashes, invisible marks.
fn compact(text: &str) -> Result<String, BadId> {
    // What files carry is so already, thousands of times in a row.
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Ok(text.to_ascii_uppercase());
    }
    let kept: String = text
        .chars()
        .filter(|c| {
            !c.is_whitespace()
                && !c.is_control()
                && !matches!(c, '.' | '-' | '/' | '\u{200b}'..='\u{200f}' | '\u{feff}')
        })
        .flat_map(char::to_uppercase)
        .collect();
    if kept.is_empty() {
        Err(BadId::Empty)
    } else {
        Ok(kept)
    }
}

/// Fails unless `text` has exactly `length` characters.
fn exact_length(text: &str, length: usize, expected: &'static str) -> Result<(), BadId> {
    match text.chars().count() {
        found if found == length => Ok(()),
        found => Err(BadId::Length { found, expected }),
    }
}

/// Fails at the first character that is not `allowed`.
fn only(text: &str, allowed: impl Fn(char) -> bool) -> Result<(), BadId> {
    match text.chars().position(|c| !allowed(c)) {
        Some(at) => Err(BadId::Characters {
            at: at.saturating_add(1),
        }),
        None => Ok(()),
    }
}

/// A digit or an upper case letter of the Latin alphabet.
fn is_alphanumeric(c: char) -> bool {
    c.is_ascii_digit() || c.is_ascii_uppercase()
}

/// The value of each letter in an odd position; digits have those of A to J (DM 23.12.1976).
const ODD: [u32; 26] = [
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

/// The check letter of a codice fiscale, and the CIN of Italian bank coordinates: odd and even values, modulo 26.
fn check_letter(text: &str) -> Option<char> {
    let mut sum = 0_u32;
    for (at, c) in text.chars().enumerate() {
        let value = c.to_digit(36)?;
        let even = if value < 10 { value } else { value.checked_sub(10)? };
        let odd = *ODD.get(usize::try_from(even).ok()?)?;
        sum = sum.checked_add(if at % 2 == 0 { odd } else { even })?;
    }
    char::from_digit(sum.checked_rem(26)?.checked_add(10)?, 36).map(|c| c.to_ascii_uppercase())
}
