//! What the names of tags and attributes stand for.

use super::{
    Flaw,
    attributes::{self, RawAttributes},
    build::Builder,
    chars,
    error::Stop,
    tree::{RawAttribute, XML, offset, slice, split},
};

const XMLNS: &str = "http://www.w3.org/2000/xmlns/";

impl<'a> Builder<'a> {
    /// The namespace of a prefix; empty for a name without one.
    pub(super) fn resolve(&self, prefix: &str) -> Result<u32, Flaw> {
        if prefix.is_empty() {
            return Ok(self.default);
        }
        let found = self.bindings.iter().rev().find(|(bound, _)| *bound == prefix);
        found.map(|(_, namespace)| *namespace).ok_or(Flaw::Namespace)
    }

    /// Reads the inside of a start tag after its name: namespaces first, since they hold for the tag itself.
    pub(super) fn attributes(&mut self, begin: usize, end: usize) -> Result<(), Stop> {
        let inside = self.source.get(begin..end).unwrap_or("");
        let first = self.tree.attributes.len();
        let around = self.open.last().map_or(0, |open| open.bindings);
        for raw in RawAttributes::new(inside) {
            let raw = raw?;
            chars::prefix_length(raw.name).ok_or(Flaw::Name)?;
            attributes::check_value(raw.value)?;
            let declared = match split(raw.name) {
                ("", "xmlns") => Some(""),
                ("xmlns", prefix) => Some(prefix),
                _ => None,
            };
            match declared {
                Some(prefix) => self.bind(prefix, raw.value, around)?,
                None => self.tree.attributes.push(RawAttribute {
                    name: offset(self.offset_of(raw.name)),
                    name_length: offset(raw.name.len()),
                    namespace: 0,
                    value: offset(self.offset_of(raw.value)),
                    value_length: offset(raw.value.len()),
                }),
            }
            let own = self.tree.attributes.len().saturating_sub(first);
            if own.max(self.bindings.len()) > self.limits.attributes {
                return Err(Stop::Attributes);
            }
        }
        self.resolve_attributes(first)?;
        Ok(())
    }

    /// Where a part of the source stands in it.
    fn offset_of(&self, part: &str) -> usize {
        part.as_ptr().addr().saturating_sub(self.source.as_ptr().addr())
    }

    fn bind(&mut self, prefix: &'a str, value: &str, around: usize) -> Result<(), Flaw> {
        let namespace = attributes::value(value);
        let is_reserved = prefix == "xmlns" || (prefix == "xml") != (namespace == XML) || namespace == XMLNS;
        let is_unbound = namespace.is_empty() && !prefix.is_empty();
        let own = self.bindings.get(around..).unwrap_or(&[]);
        if is_reserved || is_unbound || own.iter().any(|(bound, _)| *bound == prefix) {
            return Err(Flaw::Namespace);
        }
        let number = if namespace.is_empty() {
            0
        } else {
            self.tree.namespaces.push(namespace.into_owned());
            offset(self.tree.namespaces.len().saturating_sub(1))
        };
        if prefix.is_empty() {
            self.default = number;
        }
        self.bindings.push((prefix, number));
        Ok(())
    }

    /// Gives the attributes of the tag their namespaces; none may stand twice.
    fn resolve_attributes(&mut self, first: usize) -> Result<(), Flaw> {
        for index in first..self.tree.attributes.len() {
            let Some(raw) = self.tree.attributes.get(index) else {
                break;
            };
            let (prefix, _) = split(slice(self.source, raw.name, raw.name_length));
            let namespace = if prefix.is_empty() {
                0
            } else {
                self.resolve(prefix)?
            };
            if let Some(raw) = self.tree.attributes.get_mut(index) {
                raw.namespace = namespace;
            }
        }
        let own = self.tree.attributes.get(first..).unwrap_or(&[]);
        let name = |raw: &RawAttribute| {
            let (_, local) = split(slice(self.source, raw.name, raw.name_length));
            (local, self.tree.namespace(raw.namespace))
        };
        let mut names: Vec<_> = own.iter().map(name).collect();
        names.sort_unstable();
        let is_twice = names.windows(2).any(|pair| pair.first() == pair.last());
        if is_twice { Err(Flaw::Attribute) } else { Ok(()) }
    }
}
