//! Thousands of spoilt documents: our verdict is that of the official schema on every one. `F1C_MUTATIONS` sets how many.

use std::{env, fs};

use super::{
    mutation::{Choices, mutate},
    oracle::accepted,
    samples::{invoices, is_valid},
    schema::shared,
};
use crate::schema::Version;

/// The documents to spoil: real ones that are not large, ours with every element, signed ones.
fn bases() -> Option<Vec<(Vec<Version>, String)>> {
    let ordinary = [
        Version::V1_2_3,
        Version::V1_2_3,
        Version::V1_2_3,
        Version::V1_2_3,
        Version::V1_2_2,
        Version::V1_2_1,
        Version::V1_2,
    ];
    let simplified = [Version::Semplificata1_0_1, Version::Semplificata1_0_2];
    let mut bases = Vec::new();
    for (_, bytes, _) in invoices()? {
        let text = String::from_utf8(bytes).unwrap().replace("\r\n", "\n");
        let text = text.trim_start_matches('\u{feff}').to_owned();
        if text.len() < 40_000 {
            let is_simplified = text.contains("FatturaElettronicaSemplificata");
            bases.push((
                if is_simplified {
                    simplified.to_vec()
                } else {
                    ordinary.to_vec()
                },
                text,
            ));
        }
    }
    let read = |name: &str| fs::read_to_string(super::house().join("fixtures/fatturapa").join(name)).unwrap();
    let full = read("full.xml");
    let signature = include_str!("signature.xml");
    let signed = full.replace(
        "</p:FatturaElettronica>",
        &format!("{signature}</p:FatturaElettronica>"),
    );
    // Old versions have other namespaces and codes, but the same places.
    let old = |number: &str| {
        full.replace(
            "http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2",
            &format!("http://www.fatturapa.gov.it/sdi/fatturapa/v{number}"),
        )
        .replace("versione=\"FPR12\"", &format!("versione=\"{number}\""))
        .replace("FPR12", &format!("SDI{}", number.replace('.', "")))
    };
    for _ in 0..12 {
        bases.push((ordinary.to_vec(), full.clone()));
        bases.push((ordinary.to_vec(), signed.clone()));
    }
    bases.push((vec![Version::V1_1], old("1.1")));
    bases.push((vec![Version::V1_0], old("1.0")));
    bases.extend((0..8).map(|_| (simplified.to_vec(), simplified_full())));
    Some(bases)
}

/// A simplified invoice with every element, made from our own data.
fn simplified_full() -> String {
    include_str!("simplified.xml").to_owned()
}

#[test]
fn every_verdict_is_that_of_the_official_schema() {
    let Some(bases) = bases() else { return };
    let shared = shared().unwrap();
    let number = |name: &str, usual: u64| env::var(name).map_or(usual, |value| value.parse().unwrap());
    let (count, seed) = (number("F1C_MUTATIONS", 1_000), number("F1C_MUTATIONS_SEED", 1));
    let mut made: Vec<(Version, Vec<u8>, String)> = Vec::new();
    for at in 0..count {
        let mut choices = Choices::new(seed.wrapping_mul(1_000_003).wrapping_add(at));
        let (versions, text) = choices.of(&bases);
        let version = *choices.of(versions);
        let (mut text, mut told) = mutate(text, &mut choices);
        if choices.below(6) == 0 {
            let (again, more) = mutate(&text, &mut choices);
            (text, told) = (again, format!("{told}; {more}"));
        }
        made.push((version, encoded(text, &mut choices, &mut told), told));
    }
    let mut differences = Vec::new();
    let mut valid = 0;
    for version in Version::ALL {
        let own: Vec<_> = made.iter().filter(|(of, ..)| *of == version).collect();
        let documents: Vec<Vec<u8>> = own.iter().map(|(_, bytes, _)| bytes.clone()).collect();
        for (expected, (_, bytes, told)) in accepted(&shared, version, &documents).iter().zip(&own) {
            valid += usize::from(*expected);
            if is_valid(bytes, version) != *expected {
                differences.push((format!("{version:?}, officially {expected}: {told}"), bytes));
            }
        }
    }
    if !differences.is_empty() {
        let kept = tempfile::tempdir().unwrap().keep();
        for (at, (told, bytes)) in differences.iter().enumerate() {
            fs::write(kept.join(format!("{at}.xml")), bytes).unwrap();
            fs::write(kept.join(format!("{at}.txt")), told).unwrap();
        }
        let told: Vec<_> = differences.iter().map(|(told, _)| told).take(40).collect();
        panic!(
            "{} of {count} differ, kept in {}: {told:#?}",
            differences.len(),
            kept.display()
        );
    }
    assert!(
        valid * 20 > made.len() && valid * 2 < made.len(),
        "{valid} valid: too few or too many to prove anything"
    );
}

/// Sometimes in another encoding, truly or falsely declared.
fn encoded(text: String, choices: &mut Choices, told: &mut String) -> Vec<u8> {
    let declare = |name: &str| {
        let body = text
            .trim_start()
            .strip_prefix("<?xml")
            .and_then(|rest| rest.split_once("?>"));
        let body = body.map_or(text.as_str(), |(_, body)| body);
        format!("<?xml version=\"1.0\" encoding=\"{name}\"?>{body}")
    };
    let latin = |text: String| {
        text.chars()
            .map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'))
            .collect()
    };
    let sixteen = |text: String| -> Vec<u8> {
        format!("\u{feff}{text}")
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect()
    };
    let (how, bytes) = match choices.below(60) {
        0 => ("latin-1", latin(declare("ISO-8859-1"))),
        1 => ("latin-1 as utf-8", latin(declare("UTF-8"))),
        2 => ("utf-16", sixteen(declare("UTF-16"))),
        3 => ("utf-16 as utf-8", sixteen(declare("UTF-8"))),
        4 => ("windows-1252", latin(declare("windows-1252"))),
        5 => ("utf-8 as latin-1", declare("ISO-8859-1").into_bytes()),
        6 => ("mark", format!("\u{feff}{text}").into_bytes()),
        7 => ("space before", format!("\n{text}").into_bytes()),
        8 => ("unknown encoding", declare("x-none").into_bytes()),
        9 => ("crlf", text.replace('\n', "\r\n").into_bytes()),
        10 => {
            let mut bytes = text.into_bytes();
            bytes.truncate(choices.below(bytes.len()));
            ("cut", bytes)
        }
        11 => {
            let mut bytes = text.into_bytes();
            let at = choices.below(bytes.len());
            bytes[at] = *choices.of(&[0, 1, b'<', b'>', b'&', b'"', 0x80, 0xff, b'/', b' ']);
            ("byte", bytes)
        }
        12 => (
            "after",
            format!(
                "{text}{}",
                choices.of(&["\n", "x", "<!-- c -->", "<a/>", "<?pi?>", "\u{0}"])
            )
            .into_bytes(),
        ),
        13 => ("utf-16 declared", declare("UTF-16").into_bytes()),
        _ => return text.into_bytes(),
    };
    told.push_str("; ");
    told.push_str(how);
    bytes
}
