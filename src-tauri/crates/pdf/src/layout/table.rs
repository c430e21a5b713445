//! Tables: header, rows, and the totals carried over a page break.

use money::Cents;

use super::{
    Ctx, Kind, Strip, Style,
    blocks::HAIRLINE,
    columns::{Slot, plan},
    fuse,
    lines::{TextColumn, bands},
};
use crate::{Align, Density, Design, PdfError, Row, Table, Theme, Tone, Um, Value, format, mm};

/// A table as it is set; what a page break repeats comes from it.
pub(crate) struct Frame {
    width: Um,
    slots: Vec<Slot>,
    titles: Vec<String>,
    carried: Vec<usize>,
    /// For each carried column, its sum after none, one, two... rows.
    running: Vec<Vec<Cents>>,
    plain: Style,
    strong: Style,
    small: Style,
    titled: Style,
    theme: Theme,
    /// Its titles stand on the accent; in a panel beside others that would be too loud.
    is_loud: bool,
    /// Above and below the text of a row.
    pad: Um,
}

/// A table as strips; its frame joins the context.
///
/// # Errors
/// [`PdfError::RowTooWide`]; [`PdfError::TooLarge`] when a carried total overflows; [`PdfError::NoRoom`].
pub(super) fn lay(ctx: &mut Ctx<'_>, table: &Table, width: Um) -> Result<Vec<Strip>, PdfError> {
    let too_wide = |row: &Row| row.cells.len() > table.columns.len();
    if let Some(row) = table.rows.iter().position(too_wide) {
        return Err(PdfError::RowTooWide { row });
    }
    let frame = Frame::new(ctx, table, width)?;
    let header = frame.header();
    if header.height > ctx.body / 2 {
        return Err(PdfError::NoRoom);
    }
    let mut strips = vec![header];
    for (index, row) in table.rows.iter().enumerate() {
        strips.extend(frame.row(ctx, row, index));
    }
    if let Some(last) = strips.last_mut() {
        last.with_next = table.with_next || table.rows.is_empty();
    }
    ctx.tables.push(frame);
    Ok(strips)
}

/// The sum of the amounts of a column after none, one, two... rows; subtotals are not counted twice.
fn sums(rows: &[Row], column: usize) -> Result<Vec<Cents>, PdfError> {
    let mut sum = Cents::ZERO;
    let mut sums = vec![sum];
    for row in rows {
        let value = row.cells.get(column).map(|cell| &cell.value);
        if let (Tone::Plain, Some(Value::Amount(cents) | Value::Euro(cents))) = (row.tone, value) {
            sum = sum.plus(*cents)?;
        }
        sums.push(sum);
    }
    Ok(sums)
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
    fn new(ctx: &Ctx<'_>, table: &Table, width: Um) -> Result<Self, PdfError> {
        let columns = table.columns.iter().enumerate();
        let carried: Vec<usize> = columns
            .filter(|(_, column)| column.carried)
            .map(|(index, _)| index)
            .collect();
        let running: Vec<Vec<Cents>> = carried
            .iter()
            .map(|&column| sums(&table.rows, column))
            .collect::<Result<_, _>>()?;
        let mut also = vec![Vec::new(); table.columns.len()];
        for (sums, &column) in running.iter().zip(&carried) {
            let ends = [sums.iter().min(), sums.iter().max()].into_iter().flatten();
            if let Some(texts) = also.get_mut(column) {
                texts.extend(ends.map(|&sum| format::amount(ctx.doc.lingua, sum)));
            }
        }
        let plan = plan(ctx, table, &also, width);
        let is_loud = ctx.doc.theme.design == Design::Modern && width == ctx.width;
        let pad = match table.density {
            Density::Airy => 1_700,
            Density::Dense => 700,
        };
        Ok(Self {
            width,
            slots: plan.slots,
            titles: table.columns.iter().map(|column| column.title.clone()).collect(),
            carried,
            running,
            plain: ctx.plain().scaled(plan.percent),
            strong: ctx.strong().scaled(plan.percent),
            small: ctx.small().scaled(plan.percent),
            titled: match ctx.doc.theme.design {
                Design::Classic | Design::Plain => ctx.small(),
                Design::Modern if is_loud => ctx.small().coloured(ctx.doc.theme.on_accent()),
                Design::Modern => ctx.small().coloured(ctx.doc.theme.accent_text()),
            }
            .scaled(plan.percent),
            theme: ctx.doc.theme,
            is_loud,
            pad,
        })
    }

    /// The titles, which come again on every page.
    pub(super) fn header(&self) -> Strip {
        let titles = self.titles.iter().zip(&self.slots);
        let titles = titles.map(|(title, slot)| slot.text().with(self.titled, title));
        let mut strips = bands(titles.collect());
        strips.push(Strip::empty(mm(1)));
        let header = if self.is_loud {
            strips.insert(0, Strip::empty(mm(1)));
            fuse(strips).on_ground(self.width, self.theme.accent)
        } else {
            strips.push(Strip::rule(self.width, HAIRLINE, self.titled.colour, HAIRLINE));
            fuse(strips)
        };
        Strip {
            with_next: true,
            ..header
        }
    }

    /// Above the rest of a row that was broken.
    pub(super) const fn padding(&self) -> Strip {
        Strip::empty(self.pad)
    }

    /// Between rows.
    fn line(&self) -> Strip {
        match self.theme.design {
            Design::Classic | Design::Modern => {
                Strip::rule(self.width, HAIRLINE / 2, self.theme.hairline, HAIRLINE / 2)
            }
            Design::Plain => Strip::empty(0),
        }
    }

    /// A row is one strip unless it is taller than a third of a page; then it may be broken between its lines.
    fn row(&self, ctx: &Ctx<'_>, row: &Row, index: usize) -> Vec<Strip> {
        let style = if row.tone == Tone::Plain {
            self.plain
        } else {
            self.strong
        };
        let cells = row.cells.iter().zip(&self.slots).map(|(cell, slot)| {
            let text = slot.text().with(style, &cell.value.text(ctx.doc.lingua));
            text.with(self.small, &cell.detail)
        });
        let mut strips = vec![self.padding()];
        strips.extend(bands(cells.collect()));
        strips.extend([self.padding(), self.line()]);
        if strips.iter().map(|strip| strip.height).sum::<Um>() <= ctx.body / 3 {
            strips = vec![fuse(strips)];
        }
        // The padding and the rule stay with the text, and two lines of text stay together at either end.
        let count = strips.len();
        for (part, strip) in strips.iter_mut().enumerate() {
            strip.with_next = part + 1 < count && (part < 2 || part + 4 >= count);
            strip.kind = Kind::Row {
                table: ctx.tables.len(),
                // The amounts of a row stand in its first lines: a break further down comes after them.
                rows_done: if part == 0 { index } else { index + 1 },
                inside: part > 0,
            };
        }
        strips
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
        let muted = Style {
            colour: self.small.colour,
            ..self.strong
        };
        let mut columns = Vec::new();
        if first.x > mm(15) {
            columns.push(TextColumn::new(0, first.x - mm(3), Align::Left).with(muted, label));
        }
        let slots = self.carried.iter().filter_map(|&column| self.slots.get(column));
        for (sums, slot) in self.running.iter().zip(slots) {
            let sum = sums.get(rows_done).copied().unwrap_or_default();
            columns.push(slot.text().with(muted, &format::amount(ctx.doc.lingua, sum)));
        }
        let mut strips = vec![self.padding()];
        strips.extend(bands(columns));
        strips.push(self.padding());
        if side == Carry::Brought {
            strips.push(self.line());
        }
        Some(fuse(strips))
    }
}
