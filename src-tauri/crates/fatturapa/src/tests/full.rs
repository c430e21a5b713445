//! An invoice with every optional block and field of the schema. It makes no fiscal sense: it is about form.

use fisco::codici::*;
use jiff::civil::{date, datetime};
use rust_decimal::Decimal;

use super::minimal::{self, denominazione, id_fiscale, indirizzo};
use crate::{FatturaElettronica, model::*};

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn person() -> Anagrafica {
    Anagrafica {
        nominativo: Nominativo::Persona {
            nome: "Niccolò".to_owned(),
            cognome: "D'Amico".to_owned(),
        },
        titolo: some("Dott."),
        cod_eori: some("IT01234567897"),
    }
}

fn full_address() -> Indirizzo {
    Indirizzo {
        numero_civico: some("12/bis"),
        ..indirizzo("Piazza Unità d'Italia", "34121", "Trieste", "TS")
    }
}

fn header(header: &mut FatturaElettronicaHeader) {
    header.dati_trasmissione.contatti_trasmittente = Some(ContattiTrasmittente {
        telefono: some("0461123456"),
        email: some("ufficio@example.it"),
    });
    header.dati_trasmissione.pec_destinatario = some("cliente@pec.example.it");
    let seller = &mut header.cedente_prestatore;
    seller.dati_anagrafici.codice_fiscale = some("01234567897");
    seller.dati_anagrafici.anagrafica = person();
    seller.dati_anagrafici.albo_professionale = some("Ordine degli ingegneri");
    seller.dati_anagrafici.provincia_albo = some("TN");
    seller.dati_anagrafici.numero_iscrizione_albo = some("A 123");
    seller.dati_anagrafici.data_iscrizione_albo = Some(date(2001, 2, 3));
    seller.sede = full_address();
    seller.stabile_organizzazione = Some(full_address());
    seller.iscrizione_rea = Some(IscrizioneRea {
        ufficio: "TN".to_owned(),
        numero_rea: "123456".to_owned(),
        capitale_sociale: Some(number("10000")),
        socio_unico: Some(SocioUnico::SU.into()),
        stato_liquidazione: StatoLiquidazione::LN.into(),
    });
    seller.contatti = Some(Contatti {
        telefono: some("0461123456"),
        fax: some("0461123457"),
        email: some("info@example.it"),
    });
    seller.riferimento_amministrazione = some("RIF-1");
    header.rappresentante_fiscale = Some(RappresentanteFiscale {
        dati_anagrafici: DatiAnagraficiRappresentante {
            id_fiscale_iva: id_fiscale("IT", "12345678903"),
            codice_fiscale: some("12345678903"),
            anagrafica: denominazione("Rappresentanze Spa"),
        },
    });
    let customer = &mut header.cessionario_committente;
    customer.dati_anagrafici.id_fiscale_iva = Some(id_fiscale("IT", "00743110157"));
    customer.dati_anagrafici.anagrafica = person();
    customer.sede = full_address();
    customer.stabile_organizzazione = Some(full_address());
    customer.rappresentante_fiscale = Some(RappresentanteFiscaleCessionario {
        id_fiscale_iva: id_fiscale("IT", "12345678903"),
        nominativo: Nominativo::Denominazione("Rappresentanze Spa".to_owned()),
    });
    header.terzo_intermediario = Some(TerzoIntermediario {
        dati_anagrafici: DatiAnagrafici {
            id_fiscale_iva: Some(id_fiscale("IT", "12345678903")),
            codice_fiscale: some("12345678903"),
            anagrafica: denominazione("Studio Verdi"),
        },
    });
    header.soggetto_emittente = Some(SoggettoEmittente::TZ.into());
}

fn discounts() -> Vec<ScontoMaggiorazione> {
    vec![
        ScontoMaggiorazione {
            tipo: TipoScontoMaggiorazione::SC.into(),
            percentuale: Some(number("10")),
            importo: None,
        },
        ScontoMaggiorazione {
            tipo: TipoScontoMaggiorazione::MG.into(),
            percentuale: None,
            importo: Some(number("0.75")),
        },
    ]
}

fn documento() -> DatiGeneraliDocumento {
    DatiGeneraliDocumento {
        tipo_documento: TipoDocumento::TD06.into(),
        dati_ritenuta: [TipoRitenuta::RT01.into(), TipoRitenuta::RT04.into()]
            .map(|tipo_ritenuta| DatiRitenuta {
                tipo_ritenuta,
                importo_ritenuta: number("200"),
                aliquota_ritenuta: number("20"),
                causale_pagamento: CausalePagamento::A.into(),
            })
            .into(),
        dati_bollo: Some(DatiBollo {
            bollo_virtuale: Si,
            importo_bollo: Some(number("2")),
        }),
        dati_cassa_previdenziale: [
            (TipoCassa::TC04.into(), "22", None),
            (TipoCassa::TC22.into(), "0", Some(Natura::N4.into())),
        ]
        .map(|(tipo_cassa, aliquota, natura)| DatiCassaPrevidenziale {
            tipo_cassa,
            al_cassa: number("4"),
            importo_contributo_cassa: number("40"),
            imponibile_cassa: Some(number("1000")),
            aliquota_iva: number(aliquota),
            ritenuta: Some(Si),
            natura,
            riferimento_amministrazione: some("RIF-2"),
        })
        .into(),
        sconto_maggiorazione: discounts(),
        importo_totale_documento: Some(number("1268.80")),
        arrotondamento: Some(number("-0.01")),
        causale: vec!["Prima parte".to_owned(), "Seconda parte".to_owned()],
        art73: Some(Si),
        ..minimal::documento()
    }
}

fn reference(id: &str) -> Vec<DatiDocumentiCorrelati> {
    let reference = DatiDocumentiCorrelati {
        riferimento_numero_linea: vec![1, 2],
        id_documento: id.to_owned(),
        data: Some(date(2026, 1, 2)),
        num_item: some("5"),
        codice_commessa_convenzione: some("Commessa n° 7"),
        codice_cup: some("I98I21000110001"),
        codice_cig: some("95156957EC"),
    };
    vec![
        reference.clone(),
        DatiDocumentiCorrelati {
            id_documento: id.to_owned(),
            ..DatiDocumentiCorrelati::default()
        },
    ]
}

fn transport() -> DatiTrasporto {
    DatiTrasporto {
        dati_anagrafici_vettore: Some(DatiAnagraficiVettore {
            id_fiscale_iva: id_fiscale("IT", "12345678903"),
            codice_fiscale: some("12345678903"),
            anagrafica: denominazione("Trasporti Veloci Snc"),
            numero_licenza_guida: some("TN1234567"),
        }),
        mezzo_trasporto: some("Autocarro"),
        causale_trasporto: some("Vendita"),
        numero_colli: Some(3),
        descrizione: some("Scatola"),
        unita_misura_peso: some("kg"),
        peso_lordo: Some(number("12.5")),
        peso_netto: Some(number("11")),
        data_ora_ritiro: Some(datetime(2026, 11, 24, 8, 30, 0, 0).into()),
        data_inizio_trasporto: Some(date(2026, 11, 24)),
        tipo_resa: some("EXW"),
        indirizzo_resa: Some(full_address()),
        data_ora_consegna: Some(datetime(2026, 11, 24, 17, 0, 5, 0).into()),
    }
}

fn line(numero_linea: u32) -> DettaglioLinee {
    DettaglioLinee {
        numero_linea,
        tipo_cessione_prestazione: Some(TipoCessionePrestazione::AC.into()),
        codice_articolo: vec![CodiceArticolo {
            codice_tipo: "EAN".to_owned(),
            codice_valore: "8001234567890".to_owned(),
        }],
        descrizione: "Consulenza \"speciale\" per la città".to_owned(),
        quantita: Some(number("1234.5")),
        unita_misura: some("kWh"),
        data_inizio_periodo: Some(date(2026, 10, 1)),
        data_fine_periodo: Some(date(2026, 10, 31)),
        prezzo_unitario: number("0.12345678"),
        sconto_maggiorazione: discounts(),
        prezzo_totale: number("152.40739491"),
        aliquota_iva: Decimal::ZERO,
        ritenuta: Some(Si),
        natura: Some(Natura::N3_5.into()),
        riferimento_amministrazione: some("RIF-3"),
        altri_dati_gestionali: vec![AltriDatiGestionali {
            tipo_dato: "INTENTO".to_owned(),
            riferimento_testo: some("08060120341234567-000001"),
            riferimento_numero: Some(number("1")),
            riferimento_data: Some(date(2026, 1, 10)),
        }],
    }
}

fn payment(giorni: u32) -> DettaglioPagamento {
    DettaglioPagamento {
        beneficiario: some("Niccolò D'Amico"),
        modalita_pagamento: ModalitaPagamento::MP05.into(),
        data_riferimento_termini_pagamento: Some(date(2026, 11, 24)),
        giorni_termini_pagamento: Some(giorni),
        data_scadenza_pagamento: Some(date(2026, 12, 24)),
        importo_pagamento: number("500.5"),
        cod_ufficio_postale: some("38122"),
        cognome_quietanzante: some("Rossi"),
        nome_quietanzante: some("Mario"),
        cf_quietanzante: some("RSSMRA80A01F205X"),
        titolo_quietanzante: some("Sig."),
        istituto_finanziario: some("Cassa di Trento"),
        iban: some("IT60X0542811101000000123456"),
        abi: some("05428"),
        cab: some("11101"),
        bic: some("BLOPIT22XXX"),
        sconto_pagamento_anticipato: Some(number("5")),
        data_limite_pagamento_anticipato: Some(date(2026, 12, 1)),
        penalita_pagamenti_ritardati: Some(number("10")),
        data_decorrenza_penale: Some(date(2027, 1, 1)),
        codice_pagamento: some("PAG-1"),
    }
}

pub(super) fn fattura() -> FatturaElettronica {
    let mut fattura = minimal::fattura();
    fattura.sistema_emittente = some("F1C");
    header(&mut fattura.header);
    fattura.bodies = vec![FatturaElettronicaBody {
        dati_generali: DatiGenerali {
            dati_generali_documento: documento(),
            dati_ordine_acquisto: reference("ORD-1"),
            dati_contratto: reference("CON-1"),
            dati_convenzione: reference("CNV-1"),
            dati_ricezione: reference("RIC-1"),
            dati_fatture_collegate: reference("12/2026"),
            dati_sal: vec![
                DatiSal { riferimento_fase: 1 },
                DatiSal {
                    riferimento_fase: 999,
                },
            ],
            dati_ddt: vec![DatiDdt {
                numero_ddt: "44".to_owned(),
                data_ddt: date(2026, 11, 2),
                riferimento_numero_linea: vec![1],
            }],
            dati_trasporto: Some(transport()),
            fattura_principale: Some(FatturaPrincipale {
                numero_fattura_principale: "9".to_owned(),
                data_fattura_principale: date(2026, 5, 6),
            }),
        },
        dati_beni_servizi: DatiBeniServizi {
            dettaglio_linee: vec![line(1), line(9999)],
            dati_riepilogo: vec![DatiRiepilogo {
                aliquota_iva: Decimal::ZERO,
                natura: Some(Natura::N3_5.into()),
                spese_accessorie: Some(number("1")),
                arrotondamento: Some(number("0.00518982")),
                imponibile_importo: number("304.82"),
                imposta: Decimal::ZERO,
                esigibilita_iva: Some(EsigibilitaIva::I.into()),
                riferimento_normativo: some("Non imponibile art. 8 c.1 lett. c) DPR 633/1972"),
            }],
        },
        dati_veicoli: Some(DatiVeicoli {
            data: date(2020, 1, 1),
            totale_percorso: "5000 km".to_owned(),
        }),
        dati_pagamento: vec![DatiPagamento {
            condizioni_pagamento: CondizioniPagamento::TP01.into(),
            dettaglio_pagamento: vec![payment(0), payment(999)],
        }],
        allegati: vec![Allegati {
            nome_attachment: "relazione.txt".to_owned(),
            algoritmo_compressione: some("ZIP"),
            formato_attachment: some("TXT"),
            descrizione_attachment: some("Relazione di attività"),
            attachment: Attachment::new(b"Relazione"),
        }],
    }];
    fattura
}
