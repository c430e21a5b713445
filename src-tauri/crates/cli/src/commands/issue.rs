//! Drafts in, numbered documents, XML and PDF out. A file is one write: all of its drafts are issued, or none.

use std::path::{Path, PathBuf};

use books::{
    Books, Error, Problem,
    anagrafiche::{self, SoggettoDraft},
    documenti::{self, DocumentoDraft},
    efatture,
};
use serde::Serialize;
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
    let books = write_to(archive)?;
    let mut outcomes = Vec::new();
    for file in files {
        outcomes.push(outcome(file, issue_file(&books, file)));
    }
    let ids: Vec<db::Id> = outcomes
        .iter()
        .flat_map(|outcome| outcome.documents.iter().map(|issued| issued.id))
        .collect();
    if let Some(folder) = xml {
        std::fs::create_dir_all(&folder)?;
        efatture::save_to_folder(&books, &clock::now(), &ids, &folder)?;
    }
    if let Some(folder) = pdf {
        std::fs::create_dir_all(&folder)?;
        documenti::save_pdf(&books, &clock::now(), &ids, &folder)?;
    }
    output.answer(&outcomes, |outcomes| words(outcomes, output))?;
    Ok(outcomes.iter().all(|outcome| outcome.ok))
}

fn issue_file(books: &Books, file: &Path) -> Result<Vec<Issued>, Error> {
    let orders = match json(file)? {
        Value::Array(orders) => orders,
        one => vec![one],
    };
    let mut drafts = Vec::new();
    for order in orders {
        drafts.push(draft_of(books, file, order)?);
    }
    let issued = documenti::issue_many(books, &clock::now(), drafts)?.value;
    Ok(issued
        .into_iter()
        .map(|emesso| Issued::of(&emesso.documento))
        .collect())
}

/// A draft as `DocumentoDraft`; beside its fields `cliente` may hold the customer (`SoggettoDraft`), found again by
/// partita IVA or codice fiscale, or kept as new.
fn draft_of(books: &Books, file: &Path, mut order: Value) -> Result<DocumentoDraft, Error> {
    let cliente = order.as_object_mut().and_then(|order| order.remove("cliente"));
    let mut draft: DocumentoDraft =
        serde_json::from_value(order).map_err(|error| unreadable(file, &error))?;
    if let Some(cliente) = cliente {
        let cliente: SoggettoDraft =
            serde_json::from_value(cliente).map_err(|error| unreadable(file, &error))?;
        draft.cliente_id = Some(anagrafiche::ensure(books, &clock::now(), cliente)?);
    }
    Ok(draft)
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
