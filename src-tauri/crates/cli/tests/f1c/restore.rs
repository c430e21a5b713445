//! A copy that comes back.

use std::fs;

use crate::desk::{Desk, plain_case, text};

#[test]
fn a_restored_copy_never_gives_a_number_or_a_file_name_twice() {
    restore_and_issue(|_| {});
}

#[test]
fn nor_does_it_when_the_marks_of_this_computer_were_lost() {
    restore_and_issue(|desk| fs::remove_dir_all(desk.at("data")).unwrap());
}

fn restore_and_issue(before_restore: impl Fn(&Desk)) {
    let (azienda, documento) = plain_case();
    let desk = Desk::new(&azienda);
    fs::write(desk.at("ordine.json"), documento.to_string()).unwrap();
    let issue = || {
        let outcome = desk.good(&["issue", "prova.f1c", "ordine.json"]);
        let issued = &outcome[0]["documents"][0];
        (
            text(&issued["numero"]).to_owned(),
            text(&issued["nome_file"]).to_owned(),
        )
    };
    let before = issue();
    desk.good(&["backup", "prova.f1c", "copia.f1c"]);
    let lost = issue();
    before_restore(&desk);
    let report = desk.good(&["restore", "copia.f1c", "prova.f1c"]);
    assert_eq!(
        report["persi"],
        serde_json::json!([format!("fattura {} del 2026-11-20", lost.0)])
    );
    let after = issue();
    assert_eq!(
        ("1", "2", "3"),
        (before.0.as_str(), lost.0.as_str(), after.0.as_str())
    );
    assert!(after.1 != lost.1 && after.1 != before.1, "{after:?} {lost:?}");
}
