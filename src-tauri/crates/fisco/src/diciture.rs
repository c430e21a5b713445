//! The wordings that law wants on documents, from `assets/diciture.tsv`. They are dated: from 2027 the consolidated
//! VAT act has other article numbers (D.Lgs. 10/2026).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::data::DICITURE;

/// The language of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
pub enum Lingua {
    /// Italian.
    It,
    /// English: the Italian reference stays, the sentence is translated.
    En,
}

/// A wording on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dicitura {
    /// The text; what stands in braces is for the user to fill.
    pub testo: &'static str,
    /// The law that wants it.
    pub source: &'static str,
    /// "Da verificare".
    pub is_doubtful: bool,
}

/// The wording `id` on that day; none for an unknown id or a day not covered.
#[must_use]
pub fn testo(id: &str, day: Date, lingua: Lingua) -> Option<Dicitura> {
    let row = DICITURE
        .iter()
        .find(|row| row.id == id && row.from <= day && row.to.is_none_or(|to| day <= to))?;
    let testo = match lingua {
        Lingua::It => row.it,
        Lingua::En => row.en,
    };
    Some(Dicitura {
        testo,
        source: row.source,
        is_doubtful: row.is_doubtful,
    })
}

/// Every id, in the order of the table; one that has several dated rows comes several times.
pub fn ids() -> impl Iterator<Item = &'static str> {
    DICITURE.iter().map(|row| row.id)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_wording_is_dated_and_has_both_languages() {
        let before = testo("W_RC", date(2026, 12, 31), Lingua::It).unwrap();
        let after = testo("W_RC", date(2027, 1, 1), Lingua::It).unwrap();
        assert!(before.testo.starts_with("Inversione contabile") && !before.is_doubtful);
        assert!(
            after.is_doubtful,
            "article numbers of the consolidated act are still to be checked"
        );
        assert_eq!(testo("W_NOTHING", date(2026, 1, 1), Lingua::It), None);
        for id in ids() {
            let english = testo(id, date(2026, 6, 1), Lingua::En).unwrap();
            assert!(!english.testo.is_empty(), "{id}");
        }
    }
}
