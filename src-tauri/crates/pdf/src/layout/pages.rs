//! Where pages end.

use super::{Ctx, Kind, Page, SIDE, Strip, head::Frame, table::Carry};
use crate::Um;

/// A page being filled.
struct Filler<'c, 'd> {
    ctx: &'c Ctx<'d>,
    frame: &'c Frame,
    pages: Vec<Page>,
    page: Page,
    y: Um,
    /// Whether the page holds more than what a break repeats.
    used: bool,
    /// The next strip starts a page.
    due: bool,
}

/// Puts strips on pages. A chain of strips that stay together is moved whole when it fits on an empty page.
pub(super) fn paginate(ctx: &Ctx<'_>, strips: Vec<Strip>, frame: &Frame) -> Vec<Page> {
    let mut filler = Filler {
        ctx,
        frame,
        pages: Vec::new(),
        page: Page::default(),
        y: frame.first_top,
        used: false,
        due: false,
    };
    let chains = chains(&strips);
    let mut strips = strips.into_iter().peekable();
    let mut whole_until = 0;
    for (index, chain) in chains.into_iter().enumerate() {
        let Some(strip) = strips.next() else { break };
        if strip.kind == Kind::Blank && index >= whole_until {
            filler.due |= filler.y + strip.height > frame.bottom;
        } else if index >= whole_until {
            let whole = chain.height + filler.carried_height(chain.next);
            if filler.fits(whole) || whole <= filler.room_when_empty(strip.kind) {
                filler.make_room(strip.kind, whole);
                whole_until = chain.end;
            } else {
                let next = strips.peek().map(|next| next.kind);
                filler.make_room(strip.kind, strip.height + filler.carried_height(next));
            }
        }
        filler.put(strip);
    }
    filler.pages.push(filler.page);
    filler.pages
}

/// What stays together from a strip on.
struct Chain {
    height: Um,
    /// One past its last strip.
    end: usize,
    /// What follows it.
    next: Option<Kind>,
}

/// For every strip, the chain that starts with it.
fn chains(strips: &[Strip]) -> Vec<Chain> {
    let mut chains: Vec<Chain> = Vec::new();
    for (index, strip) in strips.iter().enumerate().rev() {
        let next = strips.get(index + 1).map(|next| next.kind);
        // A page break that was asked for comes before what should stay together.
        let bound = strip.with_next && strip.kind != Kind::Break && next != Some(Kind::Break);
        let chain = match chains.last() {
            Some(after) if bound => Chain {
                height: strip.height + after.height,
                end: after.end,
                next: after.next,
            },
            _ => Chain {
                height: strip.height,
                end: index + 1,
                next,
            },
        };
        chains.push(chain);
    }
    chains.reverse();
    chains
}

impl Filler<'_, '_> {
    /// Height to keep free above a strip for the total that is carried when the page ends before it.
    fn carried_height(&self, next: Option<Kind>) -> Um {
        let Some(Kind::Row { table, rows_done, .. }) = next else {
            return 0;
        };
        self.carry(table, rows_done, Carry::Forward)
            .map_or(0, |strip| strip.height)
    }

    fn carry(&self, table: usize, rows_done: usize, side: Carry) -> Option<Strip> {
        self.ctx.tables.get(table)?.carry(self.ctx, rows_done, side)
    }

    /// What comes again at the top of a page that starts with this kind of strip.
    fn repeated(&self, kind: Kind) -> Vec<Strip> {
        let Kind::Row {
            table,
            rows_done,
            inside,
        } = kind
        else {
            return Vec::new();
        };
        let Some(frame) = self.ctx.tables.get(table) else {
            return Vec::new();
        };
        let carried = frame.carry(self.ctx, rows_done, Carry::Brought);
        let padding = inside.then(|| frame.padding());
        std::iter::once(frame.header())
            .chain(carried)
            .chain(padding)
            .collect()
    }

    fn room_when_empty(&self, kind: Kind) -> Um {
        self.ctx.body - self.repeated(kind).iter().map(|strip| strip.height).sum::<Um>()
    }

    fn fits(&self, height: Um) -> bool {
        !self.due && self.y + height <= self.frame.bottom
    }

    /// Starts a page when `height` does not fit on this one.
    fn make_room(&mut self, kind: Kind, height: Um) {
        if self.used && !self.fits(height) {
            self.turn(kind);
        }
        self.due = false;
    }

    /// Ends the page and starts the next, with what a table repeats.
    fn turn(&mut self, kind: Kind) {
        if let Kind::Row { table, rows_done, .. } = kind
            && let Some(strip) = self.carry(table, rows_done, Carry::Forward)
        {
            self.put(strip);
        }
        self.pages.push(std::mem::take(&mut self.page));
        self.y = self.frame.top;
        self.used = false;
        for strip in self.repeated(kind) {
            self.put(strip);
        }
        self.used = false;
    }

    fn put(&mut self, strip: Strip) {
        match strip.kind {
            Kind::Break => self.due = self.used,
            Kind::Blank if self.due || !self.used => {}
            Kind::Blank => self.y += strip.height,
            Kind::Content | Kind::Row { .. } => {
                let height = strip.height;
                self.page.items.extend(strip.shifted(SIDE, self.y).items);
                self.y += height;
                self.used = true;
            }
        }
    }
}
