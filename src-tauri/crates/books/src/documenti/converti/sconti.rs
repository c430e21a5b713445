//! What a document made from others takes off: an advance, the discount of each delivery note.

use std::collections::BTreeMap;

use jiff::civil::Date;
use money::{Cents, Rate};

use crate::{
    Error,
    documenti::{RigaDraft, congelato::Congelato, regole, store::Stored},
};

/// A line of an advance, taken off the balance (DOMAIN 3.12).
pub(super) fn taken_off(riga: RigaDraft, source: &Stored) -> RigaDraft {
    let prezzo = money::typed(&riga.prezzo).map(|prezzo| comma(-prezzo));
    RigaDraft {
        descrizione: format!("Acconto fattura {}: {}", number_of(source), riga.descrizione),
        prezzo: prezzo.unwrap_or_default(),
        ..riga
    }
}

/// An advance with a discount on the whole, taken off the balance by what it was frozen with: one line per rate and
/// Natura, net, without funds and stamp duty.
pub(super) fn taken_off_whole(source: &Stored) -> Result<Vec<RigaDraft>, Error> {
    let totali = serde_json::from_str::<Congelato>(&source.congelato)?.totali;
    let discounts = totali
        .righe_aggiunte
        .iter()
        .map(|riga| &riga.totale)
        .filter(|riga| riga.totale.is_negative());
    let mut groups: BTreeMap<(Rate, &str), Cents> = BTreeMap::new();
    for riga in totali.righe.iter().flatten().chain(discounts) {
        let group = groups.entry((riga.aliquota_iva, &riga.natura)).or_default();
        *group = group.minus(riga.totale)?;
    }
    let line = |((aliquota_iva, natura), netto): ((Rate, &str), Cents)| RigaDraft {
        descrizione: format!("Acconto fattura {}", number_of(source)),
        prezzo: comma(netto),
        aliquota_iva: aliquota_iva.to_string(),
        natura: natura.to_owned(),
        ..RigaDraft::default()
    };
    Ok(groups.into_iter().map(line).collect())
}

/// The lines of a delivery note with the discount it had on the whole: a percentage goes on with their own discounts,
/// an amount stands in lines of its own, one per rate and Natura. Expenses advanced in the customer's name (N1) are not
/// discounted unless there is nothing else.
pub(super) fn discounted(
    righe: impl Iterator<Item = RigaDraft>,
    sconto: &str,
    source: &Stored,
) -> Result<Vec<RigaDraft>, Error> {
    let mut righe: Vec<RigaDraft> = righe.collect();
    if !sconto.contains('%') {
        righe.extend(taken_off_note(source)?);
        return Ok(righe);
    }
    let is_expense = |riga: &RigaDraft| riga.natura.trim().eq_ignore_ascii_case("N1");
    let only_expenses = righe.iter().all(is_expense);
    for riga in &mut righe {
        let is_priced = !riga.prezzo.trim().is_empty();
        if is_priced && (only_expenses || !is_expense(riga)) {
            let own = riga.sconti.trim();
            let joint = if own.is_empty() { "" } else { "+" };
            riga.sconti = format!("{own}{joint}{}", sconto.trim());
        }
    }
    Ok(righe)
}

fn taken_off_note(source: &Stored) -> Result<Vec<RigaDraft>, Error> {
    let (letto, calcolo) = serde_json::from_str::<Congelato>(&source.congelato)?.recompute()?;
    let parts = regole::spread(&letto.documento, &calcolo.righe)?;
    let line = |part: regole::ParteSconto| {
        Ok(RigaDraft {
            descrizione: format!("Sconto DDT {}", number_of(source)),
            prezzo: comma(part.lordo.negated()?),
            aliquota_iva: part.chiave.aliquota_iva.to_string(),
            natura: part.chiave.natura.map_or("", |natura| natura.code()).to_owned(),
            ritenuta: Some(part.ritenuta).filter(|is_subject| !is_subject),
            cassa: Some(part.cassa),
            ..RigaDraft::default()
        })
    };
    parts.into_iter().map(line).collect()
}

/// `n. 12 del 03/11/2026`, in Italian as every text of a line.
fn number_of(source: &Stored) -> String {
    let day = source.data_documento.parse::<Date>();
    let day = day.map_or_else(
        |_| source.data_documento.clone(),
        |day| pdf::format::date(pdf::Lingua::It, day),
    );
    format!("n. {} del {day}", source.numero)
}

/// With a comma, as people type: `-1.234` would be read back as thousands.
fn comma(amount: impl ToString) -> String {
    amount.to_string().replace('.', ",")
}
