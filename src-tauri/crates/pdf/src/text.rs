//! From any text to lines that fit a width.

use std::collections::BTreeSet;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::{
    Um,
    font::{Face, MISSING},
};

/// A line as it is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) width: Um,
}

/// The characters of `text` that the bundled faces lack; each is printed as a box.
#[must_use]
pub fn unprintable(text: &str) -> BTreeSet<char> {
    let metrics = Face::Regular.metrics();
    text.nfc()
        .filter(|&c| !is_blank(c) && !is_hidden(c) && metrics.advance(c).is_none())
        .collect()
}

/// Line and column breaks of every kind, and spaces wider or narrower than ours.
const fn is_blank(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2000}'
            ..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{3000}'
    )
}

/// Marks without ink that only steer other programs: soft hyphen, joiners, direction, byte order.
const fn is_hidden(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// Text as the faces can draw it: composed, one kind of space, a box for what they lack.
/// A no-break space stays one until the line is broken.
fn drawable(text: &str) -> String {
    let metrics = Face::Regular.metrics();
    let draw = |c: char| match c {
        c if is_hidden(c) => None,
        c if is_blank(c) => Some(' '),
        '\u{202f}' => Some('\u{a0}'),
        c if metrics.advance(c).is_some() => Some(c),
        _ => Some(MISSING),
    };
    if is_nfc(text) {
        text.chars().filter_map(draw).collect()
    } else {
        text.nfc().filter_map(draw).collect()
    }
}

/// One line, however long.
pub(crate) fn single(face: Face, size_um: Um, text: &str) -> Line {
    finish(face, size_um, &drawable(text))
}

/// Lines no wider than `width`: broken at spaces, between words joined by a hyphen or a slash, and inside a word that is wider than
/// a line. Line breaks of the text are kept; an empty text has no line.
pub(crate) fn wrap(face: Face, size_um: Um, text: &str, width: Um) -> Vec<Line> {
    let mut lines = Vec::new();
    for paragraph in text.trim_end().split(['\n', '\u{2028}', '\u{2029}']) {
        wrap_paragraph(face, size_um, &drawable(paragraph), width, &mut lines);
    }
    if text.trim().is_empty() {
        lines.clear();
    }
    lines
}

fn wrap_paragraph(face: Face, size_um: Um, text: &str, width: Um, lines: &mut Vec<Line>) {
    let metrics = face.metrics();
    // In thousandths of the size, so that widths add up without rounding.
    let room = width * 1_000 / size_um.max(1);
    let advance = |c: char| Um::from(metrics.advance(c).unwrap_or(0));
    let mut line = String::new();
    let mut used = 0;
    for piece in pieces(text) {
        let ink: Um = piece.trim_end_matches(' ').chars().map(advance).sum();
        if used + ink > room && !line.trim_end().is_empty() {
            lines.push(finish(face, size_um, line.trim_end_matches(' ')));
            line.clear();
            used = 0;
        }
        for c in piece.chars() {
            if c != ' ' && used + advance(c) > room && !line.is_empty() {
                lines.push(finish(face, size_um, &line));
                line.clear();
                used = 0;
            }
            line.push(c);
            used += advance(c);
        }
    }
    lines.push(finish(face, size_um, line.trim_end_matches(' ')));
}

/// Words with the spaces after them, cut where a hyphen or a slash stands before a letter: `190/2014` stays whole.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut before = '\0';
        let end = rest
            .char_indices()
            .find(|&(_, c)| {
                let ends = c != ' ' && (before == ' ' || (matches!(before, '-' | '/') && c.is_alphabetic()));
                before = c;
                ends
            })
            .map_or(rest.len(), |(at, _)| at);
        let (piece, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(piece)
    })
}

fn finish(face: Face, size_um: Um, text: &str) -> Line {
    let text = text.replace('\u{a0}', " ");
    Line {
        width: face.width(size_um, &text),
        text,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lines(text: &str, width: Um) -> Vec<String> {
        wrap(Face::Regular, 3_175, text, width)
            .into_iter()
            .map(|line| line.text)
            .collect()
    }

    #[test]
    fn words_wrap_and_breaks_stay() {
        assert_eq!(lines("una riga\n\ndue", 100_000), ["una riga", "", "due"]);
        assert_eq!(lines("alfa beta gamma", 15_000), ["alfa beta", "gamma"]);
        assert_eq!(lines("  \n ", 15_000), [""; 0]);
        assert_eq!(lines("L. 190/2014", 17_000), ["L.", "190/2014"]);
        assert_eq!(
            lines("e/o tecnico-scientifico", 20_000),
            ["e/o tecnico-", "scientifico"]
        );
        assert_eq!(lines("prezzo 1.234,56\u{a0}€", 20_000), ["prezzo", "1.234,56 €"]);
    }

    #[test]
    fn what_the_faces_lack_is_a_box() {
        assert_eq!(lines("perche\u{301} 中\u{7}x\u{ad}y", 100_000), ["perché □□xy"]);
        assert_eq!(
            unprintable("perche\u{301}\n中\u{7}\u{ad}"),
            BTreeSet::from(['\u{7}', '中'])
        );
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_is_too_wide(text in "[ -~àèìòù€]{0,300}", width in 9_000i64..200_000) {
            let lines = wrap(Face::Regular, 3_175, &text, width);
            for line in &lines {
                prop_assert!(line.width <= width + 1, "{line:?}");
            }
            let ink = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let drawn: String = lines.iter().map(|line| line.text.as_str()).collect();
            prop_assert_eq!(ink(&drawn), ink(&text));
        }
    }
}
