//! From the model to inked pages: blocks become strips, strips are put on pages.
//!
//! A strip is a band as wide as the text area that is never broken; everything on the paper stands in one, so two
//! things can only overlap inside one strip. Lengths count from the top left corner.

mod blocks;
mod columns;
mod head;
mod lines;
mod pages;
mod table;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use crate::{Align, Block, Design, Doc, Image, Orientation, PdfError, Rgb, Um, font::Face, mm};

/// Left and right margin.
pub(crate) const SIDE: Um = mm(20);
/// Between columns that stand beside each other.
pub(crate) const GUTTER: Um = mm(5);

/// How far a coloured ground reaches beyond its text.
pub(crate) const OVERHANG: Um = mm(3);

/// Something drawn; `x` and `y` are its top left corner, for text the start of its baseline.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub(crate) x: Um,
    pub(crate) y: Um,
    pub(crate) ink: Ink,
}

/// What is drawn.
#[derive(Debug, Clone)]
pub(crate) enum Ink {
    Text {
        text: String,
        style: Style,
    },
    Fill {
        width: Um,
        height: Um,
        colour: Rgb,
    },
    Picture {
        index: usize,
        width: Um,
        height: Um,
    },
    /// Dark runs of a QR code: row, first and length, in modules of `side / modules`.
    Modules {
        side: Um,
        modules: Um,
        runs: Rc<[(Um, Um, Um)]>,
        colour: Rgb,
    },
}

/// A way to set text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    pub(crate) face: Face,
    pub(crate) size: Um,
    pub(crate) colour: Rgb,
    /// Height of a line.
    pub(crate) leading: Um,
}

/// A band that is never broken.
#[derive(Debug, Default)]
pub(crate) struct Strip {
    pub(crate) height: Um,
    pub(crate) items: Vec<Item>,
    /// Stays on the page of the next strip.
    pub(crate) with_next: bool,
    pub(crate) kind: Kind,
}

/// What the page breaker needs to know of a strip.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Kind {
    #[default]
    Content,
    /// Empty height that vanishes at the top of a page.
    Blank,
    /// The next strip starts a page.
    Break,
    /// Part of a table: when a page starts here, the header comes again, and the totals after `rows_done` rows.
    /// `inside` a row that is itself broken.
    Row {
        table: usize,
        rows_done: usize,
        inside: bool,
    },
}

/// A page, ready to be written.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) items: Vec<Item>,
}

/// A whole document, ready to be written.
#[derive(Debug)]
pub(crate) struct Laid {
    pub(crate) width: Um,
    pub(crate) height: Um,
    pub(crate) pages: Vec<Page>,
    pub(crate) images: Vec<Image>,
}

/// What all parts of a layout share.
pub(crate) struct Ctx<'d> {
    pub(crate) doc: &'d Doc,
    /// Width of the text area.
    pub(crate) width: Um,
    /// Height of the text area of a page that is not the first.
    pub(crate) body: Um,
    pub(crate) images: Vec<Image>,
    pub(crate) tables: Vec<table::Frame>,
}

impl Ctx<'_> {
    fn style(&self, face: Face, percent: i64, colour: Rgb) -> Style {
        let size = self.doc.theme.size(percent);
        Style {
            face,
            size,
            colour,
            leading: size * 145 / 100,
        }
    }

    /// Running text.
    pub(crate) fn plain(&self) -> Style {
        self.style(Face::Regular, 100, self.doc.theme.ink)
    }

    /// Names, subtotals.
    pub(crate) fn strong(&self) -> Style {
        self.style(Face::SemiBold, 100, self.doc.theme.ink)
    }

    /// Labels and everything secondary.
    pub(crate) fn small(&self) -> Style {
        self.style(Face::Regular, 83, self.doc.theme.muted)
    }

    /// A title.
    pub(crate) fn title(&self, percent: i64) -> Style {
        let style = self.style(Face::SemiBold, percent, self.doc.theme.ink);
        Style {
            leading: style.size * 125 / 100,
            ..style
        }
    }

    /// The title of a part.
    pub(crate) fn heading(&self) -> Style {
        match self.doc.theme.design {
            Design::Classic => self.title(122),
            Design::Modern => self.title(122).coloured(self.doc.theme.accent_text()),
            Design::Plain => self.strong(),
        }
    }

    /// The number of a picture among the document's resources.
    pub(crate) fn image(&mut self, image: &Image) -> usize {
        if let Some(known) = self.images.iter().position(|other| other.is_same(image)) {
            return known;
        }
        self.images.push(image.clone());
        self.images.len() - 1
    }
}

impl Style {
    /// The same in another colour.
    pub(crate) const fn coloured(self, colour: Rgb) -> Self {
        Self { colour, ..self }
    }

    /// The same, smaller or larger.
    pub(crate) const fn scaled(self, percent: i64) -> Self {
        Self {
            size: self.size * percent / 100,
            leading: self.leading * percent / 100,
            ..self
        }
    }
}

impl Strip {
    /// Empty height that vanishes at the top of a page.
    pub(crate) fn blank(height: Um, with_next: bool) -> Self {
        Self {
            height,
            items: Vec::new(),
            with_next,
            kind: Kind::Blank,
        }
    }

    /// Empty height that stays where it is.
    pub(crate) const fn empty(height: Um) -> Self {
        Self {
            height,
            items: Vec::new(),
            with_next: false,
            kind: Kind::Content,
        }
    }

    /// A horizontal line of `weight`, `height` high in all, at its top.
    pub(crate) fn rule(width: Um, weight: Um, colour: Rgb, height: Um) -> Self {
        let line = Item {
            x: 0,
            y: 0,
            ink: Ink::Fill {
                width,
                height: weight,
                colour,
            },
        };
        Self {
            height,
            items: vec![line],
            ..Self::default()
        }
    }

    /// The same strip on a coloured ground, a little wider at both sides.
    pub(crate) fn on_ground(mut self, width: Um, colour: Rgb) -> Self {
        let ground = Ink::Fill {
            width: width + 2 * OVERHANG,
            height: self.height,
            colour,
        };
        let item = Item {
            x: -OVERHANG,
            y: 0,
            ink: ground,
        };
        self.items.insert(0, item);
        self
    }

    /// The same strip, moved.
    pub(crate) fn shifted(mut self, x: Um, y: Um) -> Self {
        for item in &mut self.items {
            item.x += x;
            item.y += y;
        }
        self
    }
}

/// Strips one under the other as one strip.
pub(crate) fn fuse(strips: Vec<Strip>) -> Strip {
    let mut whole = Strip::default();
    for strip in strips {
        let height = strip.height;
        whole.items.extend(strip.shifted(0, whole.height).items);
        whole.height += height;
    }
    whole
}

/// Keeps strips on one page, when they fit on one.
pub(crate) fn together(strips: &mut [Strip]) {
    if let Some((_last, others)) = strips.split_last_mut() {
        for strip in others {
            strip.with_next = true;
        }
    }
}

/// Where something `inner` wide starts in `outer`.
pub(crate) const fn offset(align: Align, outer: Um, inner: Um) -> Um {
    match align {
        Align::Left => 0,
        Align::Center => (outer - inner) / 2,
        Align::Right => outer - inner,
    }
}

/// Lays out a whole document.
///
/// # Errors
/// [`PdfError::NoRoom`], and those of the blocks: a row too wide, a carried total too large, a QR code too long.
pub(crate) fn lay_out(doc: &Doc) -> Result<Laid, PdfError> {
    let (width, height) = match doc.orientation {
        Orientation::Portrait => (mm(210), mm(297)),
        Orientation::Landscape => (mm(297), mm(210)),
    };
    let mut ctx = Ctx {
        doc,
        width: width - 2 * SIDE,
        body: 0,
        images: Vec::new(),
        tables: Vec::new(),
    };
    let frame = head::frame(&ctx, height);
    ctx.body = frame.bottom - frame.top;
    if ctx.body < height / 2 {
        return Err(PdfError::NoRoom);
    }
    let mut strips = head::letterhead(&mut ctx, frame.first_top);
    strips.extend(blocks::flow(&mut ctx, &doc.blocks)?);
    let mut pages = pages::paginate(&ctx, strips, &frame);
    head::dress(&ctx, &frame, &mut pages);
    Ok(Laid {
        width,
        height,
        pages,
        images: ctx.images,
    })
}

impl Block {
    /// Height left empty between this block and the next.
    fn gap(&self, next: &Self) -> Um {
        match (self, next) {
            (Self::Space(_) | Self::PageBreak, _) | (_, Self::Space(_) | Self::PageBreak) => 0,
            (Self::Heading(_), _) => mm(2),
            (_, Self::Heading(_)) => mm(8),
            (Self::Paragraph(_) | Self::Small(_), Self::Paragraph(_) | Self::Small(_)) => mm(2),
            _ => mm(6),
        }
    }
}
