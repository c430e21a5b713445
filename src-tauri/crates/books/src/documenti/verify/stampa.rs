//! Whether the paper says what was frozen.

use std::{collections::BTreeSet, path::Path};

use db::Sql;
use jiff::civil::Date;
use money::Cents;
use pdf::format;

use super::{
    super::{
        Rilievo, Tipo,
        congelato::Congelato,
        paper,
        print::{Parole, number_line},
        store as rows,
    },
    store,
};
use crate::{Error, PdfCheck, Progress};

/// Makes the PDF of issued documents, reads its text back and looks for the number, the date and every amount of the
/// summary; gives the documents that lack one. `folder` is that of the archive's larger files.
///
/// # Errors
/// `annullato` when it was stopped; the archive cannot be read.
pub fn verify_pdf(
    sql: &impl Sql,
    folder: &Path,
    which: PdfCheck,
    progress: &Progress,
) -> Result<Vec<Rilievo>, Error> {
    let newest = match which {
        PdfCheck::Sample => Some(20),
        PdfCheck::All => None,
    };
    let mut found = Vec::new();
    let documents = store::newest(sql, newest)?;
    progress.start(documents.len());
    for id in documents {
        progress.step()?;
        let row = rows::get(sql, id)?;
        // What cannot be read any more is a finding of the chain.
        let Ok(congelato) = serde_json::from_str::<Congelato>(&row.congelato) else {
            continue;
        };
        let text = paper::to_pdf(sql, folder, id, congelato.oggi)
            .and_then(|bytes| pdf::text(&bytes).map_err(paper::refusal));
        if !text.is_ok_and(|text| says(&text, &congelato)) {
            found.push(Rilievo {
                documento_id: Some(id),
                numero: congelato.numero,
                code: "verifica_pdf".to_owned(),
            });
        }
    }
    Ok(found)
}

fn says(text: &str, congelato: &Congelato) -> bool {
    let Ok((letto, _)) = congelato.recompute() else {
        return false;
    };
    let parole = Parole::of(letto.documento.lingua);
    let Ok(day) = congelato.draft.data_documento.parse::<Date>() else {
        return false;
    };
    // Lines may be broken anywhere, and amounts carry their currency.
    let plain = text.replace('€', "");
    let words: BTreeSet<&str> = plain.split_whitespace().collect();
    let running = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    running.contains(&number_line(&parole, &congelato.numero, day))
        && amounts(congelato).all(|cents| words.contains(format::amount(parole.lingua, cents).as_str()))
}

/// The amounts that must be on the paper; a delivery note has none.
fn amounts(congelato: &Congelato) -> impl Iterator<Item = Cents> {
    let totali = &congelato.totali;
    let gruppi = totali.riepilogo.iter();
    let is_priced = congelato.draft.tipo != Tipo::Ddt;
    gruppi
        .flat_map(|gruppo| [gruppo.imponibile, gruppo.imposta])
        .chain([totali.totale_documento, totali.netto_a_pagare])
        .filter(move |_| is_priced)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Setup, allegati};

    #[test]
    fn a_paper_that_lacks_a_figure_or_the_number_is_found() {
        let dir = tempfile::tempdir().unwrap();
        let setup = Setup {
            holder: "test".to_owned(),
            actor: "test".to_owned(),
            data: dir.path().to_owned(),
            allow_synced: true,
        };
        let today = jiff::civil::date(2026, 11, 24);
        let books = crate::demo_archive(&dir.path().join("a.f1c"), &setup, 40, today).unwrap();
        let folder = allegati::folder_of(books.archive().path());
        books
            .read(|sql| {
                assert_eq!(
                    verify_pdf(sql, &folder, PdfCheck::All, &Progress::default())?,
                    Vec::new()
                );
                for id in store::newest(sql, Some(30))? {
                    let text = pdf::text(&paper::to_pdf(sql, &folder, id, today)?).unwrap();
                    let congelato: Congelato = serde_json::from_str(&rows::get(sql, id)?.congelato)?;
                    assert!(says(&text, &congelato), "{text}");
                    let mut other = congelato.clone();
                    other.numero.push('9');
                    assert!(!says(&text, &other), "{text}");
                    let mut other = congelato;
                    other.totali.netto_a_pagare = other.totali.netto_a_pagare.plus(Cents::new(1))?;
                    assert_eq!(says(&text, &other), other.draft.tipo == Tipo::Ddt, "{text}");
                }
                Ok(())
            })
            .unwrap();
    }
}
