//! The rules with the day from which each holds. `SPEC.md` says of every code of SDI where it stands, or why not.

use jiff::civil::{Date, date};

use super::{
    documento::{self, Twins},
    found::Found,
    lines,
    lot::{Body, Head, Lot, Simple},
    ours, parties, simplified, summary,
};
use crate::model::{FatturaElettronica, FatturaElettronicaSemplificata};

/// A code and what decides it.
struct Rule {
    code: &'static str,
    /// The first day; none for rules as old as the format.
    since: Option<Date>,
    run: Run,
}

/// What a rule looks at.
enum Run {
    /// The whole file, of either kind.
    Lot(fn(&Lot<'_>, &mut Found)),
    /// What documents of either kind have.
    Head(fn(&Lot<'_>, &Head<'_>, &mut Found)),
    /// An ordinary document.
    Body(fn(&Lot<'_>, &Body<'_>, &mut Found)),
    /// A simplified document.
    Simple(fn(&Lot<'_>, &Simple<'_>, &mut Found)),
}

const fn rule(code: &'static str, run: Run) -> Rule {
    Rule {
        code,
        since: None,
        run,
    }
}

const fn since(day: Date, code: &'static str, run: Run) -> Rule {
    Rule {
        code,
        since: Some(day),
        run,
    }
}

/// Technical rules 1.5.
const REGISTER: Date = date(2019, 7, 30);
/// Technical rules 1.6: types TD16 to TD27, detailed Natura.
const TYPES: Date = date(2020, 10, 1);
/// Technical rules 1.7.1: TD28.
const FOREIGN: Date = date(2022, 10, 1);

/// Every rule but 00409, which looks at all the documents of a file together.
const RULES: &[Rule] = &[
    rule("00300", Run::Lot(parties::trasmittente)),
    rule("00301", Run::Lot(parties::cedente_iva)),
    rule("00302", Run::Lot(parties::cedente_codice_fiscale)),
    rule("00303", Run::Lot(parties::rappresentante_iva)),
    rule("00304", Run::Lot(parties::rappresentante_codice_fiscale)),
    rule("00305", Run::Lot(parties::cessionario_iva)),
    rule("00306", Run::Lot(parties::cessionario_codice_fiscale)),
    since(REGISTER, "00313", Run::Lot(parties::destinatario_of_foreigners)),
    since(REGISTER, "00330", Run::Lot(parties::pec_of_sdi)),
    rule("00400", Run::Body(lines::natura_missing)),
    rule("00400", Run::Simple(simplified::natura_missing)),
    rule("00401", Run::Body(lines::natura_with_rate)),
    rule("00401", Run::Simple(simplified::natura_with_rate)),
    rule("00403", Run::Head(documento::date_in_the_future)),
    rule("00411", Run::Body(documento::ritenuta_of_line_missing)),
    rule("00413", Run::Body(documento::natura_of_cassa_missing)),
    rule("00414", Run::Body(documento::natura_of_cassa_with_rate)),
    rule("00415", Run::Body(documento::ritenuta_of_cassa_missing)),
    rule("00417", Run::Lot(parties::cessionario_without_id)),
    rule("00418", Run::Body(documento::before_the_linked_invoice)),
    rule("00418", Run::Simple(simplified::before_the_corrected_invoice)),
    rule("00419", Run::Body(summary::fewer_summaries_than_rates)),
    rule("00420", Run::Body(summary::reverse_charge_with_split_payment)),
    rule("00421", Run::Body(summary::imposta)),
    rule("00422", Run::Body(summary::imponibile)),
    rule("00423", Run::Body(lines::prezzo_totale)),
    rule("00424", Run::Body(lines::rate_not_percentage)),
    rule("00424", Run::Simple(simplified::rate_not_percentage)),
    rule("00425", Run::Head(documento::number_without_digit)),
    rule("00427", Run::Lot(parties::codice_destinatario_length)),
    rule("00428", Run::Lot(parties::versione)),
    rule("00429", Run::Body(summary::natura_missing)),
    rule("00430", Run::Body(summary::natura_with_rate)),
    rule("00437", Run::Body(documento::sconto_empty)),
    rule("00438", Run::Body(lines::sconto_empty)),
    since(TYPES, "00443", Run::Body(summary::rates_differ)),
    since(TYPES, "00444", Run::Body(summary::nature_differ)),
    since(
        summary::DETAILED_NATURA,
        "00445",
        Run::Body(summary::generic_natura),
    ),
    since(
        summary::DETAILED_NATURA,
        "00445",
        Run::Simple(simplified::generic_natura),
    ),
    rule("00460", Run::Simple(simplified::above_the_limit)),
    since(TYPES, "00471", Run::Head(parties::same_subject)),
    since(TYPES, "00472", Run::Head(parties::different_subjects)),
    since(TYPES, "00473", Run::Head(parties::seller_country)),
    since(TYPES, "00474", Run::Body(lines::zero_rate_in_td21)),
    since(date(2022, 1, 1), "00475", Run::Head(parties::buyer_without_iva)),
    since(FOREIGN, "00476", Run::Lot(parties::both_foreign)),
    rule("iban", Run::Body(ours::iban)),
    rule("total_differs", Run::Body(ours::total_differs)),
];

/// The codes that are decided here, in order: numbers of SDI, then words of our own.
#[must_use]
pub fn codes() -> Vec<&'static str> {
    let mut codes: Vec<&str> = RULES.iter().map(|rule| rule.code).chain(["00409"]).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// Runs the rules of the ordinary invoice.
pub(super) fn ordinary(lot: &Lot<'_>, fattura: &FatturaElettronica, found: &mut Found) {
    file(lot, found);
    let mut twins = Twins::default();
    for (place, body) in (1..).zip(&fattura.bodies) {
        let body = Body::new(place, body);
        twins.add(lot, &body.head, found);
        for rule in in_force(lot) {
            match &rule.run {
                Run::Head(run) => run(lot, &body.head, found),
                Run::Body(run) => run(lot, &body, found),
                Run::Lot(_) | Run::Simple(_) => {}
            }
        }
    }
}

/// Runs the rules of the simplified invoice.
pub(super) fn simplified(lot: &Lot<'_>, fattura: &FatturaElettronicaSemplificata, found: &mut Found) {
    file(lot, found);
    let mut twins = Twins::default();
    for (place, body) in (1..).zip(&fattura.bodies) {
        let simple = Simple::new(place, body);
        twins.add(lot, &simple.head, found);
        for rule in in_force(lot) {
            match &rule.run {
                Run::Head(run) => run(lot, &simple.head, found),
                Run::Simple(run) => run(lot, &simple, found),
                Run::Lot(_) | Run::Body(_) => {}
            }
        }
    }
}

fn file(lot: &Lot<'_>, found: &mut Found) {
    for rule in in_force(lot) {
        if let Run::Lot(run) = &rule.run {
            run(lot, found);
        }
    }
}

fn in_force(lot: &Lot<'_>) -> impl Iterator<Item = &'static Rule> {
    let when = lot.when;
    RULES
        .iter()
        .filter(move |rule| rule.since.is_none_or(|since| since <= when))
}
