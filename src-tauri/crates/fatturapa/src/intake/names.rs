//! Names from strangers made safe to write: one component, no reserved name, no more than 120 bytes, never twice.

use std::collections::BTreeMap;

/// Bytes of a file name that every system and every zip program takes.
const MOST_BYTES: usize = 120;

/// Names that Windows gives to devices, whatever the extension.
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// The last component of `name`, without what a system could take for more than a letter: separators, control and
/// direction characters, device names, leading and trailing dots and spaces. At most 120 bytes, never empty.
#[must_use]
pub fn safe_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last.chars().map(safe_char).collect();
    let clean = clean.trim_matches(|char: char| char == '.' || char.is_whitespace());
    if clean.is_empty() {
        return "senza_nome".to_owned();
    }
    let short = shorten(clean, MOST_BYTES);
    let stem = short.split('.').next().unwrap_or_default().trim_end();
    if DEVICES.iter().any(|device| stem.eq_ignore_ascii_case(device)) {
        return format!("_{}", shorten(&short, MOST_BYTES - 1));
    }
    short
}

fn safe_char(char: char) -> char {
    // U+200E.. and U+202A.. turn the direction of writing: "fdp.exe" can be made to look like "exe.pdf"
    let turns = matches!(char, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    let reserved = matches!(char, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '/' | '\\');
    if char.is_control() || turns || reserved {
        '_'
    } else {
        char
    }
}

/// Cuts before the extension, so that it stays.
fn shorten(name: &str, most: usize) -> String {
    if name.len() <= most {
        return name.to_owned();
    }
    let (stem, extension) = name
        .rsplit_once('.')
        .filter(|(_, extension)| extension.len() <= 8)
        .map_or((name, String::new()), |(stem, extension)| {
            (stem, format!(".{extension}"))
        });
    let stem = stem
        .get(..floor(stem, most.saturating_sub(extension.len())))
        .unwrap_or_default();
    // a cut can leave a dot or a space at the end
    format!("{}{extension}", stem.trim_end_matches(['.', ' ']))
}

/// The greatest place up to `most` where `text` may be cut.
fn floor(text: &str, most: usize) -> usize {
    (0..=most.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}

/// Safe names that were given, so that none is given twice, not even on a disk that does not tell upper from lower
/// case.
#[derive(Debug, Clone, Default)]
pub struct UniqueNames {
    given: BTreeMap<String, u32>,
}

impl UniqueNames {
    /// A safe name that was not given before: `fattura.xml`, then `fattura-2.xml`.
    pub fn give(&mut self, name: &str) -> String {
        let safe = safe_name(name);
        let mut one = safe.clone();
        let mut count = self.given.get(&safe.to_lowercase()).copied().unwrap_or(1);
        while self.given.contains_key(&one.to_lowercase()) {
            count = count.saturating_add(1);
            one = numbered(&safe, count);
        }
        self.given.insert(safe.to_lowercase(), count);
        self.given.insert(one.to_lowercase(), 1);
        one
    }
}

fn numbered(name: &str, count: u32) -> String {
    let mark = format!("-{count}");
    let short = shorten(name, MOST_BYTES.saturating_sub(mark.len()));
    match short.split_once('.') {
        Some((stem, extension)) if !stem.is_empty() => format!("{stem}{mark}.{extension}"),
        _ => format!("{short}{mark}"),
    }
}

/// Whether the path of a member leads out of its container.
pub(super) fn leads_out(path: &str) -> bool {
    let is_drive = path.as_bytes().get(1) == Some(&b':');
    let is_absolute = path.starts_with(['/', '\\']);
    is_drive || is_absolute || path.contains('\0') || path.split(['/', '\\']).any(|part| part == "..")
}

/// Whether an operating system left this beside the documents.
pub(super) fn is_of_the_system(path: &str) -> bool {
    let mut parts = path.split(['/', '\\']);
    let last = parts.next_back().unwrap_or_default();
    parts.any(|part| part == "__MACOSX")
        || last.starts_with("._")
        || [".DS_Store", ".localized", "Thumbs.db", "desktop.ini"]
            .iter()
            .any(|name| last.eq_ignore_ascii_case(name))
}

/// A path as it can be shown: no control or direction characters, `/` between the parts.
pub(super) fn shown(path: &str) -> String {
    path.split(['/', '\\'])
        .map(|part| part.chars().map(safe_char).collect::<String>())
        .collect::<Vec<_>>()
        .join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_strangers_become_one_safe_component() {
        for (name, safe) in [
            ("IT01234567897_00001.xml", "IT01234567897_00001.xml"),
            ("a/b/../../etc/passwd", "passwd"),
            (r"C:\temp\x.xml", "x.xml"),
            ("..", "senza_nome"),
            ("", "senza_nome"),
            ("con.xml", "_con.xml"),
            ("COM1", "_COM1"),
            ("console.xml", "console.xml"),
            ("a\u{202e}lmx.exe", "a_lmx.exe"),
            ("a\0b\n.xml", "a_b_.xml"),
            ("fattura .xml. ", "fattura .xml"),
            ("è|?.xml", "è__.xml"),
        ] {
            assert_eq!(safe_name(name), safe, "{name:?}");
        }
        let long = safe_name(&format!("{}.xml", "à".repeat(300)));
        assert!(long.len() <= 120 && long.ends_with("à.xml"), "{long}");
    }

    #[test]
    fn no_name_is_given_twice() {
        let mut names = UniqueNames::default();
        let given: Vec<String> = ["a.xml", "A.XML", "a-2.xml", "a.xml", "b"]
            .map(|name| names.give(name))
            .to_vec();
        assert_eq!(given, ["a.xml", "A-2.XML", "a-2-2.xml", "a-3.xml", "b"]);
    }

    proptest::proptest! {
        #[test]
        fn every_name_is_safe(name in ".{0,200}", again in 0..4usize) {
            let mut names = UniqueNames::default();
            for _ in 0..=again {
                let safe = names.give(&name);
                proptest::prop_assert!(safe.len() <= 125 && !safe.is_empty(), "{safe}");
                proptest::prop_assert!(!safe.contains(['/', '\\', '\0', ':']) && safe != "..");
                proptest::prop_assert_eq!(&safe_name(&safe), &safe);
            }
        }
    }
}
