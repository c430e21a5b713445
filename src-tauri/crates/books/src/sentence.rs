//! One sentence per code, in Italian and English: what happened and what to do. The page reads the same file.

use std::{collections::BTreeMap, sync::OnceLock};

const FRASI: &str = include_str!("../../../../assets/frasi.tsv");

/// The sentence of `code` with its values put in; the code itself when it has none.
#[must_use]
pub fn sentence(code: &str, args: &BTreeMap<String, String>, in_english: bool) -> String {
    static TABLE: OnceLock<BTreeMap<&str, (&str, &str)>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let rows = FRASI
            .lines()
            .skip(1)
            .map(|row| row.splitn(3, '\t').collect::<Vec<_>>());
        rows.filter_map(|row| Some((*row.first()?, (*row.get(1)?, *row.get(2)?))))
            .collect()
    });
    let Some((it, en)) = table.get(code) else {
        return code.to_owned();
    };
    let sentence = (if in_english { *en } else { *it }).to_owned();
    args.iter().fold(sentence, |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Names of the values in a sentence.
    fn values(text: &str) -> BTreeSet<&str> {
        text.split('{')
            .skip(1)
            .filter_map(|rest| Some(rest.split_once('}')?.0))
            .collect()
    }

    #[test]
    fn every_code_has_both_sentences_in_order_with_the_same_values() {
        let rows: Vec<Vec<&str>> = FRASI
            .lines()
            .skip(1)
            .map(|row| row.split('\t').collect())
            .collect();
        for row in &rows {
            assert!(
                row.len() == 3 && row.iter().all(|cell| !cell.is_empty()),
                "{row:?}"
            );
            // `it` and `en` are words that come with the problem, one for each language.
            let english = row[2].replace("{en}", "{it}");
            assert_eq!(values(row[1]), values(&english), "{}", row[0]);
        }
        assert!(rows.is_sorted_by(|a, b| a[0] < b[0]));
    }

    #[test]
    fn values_stand_in_the_sentence() {
        let args = BTreeMap::from([("at".to_owned(), "3".to_owned())]);
        let said = sentence("id_characters", &args, false);
        assert!(said.contains('3') && !said.contains('{'), "{said}");
        assert_eq!(sentence("nobody_knows", &args, true), "nobody_knows");
    }
}
