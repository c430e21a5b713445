//! Rows for a spreadsheet: one table, written as CSV or as XLSX.

use jiff::civil::Date;
use money::Decimal;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::{Error, list::Lingua, spreadsheet};

/// One value of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Words; nothing in them is ever computed by a spreadsheet.
    Text(String),
    /// A number with the decimals it has.
    Number(Decimal),
    /// A civil day.
    Day(Date),
    /// Nothing.
    Empty,
}

/// A column that a list can show.
pub struct Column<R> {
    /// Its name, the same in the window.
    pub id: &'static str,
    /// Its head in Italian and in English.
    pub head: [&'static str; 2],
    /// What stands in a row.
    pub cell: fn(&R, Lingua) -> Cell,
}

impl<R> Column<R> {
    /// The columns named, in the order named; all of them when none is. A name that is no column's counts for nothing.
    #[must_use]
    pub fn named<'a>(columns: &'a [Self], names: &[String]) -> Vec<&'a Self> {
        let named: Vec<&Self> = names
            .iter()
            .filter_map(|name| columns.iter().find(|column| column.id == name))
            .collect();
        if named.is_empty() {
            columns.iter().collect()
        } else {
            named
        }
    }
}

/// Named columns and rows of the same length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Heads of the columns.
    pub columns: Vec<&'static str>,
    /// Rows, each with one cell per column.
    pub rows: Vec<Vec<Cell>>,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text.to_owned())
        }
    }
}

impl From<Date> for Cell {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

impl From<Decimal> for Cell {
    /// Without zeros at the end, but for the two decimals of an amount.
    fn from(number: Decimal) -> Self {
        let decimals = number.scale().min(2);
        let mut shown = number.normalize();
        if shown.scale() < decimals {
            shown.rescale(decimals);
        }
        Self::Number(shown)
    }
}

impl Cell {
    /// Yes or no in words.
    #[must_use]
    pub fn yes_no(is_so: bool, lingua: Lingua) -> Self {
        Self::from(match (lingua, is_so) {
            (Lingua::It, true) => "sì",
            (Lingua::En, true) => "yes",
            (_, false) => "no",
        })
    }
}

impl Table {
    /// The rows of a list under the columns named (see [`Column::named`]).
    #[must_use]
    pub fn of<R>(columns: &[Column<R>], named: &[String], rows: &[R], lingua: Lingua) -> Self {
        let shown = Column::named(columns, named);
        let row = |row: &R| shown.iter().map(|column| (column.cell)(row, lingua)).collect();
        Self {
            columns: shown
                .iter()
                .map(|Column { head: [it, en], .. }| match lingua {
                    Lingua::It => *it,
                    Lingua::En => *en,
                })
                .collect(),
            rows: rows.iter().map(row).collect(),
        }
    }

    /// UTF-8 with byte order mark, `;` between cells, comma in numbers, ISO days: what a spreadsheet set to Italian
    /// opens with a double click. Text that it would compute gets an apostrophe before it.
    ///
    /// # Errors
    /// A row has another length than the heads.
    pub fn csv(&self) -> Result<Vec<u8>, Error> {
        let mut file = csv_writer(Vec::new())?;
        file.write_record(&self.columns)?;
        for row in &self.rows {
            file.write_record(row.iter().map(csv_text))?;
        }
        file.into_inner().map_err(|failed| Error::Io(failed.into_error()))
    }

    /// A table for a page: numbers at the right, every column as wide as its text but the longest, which takes what is
    /// left and wraps.
    pub(crate) fn on_paper(&self, lingua: pdf::Lingua) -> pdf::Table {
        let cells = |at: usize| self.rows.iter().filter_map(move |row| row.get(at));
        let longest = |at: usize| {
            let texts = cells(at).map(|cell| match cell {
                Cell::Text(text) => text.chars().count(),
                _ => 0,
            });
            texts.max().unwrap_or_default()
        };
        let widest = (0..self.columns.len()).max_by_key(|at| longest(*at));
        let column = |(at, title): (usize, &&str)| {
            if cells(at).any(|cell| matches!(cell, Cell::Number(_))) {
                pdf::Column::number(*title)
            } else if Some(at) == widest {
                pdf::Column::text(*title)
            } else {
                pdf::Column::short(*title)
            }
        };
        pdf::Table {
            columns: self.columns.iter().enumerate().map(column).collect(),
            rows: self
                .rows
                .iter()
                .map(|row| pdf::Row::new(row.iter().map(printed(lingua))))
                .collect(),
            with_next: false,
            density: pdf::Density::Dense,
        }
    }

    /// A workbook with one sheet called `name`: numbers as numbers, days as days, text never computed. The same rows
    /// give the same bytes.
    ///
    /// # Errors
    /// More rows than a sheet holds; a name that is not one for a sheet.
    pub fn xlsx(&self, name: &str) -> Result<Vec<u8>, Error> {
        let mut book = Workbook::new();
        book.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_timestamp(0)?));
        let sheet = book.add_worksheet();
        sheet.set_name(name)?;
        sheet.set_freeze_panes(1, 0)?;
        let head = Format::new().set_bold();
        for (column, title) in (0_u16..).zip(&self.columns) {
            sheet.write_string_with_format(0, column, *title, &head)?;
        }
        // The prefix keeps a spreadsheet from computing the text also when somebody edits the cell.
        let quoted = Format::new().set_quote_prefix();
        let day = Format::new().set_num_format("dd/mm/yyyy");
        for (line, row) in (1_u32..).zip(&self.rows) {
            for (column, cell) in (0_u16..).zip(row) {
                match cell {
                    Cell::Text(text) if is_formula(text) => {
                        sheet.write_string_with_format(line, column, text, &quoted)?;
                    }
                    Cell::Text(text) => {
                        sheet.write_string(line, column, text)?;
                    }
                    Cell::Number(number) => write_number(sheet, line, column, *number)?,
                    Cell::Day(date) => {
                        let date = ExcelDateTime::parse_from_str(&date.to_string())?;
                        sheet.write_datetime_with_format(line, column, &date, &day)?;
                    }
                    Cell::Empty => {}
                }
            }
        }
        sheet.autofit();
        Ok(book.save_to_buffer()?)
    }
}

/// A row on paper.
fn printed(lingua: pdf::Lingua) -> impl Fn(&Cell) -> String {
    move |cell| match cell {
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => pdf::format::decimal(lingua, *number),
        Cell::Day(day) => pdf::format::date(lingua, *day),
        Cell::Empty => String::new(),
    }
}

/// Amounts and whole numbers as numbers; one with more digits than a spreadsheet keeps stays text.
fn write_number(sheet: &mut Worksheet, line: u32, column: u16, number: Decimal) -> Result<(), XlsxError> {
    let format = match number.scale() {
        0 => Format::new().set_num_format("0"),
        1 | 2 => Format::new().set_num_format("#,##0.00"),
        _ => Format::new().set_num_format("#,##0.00######"),
    };
    match spreadsheet::number(number) {
        Some(value) => sheet.write_number_with_format(line, column, value, &format)?,
        None => sheet.write_string(line, column, number.to_string())?,
    };
    Ok(())
}

/// A CSV file as this program writes them all.
pub(crate) fn csv_writer<W: std::io::Write>(mut to: W) -> Result<csv::Writer<W>, Error> {
    to.write_all("\u{feff}".as_bytes())?;
    Ok(csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(to))
}

fn csv_text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => harmless(text),
        Cell::Number(number) => number.to_string().replace('.', ","),
        Cell::Day(date) => date.to_string(),
        Cell::Empty => String::new(),
    }
}

/// Text that a spreadsheet would take for a formula, with an apostrophe before it.
pub(crate) fn harmless(text: &str) -> String {
    if is_formula(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

impl From<csv::Error> for Error {
    fn from(error: csv::Error) -> Self {
        Self::Io(error.into())
    }
}

impl From<XlsxError> for Error {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::IoError(error) => Self::Io(error),
            XlsxError::RowColumnLimitError => Self::refused("sheet_too_long"),
            other => Self::Broken(other.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn sample() -> Table {
        Table {
            columns: vec!["Nome", "Importo", "Data"],
            rows: vec![
                vec![
                    "=1+1".into(),
                    "-97.60".parse::<Decimal>().unwrap().into(),
                    date(2026, 11, 24).into(),
                ],
                vec!["Caffè; \"Perù\"".into(), Cell::Empty, "+39 02".into()],
            ],
        }
    }

    #[test]
    fn csv_opens_in_an_italian_spreadsheet_and_computes_nothing() {
        assert_eq!(
            String::from_utf8(sample().csv().unwrap()).unwrap(),
            "\u{feff}Nome;Importo;Data\r\n'=1+1;-97,60;2026-11-24\r\n\"Caffè; \"\"Perù\"\"\";;'+39 02\r\n"
        );
        for text in ["=A1", "+1", "-1", "@x", "\tx", "\rx"] {
            assert_eq!(harmless(text), format!("'{text}"));
        }
        assert_eq!(harmless("a=b"), "a=b");
    }

    #[test]
    fn a_row_of_another_length_is_refused() {
        let table = Table {
            columns: vec!["a", "b"],
            rows: vec![vec![Cell::Empty]],
        };
        assert!(table.csv().is_err());
    }

    #[test]
    fn the_same_rows_give_the_same_workbook() {
        let bytes = sample().xlsx("Clienti").unwrap();
        assert_eq!(bytes, sample().xlsx("Clienti").unwrap());
        assert!(bytes.starts_with(b"PK"));
    }
}
