//! Two rows of the same subject made one.

use db::{Id, Tx};

use super::{SoggettoDraft, SoggettoView, save, store};
use crate::Error;

/// Keeps `keep`, fills its empty fields from `drop`, gives it the faces of both, and bins `drop`. Issued documents
/// have the subject frozen inside and do not change.
///
/// # Errors
/// One of them does not exist, or both are the same.
pub(crate) fn merge_in(tx: &Tx<'_>, keep: Id, drop: Id) -> Result<SoggettoView, Error> {
    if keep == drop {
        return Err(Error::refused("merge_same"));
    }
    let today = tx.when().today;
    let kept = save::get(tx, keep, today)?.draft;
    let dropped = save::get(tx, drop, today)?.draft;
    store::set_cestinato(tx, drop, true)?;
    save::save_in(tx, filled(&kept, &dropped)?)
}

/// `kept` with its empty texts taken from `dropped`. Field by field over the JSON of the form, so that a field that
/// is added later is not forgotten.
fn filled(kept: &SoggettoDraft, dropped: &SoggettoDraft) -> Result<SoggettoDraft, Error> {
    let mut form = serde_json::to_value(kept)?;
    if let (Some(form), serde_json::Value::Object(other)) =
        (form.as_object_mut(), serde_json::to_value(dropped)?)
    {
        for (field, value) in other {
            let is_empty = form
                .get(&field)
                .and_then(serde_json::Value::as_str)
                .is_some_and(str::is_empty);
            let is_face = matches!(field.as_str(), "cliente" | "fornitore" | "contatto") && value == true;
            if is_empty || is_face {
                form.insert(field, value);
            }
        }
    }
    Ok(serde_json::from_value(form)?)
}
