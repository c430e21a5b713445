//! How wide the columns of a table are.

use super::{Ctx, GUTTER, Style, lines::TextColumn};
use crate::{Align, Column, Density, Table, Um, Width, mm, text};

/// Where a column stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    pub(super) x: Um,
    pub(super) width: Um,
    pub(super) align: Align,
}

impl Slot {
    /// An empty column of text there.
    pub(super) const fn text(&self) -> TextColumn {
        TextColumn::new(self.x, self.width, self.align)
    }
}

/// A sharing column is only narrower when its text is, or when the page itself is too narrow.
const LEAST_SHARE: Um = mm(45);
/// A header up to this width is not wrapped.
const WHOLE_TITLE: Um = mm(22);

/// How a table is set.
pub(super) struct Plan {
    pub(super) slots: Vec<Slot>,
    /// Size of its text in percent of the usual.
    pub(super) percent: i64,
}

/// The columns of a table; `also` are further texts of each column that must fit. When they do not fit, the table is
/// set smaller; when even that is not enough, the columns shrink and their text wraps.
pub(super) fn plan(ctx: &Ctx<'_>, table: &Table, also: &[Vec<String>], width: Um) -> Plan {
    let count = Um::try_from(table.columns.len()).unwrap_or(0);
    let room = (width - GUTTER * (count - 1).max(0)).max(0);
    let natural: Vec<Um> = (0..)
        .zip(&table.columns)
        .map(|(index, c)| fit(ctx, table, c, index, also))
        .collect();
    let shares: Um = table.columns.iter().map(share).sum();
    let sharing = (0..).zip(&table.columns).filter(|(_, column)| share(column) > 0);
    let least: Um = sharing
        .map(|(index, c)| widest(ctx, table, c, index, also).min(LEAST_SHARE))
        .sum();
    let sizes: &[i64] = match table.density {
        Density::Airy => &[100, 92, 84, 76, 68],
        Density::Dense => &[90, 84, 76, 68],
    };
    let asked = |percent: i64| natural.iter().map(|width| width * percent / 100 + 1).sum::<Um>();
    let free = |percent: i64| room - (least * percent / 100).min(room / 2);
    let fits = |percent: &&i64| asked(**percent) <= free(**percent);
    let percent = *sizes.iter().find(fits).or(sizes.last()).unwrap_or(&100);
    let (asked, free) = (asked(percent).max(1), free(percent));
    let widths = natural.iter().map(|width| {
        let width = width * percent / 100 + 1;
        if asked > free { width * free / asked } else { width }
    });
    let left = room - asked.min(free);
    let mut x = 0;
    let mut slots = Vec::new();
    for (column, width) in table.columns.iter().zip(widths) {
        let shared = if shares > 0 {
            left * share(column) / shares
        } else {
            0
        };
        slots.push(Slot {
            x,
            width: width + shared,
            align: column.align,
        });
        x += width + shared + GUTTER;
    }
    if shares == 0 {
        spread(&mut slots, left);
    }
    Plan { slots, percent }
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

/// The width a column asks for.
fn fit(ctx: &Ctx<'_>, table: &Table, column: &Column, index: usize, also: &[Vec<String>]) -> Um {
    match column.width {
        Width::Fixed(fixed) => fixed.clamp(0, ctx.width),
        Width::Share(_) => 0,
        Width::Fit => widest(ctx, table, column, index, also),
    }
}

/// As wide as the widest text of the column at its usual size; a long header wraps before it widens the column.
fn widest(ctx: &Ctx<'_>, table: &Table, column: &Column, index: usize, also: &[Vec<String>]) -> Um {
    let small = |text: &str| measure(ctx.small(), text);
    // Neither face is the wider one for every text, and a subtotal must fit too.
    let value = |text: &str| measure(ctx.plain(), text).max(measure(ctx.strong(), text));
    let title = match small(&column.title) {
        whole if whole <= WHOLE_TITLE => whole,
        _ => column
            .title
            .split_whitespace()
            .map(small)
            .fold(WHOLE_TITLE, Um::max),
    };
    let carried = also.get(index).into_iter().flatten().map(|text| value(text));
    let cells = table
        .rows
        .iter()
        .filter_map(|row| row.cells.get(index))
        .map(|cell| {
            let widest = cell
                .value
                .text(ctx.doc.lingua)
                .lines()
                .map(value)
                .max()
                .unwrap_or(0);
            cell.detail.lines().map(small).fold(widest, Um::max)
        });
    carried.chain(cells).fold(title, Um::max)
}

fn measure(style: Style, text: &str) -> Um {
    text::single(style.face, style.size, text).width
}
