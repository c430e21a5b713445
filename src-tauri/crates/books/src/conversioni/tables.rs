//! Tables of repeated elements: a row for each, a column for each value, and what has no column in small under the first
//! text. A column that no row fills is left out.

use fatturapa::xml::Node;
use pdf::{Block, Cell, Column, Row, Table};

use super::{campi, reading::Reading};

/// What stands in a column.
#[derive(Debug, Clone, Copy)]
pub(super) enum Of {
    /// The first of these elements that is there, as it is shown.
    One(&'static [&'static str]),
    /// The element as it is written: a code without its words.
    Code(&'static str),
    /// All elements of a name, with this between them.
    All(&'static str, &'static str),
    /// What the row is called.
    Kind,
    /// Rate and nature of VAT.
    Vat,
}

/// A column: what it holds, and how it stands. Its title is the label of its first element.
pub(super) struct Col(pub(super) Of, pub(super) Stand);

/// How a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stand {
    /// Wide text, under which the rest of the row stands.
    Wide,
    /// As wide as it needs.
    Short,
    /// Numbers.
    Number,
}

/// The table of some elements; nothing when there are none.
pub(super) fn table(reading: &mut Reading, nodes: &[Node<'_>], cols: &[Col]) -> Option<Block> {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for node in nodes {
        let values: Vec<String> = cols.iter().map(|col| cell(reading, *node, col.0)).collect();
        let detail = reading.details(*node);
        let mut cells: Vec<Cell> = values.into_iter().map(Cell::from).collect();
        let wide = cols.iter().position(|col| col.1 == Stand::Wide);
        if let Some(cell) = wide.and_then(|wide| cells.get_mut(wide)) {
            cell.detail = detail;
        }
        rows.push(cells);
    }
    let is_filled = |at: usize| {
        let mut cells = rows.iter().filter_map(|row| row.get(at));
        cells.any(|cell| cell.value != pdf::Value::default() || !cell.detail.is_empty())
    };
    let filled: Vec<bool> = (0..cols.len()).map(is_filled).collect();
    let keep = |at: &usize| filled.get(*at).copied().unwrap_or(false);
    let columns = cols.iter().enumerate().filter(|(at, _)| keep(at));
    let columns: Vec<Column> = columns.map(|(_, col)| column(reading, col)).collect();
    let rows = rows.into_iter().map(|cells| {
        let cells = cells.into_iter().enumerate().filter(|(at, _)| keep(at));
        Row::new(cells.map(|(_, cell)| cell))
    });
    let table = Table {
        rows: rows.collect(),
        columns,
        ..Table::default()
    };
    (!table.columns.is_empty()).then_some(Block::Table(table))
}

fn column(reading: &Reading, Col(of, stand): &Col) -> Column {
    let name = match of {
        Of::One(paths) => paths.first().copied().unwrap_or_default(),
        Of::Code(name) | Of::All(name, _) => name,
        Of::Vat => "AliquotaIVA",
        Of::Kind => "",
    };
    let title = campi::label(name.rsplit('/').next().unwrap_or(name), reading.lingua);
    match stand {
        Stand::Wide => Column::text(title),
        Stand::Short => Column::short(title),
        Stand::Number => Column::number(title),
    }
}

fn cell(reading: &mut Reading, node: Node<'_>, of: Of) -> String {
    let text = match of {
        Of::One(paths) => paths.iter().find_map(|path| reading.value_at(node, path)),
        Of::Code(path) => reading.raw_at(node, path),
        Of::All(name, between) => Some(reading.values(node, name, between)),
        Of::Kind => Some(campi::label(node.name(), reading.lingua)),
        Of::Vat => {
            let parts = [
                reading.value_at(node, "AliquotaIVA"),
                reading.raw_at(node, "Natura"),
            ];
            Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
        }
    };
    text.unwrap_or_default()
}
