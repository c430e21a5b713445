//! The smallest invoice.

use fisco::codici::{FormatoTrasmissione, RegimeFiscale, TipoDocumento};
use jiff::civil::date;

use crate::{FatturaElettronica, model::*};

pub(super) fn denominazione(text: &str) -> Anagrafica {
    Anagrafica {
        nominativo: Nominativo::Denominazione(text.to_owned()),
        titolo: None,
        cod_eori: None,
    }
}

pub(super) fn id_fiscale(paese: &str, codice: &str) -> IdFiscale {
    IdFiscale {
        id_paese: paese.to_owned(),
        id_codice: codice.to_owned(),
    }
}

pub(super) fn indirizzo(via: &str, cap: &str, comune: &str, provincia: &str) -> Indirizzo {
    Indirizzo {
        indirizzo: via.to_owned(),
        numero_civico: None,
        cap: cap.to_owned(),
        comune: comune.to_owned(),
        provincia: Some(provincia.to_owned()),
        nazione: "IT".to_owned(),
    }
}

fn header() -> FatturaElettronicaHeader {
    FatturaElettronicaHeader {
        dati_trasmissione: DatiTrasmissione {
            id_trasmittente: id_fiscale("IT", "01234567897"),
            progressivo_invio: "00001".to_owned(),
            formato_trasmissione: FormatoTrasmissione::FPR12.into(),
            codice_destinatario: "0000000".to_owned(),
            contatti_trasmittente: None,
            pec_destinatario: None,
        },
        cedente_prestatore: CedentePrestatore {
            dati_anagrafici: DatiAnagraficiCedente {
                id_fiscale_iva: id_fiscale("IT", "01234567897"),
                codice_fiscale: None,
                anagrafica: denominazione("Falegnameria Àlba & Figli <Srl>"),
                albo_professionale: None,
                provincia_albo: None,
                numero_iscrizione_albo: None,
                data_iscrizione_albo: None,
                regime_fiscale: RegimeFiscale::RF01.into(),
            },
            sede: indirizzo("Via dei Mille", "38122", "Trento", "TN"),
            stabile_organizzazione: None,
            iscrizione_rea: None,
            contatti: None,
            riferimento_amministrazione: None,
        },
        rappresentante_fiscale: None,
        cessionario_committente: CessionarioCommittente {
            dati_anagrafici: DatiAnagrafici {
                id_fiscale_iva: None,
                codice_fiscale: Some("RSSMRA80A01F205X".to_owned()),
                anagrafica: Anagrafica {
                    nominativo: Nominativo::Persona {
                        nome: "Mario".to_owned(),
                        cognome: "Rossi".to_owned(),
                    },
                    titolo: None,
                    cod_eori: None,
                },
            },
            sede: indirizzo("Corso Italia 1", "20122", "Milano", "MI"),
            stabile_organizzazione: None,
            rappresentante_fiscale: None,
        },
        terzo_intermediario: None,
        soggetto_emittente: None,
    }
}

pub(super) fn documento() -> DatiGeneraliDocumento {
    DatiGeneraliDocumento {
        tipo_documento: TipoDocumento::TD01.into(),
        divisa: "EUR".to_owned(),
        data: date(2026, 11, 24),
        numero: "1/2026".to_owned(),
        dati_ritenuta: Vec::new(),
        dati_bollo: None,
        dati_cassa_previdenziale: Vec::new(),
        sconto_maggiorazione: Vec::new(),
        importo_totale_documento: None,
        arrotondamento: None,
        causale: Vec::new(),
        art73: None,
    }
}

pub(super) fn fattura() -> FatturaElettronica {
    let dati_generali = DatiGenerali {
        dati_generali_documento: documento(),
        dati_ordine_acquisto: Vec::new(),
        dati_contratto: Vec::new(),
        dati_convenzione: Vec::new(),
        dati_ricezione: Vec::new(),
        dati_fatture_collegate: Vec::new(),
        dati_sal: Vec::new(),
        dati_ddt: Vec::new(),
        dati_trasporto: None,
        fattura_principale: None,
    };
    let dati_beni_servizi = DatiBeniServizi {
        dettaglio_linee: vec![DettaglioLinee {
            numero_linea: 1,
            descrizione: "Mensola in noce".to_owned(),
            prezzo_unitario: "172.47".parse().unwrap(),
            prezzo_totale: "172.47".parse().unwrap(),
            aliquota_iva: "22".parse().unwrap(),
            ..DettaglioLinee::default()
        }],
        dati_riepilogo: vec![DatiRiepilogo {
            aliquota_iva: "22".parse().unwrap(),
            imponibile_importo: "172.47".parse().unwrap(),
            imposta: "37.94".parse().unwrap(),
            ..DatiRiepilogo::default()
        }],
    };
    let body = FatturaElettronicaBody {
        dati_generali,
        dati_beni_servizi,
        dati_veicoli: None,
        dati_pagamento: Vec::new(),
        allegati: Vec::new(),
    };
    FatturaElettronica {
        sistema_emittente: None,
        header: header(),
        bodies: vec![body],
    }
}
