//! A list of products from another program. Every row has one outcome; all of them are one write.

use std::collections::BTreeMap;

use db::{Id, Tx, When};
use money::{Decimal, Rate};

use super::{ProdottoDraft, get, parse::parse, store};
use crate::{
    Books, Doppioni, Error, Esito, Illeggibili, ImportOptions, ImportReport, ImportRow, Problem, Progress,
    Severity, Sheet,
    import_columns::{Mapped, campi},
    import_list::{fill_empty, put_aside},
    list::Saved,
    sheet::SheetRow,
};

/// Imports the rows of a sheet.
///
/// # Errors
/// `annullato` when it was stopped: then nothing changed. The archive cannot be written.
pub fn import(
    books: &Books,
    when: &When,
    sheet: &Sheet,
    options: &ImportOptions,
    progress: &Progress,
) -> Result<Saved<ImportReport>, Error> {
    books.write("prodotti.import", when, |tx| {
        import_in(tx, sheet, options, progress)
    })
}

/// What [`import`] would do now; nothing is kept.
///
/// # Errors
/// As [`import`].
pub fn import_preview(
    books: &Books,
    when: &When,
    sheet: &Sheet,
    options: &ImportOptions,
) -> Result<ImportReport, Error> {
    books.rehearse(when, |tx| import_in(tx, sheet, options, &Progress::default()))
}

fn import_in(
    tx: &Tx<'_>,
    sheet: &Sheet,
    options: &ImportOptions,
    progress: &Progress,
) -> Result<ImportReport, Error> {
    let mapped = Mapped::of(sheet, campi("prodotti"), options);
    progress.start(mapped.rows().len());
    let mut righe = Vec::with_capacity(mapped.rows().len());
    for row in mapped.rows() {
        progress.step()?;
        righe.push(import_row(tx, &mapped, options, row)?);
    }
    Ok(mapped.report(sheet, campi("prodotti"), righe))
}

fn import_row(
    tx: &Tx<'_>,
    mapped: &Mapped<'_>,
    options: &ImportOptions,
    row: &SheetRow,
) -> Result<ImportRow, Error> {
    let mut outcome = ImportRow::empty(row.riga);
    let values = mapped.values(row);
    if values.is_empty() {
        return Ok(outcome);
    }
    let mut draft = draft_of(&values);
    let today = tx.when().today;
    let (mut prodotto, problems) = parse(&draft, today);
    outcome.problems = refusals(problems);
    if !outcome.problems.is_empty() && options.illeggibili == Illeggibili::Note {
        draft = put_aside(&draft, mapped, &mut outcome.problems)?;
        let (again, problems) = parse(&draft, today);
        prodotto = again;
        let left = refusals(problems);
        if !left.is_empty() {
            outcome.problems = left;
        }
    }
    prodotto.descrizione.clone_into(&mut outcome.nome);
    if crate::refuses(&outcome.problems) {
        outcome.esito = Esito::Rifiutata;
        return Ok(outcome);
    }
    let same = same(tx, &draft)?;
    let Some((id, field)) = same else {
        store::put(tx, &draft, &prodotto)?;
        outcome.esito = Esito::Nuovo;
        return Ok(outcome);
    };
    let stored = get(tx, id)?.draft;
    field.clone_into(&mut outcome.uguale_per);
    stored.descrizione.clone_into(&mut outcome.uguale_a);
    outcome.esito = match options.doppioni {
        Doppioni::Salta => Esito::Doppione,
        // A code belongs to one product: a further record goes without.
        Doppioni::Nuovo => {
            draft.codice.clear();
            store::put(tx, &draft, &prodotto)?;
            Esito::Nuovo
        }
        Doppioni::Completa => complete(tx, &stored, &draft)?,
    };
    Ok(outcome)
}

fn complete(tx: &Tx<'_>, stored: &ProdottoDraft, draft: &ProdottoDraft) -> Result<Esito, Error> {
    let merged: ProdottoDraft = fill_empty(stored, draft, &[])?;
    let (prodotto, problems) = parse(&merged, tx.when().today);
    let is_taken =
        store::with_codice(tx, merged.codice.trim())?.is_some_and(|owner| Some(owner) != merged.id);
    if merged == *stored || is_taken || crate::refuses(&problems) {
        return Ok(Esito::Doppione);
    }
    store::put(tx, &merged, &prodotto)?;
    Ok(Esito::Completato)
}

/// By its code; by its words when one of the two has no code.
fn same(tx: &Tx<'_>, draft: &ProdottoDraft) -> Result<Option<(Id, &'static str)>, Error> {
    let codice = draft.codice.trim();
    if let Some(id) = store::with_codice(tx, codice)? {
        return Ok(Some((id, "codice")));
    }
    let Some(id) = store::with_descrizione(tx, draft.descrizione.trim())? else {
        return Ok(None);
    };
    let is_same = codice.is_empty() || get(tx, id)?.draft.codice.trim().is_empty();
    Ok(is_same.then_some((id, "descrizione")))
}

fn refusals(problems: Vec<Problem>) -> Vec<Problem> {
    let mut problems = problems;
    problems.retain(|problem| problem.severity == Severity::Error);
    problems
}

fn draft_of(values: &BTreeMap<&'static str, String>) -> ProdottoDraft {
    let text = |field: &str| values.get(field).cloned().unwrap_or_default();
    let (aliquota_iva, natura) = rate(&text("aliquota_iva"), &text("natura"));
    let (net, gross) = (text("prezzo"), text("prezzo_lordo"));
    let is_yes = |field: &str| {
        let word = fisco::text::unaccented(&text(field)).to_lowercase();
        matches!(
            word.as_str(),
            "si" | "s" | "yes" | "y" | "true" | "vero" | "1" | "x"
        )
    };
    let is_gross = net.is_empty() && !gross.is_empty();
    let tipo = text("tipo").to_lowercase();
    let currency = |price: String| price.replace("EUR", "").replace("euro", "").trim().to_owned();
    ProdottoDraft {
        codice: text("codice"),
        descrizione: text("descrizione"),
        servizio: tipo.contains("serv") || tipo == "s",
        unita_misura: text("unita_misura"),
        prezzo: currency(if is_gross { gross } else { net }),
        prezzo_ivato: is_gross || is_yes("iva_compresa"),
        aliquota_iva,
        natura,
        categoria: text("categoria"),
        codice_ean: text("codice_ean"),
        note: text("note"),
        ..ProdottoDraft::default()
    }
}

/// `22`, `22%`, `0,22`, `IVA 22%`, `N4`, `22 - Ordinaria` as rate and Natura; other words stay, for the rules to say so.
fn rate(text: &str, natura: &str) -> (String, String) {
    let natura = natura.trim().to_uppercase();
    let word = text.trim().to_uppercase();
    let is_natura = |word: &str| {
        let mut letters = word.chars();
        letters.next() == Some('N') && letters.next().is_some_and(|c| c.is_ascii_digit())
    };
    let told = word.split([' ', '-', ',', ';', ':']).find(|part| is_natura(part));
    if let Some(told) = told {
        return ("0".to_owned(), told.to_owned());
    }
    if let Ok(number) = money::typed(&word) {
        // A spreadsheet keeps 22% as 0,22.
        let is_share = number > Decimal::ZERO && number < Decimal::ONE;
        let shown = if is_share {
            Decimal::ONE_HUNDRED.checked_mul(number)
        } else {
            Some(number)
        };
        let shown = shown.unwrap_or(number).normalize();
        return (shown.to_string().replace('.', ","), natura);
    }
    let digits: String = word
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(|c| c.is_ascii_digit())
        .collect();
    let is_rate = digits.parse::<Rate>().is_ok_and(|rate| !rate.is_zero()) && digits.len() <= 2;
    if is_rate && !word.contains("ART") {
        (digits, natura)
    } else {
        (text.trim().to_owned(), natura)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_read_as_programs_write_them() {
        for (text, natura, expected) in [
            ("22", "", ("22", "")),
            ("22%", "", ("22", "")),
            ("22,00", "", ("22", "")),
            ("0,22", "", ("22", "")),
            ("IVA 22%", "", ("22", "")),
            ("22 - Ordinaria", "", ("22", "")),
            ("0", "n4", ("0", "N4")),
            ("N2.2", "", ("0", "N2.2")),
            ("N4 - Esente", "", ("0", "N4")),
            ("", "", ("", "")),
            ("Esente art. 10", "", ("Esente art. 10", "")),
        ] {
            let (rate, found) = rate(text, natura);
            assert_eq!((rate.as_str(), found.as_str()), expected, "{text}");
        }
    }

    #[test]
    fn a_price_with_iva_is_kept_as_one() {
        let draft = |pairs: &[(&'static str, &str)]| {
            draft_of(
                &pairs
                    .iter()
                    .map(|(field, value)| (*field, (*value).to_owned()))
                    .collect(),
            )
        };
        let gross = draft(&[("descrizione", "x"), ("prezzo_lordo", "12,20 EUR")]);
        assert_eq!((gross.prezzo.as_str(), gross.prezzo_ivato), ("12,20", true));
        let both = draft(&[("descrizione", "x"), ("prezzo", "10"), ("prezzo_lordo", "12,20")]);
        assert_eq!((both.prezzo.as_str(), both.prezzo_ivato), ("10", false));
        assert!(draft(&[("descrizione", "x"), ("iva_compresa", "Sì")]).prezzo_ivato);
    }
}
