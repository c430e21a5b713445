//! Base64 as it arrives: lines of any length and end, frames of PEM, padding or none.

use std::borrow::Cow;

use base64::{
    Engine, alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};

const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// What stands between the frames of PEM, or everything.
pub(super) fn body(bytes: &[u8]) -> &[u8] {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii();
    if !text.starts_with(b"-----BEGIN ") {
        return text;
    }
    let after = memchr::memchr2(b'\n', b'\r', text)
        .and_then(|at| text.get(at..))
        .unwrap_or_default();
    let end = memchr::memmem::find(after, b"-----END").unwrap_or(after.len());
    after.get(..end).unwrap_or_default().trim_ascii()
}

/// The first bytes, or nothing when the text does not begin with Base64.
pub(super) fn decode_head(body: &[u8]) -> Option<Vec<u8>> {
    let mut digits: Vec<u8> = body
        .iter()
        .copied()
        .filter(|byte| !byte.is_ascii_whitespace())
        .take(256)
        .collect();
    digits.truncate(digits.len() / 4 * 4);
    LENIENT.decode(&digits).ok()
}

/// The bytes, or nothing when something else than Base64 is met.
pub(crate) fn decode(body: &[u8]) -> Option<Vec<u8>> {
    LENIENT.decode(without_space(body)).ok()
}

/// The text itself when it has no white space, as most attachments have none; else its lines joined.
fn without_space(body: &[u8]) -> Cow<'_, [u8]> {
    // Without a branch, so that it runs at the speed of memory; other characters as low as a space are no Base64.
    if !body.iter().fold(false, |is_low, byte| is_low | (*byte <= b' ')) {
        return Cow::Borrowed(body);
    }
    let mut digits = Vec::with_capacity(body.len());
    for line in body.split(u8::is_ascii_whitespace) {
        digits.extend_from_slice(line);
    }
    Cow::Owned(digits)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn white_space_says_nothing(text in "[ -~\t\r\n\u{c}\u{b}\u{0}]{0,8}|([a-zA-Z0-9+/]{4}[ \r\n]{0,3}){0,40}[=a]{0,3}") {
            let digits: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
            prop_assert_eq!(decode(text.as_bytes()), LENIENT.decode(&digits).ok());
        }
    }
}
