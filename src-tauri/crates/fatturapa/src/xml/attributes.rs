//! The inside of a start tag and of the XML declaration.

use super::{Flaw, chars};

/// An attribute as written: where it stands in the inside of the tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Raw<'a> {
    pub(super) name: &'a str,
    pub(super) value: &'a str,
}

/// Reads the attributes that follow the name of a tag, or the pseudo-attributes of a declaration.
pub(super) struct RawAttributes<'a> {
    rest: &'a str,
}

impl<'a> RawAttributes<'a> {
    pub(super) const fn new(rest: &'a str) -> Self {
        Self { rest }
    }

    fn read(&mut self) -> Option<Result<Raw<'a>, Flaw>> {
        let trimmed = self.rest.trim_start_matches(is_space);
        if trimmed.is_empty() {
            return None;
        }
        if trimmed.len() == self.rest.len() {
            return Some(Err(Flaw::Attribute));
        }
        Some(self.attribute(trimmed).ok_or(Flaw::Attribute))
    }

    fn attribute(&mut self, text: &'a str) -> Option<Raw<'a>> {
        let (name, after) = text.split_once('=')?;
        let name = name.trim_end_matches(is_space);
        let after = after.trim_start_matches(is_space);
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (value, rest) = after.strip_prefix(quote)?.split_once(quote)?;
        self.rest = rest;
        Some(Raw { name, value })
    }
}

impl<'a> Iterator for RawAttributes<'a> {
    type Item = Result<Raw<'a>, Flaw>;

    fn next(&mut self) -> Option<Self::Item> {
        let item = self.read();
        if matches!(item, Some(Err(_))) {
            self.rest = "";
        }
        item
    }
}

const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// Whether the value of an attribute is well-formed.
pub(super) fn check_value(value: &str) -> Result<(), Flaw> {
    if value.contains('<') {
        return Err(Flaw::Attribute);
    }
    let mut rest = value;
    while let Some((_, after)) = rest.split_once('&') {
        let (name, tail) = after.split_once(';').ok_or(Flaw::Reference)?;
        chars::reference(name).ok_or(Flaw::Reference)?;
        rest = tail;
    }
    Ok(())
}

/// The value with its references resolved and white space as spaces (XML 1.0, 3.3.3).
pub(super) fn value(raw: &str) -> std::borrow::Cow<'_, str> {
    if !raw.contains(['&', '\t', '\n', '\r']) {
        return raw.into();
    }
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, after)) = rest.split_once('&') {
        text.extend(before.chars().map(space));
        let (name, tail) = after.split_once(';').unwrap_or((after, ""));
        text.extend(chars::reference(name));
        rest = tail;
    }
    text.extend(rest.chars().map(space));
    text.into()
}

const fn space(c: char) -> char {
    if is_space(c) { ' ' } else { c }
}

/// Checks the inside of `<?xml ... ?>`.
pub(super) fn check_declaration(content: &str) -> Result<(), Flaw> {
    let attributes = RawAttributes::new(content).collect::<Result<Vec<_>, _>>()?;
    let version = |text: &str| {
        text.strip_prefix("1.")
            .is_some_and(|minor| minor.bytes().all(|d| d.is_ascii_digit()) && !minor.is_empty())
    };
    let encoding = |text: &str| {
        let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
        text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.chars().all(allowed)
    };
    let standalone = |text: &str| matches!(text, "yes" | "no");
    let holds = match attributes
        .iter()
        .map(|raw| (raw.name, raw.value))
        .collect::<Vec<_>>()
        .as_slice()
    {
        [("version", v)] => version(v),
        [("version", v), ("encoding", e)] => version(v) && encoding(e),
        [("version", v), ("standalone", s)] => version(v) && standalone(s),
        [("version", v), ("encoding", e), ("standalone", s)] => version(v) && encoding(e) && standalone(s),
        _ => false,
    };
    if holds { Ok(()) } else { Err(Flaw::Declaration) }
}
