//! The forms that the schema gives by a pattern or by a type of XML Schema.

use crate::xml::chars::is_space;

/// `[a-zA-Z]{2}[0-9]{2}[a-zA-Z0-9]{least,most}`
pub(super) fn is_iban(text: &str, least: usize, most: usize) -> bool {
    let kinds = text.bytes().enumerate().all(|(at, byte)| match at {
        0 | 1 => byte.is_ascii_alphabetic(),
        2 | 3 => byte.is_ascii_digit(),
        _ => byte.is_ascii_alphanumeric(),
    });
    kinds
        && text
            .len()
            .checked_sub(4)
            .is_some_and(|rest| (least..=most).contains(&rest))
}

/// `[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?`
pub(super) fn is_bic(text: &str) -> bool {
    let kinds = text.bytes().enumerate().all(|(at, byte)| match at {
        0..=5 => byte.is_ascii_uppercase(),
        6 => byte.is_ascii_uppercase() || matches!(byte, b'2'..=b'9'),
        7 => (byte.is_ascii_uppercase() && byte != b'O') || byte.is_ascii_digit(),
        _ => byte.is_ascii_uppercase() || byte.is_ascii_digit(),
    });
    kinds && matches!(text.len(), 8 | 11)
}

pub(super) fn is_decimal(text: &str, is_signed: bool, whole: usize, decimals: (usize, usize)) -> bool {
    let digits = match text.as_bytes() {
        [b'-', digits @ ..] if is_signed => digits,
        digits => digits,
    };
    let left = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let Some((b'.', right)) = digits.get(left..).and_then(<[u8]>::split_first) else {
        return false;
    };
    (1..=whole).contains(&left)
        && (decimals.0..=decimals.1).contains(&right.len())
        && right.iter().all(u8::is_ascii_digit)
}

/// `[0-9]{1,3}\.[0-9]{2}`, at most 100.00.
pub(super) fn is_rate(text: &str) -> bool {
    is_decimal(text, false, 3, (2, 2)) && (text.len() < 6 || text <= "100.00")
}

pub(super) fn is_integer(text: &str, limits: Option<(u64, u64)>) -> bool {
    let (is_negative, digits) = match text.as_bytes() {
        [b'-', ..] => (true, text.get(1..).unwrap_or_default()),
        [b'+', ..] => (false, text.get(1..).unwrap_or_default()),
        _ => (false, text),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let Some((least, most)) = limits else { return true };
    let value = digits.trim_start_matches('0');
    let value = if value.is_empty() {
        Some(0)
    } else {
        value.parse::<u64>().ok()
    };
    value.is_some_and(|value| (least..=most).contains(&value) && (value == 0 || !is_negative))
}

/// What a text is as base 64.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Base64 {
    /// Whole.
    Good,
    /// Whole, but for characters that do not belong there.
    Strays,
    /// Not base 64.
    Bad,
}

/// As the official tools judge it: what is no character of base 64 does not count; whole groups of four, the bits
/// that are left over are zero.
pub(crate) fn base_64(text: &str) -> Base64 {
    let bytes = text.as_bytes();
    let end = bytes.iter().rposition(|byte| digit_of_base_64(*byte).is_some());
    let (content, tail) = bytes.split_at(end.map_or(0, |end| end.saturating_add(1)));
    let digits = count_base_64(content);
    let pads = tail.iter().filter(|byte| **byte == b'=').count();
    let last = content
        .last()
        .copied()
        .and_then(digit_of_base_64)
        .unwrap_or_default();
    let is_whole = match (digits % 4, pads) {
        (0, 0) => true,
        (3, 1) => last & 0b11 == 0,
        (2, 2) => last & 0b1111 == 0,
        _ => false,
    };
    let is_clean = |bytes: &[u8]| {
        bytes
            .iter()
            .all(|byte| is_space(*byte) || *byte == b'=' || digit_of_base_64(*byte).is_some())
    };
    if !is_whole || (digits < content.len() && content.contains(&b'=')) {
        Base64::Bad
    } else if (digits == content.len() || is_clean(content)) && is_clean(tail) {
        Base64::Good
    } else {
        Base64::Strays
    }
}

/// How many of the bytes are digits of base 64. Without a branch, for attachments are most of many files.
fn count_base_64(bytes: &[u8]) -> usize {
    let count = |chunk: &[u8]| {
        let digits = chunk.iter().fold(0_u8, |digits, byte| {
            let letter = (byte | 0x20).wrapping_sub(b'a') < 26;
            let other = (byte.wrapping_sub(b'0') < 10) | (*byte == b'+') | (*byte == b'/');
            digits.wrapping_add(u8::from(letter | other))
        });
        usize::from(digits)
    };
    let (chunks, rest) = bytes.as_chunks::<128>();
    let whole: usize = chunks.iter().map(|chunk| count(chunk)).sum();
    whole.saturating_add(count(rest))
}

const fn digit_of_base_64(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte.wrapping_sub(b'A')),
        b'a'..=b'z' => Some(byte.wrapping_sub(b'a').wrapping_add(26)),
        b'0'..=b'9' => Some(byte.wrapping_sub(b'0').wrapping_add(52)),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    }
}
