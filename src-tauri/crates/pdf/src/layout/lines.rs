//! Text in columns beside each other, line by line.

use super::{Ink, Item, Strip, Style, offset};
use crate::{Align, Um, text};

/// Lines of text in a column of their own.
pub(super) struct TextColumn {
    x: Um,
    width: Um,
    align: Align,
    lines: Vec<(text::Line, Style)>,
}

impl TextColumn {
    pub(super) const fn new(x: Um, width: Um, align: Align) -> Self {
        Self {
            x,
            width,
            align,
            lines: Vec::new(),
        }
    }

    /// Adds text below what is there; wrapped, nothing when empty.
    pub(super) fn push(&mut self, style: Style, text: &str) {
        let lines = text::wrap(style.face, style.size, text, self.width);
        self.lines.extend(lines.into_iter().map(|line| (line, style)));
    }

    /// The same column with more text.
    pub(super) fn with(mut self, style: Style, text: &str) -> Self {
        self.push(style, text);
        self
    }
}

/// One strip for each line: the nth line of every column stands in the nth strip, on one baseline.
pub(super) fn bands(columns: Vec<TextColumn>) -> Vec<Strip> {
    let mut strips: Vec<Strip> = Vec::new();
    for column in &columns {
        for (index, (_line, style)) in column.lines.iter().enumerate() {
            match strips.get_mut(index) {
                Some(strip) => strip.height = strip.height.max(style.leading),
                None => strips.push(Strip {
                    height: style.leading,
                    ..Strip::default()
                }),
            }
        }
    }
    for column in columns {
        for ((line, style), strip) in column.lines.into_iter().zip(&mut strips) {
            let x = column.x + offset(column.align, column.width, line.width);
            // Capital letters, 0.73 of the size high, stand in the middle of the line.
            let baseline = strip.height / 2 + style.size * 364 / 1_000;
            let ink = Ink::Text {
                text: line.text,
                style,
            };
            strip.items.push(Item { x, y: baseline, ink });
        }
    }
    strips
}

/// Text over the whole width, one strip for each line; no line of a paragraph is left alone at a page break.
pub(super) fn paragraph(style: Style, text: &str, width: Um) -> Vec<Strip> {
    let mut strips = bands(vec![TextColumn::new(0, width, Align::Left).with(style, text)]);
    no_lonely_lines(&mut strips);
    strips
}

/// Keeps the first two strips together, and the last two.
pub(super) fn no_lonely_lines(strips: &mut [Strip]) {
    let count = strips.len();
    for index in [0, count.saturating_sub(2)] {
        if let Some(strip) = strips.get_mut(index).filter(|_| index + 1 < count) {
            strip.with_next = true;
        }
    }
}
