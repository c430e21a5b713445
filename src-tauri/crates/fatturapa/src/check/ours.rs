//! Doubts of our own: SDI does not look at these, and people lose money by them. Their codes are words, those of SDI
//! are numbers.

use std::fmt::Display;

use fisco::Iban;
use rust_decimal::Decimal;

use super::{
    found::Found,
    lot::{Body, Lot},
};

/// What the total may be off by before somebody should look, in euro.
const CENT: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// The total is taxable amounts, VAT and rounding, with or without the stamp duty. A discount on the document is
/// informative: some programs take it off, so such a total is not judged.
pub(super) fn total_differs(_: &Lot<'_>, body: &Body<'_>, found: &mut Found) {
    let documento = body.documento();
    let Some(written) = documento.importo_totale_documento else {
        return;
    };
    if !documento.sconto_maggiorazione.is_empty() {
        return;
    }
    let bollo = documento
        .dati_bollo
        .as_ref()
        .and_then(|bollo| bollo.importo_bollo);
    let total = body.riepilogo().try_fold(
        documento.arrotondamento.unwrap_or_default(),
        |sum, (_, riepilogo)| {
            sum.checked_add(riepilogo.imponibile_importo)?
                .checked_add(riepilogo.imposta)
        },
    );
    let Some(off) = total.and_then(|total| written.checked_sub(total)) else {
        return;
    };
    let is_close = |off: Decimal| off.abs() <= CENT;
    let is_close_with_bollo = bollo
        .and_then(|bollo| off.checked_sub(bollo))
        .is_some_and(is_close);
    if !is_close(off) && !is_close_with_bollo {
        let shown = total.unwrap_or_default();
        let args: &[&dyn Display] = &[&written, &shown];
        found.doubt("total_differs", body.head.general("ImportoTotaleDocumento"), args);
    }
}

/// A payment to an IBAN with a wrong check digit comes back, or never leaves.
pub(super) fn iban(_: &Lot<'_>, body: &Body<'_>, found: &mut Found) {
    for (block, pagamento) in (1_usize..).zip(&body.body.dati_pagamento) {
        for (at, dettaglio) in (1_usize..).zip(&pagamento.dettaglio_pagamento) {
            let wrong = dettaglio
                .iban
                .as_ref()
                .filter(|iban| iban.parse::<Iban>().is_err());
            if let Some(iban) = wrong {
                let path = body
                    .head
                    .path(&format!("DatiPagamento[{block}]/DettaglioPagamento[{at}]/IBAN"));
                found.doubt("iban", path, &[iban]);
            }
        }
    }
}
