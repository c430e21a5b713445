//! An element of a document.

use std::borrow::Cow;

use super::{
    Document, attributes, chars,
    tree::{self, Element, Piece, RawAttribute},
};

/// An element.
#[derive(Debug, Clone, Copy)]
pub struct Node<'a> {
    document: &'a Document<'a>,
    index: u32,
}

impl PartialEq for Node<'_> {
    /// The same element of the same document.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.document, other.document) && self.index == other.index
    }
}

impl Eq for Node<'_> {}

impl<'a> Node<'a> {
    pub(super) const fn new(document: &'a Document<'a>, index: u32) -> Self {
        Self { document, index }
    }

    fn element(self) -> &'a Element {
        self.document.tree.element(self.index)
    }

    /// Its number, from 0, among the elements of the document in the order of their start tags.
    #[must_use]
    pub const fn index(self) -> u32 {
        self.index
    }

    /// The name without its prefix.
    #[must_use]
    pub fn name(self) -> &'a str {
        let element = self.element();
        self.document.slice(element.local(), element.local_length())
    }

    /// The prefix of the name; empty without one.
    #[must_use]
    pub fn prefix(self) -> &'a str {
        let element = self.element();
        self.document.slice(element.name, element.prefix_length())
    }

    /// The namespace of the name; empty without one.
    #[must_use]
    pub fn namespace(self) -> &'a str {
        self.document.tree.namespace(self.element().namespace)
    }

    /// The text between its tags, entities and characters resolved; without that of its children, and without what is
    /// only white space after one of them.
    #[must_use]
    pub fn text(self) -> Cow<'a, str> {
        let element = self.element();
        let first = self.document.slice(element.text, element.text_length);
        if element.more == 0 {
            return Cow::Borrowed(first);
        }
        let mut text = first.to_owned();
        for piece in self.document.tree.pieces(element.more) {
            match piece {
                Piece::Source(at, length) | Piece::Section(at, length) => {
                    text.push_str(self.document.slice(at, length))
                }
                Piece::Char(c) => text.push(c),
            }
        }
        Cow::Owned(text)
    }

    /// Whether its name is in a namespace.
    pub(crate) fn has_namespace(self) -> bool {
        self.element().namespace != 0
    }

    /// Whether its own text is nothing but white space outside CDATA sections.
    pub(crate) fn is_blank(self) -> bool {
        let element = self.element();
        chars::is_blank(self.document.slice(element.text, element.text_length))
            && self.document.tree.pieces(element.more).all(|piece| match piece {
                Piece::Source(at, length) => chars::is_blank(self.document.slice(at, length)),
                Piece::Section(..) => false,
                Piece::Char(c) => u8::try_from(c).is_ok_and(chars::is_space),
            })
    }

    /// The elements inside, in their order.
    #[must_use]
    pub fn children(self) -> Children<'a> {
        Children {
            document: self.document,
            next: self.index.saturating_add(1),
            end: self.element().end,
        }
    }

    /// Whether there are elements inside.
    #[must_use]
    pub fn has_children(self) -> bool {
        self.index.saturating_add(1) < self.element().end
    }

    /// The first child of a name, in any namespace.
    #[must_use]
    pub fn child(self, name: &str) -> Option<Self> {
        self.children().find(|child| child.name() == name)
    }

    /// The children of a name, in any namespace.
    pub fn all(self, name: &str) -> impl Iterator<Item = Self> {
        self.children().filter(move |child| child.name() == name)
    }

    /// The element around it.
    #[must_use]
    pub fn parent(self) -> Option<Self> {
        (self.index > 0).then(|| Self::new(self.document, self.element().parent))
    }

    /// The value of an attribute without prefix.
    #[must_use]
    pub fn attribute(self, name: &str) -> Option<Cow<'a, str>> {
        self.attributes()
            .find(|attribute| attribute.prefix.is_empty() && attribute.name == name)
            .map(Attribute::value)
    }

    /// The attributes, without those that declare namespaces.
    pub fn attributes(self) -> impl Iterator<Item = Attribute<'a>> {
        let document = self.document;
        document
            .tree
            .attributes(self.index)
            .iter()
            .map(move |raw| Attribute::new(document, raw))
    }

    /// The line of its start tag, from 1.
    #[must_use]
    pub fn line(self) -> u32 {
        self.document.line(self.element().name)
    }

    /// From the root: `/FatturaElettronica/FatturaElettronicaBody[1]/DatiGenerali`. An element that may be repeated has
    /// its number among those of its name, also when there is only one.
    #[must_use]
    pub fn path(self) -> String {
        let mut steps = Vec::new();
        let mut node = self;
        while let Some(parent) = node.parent() {
            steps.push((node, Some(parent)));
            node = parent;
        }
        steps.push((node, None));
        let mut path = String::new();
        for (node, parent) in steps.iter().rev() {
            path.push('/');
            path.push_str(node.name());
            if let Some(number) = parent.and_then(|parent| node.number(parent)) {
                path.push_str(&format!("[{number}]"));
            }
        }
        path
    }

    /// Its number, from 1, among the children of its name.
    fn number(self, parent: Self) -> Option<usize> {
        let name = self.name();
        let number = parent
            .all(name)
            .take_while(|child| *child != self)
            .count()
            .saturating_add(1);
        let root = self.document.root().name();
        let is_list = || crate::schema::is_list(root, name) || parent.all(name).nth(1).is_some();
        (number > 1 || is_list()).then_some(number)
    }

    /// The element as written, tags included, in the decoded source.
    #[must_use]
    pub fn source(self) -> &'a str {
        let element = self.element();
        let begin = element.name.saturating_sub(1);
        self.document.slice(begin, element.close.saturating_sub(begin))
    }
}

#[cfg(test)]
impl<'a> Node<'a> {
    /// The decoded source of its document.
    pub(crate) fn document_source(self) -> &'a str {
        self.document.source()
    }
}

/// The children of an element.
#[derive(Debug, Clone)]
pub struct Children<'a> {
    document: &'a Document<'a>,
    next: u32,
    end: u32,
}

impl<'a> Iterator for Children<'a> {
    type Item = Node<'a>;

    fn next(&mut self) -> Option<Node<'a>> {
        if self.next >= self.end {
            return None;
        }
        let node = Node::new(self.document, self.next);
        self.next = node.element().end;
        Some(node)
    }
}

/// An attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attribute<'a> {
    prefix: &'a str,
    name: &'a str,
    namespace: &'a str,
    raw: &'a str,
}

impl<'a> Attribute<'a> {
    fn new(document: &'a Document<'a>, raw: &RawAttribute) -> Self {
        let (prefix, name) = tree::split(document.slice(raw.name, raw.name_length));
        Self {
            prefix,
            name,
            namespace: document.tree.namespace(raw.namespace),
            raw: document.slice(raw.value, raw.value_length),
        }
    }

    /// The name without its prefix.
    #[must_use]
    pub const fn name(self) -> &'a str {
        self.name
    }

    /// The namespace of the name; empty without prefix.
    #[must_use]
    pub const fn namespace(self) -> &'a str {
        self.namespace
    }

    /// The value, entities and characters resolved.
    #[must_use]
    pub fn value(self) -> Cow<'a, str> {
        attributes::value(self.raw)
    }
}
