//! The two bundled faces, parsed once, and how wide their characters are.

use std::{collections::BTreeMap, sync::OnceLock};

use printpdf::ParsedFont;

use crate::Um;

const REGULAR: &[u8] = include_bytes!("../../../../assets/fonts/Inter-Regular.ttf");
const SEMI_BOLD: &[u8] = include_bytes!("../../../../assets/fonts/Inter-SemiBold.ttf");

/// Drawn for a character that the faces lack.
pub(crate) const MISSING: char = '□';

/// A weight of Inter. The faces were cut with 1,000 units per em and tabular digits (`assets/fonts/README.md`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Face {
    Regular,
    SemiBold,
}

/// A parsed face with the advance of each of its characters in thousandths of the size.
pub(crate) struct Metrics {
    pub(crate) parsed: ParsedFont,
    /// U+0000..U+0250, where nearly all text lies; 0 for a character the face lacks.
    latin: Vec<u16>,
    others: BTreeMap<char, u16>,
}

/// One past the last character of the `latin` table.
const LATIN_END: u32 = 0x250;

impl Face {
    /// The parsed face; the first call parses it.
    pub(crate) fn metrics(self) -> &'static Metrics {
        static FACES: [OnceLock<Metrics>; 2] = [OnceLock::new(), OnceLock::new()];
        let [regular, semi_bold] = &FACES;
        match self {
            Self::Regular => regular.get_or_init(|| Metrics::parse(REGULAR)),
            Self::SemiBold => semi_bold.get_or_init(|| Metrics::parse(SEMI_BOLD)),
        }
    }

    /// How wide `text` is at a size, rounded up.
    pub(crate) fn width(self, size_um: Um, text: &str) -> Um {
        let metrics = self.metrics();
        let thousandths: Um = text
            .chars()
            .map(|c| Um::from(metrics.advance(c).unwrap_or(0)))
            .sum();
        (thousandths * size_um + 999) / 1_000
    }
}

impl Metrics {
    #[expect(
        clippy::expect_used,
        reason = "the faces are part of the program; a test parses both"
    )]
    fn parse(bytes: &[u8]) -> Self {
        let parsed = ParsedFont::from_bytes(bytes, 0, &mut Vec::new()).expect("a bundled face");
        let advance = |code: u32| {
            let glyph = parsed.lookup_glyph_index(code).filter(|&glyph| glyph != 0)?;
            Some(parsed.get_horizontal_advance(glyph))
        };
        let latin = (0..LATIN_END).map(|code| advance(code).unwrap_or(0)).collect();
        let others = (LATIN_END..0x2800)
            .filter_map(|code| Some((char::from_u32(code)?, advance(code)?)))
            .collect();
        Self {
            parsed,
            latin,
            others,
        }
    }

    /// The advance of a character, nothing when the face lacks it.
    pub(crate) fn advance(&self, c: char) -> Option<u16> {
        match usize::try_from(u32::from(c))
            .ok()
            .and_then(|code| self.latin.get(code))
        {
            Some(0) => None,
            Some(&advance) => Some(advance),
            None => self.others.get(&c).copied(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_faces_have_what_the_law_and_the_language_need() {
        for face in [Face::Regular, Face::SemiBold] {
            let metrics = face.metrics();
            for c in ('\u{20}'..='\u{7e}')
                .chain('\u{a1}'..='\u{ac}')
                .chain("ÀÈÉÌÒÙàèéìòùßŠčłșțŐ€−–—’“”•…№™□".chars())
            {
                assert!(metrics.advance(c).is_some(), "{c} is missing");
            }
            let digits: Vec<_> = ('0'..='9').map(|c| metrics.advance(c)).collect();
            assert!(digits.iter().all(|d| *d == digits[0]), "digits are tabular");
            assert_eq!(metrics.advance('中'), None);
        }
    }
}
