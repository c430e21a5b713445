//! `f1c check` on files that are made to harm, and on those that people give by mistake: an answer in words, in bounded
//! time and memory, and nothing passed over in silence.

use std::{
    ffi::OsStr,
    fs,
    io::{Cursor, Write},
    os::unix::{ffi::OsStrExt, fs::symlink},
    path::Path,
    process::{Command, Output},
};

use serde_json::Value;

/// Seconds of processor time. A debug build is up to ten times slower than what is shipped.
const SECONDS: u32 = if cfg!(debug_assertions) { 10 } else { 1 };
const MEGABYTES: u32 = 256;

const INVOICE: &[u8] = b"<p:FatturaElettronica versione='FPR12' \
    xmlns:p='http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2'/>";

/// Runs `f1c check` in a folder; the system ends it when it takes more time or address space.
fn check(folder: &Path, megabytes: u32, files: &[impl AsRef<OsStr>]) -> Output {
    let limits = format!("ulimit -t {SECONDS}; ulimit -v {}; exec \"$@\"", megabytes * 1024);
    Command::new("sh")
        .current_dir(folder)
        .args(["-c", &limits, "sh", env!("CARGO_BIN_EXE_f1c"), "check", "--json"])
        .args(files)
        .output()
        .unwrap()
}

/// File, member and code of the first finding of each row.
fn told(output: &Output) -> Vec<(String, String)> {
    let error = String::from_utf8_lossy(&output.stderr);
    let rows: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{error}"));
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    rows.iter()
        .map(|row| {
            (
                word(&row["file"]) + &word(&row["member"]),
                word(&row["findings"][0]["code"]),
            )
        })
        .collect()
}

fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer
            .start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Files that ask for much more than they are.
fn bombs() -> Vec<(&'static str, Vec<u8>)> {
    let nested = |mut bytes: Vec<u8>| {
        for _ in 0..30 {
            bytes = zip(&[("dentro.zip", &bytes)]);
        }
        bytes
    };
    let attributes: String = (0..60_000).map(|at| format!(" a{at}='1'")).collect();
    let spaces = vec![b' '; 9 << 20];
    let members: Vec<(String, &[u8])> = (0..40).map(|at| (format!("{at}.xml"), &spaces[..])).collect();
    let members: Vec<(&str, &[u8])> = members
        .iter()
        .map(|(name, bytes)| (name.as_str(), *bytes))
        .collect();
    let laughs: String = (1..30)
        .map(|at| format!("<!ENTITY l{at} '{}'>", format!("&l{};", at - 1).repeat(10)))
        .collect();
    vec![
        ("laughs.xml", format!("<!DOCTYPE l [<!ENTITY l0 'ha'>{laughs}]><l>&l29;</l>").into_bytes()),
        ("outside.xml", b"<!DOCTYPE l [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><l>&x;</l>".to_vec()),
        ("deep.xml", "<a>".repeat(3_000_000).into_bytes()),
        ("wide.xml", format!("<l{attributes}/>").into_bytes()),
        ("many.xml", format!("<l>{}</l>", "<x/>".repeat(2_000_000)).into_bytes()),
        ("spaces.xml", spaces.clone()),
        ("swells.zip", zip(&members)),
        ("nested.zip", nested(zip(&[("a.xml", INVOICE)]))),
        ("parts.eml", [
            &b"From: a@b.it\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"[..],
            &b"--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n".repeat(200_000),
        ].concat()),
        ("chunks.p7m", [&b"\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"[..], &b"\xa0\x80\x30\x80".repeat(1_000_000)].concat()),
    ]
}

#[test]
fn bombs_are_told_within_bounds() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in bombs() {
        fs::write(folder.path().join(name), bytes).unwrap();
        let output = check(folder.path(), MEGABYTES, &[name]);
        assert_eq!(output.status.code(), Some(1), "{name}: {output:?}");
        assert!(!told(&output).is_empty(), "{name}");
    }
    // the same program with a tenth of the memory cannot: the bound is one
    let output = check(folder.path(), MEGABYTES / 10, &["many.xml"]);
    assert_ne!(output.status.code(), Some(1), "{output:?}");
}

#[test]
fn what_people_give_by_mistake_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("vuota")).unwrap();
    fs::write(at("vuoto.xml"), "").unwrap();
    fs::write(at("foto.rar"), b"Rar!\x1a\x07\0...").unwrap();
    fs::write(at("foto.7z"), b"7z\xbc\xaf\x27\x1c...").unwrap();
    fs::write(
        at("marcata.tsd"),
        b"\x30\x14\x06\x0b\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x01\x1f\xa0\x05\x30\x03\x02\x01\x01",
    )
    .unwrap();
    let outlook = [
        &b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..],
        &[0; 600],
        b"_\0_\0s\0u\0b\0s\0t\0g\x001\0.\x000\0_\0",
    ];
    fs::write(at("posta.msg"), outlook.concat()).unwrap();
    fs::write(at("lettera.pdf"), b"%PDF-1.7\n...").unwrap();
    fs::File::create(at("grande.xml"))
        .unwrap()
        .set_len(3 << 30)
        .unwrap();
    assert!(
        Command::new("mkfifo")
            .arg(at("canale"))
            .status()
            .unwrap()
            .success()
    );
    symlink(at("manca"), at("spezzato.xml")).unwrap();
    symlink(at("giro.xml"), at("giro.xml")).unwrap();
    let expected = [
        ("vuoto.xml", "intake_empty"),
        ("foto.rar", "intake_unsupported"),
        ("foto.7z", "intake_unsupported"),
        ("marcata.tsd", "intake_timestamped"),
        ("posta.msg", "intake_outlook"),
        ("lettera.pdf", "00200"),
        ("grande.xml", "intake_too_large"),
        ("canale", "intake_device"),
        ("/dev/zero", "intake_device"),
        ("spezzato.xml", "intake_link"),
        ("giro.xml", "intake_link"),
        ("nulla.xml", "intake_missing"),
    ];
    let names = expected.map(|(name, _)| name);
    let output = check(folder.path(), MEGABYTES, &names);
    let expected = expected.map(|(name, code)| (name.to_owned(), code.to_owned()));
    assert_eq!(
        (output.status.code(), told(&output)),
        (Some(1), expected.to_vec())
    );
    let nothing = check(folder.path(), MEGABYTES, &["vuota"]);
    assert_eq!((nothing.status.code(), told(&nothing)), (Some(0), Vec::new()));
}

#[test]
fn folders_with_links_odd_names_and_closed_files_are_gone_through() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::create_dir_all(at("a/b")).unwrap();
    symlink(at("a"), at("a/b/indietro")).unwrap();
    symlink("/etc/passwd", at("a/fuori.xml")).unwrap();
    fs::write(at("a").join(OsStr::from_bytes(b"\xe8.xml")), INVOICE).unwrap();
    fs::write(at("a/nota.txt"), "ciao").unwrap();
    fs::write(at("a/vuoto.xml"), "").unwrap();
    let output = check(folder.path(), MEGABYTES, &["a"]);
    let wanted = [
        ("a/b/indietro", "intake_link"),
        ("a/fuori.xml", "intake_link"),
        ("a/vuoto.xml", "intake_empty"),
        ("a/\u{fffd}.xml", "00001"),
    ];
    let wanted = wanted.map(|(name, code)| (name.to_owned(), code.to_owned()));
    assert_eq!(told(&output), wanted);
}

#[test]
fn a_thousand_files_of_one_name_are_a_thousand_answers() {
    let folder = tempfile::tempdir().unwrap();
    for at in 0..1_000 {
        let one = folder.path().join(format!("{at:03}"));
        fs::create_dir(&one).unwrap();
        fs::write(one.join("IT01234567897_00001.xml"), INVOICE).unwrap();
    }
    let output = check(folder.path(), MEGABYTES * 4, &["."]);
    assert_eq!(told(&output).len(), 1_000);
}

#[test]
fn metadata_beside_an_invoice_give_their_number() {
    let folder = tempfile::tempdir().unwrap();
    let metadata = b"<FileMetadati><IdentificativoSdI>111</IdentificativoSdI></FileMetadati>";
    fs::create_dir(folder.path().join("posta")).unwrap();
    fs::write(folder.path().join("posta/IT01234567897_00001.xml"), INVOICE).unwrap();
    fs::write(
        folder.path().join("posta/IT01234567897_00001_MT_001.xml"),
        metadata,
    )
    .unwrap();
    fs::write(folder.path().join("posta/IT01234567897_00002.xml"), INVOICE).unwrap();
    let one_by_one = [
        "posta/IT01234567897_00001_MT_001.xml",
        "posta/IT01234567897_00001.xml",
    ];
    for (files, place) in [(&["posta"][..], 0), (&one_by_one, 1)] {
        let output = check(folder.path(), MEGABYTES * 4, files);
        let rows: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(rows[place]["identificativo_sdi"], "111", "{rows:?}");
        assert_eq!(
            rows.iter()
                .filter(|row| row["identificativo_sdi"] == "111")
                .count(),
            1
        );
    }
}
