//! 00419 to 00422, 00429, 00430, 00443 to 00445, and the total.

use fisco::codici::{EsigibilitaIva, Natura};

use super::*;

const NONE: [&str; 0] = [];

#[test]
fn the_vat_is_right_within_a_cent() {
    for (imposta, rules) in [
        ("37.94", vec![]),
        ("37.95", vec!["~00421.edge"]),
        ("37.93", vec!["~00421.edge"]),
        ("37.96", vec!["00421.summary"]),
        ("37.92", vec!["00421.summary"]),
    ] {
        assert_eq!(
            told(|fattura| riepilogo(fattura).imposta = number(imposta)),
            rules,
            "{imposta}"
        );
    }
}

#[test]
fn a_cent_that_keeps_an_agreed_total_is_not_even_doubtful() {
    // 2000.00 with VAT is 1639.34 and 360.66; 1639.34 at 22 % would be 360.65
    assert_eq!(told(|fattura| sell(fattura, "1639.34", "22", "360.66")), NONE);
    assert_eq!(
        told(|fattura| sell(fattura, "1639.34", "22", "360.64")),
        ["~00421.edge"]
    );
}

#[test]
fn a_credit_is_rounded_as_its_invoice() {
    // 22 % of 0.25 is 0.055
    assert_eq!(told(|fattura| sell(fattura, "-0.25", "22", "-0.06")), NONE);
}

#[test]
fn the_taxable_amount_is_right_within_a_euro() {
    for (imponibile, imposta, rules) in [
        ("172.47", "37.94", vec![]),
        ("173.46", "38.16", vec![]),
        ("173.47", "38.16", vec!["~00422.edge"]),
        ("171.47", "37.72", vec!["~00422.edge"]),
        ("173.48", "38.17", vec!["00422.summary"]),
        ("171.46", "37.72", vec!["00422.summary"]),
    ] {
        let told = told(|fattura| {
            let riepilogo = riepilogo(fattura);
            riepilogo.imponibile_importo = number(imponibile);
            riepilogo.imposta = number(imposta);
        });
        assert_eq!(told, rules, "{imponibile}");
    }
    let rounded = told(|fattura| {
        let riepilogo = riepilogo(fattura);
        riepilogo.imponibile_importo = number("175.00");
        riepilogo.imposta = number("38.50");
        riepilogo.arrotondamento = Some(number("2.53"));
    });
    assert_eq!(rounded, NONE, "the rounding of the summary counts");
}

#[test]
fn rates_are_added_up_whatever_their_natura() {
    let two = told(|fattura| {
        let mut half = riepilogo(fattura).clone();
        half.imponibile_importo = number("72.47");
        half.imposta = number("15.94");
        half.esigibilita_iva = Some(EsigibilitaIva::D.into());
        let first = riepilogo(fattura);
        first.imponibile_importo = number("100");
        first.imposta = number("22");
        fattura.bodies[0].dati_beni_servizi.dati_riepilogo.push(half);
    });
    assert_eq!(two, NONE);
}

#[test]
fn lines_and_summary_have_the_same_rates() {
    let more = told(|fattura| {
        let mut other = line(fattura).clone();
        other.aliquota_iva = number("10");
        fattura.bodies[0].dati_beni_servizi.dettaglio_linee.push(other);
    });
    assert_eq!(more, ["00419.summary", "00422.summary", "00443.lines"]);
    let fewer = told(|fattura| {
        let mut other = riepilogo(fattura).clone();
        other.aliquota_iva = number("10");
        other.imponibile_importo = number("0");
        other.imposta = number("0");
        fattura.bodies[0].dati_beni_servizi.dati_riepilogo.push(other);
    });
    assert_eq!(fewer, ["00443.summary"]);
    let before = told_on(date(2020, 9, 30), |fattura| {
        general(fattura).data = date(2020, 9, 30);
        let mut other = riepilogo(fattura).clone();
        other.aliquota_iva = number("10");
        other.imponibile_importo = number("0");
        other.imposta = number("0");
        fattura.bodies[0].dati_beni_servizi.dati_riepilogo.push(other);
    });
    assert_eq!(before, NONE, "not yet in force");
}

/// 100.00 exempt: the line for one reason, the summary for another.
fn exempt(of_line: Natura, of_summary: Natura) -> impl FnOnce(&mut FatturaElettronica) {
    move |fattura| {
        sell(fattura, "100", "0", "0");
        line(fattura).natura = Some(of_line.into());
        riepilogo(fattura).natura = Some(of_summary.into());
    }
}

#[test]
fn lines_and_summary_have_the_same_nature() {
    assert_eq!(told(exempt(Natura::N2_2, Natura::N2_2)), NONE);
    let differ = told(exempt(Natura::N2_2, Natura::N4));
    assert_eq!(differ, ["00444.lines", "00444.summary"]);
}

#[test]
fn a_generic_natura_ends_with_2020() {
    let old = |data: Date| {
        move |fattura: &mut FatturaElettronica| {
            exempt(Natura::N2, Natura::N2)(fattura);
            general(fattura).data = data;
        }
    };
    assert_eq!(told(old(date(2020, 12, 31))), NONE);
    assert_eq!(told(old(date(2021, 1, 1))), ["00445.natura", "00445.natura"]);
}

#[test]
fn reverse_charge_is_not_split_payment() {
    let due = |natura: Natura, when: EsigibilitaIva| {
        told(move |fattura| {
            exempt(natura, natura)(fattura);
            riepilogo(fattura).esigibilita_iva = Some(when.into());
        })
    };
    assert_eq!(due(Natura::N6_7, EsigibilitaIva::S), ["00420.summary"]);
    assert_eq!(due(Natura::N6_7, EsigibilitaIva::I), NONE);
    assert_eq!(due(Natura::N4, EsigibilitaIva::S), NONE);
}

#[test]
fn a_total_that_does_not_add_up_is_doubtful() {
    let total = |written: &'static str| {
        told(move |fattura| general(fattura).importo_totale_documento = Some(number(written)))
    };
    assert_eq!(total("210.41"), NONE);
    assert_eq!(total("210.42"), NONE);
    assert_eq!(total("210.43"), ["~total_differs"]);
    let stamped = told(|fattura| {
        let general = general(fattura);
        general.importo_totale_documento = Some(number("212.41"));
        general.dati_bollo = Some(crate::model::DatiBollo {
            importo_bollo: Some(number("2")),
            ..Default::default()
        });
    });
    assert_eq!(stamped, NONE);
}

#[test]
fn an_iban_that_does_not_exist_is_doubtful() {
    let paid = |iban: &'static str| {
        told(move |fattura| {
            let mut pagamento = super::super::full::fattura()
                .bodies
                .remove(0)
                .dati_pagamento
                .remove(0);
            for dettaglio in &mut pagamento.dettaglio_pagamento {
                dettaglio.iban = Some(iban.to_owned());
            }
            pagamento.dettaglio_pagamento.truncate(1);
            fattura.bodies[0].dati_pagamento = vec![pagamento];
        })
    };
    assert_eq!(paid("IT60X0542811101000000123456"), NONE);
    assert_eq!(paid("IT61X0542811101000000123456"), ["~iban"]);
}
