//! Names, sizes, signatures, archives: 00001, 00003, 00100 to 00106.

use jiff::Timestamp;

use super::*;
use crate::intake::{
    Alteration, Chain, Form, IntakeError, Item, Kind, Obstacle, Signature, Signer, State, open,
};

const NONE: [&str; 0] = [];
const NOW: &str = "2026-11-24T12:00:00Z";

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// The smallest invoice as it came.
fn item() -> Item {
    let xml = crate::write(&minimal::fattura()).unwrap();
    open("IT01234567897_00001.xml", &xml, &Default::default()).remove(0)
}

fn told(item: &Item) -> Vec<String> {
    let report = check::item(item, at(NOW), TODAY);
    assert_eq!(
        report.is_accepted(),
        report
            .findings
            .iter()
            .all(|finding| finding.severity > Severity::Error)
    );
    report.findings.iter().map(rule_of).collect()
}

#[test]
fn a_name_is_one_that_sdi_accepts() {
    let xml = crate::write(&minimal::fattura()).unwrap();
    for (name, rules) in [
        ("IT01234567897_00001.xml", vec![]),
        ("it01234567897_00001.xml", vec!["~00001.name"]),
        ("IT01234567897_000001.xml", vec!["~00001.name"]),
        ("fattura.xml", vec!["~00001.name"]),
    ] {
        assert_eq!(told(&open(name, &xml, &Default::default())[0]), rules, "{name}");
    }
}

#[test]
fn a_file_has_five_megabytes_at_most() {
    for (size, rules) in [
        (5_000_000, vec![]),
        (5_000_001, vec!["~00003.edge"]),
        (5_242_880, vec!["~00003.edge"]),
        (5_242_881, vec!["00003.size"]),
    ] {
        let mut item = item();
        item.original = Some(vec![0; size]);
        assert_eq!(told(&item), rules, "{size}");
    }
}

fn signature() -> Signature {
    Signature {
        form: Form::Cades,
        state: State::Intact,
        signer: Some(Signer {
            nome: "Anna Bianchi".to_owned(),
            codice_fiscale: None,
            organizzazione: None,
            issuer: "CA".to_owned(),
            serial: "01".to_owned(),
            valid_from: at("2024-01-01T00:00:00Z"),
            valid_to: at("2027-01-01T00:00:00Z"),
        }),
        signed_at: Some(at("2026-11-24T11:59:59Z")),
        algorithm: "RSA SHA-256".to_owned(),
        chain: Chain::NotChecked,
    }
}

fn signed(change: impl FnOnce(&mut Signature)) -> Vec<String> {
    let mut item = item();
    let mut signature = signature();
    change(&mut signature);
    item.signatures.push(signature);
    told(&item)
}

#[test]
fn a_signature_is_whole_dated_and_not_from_the_future() {
    assert_eq!(signed(|_| {}), NONE);
    let altered = |signature: &mut Signature| signature.state = State::Altered(Alteration::Content);
    assert_eq!(signed(altered), ["00102.altered"]);
    let unknown = |signature: &mut Signature| signature.state = State::NotVerifiable(Obstacle::Algorithm);
    assert_eq!(signed(unknown), NONE);
    assert_eq!(signed(|signature| signature.signed_at = None), ["00103.time"]);
    assert_eq!(signed(|signature| signature.signed_at = Some(at(NOW))), NONE);
    let later = |signature: &mut Signature| signature.signed_at = Some(at("2026-11-24T12:00:01Z"));
    assert_eq!(signed(later), ["00105.time"]);
}

#[test]
fn a_certificate_was_valid_when_it_signed() {
    let on = |text: &'static str| signed(move |signature| signature.signed_at = Some(at(text)));
    assert_eq!(on("2024-01-01T00:00:00Z"), NONE);
    assert_eq!(on("2023-12-31T23:59:59Z"), ["~00100.validity"]);
}

#[test]
fn what_cannot_be_opened_says_why() {
    let empty = Item {
        kind: Kind::Archive,
        content: Err(IntakeError::Empty),
        ..item()
    };
    assert_eq!(told(&empty), ["00106.archive"]);
    for error in [
        IntakeError::Empty,
        IntakeError::NoAttachment,
        IntakeError::TooLarge { limit: 1 },
        IntakeError::TotalTooLarge { limit: 1 },
        IntakeError::Ratio { limit: 1 },
        IntakeError::TooManyMembers { limit: 1 },
        IntakeError::TooDeep { limit: 1 },
        IntakeError::Encrypted,
        IntakeError::Unsupported("RAR".to_owned()),
        IntakeError::Link,
        IntakeError::UnsafeName,
        IntakeError::Damaged("header"),
        IntakeError::Detached,
        IntakeError::Unreadable(std::io::ErrorKind::NotFound),
    ] {
        let code = error.code();
        let bad = Item {
            kind: Kind::Signed,
            content: Err(error),
            ..item()
        };
        assert_eq!(told(&bad), [code]);
    }
}

#[test]
fn what_is_no_invoice_is_told_apart() {
    let of = |name: &str, member: &str, kind: Kind| {
        let mut item = open(name, b"%PDF-1.7", &Default::default()).remove(0);
        member.clone_into(&mut item.member);
        item.kind = kind;
        told(&item)
    };
    assert_eq!(of("copia.pdf", "posta/copia.pdf", Kind::Other), ["~no_invoice"]);
    // a file given by itself should have been one
    assert_eq!(of("copia.pdf", "", Kind::Other), ["00200.pdf"]);
    assert_eq!(
        of("x_MT_001.xml", "x_MT_001.xml", Kind::Metadati),
        ["~no_invoice"]
    );
}
