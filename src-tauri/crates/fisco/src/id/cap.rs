//! Postcode and province of an address.

use std::str::FromStr;

use super::{BadId, Warning, compact, exact_length, identifier, only};
use crate::belfiore;

identifier!(
    /// Codice di avviamento postale: 5 digits; `00000` for a foreign address.
    Cap
);

identifier!(
    /// Sigla of a province: 2 letters; `EE` for a foreign address.
    Provincia
);

impl Cap {
    /// `00000`, for a foreign address.
    #[must_use]
    pub fn foreign() -> Self {
        Self("00000".to_owned())
    }
}

impl FromStr for Cap {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let typed = compact(text)?;
        only(&typed, |c| c.is_ascii_digit())?;
        exact_length(&typed, 5, "5")?;
        Ok(Self(typed))
    }
}

impl Provincia {
    /// What is suspicious: no municipality lies in it today.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let is_known = belfiore::all()
            .iter()
            .any(|place| place.provincia == self.0 && place.to.is_none());
        if is_known {
            Vec::new()
        } else {
            vec![Warning::Provincia]
        }
    }
}

impl FromStr for Provincia {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let typed = compact(text)?;
        only(&typed, |c| c.is_ascii_uppercase())?;
        exact_length(&typed, 2, "2")?;
        Ok(Self(typed))
    }
}
