//! The sales vectors of `fixtures/money/money_vectors.json` through the real rules, every intermediate number.

mod altri;

use jiff::civil::{Date, date};
use money::{Cents, Decimal};
use serde_json::Value;

use super::{Calcolo, Contesto, Documento, Inverso, calcola, compenso_da_netto, controlla, leggi};
use crate::{
    anagrafiche::SoggettoDraft,
    azienda::AziendaDraft,
    documenti::{BolloScelta, CassaDraft, DocumentoDraft, Mandato, RigaDraft, RitenutaDraft, Tipo, Totali},
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
        ..RitenutaDraft::default()
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
