//! Every numbering series and year: what was used, what comes next, and why a number is missing.

use db::Sql;
use jiff::civil::Date;
use pdf::{Block, Column, Doc, Lingua, Row};
use serde::Serialize;
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::{NumeroAnomalia, numeri, paper, store};
use crate::{Error, Marks, Table, azienda};

/// A series in a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NumeroSerie {
    /// Numbering class.
    pub classe: String,
    /// Year.
    pub anno: i16,
    /// Series; empty for the main one.
    pub sezionale: String,
    /// Documents.
    pub documenti: u32,
    /// Highest number.
    pub ultimo: u32,
    /// ISO date of the document that has it.
    pub ultima_data: String,
    /// Number that the next document gets.
    pub prossimo: u32,
    /// Holes, their reason, and dates out of order.
    pub anomalie: Vec<NumeroAnomalia>,
}

/// Every series and year with its numbers, the newest year first.
///
/// # Errors
/// The archive cannot be read.
pub fn registro(sql: &impl Sql, marks: &Marks) -> Result<Vec<NumeroSerie>, Error> {
    let anomalie = numeri::numeri(sql)?;
    let mut serie = Vec::new();
    for (classe, anno, sezionale, ultimo) in store::series(sql)? {
        let numbers = store::numbers(sql, &classe, anno, &sezionale)?;
        let prossimo = numeri::after(sql, (&classe, anno, &sezionale), Some(marks))?;
        let of_series = |found: &&NumeroAnomalia| {
            (found.classe.as_str(), found.anno, &found.sezionale) == (&classe, anno, &sezionale)
        };
        let mut anomalie: Vec<NumeroAnomalia> = anomalie.iter().filter(of_series).cloned().collect();
        // Numbers that this computer saw above those of the archive: lost with a restore, never given out again.
        if prossimo > ultimo.saturating_add(1) {
            anomalie.push(NumeroAnomalia {
                classe: classe.clone(),
                anno,
                sezionale: sezionale.clone(),
                da: ultimo.saturating_add(1),
                numero: prossimo.saturating_sub(1),
                motivo: tail_reason(sql, (&classe, anno, &sezionale), prossimo)?.to_owned(),
                spiegazione: String::new(),
                documento_id: None,
            });
        }
        serie.push(NumeroSerie {
            documenti: u32::try_from(numbers.len()).map_err(|_never| money::TooLarge)?,
            ultima_data: numbers
                .last()
                .map(|last| last.data_documento.clone())
                .unwrap_or_default(),
            classe,
            anno,
            sezionale,
            ultimo,
            prossimo,
            anomalie,
        });
    }
    serie.sort_by(|a, b| {
        b.anno
            .cmp(&a.anno)
            .then_with(|| (&a.classe, &a.sezionale).cmp(&(&b.classe, &b.sezionale)))
    });
    Ok(serie)
}

fn tail_reason(
    sql: &impl Sql,
    (classe, anno, sezionale): (&str, i16, &str),
    next: u32,
) -> Result<&'static str, Error> {
    let elsewhere = azienda::last_elsewhere(sql, classe, anno, sezionale)?;
    Ok(if elsewhere.saturating_add(1) == next {
        "usato_altrove"
    } else {
        "ripristino"
    })
}

/// Documents, drafts too, that use a series.
///
/// # Errors
/// The archive cannot be read.
pub(crate) fn count_of_series(sql: &impl Sql, codice: &str) -> Result<u32, Error> {
    store::count_of_series(sql, codice.trim())
}

/// The register as rows for a spreadsheet: each series, and under it what is to be explained.
#[must_use]
pub fn registro_table(serie: &[NumeroSerie]) -> Table {
    let rows = serie
        .iter()
        .flat_map(lines)
        .map(|line| line.map(|cell| cell.as_str().into()).into());
    Table {
        columns: HEADS.to_vec(),
        rows: rows.collect(),
    }
}

const HEADS: [&str; 5] = ["Numerazione", "Anno", "Sezionale", "Numeri", "Che cosa"];

fn lines(serie: &NumeroSerie) -> Vec<[String; 5]> {
    let head = [
        class_words(&serie.classe).to_owned(),
        serie.anno.to_string(),
        serie.sezionale.clone(),
    ];
    let line = |numbers: String, what: String| {
        let [classe, anno, sezionale] = head.clone();
        [classe, anno, sezionale, numbers, what]
    };
    let mut lines = vec![line(
        serie.ultimo.to_string(),
        format!(
            "{} documenti, ultimo del {}, prossimo {}",
            serie.documenti, serie.ultima_data, serie.prossimo
        ),
    )];
    lines.extend(serie.anomalie.iter().map(|found| {
        let numbers = if found.da == found.numero {
            found.numero.to_string()
        } else {
            format!("{}-{}", found.da, found.numero)
        };
        let why = [motivo_words(&found.motivo), found.spiegazione.as_str()];
        let why = why
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>();
        line(numbers, why.join(": "))
    }));
    lines
}

fn class_words(classe: &str) -> &str {
    match classe {
        "fatture" => "Fatture",
        "preventivi" => "Preventivi",
        "proforma" => "Proforma",
        "ddt" => "DDT",
        "ricevute" => "Ricevute",
        other => other,
    }
}

fn motivo_words(motivo: &str) -> &str {
    match motivo {
        "usato_altrove" => "numeri usati altrove",
        "ripristino" => "numeri persi con un ripristino, non si riusano",
        "mancante" => "numeri mancanti senza spiegazione",
        "data_precedente" => "data precedente a quella del numero prima",
        other => other,
    }
}

/// The register on paper.
///
/// # Errors
/// It cannot be laid out; the archive cannot be read.
pub fn registro_pdf(sql: &impl Sql, marks: &Marks, today: Date) -> Result<Vec<u8>, Error> {
    let serie = registro(sql, marks)?;
    let rows: Vec<[String; 5]> = serie.iter().flat_map(lines).collect();
    let hash = Sha256::digest(serde_json::to_vec(&serie)?);
    let mut doc = Doc::new(Lingua::It, "Registro della numerazione", hash.into(), today);
    let azienda = azienda::stored(sql)?;
    doc.author = azienda.map(|view| view.nome_completo).unwrap_or_default();
    doc.blocks.push(Block::Heading(format!(
        "Registro della numerazione. {}",
        doc.author
    )));
    let day = pdf::format::date(Lingua::It, today);
    doc.blocks.push(Block::Small(format!("Situazione al {day}")));
    let [classe, anno, sezionale, numbers, what] = HEADS;
    doc.blocks.push(Block::Table(pdf::Table {
        columns: vec![
            Column::short(classe),
            Column::short(anno),
            Column::short(sezionale),
            Column::short(numbers),
            Column::text(what),
        ],
        rows: rows.into_iter().map(Row::new).collect(),
        ..pdf::Table::default()
    }));
    pdf::render(&doc).map_err(paper::refusal)
}
