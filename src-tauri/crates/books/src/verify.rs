//! The check of everything in an archive: pages, references, documents, attached files.

use std::path::Path;

use db::{PageProblem, Sql};
use serde::Serialize;
use ts_rs::TS;

use crate::{Error, Problem, allegati, documenti};

/// What the check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VerifyReport {
    /// Nothing differs.
    pub ok: bool,
    /// Issued documents checked.
    pub checked: u32,
    /// Everything that differs; the field names the document's row.
    pub findings: Vec<Problem>,
}

/// Recomputes what the archive promises: pages and references, the hash chain, form = list = XML of every issued
/// document (and = the text of its PDF, for a sample of `pdf`, or for all), instalments, numbers, and the bytes of the
/// attached files in `attachments` (the folder of [`allegati::folder_of`]).
///
/// # Errors
/// The archive cannot be read at all.
pub fn verify(sql: &impl Sql, attachments: &Path, pdf: PdfCheck) -> Result<VerifyReport, Error> {
    let mut findings: Vec<Problem> = db::verify_pages(sql)?.iter().map(page_problem).collect();
    let documents = documenti::verify(sql)?.into_iter();
    let papers = documenti::verify_pdf(sql, attachments, pdf)?.into_iter();
    findings.extend(documents.chain(papers).map(|found| {
        let id = found.documento_id.map(|id| id.to_string()).unwrap_or_default();
        Problem::error(&found.code, id).arg("numero", found.numero)
    }));
    for (row, error) in allegati::verify(sql, attachments)? {
        findings.push(Problem::error(error.code(), row.id.to_string()));
    }
    let checked = u32::try_from(documenti::issued(sql)?.len()).map_err(|_too_many| money::TooLarge)?;
    Ok(VerifyReport {
        ok: findings.is_empty(),
        checked,
        findings,
    })
}

/// Which PDFs are compared with their documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PdfCheck {
    /// The newest twenty.
    Sample,
    /// Every one.
    All,
}

fn page_problem(problem: &PageProblem) -> Problem {
    match problem {
        PageProblem::Pages(said) => Problem::error("verifica_pagine", "").arg("detail", said),
        PageProblem::Reference { table, parent, .. } => Problem::error("verifica_riferimento", "")
            .arg("table", table)
            .arg("parent", parent),
    }
}
