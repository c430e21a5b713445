//! Drafts in, numbered documents, XML and PDF out. A file is one write: all of its drafts are issued, or none.

use std::path::{Path, PathBuf};

use books::{
    Books, Error, Problem,
    documenti::{self, Ordine},
    efatture::{self, FileFallito},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::{json, unreadable, write_to};
use crate::{clock, output::Output};

/// What became of a file.
#[derive(Serialize)]
struct Outcome {
    file: String,
    ok: bool,
    code: String,
    problems: Vec<Problem>,
    documents: Vec<Issued>,
    /// XML and PDF files that could not be written; the documents are issued all the same.
    falliti: Vec<FileFallito>,
}

/// A document that was issued.
#[derive(Serialize)]
struct Issued {
    id: db::Id,
    numero: String,
    data_documento: String,
    totale_documento: money::Cents,
    netto_a_pagare: money::Cents,
    nome_file: String,
}

/// Issues every file in turn; one that is refused does not stop the others.
pub(super) fn issue(
    archive: &Path,
    files: &[PathBuf],
    xml: Option<PathBuf>,
    pdf: Option<PathBuf>,
    output: &Output,
) -> Result<bool, Error> {
    // A folder that cannot be made is told before a number is given.
    for folder in [&xml, &pdf].into_iter().flatten() {
        std::fs::create_dir_all(folder)?;
    }
    let books = write_to(archive)?;
    let mut outcomes = Vec::new();
    for file in files {
        let mut outcome = outcome(file, issue_file(&books, file));
        save_files(&books, &mut outcome, xml.as_deref(), pdf.as_deref());
        outcomes.push(outcome);
    }
    output.answer(&outcomes, |outcomes| words(outcomes, output))?;
    Ok(outcomes
        .iter()
        .all(|outcome| outcome.ok && outcome.falliti.is_empty()))
}

/// Writes the files of the documents that were issued; what fails stands in the outcome beside their numbers.
fn save_files(books: &Books, outcome: &mut Outcome, xml: Option<&Path>, pdf: Option<&Path>) {
    let ids: Vec<db::Id> = outcome.documents.iter().map(|issued| issued.id).collect();
    if ids.is_empty() {
        return;
    }
    let when = clock::now();
    let xml = xml.map(|folder| Ok(efatture::save_to_folder(books, &when, &ids, folder)?.value));
    let pdf = pdf.map(|folder| documenti::save_pdf(books, &when, &ids, folder));
    for saved in [xml, pdf].into_iter().flatten() {
        match saved {
            Ok(report) => outcome.falliti.extend(report.falliti),
            Err(error) => outcome.falliti.push(FileFallito {
                nome_file: String::new(),
                code: Error::code(&error).to_owned(),
            }),
        }
    }
}

fn issue_file(books: &Books, file: &Path) -> Result<Vec<Issued>, Error> {
    let typed = match json(file)? {
        Value::Array(typed) => typed,
        one => vec![one],
    };
    let mut orders = Vec::new();
    for typed in typed {
        orders.push(order_of(file, typed)?);
    }
    let issued = documenti::issue_orders(books, &clock::now(), orders)?.value;
    Ok(issued
        .into_iter()
        .map(|emesso| Issued::of(&emesso.documento))
        .collect())
}

/// A draft as `DocumentoDraft`; beside its fields `cliente` may hold the customer (`SoggettoDraft`), found again by
/// partita IVA or codice fiscale, or kept as new.
fn order_of(file: &Path, mut order: Value) -> Result<Ordine, Error> {
    let cliente = order.as_object_mut().and_then(|order| order.remove("cliente"));
    let cliente = cliente
        .filter(|cliente| !cliente.is_null())
        .map(|cliente| read_whole(file, &cliente, "cliente"))
        .transpose()?;
    let draft = read_whole(file, &order, "")?;
    Ok(Ordine { cliente, draft })
}

/// Reads a form. A name that means nothing is refused: a discount spelt wrong must not become an invoice without it.
fn read_whole<T: Serialize + DeserializeOwned>(file: &Path, typed: &Value, path: &str) -> Result<T, Error> {
    let form: T = serde_json::from_value(typed.clone()).map_err(|error| unreadable(file, &error))?;
    match unknown(typed, &serde_json::to_value(&form)?, path) {
        Some(field) => Err(Error::Invalid(vec![Problem::error("json_campo_ignoto", field)])),
        None => Ok(form),
    }
}

/// The path of the first name in `typed` that `known`, the same data written by us, does not have.
fn unknown(typed: &Value, known: &Value, path: &str) -> Option<String> {
    let join = |name: &str| format!("{path}{}{name}", if path.is_empty() { "" } else { "." });
    match (typed, known) {
        (Value::Object(typed), Value::Object(known)) => typed.iter().find_map(|(name, value)| {
            let Some(known) = known.get(name) else {
                return Some(join(name));
            };
            unknown(value, known, &join(name))
        }),
        (Value::Array(typed), Value::Array(known)) => {
            let mut pairs = typed.iter().zip(known).zip(0_usize..);
            pairs.find_map(|((typed, known), at)| unknown(typed, known, &join(&at.to_string())))
        }
        _ => None,
    }
}

impl Issued {
    fn of(view: &documenti::DocumentoView) -> Self {
        Self {
            id: view.id,
            numero: view.numero.clone(),
            data_documento: view.draft.data_documento.clone(),
            totale_documento: view.totali.totale_documento,
            netto_a_pagare: view.totali.netto_a_pagare,
            nome_file: view.nome_file.clone(),
        }
    }
}

fn outcome(file: &Path, result: Result<Vec<Issued>, Error>) -> Outcome {
    let file = file.display().to_string();
    match result {
        Ok(documents) => Outcome {
            file,
            ok: true,
            code: String::new(),
            problems: Vec::new(),
            documents,
            falliti: Vec::new(),
        },
        Err(error) => {
            let code = error.code().to_owned();
            let problems = if let Error::Invalid(problems) = error {
                problems
            } else {
                Vec::new()
            };
            Outcome {
                file,
                ok: false,
                code,
                problems,
                documents: Vec::new(),
                falliti: Vec::new(),
            }
        }
    }
}

fn words(outcomes: &[Outcome], output: &Output) -> String {
    let mut lines = Vec::new();
    for outcome in outcomes {
        for issued in &outcome.documents {
            lines.push(format!(
                "{}\t{}\t{}\t{}",
                issued.numero, issued.data_documento, issued.totale_documento, issued.nome_file
            ));
        }
        lines.extend(outcome.falliti.iter().map(|failed| {
            let sentence = output.sentence(&failed.code);
            format!("  ! {}: {sentence} [{}]", failed.nome_file, failed.code)
        }));
        if !outcome.ok {
            lines.push(format!("{}: {}", outcome.file, output.sentence(&outcome.code)));
            lines.extend(
                outcome
                    .problems
                    .iter()
                    .map(|problem| format!("  {}", output.problem(problem))),
            );
        }
    }
    lines.join("\n")
}
