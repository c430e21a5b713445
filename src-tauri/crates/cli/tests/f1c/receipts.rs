//! `f1c receipts` as its users run it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;

fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(3).unwrap().to_owned()
}

fn run(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_f1c"))
        .current_dir(folder)
        .env("F1C_DATA", folder.join("data"))
        .arg("--json")
        .args(args)
        .output()
        .unwrap()
}

fn answer(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)))
}

#[test]
fn a_rejection_finds_its_document_and_is_read_once() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let worked = fs::read_dir(root().join("fixtures/documenti/vettori")).unwrap();
    let worked = worked.map(|entry| entry.unwrap().path()).min().unwrap();
    let worked: Value = serde_json::from_slice(&fs::read(worked).unwrap()).unwrap();
    fs::write(folder.join("azienda.json"), worked["azienda"].to_string()).unwrap();
    fs::write(folder.join("ordine.json"), worked["documento"].to_string()).unwrap();
    answer(&run(folder, &["new", "prova.f1c", "--azienda", "azienda.json"]));
    let issued = answer(&run(folder, &["issue", "prova.f1c", "ordine.json"]));
    let document = &issued[0]["documents"][0];
    let message = root().join("fixtures/fatturapa/messaggi/IT01234567897_00001_NS_001.xml");
    let name = document["nome_file"].as_str().unwrap();
    let message = fs::read_to_string(message)
        .unwrap()
        .replace("IT01234567897_00001.xml", name);
    fs::write(folder.join("scarto.xml"), &message).unwrap();
    let output = run(folder, &["receipts", "prova.f1c", "scarto.xml"]);
    assert_eq!(output.status.code(), Some(0));
    let row = &answer(&output)[0];
    assert_eq!(
        (&row["esito"], &row["stato"]),
        (&"abbinata".into(), &"scartata".into())
    );
    assert_eq!(row["documento_id"], document["id"]);
    let again = run(folder, &["receipts", "prova.f1c", "scarto.xml"]);
    assert_eq!(
        (again.status.code(), &answer(&again)[0]["esito"]),
        (Some(0), &"gia_nota".into())
    );
    fs::write(
        folder.join("altra.xml"),
        message.replace(name, "IT00000000000_00009.xml"),
    )
    .unwrap();
    let other = run(folder, &["receipts", "prova.f1c", "altra.xml"]);
    assert_eq!(other.status.code(), Some(1));
    assert_eq!(answer(&other)[0]["esito"], "senza_file");
    assert_eq!(
        run(folder, &["receipts", "prova.f1c", "manca.xml"]).status.code(),
        Some(2)
    );
}
