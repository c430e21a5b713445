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
