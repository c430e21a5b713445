//! Issuing, what is refused, and what leaves.

use std::{fs, process::Stdio};

use serde_json::Value;

use crate::desk::{Desk, plain_case, text};

#[test]
fn a_file_with_one_bad_draft_issues_nothing_and_the_next_file_goes_on() {
    let (azienda, documento) = plain_case();
    let desk = Desk::new(&azienda);
    let mut bad = documento.clone();
    bad["righe"][0]["aliquota_iva"] = "0".into();
    fs::write(desk.at("a.json"), serde_json::json!([documento, bad]).to_string()).unwrap();
    fs::write(desk.at("b.json"), documento.to_string()).unwrap();
    let output = desk.run(&["--json", "issue", "prova.f1c", "a.json", "b.json"]);
    assert_eq!(output.status.code(), Some(1));
    let outcomes: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (&outcomes[0]["ok"], &outcomes[1]["ok"]),
        (&Value::Bool(false), &Value::Bool(true))
    );
    let problems = outcomes[0]["problems"].as_array().unwrap();
    assert!(
        problems.iter().any(|problem| problem["sdi"] == "00400"),
        "{problems:?}"
    );
    assert_eq!(
        outcomes[1]["documents"][0]["numero"], "1",
        "no number was used up"
    );
}

#[test]
fn the_same_key_is_issued_once() {
    let (azienda, mut documento) = plain_case();
    documento["chiave"] = "ordine-4711".into();
    let desk = Desk::new(&azienda);
    fs::write(desk.at("ordine.json"), documento.to_string()).unwrap();
    let first = desk.good(&["issue", "prova.f1c", "ordine.json"]);
    let second = desk.good(&["issue", "prova.f1c", "ordine.json"]);
    assert_eq!(first[0]["documents"][0]["id"], second[0]["documents"][0]["id"]);
    assert_eq!(
        desk.good(&["list", "prova.f1c", "documenti"])
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn what_cannot_run_exits_2_and_changes_nothing() {
    let (azienda, _) = plain_case();
    let desk = Desk::new(&azienda);
    fs::write(
        desk.at("testo.f1c"),
        "this is no archive, only a text that is long enough to look at",
    )
    .unwrap();
    let kept = fs::read(desk.at("testo.f1c")).unwrap();
    for args in [
        ["list", "manca.f1c", "clienti"],
        ["list", "testo.f1c", "clienti"],
        ["issue", "testo.f1c", "azienda.json"],
        ["restore", "testo.f1c", "prova.f1c"],
        ["backup", "prova.f1c", "testo.f1c"],
        ["new", "prova.f1c", "--azienda=azienda.json"],
    ] {
        let output = desk.run(&args);
        assert_eq!(
            output.status.code(),
            Some(2),
            "{args:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        assert!(!output.stderr.is_empty() && output.stdout.is_empty(), "{args:?}");
    }
    assert_eq!(fs::read(desk.at("testo.f1c")).unwrap(), kept);
    assert_eq!(desk.good(&["verify", "prova.f1c"])["ok"], true);
}

#[test]
fn a_letter_is_written_for_a_number_and_noted() {
    let (azienda, documento) = plain_case();
    let desk = Desk::new(&azienda);
    let mut quote = documento.clone();
    quote["tipo"] = "PREVENTIVO".into();
    fs::write(
        desk.at("ordini.json"),
        serde_json::json!([documento, quote]).to_string(),
    )
    .unwrap();
    desk.good(&["issue", "prova.f1c", "ordini.json"]);
    for (args, code) in [
        (
            &["mail", "prova.f1c", "1", "--to", "posta"][..],
            "documenti_numero_doppio",
        ),
        (
            &["mail", "prova.f1c", "7", "--to", "posta"],
            "documenti_numero_ignoto",
        ),
    ] {
        let output = desk.run(args);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(2) && said.contains(code), "{said}");
    }
    assert!(!desk.at("posta").exists(), "nothing was written");
    let kind = [
        "mail",
        "prova.f1c",
        "1",
        "--to",
        "posta",
        "--kind",
        "fattura",
        "--xml",
    ];
    let letters = desk.good(&kind);
    let eml = fs::read_to_string(desk.at(text(&letters[0]["file"]))).unwrap();
    assert!(eml.starts_with("X-Unsent: 1\r\n"), "{eml}");
    for kind in ["application/pdf", "application/xml"] {
        assert_eq!(eml.matches(&format!("Content-Type: {kind};")).count(), 1);
    }
    desk.good(&["export", "prova.f1c", "fuori"]);
    let noted = fs::read_to_string(desk.at("fuori/tabelle/documenti_lettere.csv")).unwrap();
    assert_eq!(noted.lines().count(), 2, "{noted}");
}

#[test]
fn everything_leaves_in_open_formats() {
    let (azienda, documento) = plain_case();
    let desk = Desk::new(&azienda);
    fs::write(desk.at("ordine.json"), documento.to_string()).unwrap();
    let issued = desk.good(&["issue", "prova.f1c", "ordine.json"]);
    let name = text(&issued[0]["documents"][0]["nome_file"]).to_owned();
    let manifest = desk.good(&["export", "prova.f1c", "fuori"]);
    let files: Vec<&String> = manifest["files"].as_object().unwrap().keys().collect();
    assert!(
        files.iter().any(|file| file.ends_with(&name)),
        "the XML: {files:?}"
    );
    assert!(
        files.iter().any(|file| file.ends_with(".pdf")),
        "the PDF: {files:?}"
    );
    assert!(
        files.iter().any(|file| file.ends_with("documenti.csv")),
        "the tables: {files:?}"
    );
    for file in files {
        assert!(desk.at("fuori").join(file).is_file(), "{file}");
    }
    desk.good(&["list", "prova.f1c", "documenti", "--xlsx", "elenco.xlsx"]);
    desk.good(&["list", "prova.f1c", "clienti", "--csv", "elenco.csv"]);
    assert!(
        fs::read_to_string(desk.at("elenco.csv"))
            .unwrap()
            .contains("Officine Rossi")
    );
    let of = |days: &[&str]| {
        let found = desk.good(&[&["list", "prova.f1c", "documenti"], days].concat());
        found.as_array().unwrap().len()
    };
    assert_eq!(of(&["--to", "1999-12-31"]) + of(&["--period", "anno_scorso"]), 0);
    assert_eq!(of(&["--from", "2000-01-01"]), of(&[]));
    let unknown = desk.run(&["list", "prova.f1c", "documenti", "--period", "ieri_l_altro"]);
    assert_ne!(unknown.status.code(), Some(0));
    for filter in [
        ["clienti", "--period", "anno_scorso"],
        ["scadenze", "--payment", "pagato"],
    ] {
        let refused = desk.run(&[&["list", "prova.f1c"], &filter[..]].concat());
        assert_eq!(refused.status.code(), Some(2), "{filter:?}");
    }
}

#[test]
fn a_name_that_means_nothing_is_refused_where_it_stands() {
    let (azienda, mut documento) = plain_case();
    let desk = Desk::new(&azienda);
    let mut bad_customer = documento.clone();
    bad_customer["cliente"]["partita_iva"] = "123".into();
    documento["righe"][0]["scono"] = "10%".into();
    for (typed, field, code) in [
        (&documento, "righe.0.scono", "json_campo_ignoto"),
        (&bad_customer, "cliente.partita_iva", "id_length"),
    ] {
        fs::write(desk.at("ordine.json"), serde_json::json!([typed]).to_string()).unwrap();
        let output = desk.run(&["--json", "issue", "prova.f1c", "ordine.json"]);
        assert_eq!(output.status.code(), Some(1));
        let outcomes: Value = serde_json::from_slice(&output.stdout).unwrap();
        let problem = &outcomes[0]["problems"][0];
        assert_eq!((text(&problem["field"]), text(&problem["code"])), (field, code));
    }
    assert_eq!(
        desk.good(&["list", "prova.f1c", "documenti"]),
        serde_json::json!([])
    );
}

#[test]
fn a_customer_is_not_kept_when_a_document_of_the_file_is_refused() {
    let (azienda, documento) = plain_case();
    let desk = Desk::new(&azienda);
    let mut refused = documento.clone();
    refused["righe"][0]["prezzo"] = "tanto".into();
    fs::write(
        desk.at("ordini.json"),
        serde_json::json!([documento, refused]).to_string(),
    )
    .unwrap();
    let output = desk.run(&["issue", "prova.f1c", "ordini.json"]);
    assert_eq!(output.status.code(), Some(1));
    for area in ["clienti", "documenti"] {
        let kept = desk.good(&["list", "prova.f1c", area]);
        assert_eq!(kept, serde_json::json!([]), "{area}");
    }
}

#[test]
fn files_that_cannot_be_written_are_told_beside_the_numbers_given() {
    let (azienda, documento) = plain_case();
    let desk = Desk::new(&azienda);
    fs::write(desk.at("ordine.json"), documento.to_string()).unwrap();
    let output = desk.run(&["issue", "prova.f1c", "ordine.json", "--xml", "ordine.json"]);
    assert_eq!(output.status.code(), Some(2), "no folder can be made there");
    assert_eq!(
        desk.good(&["list", "prova.f1c", "documenti"]),
        serde_json::json!([])
    );
    // Another file has the name that the XML wants.
    let partita_iva = text(&azienda["partita_iva"]);
    let codice = azienda["codice_fiscale"].as_str().filter(|text| !text.is_empty());
    fs::create_dir_all(
        desk.at("xml")
            .join(format!("IT{}_00001.xml", codice.unwrap_or(partita_iva))),
    )
    .unwrap();
    let output = desk.run(&["--json", "issue", "prova.f1c", "ordine.json", "--xml", "xml"]);
    assert_eq!(output.status.code(), Some(1));
    let outcomes: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(outcomes[0]["documents"][0]["numero"], "1");
    assert_eq!(outcomes[0]["falliti"].as_array().unwrap().len(), 1, "{outcomes}");
}

#[test]
fn who_stops_reading_an_answer_is_told_no_failure() {
    let (azienda, _) = plain_case();
    let desk = Desk::new(&azienda);
    let mut child = desk
        .command(&["list", "prova.f1c", "clienti", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

#[test]
fn the_demo_stands_on_the_day_it_is_given() {
    let (azienda, _) = plain_case();
    let desk = Desk::new(&azienda);
    desk.good(&["demo", "esempio.f1c", "--documents", "9", "--day", "2024-02-29"]);
    let rows = desk.good(&["list", "esempio.f1c", "documenti"]);
    let mut days: Vec<&str> = rows
        .as_array()
        .unwrap()
        .iter()
        .map(|row| text(&row["data_documento"]))
        .collect();
    days.sort_unstable();
    assert_eq!((days.len() >= 9, days.last()), (true, Some(&"2024-02-29")));
    assert!(days[0] > "2021-02-28", "{days:?}");
}
