//! The way in which almost all of an invoice is written, known at a glance.

use super::chars;

/// A tag without attributes whose name has only letters.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Plain<'a> {
    /// `<Name>`
    Start { name: &'a [u8] },
    /// `</Name>`
    End { name: &'a [u8] },
    /// `<Name>text</Name>`, the text without references.
    Leaf { name: &'a [u8], text: &'a [u8] },
}

impl<'a> Plain<'a> {
    /// What the bytes begin with, if it is plain.
    pub(super) fn at(bytes: &'a [u8]) -> Option<Self> {
        let inside = bytes.strip_prefix(b"<")?;
        if let Some(inside) = inside.strip_prefix(b"/") {
            return name(inside).map(|(name, _)| Self::End { name });
        }
        let (name, rest) = name(inside)?;
        let text = memchr::memchr2(b'<', b'&', rest).and_then(|length| rest.split_at_checked(length));
        let leaf = text.filter(|(_, close)| is_end(close, name));
        Some(leaf.map_or(Self::Start { name }, |(text, _)| Self::Leaf { name, text }))
    }

    /// How many bytes it takes.
    pub(super) const fn len(&self) -> usize {
        let (name, marks) = match self {
            Self::Start { name } => (name.len(), 2),
            Self::End { name } => (name.len(), 3),
            Self::Leaf { name, text } => (name.len().saturating_mul(2).saturating_add(text.len()), 5_usize),
        };
        marks.saturating_add(name)
    }
}

/// The name of a tag, and what follows the tag.
fn name(inside: &[u8]) -> Option<(&[u8], &[u8])> {
    let length = inside.iter().position(|byte| !chars::is_letter(*byte))?;
    let (name, rest) = inside.split_at_checked(length).filter(|_| length > 0)?;
    Some((name, rest.strip_prefix(b">")?))
}

/// Whether the bytes begin with the end tag of a name.
fn is_end(bytes: &[u8], name: &[u8]) -> bool {
    bytes
        .strip_prefix(b"</")
        .and_then(|bytes| bytes.strip_prefix(name))
        .is_some_and(|rest| rest.first() == Some(&b'>'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_tags_are_known() {
        let start = |name: &'static str| {
            Some(Plain::Start {
                name: name.as_bytes(),
            })
        };
        let end = |name: &'static str| {
            Some(Plain::End {
                name: name.as_bytes(),
            })
        };
        let leaf = |name: &'static str, text: &'static str| {
            let (name, text) = (name.as_bytes(), text.as_bytes());
            Some(Plain::Leaf { name, text })
        };
        for (text, rest, expected) in [
            ("<a>1</a>", "", leaf("a", "1")),
            ("<Numero></Numero> <b>", " <b>", leaf("Numero", "")),
            ("<a>\u{e8}></a>", "", leaf("a", "\u{e8}>")),
            ("<a>1</b>", "1</b>", start("a")),
            ("<a>1</ab>", "1</ab>", start("a")),
            ("<a>1</a >", "1</a >", start("a")),
            ("<a>1</a", "1</a", start("a")),
            ("<a>&lt;</a>", "&lt;</a>", start("a")),
            ("<a><b/></a>", "<b/></a>", start("a")),
            ("<a>", "", start("a")),
            ("</a>b", "b", end("a")),
            ("</a >", "", None),
            ("</>", "", None),
            ("<a b='1'>1</a>", "", None),
            ("<a/>", "", None),
            ("<p:a>1</p:a>", "", None),
            ("<a1>1</a1>", "", None),
            ("<></>", "", None),
            (" <a>1</a>", "", None),
            ("<a", "", None),
            ("", "", None),
        ] {
            let plain = Plain::at(text.as_bytes());
            assert_eq!(plain, expected, "{text}");
            if let Some(plain) = plain {
                assert_eq!(&text[plain.len()..], rest, "{text}");
            }
        }
    }
}
