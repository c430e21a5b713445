//! What an issued document freezes, and the chain of hashes over it. Notes and category stay editable and outside.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    DocumentoDraft, Totali,
    regole::{Calcolo, Contesto, Letto, Parametri, calcola, leggi},
};
use crate::{Error, anagrafiche::SoggettoDraft, azienda::AziendaDraft, efatture};

/// Everything the document was made of: computing it again gives the same totals for ever.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Congelato {
    /// Number as printed.
    pub(super) numero: String,
    /// The day of issue.
    pub(super) oggi: Date,
    /// The company on that day.
    pub(super) azienda: AziendaDraft,
    /// The customer on that day.
    pub(super) cliente: SoggettoDraft,
    /// The draft, its date written out.
    pub(super) draft: DocumentoDraft,
    /// Values of the law used.
    pub(super) parametri: Parametri,
    /// Totals.
    pub(super) totali: Totali,
    /// SHA-256 of the XML; empty when there is none.
    pub(super) xml_sha256: String,
}

impl Congelato {
    /// The bytes that are kept and hashed: JSON, keys in order, forms without what is empty.
    pub(super) fn canonical(&self) -> Result<String, Error> {
        let mut value = serde_json::to_value(self)?;
        for form in ["azienda", "cliente", "draft"] {
            if let Some(form) = value.get_mut(form) {
                prune(form);
            }
        }
        Ok(serde_json::to_string(&value)?)
    }

    /// The document read and computed again from what was frozen.
    pub(super) fn recompute(&self) -> Result<(Letto, Calcolo), Error> {
        let letto = leggi(&self.draft, &self.contesto());
        let calcolo = calcola(&letto.documento)?;
        Ok((letto, calcolo))
    }

    pub(super) fn contesto(&self) -> Contesto<'_> {
        Contesto {
            today: self.oggi,
            azienda: &self.azienda,
            cliente: Some(&self.cliente),
            parametri: Some(self.parametri),
        }
    }
}

/// The hash of a link.
pub(super) fn link_hash(prev: &str, canonical: &str) -> String {
    efatture::sha256(format!("{prev}\n{canonical}").as_bytes())
}

/// A form as JSON without empty texts, lists and null: reading it back fills them in.
pub(super) fn slim(form: &DocumentoDraft) -> Result<String, Error> {
    let mut value = serde_json::to_value(form)?;
    prune(&mut value);
    Ok(serde_json::to_string(&value)?)
}

fn prune(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.values_mut().for_each(prune);
            fields.retain(|_, value| !is_empty(value));
        }
        Value::Array(items) => items.iter_mut().for_each(prune),
        _ => {}
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}
