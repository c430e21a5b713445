//! The document of a CMS signature that is damaged around it: a transfer as text, bytes added or lost at the end,
//! certificates that are no certificates. Only the octets of the content are looked at; they have to be whole.

use super::IntakeError;

/// `id-data`, 1.2.840.113549.1.7.1, with tag and length: what stands before the content.
const ID_DATA: [u8; 11] = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01];

const OCTETS: u8 = 0x04;
const CONSTRUCTED_OCTETS: u8 = 0x24;
const EXPLICIT_0: u8 = 0xa0;

/// The content, when all of it is there.
pub(super) fn salvage(bytes: &[u8]) -> Result<Vec<u8>, IntakeError> {
    let damaged = IntakeError::Damaged("p7m");
    let at = memchr::memmem::find(bytes, &ID_DATA).ok_or(damaged.clone())?;
    let rest = bytes
        .get(at..)
        .and_then(|rest| rest.strip_prefix(&ID_DATA))
        .unwrap_or_default();
    let (EXPLICIT_0, _, rest) = header(rest).ok_or(damaged.clone())? else {
        return Err(IntakeError::Detached);
    };
    octets(rest).ok_or(damaged)
}

/// The octets of one string, whole or in chunks, however deep the chunks are.
fn octets(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::new();
    // where each open string ends, counted in bytes left; nothing for one that ends with two zeros
    let mut open: Vec<Option<usize>> = Vec::new();
    loop {
        let (tag, length, after) = header(rest)?;
        rest = after;
        match (tag, length) {
            (OCTETS, Some(length)) => {
                let (chunk, after) = rest.split_at_checked(length)?;
                whole.extend(chunk);
                rest = after;
            }
            (CONSTRUCTED_OCTETS, length) => {
                let end = match length {
                    Some(length) => Some(rest.len().checked_sub(length)?),
                    None => None,
                };
                open.push(end);
            }
            (0, Some(0)) if open.last() == Some(&None) => {
                open.pop();
            }
            _ => return None,
        }
        while open
            .last()
            .copied()
            .flatten()
            .is_some_and(|end| rest.len() <= end)
        {
            open.pop();
        }
        if open.is_empty() {
            return Some(whole);
        }
    }
}

/// Tag, length (nothing when it is indefinite) and what follows.
fn header(bytes: &[u8]) -> Option<(u8, Option<usize>, &[u8])> {
    let (tag, rest) = bytes.split_first()?;
    let (first, rest) = rest.split_first()?;
    match first {
        0x80 => Some((*tag, None, rest)),
        0..=0x7f => Some((*tag, Some(usize::from(*first)), rest)),
        _ => {
            let (digits, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
            let length = digits.iter().try_fold(0_usize, |length, digit| {
                length.checked_mul(256)?.checked_add(usize::from(*digit))
            })?;
            Some((*tag, Some(length), rest))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cms(content: &[u8]) -> Vec<u8> {
        [&[0x30, 0x80][..], &ID_DATA, content].concat()
    }

    #[test]
    fn the_content_has_to_be_whole() {
        for (content, expected) in [
            (&b"\xa0\x04\x04\x02ab\xff\xff"[..], Some(&b"ab"[..])),
            (b"\xa0\x80\x24\x80\x04\x01a\x04\x01b\0\0\0\0", Some(b"ab")),
            (b"\xa0\x80\x24\x09\x24\x80\x04\x01a\0\0\x04\x00", Some(b"a")),
            (b"\xa0\x80\x24\x80\x24\x03\x04\x01a\x04\x01b\0\0", Some(b"ab")),
            (b"\xa0\x80\x24\x80\x04\x01a\x04\x05b\0\0", None),
            (b"\xa0\x80\x24\x80\x04\x01a", None),
            (b"\xa0\x04\x04\x09ab", None),
            (b"\xa0\x04\x30\x02ab", None),
            (b"", None),
        ] {
            assert_eq!(salvage(&cms(content)).ok().as_deref(), expected, "{content:02x?}");
        }
        assert_eq!(salvage(&cms(b"\x31\x00")), Err(IntakeError::Detached));
        let deep = cms(&[b"\xa0\x80".as_slice(), &[0x24, 0x80].repeat(1_000_000)].concat());
        assert!(salvage(&deep).is_err());
    }
}
