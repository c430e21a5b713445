//! `f1c` as its users run it: real processes, real files, other people's tools as judges.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "tests may stop at the first surprise and say what they skip"
)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;
use tempfile::TempDir;

/// A folder with an archive in it and a place for the program's own data.
struct Desk {
    dir: TempDir,
}

impl Desk {
    fn new(azienda: &Value) -> Self {
        let desk = Self {
            dir: tempfile::tempdir().unwrap(),
        };
        fs::write(desk.at("azienda.json"), azienda.to_string()).unwrap();
        desk.good(&["new", "prova.f1c", "--azienda", "azienda.json"]);
        desk
    }

    fn at(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn run(&self, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_f1c"))
            .current_dir(self.dir.path())
            .env("F1C_DATA", self.at("data"))
            .args(args)
            .output()
            .unwrap()
    }

    /// Runs a command that must end well and gives its JSON.
    fn good(&self, args: &[&str]) -> Value {
        let output = self.run(&[&["--json"], args].concat());
        let error = String::from_utf8_lossy(&output.stderr);
        assert_eq!(
            output.status.code(),
            Some(0),
            "{args:?}: {error}{}",
            String::from_utf8_lossy(&output.stdout)
        );
        serde_json::from_slice(&output.stdout).unwrap()
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(3)
        .unwrap()
        .to_owned()
}

/// The official schema, where its folder is; elsewhere the test says that it skipped.
fn schema() -> Option<PathBuf> {
    let shared = std::env::var_os("F1C_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    let schema = shared.join("fatturapa/xsd/Schema_VFPR12_v1.2.3.xsd");
    if schema.exists() {
        return Some(schema);
    }
    println!("skipped: the official schema is not there");
    None
}

fn is_there(tool: &str) -> bool {
    let found = Command::new(tool).arg("--version").output().is_ok();
    if !found {
        println!("skipped: {tool} is not installed");
    }
    found
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// `1234.50` as an Italian page prints it: `1.234,50`.
fn italian(amount: &str) -> String {
    let (whole, cents) = amount.split_once('.').unwrap();
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    format!("{grouped},{cents}")
}

/// The worked documents: form = list = PDF = XML, and each equal to the figures written by hand.
#[test]
fn every_worked_document_is_issued_with_its_figures() {
    let schema = schema().filter(|_| is_there("xmllint"));
    let has_pdftotext = is_there("pdftotext");
    let mut cases: Vec<PathBuf> = fs::read_dir(root().join("fixtures/documenti/vettori"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.sort();
    assert_eq!(cases.len(), 21);
    for path in cases {
        let (case, name) = (
            json(&path),
            path.file_stem().unwrap().to_string_lossy().into_owned(),
        );
        let desk = Desk::new(&case["azienda"]);
        fs::write(desk.at("ordine.json"), case["documento"].to_string()).unwrap();
        let outcome = desk.good(&[
            "issue",
            "prova.f1c",
            "ordine.json",
            "--xml",
            "xml",
            "--pdf",
            "pdf",
        ]);
        let issued = &outcome[0]["documents"][0];
        let attesi = &case["attesi"];
        for field in ["totale_documento", "netto_a_pagare"] {
            assert_eq!(issued[field], attesi[field], "{name} {field}");
        }
        let rows = desk.good(&["list", "prova.f1c", "documenti"]);
        for (field, expected) in [
            ("imponibile", "imponibile"),
            ("imposta", "imposta"),
            ("totale", "totale_documento"),
            ("netto_a_pagare", "netto_a_pagare"),
        ] {
            assert_eq!(rows[0][field], attesi[expected], "{name} list {field}");
        }
        let xml = desk.at("xml").join(text(&issued["nome_file"]));
        check_xml(&xml, attesi, schema.as_deref(), &name);
        if has_pdftotext {
            check_pdf(&desk.at("pdf"), attesi, &name);
        }
        assert_eq!(
            desk.good(&["verify", "prova.f1c", "--all-pdf"])["ok"],
            true,
            "{name}"
        );
    }
}

fn check_xml(xml: &Path, attesi: &Value, schema: Option<&Path>, name: &str) {
    let written = fs::read_to_string(xml).unwrap();
    let total = format!(
        "<ImportoTotaleDocumento>{}</ImportoTotaleDocumento>",
        text(&attesi["totale_documento"])
    );
    assert!(written.contains(&total), "{name}: {total}");
    let paid = format!(
        "<ImportoPagamento>{}</ImportoPagamento>",
        text(&attesi["netto_a_pagare"])
    );
    assert!(written.contains(&paid), "{name}: {paid}");
    let has_bollo = text(&attesi["bollo"]) != "0.00";
    assert_eq!(
        written.contains("<ImportoBollo>2.00</ImportoBollo>"),
        has_bollo,
        "{name} bollo"
    );
    if let Some(schema) = schema {
        let judged = Command::new("xmllint")
            .args(["--noout", "--nonet", "--schema"])
            .arg(schema)
            .arg(xml)
            .output()
            .unwrap();
        assert!(
            judged.status.success(),
            "{name}: {}",
            String::from_utf8_lossy(&judged.stderr)
        );
    }
}

fn check_pdf(folder: &Path, attesi: &Value, name: &str) {
    let pdf = fs::read_dir(folder).unwrap().next().unwrap().unwrap().path();
    let read = Command::new("pdftotext")
        .arg("-layout")
        .arg(&pdf)
        .arg("-")
        .output()
        .unwrap();
    let words = String::from_utf8(read.stdout).unwrap().replace('\u{a0}', " ");
    for field in ["imposta", "totale_documento", "netto_a_pagare"] {
        let shown = italian(text(&attesi[field]));
        assert!(
            words.contains(&shown) || shown == "0,00",
            "{name}: {field} {shown} in\n{words}"
        );
    }
}

fn plain_case() -> (Value, Value) {
    let case = json(&root().join("fixtures/documenti/vettori/E01.json"));
    (case["azienda"].clone(), case["documento"].clone())
}

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
