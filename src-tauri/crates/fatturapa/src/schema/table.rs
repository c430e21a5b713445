//! The tables of the schema, read once for each version.

use std::collections::BTreeMap;

use super::{Version, value::Value};

pub(super) const ORDINARY: &str = include_str!("ordinary.tsv");
pub(super) const SIMPLIFIED: &str = include_str!("simplified.tsv");
const SIGNATURE: &str = include_str!("signature.tsv");

/// Namespace of signatures.
pub(super) const SIGNATURES: &str = "http://www.w3.org/2000/09/xmldsig#";

/// One version of the schema.
#[derive(Debug)]
pub(super) struct Schema {
    types: Vec<Type>,
    /// The type of the root element.
    pub(super) root: usize,
    /// The block that lists the elements of signatures.
    signatures: usize,
}

/// What an element holds.
#[derive(Debug)]
pub(super) enum Type {
    /// Elements.
    Block(Block),
    /// Text.
    Value(Value),
}

/// Elements and attributes.
#[derive(Debug, Default)]
pub(super) struct Block {
    pub(super) name: &'static str,
    pub(super) order: Order,
    /// Whether text may stand between the elements.
    pub(super) is_mixed: bool,
    pub(super) particles: Vec<Particle>,
    pub(super) attributes: Vec<Particle>,
}

/// In which order the elements of a block come.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) enum Order {
    /// One after the other.
    #[default]
    Sequence,
    /// Any of them.
    Choice,
    /// None: the text is of this type.
    Value(usize),
}

/// An element, or an attribute, of a block.
#[derive(Debug)]
pub(super) struct Particle {
    /// The name without prefix.
    pub(super) name: &'static str,
    pub(super) space: Space,
    pub(super) kind: usize,
    pub(super) is_required: bool,
    pub(super) is_list: bool,
    /// Of elements of which only those of one letter may stand.
    pub(super) branch: Option<char>,
    /// What an empty element stands for.
    pub(super) default: Option<&'static str>,
}

/// The namespace of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    /// None: the elements of the invoice below the root.
    Own,
    /// That of signatures.
    Signature,
    /// Any element; `is_strict` when it must be known.
    Any { is_strict: bool },
    /// Any element of another namespace.
    Other { is_strict: bool },
}

impl Schema {
    pub(super) fn read(version: Version) -> Self {
        let text = if version.is_simplified() {
            SIMPLIFIED
        } else {
            ORDINARY
        };
        let rows: Vec<Row> = rows(text)
            .filter(|row| version.is_in(row.versions))
            .chain(rows(SIGNATURE))
            .collect();
        let mut numbers = BTreeMap::new();
        for row in &rows {
            if let Some(name) = row.defines() {
                let next = numbers.len();
                numbers.entry(name).or_insert(next);
            }
        }
        let number = |name: &str| numbers.get(name).copied().unwrap_or(usize::MAX);
        let mut types: Vec<Type> = Vec::with_capacity(numbers.len());
        let mut current = 0;
        for row in &rows {
            if let Some(name) = row.defines() {
                current = number(name);
                match types.get_mut(current) {
                    Some(Type::Value(value)) => value.extend(row.second),
                    Some(Type::Block(_)) => {}
                    None => types.push(row.made(name, &number)),
                }
            } else if let Some(Type::Block(block)) = types.get_mut(current) {
                match row.second.strip_prefix('@') {
                    Some(attribute) => block.attributes.push(row.particle(attribute, &number)),
                    None => block.particles.push(row.particle(row.second, &number)),
                }
            }
        }
        Self {
            types,
            root: number("FatturaElettronicaType"),
            signatures: number("ds:"),
        }
    }

    pub(super) fn kind(&self, number: usize) -> Option<&Type> {
        self.types.get(number)
    }

    /// The type of an element of signatures that stands by itself.
    pub(super) fn signature(&self, name: &str) -> Option<usize> {
        let Some(Type::Block(block)) = self.kind(self.signatures) else {
            return None;
        };
        let found = block.particles.iter().find(|particle| particle.name == name);
        found.map(|particle| particle.kind)
    }

    #[cfg(test)]
    pub(super) fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.types.iter().filter_map(|kind| match kind {
            Type::Block(block) => Some(block),
            Type::Value(_) => None,
        })
    }
}

/// The elements that repeat in some version of the ordinary invoice, and of the simplified one.
pub(super) fn lists() -> [Vec<&'static str>; 2] {
    [ORDINARY, SIMPLIFIED].map(|table| {
        let lists = rows(table).filter(|row| row.first.is_empty() && row.fourth.ends_with(['*', '+']));
        let mut names: Vec<_> = lists.map(|row| row.second).collect();
        names.sort_unstable();
        names.dedup();
        names
    })
}

/// A row of a table: a type is defined in the first two cells, an element of it in the others.
struct Row {
    first: &'static str,
    second: &'static str,
    third: &'static str,
    fourth: &'static str,
    versions: &'static str,
}

fn rows(text: &'static str) -> impl Iterator<Item = Row> {
    text.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let mut cells = line.split('\t');
        let mut next = || cells.next().unwrap_or_default();
        let (first, second, third, fourth, fifth) = (next(), next(), next(), next(), next());
        Row {
            first,
            second,
            third,
            fourth,
            versions: if first.is_empty() { fifth } else { third },
        }
    })
}

impl Row {
    fn defines(&self) -> Option<&'static str> {
        (!self.first.is_empty()).then_some(self.first)
    }

    fn made(&self, name: &'static str, number: &impl Fn(&str) -> usize) -> Type {
        let mut words = self.second.split(' ');
        let (order, is_mixed) = match (words.next().unwrap_or_default(), words.next()) {
            ("sequence", _) => (Order::Sequence, false),
            ("choice", _) => (Order::Choice, false),
            ("mixed", Some("choice")) => (Order::Choice, true),
            ("mixed", _) => (Order::Sequence, true),
            ("value", Some(kind)) => (Order::Value(number(kind)), true),
            _ => return Type::Value(Value::read(self.second)),
        };
        Type::Block(Block {
            name,
            order,
            is_mixed,
            ..Block::default()
        })
    }

    fn particle(&self, name: &'static str, number: &impl Fn(&str) -> usize) -> Particle {
        let (often, default) = match self.fourth.split_once('=') {
            Some((often, default)) => (often, Some(default)),
            None => (self.fourth, None),
        };
        let is_strict = self.third == "strict";
        let (space, name) = match name.split_once(':') {
            Some((_, name)) => (Space::Signature, name),
            None if name == "*any" => (Space::Any { is_strict }, name),
            None if name == "*other" => (Space::Other { is_strict }, name),
            None => (Space::Own, name),
        };
        Particle {
            name,
            space,
            kind: number(self.third),
            is_required: often.ends_with(['1', '+']),
            is_list: often.ends_with(['*', '+']),
            branch: often.chars().next().filter(char::is_ascii_lowercase),
            default,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_that_is_named_exists() {
        for version in Version::ALL {
            let schema = Schema::read(version);
            assert!(matches!(schema.kind(schema.root), Some(Type::Block(_))));
            for block in schema.blocks() {
                assert!(
                    !block.particles.is_empty() || block.is_mixed,
                    "{} is empty",
                    block.name
                );
                for particle in block.particles.iter().chain(&block.attributes) {
                    assert!(
                        schema.kind(particle.kind).is_some(),
                        "{version:?} {} {}",
                        block.name,
                        particle.name
                    );
                }
            }
        }
    }
}
