//! `f1c check` as its users run it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;

/// The smallest invoice of the fixtures, of 24 November 2026, in one line of the answer for each.
fn invoice() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(3).unwrap();
    fs::read_to_string(root.join("fixtures/fatturapa/minimal.xml")).unwrap()
}

fn run(folder: &Path, args: &[&str]) -> Output {
    let args = [&["check", "--on", "2026-11-24"], args].concat();
    Command::new(env!("CARGO_BIN_EXE_f1c"))
        .current_dir(folder)
        .args(args)
        .output()
        .unwrap()
}

fn rows(output: &Output) -> Vec<Value> {
    serde_json::from_slice(&output.stdout).unwrap()
}

fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    path
}

#[test]
fn a_good_file_has_no_finding_and_exits_0() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "IT01234567897_00001.xml", &invoice());
    let output = run(folder.path(), &["--json", "IT01234567897_00001.xml"]);
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let expected = serde_json::json!([{
        "file": "IT01234567897_00001.xml", "member": "", "body": 1, "kind": "FPR12",
        "signature": null, "ok": true, "findings": [],
    }]);
    assert_eq!(Value::Array(rows(&output)), expected);
}

#[test]
fn findings_have_code_path_line_and_words_and_exit_1() {
    let folder = tempfile::tempdir().unwrap();
    let wrong = invoice().replace("<Imposta>37.94</Imposta>", "<Imposta>37.90</Imposta>");
    write(folder.path(), "IT01234567897_00001.xml", &wrong);
    let output = run(
        folder.path(),
        &["--json", "--lingua", "en", "IT01234567897_00001.xml"],
    );
    assert_eq!(output.status.code(), Some(1));
    let finding = &rows(&output)[0]["findings"][0];
    assert_eq!(
        (&finding["code"], &finding["severity"]),
        (&"00421".into(), &"error".into())
    );
    let path = "/FatturaElettronica/FatturaElettronicaBody[1]/DatiBeniServizi/DatiRiepilogo[1]/Imposta";
    assert_eq!(finding["path"], path);
    assert!(finding["line"].as_u64().unwrap() > 0);
    assert!(
        finding["message"]
            .as_str()
            .unwrap()
            .starts_with("The VAT at 22.00 is 37.90"),
        "{finding}"
    );
    let words = String::from_utf8(run(folder.path(), &["IT01234567897_00001.xml"]).stdout).unwrap();
    assert!(
        words.contains("da correggere  FPR12") && words.contains("! 00421  L'IVA al 22.00 è 37.90"),
        "{words}"
    );
}

#[test]
fn a_warning_is_told_and_exits_0() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "ricevuta.xml", &invoice());
    let output = run(folder.path(), &["--json", "ricevuta.xml"]);
    assert_eq!(output.status.code(), Some(0));
    let row = &rows(&output)[0];
    assert_eq!(
        (&row["ok"], &row["findings"][0]["code"]),
        (&true.into(), &"00001".into())
    );
}

#[test]
fn folders_are_walked_and_answers_keep_the_order_of_the_files() {
    let folder = tempfile::tempdir().unwrap();
    let good = invoice();
    for at in 0..600 {
        let text = if at % 7 == 3 {
            "<FatturaElettronica/>"
        } else {
            &good
        };
        write(
            folder.path(),
            &format!("posta/{:02}/IT01234567897_{at:05}.xml", at / 100),
            text,
        );
    }
    write(folder.path(), "posta/elenco.tsv", "numero\tdata");
    let output = run(folder.path(), &["--json", "posta"]);
    assert_eq!(output.status.code(), Some(1));
    let rows = rows(&output);
    let files: Vec<&str> = rows.iter().map(|row| row["file"].as_str().unwrap()).collect();
    assert_eq!(files.len(), 600);
    assert!(files.is_sorted());
    for (at, row) in rows.iter().enumerate() {
        assert_eq!(row["ok"], at % 7 != 3);
    }
}

#[test]
fn a_lot_has_a_row_for_each_document() {
    let folder = tempfile::tempdir().unwrap();
    let good = invoice();
    let (begin, rest) = good.split_once("<FatturaElettronicaBody>").unwrap();
    let (body, end) = rest.split_once("</FatturaElettronicaBody>").unwrap();
    let second = body.replace("<Numero>1/2026</Numero>", "<Numero>due</Numero>");
    let lot = format!(
        "{begin}<FatturaElettronicaBody>{body}</FatturaElettronicaBody><FatturaElettronicaBody>{second}</FatturaElettronicaBody>{end}"
    );
    write(folder.path(), "IT01234567897_00001.xml", &lot);
    let rows = rows(&run(folder.path(), &["--json", "."]));
    let told: Vec<_> = rows
        .iter()
        .map(|row| (row["body"].as_u64(), row["ok"].as_bool().unwrap()))
        .collect();
    assert_eq!(told, [(Some(1), true), (Some(2), false)]);
    assert_eq!(rows[1]["findings"][0]["code"], "00425");
}

#[test]
fn the_day_decides_which_rules_hold() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "IT01234567897_00001.xml", &invoice());
    let output = Command::new(env!("CARGO_BIN_EXE_f1c"))
        .current_dir(folder.path())
        .args(["check", "--json", "--on", "2026-11-23", "."])
        .output()
        .unwrap();
    assert_eq!(rows(&output)[0]["findings"][0]["code"], "00403");
}

#[test]
fn what_cannot_run_exits_2() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(run(folder.path(), &[]).status.code(), Some(2));
    let empty = run(folder.path(), &["--json", "."]);
    assert_eq!((empty.status.code(), rows(&empty).len()), (Some(0), 0));
}
