//! D13: one flipped bit anywhere in an archive of issued documents. What changed in them is reported by the check of
//! the archive, nothing panics, and what can still be read together with the last backup gives nearly all back.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use books::{areas::SCHEMA, demo_archive, documenti};
use db::{Id, Reader, Sql, backup};

use crate::chance::Chance;
use crate::issuing::{issue, open, path, setup, when};
use crate::outcome::{Control, Outcome, on_two_cores};

/// Documents when the last backup was made.
const BACKED_UP: u32 = 60;
/// Invoices issued since.
const SINCE: i64 = 4;

/// What is compared of an issued document, one text a row: itself, what it froze, its lines, its VAT, its file.
const FISCAL: &str = "
    SELECT json_array(tipo, anno, sezionale, progressivo, numero, data_documento, cliente, imponibile_cents, imposta_cents,
        totale_cents, netto_cents, td, no_sdi) FROM documenti WHERE id = ?1
    UNION ALL SELECT congelato FROM documenti_contenuti WHERE id = ?1
    UNION ALL SELECT json_array(numero_linea, descrizione, quantita_e8, prezzo_e8, totale_cents, aliquota_bp, natura)
        FROM documenti_righe WHERE documento_id = ?1
    UNION ALL SELECT json_array(aliquota_bp, natura, esigibilita_iva, riferimento_normativo, imponibile_cents, imposta_cents)
        FROM documenti_riepilogo WHERE documento_id = ?1
    UNION ALL SELECT json_array(nome_file, sha256, hex(xml)) FROM efatture_file WHERE documento_id = ?1";

/// The fiscal rows of each issued document.
type Documents = BTreeMap<Id, Vec<String>>;

struct Base {
    bytes: Vec<u8>,
    documents: Documents,
    backup: PathBuf,
}

pub(crate) fn run(flips: usize) -> anyhow::Result<Outcome> {
    let folder = tempfile::tempdir()?;
    let base = fill(folder.path())?;
    let saved = std::sync::atomic::AtomicUsize::new(0);
    let failures = on_two_cores(flips, |seed| one(&base, seed, &saved, is_whole));
    let few = (flips / 5).max(100);
    let pages_only = |reader: &Reader| db::verify_pages(reader).is_ok_and(|found| found.is_empty());
    let unreported = on_two_cores(few, |seed| one(&base, seed, &Default::default(), pages_only));
    let share = saved.into_inner() * 10_000 / (flips * base.documents.len());
    let mut outcome = Outcome {
        name: "bitflip".to_owned(),
        iterations: flips,
        failures,
        control: Control {
            without: "the check of documents",
            iterations: few,
            failures: unreported.len(),
            expected: 1,
        },
        note: format!(
            "saved {}.{:02} % of {} documents",
            share / 100,
            share % 100,
            base.documents.len()
        ),
    };
    if share < 9_900 {
        outcome
            .failures
            .push("less than 99 % of the documents could be saved".to_owned());
    }
    Ok(outcome)
}

/// What the program says of an archive: pages, references, and every issued document against what it froze.
fn is_whole(reader: &Reader) -> bool {
    db::verify_pages(reader).is_ok_and(|found| found.is_empty())
        && documenti::verify(reader).is_ok_and(|found| found.is_empty())
}

fn fill(folder: &Path) -> anyhow::Result<Base> {
    let archive = path(folder);
    let saved = folder.join("salvata");
    drop(demo_archive(&archive, &setup(folder), BACKED_UP, when(0).today)?);
    let books = open(folder, 1)?;
    books.read(|reader| Ok(backup(reader, &saved, None)?))?;
    (0..SINCE).try_for_each(|n| issue(&books, 2 + n).map(drop))?;
    drop(books);
    Ok(Base {
        documents: fiscal(&Reader::open(&archive, &SCHEMA)?)?,
        bytes: std::fs::read(archive)?,
        backup: saved,
    })
}

fn one(
    base: &Base,
    seed: u64,
    saved: &std::sync::atomic::AtomicUsize,
    is_whole: impl Fn(&Reader) -> bool,
) -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let mut chance = Chance::new(seed);
    let (place, bit) = (chance.below(base.bytes.len()), chance.below(8));
    let mut bytes = base.bytes.clone();
    bytes[place] ^= 1 << bit;
    std::fs::write(path(folder.path()), bytes).map_err(|error| error.to_string())?;
    let damaged = Reader::open(&path(folder.path()), &SCHEMA);
    let spare = Reader::open(&base.backup, &SCHEMA).map_err(|error| error.to_string())?;
    let is_same = |reader: &Reader, id: &Id, rows: &Vec<String>| {
        document(reader, *id).is_ok_and(|found| found == *rows)
    };
    let (mut changed, mut rescued) = (0, 0);
    for (id, rows) in &base.documents {
        let is_good = damaged.as_ref().is_ok_and(|reader| is_same(reader, id, rows));
        changed += usize::from(!is_good);
        rescued += usize::from(is_good || is_same(&spare, id, rows));
    }
    saved.fetch_add(rescued, std::sync::atomic::Ordering::Relaxed);
    let is_reported = !damaged.is_ok_and(|reader| is_whole(&reader));
    if changed > 0 && !is_reported {
        Err(format!(
            "bit {bit} of byte {place}: {changed} documents changed unreported"
        ))
    } else {
        Ok(())
    }
}

fn fiscal(reader: &Reader) -> anyhow::Result<Documents> {
    let ids: Vec<Id> = reader
        .sql()
        .prepare("SELECT id FROM documenti WHERE progressivo IS NOT NULL")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    ids.into_iter()
        .map(|id| Ok((id, document(reader, id)?)))
        .collect()
}

fn document(reader: &Reader, id: Id) -> rusqlite::Result<Vec<String>> {
    let mut rows = reader.sql().prepare_cached(FISCAL)?;
    rows.query_map([id], |row| row.get(0))?.collect()
}
