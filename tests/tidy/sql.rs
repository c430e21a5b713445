//! Where SQL may stand, and what a table looks like.

use super::{Tree, check, code};

/// Words that this file may not hold either.
const CREATE: &str = concat!("CREATE", " TABLE ");

/// One of the few rooms where SQL is spoken.
fn is_room(path: &str) -> bool {
    path.ends_with("/store.rs")
        || ["db", "torture", "licence-server"]
            .iter()
            .any(|name| path.starts_with(&format!("src-tauri/crates/{name}/")))
}

fn only_in_rooms(tree: &Tree) -> Vec<String> {
    let phrases = [
        concat!("SELE", "CT "),
        concat!("INSERT", " INTO "),
        concat!("DELETE", " FROM "),
        CREATE,
        concat!("PRAG", "MA "),
    ];
    let library = concat!("rus", "qlite");
    let mut complaints = Vec::new();
    for (path, text) in tree.ending(&[".rs"]).filter(|(path, _)| !is_room(path)) {
        for (line, text) in code(text) {
            let is_update = text.contains(concat!("UPD", "ATE ")) && text.contains(" SET ");
            if text.contains(library) || is_update || phrases.iter().any(|phrase| text.contains(phrase)) {
                complaints.push(format!("{path}:{line} speaks SQL outside of store.rs and db"));
            }
        }
    }
    complaints
}

fn tables(tree: &Tree) -> Vec<String> {
    let mut complaints = Vec::new();
    for (path, text) in tree
        .ending(&[".sql"])
        .filter(|(path, _)| path.starts_with("src-tauri/"))
    {
        let bare: Vec<&str> = text
            .lines()
            .map(|line| line.split("--").next().unwrap_or(line))
            .collect();
        for statement in bare.join("\n").split(';').map(str::trim) {
            if let Some(rest) = statement.strip_prefix(CREATE) {
                let name = rest.split([' ', '(', '\n']).next().unwrap_or(rest);
                complaints.extend(
                    table(path, name, rest)
                        .into_iter()
                        .map(|what| format!("{path}: {name} {what}")),
                );
            }
            for never in ["OR REPLACE", "REPLACE INTO", "DROP TABLE", "DROP COLUMN"] {
                if statement.contains(never) {
                    complaints.push(format!("{path}: never {never}"));
                }
            }
        }
    }
    complaints
}

fn table(path: &str, name: &str, statement: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    if !statement.ends_with("STRICT") {
        complaints.push("is not STRICT".to_owned());
    }
    if !statement.contains("id INTEGER PRIMARY KEY") {
        complaints.push("has no `id INTEGER PRIMARY KEY`".to_owned());
    }
    for never in ["AUTOINCREMENT", "WITHOUT ROWID"] {
        if statement.contains(never) {
            complaints.push(format!("is {never}"));
        }
    }
    let area = path
        .strip_prefix("src-tauri/crates/books/src/")
        .and_then(|rest| rest.split('/').next());
    if let Some(area) = area.filter(|area| name != *area && !name.starts_with(&format!("{area}_"))) {
        complaints.push(format!("does not begin with {area}"));
    }
    complaints
}

#[test]
fn sql_stands_in_its_rooms() {
    let query = format!(
        "//! {0}x\nlet all = \"{0}x FROM y\";\nuse {1};",
        concat!("SELE", "CT "),
        concat!("rus", "qlite")
    );
    let sample = [
        ("src-tauri/crates/books/src/iva/list.rs", query.as_str()),
        ("src-tauri/crates/books/src/iva/store.rs", query.as_str()),
        ("src-tauri/crates/db/src/lib.rs", query.as_str()),
    ];
    let told = [2, 3].map(|line| {
        format!("src-tauri/crates/books/src/iva/list.rs:{line} speaks SQL outside of store.rs and db")
    });
    check(only_in_rooms, &sample, &told.each_ref().map(String::as_str));
}

#[test]
fn tables_are_strict_and_named_after_their_area() {
    let path = "src-tauri/crates/books/src/iva/migrations/0001.sql";
    let good = format!("{CREATE}iva_registri (id INTEGER PRIMARY KEY) STRICT; -- {CREATE}x\n");
    let bad = format!(
        "{CREATE}registri (\n id INTEGER PRIMARY KEY AUTOINCREMENT);\n{CREATE}iva (anno TEXT) STRICT;\nDROP TABLE z;"
    );
    let sample = format!("{good}{bad}");
    let told = [
        "registri is not STRICT",
        "registri is AUTOINCREMENT",
        "registri does not begin with iva",
        "iva has no `id INTEGER PRIMARY KEY`",
        "never DROP TABLE",
    ];
    let told = told.map(|what| format!("{path}: {what}"));
    check(tables, &[(path, &sample)], &told.each_ref().map(String::as_str));
}
