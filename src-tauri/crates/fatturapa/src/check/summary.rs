//! Rules on the VAT summary.

use std::{cmp::Ordering, collections::BTreeSet, fmt::Display};

use fisco::codici::{EsigibilitaIva, TipoDocumento};
use jiff::civil::{Date, date};
use money::round::half_up;
use rust_decimal::Decimal;

use super::{
    found::Found,
    lot::{Body, Lot},
};
use crate::Code;

/// How far a VAT may be from rate times taxable amount, in euro (00421); also one percent.
const CENT: Decimal = Decimal::from_parts(1, 0, 0, false, 2);
/// Half of it: what rounding to the cent may hide.
const HALF_CENT: Decimal = Decimal::from_parts(5, 0, 0, false, 3);
/// From this day of the document Natura needs its detail (00445).
pub(super) const DETAILED_NATURA: Date = date(2021, 1, 1);

/// 00419: there is a summary for every rate.
pub(super) fn fewer_summaries_than_rates(_: &Lot<'_>, body: &Body<'_>, found: &mut Found) {
    let rates = body.rates.values().filter(|sums| sums.is_sold).count();
    let summaries = body.body.dati_beni_servizi.dati_riepilogo.len();
    if summaries < rates {
        found.reject(
            "00419.summary",
            body.head.path("DatiBeniServizi"),
            &[&rates, &summaries],
        );
    }
}

/// 00420: reverse charge, where the buyer owes the VAT, cannot be split payment, where the seller charged it.
pub(super) fn reverse_charge_with_split_payment(_: &Lot<'_>, body: &Body<'_>, found: &mut Found) {
    for (at, riepilogo) in body.riepilogo() {
        let is_split = riepilogo
            .esigibilita_iva
            .as_ref()
            .is_some_and(|when| *when == EsigibilitaIva::S);
        let natura = riepilogo.natura.as_ref().filter(|_| is_split);
        if let Some(natura) = natura.filter(|natura| natura.as_str().starts_with("N6")) {
            found.reject("00420.summary", body.summary(at, "EsigibilitaIVA"), &[natura]);
        }
    }
}

/// 00421: the VAT is rate times taxable amount, rounded to the cent, give or take a cent. Exactly a cent is accepted
/// (technical rules: "plus or minus 1 cent"); a warning says so unless both amounts are the right rounding of one
/// price with VAT, as where prices are with VAT and an agreed total must be kept.
pub(super) fn imposta(_: &Lot<'_>, body: &Body<'_>, found: &mut Found) {
    for (at, riepilogo) in body.riepilogo() {
        let exact = riepilogo
            .aliquota_iva
            .checked_mul(riepilogo.imponibile_importo)
            .and_then(|product| product.checked_mul(CENT));
        let off = exact.and_then(|exact| half_up(exact, 2).checked_sub(riepilogo.imposta));
        let order = off.map(|off| off.abs().cmp(&CENT));
        let is_split = || is_split_of_gross(exact, riepilogo.imposta, riepilogo.aliquota_iva);
        if order == Some(Ordering::Less) || (order == Some(Ordering::Equal) && is_split()) {
            continue;
        }
        let path = body.summary(at, "Imposta");
        let shown = exact.map_or_else(|| "?".to_owned(), |exact| half_up(exact, 2).to_string());
        let args: &[&dyn Display] = &[&riepilogo.aliquota_iva, &riepilogo.imposta, &shown];
        if order == Some(Ordering::Equal) {
            found.doubt("00421.edge", path, args);
        } else {
            found.reject("00421.summary", path, args);
        }
    }
}

/// Whether some taxable amount, rounded to the one written, leaves this VAT of a price that includes it.
fn is_split_of_gross(exact: Option<Decimal>, imposta: Decimal, aliquota: Decimal) -> bool {
    let reach = || {
        let share = Decimal::ONE.checked_add(aliquota.checked_mul(CENT)?)?;
        Some(exact?.checked_sub(imposta)?.abs() <= HALF_CENT.checked_mul(share)?)
    };
    reach().unwrap_or_default()
}

/// 00422: for each rate the taxable amounts are lines, fund contributions and roundings, give or take a euro. Exactly a
/// euro is accepted with a warning: the technical rules say "plus or minus 1 euro", the list of checks "less than 1".
pub(super) fn imponibile(_: &Lot<'_>, body: &Body<'_>, found: &mut Found) {
    for (rate, sums) in &body.rates {
        let off = sums
            .imponibile
            .zip(sums.sold)
            .and_then(|(imponibile, sold)| imponibile.checked_sub(sold));
        let shown = |sum: Option<Decimal>| sum.map_or_else(|| "?".to_owned(), |sum| sum.to_string());
        let path = || {
            let summary = body
                .riepilogo()
                .find(|(_, riepilogo)| riepilogo.aliquota_iva == *rate);
            summary.map_or_else(
                || body.head.path("DatiBeniServizi"),
                |(at, _)| body.summary(at, "ImponibileImporto"),
            )
        };
        match off.map(|off| off.abs().cmp(&Decimal::ONE)) {
            Some(Ordering::Less) => {}
            Some(Ordering::Equal) => {
                found.doubt(
                    "00422.edge",
                    path(),
                    &[rate, &shown(sums.imponibile), &shown(sums.sold)],
                );
            }
            Some(Ordering::Greater) | None => {
                found.reject(
                    "00422.summary",
                    path(),
                    &[rate, &shown(sums.imponibile), &shown(sums.sold)],
                );
            }
        }
    }
}

/// 00429: a summary with a zero rate says why there is no VAT.
pub(super) fn natura_missing(_: &Lot<'_>, body: &Body<'_>, found: &mut Found) {
    for (at, riepilogo) in body.riepilogo() {
        if riepilogo.aliquota_iva.is_zero() && riepilogo.natura.is_none() {
            found.reject("00429.summary", body.summary(at, "AliquotaIVA"), &[]);
        }
    }
}

/// 00430: a summary with a rate has no Natura, but in TD16, which integrates an invoice that had one.
pub(super) fn natura_with_rate(_: &Lot<'_>, body: &Body<'_>, found: &mut Found) {
    if body.is(TipoDocumento::TD16) {
        return;
    }
    for (at, riepilogo) in body.riepilogo() {
        if let Some(natura) = riepilogo
            .natura
            .as_ref()
            .filter(|_| !riepilogo.aliquota_iva.is_zero())
        {
            found.reject(
                "00430.summary",
                body.summary(at, "Natura"),
                &[&riepilogo.aliquota_iva, natura],
            );
        }
    }
}

/// 00443: lines, fund contributions and summary have the same rates.
pub(super) fn rates_differ(_: &Lot<'_>, body: &Body<'_>, found: &mut Found) {
    for (rate, sums) in &body.rates {
        if !sums.is_summed_up {
            found.reject("00443.lines", body.head.path("DatiBeniServizi"), &[rate]);
        }
    }
    for (at, riepilogo) in body.riepilogo() {
        let is_sold = body
            .rates
            .get(&riepilogo.aliquota_iva)
            .is_some_and(|sums| sums.is_sold);
        if !is_sold {
            found.reject(
                "00443.summary",
                body.summary(at, "AliquotaIVA"),
                &[&riepilogo.aliquota_iva],
            );
        }
    }
}

/// 00444: lines, fund contributions and summary have the same Natura codes.
pub(super) fn nature_differ(_: &Lot<'_>, body: &Body<'_>, found: &mut Found) {
    let sold: BTreeSet<&str> = body
        .lines()
        .filter_map(|(_, line)| line.natura.as_ref())
        .chain(
            body.documento()
                .dati_cassa_previdenziale
                .iter()
                .filter_map(|cassa| cassa.natura.as_ref()),
        )
        .map(Code::as_str)
        .collect();
    let summed_up: BTreeSet<&str> = body
        .riepilogo()
        .filter_map(|(_, riepilogo)| riepilogo.natura.as_ref())
        .map(Code::as_str)
        .collect();
    for natura in sold.difference(&summed_up) {
        found.reject("00444.lines", body.head.path("DatiBeniServizi"), &[natura]);
    }
    for (at, riepilogo) in body.riepilogo() {
        let missing = riepilogo
            .natura
            .as_ref()
            .filter(|natura| !sold.contains(natura.as_str()));
        if let Some(natura) = missing {
            found.reject("00444.summary", body.summary(at, "Natura"), &[natura]);
        }
    }
}

/// 00445: from 2021 N2, N3 and N6 need their detail.
pub(super) fn generic_natura(_: &Lot<'_>, body: &Body<'_>, found: &mut Found) {
    if body.documento().data < DETAILED_NATURA {
        return;
    }
    let cassa = &body.documento().dati_cassa_previdenziale;
    let casse = (1..)
        .zip(cassa)
        .map(|(at, cassa)| (Where::Cassa(at), cassa.natura.as_ref()));
    let lines = body
        .lines()
        .map(|(at, line)| (Where::Line(at), line.natura.as_ref()));
    let summary = body
        .riepilogo()
        .map(|(at, sum)| (Where::Summary(at), sum.natura.as_ref()));
    for (place, natura) in casse.chain(lines).chain(summary) {
        if let Some(natura) = natura.filter(|natura| matches!(natura.as_str(), "N2" | "N3" | "N6")) {
            let path = match place {
                Where::Cassa(at) => body.cassa(at, "Natura"),
                Where::Line(at) => body.line(at, "Natura"),
                Where::Summary(at) => body.summary(at, "Natura"),
            };
            found.reject("00445.natura", path, &[natura]);
        }
    }
}

/// Where a Natura stands; its path is made only when it is wrong.
enum Where {
    Cassa(usize),
    Line(usize),
    Summary(usize),
}
