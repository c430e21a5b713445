//! Makes texts writable: letters that the schema does not know are replaced, what cannot be seen is dropped, long
//! reasons are split. Every change is told, so that the window can show it before the document is issued.

use crate::{
    facet::{Charset, Facet},
    fault::Place,
    field::Field,
    model::{FatturaElettronica, FatturaElettronicaSemplificata},
};

/// Something that cleaning changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The element, as in [`crate::Fault`].
    pub path: String,
    /// What was done.
    pub kind: ChangeKind,
}

/// What cleaning did.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// Every one of a character was replaced by this text.
    Replaced {
        /// The character.
        found: char,
        /// What stands for it now.
        by: String,
    },
    /// Every one of a character was dropped: it cannot be seen.
    Dropped {
        /// The character.
        found: char,
    },
    /// A telephone number lost its spaces and, if still too long, the prefix of Italy.
    Shortened,
    /// The text was split into so many elements.
    Split {
        /// How many there are now.
        parts: usize,
    },
}

impl ChangeKind {
    /// The stable code of the change.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Replaced { .. } => "clean_replaced",
            Self::Dropped { .. } => "clean_dropped",
            Self::Shortened => "clean_shortened",
            Self::Split { .. } => "clean_split",
        }
    }
}

/// Cleans every text of the file. Spaces at both ends go silently; an optional text left empty is taken out.
pub fn clean(fattura: &mut FatturaElettronica) -> Vec<Change> {
    parts(&mut fattura.header, &mut fattura.bodies)
}

/// The same for a simplified file.
pub fn clean_semplificata(fattura: &mut FatturaElettronicaSemplificata) -> Vec<Change> {
    parts(&mut fattura.header, &mut fattura.bodies)
}

fn parts<H: Field, B: Field>(header: &mut H, bodies: &mut Vec<B>) -> Vec<Change> {
    let mut cleaner = Cleaner::default();
    header.clean(&mut cleaner, "FatturaElettronicaHeader", Facet::Own);
    bodies.clean(&mut cleaner, "FatturaElettronicaBody", Facet::AtLeastOne);
    cleaner.changes
}

/// Cleans one text: each character outside `charset` is replaced or dropped, spaces at both ends go. A text of which
/// only question marks would be left (a name in Chinese letters) stays as it is: the writer refuses it at its field.
#[must_use]
pub fn clean_text(text: &str, charset: Charset) -> (String, Vec<ChangeKind>) {
    let mut clean = String::with_capacity(text.len());
    let mut changes = Vec::new();
    for found in composed(text.trim()).chars() {
        if charset.has(found) {
            clean.push(found);
            continue;
        }
        let change = match replacement(found, charset) {
            Some(by) => {
                clean.push_str(&by);
                ChangeKind::Replaced { found, by }
            }
            None => ChangeKind::Dropped { found },
        };
        if !changes.contains(&change) {
            changes.push(change);
        }
    }
    let has_unknown = changes
        .iter()
        .any(|change| matches!(change, ChangeKind::Replaced { by, .. } if by == "?"));
    if has_unknown && !clean.chars().any(char::is_alphanumeric) {
        return (text.trim().to_owned(), Vec::new());
    }
    (clean.trim().to_owned(), changes)
}

/// Letters and the accents that follow them, as some systems write them, put together: nothing is changed by it.
fn composed(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    for c in text.chars() {
        let pairs = ACCENTS
            .iter()
            .find(|(mark, _)| *mark == c)
            .map_or("", |(_, pairs)| *pairs);
        let letters: Vec<char> = pairs.chars().collect();
        let base = whole.chars().next_back();
        let pair = letters.chunks_exact(2).find(|pair| pair.first().copied() == base);
        match pair.and_then(|pair| pair.last()) {
            Some(letter) => {
                whole.pop();
                whole.push(*letter);
            }
            None => whole.push(c),
        }
    }
    whole
}

/// For each combining accent, the letters it may follow, each with the letter of Latin-1 that the two make.
const ACCENTS: [(char, &str); 7] = [
    ('\u{300}', "AÀEÈIÌOÒUÙaàeèiìoòuù"),
    ('\u{301}', "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyý"),
    ('\u{302}', "AÂEÊIÎOÔUÛaâeêiîoôuû"),
    ('\u{303}', "AÃNÑOÕaãnñoõ"),
    ('\u{308}', "AÄEËIÏOÖUÜaäeëiïoöuüyÿ"),
    ('\u{30a}', "AÅaå"),
    ('\u{327}', "CÇcç"),
];

/// What stands for a character outside `charset`; none when it cannot be seen.
fn replacement(found: char, charset: Charset) -> Option<String> {
    if found.is_whitespace() {
        return Some(" ".to_owned());
    }
    if is_invisible(found) {
        return None;
    }
    let plain = symbol(found)
        .or_else(|| fisco::text::plain_letters(found))
        .unwrap_or("?");
    let fits = plain.chars().all(|c| charset.has(c));
    Some(if fits { plain.to_owned() } else { "?".to_owned() })
}

/// Control characters, marks of direction and joining, accents that stand alone.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Plain characters for the signs that people paste from word processors.
const fn symbol(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' | '\u{2032}' | '\u{2b9}' | '\u{2bc}' | '´' => "'",
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' | '\u{2033}' | '«' | '»' | '¨' => "\"",
        '\u{2039}' => "<",
        '\u{203a}' => ">",
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2043}' | '¯' => "-",
        '\u{2026}' => "...",
        '\u{2022}' | '\u{25cf}' | '\u{25e6}' | '\u{25aa}' | '·' => "*",
        '€' => "EUR",
        '£' => "GBP",
        '¥' => "JPY",
        '¢' => "c",
        '™' => "TM",
        '©' => "(c)",
        '®' => "(R)",
        '№' => "n.",
        '°' | 'º' => "o",
        'ª' => "a",
        '§' => "par.",
        '¶' => "-",
        '±' => "+/-",
        '×' => "x",
        '÷' => "/",
        '¼' => "1/4",
        '½' => "1/2",
        '¾' => "3/4",
        '¹' => "1",
        '²' => "2",
        '³' => "3",
        'µ' | 'μ' => "u",
        '≤' => "<=",
        '≥' => ">=",
        '≠' => "<>",
        '≈' => "~",
        '→' => "->",
        '←' => "<-",
        '‰' => "per mille",
        '¿' => "?",
        '¡' => "!",
        '¦' => "|",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        _ => return None,
    })
}

/// Cleans the texts of the model and remembers what changed.
#[derive(Debug, Default)]
pub(crate) struct Cleaner {
    pub(crate) place: Place,
    changes: Vec<Change>,
}

impl Cleaner {
    /// Cleans one text as its facet wants it.
    pub(crate) fn text(&mut self, text: &mut String, name: &'static str, facet: Facet) {
        self.place.enter(name);
        let charset = match facet {
            Facet::Text { charset, .. } => charset,
            _ => Charset::BasicLatin,
        };
        let (clean, changes) = clean_text(text, charset);
        for kind in changes {
            self.change(kind);
        }
        *text = clean;
        if facet == Facet::Telefono && text.chars().count() > 12 {
            *text = short_number(text);
            self.change(ChangeKind::Shortened);
        }
        self.place.leave();
    }

    /// Cleans a list of texts; one that is too long becomes several.
    pub(crate) fn texts(&mut self, list: &mut Vec<String>, name: &'static str, facet: Facet) {
        let mut all = Vec::with_capacity(list.len());
        for (at, text) in list.iter_mut().enumerate() {
            self.place.nth(at.saturating_add(1));
            self.text(text, name, facet);
            let Facet::Text { max, .. } = facet else { continue };
            let parts = split(text, max);
            if parts.len() > 1 {
                self.place.nth(at.saturating_add(1));
                self.place.enter(name);
                self.change(ChangeKind::Split { parts: parts.len() });
                self.place.leave();
            }
            all.extend(parts);
        }
        *list = all;
    }

    fn change(&mut self, kind: ChangeKind) {
        self.changes.push(Change {
            path: self.place.path(),
            kind,
        });
    }
}

/// The digits of a telephone number, without the prefix of Italy when that makes it fit.
fn short_number(text: &str) -> String {
    let digits: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let national = digits
        .strip_prefix("+39")
        .or_else(|| digits.strip_prefix("0039"))
        .unwrap_or(&digits);
    if digits.len() > 12 {
        national.to_owned()
    } else {
        digits
    }
}

/// Parts of at most `max` characters, cut at a space where there is one.
fn split(text: &str, max: usize) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest = text;
    while rest.chars().count() > max {
        let hard = rest.char_indices().nth(max).map_or(rest.len(), |(at, _)| at);
        let (head, tail) = rest.split_at(hard);
        let soft = if tail.starts_with(' ') {
            None
        } else {
            head.rfind(' ').filter(|at| *at > 0)
        };
        let (part, after) = rest.split_at(soft.unwrap_or(hard));
        parts.push(part.trim_end().to_owned());
        rest = after.trim_start();
    }
    if !rest.is_empty() {
        parts.push(rest.to_owned());
    }
    parts
}
