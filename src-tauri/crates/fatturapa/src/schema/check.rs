//! The walk over a document.

use std::collections::BTreeSet;

use super::form::{Base64, base_64};
use super::place::Place;
use super::table::{Block, Order, Particle, SIGNATURES, Schema, Space, Type};
use super::value::Value;
use crate::{
    Finding, Severity,
    xml::{Attribute, Document, Node, Oddity},
};

const INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// After so many errors SDI stops (00201).
const MOST: usize = 50;

/// Checks a document whose root is that of the schema.
pub(super) fn document(document: &Document<'_>, schema: &Schema) -> Vec<Finding> {
    let mut check = Check::new(schema);
    check.oddities(document);
    check.element(document.root(), schema.root, None);
    check.findings
}

/// The findings of a document that is no invoice.
pub(super) fn root(document: &Document<'_>) -> Vec<Finding> {
    let root = document.root();
    let names = [root.name(), root.namespace()].map(str::to_owned);
    vec![finding("00200.root", root.path(), root.line(), names.into())]
}

fn finding(rule: &'static str, path: String, line: u32, args: Vec<String>) -> Finding {
    Finding {
        code: "00200",
        rule,
        severity: Severity::Error,
        path,
        line,
        args,
    }
}

struct Check<'s> {
    schema: &'s Schema,
    findings: Vec<Finding>,
    /// The identifiers met, which must differ.
    ids: BTreeSet<String>,
}

impl<'s> Check<'s> {
    const fn new(schema: &'s Schema) -> Self {
        Self {
            schema,
            findings: Vec::new(),
            ids: BTreeSet::new(),
        }
    }

    fn is_full(&self) -> bool {
        self.findings.len() > MOST
    }

    fn add(&mut self, found: impl FnOnce() -> Finding) {
        match self.findings.len() {
            0..MOST => self.findings.push(found()),
            MOST => {
                let Finding { path, line, .. } = found();
                let stop = finding("00201", path, line, Vec::new());
                self.findings.push(Finding {
                    code: "00201",
                    ..stop
                });
            }
            _ => {}
        }
    }

    /// A finding at an element; the element is the first thing that the sentence names.
    fn at(&mut self, node: Node<'_>, rule: &'static str, args: Vec<String>) {
        self.add(|| {
            let args = std::iter::once(node.name().to_owned()).chain(args).collect();
            finding(rule, node.path(), node.line(), args)
        });
    }

    fn oddities(&mut self, document: &Document<'_>) {
        for oddity in document.oddities() {
            let rule = match oddity {
                Oddity::WrongEncoding => "00200.encoding",
                Oddity::SpaceBeforeDeclaration => "00200.declaration",
            };
            self.add(|| finding(rule, "/".to_owned(), 1, Vec::new()));
        }
    }

    fn element(&mut self, node: Node<'_>, kind: usize, default: Option<&str>) {
        if self.is_full() {
            return;
        }
        match self.schema.kind(kind) {
            Some(Type::Value(value)) => {
                self.attributes(node, &[], "");
                self.value(node, value, default);
            }
            Some(Type::Block(block)) => {
                self.attributes(node, &block.attributes, block.name);
                self.block(node, block);
            }
            None => {}
        }
    }

    fn block(&mut self, node: Node<'_>, block: &Block) {
        match &block.order {
            Order::Sequence => self.sequence(node, block),
            Order::Choice => self.choice(node, block),
            Order::Value(kind) => {
                if let Some(Type::Value(value)) = self.schema.kind(*kind) {
                    self.value(node, value, None);
                }
            }
        }
        if !block.is_mixed && !node.is_blank() {
            self.at(node, "00200.text", vec![shorten(node.text().trim())]);
        }
    }

    fn sequence(&mut self, node: Node<'_>, block: &Block) {
        let mut place = Place::new(block);
        for child in node.children() {
            if self.is_full() {
                return;
            }
            match place.step(child) {
                Some(step) => {
                    for missing in step.missing {
                        self.missing(node, child, missing);
                    }
                    self.particle(child, step.particle);
                }
                None => self.misplaced(child, &place),
            }
        }
        for missing in place.rest() {
            self.missing(node, node, missing);
        }
    }

    fn choice(&mut self, node: Node<'_>, block: &Block) {
        let mut first: Option<&Particle> = None;
        for child in node.children() {
            let found = block.particles.iter().find(|particle| particle.fits(child));
            match (found, first) {
                (Some(particle), None) => self.particle(child, particle),
                (Some(particle), Some(earlier)) if earlier.is_list => self.particle(child, particle),
                _ => self.at(child, "00200.unknown", vec![names(block.particles.iter())]),
            }
            first = first.or(found);
        }
        if first.is_none() && block.particles.iter().all(|particle| particle.is_required) {
            self.at(node, "00200.nothing", vec![names(block.particles.iter())]);
        }
    }

    fn particle(&mut self, node: Node<'_>, particle: &Particle) {
        match particle.space {
            Space::Own | Space::Signature => self.element(node, particle.kind, particle.default),
            Space::Any { is_strict } | Space::Other { is_strict } => self.any(node, is_strict),
        }
    }

    /// An element of any name: known ones are checked, others only when they have to be known are wrong.
    fn any(&mut self, node: Node<'_>, is_strict: bool) {
        let known = if node.namespace() == SIGNATURES {
            self.schema.signature(node.name())
        } else {
            None
        };
        match known {
            Some(kind) => self.element(node, kind, None),
            None if is_strict => self.at(node, "00200.unknown", vec![String::new()]),
            None => {
                for child in node.children() {
                    self.any(child, false);
                }
            }
        }
    }

    /// An element that must stand before `next` in its parent, or at its end.
    fn missing(&mut self, parent: Node<'_>, next: Node<'_>, particle: &Particle) {
        // When it stands further on, it is there that it is told.
        let comes = parent
            .children()
            .skip_while(|child| *child != next && next != parent);
        if next != parent && comes.skip(1).any(|child| particle.fits(child)) {
            return;
        }
        self.add(|| {
            let path = format!("{}/{}", parent.path(), particle.name);
            let args = vec![particle.name.to_owned(), parent.name().to_owned()];
            finding("00200.missing", path, next.line(), args)
        });
    }

    fn misplaced(&mut self, node: Node<'_>, place: &Place<'_>) {
        let expected = names(place.expected());
        match place.block.particles.iter().find(|particle| particle.fits(node)) {
            Some(particle) => {
                let is_repeated = !particle.is_list && place.is_taken(particle);
                let rule = if is_repeated {
                    "00200.repeated"
                } else {
                    "00200.order"
                };
                self.at(node, rule, vec![expected]);
                self.particle(node, particle);
            }
            None => {
                let is_own = place
                    .block
                    .particles
                    .iter()
                    .any(|particle| particle.name == node.name());
                let rule = if is_own {
                    "00200.namespace"
                } else {
                    "00200.unknown"
                };
                self.at(node, rule, vec![expected]);
            }
        }
    }

    fn value(&mut self, node: Node<'_>, value: &Value, default: Option<&str>) {
        if node.has_children() {
            self.at(node, "00200.inside", Vec::new());
            return;
        }
        let text = node.text();
        let text = if text.is_empty() {
            default.unwrap_or("")
        } else {
            &text
        };
        if *value == Value::Base64 {
            match base_64(text) {
                Base64::Good => {}
                Base64::Bad => self.at(node, "00200.base64", Vec::new()),
                Base64::Strays => self.warn(node, "00200.base64_strays"),
            }
        } else if let Err(wrong) = value.check(text) {
            let args = std::iter::once(shorten(text)).chain(wrong.args).collect();
            self.at(node, wrong.rule, args);
        }
    }

    fn warn(&mut self, node: Node<'_>, rule: &'static str) {
        self.add(|| Finding {
            severity: Severity::Warning,
            ..finding(rule, node.path(), node.line(), vec![node.name().to_owned()])
        });
    }

    fn attributes(&mut self, node: Node<'_>, rules: &[Particle], kind: &str) {
        for attribute in node.attributes() {
            match attribute.namespace() {
                "" => match rules.iter().find(|rule| rule.name == attribute.name()) {
                    Some(rule) => self.attribute(node, attribute, rule),
                    None => self.wrong_attribute(node, attribute.name(), "00200.attribute"),
                },
                INSTANCE => self.instance(node, attribute, kind),
                _ => self.wrong_attribute(node, attribute.name(), "00200.attribute"),
            }
        }
        for rule in rules.iter().filter(|rule| rule.is_required) {
            if node.attribute(rule.name).is_none() {
                self.wrong_attribute(node, rule.name, "00200.attribute_missing");
            }
        }
    }

    fn attribute(&mut self, node: Node<'_>, attribute: Attribute<'_>, rule: &Particle) {
        let Some(Type::Value(value)) = self.schema.kind(rule.kind) else {
            return;
        };
        let text = attribute.value();
        if let Err(wrong) = value.check(&text) {
            self.add(|| {
                let args = [attribute.name().to_owned(), shorten(&text)];
                let path = format!("{}/@{}", node.path(), attribute.name());
                finding(
                    wrong.rule,
                    path,
                    node.line(),
                    args.into_iter().chain(wrong.args).collect(),
                )
            });
        } else if *value == Value::Id && !self.ids.insert(text.trim().to_owned()) {
            self.wrong_attribute(node, attribute.name(), "00200.id_twice");
        }
    }

    /// The attributes that may stand everywhere: where the schema is, and a type that must be that of the element.
    fn instance(&mut self, node: Node<'_>, attribute: Attribute<'_>, kind: &str) {
        let text = attribute.value();
        let holds = match attribute.name() {
            "schemaLocation" | "noNamespaceSchemaLocation" => true,
            "type" => text.trim().rsplit(':').next() == Some(kind),
            _ => false,
        };
        if !holds {
            self.wrong_attribute(node, attribute.name(), "00200.attribute");
        }
    }

    fn wrong_attribute(&mut self, node: Node<'_>, name: &str, rule: &'static str) {
        self.add(|| {
            let args = vec![name.to_owned(), node.name().to_owned()];
            finding(rule, format!("{}/@{name}", node.path()), node.line(), args)
        });
    }
}

/// Names in the order of the schema, with commas.
fn names<'a>(particles: impl Iterator<Item = &'a Particle>) -> String {
    let named = particles.filter(|particle| !particle.name.starts_with('*'));
    let list = named.map(|particle| particle.name).collect::<Vec<_>>().join(", ");
    if list.is_empty() { "-".to_owned() } else { list }
}

/// Enough of a value to recognise it.
fn shorten(text: &str) -> String {
    const LENGTH: usize = 60;
    let mut short: String = text.chars().take(LENGTH).collect();
    if text.chars().nth(LENGTH).is_some() {
        short.push('…');
    }
    short
}
