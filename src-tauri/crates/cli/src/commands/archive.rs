//! The archive as a whole: make, fill, prove, copy, put back.

use std::path::Path;

use jiff::civil::Date;

use super::{json, made, read_from, write_to};
use crate::{clock, output::Output};
use books::{Books, Error, PdfCheck, Problem, VerifyReport, allegati, azienda};

/// Makes an archive for a company.
pub(super) fn new(archive: &Path, company: &Path, output: &Output) -> Result<bool, Error> {
    let draft = json(company)?;
    let books = Books::create(archive, &clock::setup(), &clock::now())?;
    let saved = azienda::save(&books, &clock::now(), draft)?;
    for problem in &saved.value.problems {
        output.tell(problem);
    }
    made(archive, output)
}

/// Makes a filled archive, as if on the day given, or today.
pub(super) fn demo(
    archive: &Path,
    documents: u32,
    day: Option<Date>,
    output: &Output,
) -> Result<bool, Error> {
    let day = day.unwrap_or_else(|| clock::now().today);
    books::demo_archive(archive, &clock::setup(), documents, day)?;
    made(archive, output)
}

/// Proves the archive.
pub(super) fn verify(archive: &Path, all_pdf: bool, output: &Output) -> Result<bool, Error> {
    let reader = read_from(archive)?;
    let pdf = if all_pdf { PdfCheck::All } else { PdfCheck::Sample };
    let report = books::verify(&reader, &allegati::folder_of(archive), pdf)?;
    output.answer(&report, |report: &VerifyReport| {
        let mut lines: Vec<String> = report
            .findings
            .iter()
            .map(|problem| output.problem(&by_number(problem)))
            .collect();
        lines.push(format!(
            "{} documenti, {} differenze",
            report.checked,
            report.findings.len()
        ));
        lines.join("\n")
    })?;
    Ok(report.ok)
}

/// A person knows a document by its number, not by its row.
fn by_number(problem: &Problem) -> Problem {
    let numero = problem.args.get("numero");
    Problem {
        field: numero.unwrap_or(&problem.field).clone(),
        ..problem.clone()
    }
}

/// Copies the archive, also beside an open window.
pub(super) fn backup(archive: &Path, dest: &Path, output: &Output) -> Result<bool, Error> {
    books::backup_to(&read_from(archive)?, dest)?;
    made(dest, output)
}

/// Puts a copy back.
pub(super) fn restore(backup: &Path, archive: &Path, output: &Output) -> Result<bool, Error> {
    let report = books::restore(backup, archive, &clock::setup(), &clock::now())?;
    // Opening raises the marks: numbers used after the copy was made are not given out again.
    drop(write_to(archive)?);
    output.answer(&report, |report| {
        let mut lines = vec![report.sicurezza.clone()];
        lines.extend(report.persi.iter().cloned());
        lines.join("\n")
    })?;
    Ok(true)
}
