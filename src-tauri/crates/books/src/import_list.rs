//! Lists from other programs: which column fills which field, and the outcome of every row. The areas say what a row
//! becomes; here is what they share.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use ts_rs::TS;

use crate::{
    Error, Problem, Severity,
    import_columns::Mapped,
    list::Voce,
    sheet::{Sheet, SheetRow},
    table::{csv_writer, harmless},
};

/// What becomes of a row whose record is there already.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Doppioni {
    /// The record stays as it is.
    #[default]
    Salta,
    /// Its empty fields are filled from the row.
    Completa,
    /// The row becomes a further record.
    Nuovo,
}

/// What becomes of a value that cannot be read (a partita IVA with a wrong check digit).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Illeggibili {
    /// It goes into the notes of the record, whose field stays empty.
    #[default]
    Note,
    /// The row is refused.
    Rifiuta,
}

/// How a list is to be imported.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ImportOptions {
    /// Field of each column by its place, empty for a column that is left out; no entry at all lets the heads tell.
    pub colonne: Vec<String>,
    /// The file begins with a record, not with heads.
    pub senza_intestazioni: bool,
    /// Records that are there already.
    pub doppioni: Doppioni,
    /// Values that cannot be read.
    pub illeggibili: Illeggibili,
}

/// What became of a row: always exactly one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Esito {
    /// A record was made.
    Nuovo,
    /// A record that was there got more.
    Completato,
    /// The record was there and stays as it is.
    Doppione,
    /// There is no record in the row: blank, heads repeated, totals.
    Vuota,
    /// The row was refused; its problems say why.
    Rifiutata,
}

/// The outcome of one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportRow {
    /// Where it stands in the file, from 1.
    pub riga: u32,
    /// The record's name.
    pub nome: String,
    /// What became of it.
    pub esito: Esito,
    /// Field by which a record was found to be the same; empty when none was.
    pub uguale_per: String,
    /// Name of that record.
    pub uguale_a: String,
    /// Values that could not be read; they refuse the row, or went into the notes.
    pub problems: Vec<Problem>,
}

impl ImportRow {
    /// The outcome of a row that holds no record.
    pub(crate) fn empty(riga: u32) -> Self {
        Self {
            riga,
            nome: String::new(),
            esito: Esito::Vuota,
            uguale_per: String::new(),
            uguale_a: String::new(),
            problems: Vec::new(),
        }
    }
}

/// Rows by their outcome.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct ImportConti {
    /// All of them.
    pub righe: u32,
    /// New records.
    pub nuovi: u32,
    /// Records that got more.
    pub completati: u32,
    /// Records left as they are.
    pub doppioni: u32,
    /// Rows without a record.
    pub vuote: u32,
    /// Rows refused.
    pub rifiutate: u32,
    /// Rows imported with a value in their notes that could not be read.
    pub con_note: u32,
}

/// The outcome of a whole file; the same before it is imported and after.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportReport {
    /// Kind, encoding and separator of the file, as read.
    pub formato: String,
    /// Heads of the columns.
    pub intestazioni: Vec<String>,
    /// Field of each column; empty for one that is left out.
    pub colonne: Vec<String>,
    /// The first rows as they stand in the file.
    pub esempi: Vec<Vec<String>>,
    /// Fields that a column may fill.
    pub campi: Vec<Voce>,
    /// Rows by their outcome.
    pub conti: ImportConti,
    /// Every row.
    pub righe: Vec<ImportRow>,
}

impl ImportReport {
    /// With only the rows that a person wants to look at, the gravest first, at most 500: the file of the report holds
    /// them all.
    #[must_use]
    pub fn worth_reading(mut self) -> Self {
        self.righe
            .retain(|riga| riga.esito != Esito::Nuovo || !riga.problems.is_empty());
        self.righe.sort_by_key(|riga| {
            (
                riga.esito != Esito::Rifiutata,
                riga.problems.is_empty(),
                riga.riga,
            )
        });
        self.righe.truncate(500);
        self
    }
}

/// Moves the values that cannot be read into the notes of a form, each under the head of its column; the problems
/// become doubts.
pub(crate) fn put_aside<T: Serialize + DeserializeOwned>(
    draft: &T,
    mapped: &Mapped<'_>,
    problems: &mut [Problem],
) -> Result<T, Error> {
    let mut form = serde_json::to_value(draft)?;
    let text = |form: &Value, field: &str| {
        form.get(field)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let mut note = text(&form, "note");
    for problem in problems {
        problem.severity = Severity::Warning;
        let typed = text(&form, &problem.field);
        if typed.is_empty() || problem.field == "note" {
            continue;
        }
        let head = mapped.head_of(&problem.field).unwrap_or(&problem.field);
        let gap = if note.is_empty() { "" } else { "\n" };
        note = format!("{note}{gap}{head}: {typed}");
        set(&mut form, &problem.field, "".into());
    }
    set(&mut form, "note", note.into());
    Ok(serde_json::from_value(form)?)
}

/// `kept` with its empty texts taken from `other`, and those of `flags` that are set there. Field by field over the
/// JSON of the form, so that a field that is added later is not forgotten.
pub(crate) fn fill_empty<T: Serialize + DeserializeOwned>(
    kept: &T,
    other: &T,
    flags: &[&str],
) -> Result<T, Error> {
    let mut form = serde_json::to_value(kept)?;
    if let Value::Object(other) = serde_json::to_value(other)? {
        for (field, value) in other {
            let is_empty = form
                .get(&field)
                .and_then(Value::as_str)
                .is_some_and(str::is_empty);
            if is_empty || (flags.contains(&field.as_str()) && value == true) {
                set(&mut form, &field, value);
            }
        }
    }
    Ok(serde_json::from_value(form)?)
}

fn set(form: &mut Value, field: &str, value: Value) {
    if let Some(form) = form.as_object_mut() {
        form.insert(field.to_owned(), value);
    }
}

pub(crate) fn count(righe: &[ImportRow]) -> ImportConti {
    let mut conti = ImportConti::default();
    for riga in righe {
        let place = match riga.esito {
            Esito::Nuovo => &mut conti.nuovi,
            Esito::Completato => &mut conti.completati,
            Esito::Doppione => &mut conti.doppioni,
            Esito::Vuota => &mut conti.vuote,
            Esito::Rifiutata => &mut conti.rifiutate,
        };
        *place = place.saturating_add(1);
        conti.righe = conti.righe.saturating_add(1);
        if riga.esito != Esito::Rifiutata && !riga.problems.is_empty() {
            conti.con_note = conti.con_note.saturating_add(1);
        }
    }
    conti
}

/// The report as a CSV file: row, outcome, reason, and the row as it stood in the file, so that what was refused can be
/// mended there and imported again.
///
/// # Errors
/// None that a file in memory can have.
pub fn import_csv(sheet: &Sheet, report: &ImportReport, in_english: bool) -> Result<Vec<u8>, Error> {
    let by_line: BTreeMap<u32, &SheetRow> = sheet.rows.iter().map(|row| (row.riga, row)).collect();
    let heads = if in_english {
        ["Row", "Outcome", "Reason"]
    } else {
        ["Riga", "Esito", "Motivo"]
    };
    let mut file = csv_writer(Vec::new())?;
    let width = report.intestazioni.len();
    file.write_record(
        heads
            .into_iter()
            .chain(report.intestazioni.iter().map(String::as_str)),
    )?;
    for riga in &report.righe {
        let told = [
            riga.riga.to_string(),
            esito_words(riga.esito, in_english).to_owned(),
            reason(riga, in_english),
        ];
        let original = by_line
            .get(&riga.riga)
            .map_or(&[][..], |row| row.cells.as_slice());
        let original = (0..width).map(|at| original.get(at).map_or(String::new(), |cell| harmless(cell)));
        file.write_record(told.into_iter().chain(original))?;
    }
    file.into_inner().map_err(|failed| Error::Io(failed.into_error()))
}

/// The outcome in a word.
#[must_use]
pub fn esito_words(esito: Esito, in_english: bool) -> &'static str {
    let (it, en) = match esito {
        Esito::Nuovo => ("nuovo", "new"),
        Esito::Completato => ("completato", "filled in"),
        Esito::Doppione => ("già presente", "already there"),
        Esito::Vuota => ("senza dati", "no record"),
        Esito::Rifiutata => ("rifiutata", "refused"),
    };
    if in_english { en } else { it }
}

/// Why a row had its outcome, in one line.
#[must_use]
pub fn reason(riga: &ImportRow, in_english: bool) -> String {
    let same = (!riga.uguale_per.is_empty()).then(|| {
        let field = riga.uguale_per.replace('_', " ");
        let words = if in_english { "same as" } else { "uguale a" };
        format!("{words} {} ({field})", riga.uguale_a)
    });
    let problems = riga.problems.iter().map(|problem| {
        let field = problem.field.replace('_', " ");
        format!(
            "{field}: {}",
            crate::sentence(&problem.code, &problem.args, in_english)
        )
    });
    same.into_iter().chain(problems).collect::<Vec<_>>().join(" ")
}
