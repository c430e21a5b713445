//! Rules on number, date, withholding and pension funds of a document.

use std::{collections::BTreeMap, fmt::Display};

use fisco::codici::TipoDocumento;
use jiff::civil::Date;

use super::{
    found::Found,
    lot::{Body, Head, Lot},
    parties,
};

/// 00403: the date of the document is not after the day on which SDI receives it.
pub(super) fn date_in_the_future(lot: &Lot<'_>, head: &Head<'_>, found: &mut Found) {
    if head.data > lot.when {
        found.reject("00403.date", head.general("Data"), &[&head.data, &lot.when]);
    }
}

/// What makes two documents of a file the same but for their date: who issues, whether it is a credit note, the number.
type Key<'a> = (bool, bool, &'a str);

/// 00409: two documents of the file are the same: subject, number and year; with `Art73`, which allows several series,
/// subject, number and day. A credit note may have the number of an invoice.
#[derive(Debug, Default)]
pub(super) struct Twins<'a>(BTreeMap<Key<'a>, Vec<(usize, Date, bool)>>);

impl<'a> Twins<'a> {
    pub(super) fn add(&mut self, lot: &Lot<'_>, head: &Head<'a>, found: &mut Found) {
        let is_credit_note = head.td.is_some_and(super::lot::Td::is_credit_note);
        let is_of_buyer = head.is_any(&parties::BUYER_ISSUES) && !parties::is_same_for_sure(lot);
        let same = self
            .0
            .entry((is_of_buyer, is_credit_note, head.numero))
            .or_default();
        let twin = same.iter().find(|(_, data, is_art73)| {
            if *is_art73 || head.is_art73 {
                *data == head.data
            } else {
                data.year() == head.data.year()
            }
        });
        if let Some((first, _, _)) = twin {
            found.reject("00409.lot", head.general("Numero"), &[&head.numero, first]);
        } else {
            same.push((head.place, head.data, head.is_art73));
        }
    }
}

/// 00411: a line subject to withholding needs the withholding.
pub(super) fn ritenuta_of_line_missing(_: &Lot<'_>, body: &Body<'_>, found: &mut Found) {
    if !body.documento().dati_ritenuta.is_empty() {
        return;
    }
    if let Some((at, line)) = body.lines().find(|(_, line)| line.ritenuta.is_some()) {
        found.reject("00411.line", body.line(at, "Ritenuta"), &[&line.numero_linea]);
    }
}

/// 00413: a fund contribution with a zero rate says why there is no VAT.
pub(super) fn natura_of_cassa_missing(_: &Lot<'_>, body: &Body<'_>, found: &mut Found) {
    for (at, cassa) in (1..).zip(&body.documento().dati_cassa_previdenziale) {
        if cassa.aliquota_iva.is_zero() && cassa.natura.is_none() {
            found.reject("00413.cassa", body.cassa(at, "AliquotaIVA"), &[&cassa.tipo_cassa]);
        }
    }
}

/// 00414: a fund contribution with a rate has no Natura.
pub(super) fn natura_of_cassa_with_rate(_: &Lot<'_>, body: &Body<'_>, found: &mut Found) {
    for (at, cassa) in (1..).zip(&body.documento().dati_cassa_previdenziale) {
        if let Some(natura) = cassa.natura.as_ref().filter(|_| !cassa.aliquota_iva.is_zero()) {
            let args: &[&dyn Display] = &[&cassa.tipo_cassa, &cassa.aliquota_iva, natura];
            found.reject("00414.cassa", body.cassa(at, "Natura"), args);
        }
    }
}

/// 00415: a fund contribution subject to withholding needs the withholding.
pub(super) fn ritenuta_of_cassa_missing(_: &Lot<'_>, body: &Body<'_>, found: &mut Found) {
    let documento = body.documento();
    let mut casse = (1..).zip(&documento.dati_cassa_previdenziale);
    let subject = casse.find(|(_, cassa)| cassa.ritenuta.is_some());
    if let Some((at, cassa)) = subject.filter(|_| documento.dati_ritenuta.is_empty()) {
        found.reject("00415.cassa", body.cassa(at, "Ritenuta"), &[&cassa.tipo_cassa]);
    }
}

/// 00418: a credit note is not before the invoice that it corrects. The rule names TD04 only; in other types a later
/// linked document is only odd.
pub(super) fn before_the_linked_invoice(_: &Lot<'_>, body: &Body<'_>, found: &mut Found) {
    let data = body.head.data;
    for (at, linked) in (1_usize..).zip(&body.body.dati_generali.dati_fatture_collegate) {
        let Some(later) = linked.data.filter(|linked| *linked > data) else {
            continue;
        };
        let path = body
            .head
            .path(&format!("DatiGenerali/DatiFattureCollegate[{at}]/Data"));
        let args: &[&dyn Display] = &[&data, &linked.id_documento, &later];
        if body.is(TipoDocumento::TD04) {
            found.reject("00418.linked", path, args);
        } else {
            found.doubt("00418.other", path, args);
        }
    }
}

/// 00425: the number has a digit.
pub(super) fn number_without_digit(_: &Lot<'_>, head: &Head<'_>, found: &mut Found) {
    if !head.numero.bytes().any(|byte| byte.is_ascii_digit()) {
        found.reject("00425.number", head.general("Numero"), &[&head.numero]);
    }
}

/// 00437: a discount on the document has a percentage or an amount.
pub(super) fn sconto_empty(_: &Lot<'_>, body: &Body<'_>, found: &mut Found) {
    for (at, sconto) in (1_usize..).zip(&body.documento().sconto_maggiorazione) {
        if sconto.percentuale.is_none() && sconto.importo.is_none() {
            let path = body.head.general(&format!("ScontoMaggiorazione[{at}]"));
            found.reject("00437.document", path, &[]);
        }
    }
}
