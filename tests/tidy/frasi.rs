//! Every code that the program can tell has its sentence, and every sentence has its code; so have the verbs in the
//! history of a document their words.

use std::collections::BTreeSet;

use super::{Tree, check, code};

const FRASI: &str = "assets/frasi.tsv";

/// What stands right before a code where one is told.
const TELLERS: [&str; 7] = [
    "error(",
    "warning(",
    "refused(",
    "sdi(",
    "Failure(",
    "Failure::new(",
    "code: ",
];

/// Nobody meets these as they are: tools, tests and the window without its engine.
const SILENT: [&str; 7] = [
    "/xtask/",
    "/torture/",
    "/tests",
    ".test.",
    "/fake.ts",
    // What is told of a file that arrived has its words in assets/sdi.tsv.
    "/fatturapa/src/intake/error.rs",
    "/fatturapa/src/xml/",
];

/// The codes told in the sources, and the values given for their sentences.
#[derive(Default)]
struct Told {
    codes: BTreeSet<String>,
    values: BTreeSet<String>,
}

fn told(tree: &Tree) -> Told {
    let mut told = Told::default();
    for (path, text) in tree.ending(&[".rs", ".ts", ".tsx"]) {
        let is_shipped = path.starts_with("src-tauri/") || path.starts_with("ui/src/");
        if !is_shipped || SILENT.iter().any(|part| path.contains(part)) {
            continue;
        }
        let text = text.split("mod tests {").next().unwrap_or(text);
        let text: String = code(text)
            .filter(|(_, line)| !line.trim_start().starts_with("#["))
            .flat_map(|(_, line)| [line, "\n"])
            .collect();
        for teller in TELLERS {
            told.codes.extend(words_after(&text, teller));
        }
        // the list of a check; other lists take fields, which are one word
        told.codes
            .extend(words_after(&text, "add(").filter(|word| word.contains('_')));
        // a step of an explanation, wherever its code stands
        let quoted = text.split('"').filter(|word| word.starts_with("spiega_"));
        told.codes.extend(quoted.map(str::to_owned));
        for body in text.split("fn code(").skip(1) {
            let body = body.split("fn ").next().unwrap_or(body);
            told.codes.extend(words_after(body, "=> "));
            told.codes.extend(words_after(body, "=> {"));
        }
        told.values.extend(words_after(&text, "arg("));
    }
    told
}

/// The words quoted right after `opening`, on its line or the next: small letters, `_` and `.`.
fn words_after<'a>(text: &'a str, opening: &'a str) -> impl Iterator<Item = String> + 'a {
    let openings = text.split(opening).skip(1);
    openings.filter_map(|rest| {
        let (word, _) = rest.trim_start().strip_prefix('"')?.split_once('"')?;
        let is_word = !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b"_.".contains(&b));
        is_word.then(|| word.to_owned())
    })
}

/// The `{names}` of a sentence.
fn holes(sentence: &str) -> impl Iterator<Item = &str> {
    let after = sentence.split('{').skip(1);
    after.map(|rest| rest.split('}').next().unwrap_or(rest))
}

fn sentences(tree: &Tree) -> Vec<String> {
    let told = told(tree);
    let mut complaints = Vec::new();
    let mut known = BTreeSet::new();
    for row in tree.text(FRASI).unwrap_or_default().lines().skip(1) {
        let (code, texts) = row.split_once('\t').unwrap_or((row, ""));
        known.insert(code);
        if !told.codes.contains(code) {
            complaints.push(format!("{code}: a sentence for what nobody tells"));
        }
        // What SDI would say comes with its own words in each language.
        let is_whole = |text: &str| text.ends_with('.') || matches!(text, "{it}" | "{en}");
        if !texts.split('\t').all(is_whole) {
            complaints.push(format!("{code}: a sentence ends with a full stop"));
        }
        let empty = holes(row).filter(|hole| !told.values.contains(*hole));
        complaints.extend(empty.map(|hole| format!("{code}: nobody gives {{{hole}}}")));
    }
    let silent = told.codes.iter().filter(|code| !known.contains(code.as_str()));
    complaints.extend(silent.map(|code| format!("{code}: no sentence in {FRASI}")));
    complaints
}

fn verbs(tree: &Tree) -> Vec<String> {
    let sources = tree.ending(&[".rs"]);
    let documents = sources
        .filter(|(path, _)| path.starts_with("src-tauri/crates/books/src/") && path.contains("documenti"));
    let written: BTreeSet<String> = documents
        .flat_map(|(_, text)| words_after(text, ".write("))
        .map(|verb| verb.replace('.', "_"))
        .collect();
    let mut complaints = Vec::new();
    for language in ["it", "en"] {
        let path = format!("ui/src/i18n/{language}/documenti.ts");
        let text = tree.text(&path).unwrap_or_default();
        let block = text
            .split("verbi: {")
            .nth(1)
            .and_then(|rest| rest.split('}').next());
        let lines = block.unwrap_or_default().lines();
        let words: BTreeSet<String> = lines
            .filter_map(|line| Some(line.trim().split_once(':')?.0.to_owned()))
            .collect();
        let missing = written.difference(&words);
        complaints.extend(missing.map(|verb| format!("{path}: no words for {verb}")));
        let unused = words.difference(&written);
        complaints.extend(unused.map(|verb| format!("{path}: nobody writes {verb}")));
    }
    complaints
}

#[test]
fn every_verb_in_the_history_of_a_document_has_words() {
    let sample = [
        (
            "src-tauri/crates/books/src/documenti/save.rs",
            "books.write(\"documenti.save\", when, |tx| books.write(\n\"documenti.set_stato\"",
        ),
        (
            "src-tauri/crates/books/src/iva/save.rs",
            "books.write(\"iva.save\"",
        ),
        (
            "ui/src/i18n/it/documenti.ts",
            "verbi: {\n  documenti_save: \"Salvato\",\n  documenti_set_stato: \"Cambiato\",\n},",
        ),
        (
            "ui/src/i18n/en/documenti.ts",
            "verbi: {\n  documenti_save: \"Saved\",\n  documenti_stato: \"Changed\",\n},",
        ),
    ];
    let told = [
        "ui/src/i18n/en/documenti.ts: no words for documenti_set_stato",
        "ui/src/i18n/en/documenti.ts: nobody writes documenti_stato",
    ];
    check(verbs, &sample, &told);
}

#[test]
fn every_code_has_its_sentence() {
    let sample = [
        (
            FRASI,
            "code\tit\ten\n\
             a_old\tGià detto\tTold already.\n\
             b_bad\tNo: {value}.\tNo: {other}.\n\
             c_in\tDentro.\tIn.\n",
        ),
        (
            "src-tauri/crates/books/src/iva/save.rs",
            "// error(\"not_told\")\n\
             Problem::error(\n    \"b_bad\", \"riga\").sdi(\"00423\").arg(\"other\", 1);\n\
             Err(Error::refused(\"d_new\"))\n\
             mod tests {\n    error(\"not_shipped\")\n}",
        ),
        (
            "src-tauri/src/state.rs",
            "    fn code(&self) -> &str {\n        match self {\n            A => {\n                \"c_in\"\n            }\n        }\n    }\n",
        ),
        ("ui/src/ipc/client.test.ts", "new Failure(\"only_in_a_test\", [])"),
    ];
    let told = [
        "a_old: a sentence for what nobody tells",
        "a_old: a sentence ends with a full stop",
        "b_bad: nobody gives {value}",
        "d_new: no sentence in assets/frasi.tsv",
    ];
    check(sentences, &sample, &told);
}
