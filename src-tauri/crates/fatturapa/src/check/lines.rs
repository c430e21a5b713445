//! Rules on the lines.

use std::{cmp::Ordering, fmt::Display};

use fisco::codici::{TipoDocumento, TipoScontoMaggiorazione};
use rust_decimal::Decimal;

use super::{
    found::Found,
    lot::{Body, Lot},
};
use crate::model::{DettaglioLinee, ScontoMaggiorazione};

/// How far a line total may be from price, discounts and quantity, in euro (00423); also one percent.
const CENT: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// 00400: a line with a zero rate says why there is no VAT.
pub(super) fn natura_missing(_: &Lot<'_>, body: &Body<'_>, found: &mut Found) {
    for (at, line) in body.lines() {
        if line.aliquota_iva.is_zero() && line.natura.is_none() {
            found.reject("00400.line", body.line(at, "AliquotaIVA"), &[&line.numero_linea]);
        }
    }
}

/// 00401: a line with a rate has no Natura, but in TD16, which integrates an invoice that had one.
pub(super) fn natura_with_rate(_: &Lot<'_>, body: &Body<'_>, found: &mut Found) {
    if body.is(TipoDocumento::TD16) {
        return;
    }
    for (at, line) in body.lines() {
        if let Some(natura) = line.natura.as_ref().filter(|_| !line.aliquota_iva.is_zero()) {
            let args: &[&dyn Display] = &[&line.numero_linea, &line.aliquota_iva, natura];
            found.reject("00401.line", body.line(at, "Natura"), args);
        }
    }
}

/// 00423: the total of a line is unit price, discounts in cascade, times quantity, within a cent. Exactly a cent is
/// accepted with a warning: the list of checks says "less than 0.01", and its own example accepts more.
pub(super) fn prezzo_totale(_: &Lot<'_>, body: &Body<'_>, found: &mut Found) {
    for (at, line) in body.lines() {
        let expected = expected_total(line);
        let off = expected.and_then(|total| total.checked_sub(line.prezzo_totale));
        let order = off.map(|off| off.abs().cmp(&CENT));
        if order == Some(Ordering::Less) {
            continue;
        }
        let path = body.line(at, "PrezzoTotale");
        let shown = expected.map_or_else(|| "?".to_owned(), |total| total.normalize().to_string());
        let args: &[&dyn Display] = &[&line.numero_linea, &line.prezzo_totale, &shown];
        if order == Some(Ordering::Equal) {
            found.doubt("00423.edge", path, args);
        } else {
            found.reject("00423.line", path, args);
        }
    }
}

/// None when the figures are beyond those of any invoice.
fn expected_total(line: &DettaglioLinee) -> Option<Decimal> {
    let adjust = |price: Decimal, sconto: &ScontoMaggiorazione| {
        let by = match (sconto.importo, sconto.percentuale) {
            (Some(importo), _) => importo,
            (None, Some(percentuale)) => price.checked_mul(percentuale)?.checked_mul(CENT)?,
            (None, None) => Decimal::ZERO,
        };
        if sconto.tipo == TipoScontoMaggiorazione::SC {
            price.checked_sub(by)
        } else {
            price.checked_add(by)
        }
    };
    let price = line
        .sconto_maggiorazione
        .iter()
        .try_fold(line.prezzo_unitario, adjust)?;
    price.checked_mul(line.quantita.unwrap_or(Decimal::ONE))
}

/// 00424: a rate is a percentage, 22.00 and not 0.22.
pub(super) fn rate_not_percentage(_: &Lot<'_>, body: &Body<'_>, found: &mut Found) {
    let is_odd = |rate: Decimal| !rate.is_zero() && rate < Decimal::ONE;
    if !body.rates.keys().any(|rate| is_odd(*rate)) {
        return;
    }
    let cassa = &body.documento().dati_cassa_previdenziale;
    let lines = body
        .lines()
        .map(|(at, line)| (line.aliquota_iva, body.line(at, "AliquotaIVA")));
    let casse = (1..)
        .zip(cassa)
        .map(|(at, cassa)| (cassa.aliquota_iva, body.cassa(at, "AliquotaIVA")));
    let summary = body
        .riepilogo()
        .map(|(at, sum)| (sum.aliquota_iva, body.summary(at, "AliquotaIVA")));
    for (rate, path) in casse.chain(lines).chain(summary) {
        if is_odd(rate) {
            found.reject("00424.rate", path, &[&rate]);
        }
    }
}

/// 00438: a discount of a line has a percentage or an amount.
pub(super) fn sconto_empty(_: &Lot<'_>, body: &Body<'_>, found: &mut Found) {
    for (at, line) in body.lines() {
        for (number, sconto) in (1..).zip(&line.sconto_maggiorazione) {
            if sconto.percentuale.is_none() && sconto.importo.is_none() {
                let path = body.line(at, &format!("ScontoMaggiorazione[{number}]"));
                found.reject("00438.line", path, &[&line.numero_linea]);
            }
        }
    }
}

/// 00474: TD21 (self-invoice for exceeding the plafond) pays the VAT that was not charged.
pub(super) fn zero_rate_in_td21(_: &Lot<'_>, body: &Body<'_>, found: &mut Found) {
    if !body.is(TipoDocumento::TD21) {
        return;
    }
    for (at, line) in body.lines() {
        if line.aliquota_iva.is_zero() {
            found.reject("00474.line", body.line(at, "AliquotaIVA"), &[&line.numero_linea]);
        }
    }
}
