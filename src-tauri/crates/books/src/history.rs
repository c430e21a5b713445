//! The history of a record: what each write changed, field by field, and the way back to one of its states.

use std::collections::{BTreeMap, btree_map::Entry};

use db::{Change, Id, Sql, When};
use jiff::Timestamp;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use ts_rs::TS;

use crate::{Books, Error, anagrafiche, azienda, documenti, list::Saved, prodotti};

/// One write that changed a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StoriaRow {
    /// The write; names the state after it to [`restore_state`].
    pub tx: Id,
    /// When, UTC, ISO.
    pub at: String,
    /// Who.
    pub actor: String,
    /// What was being done (`area.verb`).
    pub verb: String,
    /// It turned that back.
    pub annulla: bool,
    /// What changed; empty when the record was made, and once the old values are no longer kept.
    pub cambi: Vec<Cambio>,
    /// The record can go back to how this write left it.
    pub ripristinabile: bool,
}

/// A field that a write changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Cambio {
    /// Path of the field in the draft.
    pub campo: String,
    /// Its value before; empty for none, `true` and `false` for a choice.
    pub prima: String,
    /// Its value after.
    pub dopo: String,
}

/// Columns beside the form that a person knows.
const SHOWN: [&str; 5] = ["categoria", "cestinato", "note", "numero", "stato"];

/// A row of a table before and after a write.
struct Step {
    tx: i64,
    at: String,
    actor: String,
    verb: String,
    is_undo: bool,
    before: Option<Value>,
    after: Option<Value>,
}

/// The tables of a record: the one that lists read, and the one with the form.
fn tables(area: &str) -> Result<(&'static str, &'static str), Error> {
    match area {
        "anagrafiche" => Ok(("anagrafiche_soggetti", "anagrafiche_soggetti")),
        "prodotti" => Ok(("prodotti", "prodotti")),
        "azienda" => Ok(("azienda", "azienda")),
        "documenti" => Ok(("documenti", "documenti_contenuti")),
        _ => Err(Error::NotFound("areas")),
    }
}

/// Every write that changed a record, newest first.
///
/// # Errors
/// No area keeps records under this name; the archive cannot be read.
pub fn history(sql: &impl Sql, area: &str, id: Id) -> Result<Vec<StoriaRow>, Error> {
    let (main, form) = tables(area)?;
    let is_editable = is_editable(sql, area, id)?;
    let form_steps = steps(sql, form, id)?;
    let mut by_tx: BTreeMap<i64, StoriaRow> = BTreeMap::new();
    for (place, step) in form_steps.iter().enumerate() {
        let mut row = row_of(step)?;
        row.ripristinabile = is_editable && place > 0 && form_of(step.after.as_ref()).is_some();
        by_tx.insert(step.tx, row);
    }
    if main != form {
        for step in steps(sql, main, id)? {
            let row = row_of(&step)?;
            match by_tx.entry(step.tx) {
                Entry::Vacant(place) => _ = place.insert(row),
                Entry::Occupied(mut known) => {
                    let cambi = &mut known.get_mut().cambi;
                    let is_new = |cambio: &Cambio| cambi.iter().all(|other| other.campo != cambio.campo);
                    let further: Vec<Cambio> = row.cambi.into_iter().filter(is_new).collect();
                    cambi.extend(further);
                }
            }
        }
    }
    if area == "documenti" {
        for letter in documenti::prepared(sql, id)? {
            let row = row_of_letter(sql, letter)?;
            by_tx.insert(row.tx.get(), row);
        }
    }
    folded(by_tx.into_values().rev())
}

/// A letter prepared with a document: to whom, and what was attached.
fn row_of_letter(sql: &impl Sql, letter: documenti::Preparata) -> Result<StoriaRow, Error> {
    let write =
        db::maker(sql, letter.id)?.ok_or_else(|| Error::Broken("a letter without its write".to_owned()))?;
    let set = |campo: &str, dopo: String| Cambio {
        campo: campo.to_owned(),
        prima: String::new(),
        dopo,
    };
    let attached = if letter.con_xml { "PDF, XML" } else { "PDF" };
    let cambi = [
        set("destinatari", letter.destinatari),
        set("allegati", attached.to_owned()),
    ];
    Ok(StoriaRow {
        tx: Id::try_from(write.tx).map_err(|bad| Error::Broken(bad.to_string()))?,
        at: write.at.to_string(),
        actor: write.actor,
        verb: write.verb,
        annulla: false,
        cambi: cambi
            .into_iter()
            .filter(|cambio| !cambio.dopo.is_empty())
            .collect(),
        ripristinabile: false,
    })
}

/// A draft is kept by itself while one types: saves no further apart than this are one sitting.
const SITTING_MINUTES: i64 = 30;

/// The saves of a draft in one sitting as one row, that of the last, with what they changed together.
fn folded(rows: impl Iterator<Item = StoriaRow>) -> Result<Vec<StoriaRow>, Error> {
    let mut folded: Vec<StoriaRow> = Vec::new();
    let mut earliest = Timestamp::MAX;
    let mut rows = rows.peekable();
    while let Some(row) = rows.next() {
        let was_made = rows.peek().is_none();
        let at = moment(&row)?;
        let is_save = |row: &StoriaRow| row.verb == "documenti.save" && !row.annulla;
        let is_near = earliest.duration_since(at).as_mins() < SITTING_MINUTES;
        earliest = at;
        match folded.last_mut() {
            Some(later) if is_near && is_save(later) && is_save(&row) && later.actor == row.actor => {
                let then = std::mem::take(&mut later.cambi);
                later.cambi = if was_made {
                    Vec::new()
                } else {
                    together(row.cambi, then)
                };
            }
            _ => folded.push(row),
        }
    }
    Ok(folded)
}

fn moment(row: &StoriaRow) -> Result<Timestamp, Error> {
    row.at
        .parse()
        .map_err(|bad: jiff::Error| Error::Broken(bad.to_string()))
}

/// What two writes changed, one after the other.
fn together(first: Vec<Cambio>, then: Vec<Cambio>) -> Vec<Cambio> {
    let mut fields: BTreeMap<String, Cambio> =
        first.into_iter().map(|one| (one.campo.clone(), one)).collect();
    for cambio in then {
        match fields.entry(cambio.campo.clone()) {
            Entry::Vacant(place) => _ = place.insert(cambio),
            Entry::Occupied(mut known) => known.get_mut().dopo = cambio.dopo,
        }
    }
    fields
        .into_values()
        .filter(|cambio| cambio.prima != cambio.dopo)
        .collect()
}

/// Brings a record back to how the write `tx` left it; a write like every other, which undo takes back.
///
/// # Errors
/// The state is no longer kept, or the rules refuse it now: a document was issued, a code belongs to another.
pub fn restore_state(books: &Books, when: &When, area: &str, id: Id, tx: Id) -> Result<Saved<()>, Error> {
    let (_, form) = tables(area)?;
    let state = books.read(|sql| {
        let step = steps(sql, form, id)?.into_iter().find(|step| step.tx == tx.get());
        Ok(step.and_then(|step| form_of(step.after.as_ref())))
    })?;
    let state = state.ok_or_else(|| Error::refused("stato_perduto"))?;
    match area {
        "anagrafiche" => {
            let draft = anagrafiche::SoggettoDraft {
                id: Some(id),
                ..draft(state)?
            };
            Ok(without_value(anagrafiche::save(books, when, draft)?))
        }
        "prodotti" => {
            let draft = prodotti::ProdottoDraft {
                id: Some(id),
                ..draft(state)?
            };
            Ok(without_value(prodotti::save(books, when, draft)?))
        }
        "azienda" => Ok(without_value(azienda::save(books, when, draft(state)?)?)),
        _ => {
            let draft = documenti::DocumentoDraft {
                id: Some(id),
                ..draft(state)?
            };
            Ok(without_value(documenti::save(books, when, draft)?))
        }
    }
}

fn draft<T: DeserializeOwned>(state: Value) -> Result<T, Error> {
    Ok(serde_json::from_value(state)?)
}

fn without_value<T>(saved: Saved<T>) -> Saved<()> {
    Saved {
        value: (),
        touched: saved.touched,
    }
}

/// An issued document is frozen.
fn is_editable(sql: &impl Sql, area: &str, id: Id) -> Result<bool, Error> {
    let row = db::current(sql, tables(area)?.0, id)?;
    Ok(row.is_some_and(|row| area != "documenti" || row.get("stato").is_some_and(|stato| stato == "bozza")))
}

/// The writes that changed a row, newest first, each with the row before and after.
fn steps(sql: &impl Sql, table: &str, id: Id) -> Result<Vec<Step>, Error> {
    let mut after = db::current(sql, table, id)?;
    let mut steps = Vec::new();
    for entry in db::history(sql, table, id)? {
        let before = entry.old_values;
        steps.push(Step {
            tx: entry.tx,
            at: entry.at.to_string(),
            actor: entry.actor,
            verb: entry.verb,
            is_undo: entry.is_undo,
            before: before.clone(),
            after: if entry.change == Change::Deleted {
                None
            } else {
                after
            },
        });
        after = before;
    }
    Ok(steps)
}

fn row_of(step: &Step) -> Result<StoriaRow, Error> {
    Ok(StoriaRow {
        tx: Id::try_from(step.tx).map_err(|bad| Error::Broken(bad.to_string()))?,
        at: step.at.clone(),
        actor: step.actor.clone(),
        verb: step.verb.clone(),
        annulla: step.is_undo,
        cambi: changes(step.before.as_ref(), step.after.as_ref()),
        ripristinabile: false,
    })
}

/// The form in a row.
fn form_of(row: Option<&Value>) -> Option<Value> {
    serde_json::from_str(row?.get("draft")?.as_str()?).ok()
}

/// The fields that differ, in order.
fn changes(before: Option<&Value>, after: Option<&Value>) -> Vec<Cambio> {
    let (Some(before), Some(after)) = (before, after) else {
        return Vec::new();
    };
    let (old, new) = (leaves_of(before), leaves_of(after));
    let fields: std::collections::BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let value =
        |leaves: &BTreeMap<String, String>, field: &String| leaves.get(field).cloned().unwrap_or_default();
    let pairs = fields.into_iter().map(|campo| Cambio {
        prima: value(&old, campo),
        dopo: value(&new, campo),
        campo: campo.clone(),
    });
    pairs.filter(|cambio| cambio.prima != cambio.dopo).collect()
}

/// Every field of a row that a person knows, by its path.
fn leaves_of(row: &Value) -> BTreeMap<String, String> {
    let mut leaves = BTreeMap::new();
    if let Some(form) = form_of(Some(row)) {
        collect(&form, String::new(), &mut leaves);
    }
    for column in SHOWN {
        if let (Some(value), false) = (row.get(column), leaves.contains_key(column)) {
            let value = if column == "cestinato" {
                Value::Bool(value == 1)
            } else {
                value.clone()
            };
            collect(&value, column.to_owned(), &mut leaves);
        }
    }
    leaves
}

fn collect(value: &Value, path: String, leaves: &mut BTreeMap<String, String>) {
    let below = |name: &str| {
        if path.is_empty() {
            name.to_owned()
        } else {
            format!("{path}.{name}")
        }
    };
    match value {
        Value::Object(fields) => fields
            .iter()
            .for_each(|(name, value)| collect(value, below(name), leaves)),
        Value::Array(items) => {
            for (at, value) in items.iter().enumerate() {
                collect(value, below(&at.to_string()), leaves);
            }
        }
        Value::Null => {}
        Value::String(text) if text.is_empty() => {}
        Value::String(text) => _ = leaves.insert(path, text.clone()),
        // A choice that is not made is as good as none.
        Value::Bool(false) => {}
        Value::Bool(true) | Value::Number(_) => _ = leaves.insert(path, value.to_string()),
    }
}
