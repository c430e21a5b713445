//! The vectors from E12 on, and what no vector says.

use super::*;

#[test]
fn e12_split_payment() {
    let vector = Vector::of("E12");
    let totali = totals(&DocumentoDraft {
        esigibilita_iva: "S".to_owned(),
        ..draft(vec![riga(&vector.input("/taxable"), &vector.input("/rate"))])
    });
    vector.check("vat", totali.imposta);
    vector.check("total_document", totali.totale_documento);
    vector.check("receivable_from_customer", totali.netto_a_pagare);
    vector.check(
        "vat_due_by_seller",
        totali.imposta.minus(totali.iva_split).unwrap(),
    );
    assert!(totali.riepilogo[0].riferimento_normativo.starts_with("Scissione"));
}

#[test]
fn e15_agents() {
    let vector = Vector::of("E15");
    let of = |base: &str| {
        totals(&DocumentoDraft {
            ritenute: vec![ritenuta("RT01", "23", base), ritenuta("RT04", "8.5", "")],
            ..draft(vec![riga(&vector.input("/commissions"), "22")])
        })
    };
    let totali = of("50");
    vector.check("vat", totali.imposta);
    vector.check("total", totali.totale_documento);
    vector.check("withholding_base", totali.ritenute[0].base);
    vector.check("withholding", totali.ritenute[0].importo);
    vector.check("enasarco_agent", totali.ritenute[1].importo);
    vector.check("net_to_pay", totali.netto_a_pagare);
    let totali = of("20");
    vector.check("with_staff_withholding_base", totali.ritenute[0].base);
    vector.check("with_staff_withholding", totali.ritenute[0].importo);
    vector.check("with_staff_net", totali.netto_a_pagare);
}

#[test]
fn e15b_enasarco_stops_at_the_cap_of_the_year() {
    let vector = Vector::of("E15b");
    let of = |mandato, before: &str| {
        let enasarco = RitenutaDraft {
            mandato,
            gia_soggette: before.to_owned(),
            ..ritenuta("RT04", "8.5", "")
        };
        let totali = totals(&DocumentoDraft {
            ritenute: vec![enasarco],
            ..draft(vec![riga(&vector.input("/new"), "22")])
        });
        totali.ritenute[0].clone()
    };
    let capped = of(Some(Mandato::Plurimandatario), &vector.input("/already"));
    vector.check("enasarco_base", capped.base.decimal().normalize());
    vector.check("enasarco_agent", capped.importo);
    let whole = Cents::new(300_000);
    assert_eq!(
        of(None, "40.000,00").base,
        whole,
        "without a mandate there is no cap"
    );
    assert_eq!(
        of(Some(Mandato::Plurimandatario), "27478").base,
        whole,
        "to the cent"
    );
    assert_eq!(of(Some(Mandato::Monomandatario), "29000").base, whole);
    assert_eq!(of(Some(Mandato::Plurimandatario), "31000").importo, Cents::ZERO);
}

#[test]
fn e16_sconto_in_fattura() {
    let vector = Vector::of("E16");
    let totali = totals(&DocumentoDraft {
        sconto_in_fattura: vector.input("/pct"),
        ..draft(vec![riga(&vector.input("/taxable"), &vector.input("/rate"))])
    });
    vector.check("vat", totali.imposta);
    vector.check("total", totali.totale_documento);
    vector.check("discount", totali.sconto_in_fattura);
    vector.check("net_to_pay", totali.netto_a_pagare);
    assert_eq!(totali.rate[0].importo, totali.netto_a_pagare);
}

#[test]
fn e17_document_discount() {
    let vector = Vector::of("E17");
    let groups = vector.inputs("/groups");
    let totali = totals(&DocumentoDraft {
        sconto: vector.input("/discount"),
        ..draft(
            groups
                .iter()
                .map(|group| riga(&text(&group[1]), &text(&group[0])))
                .collect(),
        )
    });
    let share = totali.righe_aggiunte.iter();
    vector.check_all("share", share.map(|riga| riga.totale.totale.negated().unwrap()));
    vector.check_all("net_taxable", totali.riepilogo.iter().map(|g| g.imponibile));
    vector.check_all("vat", totali.riepilogo.iter().map(|g| g.imposta));
    vector.check("total", totali.totale_documento);
    assert_eq!(totali.sconto, Cents::new(2_500));
}

#[test]
fn e18_receipt_of_occasional_work() {
    let vector = Vector::of("E18");
    let totali = totals(&DocumentoDraft {
        tipo: Tipo::Ricevuta,
        ritenute: vec![ritenuta("RT01", "20", "")],
        bollo_addebitato: true,
        ..draft(vec![riga(&vector.input("/fee"), "")])
    });
    vector.check("withholding", totali.ritenute[0].importo);
    vector.check("stamp", totali.bollo);
    vector.check("total", totali.totale_documento);
    vector.check("net_to_pay", totali.netto_a_pagare);
}

#[test]
fn e20_advance_and_balance() {
    let vector = Vector::of("E20");
    let (advance, rate) = (vector.input("/advance"), vector.input("/rate"));
    let totali = totals(&DocumentoDraft {
        tipo: Tipo::FatturaAcconto,
        ..draft(vec![riga(&advance, &rate)])
    });
    vector.check("advance_vat", totali.imposta);
    vector.check("advance_total", totali.totale_documento);
    let totali = totals(&draft(vec![
        riga(&vector.input("/contract"), &rate),
        riga(&format!("-{advance}"), &rate),
    ]));
    vector.check_all("balance_lines", line_totals(&totali));
    vector.check("balance_taxable", totali.imponibile);
    vector.check("balance_vat", totali.imposta);
    vector.check("balance_total", totali.totale_documento);
}

#[test]
fn e24_condominio() {
    let vector = Vector::of("E24");
    let totali = totals(&DocumentoDraft {
        ritenute: vec![ritenuta("RT02", "4", "")],
        ..draft(vec![riga(&vector.input("/taxable"), "10")])
    });
    vector.check("vat", totali.imposta);
    vector.check("total", totali.totale_documento);
    vector.check("withholding", totali.ritenute[0].importo);
    vector.check("net_to_pay", totali.netto_a_pagare);
}

#[test]
fn e25_expenses() {
    let vector = Vector::of("E25");
    let of = |travel_is_fee: Option<bool>| {
        totals(&DocumentoDraft {
            casse: vec![cassa("TC01", "4")],
            ritenute: vec![ritenuta("RT01", "20", "")],
            ..draft(vec![
                riga(&vector.input("/fee"), "22"),
                RigaDraft {
                    ritenuta: travel_is_fee,
                    ..riga(&vector.input("/travel"), "22")
                },
                riga_natura(&vector.input("/advanced"), "N1"),
            ])
        })
    };
    let totali = of(None);
    vector.check("cassa", totali.casse[0].importo);
    vector.check("taxable", totali.riepilogo[0].imponibile);
    vector.check("vat", totali.imposta);
    vector.check("N1", totali.riepilogo[1].imponibile);
    assert_eq!(totali.bollo, Cents::new(200));
    vector.check("total_without_stamp", totali.totale_documento);
    vector.check("withholding_base_if_travel_is_fee", totali.ritenute[0].base);
    vector.check("withholding_a", totali.ritenute[0].importo);
    let totali = of(Some(false));
    vector.check(
        "withholding_base_if_travel_analytically_recharged_2025",
        totali.ritenute[0].base,
    );
    vector.check("withholding_b", totali.ritenute[0].importo);
}

#[test]
fn e26_from_net_to_fee() {
    let vector = Vector::of("E26");
    let (documento, _) = read(
        &DocumentoDraft {
            casse: vec![cassa("TC01", "4")],
            ritenute: vec![ritenuta("RT01", "20", "")],
            ..draft(vec![riga("1", "22")])
        },
        "RF01",
    );
    let wanted: Cents = vector.input("/net").parse().unwrap();
    let Inverso {
        compenso,
        differenza,
        calcolo,
    } = compenso_da_netto(&documento, 0, wanted).unwrap().unwrap();
    vector.check("fee", compenso);
    assert_eq!(differenza, Cents::ZERO);
    vector.check("cassa", calcolo.totali.casse[0].importo);
    vector.check("vat", calcolo.totali.imposta);
    vector.check("withholding", calcolo.totali.ritenute[0].importo);
    vector.check("net", calcolo.totali.netto_a_pagare);
}

#[test]
fn the_total_is_rounded_to_the_euro_and_instalments_add_up() {
    let totali = totals(&DocumentoDraft {
        arrotonda_euro: true,
        termini_pagamento: "30/60/90 fm".to_owned(),
        bollo: BolloScelta::No,
        ..draft(vec![riga("100", "22"), riga("0.33", "10")])
    });
    assert_eq!(totali.totale_documento, Cents::new(12_200));
    assert_eq!(totali.arrotondamento, Cents::new(-36));
    let rate: Vec<Cents> = totali.rate.iter().map(|rata| rata.importo).collect();
    assert_eq!(rate, [4_067, 4_067, 4_066].map(Cents::new));
}

#[test]
fn prices_with_iva_always_pass_sdi_00423_and_keep_the_agreed_total() {
    let (_, calcolo) = read(
        &DocumentoDraft {
            prezzi_ivati: true,
            sconto: "10%".to_owned(),
            ..draft(vec![
                RigaDraft {
                    quantita: "1000".to_owned(),
                    sconti: "10+0,01€".to_owned(),
                    ..riga("0.12", "22")
                },
                riga("9.99", "22"),
                riga("9.99", "22"),
                riga("5.01", "4"),
            ])
        },
        "RF01",
    );
    let totali = calcolo.totali;
    assert_eq!(totali.totale_documento.to_string(), "110.69");
    assert!(!totali.sconto.is_negative());
}
