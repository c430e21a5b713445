//! What an issued document freezes, and the chain of hashes over it. Notes and category stay editable and outside.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

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
    /// The bytes that are kept and hashed: JSON, fields as they are declared, forms without what is empty.
    pub(super) fn canonical(&self) -> Result<String, Error> {
        let Self {
            numero,
            oggi,
            azienda,
            cliente,
            draft,
            parametri,
            totali,
            xml_sha256,
        } = self;
        let mut json = String::with_capacity(4_096);
        json.push_str("{\"numero\":");
        json.push_str(&serde_json::to_string(numero)?);
        for (name, form) in [
            ("oggi", serde_json::to_string(oggi)?),
            ("azienda", slim(azienda)?),
            ("cliente", slim(cliente)?),
            ("draft", slim(draft)?),
            ("parametri", serde_json::to_string(parametri)?),
            ("totali", serde_json::to_string(totali)?),
            ("xml_sha256", serde_json::to_string(xml_sha256)?),
        ] {
            json.extend([",\"", name, "\":", &form]);
        }
        json.push('}');
        Ok(json)
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
pub(super) fn slim(form: &impl Serialize) -> Result<String, Error> {
    Ok(without_empty(&serde_json::to_string(form)?))
}

/// Compact JSON without the fields that hold an empty text, an empty list or null.
fn without_empty(json: &str) -> String {
    let mut kept = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(start) = rest.find('"') {
        let (before, from) = rest.split_at(start);
        let (text, after) = from.split_at(end_of_text(from));
        kept.push_str(before);
        let value = after.strip_prefix(':');
        let empty = value.and_then(|value| {
            ["\"\"", "[]", "null"]
                .iter()
                .find_map(|empty| value.strip_prefix(empty))
        });
        rest = match empty {
            None => {
                kept.push_str(text);
                after
            }
            Some(after) => after.strip_prefix(',').unwrap_or_else(|| {
                if kept.ends_with(',') {
                    kept.pop();
                }
                after
            }),
        };
    }
    kept.push_str(rest);
    kept
}

/// Bytes of the quoted text with which `json` begins.
fn end_of_text(json: &str) -> usize {
    let mut is_escaped = true; // the quote that opens it
    let end = json.bytes().position(|byte| {
        let ends = byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
        ends
    });
    end.map_or(json.len(), |end| end.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn prune(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                fields.values_mut().for_each(prune);
                let is_empty = |value: &Value| {
                    matches!(value, Value::Null) || *value == json!("") || *value == json!([])
                };
                fields.retain(|_, value| !is_empty(value));
            }
            Value::Array(items) => items.iter_mut().for_each(prune),
            _ => {}
        }
    }

    #[test]
    fn only_empty_fields_go() {
        for value in [
            json!({}),
            json!({"a": "", "b": [], "c": null}),
            json!({"a": "", "b": 1, "c": null, "d": [], "e": "x", "f": ""}),
            json!({"a": ["", null, [], {"b": "", "c": []}, "z"], "d": {"e": null}, "f": {"g": "", "h": 0}}),
            json!({"a": "\"", "b": "\\", "c": "\\\"", "d": "\",\"x\":\"\"", "e": "", "f": "\":null,"}),
            json!({"\"": "", "a\"b": [], "c\\": null, "d": "è €", "è": ""}),
        ] {
            let mut expected = value.clone();
            prune(&mut expected);
            let found = without_empty(&value.to_string());
            assert_eq!(found, expected.to_string(), "{value}");
        }
    }
}
