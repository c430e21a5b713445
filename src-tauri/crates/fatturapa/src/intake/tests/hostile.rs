//! Files made to hurt: each is answered within a second, in bounded memory, with a typed reason.

use std::{io::Cursor, time::Instant};

use super::{XML, all, signed, told, zip};
use crate::intake::{IntakeError, Item, Kind, Limits, Obstacle, Options, State, open};

/// Opens, and checks the time. Memory is measured by `torture fuzz`, which counts it.
fn quickly(name: &str, bytes: &[u8]) -> Vec<Item> {
    let begun = Instant::now();
    let items = all(name, bytes);
    let took = begun.elapsed();
    // a debug build on a busy machine is ten times slower than what is shipped
    let most = if cfg!(debug_assertions) { 10_000 } else { 1_000 };
    assert!(took.as_millis() < most, "{name}: {took:?}");
    items
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap()
}

fn reasons(items: &[Item]) -> Vec<&IntakeError> {
    items
        .iter()
        .filter_map(|item| item.content.as_ref().err())
        .collect()
}

#[test]
fn a_member_packed_a_thousand_times() {
    let zeros = vec![b' '; 9 << 20];
    let items = quickly("bomb.zip", &zip(&[("a.xml", &zeros), ("b.xml", XML)]));
    let ratio = IntakeError::Ratio { limit: 200 };
    assert_eq!(
        told(&items),
        [
            ("a.xml", Kind::Other, Some(&ratio)),
            ("b.xml", Kind::Fattura, None)
        ]
    );
}

#[test]
fn many_members_over_the_same_bytes() {
    // as in the zip of Fifield, every entry of the directory points to the same packed member
    let text: Vec<u8> = (0..1_u32 << 20)
        .map(|at| b' ' + u8::try_from(at.wrapping_mul(2_654_435_761) >> 30).unwrap())
        .collect();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    writer
        .start_file("0", zip::write::SimpleFileOptions::default())
        .unwrap();
    std::io::Write::write_all(&mut writer, &text).unwrap();
    for copy in 1..50 {
        writer.shallow_copy_file("0", &copy.to_string()).unwrap();
    }
    let bytes = writer.finish().unwrap().into_inner();
    let limits = Limits {
        total_bytes: 4 << 20,
        total_ratio: 2,
        ..Limits::default()
    };
    let limit = (4 << 20) + 2 * length(&bytes);
    let options = Options {
        limits,
        ..Options::default()
    };
    let items = open("overlap.zip", &bytes, &options);
    assert_eq!(items.len(), 50);
    let opened = items.iter().filter(|item| item.content.is_ok()).count();
    assert!(opened > 3 && u64::try_from(opened << 20).unwrap() <= limit);
    assert_eq!(
        reasons(&items).last(),
        Some(&&IntakeError::TotalTooLarge { limit })
    );
}

#[test]
fn zips_in_zips_end() {
    let mut bytes = zip(&[("a.xml", XML)]);
    for _ in 0..30 {
        bytes = zip(&[("b.zip", &bytes)]);
    }
    let items = quickly("deep.zip", &bytes);
    assert_eq!(reasons(&items), [&IntakeError::TooDeep { limit: 8 }]);
}

#[test]
fn too_many_members_are_not_even_looked_at() {
    let mut bytes = zip(&[("a.xml", XML)]);
    // the directory again and again: its one entry is 46 bytes and the name
    let end = bytes.len() - 22;
    let entry = bytes[end - 51..end].to_vec();
    let count = 300_000_u64;
    let start = length(&bytes) - 22 - 51;
    bytes.truncate(end - 51);
    for _ in 0..count {
        bytes.extend(&entry);
    }
    let size = count * 51;
    let directory_end = start + size;
    // zip64 end of directory, its locator, the end
    bytes.extend(b"PK\x06\x06");
    bytes.extend(44_u64.to_le_bytes());
    bytes.extend([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    for value in [count, count, size, start] {
        bytes.extend(value.to_le_bytes());
    }
    bytes.extend(b"PK\x06\x07\0\0\0\0");
    bytes.extend(directory_end.to_le_bytes());
    bytes.extend(1_u32.to_le_bytes());
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([0xff; 12]);
    bytes.extend([0, 0]);
    let items = quickly("many.zip", &bytes);
    assert_eq!(reasons(&items), [&IntakeError::TooManyMembers { limit: 250_000 }]);
}

#[test]
fn encrypted_linked_and_strange_members_are_told() {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    writer
        .add_symlink(
            "link.xml",
            "/etc/passwd",
            zip::write::SimpleFileOptions::default(),
        )
        .unwrap();
    let mut bytes = writer.finish().unwrap().into_inner();
    assert_eq!(reasons(&quickly("link.zip", &bytes)), [&IntakeError::Link]);
    bytes = zip(&[("a.xml", XML)]);
    // in the directory: flags at 8, method at 10
    let entry = memchr::memmem::find(&bytes, b"PK\x01\x02").unwrap();
    let mut encrypted = bytes.clone();
    encrypted[entry + 8] |= 1;
    assert_eq!(
        reasons(&quickly("encrypted.zip", &encrypted)),
        [&IntakeError::Encrypted]
    );
    let mut strange = bytes.clone();
    strange[entry + 10] = 9;
    let items = quickly("strange.zip", &strange);
    assert!(
        matches!(reasons(&items)[..], [IntakeError::Unsupported(_)]),
        "{:?}",
        reasons(&items)
    );
    let mut checksum = bytes;
    checksum[entry + 16] ^= 1;
    assert_eq!(
        reasons(&quickly("checksum.zip", &checksum)),
        [&IntakeError::Damaged("zip member")]
    );
}

#[test]
fn names_lead_nowhere() {
    for name in [
        "../a.xml",
        r"..\..\a.xml",
        "/etc/a.xml",
        r"C:\a.xml",
        "a/../../b.xml",
        "a\0b.xml",
    ] {
        let items = quickly("slip.zip", &zip(&[(name, XML)]));
        let is_safe = !items[0].file_name.contains(['/', '\\', '\0', ':']);
        assert!(
            reasons(&items) == [&IntakeError::UnsafeName] && is_safe,
            "{name}: {items:?}"
        );
    }
}

#[test]
fn large_files_are_refused_and_large_comments_are_not_followed() {
    let large = [b"<a>".as_slice(), &vec![b'x'; 11 << 20]].concat();
    assert_eq!(
        reasons(&quickly("a.xml", &large)),
        [&IntakeError::TooLarge { limit: 10 << 20 }]
    );
    let comment = [b"<!--".as_slice(), &vec![b'-'; 9 << 20]].concat();
    assert_eq!(quickly("a.xml", &comment)[0].kind, Kind::Xml);
    let entities =
        b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><FatturaElettronica>&x;</FatturaElettronica>";
    assert_eq!(
        quickly("xxe.xml", entities)[0].content.as_deref(),
        Ok(&entities[..])
    );
}

#[test]
fn structures_of_great_depth_and_number() {
    let oid = signed::file("der.p7m")[4..15].to_vec();
    let deep = [&[0x30, 0x80][..], &oid, &[0xa0, 0x80].repeat(2_000_000)].concat();
    assert_eq!(
        reasons(&quickly("deep.p7m", &deep)),
        [&IntakeError::Damaged("p7m")]
    );
    let mut mail = b"From: a@b.it\r\nTo: c@d.it\r\n".to_vec();
    for at in 0..20_000 {
        mail.extend(format!("Content-Type: multipart/mixed; boundary=b{at}\r\n\r\n--b{at}\r\n").into_bytes());
    }
    assert!(reasons(&quickly("deep.eml", &mail)).contains(&&IntakeError::TooDeep { limit: 16 }));
    let nested = [
        b"From: a@b.it\r\nTo: c@d.it\r\n".as_slice(),
        &b"Content-Type: message/rfc822\r\n\r\n".repeat(200_000),
    ]
    .concat();
    assert_eq!(
        reasons(&quickly("nested.eml", &nested)),
        [&IntakeError::TooDeep { limit: 8 }]
    );
    let headers = [
        b"From: a@b.it\r\nTo: c@d.it\r\n".as_slice(),
        &b"X: y\r\n".repeat(1_000_000),
    ]
    .concat();
    assert_eq!(
        reasons(&quickly("headers.eml", &headers)),
        [&IntakeError::Damaged("mail")]
    );
    let parts = [
        b"From: a@b.it\r\nTo: c@d.it\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n".as_slice(),
        &b"--b\r\nContent-Transfer-Encoding: base64\r\nContent-Type: a/b\r\n\r\nAAAA\r\n".repeat(300_000),
    ];
    assert_eq!(
        reasons(&quickly("parts.eml", &parts.concat())),
        [&IntakeError::TooManyMembers { limit: 10_000 }]
    );
}

#[test]
fn a_line_of_marks_has_one_end() {
    let mail = [
        b"From: a@b.it\r\nTo: c@d.it\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n".as_slice(),
        &b"--b".repeat(1_000_000),
    ];
    assert_eq!(
        reasons(&quickly("marks.eml", &mail.concat())),
        [&IntakeError::NoAttachment]
    );
}

#[test]
fn signatures_without_number_and_documents_without_end() {
    let document = |inside: &str| {
        format!("<a xmlns:ds='http://www.w3.org/2000/09/xmldsig#'>{inside}<SignatureValue/></a>")
    };
    for inside in ["<ds:Signature/>".repeat(2_000), "<bbb c='d'/>".repeat(501_000)] {
        let items = quickly("many.xml", document(&inside).as_bytes());
        assert_eq!(items[0].state(), Some(&State::NotVerifiable(Obstacle::Form)));
    }
    let items = quickly("deep.xml", document(&"<b>".repeat(100_000)).as_bytes());
    assert!(items[0].signatures.is_empty() && items[0].content.is_ok());
}

#[test]
fn every_cut_of_every_fixture_is_answered() {
    for entry in std::fs::read_dir(signed::folder()).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        for percent in 0..=100 {
            let items = all(name, &bytes[..bytes.len() * percent / 100]);
            assert!(!items.is_empty(), "{name} at {percent} %");
        }
    }
}
