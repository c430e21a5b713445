//! Rules on who sends, sells and buys.

use fisco::{
    CodiceFiscale, PartitaIva,
    codici::{TipoDocumento, TipoDocumentoSemplificata},
};
use jiff::civil::{Date, date};

use super::{
    found::Found,
    lot::{Head, Lot, Subject, Td},
};
use crate::model::IdFiscale;

/// Types that the buyer issues, integrating or in the seller's place: uniqueness looks at the buyer (00404, 00409) and
/// the buyer must have a VAT number (00475).
pub(super) const BUYER_ISSUES: [TipoDocumento; 9] = [
    TipoDocumento::TD16,
    TipoDocumento::TD17,
    TipoDocumento::TD18,
    TipoDocumento::TD19,
    TipoDocumento::TD20,
    TipoDocumento::TD22,
    TipoDocumento::TD23,
    TipoDocumento::TD28,
    TipoDocumento::TD29,
];

/// TD28, and 00471 for the types of sales.
const TD28_SINCE: Date = date(2022, 10, 1);
const TD29_SINCE: Date = date(2025, 4, 1);

/// 00300, as far as it can be told without the tax register: the check character of who transmits.
pub(super) fn trasmittente(lot: &Lot<'_>, found: &mut Found) {
    let id = lot.trasmittente;
    if id.id_paese == "IT" && !is_codice_fiscale(&id.id_codice) {
        let path = lot.header("DatiTrasmissione/IdTrasmittente/IdCodice");
        found.doubt("00300.digits", path, &[&id.id_codice]);
    }
}

/// 00301, the check digit: the VAT number of the seller.
pub(super) fn cedente_iva(lot: &Lot<'_>, found: &mut Found) {
    iva("00301.digits", lot, &lot.seller, found);
}

/// 00302, the check character: the tax code of the seller. The simplified invoice has no such rule.
pub(super) fn cedente_codice_fiscale(lot: &Lot<'_>, found: &mut Found) {
    if !lot.is_simplified {
        codice_fiscale("00302.digits", lot, &lot.seller, found);
    }
}

/// 00303, the check digit: the VAT numbers of the representatives of seller and buyer.
pub(super) fn rappresentante_iva(lot: &Lot<'_>, found: &mut Found) {
    for subject in [&lot.seller_representative, &lot.buyer_representative]
        .into_iter()
        .flatten()
    {
        iva("00303.digits", lot, subject, found);
    }
}

/// 00304, the check character: the tax code of the seller's representative.
pub(super) fn rappresentante_codice_fiscale(lot: &Lot<'_>, found: &mut Found) {
    if let Some(subject) = &lot.seller_representative {
        codice_fiscale("00304.digits", lot, subject, found);
    }
}

/// 00305, the check digit: the VAT number of the buyer.
pub(super) fn cessionario_iva(lot: &Lot<'_>, found: &mut Found) {
    iva("00305.digits", lot, &lot.buyer, found);
}

/// 00306, the check character: the tax code of a buyer without VAT number.
pub(super) fn cessionario_codice_fiscale(lot: &Lot<'_>, found: &mut Found) {
    if lot.buyer.iva.is_none() {
        codice_fiscale("00306.digits", lot, &lot.buyer, found);
    }
}

/// 00313: the code of buyers that are not in Italy is for buyers with a foreign VAT number; in the simplified invoice
/// since 2022.
pub(super) fn destinatario_of_foreigners(lot: &Lot<'_>, found: &mut Found) {
    let is_foreign = lot.buyer.iva.is_some_and(|id| id.id_paese != "IT");
    let is_early = lot.is_simplified && lot.when < date(2022, 1, 1);
    if lot.codice_destinatario == "XXXXXXX" && !is_foreign && !is_early && !lot.is_pa() {
        found.reject(
            "00313.buyer",
            lot.header("DatiTrasmissione/CodiceDestinatario"),
            &[],
        );
    }
}

/// 00330: the mail box of the buyer is not one of SDI's own.
pub(super) fn pec_of_sdi(lot: &Lot<'_>, found: &mut Found) {
    if let Some(pec) = lot
        .pec_destinatario
        .filter(|pec| !lot.is_pa() && is_pec_of_sdi(pec))
    {
        found.reject(
            "00330.pec",
            lot.header("DatiTrasmissione/PECDestinatario"),
            &[&pec],
        );
    }
}

/// `sdi01@pec.fatturapa.it`: SDI hands out one to each sender.
fn is_pec_of_sdi(pec: &str) -> bool {
    let pec = pec.to_ascii_lowercase();
    let number = pec
        .strip_prefix("sdi")
        .and_then(|rest| rest.strip_suffix("@pec.fatturapa.it"));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// 00417: the buyer has a VAT number or a tax code.
pub(super) fn cessionario_without_id(lot: &Lot<'_>, found: &mut Found) {
    if lot.buyer.iva.is_none() && lot.buyer.codice_fiscale.is_none() {
        found.reject("00417.buyer", lot.header(lot.buyer.path), &[]);
    }
}

/// 00427: a public office has a code of 6 characters, anybody else one of 7.
pub(super) fn codice_destinatario_length(lot: &Lot<'_>, found: &mut Found) {
    let length = lot.codice_destinatario.chars().count();
    let (wrong, right) = if lot.is_pa() { (7, 6) } else { (6, 7) };
    if length == wrong {
        let path = lot.header("DatiTrasmissione/CodiceDestinatario");
        found.reject(
            "00427.length",
            path,
            &[&lot.formato, &lot.codice_destinatario, &right],
        );
    }
}

/// 00428: the attribute `versione` repeats `FormatoTrasmissione`.
pub(super) fn versione(lot: &Lot<'_>, found: &mut Found) {
    if let Some(versione) = lot.versione.filter(|versione| *versione != lot.formato) {
        let path = lot.header("DatiTrasmissione/FormatoTrasmissione");
        found.reject("00428.version", path, &[&versione, &lot.formato]);
    }
}

/// 00471: nobody sells to themselves, but where the type says so. SDI does not say which identifiers it compares: equal
/// VAT numbers are the same subject, unless both have a tax code and these differ (members of one VAT group); a buyer
/// with the seller's tax code and no VAT number is only a warning.
pub(super) fn same_subject(lot: &Lot<'_>, head: &Head<'_>, found: &mut Found) {
    let is_ruled = |td: &Td| must_differ_since(*td).is_some_and(|since| since <= lot.when);
    let Some(td) = head.td.filter(is_ruled) else {
        return;
    };
    match same(lot) {
        Same::Yes => found.reject("00471.same", lot.header(lot.buyer.path), &[&td]),
        Same::ByTaxCode => found.doubt("00471.tax_code", lot.header(lot.buyer.path), &[&td]),
        Same::No => {}
    }
}

/// From when the parties of a type must differ.
fn must_differ_since(td: Td) -> Option<Date> {
    use TipoDocumento as T;
    match td {
        Td::Ordinary(T::TD16 | T::TD17 | T::TD18 | T::TD19 | T::TD20) => Some(date(2020, 10, 1)),
        Td::Ordinary(T::TD01 | T::TD02 | T::TD03 | T::TD06 | T::TD24 | T::TD25 | T::TD28)
        | Td::Simplified(TipoDocumentoSemplificata::TD07) => Some(TD28_SINCE),
        Td::Ordinary(T::TD29) => Some(TD29_SINCE),
        Td::Ordinary(_) | Td::Simplified(_) => None,
    }
}

/// 00472: TD21 (exceeding the plafond) and TD27 (own use, gifts) go from a subject to itself. A buyer given only by the
/// seller's tax code is the same.
pub(super) fn different_subjects(lot: &Lot<'_>, head: &Head<'_>, found: &mut Found) {
    let is_ruled = |td: &Td| {
        td.is_any(&[TipoDocumento::TD21]) || (td.is_any(&[TipoDocumento::TD27]) && lot.when >= TD28_SINCE)
    };
    if let (Some(td), Same::No) = (head.td.filter(is_ruled), same(lot)) {
        found.reject("00472.differ", lot.header(lot.buyer.path), &[&td]);
    }
}

/// 00473: types for purchases from abroad name a seller from abroad: TD28 one of San Marino; TD29 an Italian one. `OO`
/// (Livigno, Campione d'Italia) is not Italy.
pub(super) fn seller_country(lot: &Lot<'_>, head: &Head<'_>, found: &mut Found) {
    use TipoDocumento as T;
    let paese = lot.seller.iva.map_or("", |id| id.id_paese.as_str());
    let (is_wrong, since) = match head.td {
        Some(Td::Ordinary(T::TD17 | T::TD18 | T::TD19)) => (paese == "IT", date(2020, 10, 1)),
        Some(Td::Ordinary(T::TD28)) => (paese != "SM", TD28_SINCE),
        Some(Td::Ordinary(T::TD29)) => (paese != "IT", TD29_SINCE),
        _ => return,
    };
    if let Some(td) = head.td.filter(|_| is_wrong && since <= lot.when) {
        let path = lot.header(&format!("{}/IdFiscaleIVA/IdPaese", lot.seller.path));
        found.reject("00473.country", path, &[&td, &paese]);
    }
}

/// 00475: a buyer that issues in the seller's place has a VAT number.
pub(super) fn buyer_without_iva(lot: &Lot<'_>, head: &Head<'_>, found: &mut Found) {
    let since = match head.td {
        Some(Td::Ordinary(TipoDocumento::TD28)) => TD28_SINCE,
        Some(Td::Ordinary(TipoDocumento::TD29)) => TD29_SINCE,
        _ => date(2022, 1, 1),
    };
    let is_ruled = |td: &Td| td.is_any(&BUYER_ISSUES) && since <= lot.when;
    if let Some(td) = head.td.filter(is_ruled).filter(|_| lot.buyer.iva.is_none()) {
        found.reject("00475.buyer", lot.header(lot.buyer.path), &[&td]);
    }
}

/// 00476: SDI carries invoices where one of the two is Italian.
pub(super) fn both_foreign(lot: &Lot<'_>, found: &mut Found) {
    if let (Some(seller), Some(buyer)) = (lot.seller.iva, lot.buyer.iva)
        && seller.id_paese != "IT"
        && buyer.id_paese != "IT"
    {
        let path = lot.header(&format!("{}/IdFiscaleIVA/IdPaese", lot.buyer.path));
        found.reject("00476.foreign", path, &[&seller.id_paese, &buyer.id_paese]);
    }
}

/// Whether seller and buyer are one.
enum Same {
    Yes,
    /// The buyer has no VAT number, and the tax code of the seller.
    ByTaxCode,
    No,
}

fn same(lot: &Lot<'_>) -> Same {
    let Some(iva) = lot.seller.iva else {
        return Same::No;
    };
    let equal = |a: &str, b: &str| a.eq_ignore_ascii_case(b);
    match (lot.buyer.iva, lot.seller.codice_fiscale, lot.buyer.codice_fiscale) {
        (Some(id), _, _) if !equal(&id.id_paese, &iva.id_paese) || !equal(&id.id_codice, &iva.id_codice) => {
            Same::No
        }
        (Some(_), Some(seller), Some(buyer)) if !equal(seller, buyer) => Same::No,
        (Some(_), _, _) => Same::Yes,
        (None, Some(seller), Some(buyer)) if equal(seller, buyer) => Same::ByTaxCode,
        // a company has one number as both
        (None, None, Some(buyer)) if is_italian(iva, buyer) => Same::ByTaxCode,
        (None, _, _) => Same::No,
    }
}

/// Whether seller and buyer have the same VAT number.
pub(super) fn is_same_for_sure(lot: &Lot<'_>) -> bool {
    matches!(same(lot), Same::Yes)
}

fn is_italian(id: &IdFiscale, codice: &str) -> bool {
    id.id_paese == "IT" && id.id_codice == codice
}

fn iva(rule: &'static str, lot: &Lot<'_>, subject: &Subject<'_>, found: &mut Found) {
    let Some(id) = subject.iva.filter(|id| id.id_paese == "IT") else {
        return;
    };
    let codice = id.id_codice.as_str();
    if !codice
        .parse::<PartitaIva>()
        .is_ok_and(|iva| iva.as_str() == codice)
    {
        let path = lot.header(&format!("{}/IdFiscaleIVA/IdCodice", subject.path));
        found.doubt(rule, path, &[&codice]);
    }
}

fn codice_fiscale(rule: &'static str, lot: &Lot<'_>, subject: &Subject<'_>, found: &mut Found) {
    if let Some(codice) = subject.codice_fiscale.filter(|codice| !is_codice_fiscale(codice)) {
        let path = lot.header(&format!("{}/CodiceFiscale", subject.path));
        found.doubt(rule, path, &[&codice]);
    }
}

fn is_codice_fiscale(codice: &str) -> bool {
    codice
        .parse::<CodiceFiscale>()
        .is_ok_and(|read| read.as_str() == codice)
}
