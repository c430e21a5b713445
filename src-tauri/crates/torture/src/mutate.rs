//! Broken bytes made from whole ones, as transfers, bad programs and attackers break them.

use crate::chance::Chance;

/// A mutated input never grows over this, so that many are tried.
const MOST_BYTES: usize = 256 << 10;

/// Pieces that mean something to one parser or another.
const PIECES: [&[u8]; 44] = [
    b"<",
    b">",
    b"</",
    b"/>",
    b"&amp;",
    b"&#0;",
    b"&#x10FFFF;",
    b"&a;",
    b"<![CDATA[",
    b"]]>",
    b"<!--",
    b"-->",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
    b"<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
    b"<?xml version=\"1.0\" encoding=\"windows-1252\"?>",
    b" xmlns:a=\"b\"",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xc0\x80",
    b"\xed\xa0\x80",
    b"99999999999999999999999999999",
    b"-0.00000001",
    b"0000-00-00",
    b"PK\x03\x04",
    b"PK\x01\x02",
    b"PK\x05\x06",
    b"PK\x06\x06",
    b"\xff\xff\xff\xff",
    b"\x00\x00\x00\x00",
    b"\x00\x00\x00\x80",
    b"\x30\x80",
    b"\x24\x80",
    b"\xa0\x80",
    b"\x04\x84\xff\xff\xff\xff",
    b"\x30\x84\x7f\xff\xff\xff",
    b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02",
    b"\x00\x00",
    b"\r\n\r\n",
    b"\r\n--fuori\r\n",
    b"\r\nContent-Type: multipart/mixed; boundary=\"fuori\"\r\n",
    b"\r\nContent-Type: message/rfc822\r\n\r\n",
    b"\r\nContent-Transfer-Encoding: base64\r\n",
    b"=?utf-8?B?////?=",
];

/// Breaks `bytes` in one to six ways; `other` is another whole input to take from.
pub(crate) fn mutate(chance: &mut Chance, bytes: &[u8], other: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=chance.below(6) {
        once(chance, &mut bytes, other);
        bytes.truncate(MOST_BYTES);
    }
    bytes
}

fn once(chance: &mut Chance, bytes: &mut Vec<u8>, other: &[u8]) {
    if bytes.is_empty() {
        bytes.extend(range(chance, other));
        return;
    }
    let at = chance.below(bytes.len());
    match chance.below(12) {
        0 => bytes[at] ^= 1 << chance.below(8),
        1 => bytes[at] = [0, 1, 0x7f, 0x80, 0xff, b'<', b'&', b'"', chance.byte()][chance.below(9)],
        2 => bytes.truncate(at),
        3 => {
            let end = at + chance.below(bytes.len() - at) / (1 + chance.below(64));
            bytes.drain(at..end);
        }
        4 => insert(bytes, at, PIECES[chance.below(PIECES.len())]),
        5 => {
            let piece = PIECES[chance.below(PIECES.len())];
            let end = bytes.len().min(at + piece.len());
            bytes.splice(at..end, piece.iter().copied());
        }
        6 => {
            let taken = range(chance, other).to_vec();
            insert(bytes, at, &taken);
        }
        7 => {
            let copied = range(chance, bytes).to_vec();
            insert(bytes, at, &copied);
        }
        // the same again and again: depth, number, length
        8 => {
            let unit = range(chance, bytes);
            let unit = &unit[..unit.len().min(64)];
            let repeated = unit.repeat(1 << chance.below(14));
            insert(bytes, at, &repeated[..repeated.len().min(MOST_BYTES)]);
        }
        9 => {
            let to = chance.below(bytes.len());
            bytes.swap(at, to);
        }
        // numbers and lengths
        10 => {
            if let Some(at) = bytes
                .iter()
                .skip(at)
                .position(u8::is_ascii_digit)
                .map(|after| at + after)
            {
                bytes[at] = b'0' + (chance.byte() % 10);
            }
        }
        _ => bytes[at] = bytes[at].wrapping_add([1, 255, 16, 240][chance.below(4)]),
    }
}

fn insert(bytes: &mut Vec<u8>, at: usize, piece: &[u8]) {
    bytes.splice(at..at, piece.iter().copied());
}

/// A part of some bytes, mostly a short one.
fn range<'a>(chance: &mut Chance, bytes: &'a [u8]) -> &'a [u8] {
    if bytes.is_empty() {
        return bytes;
    }
    let start = chance.below(bytes.len());
    let most = bytes.len() - start;
    let length = if chance.one_in(4) {
        chance.below(most)
    } else {
        chance.below(most.min(200))
    };
    &bytes[start..=start + length.min(most - 1)]
}
