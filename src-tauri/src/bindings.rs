//! Writes what the page knows of the engine: types, commands, and one sentence per code. A test fails when the
//! files in `ui/src` are stale; `UPDATE=1` writes them.

use std::{any::TypeId, collections::BTreeMap, fmt::Write};

use ts_rs::{Config, TS, TypeVisitor};

use crate::{commands, failure::Failure};

/// A command in TypeScript words.
pub(crate) struct Signature {
    pub(crate) name: &'static str,
    pub(crate) args: Vec<(&'static str, String)>,
    pub(crate) result: String,
}

/// Declarations of every type met so far.
pub(crate) struct Types {
    config: Config,
    seen: Vec<TypeId>,
    declarations: BTreeMap<String, String>,
}

impl Types {
    /// The TypeScript name of `T`; remembers its declaration and those it needs.
    pub(crate) fn name<T: TS + 'static + ?Sized>(&mut self) -> String {
        self.visit::<T>();
        T::name(&self.config)
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if self.seen.contains(&TypeId::of::<T>()) {
            return;
        }
        self.seen.push(TypeId::of::<T>());
        if T::output_path().is_some() {
            self.declarations
                .insert(T::ident(&self.config), T::decl(&self.config));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// A generated file: path below the workspace and text.
pub type Generated = (&'static str, String);

/// Every generated file of the page.
#[must_use]
pub fn generate() -> Vec<Generated> {
    let frasi = include_str!("../../assets/frasi.tsv");
    vec![
        ("ui/src/ipc/generated.ts", ipc()),
        ("ui/src/i18n/it/codes.ts", sentences(frasi, 1)),
        ("ui/src/i18n/en/codes.ts", sentences(frasi, 2)),
    ]
}

const HEAD: &str =
    "// Generated from Rust; do not edit. UPDATE=1 cargo nextest run -p fatturein1click bindings\n";

fn ipc() -> String {
    let config = Config::new().with_large_int("number");
    let mut types = Types {
        config,
        seen: Vec::new(),
        declarations: BTreeMap::new(),
    };
    types.name::<Failure>();
    let signatures = commands::signatures(&mut types);
    let mut text = HEAD.to_owned();
    for declaration in types.declarations.values() {
        let _ = writeln!(text, "\nexport {declaration}");
    }
    text.push_str("\nexport interface Commands {\n");
    for Signature { name, args, result } in signatures {
        let args: Vec<String> = args.iter().map(|(arg, kind)| format!("{arg}: {kind}")).collect();
        let args = if args.is_empty() {
            "Record<string, never>".to_owned()
        } else {
            format!("{{ {} }}", args.join("; "))
        };
        let _ = writeln!(text, "  {name}: {{ args: {args}; result: {result} }};");
    }
    text.push_str("}\n");
    text
}

/// One language of the sentences: rows of code, Italian, English.
fn sentences(frasi: &str, column: usize) -> String {
    let mut text = format!("{HEAD}\nexport const codes: Record<string, string> = {{\n");
    for row in frasi.lines().skip(1).filter(|row| !row.is_empty()) {
        let cells: Vec<&str> = row.split('\t').collect();
        if let (Some(code), Some(sentence)) = (cells.first(), cells.get(column)) {
            let quoted = serde_json::Value::String((*sentence).to_owned());
            let _ = writeln!(text, "  {code}: {quoted},");
        }
    }
    text.push_str("};\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{fs, path::Path};

    #[test]
    fn bindings_are_fresh() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        for (path, text) in generate() {
            let file = root.join(path);
            if std::env::var_os("UPDATE").is_some() {
                fs::create_dir_all(file.parent().unwrap()).unwrap();
                fs::write(&file, &text).unwrap();
            }
            let found = fs::read_to_string(&file).unwrap_or_default();
            assert!(
                found == text,
                "{path} is stale: run the test with UPDATE=1 and read the difference"
            );
        }
    }

    #[test]
    fn every_row_of_the_sentences_is_whole() {
        let mut codes: Vec<&str> = Vec::new();
        for row in include_str!("../../assets/frasi.tsv").lines() {
            let cells: Vec<&str> = row.split('\t').collect();
            assert_eq!(cells.len(), 3, "{row}");
            assert!(cells.iter().all(|cell| !cell.trim().is_empty()), "{row}");
            codes.push(cells[0]);
        }
        let rows = codes.get(1..).unwrap_or_default();
        assert!(
            rows.windows(2).all(|pair| pair[0] < pair[1]),
            "codes are sorted and stand once"
        );
    }
}
