//! The sales vectors of `fixtures/money/money_vectors.json` through the real rules, every intermediate number.

use jiff::civil::{Date, date};
use money::{Cents, Decimal};
use serde_json::Value;

use super::{Calcolo, Contesto, Documento, Inverso, calcola, compenso_da_netto, controlla, leggi};
use crate::{
    anagrafiche::SoggettoDraft,
    azienda::AziendaDraft,
    documenti::{BolloScelta, CassaDraft, DocumentoDraft, RigaDraft, RitenutaDraft, Tipo, Totali},
    refuses,
};

const DAY: Date = date(2026, 5, 11);

/// A vector: its input and what is expected of it.
struct Vector(Value);

impl Vector {
    fn of(id: &str) -> Self {
        let text = include_str!("../../../../../../fixtures/money/money_vectors.json");
        let all: Value = serde_json::from_str(text).unwrap();
        let found = all["vectors"].as_array().unwrap().iter().find(|v| v["id"] == id);
        Self(found.unwrap_or_else(|| panic!("no vector {id}")).clone())
    }

    fn input(&self, path: &str) -> String {
        text(self.0["input"].pointer(path).unwrap())
    }

    fn inputs(&self, path: &str) -> Vec<Value> {
        self.0["input"].pointer(path).unwrap().as_array().unwrap().clone()
    }

    #[track_caller]
    fn check(&self, name: &str, found: impl ToString) {
        let expected = self.0["expected"]
            .pointer(&format!("/{name}"))
            .unwrap_or_else(|| panic!("no {name}"));
        assert_eq!(found.to_string(), text(expected), "{} {name}", self.0["id"]);
    }

    #[track_caller]
    fn check_all(&self, name: &str, found: impl IntoIterator<Item = Cents>) {
        let expected = self.0["expected"].pointer(&format!("/{name}")).unwrap();
        let expected: Vec<String> = expected.as_array().unwrap().iter().map(text).collect();
        let found: Vec<String> = found.into_iter().map(|c| c.to_string()).collect();
        assert_eq!(found, expected, "{} {name}", self.0["id"]);
    }
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn riga(prezzo: &str, aliquota: &str) -> RigaDraft {
    RigaDraft {
        descrizione: "Voce".to_owned(),
        prezzo: prezzo.to_owned(),
        aliquota_iva: aliquota.to_owned(),
        ..RigaDraft::default()
    }
}

fn riga_natura(prezzo: &str, natura: &str) -> RigaDraft {
    RigaDraft {
        natura: natura.to_owned(),
        ..riga(prezzo, "0")
    }
}

fn cassa(tipo: &str, aliquota: &str) -> CassaDraft {
    CassaDraft {
        tipo: tipo.to_owned(),
        aliquota: aliquota.to_owned(),
        ..CassaDraft::default()
    }
}

fn ritenuta(tipo: &str, aliquota: &str, base: &str) -> RitenutaDraft {
    RitenutaDraft {
        tipo: tipo.to_owned(),
        aliquota: aliquota.to_owned(),
        base_percentuale: base.to_owned(),
        causale: "A".to_owned(),
    }
}

fn draft(righe: Vec<RigaDraft>) -> DocumentoDraft {
    DocumentoDraft {
        righe,
        ..DocumentoDraft::default()
    }
}

fn read(draft: &DocumentoDraft, regime: &str) -> (Documento, Calcolo) {
    let azienda = AziendaDraft {
        regime_fiscale: regime.to_owned(),
        ..AziendaDraft::default()
    };
    let cliente = SoggettoDraft::default();
    let contesto = Contesto {
        today: DAY,
        azienda: &azienda,
        cliente: Some(&cliente),
        parametri: None,
    };
    let letto = leggi(draft, &contesto);
    let calcolo = calcola(&letto.documento).unwrap();
    let mut problems = letto.problems;
    problems.extend(controlla(&letto.documento, &calcolo, &contesto));
    assert!(!refuses(&problems), "{problems:?}");
    (letto.documento, calcolo)
}

fn totals(draft: &DocumentoDraft) -> Totali {
    read(draft, "RF01").1.totali
}

fn line_totals(totali: &Totali) -> Vec<Cents> {
    totali
        .righe
        .iter()
        .map(|riga| riga.as_ref().unwrap().totale)
        .collect()
}

#[test]
fn e01_e02_lines() {
    let vector = Vector::of("E01");
    let righe = vector.inputs("/lines");
    let righe = righe
        .iter()
        .map(|line| RigaDraft {
            quantita: text(&line[1]),
            ..riga(&text(&line[0]), &text(&line[2]))
        })
        .collect();
    let totali = totals(&draft(righe));
    vector.check_all("line_totals", line_totals(&totali));
    vector.check("taxable", totali.imponibile);
    let raw = totali.imponibile.decimal() * Decimal::new(22, 2);
    vector.check("vat_raw", raw.normalize());
    vector.check("vat", totali.imposta);
    vector.check("total", totali.totale_documento);

    let vector = Vector::of("E02");
    let line = &vector.inputs("/lines")[0];
    let totali = totals(&draft(vec![RigaDraft {
        quantita: text(&line[1]),
        ..riga(&text(&line[0]), &text(&line[2]))
    }]));
    vector.check("line_total", totali.merce);
    vector.check("vat", totali.imposta);
    vector.check("total", totali.totale_documento);
}

#[test]
fn e03_cascade() {
    let vector = Vector::of("E03");
    let lines = vector.inputs("/lines");
    let righe: Vec<RigaDraft> = lines
        .iter()
        .map(|line| {
            let sconti: Vec<String> = line[2].as_array().unwrap().iter().map(text).collect();
            let sconti: Vec<String> = sconti
                .iter()
                .map(|s| {
                    if s.ends_with('%') {
                        s.clone()
                    } else {
                        format!("{s}€")
                    }
                })
                .collect();
            RigaDraft {
                quantita: text(&line[1]),
                sconti: sconti.join("+"),
                ..riga(&text(&line[0]), "22")
            }
        })
        .collect();
    let (documento, calcolo) = read(&draft(righe), "RF01");
    for (n, riga) in documento.righe.iter().enumerate() {
        let steps = &vector.0["expected"][format!("unit_steps_{}", n + 1)];
        for (at, step) in steps.as_array().unwrap().iter().enumerate() {
            let found = super::sconti::cascade(riga.prezzo.decimal(), &riga.sconti[..at]).unwrap();
            assert_eq!(found, text(step).parse::<Decimal>().unwrap());
        }
    }
    let totali = calcolo.totali;
    let lines = line_totals(&totali);
    vector.check("line_1", lines[0]);
    vector.check("line_2", lines[1]);
    vector.check("taxable", totali.imponibile);
    vector.check("vat22", totali.imposta);
    vector.check("total", totali.totale_documento);
}

#[test]
fn e04_mixed_rates_and_stamp() {
    let vector = Vector::of("E04");
    let righe = vector.inputs("/lines");
    let righe = righe
        .iter()
        .map(|line| RigaDraft {
            natura: text(&line[0][1]),
            ..riga(&text(&line[1]), &text(&line[0][0]))
        })
        .collect();
    let totali = totals(&DocumentoDraft {
        bollo_addebitato: true,
        ..draft(righe)
    });
    for gruppo in totali.riepilogo.iter().filter(|gruppo| gruppo.natura != "N1") {
        let rate = gruppo.aliquota_iva.decimal().normalize();
        let expected = &vector.0["expected"]["groups"][format!("{rate}|{}", gruppo.natura)];
        assert_eq!(gruppo.imponibile.to_string(), text(&expected[0]));
        assert_eq!(gruppo.imposta.to_string(), text(&expected[1]));
    }
    assert_eq!(totali.riepilogo.len(), 5);
    vector.check("taxable", totali.imponibile.minus(totali.bollo).unwrap());
    vector.check("vat", totali.imposta);
    vector.check("stamp_base", totali.base_bollo);
    vector.check("stamp", totali.bollo);
    vector.check("bollo_line_natura", &totali.righe_aggiunte[0].totale.natura);
    vector.check("total", totali.totale_documento);
}

#[test]
fn e05_once_per_group() {
    let vector = Vector::of("E05");
    let righe = vector.inputs("/lines");
    let totali = totals(&draft(righe.iter().map(|line| riga(&text(line), "22")).collect()));
    vector.check("taxable", totali.imponibile);
    vector.check("vat_group", totali.imposta);
    vector.check("total", totali.totale_documento);
}

#[test]
fn e06_prices_with_iva() {
    let vector = Vector::of("E06");
    let ivato = |righe| DocumentoDraft {
        prezzi_ivati: true,
        ..draft(righe)
    };
    let totali = totals(&ivato(vec![riga(&vector.input("/gross"), "22")]));
    let line = totali.righe[0].as_ref().unwrap();
    assert_eq!(line.prezzo_unitario.decimal(), "1639.34426230".parse().unwrap());
    vector.check("taxable", totali.imponibile);
    vector.check("vat_by_difference", totali.imposta);
    vector.check(
        "vat_recomputed",
        totali.imponibile.percent(line.aliquota_iva).unwrap(),
    );
    vector.check("total", totali.totale_documento);

    let vector = Vector::of("E06b");
    let lines = vector.inputs("/gross_lines");
    let totali = totals(&ivato(lines.iter().map(|line| riga(&text(line), "22")).collect()));
    vector.check("gross", totali.totale_documento);
    vector.check("taxable", totali.imponibile);
    vector.check("vat", totali.imposta);
    vector.check("sum_of_per_line_split", Cents::sum(line_totals(&totali)).unwrap());
}

#[test]
fn e07_e08_e09_funds_and_withholding() {
    for (id, casse, name) in [
        ("E07", vec![cassa("TC01", "4")], "cassa"),
        ("E08", vec![cassa("TC22", "4")], "rivalsa"),
    ] {
        let vector = Vector::of(id);
        let totali = totals(&DocumentoDraft {
            casse,
            ritenute: vec![ritenuta("RT01", &vector.input("/ritenuta_pct"), "")],
            ..draft(vec![riga(&vector.input("/fee"), &vector.input("/vat"))])
        });
        vector.check(name, totali.casse[0].importo);
        vector.check("taxable", totali.imponibile);
        vector.check("vat", totali.imposta);
        vector.check("total", totali.totale_documento);
        vector.check("withholding_base", totali.ritenute[0].base);
        vector.check("withholding", totali.ritenute[0].importo);
        vector.check("net_to_pay", totali.netto_a_pagare);
    }
    let vector = Vector::of("E09");
    let totali = totals(&DocumentoDraft {
        casse: vec![cassa("TC02", "2"), cassa("TC22", "4")],
        ritenute: vec![ritenuta("RT01", "20", "")],
        ..draft(vec![riga(&vector.input("/fee"), "22")])
    });
    vector.check("rivalsa", totali.casse[0].importo);
    vector.check("cassa", totali.casse[1].importo);
    vector.check("taxable", totali.imponibile);
    vector.check("vat22", totali.imposta);
    vector.check("total", totali.totale_documento);
    vector.check("withholding_base", totali.ritenute[0].base);
    vector.check("withholding", totali.ritenute[0].importo);
    vector.check("net_to_pay", totali.netto_a_pagare);
}

#[test]
fn e10_e11_forfettario_and_the_stamp_threshold() {
    let vector = Vector::of("E10");
    let fee = RigaDraft {
        aliquota_iva: String::new(),
        ..riga(&vector.input("/fee"), "")
    };
    let (_, calcolo) = read(
        &DocumentoDraft {
            casse: vec![cassa("TC22", "4")],
            bollo_addebitato: true,
            ..draft(vec![fee])
        },
        "RF19",
    );
    let totali = calcolo.totali;
    vector.check("rivalsa", totali.casse[0].importo);
    vector.check("untaxed", totali.base_bollo);
    vector.check("stamp_due", !totali.bollo.is_zero());
    vector.check("stamp", totali.bollo);
    vector.check("bollo_line_natura", &totali.righe_aggiunte[0].totale.natura);
    vector.check("total", totali.totale_documento);
    vector.check(
        "withholding",
        Cents::sum(totali.ritenute.iter().map(|r| r.importo)).unwrap(),
    );
    vector.check("net_to_pay", totali.netto_a_pagare);
    vector.check("counts_as_revenue", totali.imponibile);
    assert_eq!(totali.riepilogo.len(), 1);
    assert!(totali.riepilogo[0].riferimento_normativo.contains("190/2014"));

    let vector = Vector::of("E11");
    let stamps = vector
        .inputs("/amounts")
        .iter()
        .map(text)
        .map(|amount| {
            let (_, calcolo) = read(&draft(vec![riga_natura(&amount, "N2.2")]), "RF19");
            calcolo.totali.bollo
        })
        .collect::<Vec<_>>();
    vector.check_all("stamp", stamps);
}

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
