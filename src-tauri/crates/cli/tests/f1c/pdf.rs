//! `f1c pdf` as its users run it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;

fn fixture(path: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(3).unwrap();
    root.join("fixtures/fatturapa").join(path)
}

fn run(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_f1c"))
        .current_dir(folder)
        .args(["pdf", "--json", "-o", "pdf"])
        .args(args)
        .output()
        .unwrap()
}

fn rows(output: &Output) -> Vec<Value> {
    serde_json::from_slice(&output.stdout).unwrap()
}

fn pdfs(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder.join("pdf")).unwrap();
    let mut names: Vec<String> = names
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn every_document_has_its_pdf_and_none_is_written_over_another() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    fs::create_dir_all(root.join("a")).unwrap();
    fs::create_dir_all(root.join("b")).unwrap();
    fs::copy(fixture("lot.xml"), root.join("a/lotto.xml")).unwrap();
    fs::copy(fixture("intake/cades.p7m"), root.join("a/firmata.xml.p7m")).unwrap();
    fs::copy(fixture("minimal.xml"), root.join("a/uguale.xml")).unwrap();
    fs::copy(fixture("semplificata/td07.xml"), root.join("b/UGUALE.xml")).unwrap();
    let message = fixture("messaggi/IT01234567897_00001_RC_001.xml");
    fs::copy(message, root.join("b/IT01234567897_00001_RC_001.xml")).unwrap();
    fs::write(root.join("b/note.txt"), "non una fattura").unwrap();
    let output = run(root, &["a", "b"]);
    let text = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{text}");
    assert_eq!(
        pdfs(root),
        [
            "UGUALE-2.pdf",
            "firmata.pdf",
            "lotto_1.pdf",
            "lotto_2.pdf",
            "uguale.pdf"
        ]
    );
    let beside = rows(&output)
        .into_iter()
        .find(|row| row["kind"] == "messaggio")
        .unwrap();
    assert_eq!(
        (&beside["ok"], &beside["pdf"]),
        (&Value::Bool(true), &Value::Null)
    );
    for name in pdfs(root) {
        assert!(
            fs::read(root.join("pdf").join(name))
                .unwrap()
                .starts_with(b"%PDF-")
        );
    }
}

#[test]
fn bad_files_are_told_and_exit_1() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    fs::write(root.join("rotta.xml"), "<FatturaElettronica><a>").unwrap();
    fs::copy(fixture("minimal.xml"), root.join("buona.xml")).unwrap();
    let output = run(root, &["rotta.xml", "buona.xml", "--findings", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(1));
    let rows = rows(&output);
    assert_eq!(
        (&rows[0]["ok"], &rows[1]["ok"]),
        (&Value::Bool(false), &Value::Bool(true))
    );
    assert!(rows[0]["message"].as_str().unwrap().ends_with('.'));
    assert_eq!(pdfs(root), ["buona.pdf"]);
    assert_eq!(run(root, &["manca.xml"]).status.code(), Some(1));
}
