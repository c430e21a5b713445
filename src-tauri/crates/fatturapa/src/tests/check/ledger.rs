//! `SPEC.md` says of every code of SDI where it is decided, or why not; the code says the same.

use std::{collections::BTreeMap, fs};

use super::*;
use crate::tests::schema::shared;

/// Decided by what stands around the rules of content: the schema and the files themselves.
const ELSEWHERE: [&str; 8] = [
    "00001", "00003", "00100", "00102", "00103", "00105", "00106", "00200",
];

/// The codes of the ledger with their state.
fn ledger() -> BTreeMap<String, String> {
    let spec = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/SPEC.md")).unwrap();
    let rows = spec.lines().filter_map(|line| line.strip_prefix("| "));
    let cells = rows.map(|row| row.split(" | ").collect::<Vec<_>>());
    cells
        .filter(|cells| cells[0].starts_with(['0', 'E']) && cells[0].len() < 6)
        .map(|cells| (cells[0].to_owned(), cells[1].to_owned()))
        .collect()
}

#[test]
fn every_code_of_sdi_is_in_the_ledger_and_no_other() {
    let Some(shared) = shared() else { return };
    let table = fs::read_to_string(shared.join("fatturapa/sdi_checks.tsv")).unwrap();
    let codes = table.lines().skip(1).map(|line| line.split('\t').next().unwrap());
    assert!(codes.eq(ledger().keys()));
}

#[test]
fn what_the_ledger_says_is_enforced_is_enforced() {
    let ledger = ledger();
    let states = ["enforced", "partly", "not checkable", "not applicable"];
    assert!(
        ledger.values().all(|state| states.contains(&state.as_str())),
        "{ledger:?}"
    );
    let told = ledger
        .iter()
        .filter(|(_, state)| matches!(state.as_str(), "enforced" | "partly"));
    let told: Vec<&str> = told.map(|(code, _)| code.as_str()).collect();
    let numbers = check::codes().into_iter().filter(|code| code.starts_with('0'));
    let mut decided: Vec<&str> = numbers.chain(ELSEWHERE).chain(["00201"]).collect();
    decided.sort_unstable();
    assert_eq!(told, decided);
}
