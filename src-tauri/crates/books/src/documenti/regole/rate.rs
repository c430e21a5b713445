//! Instalments: their sum is exactly what the customer pays.

use money::{Cents, TooLarge, share};

use super::Documento;
use crate::documenti::{RataTotale, Tipo, Totali};

/// The instalments. Nothing to pay has none, nor has a credit note or a delivery note.
///
/// Typed ones: those without an amount share what the others leave. The caller says when the sum differs.
pub(super) fn calcola(documento: &Documento, netto: Cents) -> Result<Vec<RataTotale>, TooLarge> {
    if netto <= Cents::ZERO || matches!(documento.tipo, Tipo::NotaCredito | Tipo::Ddt) {
        return Ok(Vec::new());
    }
    let usual = documento.modalita_pagamento;
    if documento.rate.is_empty() {
        let dates = documento.termini.scadenze(documento.data_documento);
        let weights: Vec<Cents> = dates.iter().map(|(_, share)| Cents::new(share.get())).collect();
        let rate = dates.iter().zip(share(netto, &weights)?);
        return Ok(rate
            .map(|((scadenza, _), importo)| RataTotale {
                scadenza: scadenza.to_string(),
                importo,
                modalita: usual.code().to_owned(),
            })
            .collect());
    }
    let typed = Cents::sum(documento.rate.iter().filter_map(|rata| rata.importo))?;
    let open = documento
        .rate
        .iter()
        .filter(|rata| rata.importo.is_none())
        .count();
    let mut rest = share(netto.minus(typed)?, &vec![Cents::new(1); open])?.into_iter();
    Ok(documento
        .rate
        .iter()
        .map(|rata| RataTotale {
            scadenza: rata.scadenza.to_string(),
            importo: rata.importo.or_else(|| rest.next()).unwrap_or_default(),
            modalita: rata.modalita.unwrap_or(usual).code().to_owned(),
        })
        .collect())
}

/// The instalments as the schedule holds them, each with its number in the document: 0 where nothing is due of it (a
/// quote, a proforma). What a credit note gives back is one, negative, due on its day.
///
/// # Errors
/// [`TooLarge`] for an amount without an opposite.
pub fn scadenzario(
    tipo: Tipo,
    data_documento: &str,
    totali: &Totali,
) -> Result<Vec<(u32, RataTotale)>, TooLarge> {
    if tipo == Tipo::NotaCredito && totali.netto_a_pagare > Cents::ZERO {
        let resa = RataTotale {
            scadenza: data_documento.to_owned(),
            importo: totali.netto_a_pagare.negated()?,
            modalita: String::new(),
        };
        return Ok(vec![(1, resa)]);
    }
    let is_due = tipo.is_dovuto();
    let numbered = (1..).zip(totali.rate.iter().cloned());
    Ok(numbered
        .map(|(number, rata)| (if is_due { number } else { 0 }, rata))
        .collect())
}
