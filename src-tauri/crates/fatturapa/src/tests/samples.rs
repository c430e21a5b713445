//! Real files: the schema's verdict of every version is that of the table beside them.

use std::{fs, path::PathBuf};

use super::schema::shared;
use crate::{
    Severity,
    schema::{self, Version},
    xml::{Document, Limits},
};

/// Whether our table accepts the bytes in a version.
pub(super) fn is_valid(bytes: &[u8], version: Version) -> bool {
    match Document::parse(bytes, &Limits::default()) {
        Ok(document) => !schema::check_version(&document, version)
            .iter()
            .any(|finding| finding.severity == Severity::Error),
        Err(_) => false,
    }
}

/// The invoices among the samples, with their row of the table: name, bytes, verdicts.
pub(super) fn invoices() -> Option<Vec<(String, Vec<u8>, String)>> {
    let folder: PathBuf = shared()?.join("fatturapa");
    let table = fs::read_to_string(folder.join("samples.tsv")).unwrap();
    let rows = table
        .lines()
        .skip(1)
        .map(|line| line.split('\t').collect::<Vec<_>>());
    let invoices = rows.filter(|row| row[1].starts_with('F'));
    Some(
        invoices
            .map(|row| {
                (
                    row[0].to_owned(),
                    fs::read(folder.join(row[0])).unwrap(),
                    row[6].to_owned(),
                )
            })
            .collect(),
    )
}

#[test]
fn every_verdict_is_that_of_the_table() {
    let Some(invoices) = invoices() else { return };
    let mut compared = 0;
    let mut differences = Vec::new();
    for (name, bytes, verdicts) in &invoices {
        for verdict in verdicts.split(' ') {
            let (version, expected) = verdict.split_once(':').unwrap();
            let same = |candidate: &&Version| match version.strip_prefix('S') {
                Some(number) => candidate.is_simplified() && candidate.name() == number,
                None => !candidate.is_simplified() && candidate.name() == version,
            };
            // The folder has no schema of the simplified invoice 1.0.
            let Some(version) = Version::ALL.iter().find(same) else {
                continue;
            };
            compared += 1;
            if is_valid(bytes, *version) != (expected == "ok") {
                differences.push(format!("{name} {version:?} {expected}"));
            }
        }
    }
    assert!(compared > 480, "{compared}");
    assert!(differences.is_empty(), "{differences:#?}");
}
