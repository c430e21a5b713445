//! One pass of quick-xml into a flat tree.

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use super::{
    Flaw, Limits, XmlError,
    attributes::{self, RawAttributes},
    chars,
    error::Stop,
    tree::{Element, Piece, RawAttribute, Tree, XML, offset, place, slice, split},
};

/// Reads the decoded source.
pub(super) fn tree(source: &str, limits: &Limits) -> Result<Tree, XmlError> {
    let mut builder = Builder::new(source, limits);
    builder.run().map_err(|stop| builder.error(stop))?;
    Ok(builder.tree)
}

/// An element that is open.
struct Open {
    element: usize,
    /// How many prefixes were bound around it.
    bindings: usize,
    /// The namespace of names without prefix around it.
    default: u32,
    /// The last further piece of its text, from 1; 0 for none.
    last: u32,
    /// Bytes of its text.
    length: usize,
}

struct Builder<'a> {
    source: &'a str,
    limits: &'a Limits,
    reader: Reader<&'a [u8]>,
    tree: Tree,
    open: Vec<Open>,
    /// Prefix and namespace, innermost last.
    bindings: Vec<(&'a str, u32)>,
    /// The namespace of names without prefix.
    default: u32,
    /// Whether `]]>` stands somewhere.
    has_brackets: bool,
}

const XMLNS: &str = "http://www.w3.org/2000/xmlns/";

impl<'a> Builder<'a> {
    fn new(source: &'a str, limits: &'a Limits) -> Self {
        let mut reader = Reader::from_str(source);
        reader.config_mut().check_comments = true;
        // A FatturaPA has one element for every 20 to 40 bytes; attachments are many bytes and no elements.
        let guess = source.len().div_euclid(24).min(512);
        Self {
            source,
            limits,
            reader,
            tree: Tree::new(guess),
            open: Vec::with_capacity(16),
            bindings: vec![("xml", 1)],
            default: 0,
            has_brackets: source.contains(']') && source.contains("]]>"),
        }
    }

    fn error(&self, stop: Stop) -> XmlError {
        let at = self.reader.buffer_position().max(self.reader.error_position());
        let before = usize::try_from(at)
            .ok()
            .and_then(|at| self.source.as_bytes().get(..at));
        let before = before.unwrap_or(self.source.as_bytes());
        let line = offset(before.iter().filter(|byte| **byte == b'\n').count()).saturating_add(1);
        stop.at(line)
    }

    fn run(&mut self) -> Result<(), Stop> {
        if !chars::are_chars(self.source) {
            return Err(Flaw::Character.into());
        }
        if self.source.starts_with('\u{feff}') {
            return Err(Flaw::Outside.into());
        }
        let most = self.limits.events.max(self.source.len().div_euclid(8));
        for _ in 0..most {
            // Matched as it is returned: an event that is moved costs as much as one that is read.
            match self.reader.read_event() {
                Ok(Event::Start(tag)) => self.start(&tag, false)?,
                Ok(Event::Empty(tag)) => {
                    self.start(&tag, true)?;
                    self.end();
                }
                Ok(Event::End(_)) => self.end(),
                Ok(Event::Text(text)) => self.text(&text)?,
                Ok(Event::CData(text)) => {
                    let at = self.position().saturating_sub(text.len().saturating_add(3));
                    self.piece(Piece::Section(offset(at), offset(text.len())), text.len())?;
                }
                Ok(Event::GeneralRef(name)) => self.reference(&name)?,
                Ok(Event::Decl(declaration)) => self.declaration(&declaration)?,
                Ok(Event::PI(instruction)) => {
                    let target = instruction.target();
                    if !chars::is_plain_name(target) || target.eq_ignore_ascii_case("xml") {
                        return Err(Flaw::Markup.into());
                    }
                }
                Ok(Event::Comment(_)) => {}
                Ok(Event::DocType(_)) => return Err(Stop::Dtd),
                Ok(Event::Eof) => return self.finish(),
                Err(error) => return Err(Flaw::of(&error).into()),
            }
        }
        Err(Stop::Many)
    }

    fn finish(&self) -> Result<(), Stop> {
        match (self.open.is_empty(), self.tree.elements.is_empty()) {
            (true, false) => Ok(()),
            (true, true) => Err(Flaw::NoElement.into()),
            (false, _) => Err(Flaw::Cut.into()),
        }
    }

    /// Where the event just read ends.
    fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    fn declaration(&mut self, declaration: &str) -> Result<(), Stop> {
        let begin = self
            .position()
            .saturating_sub(declaration.len().saturating_add(4));
        if !self.tree.elements.is_empty() || !chars::is_blank(self.source.get(..begin).unwrap_or("-")) {
            return Err(Flaw::Declaration.into());
        }
        let content = declaration.strip_prefix("xml").unwrap_or(declaration);
        attributes::check_declaration(content)?;
        Ok(())
    }

    fn start(&mut self, tag: &BytesStart<'_>, is_empty: bool) -> Result<(), Stop> {
        let index = self.tree.elements.len();
        let parent = match self.open.last() {
            Some(open) => open.element,
            None if index == 0 => 0,
            None => return Err(Flaw::Outside.into()),
        };
        if self.open.len() >= self.limits.depth {
            return Err(Stop::Deep);
        }
        let end = self.position();
        let closing = if is_empty { 2_usize } else { 1 };
        let begin = end.saturating_sub(closing.saturating_add(tag.len()));
        let qualified = tag.name().0;
        let prefix_length = chars::prefix_length(qualified).ok_or(Flaw::Name)?;
        self.open.push(Open {
            element: index,
            bindings: self.bindings.len(),
            default: self.default,
            last: 0,
            length: 0,
        });
        let first_attribute = self.tree.attributes.len();
        if tag.len() > qualified.len() {
            self.attributes(begin.saturating_add(qualified.len()), end.saturating_sub(closing))?;
        }
        let element = Element {
            name: offset(begin),
            name_length: short(qualified.len())?,
            prefix: short(prefix_length)?,
            namespace: self.resolve(qualified.get(..prefix_length.saturating_sub(1)).unwrap_or(""))?,
            parent: offset(parent),
            end: 0,
            close: 0,
            text: 0,
            text_length: 0,
            more: 0,
            attributes: offset(first_attribute),
        };
        self.tree.elements.push(element);
        Ok(())
    }

    fn resolve(&self, prefix: &str) -> Result<u32, Flaw> {
        if prefix.is_empty() {
            return Ok(self.default);
        }
        let found = self.bindings.iter().rev().find(|(bound, _)| *bound == prefix);
        found.map(|(_, namespace)| *namespace).ok_or(Flaw::Namespace)
    }

    /// Reads the inside of a start tag after its name: namespaces first, since they hold for the tag itself.
    fn attributes(&mut self, begin: usize, end: usize) -> Result<(), Stop> {
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

    fn end(&mut self) {
        let close = offset(self.position());
        let next = offset(self.tree.elements.len());
        let Some(open) = self.open.pop() else { return };
        self.bindings.truncate(open.bindings);
        self.default = open.default;
        if let Some(element) = self.tree.elements.get_mut(open.element) {
            element.end = next;
            element.close = close;
        }
    }

    fn text(&mut self, text: &str) -> Result<(), Stop> {
        let Some(open) = self.open.last_mut() else {
            return if chars::is_blank(text) {
                Ok(())
            } else {
                Err(Flaw::Outside.into())
            };
        };
        if self.has_brackets && text.contains("]]>") {
            return Err(Flaw::Markup.into());
        }
        let has_children = self.tree.elements.len() > open.element.saturating_add(1);
        // White space between the elements of a block says nothing.
        if has_children && chars::is_blank(text) {
            return Ok(());
        }
        let at = offset(
            usize::try_from(self.reader.buffer_position())
                .unwrap_or(usize::MAX)
                .saturating_sub(text.len()),
        );
        match self.tree.elements.get_mut(open.element) {
            Some(element) if open.length == 0 && element.more == 0 => {
                element.text = at;
                element.text_length = offset(text.len());
                open.length = text.len();
                if text.len() > self.limits.text {
                    self.grow(0)
                } else {
                    Ok(())
                }
            }
            _ => self.piece(Piece::Source(at, offset(text.len())), text.len()),
        }
    }

    fn reference(&mut self, name: &str) -> Result<(), Stop> {
        let c = chars::reference(name).ok_or(Flaw::Reference)?;
        self.piece(Piece::Char(c), c.len_utf8())
    }

    fn piece(&mut self, piece: Piece, length: usize) -> Result<(), Stop> {
        self.tree.pieces.push((piece, 0));
        let number = offset(self.tree.pieces.len());
        let Some(open) = self.open.last_mut() else {
            return Err(Flaw::Outside.into());
        };
        match open.last.checked_sub(1) {
            None => {
                if let Some(element) = self.tree.elements.get_mut(open.element) {
                    element.more = number;
                }
            }
            Some(last) => {
                if let Some((_, next)) = self.tree.pieces.get_mut(place(last)) {
                    *next = number;
                }
            }
        }
        open.last = number;
        self.grow(length)
    }

    fn grow(&mut self, length: usize) -> Result<(), Stop> {
        let Some(open) = self.open.last_mut() else {
            return Ok(());
        };
        open.length = open.length.saturating_add(length);
        if open.length <= self.limits.text {
            return Ok(());
        }
        let element = self.tree.elements.get(open.element);
        let name = element.map_or("", |element| {
            slice(self.source, element.local(), element.local_length())
        });
        if name == "Attachment" {
            Ok(())
        } else {
            Err(Stop::Long)
        }
    }
}

/// The length of a name.
fn short(length: usize) -> Result<u16, Stop> {
    u16::try_from(length).ok().ok_or(Stop::Long)
}
