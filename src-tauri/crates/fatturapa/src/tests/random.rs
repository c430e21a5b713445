//! Random documents: whatever a person may type, a cleaned document is either written and valid, or refused with
//! faults; never invalid bytes.

use jiff::civil::Date;
use proptest::{collection::vec, option, prelude::*, strategy::ValueTree, test_runner::TestRunner};
use rust_decimal::Decimal;

use super::{
    full, minimal,
    mutation::{Choices, mutate},
    read, schema,
};
use crate::{
    Code, FatturaElettronica, clean,
    model::*,
    write, write_unchecked,
    xml::{Document, Limits},
};

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
                assert_eq!(read::own(&bytes), fattura);
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

/// Whatever the model holds, writing and reading again loses nothing.
#[test]
fn what_the_model_holds_is_read_back() {
    let is_xml = |c: &char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    let whole = |text: &mut String| *text = text.chars().filter(is_xml).collect();
    let strategy = (model(), typed(), typed(), decimal(i64::MAX, 20), any::<u32>());
    let mut runner = TestRunner::default();
    for _ in 0..1_000 {
        let (mut fattura, code, other, number, count) = strategy.new_tree(&mut runner).unwrap().current();
        fattura.sistema_emittente = None;
        let header = &mut fattura.header;
        header.dati_trasmissione.formato_trasmissione =
            Code::read(&code.chars().filter(is_xml).collect::<String>());
        let body = &mut fattura.bodies[0];
        let documento = &mut body.dati_generali.dati_generali_documento;
        documento.tipo_documento = Code::read(&other.chars().filter(is_xml).collect::<String>());
        documento.arrotondamento = Some(number);
        documento.causale.iter_mut().for_each(whole);
        whole(&mut documento.numero);
        for line in &mut body.dati_beni_servizi.dettaglio_linee {
            whole(&mut line.descrizione);
            line.riferimento_amministrazione.iter_mut().for_each(whole);
            line.numero_linea = count;
        }
        whole(&mut header.cessionario_committente.sede.indirizzo);
        if let Nominativo::Denominazione(name) =
            &mut header.cedente_prestatore.dati_anagrafici.anagrafica.nominativo
        {
            whole(name);
        }
        let bytes = write_unchecked(&fattura);
        assert_eq!(read::lenient(&bytes), fattura);
    }
}

/// Spoilt documents are read, and what was read of them is written and read back the same.
#[test]
fn what_was_read_of_a_spoilt_document_is_read_back() {
    let texts = ["full.xml", "semplificata/td07.xml", "forme/fusi_orari.xml"]
        .map(|name| std::fs::read_to_string(super::house().join("fixtures/fatturapa").join(name)).unwrap());
    for seed in 0..600 {
        let mut choices = Choices::new(seed);
        let text = choices.of::<String>(&texts);
        let (mut text, mut told) = mutate(text, &mut choices);
        for _ in 0..choices.below(4) {
            (text, told) = mutate(&text, &mut choices);
        }
        let Ok(document) = Document::parse(text.as_bytes(), &Limits::default()) else {
            continue;
        };
        let Ok(first) = crate::read(&document) else {
            continue;
        };
        let bytes = write_unchecked(&first.fattura);
        let written = Document::parse(&bytes, &Limits::default()).unwrap();
        assert_eq!(
            crate::read(&written).unwrap().fattura,
            first.fattura,
            "{seed} {told}"
        );
    }
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
