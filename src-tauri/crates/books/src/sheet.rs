//! A table that another program wrote, read as text: CSV in the encodings and with the separators that programs use in
//! Italy, XLSX, XLS and ODS. Nothing is executed, nothing is believed: sizes are bounded, formulas are text.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Sheets};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::Error;

/// Bytes of a file.
const MAX_BYTES: usize = 32 << 20;
/// Bytes of a workbook once inflated.
const MAX_INFLATED: u64 = 256 << 20;
/// Rows of a table.
const MAX_ROWS: usize = 100_000;
/// Columns of a table.
const MAX_COLUMNS: usize = 250;
/// Characters of a cell; the rest is cut.
const MAX_CELL: usize = 4_000;
/// Separators between the cells of a CSV file, the likeliest first.
const SEPARATORS: [u8; 4] = [b';', b',', b'\t', b'|'];
/// Records by which the separator is told.
const SAMPLE: usize = 100;

/// A table as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// `CSV`, `XLSX`, `XLS` or `ODS`.
    pub formato: &'static str,
    /// Encoding of a CSV file; empty for a workbook.
    pub codifica: &'static str,
    /// Separator of a CSV file; empty for a workbook.
    pub separatore: &'static str,
    /// Every row, the head too.
    pub rows: Vec<SheetRow>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// Where it stands in the file, counted from 1: the line of a CSV file, the row of a workbook.
    pub riga: u32,
    /// Its cells, without blanks around them and without control characters.
    pub cells: Vec<String>,
}

impl SheetRow {
    /// Nothing stands in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(String::is_empty)
    }
}

impl Sheet {
    /// Reads a file by what its first bytes say, whatever it is called.
    ///
    /// # Errors
    /// `tabella_grande`, `tabella_illeggibile`, or `tabella_vuota` when no row has anything in it.
    pub fn read(bytes: &[u8]) -> Result<Self, Error> {
        if bytes.len() > MAX_BYTES {
            return Err(too_large());
        }
        let sheet = if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
            workbook(bytes)?
        } else {
            csv(bytes)?
        };
        if sheet.rows.iter().all(SheetRow::is_empty) {
            return Err(Error::refused("tabella_vuota"));
        }
        Ok(sheet)
    }
}

fn too_large() -> Error {
    Error::refused("tabella_grande").arg("righe", MAX_ROWS)
}

fn unreadable(detail: impl ToString) -> Error {
    Error::refused("tabella_illeggibile").arg("detail", detail)
}

fn csv(bytes: &[u8]) -> Result<Sheet, Error> {
    let encoding = encoding(bytes);
    // The byte order mark goes; what cannot be read becomes U+FFFD and shows in the preview.
    let (text, encoding, _) = encoding.decode(bytes);
    if text.chars().take(1_000).any(|c| c == '\0') {
        return Err(unreadable("binary"));
    }
    // Spreadsheets write the separator in a line of its own.
    let told = text.get(..4).filter(|start| start.eq_ignore_ascii_case("sep="));
    let (text, skipped, told) = match (told, text.split_once('\n')) {
        (Some(_), Some((first, rest))) => (rest, 1, first.as_bytes().get(4).copied()),
        _ => (&*text, 0, None),
    };
    let separator = told.unwrap_or_else(|| separator(text));
    let mut rows = Vec::new();
    for record in records(text, separator) {
        let record = record.map_err(unreadable)?;
        if rows.len() >= MAX_ROWS || record.len() > MAX_COLUMNS {
            return Err(too_large());
        }
        let line = record.position().map_or(0, |start| line_of(text, start));
        rows.push(SheetRow {
            riga: line.saturating_add(skipped),
            cells: record.iter().map(clean).collect(),
        });
    }
    Ok(Sheet {
        formato: "CSV",
        codifica: encoding.name(),
        separatore: match separator {
            b';' => ";",
            b',' => ",",
            b'\t' => "Tab",
            b'|' => "|",
            _ => "",
        },
        rows,
    })
}

/// The line on which a record begins: the reader counts it from the blank lines before.
fn line_of(text: &str, start: &csv::Position) -> u32 {
    let rest = usize::try_from(start.byte())
        .ok()
        .and_then(|byte| text.get(byte..));
    let blank = rest
        .unwrap_or_default()
        .chars()
        .take_while(|c| matches!(c, '\r' | '\n'));
    let blank = u64::try_from(blank.filter(|c| *c == '\n').count()).unwrap_or(0);
    u32::try_from(start.line().saturating_add(blank)).unwrap_or(u32::MAX)
}

fn records(text: &str, separator: u8) -> impl Iterator<Item = csv::Result<csv::StringRecord>> {
    csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
        .into_records()
}

/// By its byte order mark, by the zeros of UTF-16, else UTF-8 when it is valid and the Windows code page when not.
fn encoding(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    let pairs = bytes.get(..bytes.len().min(64)).unwrap_or_default();
    let zeros = |at: usize| {
        pairs
            .iter()
            .skip(at)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let half = pairs.len().div_ceil(4);
    match (zeros(0), zeros(1)) {
        (first, 0) if first > 0 && first >= half => UTF_16BE,
        (0, second) if second > 0 && second >= half => UTF_16LE,
        _ if std::str::from_utf8(bytes).is_ok() => UTF_8,
        _ => WINDOWS_1252,
    }
}

/// The separator that gives most records the same number of cells, and many of them.
fn separator(text: &str) -> u8 {
    let score = |separator: u8| {
        let lengths: Vec<usize> = records(text, separator)
            .take(SAMPLE)
            .filter_map(Result::ok)
            .map(|record| record.len())
            .collect();
        let most = lengths
            .iter()
            .map(|length| (lengths.iter().filter(|other| *other == length).count(), *length))
            .filter(|(_, length)| *length > 1)
            .max();
        most.map_or(0, |(alike, length)| alike.saturating_mul(length))
    };
    let best = SEPARATORS
        .into_iter()
        .rev()
        .max_by_key(|separator| score(*separator));
    best.unwrap_or(b';')
}

fn workbook(bytes: &[u8]) -> Result<Sheet, Error> {
    let is_zip = bytes.starts_with(b"PK");
    if is_zip {
        check_inflated(bytes)?;
    }
    let mut book = calamine::open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(unreadable)?;
    let formato = match &book {
        Sheets::Xls(_) => "XLS",
        Sheets::Xlsx(_) => "XLSX",
        Sheets::Xlsb(_) => "XLSB",
        Sheets::Ods(_) => "ODS",
    };
    // The first sheet that holds something.
    for place in 0..book.sheet_names().len() {
        let Some(range) = book.worksheet_range_at(place) else {
            continue;
        };
        let range = range.map_err(unreadable)?;
        let Some((first, _)) = range.start() else {
            continue;
        };
        if range.height() > MAX_ROWS || range.width() > MAX_COLUMNS {
            return Err(too_large());
        }
        let rows = range
            .rows()
            .zip(first.saturating_add(1)..)
            .map(|(cells, riga)| SheetRow {
                riga,
                cells: cells.iter().map(shown).collect(),
            });
        return Ok(Sheet {
            formato,
            codifica: "",
            separatore: "",
            rows: rows.collect(),
        });
    }
    Err(Error::refused("tabella_vuota"))
}

/// Inflates a workbook once into nothing, so that one made to fill the memory is refused before it is read.
fn check_inflated(bytes: &[u8]) -> Result<(), Error> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    let mut left = MAX_INFLATED;
    for at in 0..archive.len() {
        let entry = archive.by_index(at).map_err(unreadable)?;
        let read = std::io::copy(&mut entry.take(left.saturating_add(1)), &mut std::io::sink());
        left = left
            .checked_sub(read.map_err(unreadable)?)
            .ok_or_else(too_large)?;
    }
    Ok(())
}

/// A cell as it would be typed: a number with a comma, so that `1.5` is not taken for thousands.
fn shown(cell: &Data) -> String {
    match cell {
        Data::Float(_) => clean(&cell.to_string().replace('.', ",")),
        Data::Bool(is_so) => if *is_so { "sì" } else { "no" }.to_owned(),
        Data::Error(_) => String::new(),
        _ => clean(&cell.to_string()),
    }
}

/// Without what spreadsheets put around text so as not to compute it, control characters and blanks at both ends.
fn clean(cell: &str) -> String {
    let cell = cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let quoted = cell.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    let plain = quoted.unwrap_or(cell);
    let plain = match plain.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => plain,
    };
    let lines: String = plain
        .chars()
        .map(|c| if c.is_control() || c == '\u{a0}' { ' ' } else { c })
        .take(MAX_CELL)
        .collect();
    lines.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
        let rows = Sheet::read(bytes).unwrap().rows.into_iter();
        rows.map(|row| row.cells).collect()
    }

    #[test]
    fn encodings_and_separators_are_told() {
        let utf16: Vec<u8> = "Nome;Città\r\nPerù;Forlì"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let with_mark = [&[0xFF, 0xFE][..], &utf16].concat();
        for (bytes, encoding, separator) in [
            ("Nome;Città\nPerù;Forlì".as_bytes(), "UTF-8", ";"),
            ("\u{feff}Nome,Città\nPerù,Forlì".as_bytes(), "UTF-8", ","),
            (b"Nome\tCitt\xE0\nPer\xF9\tForl\xEC", "windows-1252", "Tab"),
            (&utf16, "UTF-16LE", ";"),
            (&with_mark, "UTF-16LE", ";"),
            (b"sep=|\nNome|Citt\xE0\nPer\xF9|Forl\xEC", "windows-1252", "|"),
        ] {
            let sheet = Sheet::read(bytes).unwrap();
            assert_eq!((sheet.codifica, sheet.separatore), (encoding, separator));
            assert_eq!(cells(bytes), [["Nome", "Città"], ["Perù", "Forlì"]], "{encoding}");
        }
    }

    #[test]
    fn a_comma_in_amounts_is_no_separator() {
        assert_eq!(cells(b"a;b\n1,5;2,5\n3,5;4,5")[1], ["1,5", "2,5"]);
        assert_eq!(cells(b"\"a;x\",b\n\"1;5\",2\n\"3;5\",4")[1], ["1;5", "2"]);
    }

    #[test]
    fn lines_are_those_of_the_file() {
        let sheet = Sheet::read(b"a;b\n\"due\nrighe\";x\n\ny;z").unwrap();
        let lines: Vec<u32> = sheet.rows.iter().map(|row| row.riga).collect();
        assert_eq!(lines, [1, 2, 5]);
        assert_eq!(sheet.rows[1].cells[0], "due righe");
    }

    #[test]
    fn text_kept_from_being_computed_is_plain_again() {
        assert_eq!(clean("=\"00743110157\""), "00743110157");
        assert_eq!(clean("'+39 02"), "+39 02");
        assert_eq!(clean("\u{a0} l'Aquila\t "), "l'Aquila");
    }

    #[test]
    fn workbooks_are_read_with_their_numbers() {
        let table = crate::Table {
            columns: vec!["Partita IVA", "Prezzo"],
            rows: vec![vec![
                "00743110157".into(),
                "1.234".parse::<money::Decimal>().unwrap().into(),
            ]],
        };
        let sheet = Sheet::read(&table.xlsx("Clienti").unwrap()).unwrap();
        assert_eq!(sheet.formato, "XLSX");
        assert_eq!(sheet.rows[1].cells, ["00743110157", "1,234"]);
        assert_eq!(sheet.rows[1].riga, 2);
    }

    #[test]
    fn what_is_no_table_is_refused() {
        for (bytes, code) in [
            (&b""[..], "tabella_vuota"),
            (b"  \n ; \n", "tabella_vuota"),
            (b"PK\x03\x04 broken", "tabella_illeggibile"),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "tabella_illeggibile"),
        ] {
            assert_eq!(Sheet::read(bytes).unwrap_err().code(), code, "{bytes:?}");
        }
    }

    #[test]
    fn a_bomb_is_refused_before_it_is_read() {
        use std::io::Write;
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default())
            .unwrap();
        let zeros = vec![b'0'; 1 << 20];
        for _ in 0..257 {
            zip.write_all(&zeros).unwrap();
        }
        let bytes = zip.finish().unwrap().into_inner();
        assert_eq!(Sheet::read(&bytes).unwrap_err().code(), "tabella_grande");
    }
}
