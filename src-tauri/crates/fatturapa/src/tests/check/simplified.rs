//! The rules of the simplified invoice.

use fisco::codici::{Natura, RegimeFiscale, TipoDocumentoSemplificata as T};

use super::*;
use crate::model::semplificata::{
    CedentePrestatore, CessionarioCommittente, DatiBeniServizi, DatiFatturaRettificata, DatiGenerali,
    DatiGeneraliDocumento, DatiIva, DatiTrasmissione, FatturaElettronicaBody, FatturaElettronicaHeader,
    FatturaElettronicaSemplificata, FormatoTrasmissione, IdentificativiFiscali,
};

const NONE: [&str; 0] = [];

fn simple() -> FatturaElettronicaSemplificata {
    let header = minimal::fattura().header;
    let seller = header.cedente_prestatore;
    FatturaElettronicaSemplificata {
        sistema_emittente: None,
        header: FatturaElettronicaHeader {
            dati_trasmissione: DatiTrasmissione {
                id_trasmittente: header.dati_trasmissione.id_trasmittente,
                progressivo_invio: "00001".to_owned(),
                formato_trasmissione: FormatoTrasmissione::FSM10.into(),
                codice_destinatario: "0000000".to_owned(),
                pec_destinatario: None,
            },
            cedente_prestatore: CedentePrestatore {
                id_fiscale_iva: seller.dati_anagrafici.id_fiscale_iva,
                codice_fiscale: None,
                nominativo: seller.dati_anagrafici.anagrafica.nominativo,
                sede: seller.sede,
                stabile_organizzazione: None,
                rappresentante_fiscale: None,
                iscrizione_rea: None,
                regime_fiscale: RegimeFiscale::RF01.into(),
            },
            cessionario_committente: CessionarioCommittente {
                identificativi_fiscali: IdentificativiFiscali {
                    id_fiscale_iva: None,
                    codice_fiscale: Some("RSSMRA80A01F205X".to_owned()),
                },
                altri_dati_identificativi: None,
            },
            soggetto_emittente: None,
        },
        bodies: vec![FatturaElettronicaBody {
            dati_generali: DatiGenerali {
                dati_generali_documento: DatiGeneraliDocumento {
                    tipo_documento: T::TD07.into(),
                    divisa: "EUR".to_owned(),
                    data: TODAY,
                    numero: "1/S".to_owned(),
                    bollo_virtuale: None,
                },
                dati_fattura_rettificata: None,
            },
            dati_beni_servizi: vec![DatiBeniServizi {
                descrizione: "Due coperti".to_owned(),
                importo: number("40.00"),
                dati_iva: DatiIva {
                    imposta: None,
                    aliquota: Some(number("10.00")),
                },
                natura: None,
                riferimento_normativo: None,
            }],
            allegati: Vec::new(),
        }],
    }
}

fn told(change: impl FnOnce(&mut FatturaElettronicaSemplificata)) -> Vec<String> {
    told_on(TODAY, change)
}

fn told_on(when: Date, change: impl FnOnce(&mut FatturaElettronicaSemplificata)) -> Vec<String> {
    let mut fattura = simple();
    change(&mut fattura);
    rules_of(&fattura.into(), when)
}

fn beni(fattura: &mut FatturaElettronicaSemplificata) -> &mut DatiBeniServizi {
    &mut fattura.bodies[0].dati_beni_servizi[0]
}

#[test]
fn a_simplified_invoice_is_clean_also_as_a_file() {
    assert_eq!(told(|_| {}), NONE);
    let report = check::bytes(&crate::write(&simple()).unwrap(), TODAY);
    assert_eq!(report.findings, []);
    assert!(report.is_accepted() && report.fattura == Some(simple().into()));
}

#[test]
fn a_zero_rate_and_a_natura_go_together() {
    let taxed = |imposta: &'static str, aliquota: &'static str, natura: Option<Natura>| {
        told(move |fattura| {
            let beni = beni(fattura);
            beni.dati_iva.imposta = imposta.parse().ok();
            beni.dati_iva.aliquota = aliquota.parse().ok();
            beni.natura = natura.map(Into::into);
        })
    };
    assert_eq!(taxed("", "0.00", None), ["00400.goods"]);
    assert_eq!(taxed("", "0.00", Some(Natura::N4)), NONE);
    assert_eq!(taxed("", "10.00", Some(Natura::N4)), ["00401.goods"]);
    assert_eq!(taxed("0.00", "", None), ["~00400.zero"]);
    assert_eq!(taxed("0.00", "", Some(Natura::N4)), NONE);
    assert_eq!(taxed("", "0.10", None), ["00424.rate"]);
    assert_eq!(taxed("", "0.00", Some(Natura::N2)), ["00445.natura"]);
}

#[test]
fn the_amount_is_within_the_limit() {
    let sold = |importo: &'static str| {
        move |fattura: &mut FatturaElettronicaSemplificata| beni(fattura).importo = number(importo)
    };
    assert_eq!(told(sold("400.00")), NONE);
    assert_eq!(told(sold("400.01")), ["00460.limit"]);
    let two = told(|fattura| {
        sold("200.01")(fattura);
        let second = beni(fattura).clone();
        fattura.bodies[0].dati_beni_servizi.push(second);
    });
    assert_eq!(two, ["00460.limit"], "all the amounts together");
    let correction = told(|fattura| {
        sold("400.01")(fattura);
        corrects(fattura, TODAY);
    });
    assert_eq!(correction, NONE);
    let small = |when: Date| {
        told_on(when, |fattura| {
            sold("400.01")(fattura);
            fattura.header.cedente_prestatore.regime_fiscale = RegimeFiscale::RF19.into();
            fattura.bodies[0].dati_generali.dati_generali_documento.data = date(2025, 1, 1);
        })
    };
    assert_eq!(small(date(2025, 4, 1)), NONE);
    assert_eq!(small(date(2025, 3, 31)), ["00460.limit"]);
}

fn corrects(fattura: &mut FatturaElettronicaSemplificata, data: Date) {
    fattura.bodies[0].dati_generali.dati_fattura_rettificata = Some(DatiFatturaRettificata {
        numero_fr: "7/S".to_owned(),
        data_fr: data,
        elementi_rettificati: "Un coperto in meno".to_owned(),
    });
}

#[test]
fn a_credit_note_is_not_before_its_invoice() {
    let note = |td: T, data: Date| {
        told(move |fattura| {
            fattura.bodies[0]
                .dati_generali
                .dati_generali_documento
                .tipo_documento = td.into();
            corrects(fattura, data);
        })
    };
    assert_eq!(note(T::TD08, TODAY), NONE);
    assert_eq!(note(T::TD08, date(2026, 11, 25)), ["00418.linked"]);
    assert_eq!(note(T::TD09, date(2026, 11, 25)), ["~00418.other"]);
}

#[test]
fn parties_and_lots_follow_the_rules_of_the_ordinary_invoice() {
    let me = || Some(minimal::id_fiscale("IT", "01234567897"));
    let same = told(|fattura| {
        fattura
            .header
            .cessionario_committente
            .identificativi_fiscali
            .id_fiscale_iva = me();
    });
    assert_eq!(same, ["00471.same"]);
    let note = told(|fattura| {
        fattura
            .header
            .cessionario_committente
            .identificativi_fiscali
            .id_fiscale_iva = me();
        fattura.bodies[0]
            .dati_generali
            .dati_generali_documento
            .tipo_documento = T::TD08.into();
    });
    assert_eq!(note, NONE, "only TD07");
    let nobody = told(|fattura| {
        fattura
            .header
            .cessionario_committente
            .identificativi_fiscali
            .codice_fiscale = None;
    });
    assert_eq!(nobody, ["00417.buyer"]);
    let twice = told(|fattura| fattura.bodies.push(fattura.bodies[0].clone()));
    assert_eq!(twice, ["00409.lot"]);
    let abroad = |when: Date| {
        told_on(when, |fattura| {
            "XXXXXXX".clone_into(&mut fattura.header.dati_trasmissione.codice_destinatario);
            fattura.bodies[0].dati_generali.dati_generali_documento.data = date(2021, 1, 1);
        })
    };
    assert_eq!(abroad(date(2022, 1, 1)), ["00313.buyer"]);
    assert_eq!(abroad(date(2021, 12, 31)), NONE);
    let seller = told(|fattura| {
        fattura.header.cedente_prestatore.codice_fiscale = Some("RSSMRA80A01F205Y".to_owned());
    });
    assert_eq!(seller, NONE, "00302 is not of the simplified invoice");
}
