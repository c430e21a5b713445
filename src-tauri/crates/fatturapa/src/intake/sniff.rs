//! What bytes are, by looking at their beginning; names do not count.

use std::borrow::Cow;

use quick_xml::events::Event;

use super::{Kind, base64};
use crate::messages::MessageKind;

/// The form of some bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Looks {
    Empty,
    Zip,
    /// CMS in DER or BER.
    Cms,
    /// Base64 or PEM of something that is opened.
    Encoded,
    Mail,
    Xml,
    /// A mail of Outlook, not opened.
    Outlook,
    /// A container that is not opened, by its name.
    Closed(&'static str),
    Other,
}

/// First bytes of containers that are not opened.
const CLOSED: [(&[u8], &str); 7] = [
    (b"Rar!\x1a\x07", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"MSCF\0\0\0\0", "cab"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
];

/// The beginning of every object identifier of PKCS: 1.2.840.113549.1, with its tag; the length is left out.
const PKCS: [u8; 7] = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01];

/// Tells what the bytes are.
pub(super) fn looks(bytes: &[u8]) -> Looks {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Looks::Empty;
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Looks::Zip;
    }
    if is_cms(bytes) {
        return Looks::Cms;
    }
    if let Some((_, name)) = CLOSED.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Looks::Closed(name);
    }
    if is_outlook(bytes) {
        return Looks::Outlook;
    }
    if is_xml(bytes) {
        return Looks::Xml;
    }
    if is_mail(bytes) {
        return Looks::Mail;
    }
    if is_encoded(bytes) {
        return Looks::Encoded;
    }
    Looks::Other
}

/// A sequence whose first element is an identifier of PKCS, whatever the form of the lengths.
fn is_cms(bytes: &[u8]) -> bool {
    let Some((0x30, rest)) = bytes.split_first().map(|(tag, rest)| (*tag, rest)) else {
        return false;
    };
    let rest = match rest.split_first() {
        Some((long @ 0x81..=0x88, rest)) => rest.get(usize::from(long & 0x7f)..).unwrap_or_default(),
        Some((_, rest)) => rest,
        None => return false,
    };
    rest.first() == Some(&0x06) && rest.get(2..).is_some_and(|oid| oid.starts_with(&PKCS))
}

/// The compound files of Microsoft are also Word and Excel; those of Outlook have the properties of a mail in them.
fn is_outlook(bytes: &[u8]) -> bool {
    const PROPERTIES: &[u8] = b"_\0_\0s\0u\0b\0s\0t\0g\x001\0.\x000\0_\0";
    bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
        && memchr::memmem::find(bytes, PROPERTIES).is_some()
}

/// `<` and what may follow it, after a mark of order and white space, in 8 or 16 bits.
fn is_xml(bytes: &[u8]) -> bool {
    let text = head(bytes, 256);
    let Some(after) = text.trim_start_matches('\u{feff}').trim_start().strip_prefix('<') else {
        return false;
    };
    after.starts_with(|first: char| matches!(first, '?' | '!' | '_') || first.is_alphabetic())
}

/// Header lines of a mail, or those of the entity inside a signed mail.
fn is_mail(bytes: &[u8]) -> bool {
    const KNOWN: [&str; 10] = [
        "from",
        "to",
        "received",
        "return-path",
        "mime-version",
        "message-id",
        "date",
        "content-type",
        "subject",
        "delivered-to",
    ];
    let text = head(bytes, 16 << 10);
    let mut names = 0;
    let mut known = 0;
    let mut is_entity = false;
    for line in text.trim_start_matches('\u{feff}').trim_start().lines().take(400) {
        if line.trim().is_empty() {
            break;
        }
        if line.starts_with([' ', '\t', '>']) || (names == 0 && line.starts_with("From ")) {
            continue;
        }
        let Some((name, _)) = line.split_once(':').filter(|(name, _)| is_header_name(name)) else {
            return false;
        };
        is_entity |= names == 0
            && ["content-type", "mime-version"]
                .iter()
                .any(|one| name.eq_ignore_ascii_case(one));
        names += 1;
        known += usize::from(KNOWN.iter().any(|one| name.trim_end().eq_ignore_ascii_case(one)));
    }
    known >= 2 || is_entity
}

fn is_header_name(name: &str) -> bool {
    (1..=76).contains(&name.len()) && name.trim_end().bytes().all(|byte| byte.is_ascii_graphic())
}

/// Base64 or PEM whose first bytes are of something that is opened.
fn is_encoded(bytes: &[u8]) -> bool {
    let begin = base64::decode_head(base64::body(bytes));
    matches!(
        begin.as_deref().map(looks_at_decoded),
        Some(Looks::Zip | Looks::Cms | Looks::Xml)
    )
}

fn looks_at_decoded(bytes: &[u8]) -> Looks {
    if is_cms(bytes) {
        Looks::Cms
    } else if bytes.starts_with(b"PK\x03\x04") {
        Looks::Zip
    } else if is_xml(bytes) {
        Looks::Xml
    } else {
        Looks::Other
    }
}

/// The beginning as text: UTF-16 by its mark or its zeros, anything else byte by byte.
fn head(bytes: &[u8], most: usize) -> Cow<'_, str> {
    let units = |pair: fn([u8; 2]) -> u16| {
        let units = bytes.as_chunks::<2>().0.iter().take(most).map(|two| pair(*two));
        char::decode_utf16(units)
            .map(|char| char.unwrap_or('\u{fffd}'))
            .collect::<String>()
    };
    match bytes {
        [0xff, 0xfe, ..] | [b'<', 0, ..] => Cow::Owned(units(u16::from_le_bytes)),
        [0xfe, 0xff, ..] | [0, b'<', ..] => Cow::Owned(units(u16::from_be_bytes)),
        _ => {
            let begin = bytes.get(..most.min(bytes.len())).unwrap_or_default();
            // Looking for what is no UTF-8 is much slower than seeing that all is.
            std::str::from_utf8(begin).map_or_else(|_| String::from_utf8_lossy(begin), Cow::Borrowed)
        }
    }
}

/// What an XML document is, by the local name of its root.
pub(super) fn kind_of_xml(bytes: &[u8]) -> Kind {
    // Almost always the root stands at the beginning; a part of its name is not taken for it.
    let name = root_name(&head(bytes, 1 << 10)).or_else(|| root_name(&head(bytes, 64 << 10)));
    match name.as_deref().unwrap_or_default() {
        "FatturaElettronica" => Kind::Fattura,
        "FatturaElettronicaSemplificata" => Kind::FatturaSemplificata,
        "postacert" => Kind::Pec,
        name => match MessageKind::of_root(name) {
            Some(MessageKind::MT) => Kind::Metadati,
            Some(_) => Kind::Messaggio,
            None => Kind::Xml,
        },
    }
}

fn root_name(text: &str) -> Option<String> {
    let mut reader = quick_xml::Reader::from_str(text.trim_start_matches('\u{feff}'));
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(root) | Event::Empty(root)) => {
                return Some(root.local_name().as_ref().to_owned());
            }
            Ok(Event::Eof) | Err(_) => return None,
            Ok(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides() {
        for (bytes, expected) in [
            (&b""[..], Looks::Empty),
            (b" \r\n", Looks::Empty),
            (b"PK\x03\x04....", Looks::Zip),
            (b"PK\x05\x06....", Looks::Zip),
            (
                b"\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02",
                Looks::Cms,
            ),
            (
                b"\x30\x82\x10\x00\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02",
                Looks::Cms,
            ),
            (b"\x30\x03\x02\x01\x01", Looks::Other),
            (b"\x30", Looks::Other),
            (b"Rar!\x1a\x07\0", Looks::Closed("RAR")),
            (
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..._\0_\0s\0u\0b\0s\0t\0g\x001\0.\x000\0_\0",
                Looks::Outlook,
            ),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Word", Looks::Other),
            (b"\xef\xbb\xbf <?xml", Looks::Xml),
            (b"<p:Fattura", Looks::Xml),
            (b"\xff\xfe<\0a\0", Looks::Xml),
            (b"\0<\0a", Looks::Xml),
            (b"< 3", Looks::Other),
            (b"From: a@b.it\r\nTo: c@d.it\r\n\r\nciao", Looks::Mail),
            (b"Received: from x\r\n by y\r\nDate: today\r\n\r\n", Looks::Mail),
            (b"Nota: uno\nAltro: due\n", Looks::Other),
            (
                b"MIIGwwYJKoZIhvcNAQcCoIIGtDCCBrACAQExDzANBglghkgBZQMEAgEFADAL",
                Looks::Encoded,
            ),
            (
                b"-----BEGIN PKCS7-----\nMIIGwwYJKoZIhvcNAQcCoIIGtDCC\n-----END PKCS7-----\n",
                Looks::Encoded,
            ),
            (b"abcdefghijklmnop", Looks::Other),
            (b"%PDF-1.7", Looks::Other),
        ] {
            assert_eq!(looks(bytes), expected, "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn the_root_tells_the_kind() {
        for (xml, kind) in [
            (
                &b"<?xml version='1.0'?><!-- <a> --><p:FatturaElettronica xmlns:p='x'>"[..],
                Kind::Fattura,
            ),
            (
                b"\xef\xbb\xbf<FatturaElettronicaSemplificata/>",
                Kind::FatturaSemplificata,
            ),
            (b"<t:MetadatiInvioFile/>", Kind::Metadati),
            (b"<t:NotificaScarto>", Kind::Messaggio),
            (
                b"<!DOCTYPE a [<!ENTITY b 'c'>]><FatturaElettronica/>",
                Kind::Fattura,
            ),
            (b"<postacert/>", Kind::Pec),
            (b"<altro/>", Kind::Xml),
            (b"<<<", Kind::Xml),
        ] {
            assert_eq!(kind_of_xml(xml), kind, "{}", String::from_utf8_lossy(xml));
        }
        let utf16: Vec<u8> = "\u{feff}<?xml version='1.0' encoding='UTF-16'?><FatturaElettronica/>"
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        assert_eq!(kind_of_xml(&utf16), Kind::Fattura);
    }
}
