//! Every rule on both sides of its limit, on documents made from the smallest invoice.

mod document;
mod envelope;
mod ledger;
mod lines;
mod parties;
mod samples;
mod simplified;
mod summary;

use fisco::codici::TipoDocumento;
use jiff::civil::{Date, date};
use rust_decimal::Decimal;

use super::minimal;
use crate::{
    Fattura, FatturaElettronica, Finding, Severity, check,
    model::{DatiCassaPrevidenziale, DatiGeneraliDocumento, DatiRiepilogo, DettaglioLinee},
    sdi,
};

/// The day of the checks: the one of the smallest invoice.
const TODAY: Date = date(2026, 11, 24);

/// The rules that the changed invoice breaks, in order; `~` before a warning.
fn told(change: impl FnOnce(&mut FatturaElettronica)) -> Vec<String> {
    told_on(TODAY, change)
}

fn told_on(when: Date, change: impl FnOnce(&mut FatturaElettronica)) -> Vec<String> {
    let mut fattura = minimal::fattura();
    change(&mut fattura);
    rules_of(&fattura.into(), when)
}

fn rules_of(fattura: &Fattura, when: Date) -> Vec<String> {
    check::fattura(fattura, when).iter().map(rule_of).collect()
}

/// The rule of a finding, `~` before what is no error; it has its sentences.
fn rule_of(finding: &Finding) -> String {
    assert!(
        sdi::find(finding.rule).is_some(),
        "{} has no sentence",
        finding.rule
    );
    let words = [finding.it(), finding.en(), finding.fix_it(), finding.fix_en()];
    assert!(!words.concat().contains(['{', '}']), "{words:?}");
    match finding.severity {
        Severity::Error => finding.rule.to_owned(),
        Severity::Warning | Severity::Info => format!("~{}", finding.rule),
    }
}

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn general(fattura: &mut FatturaElettronica) -> &mut DatiGeneraliDocumento {
    &mut fattura.bodies[0].dati_generali.dati_generali_documento
}

fn td(fattura: &mut FatturaElettronica, td: TipoDocumento) {
    general(fattura).tipo_documento = td.into();
}

fn line(fattura: &mut FatturaElettronica) -> &mut DettaglioLinee {
    &mut fattura.bodies[0].dati_beni_servizi.dettaglio_linee[0]
}

fn riepilogo(fattura: &mut FatturaElettronica) -> &mut DatiRiepilogo {
    &mut fattura.bodies[0].dati_beni_servizi.dati_riepilogo[0]
}

/// One line and its summary.
fn sell(fattura: &mut FatturaElettronica, amount: &str, aliquota: &str, imposta: &str) {
    let line = line(fattura);
    line.prezzo_unitario = number(amount);
    line.prezzo_totale = number(amount);
    line.aliquota_iva = number(aliquota);
    let riepilogo = riepilogo(fattura);
    riepilogo.aliquota_iva = number(aliquota);
    riepilogo.imponibile_importo = number(amount);
    riepilogo.imposta = number(imposta);
}

/// A fund contribution of 4.00 euro, not in the summary.
fn cassa(aliquota: &str) -> DatiCassaPrevidenziale {
    DatiCassaPrevidenziale {
        tipo_cassa: fisco::codici::TipoCassa::TC22.into(),
        al_cassa: number("4"),
        importo_contributo_cassa: number("4"),
        imponibile_cassa: None,
        aliquota_iva: number(aliquota),
        ritenuta: None,
        natura: None,
        riferimento_amministrazione: None,
    }
}

#[test]
fn the_smallest_invoice_is_clean() {
    assert_eq!(told(|_| {}), [""; 0]);
}
