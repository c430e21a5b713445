//! Signed files of every form, made by `fixtures/fatturapa/intake/make.sh`: what they open to, and that openssl
//! and xmlsec1 say the same.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use jiff::{Timestamp, civil};

use super::all;
use crate::intake::{Alteration, Chain, Kind, Obstacle, Options, Signature, State, TrustList, open};

pub(super) fn folder() -> PathBuf {
    crate::tests::house().join("fixtures/fatturapa/intake")
}

pub(super) fn file(name: &str) -> Vec<u8> {
    fs::read(folder().join(name)).unwrap()
}

pub(super) fn states(signatures: &[Signature]) -> String {
    signatures
        .iter()
        .map(|one| one.state.code())
        .collect::<Vec<_>>()
        .join(" ")
}

/// What a file opens to, as the table has it.
fn line(name: &str) -> [String; 2] {
    let items = all(name, &file(name));
    let members: Vec<String> = items
        .iter()
        .map(|item| {
            item.content
                .as_ref()
                .map_or_else(|error| error.code().to_owned(), |_| format!("{:?}", item.kind))
        })
        .collect();
    let states: Vec<String> = items.iter().map(|item| states(&item.signatures)).collect();
    [members.join(", "), states.join(", ")]
}

fn table() -> Vec<[String; 4]> {
    let table = fs::read_to_string(folder().join("expected.tsv")).unwrap();
    let rows = table.lines().skip(1);
    rows.map(|row| {
        let mut cells = row.split('\t').map(str::to_owned);
        [(); 4].map(|()| cells.next().unwrap_or_default())
    })
    .collect()
}

#[test]
fn every_form_opens_as_the_table_says() {
    let table = table();
    assert!(table.len() >= 55);
    for [name, members, states, _] in &table {
        assert_eq!(&line(name), &[members.clone(), states.clone()], "{name}");
    }
}

#[test]
fn openssl_and_xmlsec_say_the_same() {
    for [name, _, states, verdict] in table() {
        let is_xml = name.starts_with("xades_") && name.ends_with(".xml");
        let program = if is_xml { "xmlsec1" } else { "openssl" };
        if verdict.is_empty() || !is_there(program) {
            continue;
        }
        let path = folder().join(&name);
        let is_good = if is_xml { xmlsec(&path) } else { openssl(&path) };
        assert_eq!(if is_good { "yes" } else { "no" }, verdict, "{name}");
        // what is not verified here is said to be unknown; otherwise both have one opinion of the outer signature
        let outer = states.split([' ', ',']).next().unwrap();
        let is_unknown = matches!(outer, "signature_algorithm" | "signature_coverage");
        assert!(is_unknown || (outer == "signature_intact") == is_good, "{name}");
    }
}

fn openssl(path: &Path) -> bool {
    let args = [
        "cms",
        "-verify",
        "-noverify",
        "-binary",
        "-inform",
        "DER",
        "-out",
        "/dev/null",
        "-in",
    ];
    Command::new("openssl")
        .args(args)
        .arg(path)
        .output()
        .unwrap()
        .status
        .success()
}

/// Every signature of the document.
fn xmlsec(path: &Path) -> bool {
    let count = fs::read_to_string(path)
        .unwrap()
        .matches("<ds:SignatureValue")
        .count();
    (1..=count).all(|at| {
        let node = format!("(//*[local-name()='Signature'])[{at}]");
        Command::new("xmlsec1")
            .args([
                "--verify",
                "--insecure",
                "--id-attr:Id",
                "http://uri.etsi.org/01903/v1.3.2#:SignedProperties",
            ])
            .args(["--id-attr:Id", "http://www.w3.org/2000/09/xmldsig#:KeyInfo"])
            .args(["--id-attr:Id", "FatturaElettronicaHeader", "--node-xpath", &node])
            .arg(path)
            .output()
            .unwrap()
            .status
            .success()
    })
}

#[test]
#[expect(
    clippy::print_stdout,
    reason = "a skipped check says so in the output of the test"
)]
fn the_messages_of_others_are_judged_alike() {
    let shared =
        env::var_os("F1C_SHARED").map_or_else(|| crate::tests::house().join("../shared"), PathBuf::from);
    if !shared.is_dir() || !is_there("xmlsec1") {
        println!("skipped: no samples of others under {}", shared.display());
        return;
    }
    let mut count = 0;
    for kind in ["notifications", "ordinary", "simplified", "invalid"] {
        for entry in fs::read_dir(shared.join("fatturapa/samples").join(kind)).unwrap() {
            let path = entry.unwrap().path();
            let items = all("sample.xml", &fs::read(&path).unwrap());
            if items[0].signatures.is_empty() {
                continue;
            }
            count += 1;
            let is_intact = items[0].state() == Some(&State::Intact);
            assert_eq!(
                is_intact,
                xmlsec(&path),
                "{}: {}",
                path.display(),
                states(&items[0].signatures)
            );
        }
    }
    assert!(count >= 8, "{count}");
}

/// Whether a program is there; tests that ask another program's opinion say when they cannot.
#[expect(
    clippy::print_stdout,
    reason = "a skipped check says so in the output of the test"
)]
pub(super) fn is_there(program: &str) -> bool {
    let is_there = Command::new(program).arg("--version").output().is_ok();
    if !is_there {
        println!("skipped: {program} is not installed");
    }
    is_there
}

#[test]
fn content_and_original_are_kept() {
    let invoice = file("invoice.xml");
    for name in [
        "der.p7m",
        "ber.p7m",
        "base64_crlf.p7m",
        "nested_base64.p7m",
        "pem_cms.p7m",
        "der_named.xml",
    ] {
        let bytes = file(name);
        let items = all(name, &bytes);
        assert_eq!(items[0].content.as_ref(), Ok(&invoice), "{name}");
        assert_eq!(items[0].original(), Some(bytes.as_slice()), "{name}");
        assert!(items[0].file_name.ends_with(".xml"), "{name}");
    }
    let zipped = all("zipped.zip", &file("zipped.zip"));
    assert_eq!(zipped[0].original(), Some(file("ber.p7m").as_slice()));
    assert_eq!(
        (zipped[0].member.as_str(), zipped[0].file_name.as_str()),
        ("ber.p7m", "ber.xml")
    );
    let cut = all("IT01234567897_1.xml.p7m", &file("cut_after_content.p7m"));
    assert_eq!(
        (cut[0].content.as_ref(), cut[0].file_name.as_str()),
        (Ok(&invoice), "IT01234567897_1.xml")
    );
}

#[test]
fn the_certificate_tells_who_signed() {
    let items = all("ber.p7m", &file("ber.p7m"));
    let signature = &items[0].signatures[0];
    let signer = signature.signer.as_ref().unwrap();
    assert_eq!(signer.nome, "Rossi Mario");
    assert_eq!(signer.codice_fiscale.as_deref(), Some("RSSMRA80A01F205X"));
    assert_eq!(signer.organizzazione.as_deref(), Some("Prova S.r.l."));
    assert_eq!(signer.issuer, "Intermedia di prova, Prova");
    assert_eq!(signer.valid_from, at(2020, 1, 1));
    assert_eq!(signer.valid_to, at(2099, 12, 31));
    assert_eq!(signature.algorithm, "RSA SHA-256");
    assert_eq!(signature.chain, Chain::NotChecked);
    assert!(signature.signed_at.is_some_and(|signed| signed > at(2026, 1, 1)));
    assert!(!signature.is_out_of_validity(at(2026, 1, 1)) && !signature.is_weak());
    let algorithm = |name: &str| all(name, &file(name))[0].signatures[0].algorithm.clone();
    assert_eq!(algorithm("pss.p7m"), "RSA-PSS SHA-256");
    assert_eq!(algorithm("ecdsa_p384.p7m"), "ECDSA SHA-384");
    assert!(all("sha1.p7m", &file("sha1.p7m"))[0].signatures[0].is_weak());
    assert!(all("expired.p7m", &file("expired.p7m"))[0].signatures[0].is_out_of_validity(at(2016, 1, 1)));
}

fn at(year: i16, month: i8, day: i8) -> Timestamp {
    civil::date(year, month, day)
        .to_zoned(jiff::tz::TimeZone::UTC)
        .unwrap()
        .timestamp()
}

#[test]
fn a_chain_is_checked_against_a_list() {
    let chain = |list: &str, name: &str| {
        let trust = TrustList::read(&file(list)).unwrap();
        let options = Options {
            trust: Some(trust),
            ..Options::default()
        };
        open(name, &file(name), &options)[0].signatures[0].chain
    };
    for (list, name, expected) in [
        ("root.pem", "der.p7m", Chain::Trusted),
        ("middle.pem", "der.p7m", Chain::Trusted),
        ("middle.pem", "ber.p7m", Chain::Trusted),
        // the certificate in between did not come along
        ("root.pem", "ber.p7m", Chain::Unknown),
        ("expired.pem", "der.p7m", Chain::Unknown),
        ("root.pem", "expired.p7m", Chain::NotValidThen),
        ("expired.pem", "expired.p7m", Chain::NotValidThen),
        ("root.pem", "no_certificates.p7m", Chain::Unknown),
    ] {
        assert_eq!(chain(list, name), expected, "{list} {name}");
    }
    let both = [file("root.pem"), file("middle.pem")].concat();
    assert!(TrustList::read(&both).is_ok());
    for bad in [&b""[..], b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END", b"root"] {
        assert!(TrustList::read(bad).is_err());
    }
}

#[test]
fn chunks_in_chunks_are_one_document() {
    // the same signature with its content in chunks of definite length, some of them inside another chunk
    let der = file("der.p7m");
    let invoice = file("invoice.xml");
    let at = memchr::memmem::find(&der, &invoice).unwrap();
    let (first, rest) = invoice.split_at(7);
    let (second, third) = rest.split_at(100);
    let chunk = |bytes: &[u8]| [&[0x04, u8::try_from(bytes.len()).unwrap()], bytes].concat();
    let inner = [chunk(first), chunk(second)].concat();
    let inner = [&[0x24, u8::try_from(inner.len()).unwrap()], inner.as_slice()].concat();
    let octets = [
        &[0x24, 0x80],
        inner.as_slice(),
        &[0x04, 0x81],
        &[u8::try_from(third.len()).unwrap()],
        third,
        &[0, 0],
    ];
    // everything around becomes of indefinite length: 30 80 oid a0 80 30 80 version digests 30 80 id-data a0 80 ...
    let digests = memchr::memmem::find(&der, &[0x02, 0x01, 0x01, 0x31]).unwrap();
    let digests = &der[digests..][..5 + usize::from(der[digests + 4])];
    let oid = |last: u8| [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, last];
    let bytes = [
        &[0x30, 0x80][..],
        &oid(2),
        &[0xa0, 0x80, 0x30, 0x80],
        digests,
        &[0x30, 0x80],
        &oid(1),
        &[0xa0, 0x80],
        &octets.concat(),
        &[0, 0, 0, 0],
        &der[at + invoice.len()..],
        &[0, 0, 0, 0, 0, 0],
    ]
    .concat();
    let items = all("chunks.p7m", &bytes);
    assert_eq!(items[0].content.as_ref(), Ok(&invoice));
    assert_eq!(states(&items[0].signatures), "signature_intact");
}

#[test]
fn what_is_known_of_a_file_is_its_worst_signature() {
    let state = |name: &str| all(name, &file(name))[0].state().copied();
    assert_eq!(
        state("inner_changed.p7m"),
        Some(State::Altered(Alteration::Content))
    );
    assert_eq!(
        state("no_certificates.p7m"),
        Some(State::NotVerifiable(Obstacle::NoCertificate))
    );
    assert_eq!(state("nested.p7m"), Some(State::Intact));
    assert_eq!(state("invoice.xml"), None);
    assert_eq!(all("detached.p7s", &file("detached.p7s"))[0].kind, Kind::Signed);
}

#[test]
fn an_element_of_the_same_id_does_not_pass_for_the_signed_one() {
    let text = String::from_utf8(file("xades_filter2.xml")).unwrap();
    let doubled = text.replace("<ds:KeyInfo>", "<ds:KeyInfo Id=\"s1-properties\">");
    assert_ne!(doubled, text);
    let state = |text: &str| all("a.xml", text.as_bytes())[0].state().copied();
    assert_eq!(state(&doubled), Some(State::NotVerifiable(Obstacle::Form)));
    let foreign = text.replace("xmldsig-filter2\"><XPath", "xmldsig-unknown\"><XPath");
    assert_eq!(state(&foreign), Some(State::NotVerifiable(Obstacle::Form)));
    let crlf = text.replace('\n', "\r\n");
    assert_eq!(state(&crlf), Some(State::Intact), "line ends are those of XML");
    let comment = text.replace(
        "<FatturaElettronicaHeader>",
        "<FatturaElettronicaHeader><!-- nota -->",
    );
    assert_eq!(state(&comment), Some(State::Intact), "comments are not signed");
    let signature = &all("a.xml", text.as_bytes())[0].signatures[0];
    assert_eq!(
        signature.signer.as_ref().unwrap().codice_fiscale.as_deref(),
        Some("RSSMRA80A01F205X")
    );
    assert_eq!(signature.signed_at.unwrap().to_string(), "2026-11-24T10:00:00Z");
}
