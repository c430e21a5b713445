//! What a Natura entails.

use super::Natura;
use crate::data;

impl Natura {
    /// Whether its amounts count for the stamp duty of the document (DPR 642/1972).
    #[must_use]
    pub fn is_bollo_dovuto(self) -> bool {
        data::natura(self.code()).is_some_and(|row| row.bollo)
    }

    /// Whether the sources disagree on the stamp: the default can be changed by the user.
    #[must_use]
    pub fn is_bollo_doubtful(self) -> bool {
        data::natura(self.code()).is_some_and(|row| row.bollo_doubtful)
    }

    /// The wordings that suit it, the usual one first; keys of [`crate::diciture`].
    #[must_use]
    pub fn diciture(self) -> &'static [&'static str] {
        data::natura(self.code()).map_or(&[], |row| row.diciture)
    }

    /// Whether the customer accounts for the VAT (N6 and below).
    #[must_use]
    pub fn is_inversione_contabile(self) -> bool {
        self.code().starts_with("N6")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamp_follows_the_nature() {
        let due: Vec<&str> = Natura::ALL
            .iter()
            .filter(|n| n.is_bollo_dovuto())
            .map(|n| n.code())
            .collect();
        assert_eq!(due, ["N1", "N2.1", "N2.2", "N3.5", "N3.6", "N4"]);
        assert!(Natura::N1.is_bollo_doubtful() && Natura::N5.is_bollo_doubtful());
    }

    #[test]
    fn every_wording_of_a_nature_exists() {
        for natura in Natura::ALL {
            for id in natura.diciture() {
                assert!(crate::diciture::ids().any(|known| known == *id), "{natura} {id}");
            }
        }
    }
}
