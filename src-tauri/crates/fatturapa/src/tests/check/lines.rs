//! 00400, 00401, 00423, 00424, 00438, 00474.

use fisco::codici::{Natura, TipoDocumento, TipoScontoMaggiorazione};

use super::*;
use crate::model::ScontoMaggiorazione;

const NONE: [&str; 0] = [];

fn sconto(tipo: TipoScontoMaggiorazione, percentuale: &str, importo: &str) -> ScontoMaggiorazione {
    ScontoMaggiorazione {
        tipo: tipo.into(),
        percentuale: percentuale.parse().ok(),
        importo: importo.parse().ok(),
    }
}

#[test]
fn a_zero_rate_and_a_natura_go_together() {
    let exempt = |fattura: &mut FatturaElettronica| {
        sell(fattura, "100", "0", "0");
        line(fattura).natura = Some(Natura::N4.into());
        riepilogo(fattura).natura = Some(Natura::N4.into());
    };
    assert_eq!(told(exempt), NONE);
    let without = told(|fattura| {
        exempt(fattura);
        line(fattura).natura = None;
        riepilogo(fattura).natura = None;
    });
    assert_eq!(without, ["00400.line", "00429.summary"]);
    let with_rate = |fattura: &mut FatturaElettronica| {
        line(fattura).natura = Some(Natura::N6_9.into());
        riepilogo(fattura).natura = Some(Natura::N6_9.into());
    };
    assert_eq!(told(with_rate), ["00401.line", "00430.summary"]);
    let integrated = told(|fattura| {
        with_rate(fattura);
        td(fattura, TipoDocumento::TD16);
        let buyer = &mut fattura.header.cessionario_committente.dati_anagrafici;
        buyer.id_fiscale_iva = Some(minimal::id_fiscale("IT", "12345678903"));
    });
    assert_eq!(
        integrated, NONE,
        "TD16 keeps the Natura of the invoice it integrates"
    );
}

#[test]
fn the_total_of_a_line_is_right_within_a_cent() {
    // 42092.05875, the example of the list of checks
    let line_of = |total: &'static str| {
        move |fattura: &mut FatturaElettronica| {
            let line = line(fattura);
            line.quantita = Some(number("15"));
            line.prezzo_unitario = number("2806.13725");
            line.prezzo_totale = number(total);
            let riepilogo = riepilogo(fattura);
            riepilogo.imponibile_importo = number("42092.06");
            riepilogo.imposta = number("9260.25");
        }
    };
    for (total, rules) in [
        ("42092.05", vec![]),
        ("42092.06", vec![]),
        ("42092.05875", vec![]),
        ("42092.0487500", vec!["~00423.edge"]),
        ("42092.06875", vec!["~00423.edge"]),
        ("42092.07", vec!["00423.line"]),
        ("42092.04", vec!["00423.line"]),
        ("42092.04874999", vec!["00423.line"]),
    ] {
        assert_eq!(told(line_of(total)), rules, "{total}");
    }
    let huge = told(|fattura| {
        let line = line(fattura);
        line.prezzo_unitario = number("99999999999.99999999");
        line.sconto_maggiorazione = vec![sconto(TipoScontoMaggiorazione::MG, "100", ""); 99];
    });
    assert_eq!(huge, ["00423.line"]);
}

#[test]
fn discounts_go_in_cascade_on_the_price_and_an_amount_wins() {
    use TipoScontoMaggiorazione::{MG, SC};
    let line_of = |sconti: Vec<ScontoMaggiorazione>, total: &'static str| {
        move |fattura: &mut FatturaElettronica| {
            sell(fattura, total, "22", "0");
            let line = line(fattura);
            line.quantita = Some(number("7"));
            line.prezzo_unitario = number("100");
            line.sconto_maggiorazione = sconti;
            let imponibile: Decimal = number(total);
            riepilogo(fattura).imposta = money::round::half_up(imponibile * number("0.22"), 2);
        }
    };
    let cascade = vec![sconto(SC, "10", ""), sconto(SC, "5", ""), sconto(SC, "", "0.75")];
    assert_eq!(told(line_of(cascade.clone(), "593.25")), NONE);
    assert_eq!(told(line_of(cascade, "593.27")), ["00423.line"]);
    assert_eq!(told(line_of(vec![sconto(MG, "10", "2.00")], "714.00")), NONE);
    let empty = sconto(SC, "", "");
    assert_eq!(told(line_of(vec![empty], "700.00")), ["00438.line"]);
}

#[test]
fn a_rate_is_a_percentage() {
    assert_eq!(told(|fattura| sell(fattura, "100", "1.00", "1.00")), NONE);
    let told = told(|fattura| sell(fattura, "100", "0.99", "0.99"));
    assert_eq!(told, ["00424.rate", "00424.rate"], "line and summary");
}

#[test]
fn td21_has_no_zero_rate() {
    let own = |fattura: &mut FatturaElettronica| {
        td(fattura, TipoDocumento::TD21);
        let buyer = &mut fattura.header.cessionario_committente.dati_anagrafici;
        buyer.id_fiscale_iva = Some(minimal::id_fiscale("IT", "01234567897"));
        buyer.codice_fiscale = None;
    };
    assert_eq!(told(own), NONE);
    let zero = |fattura: &mut FatturaElettronica| {
        own(fattura);
        sell(fattura, "100", "0", "0");
        line(fattura).natura = Some(Natura::N4.into());
        riepilogo(fattura).natura = Some(Natura::N4.into());
    };
    assert_eq!(told(zero), ["00474.line"]);
    assert_eq!(
        told_on(date(2020, 9, 30), zero),
        ["00403.date"],
        "not yet in force"
    );
}
