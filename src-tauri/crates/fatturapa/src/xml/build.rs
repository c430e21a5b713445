//! One pass of quick-xml into a flat tree.

use std::io::BufRead;

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use super::{
    Flaw, Limits, XmlError, attributes, chars,
    error::Stop,
    plain::Plain,
    tree::{Element, Piece, Tree, offset, place, slice},
};

/// Reads the decoded source.
pub(super) fn tree(source: &str, limits: &Limits) -> Result<Tree, XmlError> {
    let mut builder = Builder::new(source, limits);
    builder.run().map_err(|stop| builder.error(stop))?;
    Ok(builder.tree)
}

/// An element that is open.
pub(super) struct Open {
    element: usize,
    /// How many prefixes were bound around it.
    pub(super) bindings: usize,
    /// The namespace of names without prefix around it.
    default: u32,
    /// The last further piece of its text, from 1; 0 for none.
    last: u32,
    /// Bytes of its text.
    length: usize,
}

pub(super) struct Builder<'a> {
    pub(super) source: &'a str,
    pub(super) limits: &'a Limits,
    reader: Reader<&'a [u8]>,
    pub(super) tree: Tree,
    pub(super) open: Vec<Open>,
    /// Prefix and namespace, innermost last.
    pub(super) bindings: Vec<(&'a str, u32)>,
    /// The namespace of names without prefix.
    pub(super) default: u32,
    /// Whether `]]>`, which no text may have, stands somewhere: the end of a CDATA section, or a flaw.
    has_end_marks: bool,
}

impl<'a> Builder<'a> {
    fn new(source: &'a str, limits: &'a Limits) -> Self {
        let mut reader = Reader::from_str(source);
        let config = reader.config_mut();
        config.check_comments = true;
        // Whether tags match is seen here: the reader does not see all of them.
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
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
            has_end_marks: memchr::memmem::find(source.as_bytes(), b"]]>").is_some(),
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
        // Whether the reader stands where its last event ends: after a text it has gone on to the tag.
        let mut is_after_tag = false;
        for _ in 0..most {
            if is_after_tag {
                self.space()?;
                if self.plain()? {
                    continue;
                }
            }
            is_after_tag = true;
            // Matched as it is returned: an event that is moved costs as much as one that is read.
            match self.reader.read_event() {
                Ok(Event::Start(tag)) => self.start(&tag, false)?,
                Ok(Event::Empty(tag)) => {
                    self.start(&tag, true)?;
                    self.leave();
                }
                Ok(Event::End(tag)) => self.end(tag.name().0.as_bytes())?,
                Ok(Event::Text(text)) => {
                    is_after_tag = false;
                    self.text(&text)?;
                }
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

    /// Reads white space up to a tag.
    fn space(&mut self) -> Result<(), Stop> {
        let at = self.position();
        let rest = self.source.get(at..).unwrap_or("");
        let length = rest.bytes().take_while(|byte| chars::is_space(*byte)).count();
        let (space, rest) = rest.split_at_checked(length).unwrap_or(("", rest));
        if length == 0 || !rest.starts_with('<') {
            return Ok(());
        }
        self.reader.stream().consume(length);
        self.text(space)
    }

    /// Reads a plain tag, as almost all are: it is known sooner than its event is made. Whatever is written otherwise, or
    /// beyond the limits, is left to the reader.
    fn plain(&mut self) -> Result<bool, Stop> {
        let at = self.position();
        let is_inside = (1..self.limits.depth).contains(&self.open.len());
        let bytes = self.source.as_bytes().get(at..).filter(|_| is_inside);
        let Some(plain) = bytes.and_then(Plain::at) else {
            return Ok(false);
        };
        if let Plain::Leaf { text, .. } = plain
            && (text.len() > self.limits.text || self.has_end_mark(text))
        {
            return Ok(false);
        }
        self.reader.stream().consume(plain.len());
        match plain {
            Plain::End { name } => self.end(name)?,
            Plain::Start { name } => {
                let element = self.plain_element(at, name)?;
                self.enter();
                self.tree.elements.push(element);
            }
            Plain::Leaf { name, text } => {
                let mut element = self.plain_element(at, name)?;
                element.end = offset(self.tree.elements.len().saturating_add(1));
                element.close = offset(self.position());
                element.text = element.name.saturating_add(offset(name.len())).saturating_add(1);
                element.text_length = offset(text.len());
                self.tree.elements.push(element);
            }
        }
        Ok(true)
    }

    fn has_end_mark(&self, text: &[u8]) -> bool {
        self.has_end_marks && memchr::memmem::find(text, b"]]>").is_some()
    }

    /// An element inside of the innermost one, its tag at a place.
    fn plain_element(&self, at: usize, name: &[u8]) -> Result<Element, Stop> {
        Ok(Element {
            name: offset(at.saturating_add(1)),
            name_length: short(name.len())?,
            namespace: self.default,
            parent: offset(self.open.last().map_or(0, |open| open.element)),
            attributes: offset(self.tree.attributes.len()),
            ..Element::default()
        })
    }

    /// The element that comes next is open.
    fn enter(&mut self) {
        self.open.push(Open {
            element: self.tree.elements.len(),
            bindings: self.bindings.len(),
            default: self.default,
            last: 0,
            length: 0,
        });
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
        self.enter();
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
            attributes: offset(first_attribute),
            ..Element::default()
        };
        self.tree.elements.push(element);
        Ok(())
    }

    /// Reads an end tag.
    fn end(&mut self, name: &[u8]) -> Result<(), Stop> {
        let open = self
            .open
            .last()
            .and_then(|open| self.tree.elements.get(open.element));
        let own = open.map(|element| slice(self.source, element.name, element.name_length.into()));
        if own.map(str::as_bytes) != Some(name) {
            return Err(Flaw::Mismatch.into());
        }
        self.leave();
        Ok(())
    }

    fn leave(&mut self) {
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
        let has_mark = self.has_end_mark(text.as_bytes());
        let Some(open) = self.open.last_mut() else {
            return if chars::is_blank(text) {
                Ok(())
            } else {
                Err(Flaw::Outside.into())
            };
        };
        if has_mark {
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
