//! Random documents: whatever a person may type, a cleaned document is either written and valid, or refused with
//! faults; never invalid bytes.

use jiff::civil::Date;
use proptest::{collection::vec, option, prelude::*, strategy::ValueTree, test_runner::TestRunner};
use rust_decimal::Decimal;

use super::{full, minimal, schema};
use crate::{FatturaElettronica, clean, model::*, totals, write};

/// Text with letters of many alphabets, signs, spaces and control characters.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-zA-Z0-9 .,;:&<>'\"/()-]{1,40}",
        1 => vec(any::<char>(), 1..30).prop_map(|letters| letters.into_iter().collect()),
        1 => "[àèìòùÀÈÉ’“”–€œß•…\\n\\t ]{1,30}",
    ]
}

fn decimal(most: i64, scale: u32) -> impl Strategy<Value = Decimal> {
    (-most..most, 0..=scale).prop_map(|(units, scale)| Decimal::new(units, scale))
}

fn day() -> impl Strategy<Value = Date> {
    (1970_i16..2100, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| Date::new(year, month, day).unwrap())
}

fn line() -> impl Strategy<Value = DettaglioLinee> {
    let numbers = (
        decimal(10_000_000, 8),
        decimal(10_000_000, 8),
        option::of(decimal(1_000_000, 8)),
        0_i64..=10_000,
    );
    (
        1_u32..=9999,
        typed(),
        option::of(typed()),
        numbers,
        option::of(day()),
    )
        .prop_map(
            |(numero_linea, descrizione, riferimento, (prezzo, totale, quantita, rate), data)| {
                DettaglioLinee {
                    numero_linea,
                    descrizione,
                    quantita: quantita.map(|quantita| quantita.abs()),
                    data_inizio_periodo: data,
                    prezzo_unitario: prezzo,
                    prezzo_totale: totale,
                    aliquota_iva: Decimal::new(rate, 2),
                    riferimento_amministrazione: riferimento,
                    ..DettaglioLinee::default()
                }
            },
        )
}

fn model() -> impl Strategy<Value = FatturaElettronica> {
    let texts = (
        typed(),
        typed(),
        "[0-9]{1,4}[/a-zèß–]{0,18}",
        vec("[a-z’ ]{1,500}", 0..3),
        "[+]?[0-9 ]{4,15}",
    );
    (
        texts,
        vec(line(), 1..6),
        decimal(1_000_000, 2),
        day(),
        any::<bool>(),
    )
        .prop_map(
            |((name, street, number, causale, phone), lines, total, data, is_full)| {
                let mut fattura = if is_full {
                    full::fattura()
                } else {
                    minimal::fattura()
                };
                fattura.header.cedente_prestatore.dati_anagrafici.anagrafica = minimal::denominazione(&name);
                fattura.header.cessionario_committente.sede.indirizzo = street;
                fattura.header.cedente_prestatore.contatti = Some(Contatti {
                    telefono: Some(phone),
                    ..Contatti::default()
                });
                let body = &mut fattura.bodies[0];
                body.dati_beni_servizi.dettaglio_linee = lines;
                let documento = &mut body.dati_generali.dati_generali_documento;
                documento.numero = number;
                documento.causale = causale;
                documento.data = data;
                documento.importo_totale_documento = Some(total);
                fattura
            },
        )
}

#[test]
fn what_is_written_is_valid() {
    let mut files = Vec::new();
    let mut refused = 0_u32;
    let mut runner = TestRunner::default();
    for at in 0..500 {
        let mut fattura = model().new_tree(&mut runner).unwrap().current();
        clean(&mut fattura);
        match write(&fattura) {
            Ok(bytes) => {
                let read = totals(&bytes).unwrap().remove(0);
                let lines = &fattura.bodies[0].dati_beni_servizi.dettaglio_linee;
                assert!(read.lines.iter().eq(lines.iter().map(|line| &line.prezzo_totale)));
                assert_eq!(
                    read.numero,
                    fattura.bodies[0].dati_generali.dati_generali_documento.numero
                );
                files.push((format!("random-{at}"), bytes));
            }
            Err(error) => {
                assert!(!error.faults.is_empty());
                refused += 1;
            }
        }
    }
    assert!(files.len() >= 100 && refused >= 10, "{refused} refused");
    schema::accepts(&files);
}

/// Texts near the patterns of the schema: what our own check lets through, the schema must too.
#[test]
fn shapes_are_never_looser_than_the_schema() {
    let near = (
        "[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~()@ -]{1,10}@[a-z0-9.@-]{1,10}",
        "[ -~à]{1,6}@[ -~]{0,6}[.@]{1,2}[ -~]{0,4}",
        "[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?",
        "[A-Za-z]{2}[0-9]{2}[A-Za-z0-9]{9,32}",
        "[ -~]{2,14}",
    );
    let mut files = Vec::new();
    let mut runner = TestRunner::default();
    for at in 0..600 {
        let (pec, email, bic, iban, phone) = near.new_tree(&mut runner).unwrap().current();
        let mut fattura = full::fattura();
        let kinds = [pec, email, bic, iban, phone];
        let text = Some(kinds[at % kinds.len()].clone());
        let payment = &mut fattura.bodies[0].dati_pagamento[0].dettaglio_pagamento[0];
        match at % kinds.len() {
            0 => fattura.header.dati_trasmissione.pec_destinatario = text,
            1 => fattura.header.cedente_prestatore.contatti.as_mut().unwrap().email = text,
            2 => payment.bic = text,
            3 => payment.iban = text,
            _ => {
                fattura
                    .header
                    .cedente_prestatore
                    .contatti
                    .as_mut()
                    .unwrap()
                    .telefono = text
            }
        }
        if let Ok(bytes) = write(&fattura) {
            files.push((format!("shape-{at}"), bytes));
        }
    }
    assert!(files.len() >= 150, "{} of 600", files.len());
    schema::accepts(&files);
}
