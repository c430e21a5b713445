//! Municipalities and countries by their Belfiore code, with the dates between which each existed.
//!
//! The table comes from python-codicefiscale (MIT, notice in `assets/belfiore.LICENSE`).

use std::sync::LazyLock;

use jiff::civil::Date;

/// A place that can stand in a codice fiscale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Luogo {
    /// The code: a letter and three digits.
    pub code: &'static str,
    /// The name.
    pub nome: &'static str,
    /// Sigla of the province; `EE` for a country.
    pub provincia: &'static str,
    /// First day of this name and province; none when the table does not say.
    pub from: Option<Date>,
    /// Last day; none when it still exists.
    pub to: Option<Date>,
}

impl Luogo {
    /// Whether it existed on that day.
    #[must_use]
    pub fn existed_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

const TABLE: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../../assets/belfiore.tsv"
));
static LUOGHI: LazyLock<Vec<Luogo>> = LazyLock::new(|| TABLE.lines().skip(1).filter_map(row).collect());

/// Every row, ordered by code.
#[must_use]
pub fn all() -> &'static [Luogo] {
    &LUOGHI
}

/// The rows of one code: several when name or province changed.
pub fn find(code: &str) -> impl Iterator<Item = &'static Luogo> {
    let start = LUOGHI.partition_point(|luogo| luogo.code < code);
    LUOGHI
        .iter()
        .skip(start)
        .take_while(move |luogo| luogo.code == code)
}

fn row(line: &'static str) -> Option<Luogo> {
    let mut cells = line.split('\t');
    let (code, nome, provincia) = (cells.next()?, cells.next()?, cells.next()?);
    let mut day = || match cells.next() {
        None | Some("") => Some(None),
        Some(text) => text.parse().ok().map(Some),
    };
    Some(Luogo {
        code,
        nome,
        provincia,
        from: day()?,
        to: day()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_codes_are_in_order() {
        assert_eq!(all().len(), TABLE.lines().count() - 1);
        assert!(all().is_sorted_by_key(|luogo| luogo.code));
    }

    #[test]
    fn a_suppressed_place_is_still_found() {
        assert!(find("A012").any(|luogo| luogo.nome == "Abetone" && luogo.to.is_some()));
        assert_eq!(find("ZZZZ").count(), 0);
    }
}
