//! Files of many programs read, written and read again.

use std::collections::BTreeMap;

use super::{full, minimal, schema, schema::shared};
use crate::{
    Fattura, FatturaElettronica, FaultKind, Read, ReadFaultKind, read, write, write_unchecked,
    xml::{Document, Limits, Node},
};

fn document(bytes: &[u8]) -> Document<'_> {
    Document::parse(bytes, &Limits::default()).unwrap()
}

/// Reads an ordinary file of ours, in which nothing is odd.
pub(super) fn own(bytes: &[u8]) -> FatturaElettronica {
    assert_eq!(read(&document(bytes)).unwrap().faults, []);
    lenient(bytes)
}

/// Reads an ordinary file.
pub(super) fn lenient(bytes: &[u8]) -> FatturaElettronica {
    match read(&document(bytes)).unwrap().fattura {
        Fattura::Ordinaria(fattura) => *fattura,
        Fattura::Semplificata(_) => panic!("ordinary"),
    }
}

/// Texts of the simple elements, by path without numbers, in their order; without those that faults tell of.
fn leaves(document: &Document<'_>, faults: &Read) -> BTreeMap<String, Vec<String>> {
    fn walk(node: Node<'_>, path: &str, told: &[&str], leaves: &mut BTreeMap<String, Vec<String>>) {
        if told.contains(&node.path().as_str()) || node.name() == "Signature" {
            return;
        }
        let path = format!("{path}/{}", node.name());
        if !node.has_children() {
            leaves.entry(path).or_default().push(node.text().into_owned());
            return;
        }
        for child in node.children() {
            walk(child, &path, told, leaves);
        }
    }
    let told: Vec<&str> = faults
        .faults
        .iter()
        .filter(|fault| !matches!(fault.kind, ReadFaultKind::Missing | ReadFaultKind::Code))
        .map(|fault| fault.path.as_str())
        .collect();
    let mut found = BTreeMap::new();
    walk(document.root(), "", &told, &mut found);
    found
}

/// The same value in the same or another of the forms that the schema has for it.
fn is_same(read: &str, written: &str) -> bool {
    use std::str::FromStr;
    let number = |text: &str| rust_decimal::Decimal::from_str(text.trim()).ok();
    let hour = |text: &str| crate::model::DataOra::parse(text.trim());
    let packed = |text: &str| text.split_whitespace().collect::<String>();
    let day = |text: &str| written.len() == 10 && text.trim().starts_with(written);
    read == written
        || number(read).is_some_and(|value| number(written) == Some(value))
        || hour(read).is_some_and(|value| hour(written) == Some(value))
        || packed(read) == packed(written)
        || day(read)
        || (read, written) == ("", "IT")
}

/// Reads, writes and reads again; every value of the file stands in what was written, or is told.
pub(super) fn round_trip(name: &str, bytes: &[u8]) -> Read {
    let source = document(bytes);
    let first = read(&source).unwrap();
    let bytes = write_unchecked(&first.fattura);
    let written = document(&bytes);
    let second = read(&written).unwrap();
    assert_eq!(first.fattura, second.fattura, "{name}");
    let formato = source
        .root()
        .child("FatturaElettronicaHeader")
        .and_then(|header| header.child("DatiTrasmissione")?.child("FormatoTrasmissione"));
    if formato.is_some_and(|formato| formato.text() == first.versione || first.versione.starts_with('1')) {
        assert_eq!(first.versione, second.versione, "{name}");
    }
    assert_eq!(first.more_faults, 0, "{name}");
    let mut again = leaves(&written, &second);
    for (path, texts) in leaves(&source, &first) {
        let mut others = again.remove(&path).unwrap_or_default().into_iter();
        // A block without elements looks like an empty value.
        for text in texts.into_iter().filter(|text| !text.trim().is_empty()) {
            assert!(
                others.any(|other| is_same(&text, &other)),
                "{name}: {path} lost {text:?}"
            );
        }
    }
    first
}

/// The files of a folder of samples, with their names.
pub(super) fn samples(folder: &str) -> Vec<(String, Vec<u8>)> {
    let Some(shared) = shared() else { return Vec::new() };
    let folder = shared.join("fatturapa/samples").join(folder);
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read(path).unwrap())
        })
        .collect();
    files.sort();
    files
}

#[test]
fn what_others_wrote_is_read_whole_and_written_valid() {
    let mut files = Vec::new();
    let mut refused = Vec::new();
    for (name, bytes) in samples("ordinary").into_iter().chain(samples("simplified")) {
        let read = round_trip(&name, &bytes);
        assert_eq!(read.faults, [], "{name}");
        if let Err(error) = write(&read.fattura) {
            refused.extend(error.faults.into_iter().map(|fault| fault.kind));
        }
        files.push((name, read));
    }
    // The schema takes a line end for a space; we write no line ends.
    assert!(
        refused
            .iter()
            .all(|kind| *kind == FaultKind::Character { found: '\n' }),
        "{refused:?}"
    );
    let written = |simplified: bool| -> Vec<_> {
        let of_kind = files
            .iter()
            .filter(|(_, read)| matches!(read.fattura, Fattura::Semplificata(_)) == simplified);
        of_kind
            .map(|(name, read)| (name.clone(), write_unchecked(&read.fattura)))
            .collect()
    };
    schema::accepts(&written(false));
    schema::accepts_simplified(&written(true));
}

#[test]
fn what_is_wrong_is_told_and_the_rest_is_read() {
    let mut told = BTreeMap::new();
    for (name, bytes) in samples("invalid") {
        for fault in round_trip(&name, &bytes).faults {
            told.entry((fault.kind, fault.text)).or_insert(fault.path);
        }
    }
    if shared().is_some() {
        let kinds: std::collections::BTreeSet<_> = told.keys().map(|(kind, _)| *kind).collect();
        assert_eq!(kinds.len(), 4, "{told:#?}");
        assert!(told.contains_key(&(ReadFaultKind::Code, "TD49".to_owned())));
        assert!(told.contains_key(&(ReadFaultKind::Unreadable, "6926-26-85".to_owned())));
    }
}

#[test]
fn our_own_files_have_no_faults() {
    for fattura in [minimal::fattura(), full::fattura(), FatturaElettronica::default()] {
        let bytes = write_unchecked(&fattura);
        let read = round_trip("own", &bytes);
        assert_eq!(read.fattura, fattura.clone().into());
        if let Ok(checked) = write(&fattura) {
            assert_eq!((checked, read.faults), (bytes, Vec::new()));
        }
    }
}
