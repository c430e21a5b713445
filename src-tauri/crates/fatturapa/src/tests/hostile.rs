//! Files made to harm: each is refused with its reason, or read, within a second and with little memory.

use std::time::{Duration, Instant};

use crate::{
    schema,
    xml::{Document, Flaw, Limits, XmlError},
};

/// Longer than the release build takes by far; these tests run without optimisation, on busy machines.
const LONG: Duration = Duration::from_secs(10);

/// Reads and checks; gives why it was refused.
fn refused(bytes: &[u8]) -> Option<XmlError> {
    let begin = Instant::now();
    let outcome = Document::parse(bytes, &Limits::default()).map(|document| {
        let findings = schema::check(&document);
        assert!(findings.len() <= 51, "{}", findings.len());
        assert!(
            findings
                .iter()
                .all(|finding| !finding.it().is_empty() && finding.line > 0)
        );
    });
    assert!(begin.elapsed() < LONG, "{:?}", begin.elapsed());
    outcome.err()
}

fn invoice(body: &str) -> String {
    format!(
        "<p:FatturaElettronica versione='FPR12' xmlns:p='http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2'>{body}\
         </p:FatturaElettronica>"
    )
}

#[test]
fn entities_are_never_expanded() {
    let laughs = "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><l>&b;</l>";
    assert_eq!(refused(laughs.as_bytes()), Some(XmlError::Dtd { line: 1 }));
    let outside = "<!DOCTYPE l [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<l>&x;</l>";
    assert_eq!(refused(outside.as_bytes()), Some(XmlError::Dtd { line: 1 }));
    let remote = "\n<!DOCTYPE l SYSTEM 'http://127.0.0.1:9/x.dtd'><l/>";
    assert_eq!(refused(remote.as_bytes()), Some(XmlError::Dtd { line: 2 }));
    let undeclared = "<l>&x;</l>";
    let flaw = Flaw::Reference;
    assert_eq!(
        refused(undeclared.as_bytes()),
        Some(XmlError::Malformed { line: 1, flaw })
    );
}

#[test]
fn depth_is_bounded() {
    let nested = |depth: usize| format!("{}{}", "<a>".repeat(depth), "</a>".repeat(depth));
    assert_eq!(refused(nested(64).as_bytes()), None);
    assert_eq!(
        refused(nested(65).as_bytes()),
        Some(XmlError::TooDeep { line: 1 })
    );
    assert_eq!(
        refused("<a>\n".repeat(1_000_000).as_bytes()),
        Some(XmlError::TooDeep { line: 65 })
    );
}

#[test]
fn attributes_and_namespaces_are_bounded() {
    let attributes: String = (0..60_000).map(|at| format!(" a{at}='1'")).collect();
    assert_eq!(
        refused(format!("<l{attributes}/>").as_bytes()),
        Some(XmlError::TooManyAttributes { line: 1 })
    );
    let namespaces: String = (0..60_000).map(|at| format!(" xmlns:a{at}='urn:{at}'")).collect();
    assert_eq!(
        refused(format!("<l{namespaces}/>").as_bytes()),
        Some(XmlError::TooManyAttributes { line: 1 })
    );
    let full: String = (0..250).map(|at| format!(" xmlns:a{at}='u'")).collect();
    let children = "<x/>".repeat(400_000);
    assert_eq!(
        refused(format!("<l{full}>{children}</l>").as_bytes()),
        Some(XmlError::TooMany { line: 1 })
    );
    let wide: String = (0..250).map(|at| format!(" a{at}=''")).collect();
    let many = format!("<x{wide}/>").repeat(500);
    assert_eq!(refused(format!("<l>{many}</l>").as_bytes()), None);
}

#[test]
fn text_size_and_number_of_elements_are_bounded() {
    let long = "x".repeat(1_000_001);
    assert_eq!(
        refused(format!("<l>\n{long}</l>").as_bytes()),
        Some(XmlError::TooLong { line: 2 })
    );
    let pieces = "x<!-- -->".repeat(90_000);
    assert_eq!(refused(format!("<l>{pieces}</l>").as_bytes()), None);
    let attachment = format!("<l><Attachment>{}</Attachment></l>", "A".repeat(9_000_000));
    assert_eq!(refused(attachment.as_bytes()), None);
    assert_eq!(
        refused(&vec![b' '; 10_000_001]),
        Some(XmlError::TooLarge { limit: 10_000_000 })
    );
    let name = "n".repeat(70_000);
    assert_eq!(
        refused(format!("<{name}/>").as_bytes()),
        Some(XmlError::TooLong { line: 1 })
    );
    assert_eq!(
        refused("<a/>".repeat(2_000_000).as_bytes()),
        Some(XmlError::Malformed {
            line: 1,
            flaw: Flaw::Outside
        })
    );
}

#[test]
fn many_errors_end_at_fifty() {
    let unknown = invoice(&format!(
        "<FatturaElettronicaHeader>{}</FatturaElettronicaHeader>",
        "<x/>".repeat(100_000)
    ));
    let document = Document::parse(unknown.as_bytes(), &Limits::default()).unwrap();
    let findings = schema::check(&document);
    let codes: Vec<_> = findings.iter().map(|finding| finding.code).collect();
    assert_eq!(
        (codes.len(), codes.first(), codes.last()),
        (51, Some(&"00200"), Some(&"00201"))
    );
    // Each misplaced: the expected place is looked for again and again.
    let swapped = "<DatiGenerali/><FatturaElettronicaBody/>".repeat(10_000);
    assert_eq!(refused(invoice(&swapped).as_bytes()), None);
    let mixed = "text<b>&amp;</b>".repeat(20_000);
    assert_eq!(refused(invoice(&mixed).as_bytes()), None);
}

#[test]
fn zeros_and_other_bytes_are_no_text() {
    let zero = |at: usize| {
        let mut bytes = invoice("<FatturaElettronicaHeader>testo</FatturaElettronicaHeader>").into_bytes();
        bytes.insert(at, 0);
        bytes
    };
    let length = zero(0).len() - 1;
    for at in 2..length - 1 {
        assert!(refused(&zero(at)).is_some(), "{at}");
    }
    assert_eq!(
        refused(&zero(length)),
        None,
        "zeros at the end are left behind by unwrapping"
    );
    assert_eq!(refused(&[0; 1000]), Some(XmlError::Empty));
    assert!(refused(&(0..=255).cycle().take(100_000).collect::<Vec<u8>>()).is_some());
    assert!(refused(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3").is_some());
    assert!(refused(b"\xff\xfe<\x00a").is_some());
    assert!(refused(b"\xff\xfe<\x00a\x00/").is_some());
}

#[test]
fn a_file_cut_at_any_place_is_refused_or_told() {
    let full = std::fs::read(super::house().join("fixtures/fatturapa/full.xml")).unwrap();
    let end = full.trim_ascii_end().len();
    for percent in 0..100 {
        let cut = &full[..end * percent / 100];
        let error = refused(cut).unwrap_or_else(|| panic!("{percent} % was read"));
        let expected = match percent {
            0 => XmlError::Empty.code(),
            _ => "xml_malformed",
        };
        assert_eq!(error.code(), expected, "{percent} %");
    }
}
