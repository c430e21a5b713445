//! The proof of one document: what its form, the list, the XML and the PDF say, side by side.

use std::path::Path;

use db::{Id, Sql};
use money::{Cents, Decimal};
use serde::Serialize;
use ts_rs::TS;

use super::{Tipo, congelato::Congelato, paper, print::Parole, store, verify};
use crate::{Error, efatture};

/// The figures of one document in its four places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProvaDocumento {
    /// Number.
    pub numero: String,
    /// Nothing differs.
    pub ok: bool,
    /// One row per figure.
    pub righe: Vec<ProvaRiga>,
}

/// One figure in its four places.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProvaRiga {
    /// `imponibile`, `imposta`, `totale` or `netto`.
    pub voce: String,
    /// Computed again from what was frozen.
    pub scheda: Cents,
    /// The row that lists and sums read.
    pub elenco: Cents,
    /// The XML; none when the document makes none, or it does not tell.
    pub xml: Option<Cents>,
    /// The text of the PDF holds it.
    pub pdf: bool,
    /// All of them agree.
    pub uguale: bool,
}

/// Computes an issued document again and reads its row, its XML and its PDF. `folder` is that of the archive's larger
/// files.
///
/// # Errors
/// It was not issued; the archive cannot be read.
pub fn proof(sql: &impl Sql, folder: &Path, id: Id) -> Result<ProvaDocumento, Error> {
    let row = store::get(sql, id)?;
    if row.congelato.is_empty() {
        return Err(Error::refused("documenti_bozza"));
    }
    let congelato: Congelato = serde_json::from_str(&row.congelato)?;
    let (letto, calcolo) = congelato.recompute()?;
    let totali = &calcolo.totali;
    let listed = |cents: Cents| {
        if row.tipo == Tipo::NotaCredito {
            cents.negated()
        } else {
            Ok(cents)
        }
    };
    let written = written(sql, id)?;
    let text = pdf::text(&paper::to_pdf(sql, folder, id, congelato.oggi)?).map_err(paper::refusal)?;
    let plain = text.replace('€', "");
    let lingua = Parole::of(letto.documento.lingua).lingua;
    let is_printed = |cents: Cents| {
        let wanted = pdf::format::amount(lingua, cents);
        row.tipo == Tipo::Ddt || plain.split_whitespace().any(|word| word == wanted)
    };
    let figures = [
        (
            "imponibile",
            totali.imponibile,
            listed(row.imponibile)?,
            written.imponibile,
        ),
        ("imposta", totali.imposta, listed(row.imposta)?, written.imposta),
        (
            "totale",
            totali.totale_documento,
            listed(row.totale)?,
            written.totale,
        ),
        ("netto", totali.netto_a_pagare, listed(row.netto)?, written.netto),
    ];
    let righe = figures.map(|(voce, scheda, elenco, xml)| {
        // A summary with one rate is not printed twice, but its sum is; taxable amounts per rate stand in `verify`.
        let pdf =
            is_printed(scheda) || (matches!(voce, "imponibile" | "imposta") && totali.riepilogo.len() > 1);
        ProvaRiga {
            voce: voce.to_owned(),
            scheda,
            elenco,
            xml,
            pdf,
            uguale: scheda == elenco && xml.is_none_or(|xml| xml == scheda) && pdf,
        }
    });
    Ok(ProvaDocumento {
        numero: row.numero,
        ok: righe.iter().all(|riga| riga.uguale),
        righe: righe.into(),
    })
}

/// The figures of the XML; those it does not tell are none.
#[derive(Default)]
struct Written {
    imponibile: Option<Cents>,
    imposta: Option<Cents>,
    totale: Option<Cents>,
    netto: Option<Cents>,
}

fn written(sql: &impl Sql, id: Id) -> Result<Written, Error> {
    let Some(file) = efatture::of_documento(sql, id)? else {
        return Ok(Written::default());
    };
    let Some(body) = verify::body(&efatture::bytes(sql, &file)?) else {
        return Err(Error::Broken("the XML does not hold one document".to_owned()));
    };
    let documento = &body.dati_generali.dati_generali_documento;
    let summary = || body.dati_beni_servizi.dati_riepilogo.iter();
    let dues = || {
        body.dati_pagamento
            .iter()
            .flat_map(|dati| &dati.dettaglio_pagamento)
    };
    let cents = |amount: Decimal| Cents::from_decimal(amount).ok();
    let sum = |amounts: &mut dyn Iterator<Item = Decimal>| {
        cents(amounts.fold(Decimal::ZERO, Decimal::saturating_add))
    };
    Ok(Written {
        imponibile: sum(&mut summary().map(|gruppo| gruppo.imponibile_importo)),
        imposta: sum(&mut summary().map(|gruppo| gruppo.imposta)),
        totale: documento.importo_totale_documento.and_then(cents),
        netto: if dues().next().is_none() {
            None
        } else {
            sum(&mut dues().map(|rata| rata.importo_pagamento))
        },
    })
}
