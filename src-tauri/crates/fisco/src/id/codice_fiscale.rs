//! Codice fiscale: 16 characters of a person, or 11 digits of an entity or a provisional one (DM 23.12.1976).

use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{BadId, Warning, check_letter, compact, exact_length, identifier, only, partita_iva};
use crate::belfiore;

identifier!(
    /// A codice fiscale of 16 characters (omocodia included) or of 11 digits.
    CodiceFiscale
);

/// Sex, as the day of birth of a codice fiscale tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
pub enum Sesso {
    /// Male: days 01-31.
    M,
    /// Female: days 41-71.
    F,
}

/// What a codice fiscale of 16 characters says about the birth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nascita {
    /// The last two digits of the year: the century is not told.
    pub anno: u8,
    /// Month, 1 to 12.
    pub mese: i8,
    /// Day, 1 to 31.
    pub giorno: i8,
    /// Sex.
    pub sesso: Sesso,
    /// Belfiore code of the municipality or country, with its digits restored.
    pub luogo: String,
}

/// Letters of the months, January first.
pub(super) const MONTHS: &str = "ABCDEHLMPRST";
/// Letters that stand for the digits 0 to 9 when two people would have the same code.
const OMOCODIA: &str = "LMNPQRSTUV";
/// Positions, from 0, that hold digits.
const DIGITS: [usize; 7] = [6, 7, 9, 10, 12, 13, 14];

impl CodiceFiscale {
    /// Whether it is the 16 character code of a natural person; the other kind has 11 digits.
    #[must_use]
    pub fn is_persona(&self) -> bool {
        self.0.len() == 16
    }

    /// Whether letters stand for digits because two people would have the same code.
    #[must_use]
    pub fn is_omocodia(&self) -> bool {
        self.is_persona() && restored(&self.0).is_ok_and(|plain| self.0.get(..15) != plain.get(..15))
    }

    /// The three letters of the surname and the three of the name; none for an 11 digit code.
    #[must_use]
    pub fn iniziali(&self) -> Option<(&str, &str)> {
        if self.is_persona() {
            Some((self.0.get(..3)?, self.0.get(3..6)?))
        } else {
            None
        }
    }

    /// Date, sex and place of birth; none for an 11 digit code.
    #[must_use]
    pub fn nascita(&self) -> Option<Nascita> {
        if self.is_persona() {
            birth(&restored(&self.0).ok()?).ok()
        } else {
            None
        }
    }

    /// The dates of birth it can mean, not after `today`, latest first.
    #[must_use]
    pub fn birth_dates(&self, today: Date) -> Vec<Date> {
        let Some(nascita) = self.nascita() else {
            return Vec::new();
        };
        nascita
            .dates()
            .into_iter()
            .filter(|date| *date <= today)
            .collect()
    }

    /// What is suspicious about the place of birth: unknown, or not existing at any date the code can mean.
    #[must_use]
    pub fn warnings(&self, today: Date) -> Vec<Warning> {
        let Some(nascita) = self.nascita() else {
            return Vec::new();
        };
        let mut places = belfiore::find(&nascita.luogo).peekable();
        if places.peek().is_none() {
            return vec![Warning::Luogo];
        }
        let dates = self.birth_dates(today);
        if places.any(|place| dates.iter().any(|date| place.existed_on(*date))) {
            Vec::new()
        } else {
            vec![Warning::LuogoNascita]
        }
    }
}

impl Nascita {
    /// The dates it can mean, of this century and the last, latest first.
    fn dates(&self) -> Vec<Date> {
        [2000_i16, 1900]
            .into_iter()
            .filter_map(|century| {
                Date::new(century.checked_add(i16::from(self.anno))?, self.mese, self.giorno).ok()
            })
            .collect()
    }
}

impl FromStr for CodiceFiscale {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let typed = compact(text)?;
        if typed.bytes().all(|byte| byte.is_ascii_digit()) {
            if typed.len() != 11 {
                return Err(BadId::Length {
                    found: typed.len(),
                    expected: "16 / 11",
                });
            }
            partita_iva::eleven_digits(&typed)?;
            return Ok(Self(typed));
        }
        exact_length(&typed, 16, "16 / 11")?;
        only(&typed, super::is_alphanumeric)?;
        let plain = restored(&typed)?;
        let nascita = birth(&plain)?;
        if nascita.dates().is_empty() {
            return Err(BadId::Date);
        }
        let expected = typed.get(..15).and_then(check_letter).ok_or(BadId::Empty)?;
        if typed.ends_with(expected) {
            Ok(Self(typed))
        } else {
            Err(BadId::CheckCharacter { expected })
        }
    }
}

/// The code with its digits restored where omocodia put letters; fails on a character of the wrong kind.
fn restored(code: &str) -> Result<String, BadId> {
    code.chars()
        .enumerate()
        .map(|(at, c)| {
            let wrong = BadId::Characters {
                at: at.saturating_add(1),
            };
            match (DIGITS.contains(&at), c.is_ascii_digit()) {
                (true, false) => {
                    let digit = OMOCODIA.chars().position(|letter| letter == c).ok_or(wrong)?;
                    u32::try_from(digit)
                        .ok()
                        .and_then(|digit| char::from_digit(digit, 10))
                        .ok_or(wrong)
                }
                (false, true) => Err(wrong),
                _ => Ok(c),
            }
        })
        .collect()
}

/// Reads date, sex and place of a code whose digits are restored.
fn birth(plain: &str) -> Result<Nascita, BadId> {
    let number = |from: usize| {
        plain
            .get(from..from.saturating_add(2))
            .and_then(|digits| digits.parse::<u8>().ok())
            .ok_or(BadId::Date)
    };
    let mese = plain
        .chars()
        .nth(8)
        .and_then(|letter| MONTHS.find(letter))
        .ok_or(BadId::Characters { at: 9 })?;
    let (day, sesso) = match number(9)? {
        day @ 1..=31 => (day, Sesso::M),
        day @ 41..=71 => (day.saturating_sub(40), Sesso::F),
        _ => return Err(BadId::Date),
    };
    Ok(Nascita {
        anno: number(6)?,
        mese: i8::try_from(mese.saturating_add(1)).map_err(|_wide| BadId::Date)?,
        giorno: i8::try_from(day).map_err(|_wide| BadId::Date)?,
        sesso,
        luogo: plain.get(11..15).unwrap_or_default().to_owned(),
    })
}
