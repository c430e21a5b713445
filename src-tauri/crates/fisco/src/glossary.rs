//! `GLOSSARY.md` and the names of the code agree.

use std::{collections::BTreeSet, fs, path::Path};

/// The lower case words of a CamelCase or snake_case name; a run of capitals is one word.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = '_';
    let letters: Vec<char> = name.chars().collect();
    for (at, c) in letters.iter().copied().enumerate() {
        let ends_run = before.is_uppercase() && letters.get(at + 1).is_some_and(|next| next.is_lowercase());
        if c == '_' {
            words.push(String::new());
        } else if c.is_uppercase() && (!before.is_uppercase() || ends_run) {
            words.push(c.to_lowercase().collect());
        } else {
            match words.last_mut() {
                Some(word) => word.extend(c.to_lowercase()),
                None => words.push(c.to_lowercase().collect()),
            }
        }
        before = c;
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The first column of the table under a heading; every row has its three cells filled.
fn table(text: &str, heading: &str) -> Vec<String> {
    let section = text.split(heading).nth(1).unwrap().split("\n## ").next().unwrap();
    let rows = section.lines().filter(|line| line.starts_with('|')).skip(2);
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        assert!(
            cells.len() == 3 && cells.iter().all(|cell| !cell.is_empty()),
            "{row}"
        );
        cells[0].to_owned()
    })
    .collect()
}

/// Every name taken from an official source: elements of the invoice, code lists, parameters.
fn names(root: &Path) -> Vec<String> {
    let model = fs::read_dir(root.join("src-tauri/crates/fatturapa/src/model")).unwrap();
    let mut names: Vec<String> = Vec::new();
    for file in model {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let elements = text
            .split(" = \"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next());
        names.extend(elements.map(str::to_owned));
    }
    for table in ["codici", "parametri"] {
        let text = fs::read_to_string(root.join("assets").join(table).with_extension("tsv")).unwrap();
        names.extend(
            text.lines()
                .skip(1)
                .filter_map(|line| line.split('\t').next())
                .map(str::to_owned),
        );
    }
    names
}

#[test]
fn every_italian_word_of_a_name_is_explained() {
    let text = include_str!("../GLOSSARY.md");
    let known = table(text, "## Words in names");
    assert!(known.is_sorted_by(|a, b| a < b), "sorted, each word once");
    assert!(table(text, "## Terms of the trade").len() > 150);
    let known: BTreeSet<String> = known.into_iter().collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let names = names(&root);
    assert!(names.len() > 200);
    // `split_payment` is what Italian law itself calls it.
    let english = ["split", "payment", "attachment"];
    for name in names {
        for word in words(&name) {
            assert!(
                known.contains(&word) || english.contains(&word.as_str()),
                "{word} of {name}"
            );
        }
    }
}

#[test]
fn names_are_cut_into_words() {
    assert_eq!(words("IscrizioneREA"), ["iscrizione", "rea"]);
    assert_eq!(words("DatiDDT"), ["dati", "ddt"]);
    assert_eq!(words("CFQuietanzante"), ["cf", "quietanzante"]);
    assert_eq!(words("bollo_soglia"), ["bollo", "soglia"]);
}
