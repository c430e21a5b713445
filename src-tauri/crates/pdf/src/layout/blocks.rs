//! Every block but the table as strips.

use std::rc::Rc;

use qrcode::{Color, EcLevel, QrCode};

use super::{
    Ctx, GUTTER, Ink, Item, Kind, Strip, Style, fuse,
    lines::{TextColumn, bands, no_lonely_lines, paragraph},
    table, together,
};
use crate::{Align, Block, Design, Field, Image, Panel, PdfError, Qr, Summary, SummaryRow, Tone, Um, mm};

/// A summary on its own is no wider.
const SUMMARY_WIDTH: Um = mm(80);
/// Narrower panels are not set beside each other.
const NARROWEST: Um = mm(25);
/// Above and below a line of a summary.
const SUMMARY_PAD: Um = mm(1);

/// Blocks one under the other over the whole text width, with the gaps between them.
pub(super) fn flow(ctx: &mut Ctx<'_>, blocks: &[Block]) -> Result<Vec<Strip>, PdfError> {
    stack(ctx, blocks, ctx.width)
}

fn stack(ctx: &mut Ctx<'_>, blocks: &[Block], width: Um) -> Result<Vec<Strip>, PdfError> {
    let mut strips: Vec<Strip> = Vec::new();
    let mut before: Option<&Block> = None;
    for block in blocks {
        let laid = lay(ctx, block, width)?;
        if let Some(gap) = before.map(|before| before.gap(block)).filter(|&gap| gap > 0) {
            let bound = strips.last().is_some_and(|strip| strip.with_next);
            strips.push(Strip::blank(gap, bound));
        }
        strips.extend(laid);
        before = Some(block);
    }
    Ok(strips)
}

fn lay(ctx: &mut Ctx<'_>, block: &Block, width: Um) -> Result<Vec<Strip>, PdfError> {
    Ok(match block {
        Block::Heading(text) => {
            let mut strips = paragraph(ctx.heading(), text, width);
            strips.iter_mut().for_each(|strip| strip.with_next = true);
            strips
        }
        Block::Paragraph(text) => paragraph(ctx.plain(), text, width),
        Block::Small(text) => paragraph(ctx.small(), text, width),
        Block::Note(text) => note(ctx, text, width),
        Block::Fields { across, fields } => grid(ctx, usize::from((*across).max(1)), fields, width),
        Block::Table(rows) => table::lay(ctx, rows, width)?,
        Block::Summary(summary) => totals(ctx, summary, width),
        Block::Columns(panels) => beside(ctx, panels, width)?,
        Block::Together(blocks) => {
            let mut strips = stack(ctx, blocks, width)?;
            together(&mut strips);
            strips
        }
        Block::Qr(code) => qr(ctx, code, width)?,
        Block::Image { image, width_um } => vec![picture(ctx, image, (*width_um).clamp(1, width.max(1)))],
        Block::Space(height) => vec![Strip::blank((*height).clamp(0, ctx.body), false)],
        Block::Rule => vec![Strip::rule(width, HAIRLINE, ctx.doc.theme.hairline, HAIRLINE)],
        Block::PageBreak => vec![Strip {
            kind: Kind::Break,
            ..Strip::default()
        }],
    })
}

/// Thickness of a hairline: 0.5 pt.
pub(super) const HAIRLINE: Um = 176;

/// Text on a tinted ground, which is drawn strip by strip so that it can go over a page.
fn note(ctx: &Ctx<'_>, text: &str, width: Um) -> Vec<Strip> {
    let (side, ends) = (mm(4), mm(3));
    let mut lines = paragraph(ctx.plain().scaled(94), text, width - 2 * side);
    let count = lines.len();
    for (index, strip) in lines.iter_mut().enumerate() {
        let above = if index == 0 { ends } else { 0 };
        let below = if index + 1 == count { ends } else { 0 };
        let inner = std::mem::take(strip);
        let (height, with_next) = (inner.height + above + below, inner.with_next);
        let ground = Ink::Fill {
            width,
            height,
            colour: ctx.doc.theme.wash,
        };
        strip.items = vec![Item {
            x: 0,
            y: 0,
            ink: ground,
        }];
        strip.items.extend(inner.shifted(side, above).items);
        (strip.height, strip.with_next) = (height, with_next);
    }
    lines
}

/// Labelled values, `across` beside each other.
fn grid(ctx: &Ctx<'_>, across: usize, fields: &[Field], width: Um) -> Vec<Strip> {
    let count = Um::try_from(across).unwrap_or(1);
    let cell = (width - GUTTER * (count - 1)) / count;
    let mut strips = Vec::new();
    for (index, row) in fields.chunks(across).enumerate() {
        if index > 0 {
            strips.push(Strip::blank(mm(3), false));
        }
        let (mut labels, mut values) = (Vec::new(), Vec::new());
        for (x, field) in (0..)
            .step_by(usize::try_from(cell + GUTTER).unwrap_or(1))
            .zip(row)
        {
            let column = TextColumn::new(x, cell, Align::Left);
            labels.push(column.with(ctx.small(), &field.label));
            let style = if field.prominent {
                ctx.strong()
            } else {
                ctx.plain()
            };
            let value = field.value.text(ctx.doc.lingua);
            values.push(TextColumn::new(x, cell, Align::Left).with(style, &value));
        }
        let mut labels = bands(labels);
        labels.iter_mut().for_each(|strip| strip.with_next = true);
        let mut values = bands(values);
        no_lonely_lines(&mut values);
        strips.extend(labels);
        strips.extend(values);
    }
    strips
}

/// Labelled amounts at the right edge.
fn totals(ctx: &Ctx<'_>, summary: &Summary, width: Um) -> Vec<Strip> {
    let inner = width.min(SUMMARY_WIDTH);
    let mut strips = Vec::new();
    for row in &summary.rows {
        strips.extend(
            total(ctx, row, inner)
                .into_iter()
                .map(|strip| strip.shifted(width - inner, 0)),
        );
    }
    together(&mut strips);
    strips
}

fn total(ctx: &Ctx<'_>, row: &SummaryRow, width: Um) -> Vec<Strip> {
    let theme = &ctx.doc.theme;
    let (label_style, value_style) = match (row.tone, theme.design) {
        (Tone::Plain, _) => (ctx.plain(), ctx.plain()),
        (Tone::Strong, _) => (ctx.strong(), ctx.strong()),
        (Tone::Total, Design::Classic) => (ctx.strong(), ctx.title(144).coloured(theme.accent_text())),
        (Tone::Total, Design::Modern) => {
            let on = theme.on_accent();
            (ctx.strong().coloured(on), ctx.title(144).coloured(on))
        }
        (Tone::Total, Design::Plain) => (ctx.strong(), ctx.title(166)),
    };
    let text = row.value.text(ctx.doc.lingua);
    let most = width * 2 / 3;
    let measure = |style: Style| style.face.width(style.size, &text);
    // A very long amount is set smaller before it is broken.
    let value_style = [100, 85, 70, 60].map(|percent| value_style.scaled(percent));
    let [.., smallest] = value_style;
    let value_style = value_style
        .into_iter()
        .find(|&style| measure(style) <= most)
        .unwrap_or(smallest);
    let value_width = measure(value_style).min(most);
    let label = TextColumn::new(0, width - value_width - mm(3), Align::Left).with(label_style, &row.label);
    let value = TextColumn::new(width - value_width, value_width, Align::Right).with(value_style, &text);
    let mut strips = vec![Strip::empty(SUMMARY_PAD)];
    strips.extend(bands(vec![label, value]));
    strips.push(Strip::empty(SUMMARY_PAD));
    if row.tone == Tone::Total {
        strips = called_out(ctx, strips, width);
    }
    strips
}

/// The sum that is asked for, as the design sets it apart.
fn called_out(ctx: &Ctx<'_>, mut strips: Vec<Strip>, width: Um) -> Vec<Strip> {
    let theme = &ctx.doc.theme;
    let rule = |weight| vec![Strip::empty(mm(1)), Strip::rule(width, weight, theme.ink, mm(2))];
    let mut above = match theme.design {
        Design::Classic => rule(2 * HAIRLINE),
        Design::Plain => rule(HAIRLINE),
        Design::Modern => {
            // One ground has no seams; what is too long for one page has a ground for each line.
            if strips.iter().map(|strip| strip.height).sum::<Um>() <= ctx.body / 3 {
                strips = vec![fuse(strips)];
            }
            let ground = |strip: Strip| strip.on_ground(width, theme.accent);
            strips = strips.into_iter().map(ground).collect();
            vec![Strip::empty(mm(2))]
        }
    };
    above.extend(strips);
    above
}

/// Panels beside each other as one strip; one under the other when that is taller than a page, or too narrow to read.
fn beside(ctx: &mut Ctx<'_>, panels: &[Panel], width: Um) -> Result<Vec<Strip>, PdfError> {
    let gap = 2 * GUTTER;
    let count = Um::try_from(panels.len()).unwrap_or(1);
    let share = |panel: &Panel| Um::from(panel.share.max(1));
    let shares: Um = panels.iter().map(share).sum();
    let inner = |panel: &Panel| (width - gap * (count - 1)) * share(panel) / shares.max(1);
    let mut whole = Strip::default();
    let mut x = 0;
    for panel in panels {
        if inner(panel) < NARROWEST {
            return beneath(ctx, panels, width);
        }
        let strip = fuse(stack(ctx, &panel.blocks, inner(panel))?);
        whole.height = whole.height.max(strip.height);
        whole.items.extend(strip.shifted(x, 0).items);
        x += inner(panel) + gap;
    }
    if whole.height > ctx.body {
        return beneath(ctx, panels, width);
    }
    Ok(vec![whole])
}

fn beneath(ctx: &mut Ctx<'_>, panels: &[Panel], width: Um) -> Result<Vec<Strip>, PdfError> {
    let mut strips = Vec::new();
    for panel in panels {
        if !strips.is_empty() {
            strips.push(Strip::blank(mm(6), false));
        }
        strips.extend(stack(ctx, &panel.blocks, width)?);
    }
    Ok(strips)
}

fn picture(ctx: &mut Ctx<'_>, image: &Image, width: Um) -> Strip {
    let (width, height) = image.within(width, ctx.body);
    let ink = Ink::Picture {
        index: ctx.image(image),
        width,
        height,
    };
    Strip {
        height,
        items: vec![Item { x: 0, y: 0, ink }],
        ..Strip::default()
    }
}

/// The code, with its caption at the right when there is room for it, else below.
fn qr(ctx: &Ctx<'_>, code: &Qr, width: Um) -> Result<Vec<Strip>, PdfError> {
    let least = mm(10);
    let side = code.side_um.clamp(least, width.min(ctx.body).max(least));
    let (ink, quiet) = modules(&code.payload, side, ctx.doc.theme.ink)?;
    // The quiet zone hangs over the left edge, so that what is black stands on it.
    let mut strip = Strip::empty(side);
    strip.items.push(Item { x: -quiet, y: 0, ink });
    let beside = fuse(paragraph(ctx.small(), &code.caption, (width - side).max(mm(20))));
    if width - side >= mm(20) && beside.height <= side {
        let top = (side - beside.height) / 2;
        strip.items.extend(beside.shifted(side, top).items);
        return Ok(vec![strip]);
    }
    strip.with_next = !code.caption.is_empty();
    let mut strips = vec![strip];
    strips.extend(paragraph(ctx.small(), &code.caption, width));
    Ok(strips)
}

/// The code as ink, and the width of the quiet zone in it.
fn modules(payload: &str, side: Um, colour: crate::Rgb) -> Result<(Ink, Um), PdfError> {
    /// Empty modules around the code, as its standard asks.
    const QUIET: Um = 4;
    let code = QrCode::with_error_correction_level(payload, EcLevel::M)
        .map_err(|why| PdfError::Qr(why.to_string()))?;
    let across = code.width().max(1);
    let mut runs = Vec::new();
    for (y, row) in (QUIET..).zip(code.to_colors().chunks(across)) {
        let mut x = QUIET;
        for run in row.chunk_by(|a, b| a == b) {
            let length = Um::try_from(run.len()).unwrap_or(0);
            if run.first() == Some(&Color::Dark) {
                runs.push((y, x, length));
            }
            x += length;
        }
    }
    let modules = Um::try_from(across).unwrap_or(1) + 2 * QUIET;
    let ink = Ink::Modules {
        side,
        modules,
        runs: Rc::from(runs),
        colour,
    };
    Ok((ink, QUIET * side / modules))
}
