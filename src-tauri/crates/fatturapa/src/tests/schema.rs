//! The official schema as judge, through xmllint. Schema and tool are not part of the house: where the folder of
//! shared material exists they must be there, elsewhere the check is skipped and says so.

use std::{env, fs, path::PathBuf, process::Command};

use crate::xml::{Document, Limits};

const ORDINARY: &str = "Schema_VFPR12_v1.2.3.xsd";
const SIMPLIFIED: &str = "Schema_VFSM10_v1.0.2.xsd";

#[expect(
    clippy::print_stdout,
    reason = "a skipped check says so in the output of the test"
)]
pub(super) fn shared() -> Option<PathBuf> {
    let shared = env::var_os("F1C_SHARED").map_or_else(|| super::house().join("../shared"), PathBuf::from);
    if !shared.is_dir() {
        println!("skipped: no official schema under {}", shared.display());
        return None;
    }
    Some(shared)
}

fn schema(name: &str) -> Option<PathBuf> {
    let schema = shared()?.join("fatturapa/xsd").join(name);
    assert!(schema.is_file(), "{} is missing", schema.display());
    Some(schema)
}

/// Validates all the files in one run, by our table and by the official schema.
pub(super) fn accepts(files: &[(String, Vec<u8>)]) {
    judge(ORDINARY, files);
}

/// The same for simplified files.
pub(super) fn accepts_simplified(files: &[(String, Vec<u8>)]) {
    judge(SIMPLIFIED, files);
}

fn judge(name: &str, files: &[(String, Vec<u8>)]) {
    for (name, bytes) in files {
        let document = Document::parse(bytes, &Limits::default()).unwrap();
        assert_eq!(crate::schema::check(&document), [], "{name}");
    }
    let Some(schema) = schema(name) else { return };
    let output = run(&schema, files);
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

fn run(schema: &std::path::Path, files: &[(String, Vec<u8>)]) -> std::process::Output {
    let folder = tempfile::tempdir().unwrap();
    let paths = files.iter().enumerate().map(|(at, (name, bytes))| {
        let path = folder.path().join(format!("{at}-{}.xml", name.replace('/', "-")));
        fs::write(&path, bytes).unwrap();
        path
    });
    let mut command = Command::new("xmllint");
    command
        .args(["--nonet", "--noout", "--schema"])
        .arg(schema)
        .args(paths);
    command.output().unwrap()
}

#[test]
fn the_judge_refuses_what_is_wrong() {
    let Some(schema) = schema(ORDINARY) else { return };
    let good = String::from_utf8(crate::write(&super::minimal::fattura()).unwrap()).unwrap();
    let bad = good.replace("<CAP>38122</CAP>", "<CAP>3812</CAP>");
    assert_ne!(good, bad);
    assert!(
        !run(&schema, &[("bad".to_owned(), bad.into_bytes())])
            .status
            .success()
    );
}
