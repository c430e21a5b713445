//! Characters, names and references of XML 1.0.

/// Whether XML allows the character.
pub(super) const fn is_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// Whether every character is allowed.
pub(super) fn are_chars(text: &str) -> bool {
    // The first pass has no branch, so that it runs at the speed of memory; few files need the second.
    let doubtful = text.bytes().fold(false, |doubtful, byte| {
        doubtful | ((byte < b' ') & (byte != b'\t') & (byte != b'\n') & (byte != b'\r')) | (byte == 0xef)
    });
    !doubtful || text.chars().all(is_char)
}

/// White space of XML.
pub(crate) const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// Whether the text has only white space.
pub(crate) fn is_blank(text: &str) -> bool {
    text.bytes().all(is_space)
}

/// The length of the prefix of a name, colon included, 0 without one; none when XML does not allow the name.
pub(super) fn prefix_length(name: &str) -> Option<usize> {
    // Almost every name has only letters, and is known to be one with a look at each byte.
    let marks = name.bytes().fold(0, |marks, byte| marks | mark(byte));
    if marks == 0 && !name.is_empty() {
        return Some(0);
    }
    match name.split_once(':') {
        Some((prefix, local)) => {
            let holds = is_plain_name(prefix) && is_plain_name(local);
            holds.then(|| prefix.len().saturating_add(1))
        }
        None => is_plain_name(name).then_some(0),
    }
}

/// Whether it is a letter of ASCII.
pub(super) fn is_letter(byte: u8) -> bool {
    mark(byte) == 0
}

/// 0 for a letter.
fn mark(byte: u8) -> u8 {
    static MARKS: [u8; 256] = {
        let mut marks = [1; 256];
        let mut rest = marks.as_mut_slice();
        let mut byte = 0_u8;
        while let Some((first, others)) = rest.split_first_mut() {
            if byte.is_ascii_alphabetic() {
                *first = 0;
            }
            byte = byte.wrapping_add(1);
            rest = others;
        }
        marks
    };
    MARKS.get(usize::from(byte)).copied().unwrap_or(1)
}

/// Whether it is a name without colon.
pub(crate) fn is_plain_name(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(begins_name) && chars.all(continues_name)
}

const fn begins_name(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | '_'
        | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2ff}' | '\u{370}'..='\u{37d}'
        | '\u{37f}'..='\u{1fff}' | '\u{200c}'..='\u{200d}' | '\u{2070}'..='\u{218f}' | '\u{2c00}'..='\u{2fef}'
        | '\u{3001}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fffd}' | '\u{10000}'..='\u{effff}')
}

const fn continues_name(c: char) -> bool {
    begins_name(c)
        || matches!(c, '-' | '.' | '0'..='9' | '\u{b7}' | '\u{300}'..='\u{36f}' | '\u{203f}'..='\u{2040}')
}

/// The character of `&name;`.
pub(super) fn reference(name: &str) -> Option<char> {
    let number = match name {
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "amp" => return Some('&'),
        "quot" => return Some('"'),
        "apos" => return Some('\''),
        _ => name.strip_prefix('#')?,
    };
    let (digits, radix) = number.strip_prefix('x').map_or((number, 10), |hex| (hex, 16));
    // `from_str_radix` also takes a sign.
    if !digits.bytes().all(|digit| digit.is_ascii_alphanumeric()) {
        return None;
    }
    let c = char::from_u32(u32::from_str_radix(digits, radix).ok()?)?;
    is_char(c).then_some(c)
}
