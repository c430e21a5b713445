//! From bytes to text: byte order mark, declared encoding, and what to do when the declaration is wrong.

use std::borrow::Cow;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{XmlError, chars};

/// The encoding of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, and ASCII.
    Utf8,
    /// UTF-16 of either byte order.
    Utf16,
    /// ISO-8859-1.
    Latin1,
    /// Another one, by its name.
    Other(&'static str),
}

/// What is overlooked in order to read a file that a strict parser refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Oddity {
    /// The bytes are not in the encoding that the file declares.
    WrongEncoding,
    /// White space before the XML declaration.
    SpaceBeforeDeclaration,
}

pub(super) struct Decoded<'b> {
    /// The bytes themselves where they can be read as they are.
    pub(super) source: Cow<'b, str>,
    pub(super) encoding: Encoding,
    pub(super) oddities: Vec<Oddity>,
}

/// Decodes; line ends become line feeds (XML 1.0, 2.11), the byte order mark is left out.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, XmlError> {
    let mut oddities = Vec::new();
    let (mut source, encoding) = text(bytes, &mut oddities)?;
    // What unwraps signed files often leaves zeros behind.
    match &mut source {
        Cow::Borrowed(text) => *text = text.trim_end_matches('\0'),
        Cow::Owned(text) => text.truncate(text.trim_end_matches('\0').len()),
    }
    if memchr::memchr(b'\r', source.as_bytes()).is_some() {
        source = source.replace("\r\n", "\n").replace('\r', "\n").into();
    }
    let content = source.trim_start_matches(|c: char| c.is_ascii_whitespace());
    if content.is_empty() {
        return Err(XmlError::Empty);
    }
    if content.len() < source.len() && content.starts_with("<?xml ") {
        oddities.push(Oddity::SpaceBeforeDeclaration);
    }
    Ok(Decoded {
        source,
        encoding,
        oddities,
    })
}

fn text<'b>(bytes: &'b [u8], oddities: &mut Vec<Oddity>) -> Result<(Cow<'b, str>, Encoding), XmlError> {
    let sixteen = match bytes {
        [0xff, 0xfe, rest @ ..] => Some((UTF_16LE, rest)),
        [0xfe, 0xff, rest @ ..] => Some((UTF_16BE, rest)),
        [b'<', 0, ..] => Some((UTF_16LE, bytes)),
        [0, b'<', ..] => Some((UTF_16BE, bytes)),
        _ => None,
    };
    if let Some((encoding, content)) = sixteen {
        let text = encoding.decode_without_bom_handling_and_without_replacement(content);
        let text = text.ok_or(XmlError::Encoding)?;
        // Many a program writes UTF-16 and declares UTF-8; the byte order mark wins.
        let is_known = |name: &str| {
            ["utf-16", "utf-8"]
                .iter()
                .any(|known| name.eq_ignore_ascii_case(known))
        };
        if declared(text.as_bytes()).is_some_and(|name| !is_known(name)) {
            oddities.push(Oddity::WrongEncoding);
        }
        return Ok((text, Encoding::Utf16));
    }
    let (content, has_mark) = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => (rest, true),
        _ => (bytes, false),
    };
    let name = declared(content).unwrap_or("utf-8");
    let is_utf8 = ["utf-8", "us-ascii", "ascii"]
        .iter()
        .any(|utf8| name.eq_ignore_ascii_case(utf8));
    if is_utf8 || has_mark {
        if let Ok(text) = std::str::from_utf8(content) {
            return Ok((text.into(), Encoding::Utf8));
        }
    } else if let Some(read) = other(content, name) {
        return Ok(read);
    }
    oddities.push(Oddity::WrongEncoding);
    if let Ok(text) = std::str::from_utf8(content) {
        return Ok((text.into(), Encoding::Utf8));
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(content);
    if chars::are_chars(&text) {
        Ok((text, Encoding::Other(WINDOWS_1252.name())))
    } else {
        Err(XmlError::Encoding)
    }
}

/// An encoding of one byte a character, or of East Asia.
fn other<'b>(content: &'b [u8], name: &str) -> Option<(Cow<'b, str>, Encoding)> {
    // The web reads ISO-8859-1 as windows-1252; XML does not.
    if ["iso-8859-1", "latin1", "iso_8859-1"]
        .iter()
        .any(|latin| name.eq_ignore_ascii_case(latin))
    {
        return Some((encoding_rs::mem::decode_latin1(content), Encoding::Latin1));
    }
    let encoding = encoding_rs::Encoding::for_label_no_replacement(name.as_bytes())?;
    if encoding == UTF_16LE || encoding == UTF_16BE {
        return None;
    }
    let text = encoding.decode_without_bom_handling_and_without_replacement(content)?;
    Some((text, Encoding::Other(encoding.name())))
}

/// The encoding that the XML declaration names.
fn declared(content: &[u8]) -> Option<&str> {
    let end = content.iter().take(512).position(|byte| *byte == b'>')?;
    let head = std::str::from_utf8(content.get(..end)?).ok()?;
    let (_, after) = head.trim_start().strip_prefix("<?xml")?.split_once("encoding")?;
    let value = after.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    Some(value.split(quote).nth(1)?.trim())
}
