//! Rules of the simplified invoice, FSM10.

use fisco::{codici::RegimeFiscale, parametri};
use jiff::civil::{Date, date};
use rust_decimal::Decimal;

use super::{
    found::Found,
    lot::{Lot, Simple},
    summary::DETAILED_NATURA,
};

/// From this day the limit does not bind RF19 and RF20 (00460).
const NO_LIMIT_SINCE: Date = date(2025, 4, 1);

/// 00400: a zero rate says why there is no VAT. Where only the VAT is given, and it is zero, SDI does not say: accepted
/// with a warning.
pub(super) fn natura_missing(_: &Lot<'_>, simple: &Simple<'_>, found: &mut Found) {
    for (at, beni) in (1_usize..).zip(&simple.body.dati_beni_servizi) {
        if beni.natura.is_some() {
            continue;
        }
        match (beni.dati_iva.aliquota, beni.dati_iva.imposta) {
            (Some(aliquota), _) if aliquota.is_zero() => {
                found.reject("00400.goods", goods(simple, at, "DatiIVA/Aliquota"), &[&at]);
            }
            (None, Some(imposta)) if imposta.is_zero() => {
                found.doubt("00400.zero", goods(simple, at, "DatiIVA/Imposta"), &[&at]);
            }
            _ => {}
        }
    }
}

/// 00401: a rate has no Natura.
pub(super) fn natura_with_rate(_: &Lot<'_>, simple: &Simple<'_>, found: &mut Found) {
    for (at, beni) in (1_usize..).zip(&simple.body.dati_beni_servizi) {
        let aliquota = beni.dati_iva.aliquota.filter(|aliquota| !aliquota.is_zero());
        if let (Some(natura), Some(aliquota)) = (&beni.natura, aliquota) {
            found.reject(
                "00401.goods",
                goods(simple, at, "Natura"),
                &[&at, &aliquota, natura],
            );
        }
    }
}

/// 00418: a credit note is not before the invoice that it corrects. The rule names TD08 only.
pub(super) fn before_the_corrected_invoice(_: &Lot<'_>, simple: &Simple<'_>, found: &mut Found) {
    let head = &simple.head;
    let Some(corrected) = &simple.body.dati_generali.dati_fattura_rettificata else {
        return;
    };
    if corrected.data_fr <= head.data {
        return;
    }
    let path = head.path("DatiGenerali/DatiFatturaRettificata/DataFR");
    let args: &[&dyn std::fmt::Display] = &[&head.data, &corrected.numero_fr, &corrected.data_fr];
    if head.td.is_some_and(super::lot::Td::is_credit_note) {
        found.reject("00418.linked", path, args);
    } else {
        found.doubt("00418.other", path, args);
    }
}

/// 00424: a rate is a percentage, 22.00 and not 0.22.
pub(super) fn rate_not_percentage(_: &Lot<'_>, simple: &Simple<'_>, found: &mut Found) {
    for (at, beni) in (1_usize..).zip(&simple.body.dati_beni_servizi) {
        let odd = beni
            .dati_iva
            .aliquota
            .filter(|rate| !rate.is_zero() && *rate < Decimal::ONE);
        if let Some(rate) = odd {
            found.reject("00424.rate", goods(simple, at, "DatiIVA/Aliquota"), &[&rate]);
        }
    }
}

/// 00445: from 2021 N2 and N3 need their detail.
pub(super) fn generic_natura(_: &Lot<'_>, simple: &Simple<'_>, found: &mut Found) {
    if simple.head.data < DETAILED_NATURA {
        return;
    }
    for (at, beni) in (1_usize..).zip(&simple.body.dati_beni_servizi) {
        let generic = beni
            .natura
            .as_ref()
            .filter(|natura| matches!(natura.as_str(), "N2" | "N3"));
        if let Some(natura) = generic {
            found.reject("00445.natura", goods(simple, at, "Natura"), &[natura]);
        }
    }
}

/// 00460: the amounts, VAT included, are within the limit of the day; a correction has none, nor have RF19 and RF20.
pub(super) fn above_the_limit(lot: &Lot<'_>, simple: &Simple<'_>, found: &mut Found) {
    let is_free = matches!(lot.regime, Some(RegimeFiscale::RF19 | RegimeFiscale::RF20));
    let is_correction = simple.body.dati_generali.dati_fattura_rettificata.is_some();
    if is_correction || (is_free && lot.when >= NO_LIMIT_SINCE) {
        return;
    }
    let Some(limit) = parametri::fattura_semplificata_massimo(lot.when) else {
        return;
    };
    let limit = limit.value.decimal();
    let mut amounts = simple.body.dati_beni_servizi.iter().map(|beni| beni.importo);
    let sum = amounts.try_fold(Decimal::ZERO, Decimal::checked_add);
    if sum.is_none_or(|sum| sum > limit) {
        let shown = sum.map_or_else(|| "?".to_owned(), |sum| sum.to_string());
        found.reject(
            "00460.limit",
            simple.head.path("DatiBeniServizi[1]/Importo"),
            &[&shown, &limit],
        );
    }
}

/// The path of an element of `DatiBeniServizi`.
fn goods(simple: &Simple<'_>, at: usize, below: &str) -> String {
    simple.head.path(&format!("DatiBeniServizi[{at}]/{below}"))
}
