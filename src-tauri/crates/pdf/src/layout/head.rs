//! What stands around the text: letterhead, running head, banner, foot.

use super::{
    Ctx, Ink, Item, Page, SIDE, Strip,
    blocks::HAIRLINE,
    fuse,
    lines::{TextColumn, bands, paragraph},
};
use crate::{Align, Design, Letterhead, Party, Um, font::Face, mm};

/// Paper left empty at the top of the first page, and above the running head of the others.
const TOP: Um = mm(14);
/// Paper left empty at the bottom.
const BOTTOM: Um = mm(10);
/// Where the window of a DL envelope starts on the sheet, measured from the top.
const WINDOW: Um = mm(48);
/// Width of the recipient in the window.
const RECIPIENT: Um = mm(80);
/// The largest logo.
const LOGO: (Um, Um) = (mm(62), mm(22));
/// Room for the page number.
const PAGE_NUMBER: Um = mm(34);

/// Where the text area of the pages starts and ends.
pub(super) struct Frame {
    pub(super) first_top: Um,
    pub(super) top: Um,
    pub(super) bottom: Um,
    foot_top: Um,
}

/// Measures banner, running head and foot.
pub(super) fn frame(ctx: &Ctx<'_>, height: Um) -> Frame {
    let banner = banner(ctx).height;
    let first_top = TOP.max(mm(6) + banner + mm(2));
    let top = first_top + running_head(ctx).height + mm(5);
    let foot_top = height - BOTTOM - foot(ctx, 999, 999).height;
    Frame {
        first_top,
        top,
        bottom: foot_top - mm(4),
        foot_top,
    }
}

/// Adds to every page what stands around the text.
pub(super) fn dress(ctx: &Ctx<'_>, frame: &Frame, pages: &mut [Page]) {
    let count = pages.len();
    for (index, page) in pages.iter_mut().enumerate() {
        let mut items: Vec<Item> = edge(ctx, index == 0).into_iter().collect();
        items.extend(banner(ctx).shifted(SIDE, mm(6)).items);
        if index > 0 {
            items.extend(running_head(ctx).shifted(SIDE, frame.first_top).items);
        }
        items.append(&mut page.items);
        items.extend(foot(ctx, index + 1, count).shifted(SIDE, frame.foot_top).items);
        page.items = items;
    }
}

/// The coloured edge of the paper.
fn edge(ctx: &Ctx<'_>, is_first: bool) -> Option<Item> {
    let ink = super::Ink::Fill {
        width: ctx.width + 2 * SIDE,
        height: if is_first { mm(4) } else { mm(2) },
        colour: ctx.doc.theme.accent,
    };
    let is_coloured = ctx.doc.theme.design == Design::Modern;
    is_coloured.then_some(Item { x: 0, y: 0, ink })
}

fn banner(ctx: &Ctx<'_>) -> Strip {
    let style = ctx.style(Face::SemiBold, 83, ctx.doc.theme.accent_text());
    let text = ctx.doc.banner.as_deref().unwrap_or_default();
    fuse(bands(vec![
        TextColumn::new(0, ctx.width, Align::Center).with(style, text),
    ]))
}

fn running_head(ctx: &Ctx<'_>) -> Strip {
    let half = ctx.width / 2 - mm(3);
    let title = TextColumn::new(0, half, Align::Left)
        .with(ctx.style(Face::SemiBold, 83, ctx.doc.theme.ink), &ctx.doc.title);
    let author = TextColumn::new(ctx.width - half, half, Align::Right).with(ctx.small(), &ctx.doc.author);
    let mut strips = bands(vec![title, author]);
    strips.push(Strip::empty(mm(1)));
    strips.push(Strip::rule(ctx.width, HAIRLINE, ctx.doc.theme.hairline, HAIRLINE));
    fuse(strips)
}

fn foot(ctx: &Ctx<'_>, page: usize, pages: usize) -> Strip {
    let mut lines = TextColumn::new(0, ctx.width - PAGE_NUMBER - mm(5), Align::Left);
    for line in &ctx.doc.footer {
        lines.push(ctx.small(), line);
    }
    let number = TextColumn::new(ctx.width - PAGE_NUMBER, PAGE_NUMBER, Align::Right)
        .with(ctx.small(), &ctx.doc.lingua.page_of(page, pages));
    let mut strips = vec![match ctx.doc.theme.design {
        Design::Classic | Design::Modern => Strip::rule(ctx.width, HAIRLINE, ctx.doc.theme.hairline, mm(2)),
        Design::Plain => Strip::empty(mm(2)),
    }];
    strips.extend(bands(vec![lines, number]));
    fuse(strips)
}

/// The head of the first page, as one strip when it is no taller than half a page.
pub(super) fn letterhead(ctx: &mut Ctx<'_>, top: Um) -> Vec<Strip> {
    let doc = ctx.doc;
    let Some(head) = &doc.letterhead else {
        return Vec::new();
    };
    let strip = side_by_side(ctx, head, top);
    if strip.height <= ctx.body * 2 / 3 {
        return vec![strip, Strip::blank(mm(8), false)];
    }
    let mut strips = vec![];
    strips.extend(paragraph(ctx.title(222), &head.kind, ctx.width));
    strips.extend(paragraph(ctx.plain(), &head.number, ctx.width));
    for party in std::iter::once(&head.sender).chain(&head.recipient) {
        strips.push(Strip::blank(mm(6), false));
        strips.extend(paragraph(ctx.strong(), &party.name, ctx.width));
        for line in &party.lines {
            strips.extend(paragraph(ctx.plain(), line, ctx.width));
        }
    }
    strips.push(Strip::blank(mm(8), false));
    strips
}

fn side_by_side(ctx: &mut Ctx<'_>, head: &Letterhead, top: Um) -> Strip {
    let right = ctx.width - RECIPIENT;
    let left_width = right - mm(8);
    let left = sender(ctx, head, left_width);
    let is_letter = ctx.doc.theme.design == Design::Plain;
    let title = if is_letter {
        Strip::default()
    } else {
        title(ctx, head, RECIPIENT)
    };
    let mut whole = Strip {
        height: left.height.max(title.height),
        items: left.items,
        ..Strip::default()
    };
    let title_height = title.height;
    whole.items.extend(title.shifted(right, 0).items);
    if let Some(recipient) = &head.recipient {
        let strip = address(ctx, &head.recipient_label, recipient);
        let y = (WINDOW - top).max(title_height + mm(4));
        whole.height = whole.height.max(y + strip.height);
        whole.items.extend(strip.shifted(right, y).items);
    }
    if is_letter {
        let title = self::title(ctx, head, ctx.width);
        whole.height += mm(12);
        let y = whole.height;
        whole.height += title.height;
        whole.items.extend(title.shifted(0, y).items);
    }
    whole
}

/// What the document is, and which one.
fn title(ctx: &Ctx<'_>, head: &Letterhead, width: Um) -> Strip {
    let kind = match ctx.doc.theme.design {
        Design::Classic => ctx.title(222),
        Design::Modern => ctx.title(244).coloured(ctx.doc.theme.accent_text()),
        Design::Plain => super::Style {
            face: Face::Regular,
            ..ctx.title(266)
        },
    };
    let number = ctx.plain().coloured(ctx.doc.theme.muted);
    let set = |style, text: &str| bands(vec![TextColumn::new(0, width, Align::Left).with(style, text)]);
    let mut strips = Vec::new();
    if ctx.doc.theme.design == Design::Plain {
        strips.push(Strip::rule(mm(12), mm(1), ctx.doc.theme.accent, mm(5)));
    }
    strips.extend(set(kind, &head.kind));
    strips.extend(set(number, &head.number));
    fuse(strips)
}

fn sender(ctx: &mut Ctx<'_>, head: &Letterhead, width: Um) -> Strip {
    let mut whole = Strip::default();
    if let Some(logo) = &head.logo {
        let (width, height) = logo.within(LOGO.0.min(width), LOGO.1);
        let ink = Ink::Picture {
            index: ctx.image(logo),
            width,
            height,
        };
        whole.items.push(Item { x: 0, y: 0, ink });
        whole.height = height + mm(4);
    }
    let name = if head.logo.is_some() {
        ctx.strong()
    } else {
        ctx.title(144)
    };
    let mut strips = paragraph(name, &head.sender.name, width);
    if head.logo.is_none() && !head.sender.lines.is_empty() {
        strips.push(Strip::empty(mm(1)));
    }
    if ctx.doc.theme.design == Design::Plain {
        strips.extend(paragraph(ctx.small(), &in_one_line(&head.sender.lines), width));
    } else {
        for line in &head.sender.lines {
            strips.extend(paragraph(ctx.small(), line, width));
        }
    }
    let text = fuse(strips);
    let height = text.height;
    whole.items.extend(text.shifted(0, whole.height).items);
    whole.height += height;
    whole
}

/// Lines one after the other, broken between them where it can be.
fn in_one_line(lines: &[String]) -> String {
    let whole = lines.iter().map(|line| line.replace(' ', "\u{a0}"));
    whole.collect::<Vec<_>>().join("\u{a0}· ")
}

fn address(ctx: &Ctx<'_>, label: &str, party: &Party) -> Strip {
    let mut strips = paragraph(ctx.small(), label, RECIPIENT);
    strips.extend(paragraph(
        ctx.style(Face::SemiBold, 111, ctx.doc.theme.ink),
        &party.name,
        RECIPIENT,
    ));
    for line in &party.lines {
        strips.extend(paragraph(ctx.plain(), line, RECIPIENT));
    }
    let mut whole = fuse(strips);
    if ctx.doc.theme.design == Design::Modern {
        let ink = super::Ink::Fill {
            width: mm(1),
            height: whole.height,
            colour: ctx.doc.theme.accent,
        };
        whole.items.push(Item { x: -mm(4), y: 0, ink });
    }
    whole
}
