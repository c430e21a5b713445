//! The codes with which SDI rejects a file, and what to do about each, in words for who issued it
//! (`assets/sdi.tsv`; the sentences are ours).

use std::sync::LazyLock;

/// A code of SDI in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SdiCode {
    /// The code, five digits.
    pub code: &'static str,
    /// What happened, in Italian.
    pub it: &'static str,
    /// What happened, in English.
    pub en: &'static str,
    /// What to do, in Italian.
    pub fix_it: &'static str,
    /// What to do, in English.
    pub fix_en: &'static str,
}

const TABLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/sdi.tsv"));
static CODES: LazyLock<Vec<SdiCode>> = LazyLock::new(|| TABLE.lines().skip(1).filter_map(row).collect());

/// Every code, in order.
#[must_use]
pub fn all() -> &'static [SdiCode] {
    &CODES
}

/// The words for a code; none for one that issuing does not meet.
#[must_use]
pub fn find(code: &str) -> Option<&'static SdiCode> {
    let at = CODES.binary_search_by(|row| row.code.cmp(code)).ok()?;
    CODES.get(at)
}

fn row(line: &'static str) -> Option<SdiCode> {
    let cells: Vec<&str> = line.split('\t').collect();
    match cells.as_slice() {
        [code, it, en, fix_it, fix_en] => Some(SdiCode {
            code,
            it,
            en,
            fix_it,
            fix_en,
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_codes_are_in_order() {
        assert_eq!(all().len(), TABLE.lines().count() - 1);
        assert!(all().is_sorted_by(|a, b| a.code < b.code));
        for row in all() {
            let sentences = [row.it, row.en, row.fix_it, row.fix_en];
            assert!(
                sentences.iter().all(|sentence| sentence.ends_with('.')),
                "{}",
                row.code
            );
        }
        assert!(find("00400").is_some() && find("99999").is_none());
    }
}
