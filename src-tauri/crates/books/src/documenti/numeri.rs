//! Numbers: per class, year of the document date and series (DOMAIN 4.1). Given at issue only, never used again.

use db::Sql;
use jiff::{Timestamp, civil::Date};

use super::{Emesso, NumeroAnomalia, regole::Documento, store};
use crate::{Error, Marks, Problem, azienda};

/// `12`, or `12/A` in a series.
#[must_use]
pub(super) fn text(progressivo: u32, sezionale: &str) -> String {
    if sezionale.is_empty() {
        progressivo.to_string()
    } else {
        format!("{progressivo}/{sezionale}")
    }
}

fn mark(classe: &str, anno: i16, sezionale: &str) -> String {
    format!("{classe}|{anno}|{sezionale}")
}

/// The number that issuing now would give: above the archive's own, those used elsewhere, and the marks.
pub(super) fn next(sql: &impl Sql, documento: &Documento, marks: Option<&Marks>) -> Result<u32, Error> {
    let anno = documento.data_documento.year();
    after(sql, (documento.tipo.classe(), anno, &documento.sezionale), marks)
}

/// The number that the next document of a series and year gets.
pub(super) fn after(
    sql: &impl Sql,
    (classe, anno, sezionale): (&str, i16, &str),
    marks: Option<&Marks>,
) -> Result<u32, Error> {
    let used = store::highest(sql, classe, anno, sezionale)?
        .max(azienda::last_elsewhere(sql, classe, anno, sezionale)?)
        .max(marks.map_or(0, |marks| marks.get(&mark(classe, anno, sezionale))));
    used.checked_add(1).ok_or(Error::TooLarge(money::TooLarge))
}

/// The highest number of every series, as marks.
///
/// # Errors
/// The archive cannot be read.
pub fn used_numbers(sql: &impl Sql) -> Result<Vec<(String, u32)>, Error> {
    let series = store::series(sql)?.into_iter();
    Ok(series
        .map(|(classe, anno, sezionale, highest)| (mark(&classe, anno, &sezionale), highest))
        .collect())
}

/// The marks of the series that were just used: an index look-up each, however long the archive.
pub(super) fn used_by(sql: &impl Sql, issued: &[Emesso]) -> Result<Vec<(String, u32)>, Error> {
    let mut marks = Vec::with_capacity(issued.len());
    for Emesso { documento, .. } in issued {
        let row = store::get(sql, documento.id)?;
        let key = mark(row.tipo.classe(), row.anno, &row.sezionale);
        marks.extend(row.progressivo.map(|number| (key, number)));
    }
    Ok(marks)
}

/// Numbers must not contradict dates within a series. A date before the last one is refused; within 12 days
/// (art. 21 c.4 DPR 633/1972) the user may go on. Documents without fiscal value are only warned about.
pub(super) fn check_order(
    sql: &impl Sql,
    documento: &Documento,
    fuori_ordine: bool,
) -> Result<Option<Problem>, Error> {
    let day = documento.data_documento;
    let last = store::last_date(sql, documento.tipo.classe(), day.year(), &documento.sezionale)?;
    let Some(last) = last
        .and_then(|date| date.parse::<Date>().ok())
        .filter(|last| day < *last)
    else {
        return Ok(None);
    };
    let allowed = fisco::parametri::termine_emissione_immediata_giorni(day).map_or(0, |found| found.value);
    let days = i64::from(last.since(day).map_or(i32::MAX, |span| span.get_days()));
    let is_accepted = !documento.tipo.is_fiscale() || (fuori_ordine && days <= allowed);
    let problem = if is_accepted {
        Problem::warning("documenti_data_precedente", "data_documento")
    } else {
        Problem::error("documenti_data_precedente", "data_documento")
    };
    Ok(Some(problem.arg("ultima", last).arg("giorni", allowed)))
}

/// Holes and disorders in the numbers of every series. A hole is explained by numbers used elsewhere, or by an older
/// copy of the archive that was put back between the documents around it.
///
/// # Errors
/// The archive cannot be read.
pub fn numeri(sql: &impl Sql) -> Result<Vec<NumeroAnomalia>, Error> {
    let mut found = Vec::new();
    let restores = db::barriers(sql, "restore")?;
    for (classe, anno, sezionale, _) in store::series(sql)? {
        let altrove = azienda::elsewhere(sql, &classe, anno, &sezionale)?;
        let (elsewhere, reason) = altrove.map_or((0, String::new()), |row| (row.ultimo, row.motivo));
        let anomalia = |da, numero, motivo: &str, spiegazione: String, documento_id| NumeroAnomalia {
            classe: classe.clone(),
            anno,
            sezionale: sezionale.clone(),
            da,
            numero,
            motivo: motivo.to_owned(),
            spiegazione,
            documento_id,
        };
        let (mut expected, mut latest, mut before) = (1_u32, String::new(), Timestamp::MIN);
        for given in store::numbers(sql, &classe, anno, &sezionale)? {
            let issued = given.emesso_at.parse().unwrap_or(Timestamp::MAX);
            let last = given.numero.saturating_sub(1);
            if expected <= last.min(elsewhere) {
                let to = last.min(elsewhere);
                found.push(anomalia(expected, to, "usato_altrove", reason.clone(), None));
            }
            let from = expected.max(elsewhere.saturating_add(1));
            if from <= last {
                let restore = restores.iter().find(|at| before <= **at && **at <= issued);
                found.push(match restore {
                    Some(at) => anomalia(from, last, "ripristino", at.to_string(), None),
                    None => anomalia(from, last, "mancante", String::new(), None),
                });
            }
            if given.data_documento < latest {
                let (numero, id) = (given.numero, Some(given.id));
                found.push(anomalia(numero, numero, "data_precedente", latest.clone(), id));
            }
            expected = given.numero.saturating_add(1);
            latest = latest.max(given.data_documento);
            before = before.max(issued);
        }
    }
    Ok(found)
}
