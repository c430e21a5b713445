//! An area is one word, found everywhere under the same name, and it uses only areas above it in THE LIST.

use super::{Tree, check, code};

const BOOKS: &str = "src-tauri/crates/books/src";
const LIST: &str = "src-tauri/crates/books/src/areas.rs";
const GLOSSARY: &str = "src-tauri/crates/fisco/GLOSSARY.md";

/// Rooms of the window that are about the program and its file, not about the books.
const WINDOW_ONLY: [&str; 7] = [
    "app",
    "archivio",
    "copie",
    "dialog",
    "elenchi",
    "elenco",
    "impostazioni",
];

/// The areas in the order of THE LIST.
fn listed(tree: &Tree) -> Vec<&str> {
    let list = tree.text(LIST).unwrap_or_default();
    let mut areas: Vec<&str> = Vec::new();
    for (at, _) in list.match_indices("::AREA") {
        let before = &list[..at];
        let name = before
            .rsplit(|letter: char| !letter.is_ascii_lowercase() && letter != '_')
            .next()
            .unwrap_or(before);
        if !name.is_empty() && !areas.contains(&name) {
            areas.push(name);
        }
    }
    areas
}

/// An area has a page when the window has commands for it.
fn has_page(tree: &Tree, area: &str) -> bool {
    tree.has(&format!("src-tauri/src/commands/{area}.rs"))
}

fn whole(tree: &Tree) -> Vec<String> {
    let areas = listed(tree);
    if areas.is_empty() {
        return vec![format!("{LIST} lists no area")];
    }
    let glossary = tree.text(GLOSSARY).unwrap_or_default().to_lowercase();
    let mut complaints = Vec::new();
    for area in &areas {
        let mut parts = vec![
            format!("{BOOKS}/{area}/mod.rs"),
            format!("tests/{area}.rs"),
            format!("fixtures/{area}"),
        ];
        if has_page(tree, area) {
            parts.push(format!("ui/src/areas/{area}"));
            parts.extend(["it", "en"].map(|language| format!("ui/src/i18n/{language}/{area}.ts")));
        }
        let absent = parts
            .iter()
            .filter(|part| !tree.has(part) && tree.entries(part).is_empty());
        complaints.extend(absent.map(|part| format!("{area}: there is no {part}")));
        if !glossary.contains(&area.to_lowercase()) {
            complaints.push(format!("{area}: {GLOSSARY} does not explain the word"));
        }
    }
    complaints
}

/// The other way round: whatever looks like an area is on THE LIST.
fn known(tree: &Tree) -> Vec<String> {
    let areas = listed(tree);
    let mut complaints = Vec::new();
    for (folder, others) in [(BOOKS, &[][..]), ("ui/src/areas", &WINDOW_ONLY)] {
        let names = tree.folders(folder).into_iter();
        let unknown = names.filter(|name| !areas.contains(name) && !others.contains(name));
        complaints.extend(unknown.map(|name| format!("{folder}/{name} is not an area of {LIST}")));
    }
    let commands = tree
        .entries("src-tauri/src/commands")
        .into_iter()
        .filter_map(|name| name.strip_suffix(".rs"));
    let unknown =
        commands.filter(|name| *name != "mod" && !areas.contains(name) && !WINDOW_ONLY.contains(name));
    complaints
        .extend(unknown.map(|name| format!("src-tauri/src/commands/{name}.rs is not an area of {LIST}")));
    complaints
}

fn downwards(tree: &Tree) -> Vec<String> {
    let areas = listed(tree);
    let mut complaints = Vec::new();
    for (path, text) in tree.ending(&[".rs"]) {
        let Some((area, _)) = path
            .strip_prefix(BOOKS)
            .and_then(|rest| rest[1..].split_once('/'))
        else {
            continue;
        };
        let Some(place) = areas.iter().position(|name| *name == area) else {
            continue;
        };
        let text: Vec<&str> = code(text).map(|(_, line)| line).collect();
        for used in used(&text.join("\n")) {
            if areas
                .iter()
                .position(|name| *name == used)
                .is_some_and(|above| above > place)
            {
                complaints.push(format!(
                    "{path} uses {used}, which stands below {area} in the list"
                ));
            }
        }
    }
    complaints
}

/// The modules named right after `crate::`, alone or in braces.
fn used(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for rest in text.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            None => names.push(word(rest)),
            Some(group) => {
                let mut depth = 0;
                let mut start = 0;
                for (at, letter) in group.char_indices() {
                    match letter {
                        '{' => depth += 1,
                        '}' | ',' if depth == 0 => {
                            names.push(word(group[start..at].trim_start()));
                            start = at + 1;
                        }
                        '}' => depth -= 1,
                        _ => {}
                    }
                    if letter == '}' && start == at + 1 {
                        break;
                    }
                }
            }
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn word(text: &str) -> &str {
    text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')
        .next()
        .unwrap_or(text)
}

const SAMPLE_LIST: &str =
    "pub static AREAS: &[&Area] = &[&azienda::AREA, &iva::AREA];\nfiles: &[&azienda::AREA.file]";

#[test]
fn the_list_is_read_in_order() {
    assert_eq!(listed(&Tree::sample(&[(LIST, SAMPLE_LIST)])), ["azienda", "iva"]);
    assert!(listed(&Tree::here()).len() > 3);
}

#[test]
fn an_area_is_whole() {
    let sample = [
        (LIST, SAMPLE_LIST),
        ("src-tauri/crates/books/src/azienda/mod.rs", ""),
        ("tests/azienda.rs", ""),
        ("fixtures/azienda/case/input.json", ""),
        ("src-tauri/src/commands/azienda.rs", ""),
        ("ui/src/areas/azienda/index.ts", ""),
        ("ui/src/i18n/it/azienda.ts", ""),
        (GLOSSARY, "| Azienda | firm |"),
    ];
    let told = [
        "azienda: there is no ui/src/i18n/en/azienda.ts",
        "iva: there is no src-tauri/crates/books/src/iva/mod.rs",
        "iva: there is no tests/iva.rs",
        "iva: there is no fixtures/iva",
        "iva: src-tauri/crates/fisco/GLOSSARY.md does not explain the word",
    ];
    check(whole, &sample, &told);
}

#[test]
fn nothing_looks_like_an_area_that_is_none() {
    let sample = [
        (LIST, SAMPLE_LIST),
        ("src-tauri/crates/books/src/helpers/mod.rs", ""),
        ("src-tauri/src/commands/dialog.rs", ""),
        ("ui/src/areas/impostazioni/index.ts", ""),
        ("src-tauri/src/commands/misc.rs", ""),
        ("src-tauri/src/commands/mod.rs", ""),
        ("ui/src/areas/iva/index.ts", ""),
        ("ui/src/areas/home/index.ts", ""),
    ];
    let told = [
        "src-tauri/crates/books/src/helpers",
        "ui/src/areas/home",
        "src-tauri/src/commands/misc.rs",
    ]
    .map(|what| format!("{what} is not an area of {LIST}"));
    check(known, &sample, &told.each_ref().map(String::as_str));
}

#[test]
fn areas_use_only_areas_above_them() {
    let sample = [
        (LIST, SAMPLE_LIST),
        (
            "src-tauri/crates/books/src/azienda/save.rs",
            "// crate::iva\nuse crate::{dates::{Day, iva}, error, iva::Rate};",
        ),
        (
            "src-tauri/crates/books/src/iva/mod.rs",
            "use crate::azienda::Profile;\ncrate::iva::x()",
        ),
    ];
    check(
        downwards,
        &sample,
        &["src-tauri/crates/books/src/azienda/save.rs uses iva, which stands below azienda in the list"],
    );
}

#[test]
fn uses_are_read_in_braces_and_alone() {
    assert_eq!(
        used("use crate::a::b; crate::{c, d::{e, f}, g::h}; {crate::i}"),
        ["a", "c", "d", "g", "i"]
    );
}
