//! 00403, 00409, 00411, 00413 to 00415, 00418, 00425, 00427, 00428, 00437.

use fisco::codici::{CausalePagamento, FormatoTrasmissione, Natura, TipoRitenuta, TipoScontoMaggiorazione};

use super::*;
use crate::model::{DatiDocumentiCorrelati, DatiRitenuta, ScontoMaggiorazione, Si};

const NONE: [&str; 0] = [];

#[test]
fn the_date_is_not_after_the_check() {
    assert_eq!(told_on(date(2026, 11, 24), |_| {}), NONE);
    assert_eq!(told_on(date(2026, 11, 23), |_| {}), ["00403.date"]);
}

#[test]
fn a_lot_has_no_document_twice() {
    let lot = |change: fn(&mut FatturaElettronica)| {
        told(move |fattura| {
            let second = fattura.bodies[0].clone();
            fattura.bodies.push(second);
            fattura.bodies[1].dati_generali.dati_generali_documento.data = date(2026, 3, 2);
            change(fattura);
        })
    };
    assert_eq!(lot(|_| {}), ["00409.lot"], "same number, same year");
    let other = lot(|fattura| {
        "2/2026".clone_into(&mut fattura.bodies[1].dati_generali.dati_generali_documento.numero);
    });
    assert_eq!(other, NONE);
    let year = lot(|fattura| {
        fattura.bodies[1].dati_generali.dati_generali_documento.data = date(2025, 12, 31);
    });
    assert_eq!(year, NONE);
    let art73 = lot(|fattura| general(fattura).art73 = Some(Si));
    assert_eq!(art73, NONE, "with Art73 the day counts");
    let art73_same_day = lot(|fattura| {
        general(fattura).art73 = Some(Si);
        fattura.bodies[1].dati_generali.dati_generali_documento.data = TODAY;
    });
    assert_eq!(art73_same_day, ["00409.lot"]);
    let credit = lot(|fattura| td(fattura, TipoDocumento::TD04));
    assert_eq!(credit, NONE, "a credit note may have the number of an invoice");
    let two_credits = lot(|fattura| {
        td(fattura, TipoDocumento::TD04);
        fattura.bodies[1]
            .dati_generali
            .dati_generali_documento
            .tipo_documento = TipoDocumento::TD04.into();
    });
    assert_eq!(two_credits, ["00409.lot"]);
}

fn withholding() -> DatiRitenuta {
    DatiRitenuta {
        tipo_ritenuta: TipoRitenuta::RT01.into(),
        importo_ritenuta: number("34.49"),
        aliquota_ritenuta: number("20"),
        causale_pagamento: CausalePagamento::A.into(),
    }
}

#[test]
fn what_is_subject_to_withholding_has_one() {
    let subject = |fattura: &mut FatturaElettronica| line(fattura).ritenuta = Some(Si);
    assert_eq!(told(subject), ["00411.line"]);
    let with = told(|fattura| {
        subject(fattura);
        general(fattura).dati_ritenuta = vec![withholding()];
    });
    assert_eq!(with, NONE);
}

#[test]
fn a_fund_contribution_follows_the_rules_of_lines() {
    let fund = |aliquota: &'static str, natura: Option<Natura>, ritenuta: bool| {
        move |fattura: &mut FatturaElettronica| {
            let mut cassa = cassa(aliquota);
            cassa.natura = natura.map(Into::into);
            cassa.ritenuta = ritenuta.then_some(Si);
            general(fattura).dati_cassa_previdenziale = vec![cassa];
            let riepilogo = riepilogo(fattura);
            riepilogo.imponibile_importo = number("176.47");
            riepilogo.imposta = number("38.82");
        }
    };
    assert_eq!(told(fund("22", None, false)), NONE);
    assert_eq!(told(fund("22", None, true)), ["00415.cassa"]);
    let told_with_natura = told(fund("22", Some(Natura::N4), false));
    assert_eq!(told_with_natura, ["00414.cassa", "00444.lines"]);
    let zero = told(|fattura| {
        fund("0", None, false)(fattura);
        let mut exempt = riepilogo(fattura).clone();
        exempt.aliquota_iva = number("0");
        exempt.imponibile_importo = number("4");
        exempt.imposta = number("0");
        let riepilogo = riepilogo(fattura);
        riepilogo.imponibile_importo = number("172.47");
        riepilogo.imposta = number("37.94");
        fattura.bodies[0].dati_beni_servizi.dati_riepilogo.push(exempt);
    });
    assert_eq!(zero, ["00413.cassa", "00429.summary"]);
    let paid = told(|fattura| {
        fund("22", None, true)(fattura);
        general(fattura).dati_ritenuta = vec![withholding()];
    });
    assert_eq!(paid, NONE);
}

#[test]
fn a_credit_note_is_not_before_its_invoice() {
    let linked = |td: TipoDocumento, data: Date| {
        move |fattura: &mut FatturaElettronica| {
            super::td(fattura, td);
            fattura.bodies[0].dati_generali.dati_fatture_collegate = vec![DatiDocumentiCorrelati {
                id_documento: "7/2026".to_owned(),
                data: Some(data),
                ..DatiDocumentiCorrelati::default()
            }];
        }
    };
    let tomorrow = date(2026, 11, 25);
    assert_eq!(told(linked(TipoDocumento::TD04, TODAY)), NONE);
    assert_eq!(told(linked(TipoDocumento::TD04, tomorrow)), ["00418.linked"]);
    assert_eq!(told(linked(TipoDocumento::TD01, tomorrow)), ["~00418.other"]);
}

#[test]
fn a_number_has_a_digit() {
    assert_eq!(
        told(|fattura| "A/1".clone_into(&mut general(fattura).numero)),
        NONE
    );
    assert_eq!(
        told(|fattura| "A/uno".clone_into(&mut general(fattura).numero)),
        ["00425.number"]
    );
}

#[test]
fn a_discount_on_the_document_has_a_value() {
    let discount = |percentuale: Option<Decimal>| {
        move |fattura: &mut FatturaElettronica| {
            general(fattura).sconto_maggiorazione = vec![ScontoMaggiorazione {
                tipo: TipoScontoMaggiorazione::SC.into(),
                percentuale,
                importo: None,
            }];
        }
    };
    assert_eq!(told(discount(Some(number("5")))), NONE);
    assert_eq!(told(discount(None)), ["00437.document"]);
}

#[test]
fn the_recipient_code_has_the_length_of_its_format() {
    let sent = |formato: FormatoTrasmissione, codice: &'static str| {
        told(move |fattura| {
            let trasmissione = &mut fattura.header.dati_trasmissione;
            trasmissione.formato_trasmissione = formato.into();
            codice.clone_into(&mut trasmissione.codice_destinatario);
        })
    };
    assert_eq!(sent(FormatoTrasmissione::FPR12, "ABC1234"), NONE);
    assert_eq!(sent(FormatoTrasmissione::FPR12, "UFABCD"), ["00427.length"]);
    assert_eq!(sent(FormatoTrasmissione::FPA12, "UFABCD"), NONE);
    assert_eq!(sent(FormatoTrasmissione::FPA12, "ABC1234"), ["00427.length"]);
}

#[test]
fn the_version_repeats_the_format() {
    let xml = String::from_utf8(crate::write(&minimal::fattura()).unwrap()).unwrap();
    let told = |xml: &str| {
        let findings = check::bytes(xml.as_bytes(), TODAY).findings.into_iter();
        findings
            .map(|finding| (finding.rule, finding.line))
            .collect::<Vec<_>>()
    };
    assert_eq!(told(&xml), []);
    let other = xml.replace("versione=\"FPR12\"", "versione=\"FPA12\"");
    assert_eq!(told(&other)[0].0, "00428.version");
}
