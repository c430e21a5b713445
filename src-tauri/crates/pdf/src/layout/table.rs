//! Tables: header, rows, and the totals carried over a page break.

use money::Cents;

use super::{
    Ctx, Kind, Strip,
    blocks::HAIRLINE,
    columns::{Slot, slots},
    fuse,
    lines::{TextColumn, bands},
};
use crate::{Align, PdfError, Row, Table, Tone, Um, Value, format, mm};

/// Above and below the text of a row.
const PAD: Um = 1_700;

/// What is left of a table once its rows are strips: what a page break needs.
pub(crate) struct Frame {
    header: Vec<Strip>,
    slots: Vec<Slot>,
    carried: Vec<usize>,
    /// For each carried column, its sum after none, one, two... rows.
    running: Vec<Vec<Cents>>,
}

/// A table as strips; its frame joins the context.
///
/// # Errors
/// [`PdfError::RowTooWide`]; [`PdfError::TooLarge`] when a carried total overflows.
pub(super) fn lay(ctx: &mut Ctx<'_>, table: &Table, width: Um) -> Result<Vec<Strip>, PdfError> {
    if let Some(row) = table
        .rows
        .iter()
        .position(|row| row.cells.len() > table.columns.len())
    {
        return Err(PdfError::RowTooWide { row });
    }
    let carried: Vec<usize> = table
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.carried)
        .map(|(index, _)| index)
        .collect();
    let running: Vec<Vec<Cents>> = carried
        .iter()
        .map(|&column| sums(&table.rows, column))
        .collect::<Result<_, _>>()?;
    let extremes = |index: usize| -> Vec<String> {
        let sums = carried
            .iter()
            .position(|&column| column == index)
            .and_then(|at| running.get(at));
        let ends = sums
            .into_iter()
            .flat_map(|sums| [sums.iter().min(), sums.iter().max()]);
        ends.flatten()
            .map(|&sum| format::amount(ctx.doc.lingua, sum))
            .collect()
    };
    let also: Vec<Vec<String>> = (0..table.columns.len()).map(extremes).collect();
    let slots = slots(ctx, table, &also, width);
    let number = ctx.tables.len();
    let mut strips = header(ctx, table, &slots, width);
    for (index, row) in table.rows.iter().enumerate() {
        let last = index + 1 == table.rows.len();
        strips.extend(lay_row(
            ctx,
            row,
            &slots,
            width,
            (number, index),
            last && table.with_next,
        ));
    }
    let header = header(ctx, table, &slots, width);
    ctx.tables.push(Frame {
        header,
        slots,
        carried,
        running,
    });
    Ok(strips)
}

/// The sum of the amounts of a column after none, one, two... rows; subtotals are not counted twice.
fn sums(rows: &[Row], column: usize) -> Result<Vec<Cents>, PdfError> {
    let mut sum = Cents::ZERO;
    let mut sums = vec![sum];
    for row in rows {
        if let (Tone::Plain, Some(Value::Amount(cents) | Value::Euro(cents))) =
            (row.tone, row.cells.get(column).map(|cell| &cell.value))
        {
            sum = sum.plus(*cents)?;
        }
        sums.push(sum);
    }
    Ok(sums)
}

fn header(ctx: &Ctx<'_>, table: &Table, slots: &[Slot], width: Um) -> Vec<Strip> {
    let titles = table.columns.iter().zip(slots).map(|(column, slot)| {
        TextColumn::new(slot.x, slot.width, slot.align).with(ctx.small(), &column.title)
    });
    let mut strips = bands(titles.collect());
    strips.push(Strip {
        height: mm(1),
        ..Strip::default()
    });
    strips.push(Strip::rule(width, HAIRLINE, ctx.doc.theme.muted, HAIRLINE));
    let mut whole = fuse(strips);
    whole.with_next = true;
    vec![whole]
}

/// A row is one strip unless it is taller than a third of a page; then it may be broken between its lines.
fn lay_row(
    ctx: &Ctx<'_>,
    row: &Row,
    slots: &[Slot],
    width: Um,
    (table, index): (usize, usize),
    with_next: bool,
) -> Vec<Strip> {
    let style = if row.tone == Tone::Plain {
        ctx.plain()
    } else {
        ctx.strong()
    };
    let columns = row.cells.iter().zip(slots).map(|(cell, slot)| {
        TextColumn::new(slot.x, slot.width, slot.align)
            .with(style, &cell.value.text(ctx.doc.lingua))
            .with(ctx.small(), &cell.detail)
    });
    let mut strips = bands(columns.collect());
    strips.insert(
        0,
        Strip {
            height: PAD,
            ..Strip::default()
        },
    );
    strips.push(Strip {
        height: PAD,
        ..Strip::default()
    });
    strips.push(Strip::rule(
        width,
        HAIRLINE / 2,
        ctx.doc.theme.hairline,
        HAIRLINE / 2,
    ));
    if strips.iter().map(|strip| strip.height).sum::<Um>() <= ctx.body / 3 {
        strips = vec![fuse(strips)];
    } else {
        // The padding and the rule stay with the text, and two lines of text stay together at either end.
        let count = strips.len();
        for (part, strip) in strips.iter_mut().enumerate() {
            strip.with_next = part < 2 || part + 4 >= count;
        }
    }
    for (part, strip) in strips.iter_mut().enumerate() {
        // The amounts of a row stand in its first lines: a break further down comes after them.
        strip.kind = Kind::Row {
            table,
            rows_done: if part == 0 { index } else { index + 1 },
        };
    }
    if let Some(last) = strips.last_mut() {
        last.with_next = with_next;
    }
    strips
}

/// Which side of the page break a carried total stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Carry {
    /// At the foot of the page that ends.
    Forward,
    /// At the top of the page that starts.
    Brought,
}

impl Frame {
    /// The header as it comes again on a further page.
    pub(super) fn header(&self) -> impl Iterator<Item = Strip> {
        self.header.iter().map(|strip| Strip {
            height: strip.height,
            items: strip.items.clone(),
            with_next: true,
            kind: Kind::Content,
        })
    }

    /// The line with the totals after some rows; none when nothing is carried or nothing has been printed.
    pub(super) fn carry(&self, ctx: &Ctx<'_>, rows_done: usize, side: Carry) -> Option<Strip> {
        let first = self.carried.first().and_then(|&column| self.slots.get(column))?;
        if rows_done == 0 {
            return None;
        }
        let label = match side {
            Carry::Forward => ctx.doc.lingua.carried_forward(),
            Carry::Brought => ctx.doc.lingua.brought_forward(),
        };
        let muted = super::Style {
            colour: ctx.doc.theme.muted,
            ..ctx.strong()
        };
        let label_width = if first.x > mm(25) {
            first.x - mm(3)
        } else {
            first.width
        };
        let mut columns = vec![TextColumn::new(0, label_width, Align::Left).with(muted, label)];
        for (sums, slot) in self
            .running
            .iter()
            .zip(self.carried.iter().filter_map(|&at| self.slots.get(at)))
        {
            let sum = sums.get(rows_done).copied().unwrap_or_default();
            let text = format::amount(ctx.doc.lingua, sum);
            columns.push(TextColumn::new(slot.x, slot.width, slot.align).with(muted, &text));
        }
        let mut strips = vec![Strip {
            height: PAD,
            ..Strip::default()
        }];
        strips.extend(bands(columns));
        strips.push(Strip {
            height: PAD,
            ..Strip::default()
        });
        if side == Carry::Brought {
            let width = self.slots.last().map_or(0, |slot| slot.x + slot.width);
            strips.push(Strip::rule(
                width,
                HAIRLINE / 2,
                ctx.doc.theme.hairline,
                HAIRLINE / 2,
            ));
        }
        Some(fuse(strips))
    }
}
