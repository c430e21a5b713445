//! Codice destinatario: where SDI delivers.

use std::str::FromStr;

use super::{BadId, compact, identifier, is_alphanumeric, only};

identifier!(
    /// 7 characters for private customers, 6 for a public office (IPA).
    CodiceDestinatario
);

impl CodiceDestinatario {
    /// `0000000`: consumers, unknown code, or a PEC given instead.
    #[must_use]
    pub fn unknown() -> Self {
        Self("0000000".to_owned())
    }

    /// `XXXXXXX`: customers not established in Italy.
    #[must_use]
    pub fn foreign() -> Self {
        Self("XXXXXXX".to_owned())
    }

    /// Whether it is the code of a public office: the invoice is FPA12.
    #[must_use]
    pub fn is_pa(&self) -> bool {
        self.0.len() == 6
    }

    /// Whether SDI has no channel for it and needs a PEC or uses the tax portal.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.0 == "0000000"
    }
}

impl FromStr for CodiceDestinatario {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let typed = compact(text)?;
        only(&typed, is_alphanumeric)?;
        match typed.len() {
            6 | 7 => Ok(Self(typed)),
            found => Err(BadId::Length {
                found,
                expected: "7 / 6",
            }),
        }
    }
}
