//! The flat tree of a document.

/// The namespace of the prefix `xml`.
pub(super) const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// An element; the places are bytes of the source. The elements inside follow it, up to `end`.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Where the name begins, after `<`.
    pub(super) name: u32,
    pub(super) name_length: u16,
    /// Length of the prefix and its colon.
    pub(super) prefix: u16,
    /// Which of [`Tree::namespaces`].
    pub(super) namespace: u32,
    pub(super) parent: u32,
    /// The element after the last one inside.
    pub(super) end: u32,
    /// Where the end tag ends.
    pub(super) close: u32,
    /// The first piece of its text.
    pub(super) text: u32,
    pub(super) text_length: u32,
    /// The second piece, from 1; 0 for none.
    pub(super) more: u32,
    /// The first of its attributes; they end where those of the next element begin.
    pub(super) attributes: u32,
}

impl Element {
    pub(super) fn local(&self) -> u32 {
        self.name.saturating_add(u32::from(self.prefix))
    }

    pub(super) fn local_length(&self) -> u32 {
        u32::from(self.name_length.saturating_sub(self.prefix))
    }

    pub(super) fn prefix_length(&self) -> u32 {
        u32::from(self.prefix.saturating_sub(1))
    }
}

/// A further piece of the text of an element.
#[derive(Debug, Clone, Copy)]
pub(super) enum Piece {
    /// Place and length in the source.
    Source(u32, u32),
    /// Place and length of the inside of a CDATA section.
    Section(u32, u32),
    /// What a reference stands for.
    Char(char),
}

#[derive(Debug)]
pub(super) struct RawAttribute {
    pub(super) name: u32,
    pub(super) name_length: u32,
    pub(super) namespace: u32,
    pub(super) value: u32,
    pub(super) value_length: u32,
}

/// The elements of a document in the order of their start tags.
#[derive(Debug)]
pub(super) struct Tree {
    pub(super) elements: Vec<Element>,
    pub(super) attributes: Vec<RawAttribute>,
    /// Each with the number, from 1, of the next of its element.
    pub(super) pieces: Vec<(Piece, u32)>,
    /// The first is none.
    pub(super) namespaces: Vec<String>,
}

/// Of a tree without elements, which no document has.
static NOTHING: Element = Element {
    name: 0,
    name_length: 0,
    prefix: 0,
    namespace: 0,
    parent: 0,
    end: 0,
    close: 0,
    text: 0,
    text_length: 0,
    more: 0,
    attributes: 0,
};

impl Tree {
    /// A tree with room for a number of elements.
    pub(super) fn new(elements: usize) -> Self {
        Self {
            elements: Vec::with_capacity(elements),
            attributes: Vec::new(),
            pieces: Vec::new(),
            namespaces: vec![String::new(), XML.to_owned()],
        }
    }

    pub(super) fn element(&self, index: u32) -> &Element {
        self.elements.get(place(index)).unwrap_or(&NOTHING)
    }

    pub(super) fn namespace(&self, index: u32) -> &str {
        self.namespaces.get(place(index)).map_or("", String::as_str)
    }

    pub(super) fn attributes(&self, index: u32) -> &[RawAttribute] {
        let first = place(self.element(index).attributes);
        let next = self.elements.get(place(index.saturating_add(1)));
        let end = next.map_or(self.attributes.len(), |next| place(next.attributes));
        self.attributes.get(first..end).unwrap_or(&[])
    }

    pub(super) fn pieces(&self, first: u32) -> impl Iterator<Item = Piece> {
        let get = |number: u32| self.pieces.get(place(number.checked_sub(1)?));
        std::iter::successors(get(first), move |(_, next)| get(*next)).map(|(piece, _)| *piece)
    }
}

/// A place in the source; a source never has 4 GB.
pub(super) fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

pub(super) fn place(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

pub(super) fn slice(source: &str, at: u32, length: u32) -> &str {
    let at = place(at);
    source.get(at..at.saturating_add(place(length))).unwrap_or("")
}

/// Prefix and local name.
pub(super) fn split(name: &str) -> (&str, &str) {
    name.split_once(':').unwrap_or(("", name))
}
