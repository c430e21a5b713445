//! The check of everything in an archive: pages, references, documents, attached files.

use std::path::Path;

use db::{PageProblem, Sql};
use serde::Serialize;
use ts_rs::TS;

use crate::{
    Error, Problem, Progress, allegati,
    documenti::{self, Rilievo},
    scadenze,
};

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
    verify_with(sql, attachments, pdf, &Progress::default())
}

/// As [`verify`], one step per PDF; it can be stopped.
///
/// # Errors
/// As [`verify`]; `annullato` when it was stopped.
pub fn verify_with(
    sql: &impl Sql,
    attachments: &Path,
    pdf: PdfCheck,
    progress: &Progress,
) -> Result<VerifyReport, Error> {
    let mut findings = verify_rows(sql)?;
    let papers = documenti::verify_pdf(sql, attachments, pdf, progress)?;
    findings.extend(papers.into_iter().map(document_problem));
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

/// What [`verify`] finds in the file itself: pages, references, documents.
pub(crate) fn verify_rows(sql: &impl Sql) -> Result<Vec<Problem>, Error> {
    let mut findings: Vec<Problem> = db::verify_pages(sql)?.iter().map(page_problem).collect();
    findings.extend(documenti::verify(sql)?.into_iter().map(document_problem));
    findings.extend(scadenze::verify(sql)?.into_iter().map(document_problem));
    Ok(findings)
}

fn document_problem(found: Rilievo) -> Problem {
    let id = found.documento_id.map(|id| id.to_string()).unwrap_or_default();
    Problem::error(&found.code, id).arg("numero", found.numero)
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
