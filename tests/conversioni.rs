//! Files of invoices on paper: complete, in both languages, faulty ones too.

mod archivio;
mod complete;

use std::{fs, path::Path};

use books::conversioni::{self, Options, Paper};
use fatturapa::intake::{self, Item};
use pdf::Lingua;

use crate::common::when;

fn fixtures() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures")
}

fn options(lingua: Lingua) -> Options {
    Options {
        lingua,
        findings: false,
        now: when(0).at,
        today: when(0).today,
    }
}

/// The items of a file of `fixtures/fatturapa`.
fn items(path: &str) -> Vec<Item> {
    let bytes = fs::read(fixtures().join("fatturapa").join(path)).unwrap();
    let name = path.rsplit('/').next().unwrap();
    intake::open(name, &bytes, &intake::Options::default())
}

fn papers(path: &str, options: &Options) -> Vec<Paper> {
    conversioni::convert(&items(path)[0], options).unwrap()
}

fn reason(name: &str, bytes: &[u8]) -> fatturapa::Finding {
    let items = intake::open(name, bytes, &intake::Options::default());
    conversioni::convert(&items[0], &options(Lingua::It)).unwrap_err()
}

/// The words of the paper of a file, compared with `fixtures/conversioni/<case>.txt`.
fn golden(case: &str, path: &str, options: &Options) {
    let text: String = papers(path, options)
        .iter()
        .map(|paper| {
            format!(
                "[{}]\n{}",
                paper.name,
                pdf::text(&paper.render().unwrap()).unwrap()
            )
        })
        .collect();
    let file = fixtures().join("conversioni").join(case);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&file, &text).unwrap();
    }
    assert_eq!(text, fs::read_to_string(&file).unwrap_or_default(), "{case}");
}

#[test]
fn every_block_of_the_schema_on_paper() {
    golden("full.it.txt", "full.xml", &options(Lingua::It));
    golden("full.en.txt", "full.xml", &options(Lingua::En));
}

#[test]
fn lots_simplified_and_signed_files_on_paper() {
    golden("lot.txt", "lot.xml", &options(Lingua::It));
    golden("td07.txt", "semplificata/td07.xml", &options(Lingua::It));
    golden("cades.txt", "intake/cades.p7m", &options(Lingua::It));
    let with_findings = Options {
        findings: true,
        ..options(Lingua::It)
    };
    golden(
        "elemento_in_piu.txt",
        "errata/elemento_in_piu.xml",
        &with_findings,
    );
}

#[test]
fn the_same_file_gives_the_same_bytes() {
    let render = |lingua| papers("minimal.xml", &options(lingua))[0].render().unwrap();
    assert_eq!(render(Lingua::It), render(Lingua::It));
    assert_ne!(render(Lingua::It), render(Lingua::En));
    assert!(
        (13_000..40_000).contains(&render(Lingua::It).len()),
        "{}",
        render(Lingua::It).len()
    );
}

#[test]
fn what_is_no_invoice_says_why() {
    for (name, bytes, code) in [
        ("vuoto.xml", &b""[..], "intake_empty"),
        ("rotto.xml", b"<FatturaElettronica><a>", "00200.cut"),
        ("altro.xml", b"<html/>", "00200.root"),
        ("foto.jpg", b"\xff\xd8\xff", "00200.xml"),
    ] {
        let reason = reason(name, bytes);
        let sentence = conversioni::sentence(&reason, Lingua::It);
        assert_eq!(reason.rule, code, "{name}: {sentence}");
        assert!(sentence.ends_with('.'), "{name}");
    }
    let message = fs::read(fixtures().join("fatturapa/messaggi/IT01234567897_00001_RC_001.xml")).unwrap();
    assert_eq!(reason("rc.xml", &message).rule, "no_invoice");
}
