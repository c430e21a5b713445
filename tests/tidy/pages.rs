//! The window: shared pieces know no area, an area knows itself and the shared pieces, both languages say the same.

use super::{Tree, check, code};

fn arrows(tree: &Tree) -> Vec<String> {
    let mut complaints = Vec::new();
    for (path, text) in tree.ending(&[".ts", ".tsx"]) {
        let area = path
            .strip_prefix("ui/src/areas/")
            .and_then(|rest| rest.split('/').next());
        let is_shared = path.starts_with("ui/src/shared/");
        for (line, text) in code(text).filter(|(_, text)| text.contains("import ") || text.contains(" from "))
        {
            let source = text.split(['"', '\'']).nth(1).unwrap_or_default();
            let other = source
                .split("areas/")
                .nth(1)
                .and_then(|rest| rest.split('/').next());
            if is_shared && other.is_some() {
                complaints.push(format!("{path}:{line} is shared and knows an area"));
            }
            // a sibling area is reached with `../name` from the top of an area, deeper with one step more
            let sibling = area.and_then(|area| sibling(path, source).filter(|name| *name != area));
            if area.is_some_and(|area| other.is_some_and(|other| other != area)) || sibling.is_some() {
                complaints.push(format!("{path}:{line} reaches into another area"));
            }
        }
    }
    complaints
}

/// The area that a relative import from inside `ui/src/areas/<area>/...` lands in.
fn sibling<'a>(path: &str, source: &'a str) -> Option<&'a str> {
    let depth = path.strip_prefix("ui/src/areas/")?.matches('/').count();
    let mut rest = source;
    let mut up = 0;
    while let Some(next) = rest.strip_prefix("../") {
        rest = next;
        up += 1;
    }
    (up == depth).then(|| rest.split('/').next().unwrap_or(rest))
}

fn languages(tree: &Tree) -> Vec<String> {
    let mut complaints = Vec::new();
    for (one, other) in [("it", "en"), ("en", "it")] {
        for name in tree.entries(&format!("ui/src/i18n/{one}")) {
            if !tree.has(&format!("ui/src/i18n/{other}/{name}")) {
                complaints.push(format!("ui/src/i18n/{one}/{name} has no counterpart in {other}"));
            }
        }
    }
    complaints
}

#[test]
fn shared_pieces_know_no_area() {
    let sample = [
        (
            "ui/src/shared/Table.tsx",
            "import { x } from \"../areas/iva/list\";\nimport y from \"./Field\";",
        ),
        (
            "ui/src/areas/iva/list.tsx",
            "import { x } from \"../azienda/form\";\nimport { y } from \"../../shared/Table\";\nimport z from \"./form\";",
        ),
        (
            "ui/src/areas/iva/parts/row.tsx",
            "import a from \"../list\";\nimport b from \"../../azienda/form\";",
        ),
        ("ui/src/app/menu.ts", "import { iva } from \"../areas/iva\";"),
    ];
    let told = [
        "ui/src/areas/iva/list.tsx:1 reaches into another area",
        "ui/src/areas/iva/parts/row.tsx:2 reaches into another area",
        "ui/src/shared/Table.tsx:1 is shared and knows an area",
    ];
    check(arrows, &sample, &told);
}

#[test]
fn both_languages_have_the_same_pages() {
    let sample = [
        ("ui/src/i18n/it/iva.ts", ""),
        ("ui/src/i18n/it/app.ts", ""),
        ("ui/src/i18n/en/app.ts", ""),
    ];
    check(
        languages,
        &sample,
        &["ui/src/i18n/it/iva.ts has no counterpart in en"],
    );
}
