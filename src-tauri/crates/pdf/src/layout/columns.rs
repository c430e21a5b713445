//! How wide the columns of a table are.

use super::{Ctx, GUTTER, Style};
use crate::{Align, Column, Table, Um, Width, mm, text};

/// Where a column stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    pub(super) x: Um,
    pub(super) width: Um,
    pub(super) align: Align,
}

/// A sharing column is never narrower, unless the page itself is too narrow.
const LEAST_SHARE: Um = mm(25);
/// A header up to this width is not wrapped.
const WHOLE_TITLE: Um = mm(22);

/// The slots of the columns of a table; `also` are further texts of each column that must fit.
pub(super) fn slots(ctx: &Ctx<'_>, table: &Table, also: &[Vec<String>], width: Um) -> Vec<Slot> {
    let count = Um::try_from(table.columns.len()).unwrap_or(0);
    let room = (width - GUTTER * (count - 1).max(0)).max(0);
    let mut widths: Vec<Um> = table
        .columns
        .iter()
        .enumerate()
        .map(|(index, column)| match column.width {
            Width::Fixed(fixed) => fixed.max(0),
            Width::Share(_) => 0,
            Width::Fit => fit(ctx, table, column, index, also.get(index)),
        })
        .collect();
    let shares: Um = table.columns.iter().map(share).sum();
    let sharing = Um::try_from(table.columns.iter().filter(|column| share(column) > 0).count()).unwrap_or(0);
    let asked: Um = widths.iter().sum();
    let least = (LEAST_SHARE * sharing).min(room / 2);
    if asked > room - least {
        for width in &mut widths {
            *width = *width * (room - least) / asked.max(1);
        }
    }
    let left = room - widths.iter().sum::<Um>();
    let mut x = 0;
    let mut slots = Vec::new();
    for (column, width) in table.columns.iter().zip(widths) {
        let width = if shares > 0 {
            width + left * share(column) / shares
        } else {
            width
        };
        slots.push(Slot {
            x,
            width,
            align: column.align,
        });
        x += width + GUTTER;
    }
    if shares == 0 {
        spread(&mut slots, left);
    }
    slots
}

/// Without a sharing column the room left over goes between the columns.
fn spread(slots: &mut [Slot], left: Um) {
    let gaps = Um::try_from(slots.len()).unwrap_or(1) - 1;
    if gaps > 0 {
        for (index, slot) in (0..).zip(slots) {
            slot.x += left * index / gaps;
        }
    }
}

fn share(column: &Column) -> Um {
    match column.width {
        Width::Share(share) => Um::from(share.max(1)),
        Width::Fit | Width::Fixed(_) => 0,
    }
}

/// As wide as the widest text of the column; a long header wraps before it widens the column.
fn fit(ctx: &Ctx<'_>, table: &Table, column: &Column, index: usize, also: Option<&Vec<String>>) -> Um {
    let title = measure(ctx.small(), &column.title);
    let title = if title <= WHOLE_TITLE {
        title
    } else {
        let word = column
            .title
            .split_whitespace()
            .map(|word| measure(ctx.small(), word))
            .max();
        word.unwrap_or(0).max(WHOLE_TITLE)
    };
    // Semi-bold is the wider face: a subtotal must fit too.
    let carried = also.into_iter().flatten().map(|text| measure(ctx.strong(), text));
    let cells = table
        .rows
        .iter()
        .filter_map(|row| row.cells.get(index))
        .map(|cell| {
            let value = cell.value.text(ctx.doc.lingua);
            let value = value
                .lines()
                .map(|line| measure(ctx.strong(), line))
                .max()
                .unwrap_or(0);
            value.max(
                cell.detail
                    .lines()
                    .map(|line| measure(ctx.small(), line))
                    .max()
                    .unwrap_or(0),
            )
        });
    carried.chain(cells).fold(title, Um::max)
}

fn measure(style: Style, text: &str) -> Um {
    text::single(style.face, style.size, text).width
}
