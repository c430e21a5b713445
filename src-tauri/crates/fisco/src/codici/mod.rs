//! The code lists of the FatturaPA schema as enums; the words and dates come from `assets/codici.tsv`.

mod cassa;
mod natura;

use std::{fmt, str::FromStr};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use cassa::Percentuale;

/// A code with its words and the days on which it may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voce {
    /// The code as the schema prints it.
    pub code: &'static str,
    /// The Italian words of the schema.
    pub it: &'static str,
    /// The English words, ours.
    pub en: &'static str,
    /// First day.
    pub from: Date,
    /// Last day; none while the code is in use.
    pub to: Option<Date>,
    /// Where the row comes from.
    pub source: &'static str,
}

/// The text is not a code of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a code of {list}")]
pub struct UnknownCode {
    /// Name of the list.
    pub list: &'static str,
}

macro_rules! lista {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $code:literal, $from:expr, $to:expr, $it:literal, $en:literal, $source:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
        pub enum $name {
            $(#[doc = $it] #[serde(rename = $code)] $variant,)+
        }

        impl $name {
            /// Every code, in the order of the schema.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The code with its words and dates.
            #[must_use]
            pub const fn voce(self) -> &'static Voce {
                match self {
                    $(Self::$variant => {
                        const VOCE: Voce = Voce { code: $code, it: $it, en: $en, from: $from, to: $to, source: $source };
                        &VOCE
                    })+
                }
            }

            /// The code as the schema prints it.
            #[must_use]
            pub const fn code(self) -> &'static str {
                self.voce().code
            }

            /// Whether a document of that day may carry it.
            #[must_use]
            pub fn valid_on(self, day: Date) -> bool {
                let voce = self.voce();
                voce.from <= day && voce.to.is_none_or(|to| day <= to)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }

        impl FromStr for $name {
            type Err = UnknownCode;

            fn from_str(text: &str) -> Result<Self, UnknownCode> {
                let code = text.trim();
                Self::ALL.iter().copied().find(|item| item.code().eq_ignore_ascii_case(code)).ok_or(UnknownCode { list: stringify!($name) })
            }
        }
    };
}

include!(concat!(env!("OUT_DIR"), "/codici.rs"));

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn codes_are_read_and_printed_as_the_schema_has_them() {
        assert_eq!(" n3.5 ".parse::<Natura>(), Ok(Natura::N3_5));
        assert_eq!(Natura::N3_5.to_string(), "N3.5");
        assert_eq!(
            "TD99".parse::<TipoDocumento>(),
            Err(UnknownCode {
                list: "TipoDocumento"
            })
        );
        assert_eq!(serde_json::to_string(&Natura::N2_1).unwrap(), "\"N2.1\"");
        assert_eq!(Natura::ALL.len(), 24);
        assert_eq!(TipoDocumento::ALL.len(), 20);
    }

    #[test]
    fn parent_codes_end_with_2020_and_new_ones_start_on_their_day() {
        assert!(Natura::N2.valid_on(date(2020, 12, 31)) && !Natura::N2.valid_on(date(2021, 1, 1)));
        assert!(
            !TipoDocumento::TD29.valid_on(date(2025, 3, 31))
                && TipoDocumento::TD29.valid_on(date(2025, 4, 1))
        );
    }
}
