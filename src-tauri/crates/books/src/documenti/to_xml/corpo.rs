//! The document itself: general data, lines, summary, payment.

use fatturapa::{
    Code,
    model::{
        AltriDatiGestionali, Anagrafica, CodiceArticolo, DatiAnagraficiVettore, DatiBeniServizi, DatiBollo,
        DatiCassaPrevidenziale, DatiDdt, DatiDocumentiCorrelati, DatiGenerali, DatiGeneraliDocumento,
        DatiPagamento, DatiRiepilogo, DatiRitenuta, DatiTrasporto, DettaglioLinee, DettaglioPagamento,
        IdFiscale, Nominativo, ScontoMaggiorazione, Si,
    },
};
use fisco::codici::{
    CondizioniPagamento, EsigibilitaIva, ModalitaPagamento, Natura, TipoDocumento, TipoScontoMaggiorazione,
};
use money::Cents;

use super::Sorgente;
use crate::documenti::{
    RiferimentoTipo, RigaAggiunta,
    regole::{
        Documento, Riga, RigaCalcolata, Trasporto,
        sconti::{Sconto, Valore},
    },
};

fn shown(cents: Cents) -> Option<money::Decimal> {
    (!cents.is_zero()).then(|| cents.decimal())
}

fn natura(code: &str) -> Option<Code<Natura>> {
    code.parse::<Natura>().ok().map(Code::from)
}

pub(super) fn dati_generali(sorgente: &Sorgente<'_>, td: TipoDocumento) -> DatiGenerali {
    let documento = sorgente.documento;
    let totali = &sorgente.calcolo.totali;
    let of = |tipo| correlati(documento, tipo);
    DatiGenerali {
        dati_generali_documento: DatiGeneraliDocumento {
            tipo_documento: td.into(),
            divisa: "EUR".to_owned(),
            data: documento.data_documento,
            numero: sorgente.numero.to_owned(),
            dati_ritenuta: ritenute(sorgente),
            dati_bollo: shown(totali.bollo).map(|importo| DatiBollo {
                bollo_virtuale: Si,
                importo_bollo: Some(importo),
            }),
            dati_cassa_previdenziale: casse(sorgente),
            sconto_maggiorazione: Vec::new(),
            importo_totale_documento: Some(totali.totale_documento.decimal()),
            arrotondamento: shown(totali.arrotondamento),
            causale: documento.causale.clone(),
            art73: None,
        },
        dati_ordine_acquisto: of(RiferimentoTipo::Ordine),
        dati_contratto: of(RiferimentoTipo::Contratto),
        dati_convenzione: of(RiferimentoTipo::Convenzione),
        dati_ricezione: of(RiferimentoTipo::Ricezione),
        dati_fatture_collegate: of(RiferimentoTipo::FatturaCollegata),
        dati_sal: Vec::new(),
        dati_ddt: documento
            .ddt
            .iter()
            .map(|ddt| DatiDdt {
                numero_ddt: ddt.numero.clone(),
                data_ddt: ddt.data_ddt,
                riferimento_numero_linea: line_numbers(documento, &ddt.righe),
            })
            .collect(),
        dati_trasporto: documento.trasporto.as_ref().map(trasporto),
        fattura_principale: None,
    }
}

fn ritenute(sorgente: &Sorgente<'_>) -> Vec<DatiRitenuta> {
    let totali = sorgente.calcolo.totali.ritenute.iter();
    sorgente
        .documento
        .ritenute
        .iter()
        .zip(totali)
        .filter_map(|(ritenuta, totale)| {
            Some(DatiRitenuta {
                tipo_ritenuta: ritenuta.tipo.into(),
                importo_ritenuta: totale.importo.decimal(),
                aliquota_ritenuta: ritenuta.aliquota.decimal(),
                causale_pagamento: ritenuta.causale?.into(),
            })
        })
        .collect()
}

fn casse(sorgente: &Sorgente<'_>) -> Vec<DatiCassaPrevidenziale> {
    let totali = sorgente.calcolo.totali.casse.iter();
    sorgente
        .documento
        .casse
        .iter()
        .zip(totali)
        .map(|(cassa, totale)| DatiCassaPrevidenziale {
            tipo_cassa: cassa.tipo.into(),
            al_cassa: totale.aliquota.decimal(),
            importo_contributo_cassa: totale.importo.decimal(),
            imponibile_cassa: Some(totale.imponibile.decimal()),
            aliquota_iva: totale.aliquota_iva.decimal(),
            ritenuta: totale.ritenuta.then_some(Si),
            natura: natura(&totale.natura),
            riferimento_amministrazione: None,
        })
        .collect()
}

/// Numbers of the lines as written, from places in the draft: empty lines of the draft are not written.
fn line_numbers(documento: &Documento, righe: &[u16]) -> Vec<u32> {
    righe
        .iter()
        .filter_map(|line| {
            let at = usize::from(*line).checked_sub(1)?;
            let written = documento.righe.iter().position(|riga| riga.at == at)?;
            u32::try_from(written.checked_add(1)?).ok()
        })
        .collect()
}

fn correlati(documento: &Documento, tipo: RiferimentoTipo) -> Vec<DatiDocumentiCorrelati> {
    documento
        .riferimenti
        .iter()
        .filter(|riferimento| riferimento.tipo == tipo)
        .map(|riferimento| DatiDocumentiCorrelati {
            riferimento_numero_linea: line_numbers(documento, &riferimento.righe),
            id_documento: riferimento.id_documento.clone(),
            data: riferimento.data_documento,
            num_item: riferimento.num_item.clone(),
            codice_commessa_convenzione: riferimento.codice_commessa.clone(),
            codice_cup: riferimento.cup.as_ref().map(ToString::to_string),
            codice_cig: riferimento.cig.as_ref().map(ToString::to_string),
        })
        .collect()
}

fn trasporto(trasporto: &Trasporto) -> DatiTrasporto {
    let vettore = trasporto
        .vettore
        .clone()
        .zip(trasporto.vettore_partita_iva.as_ref());
    DatiTrasporto {
        dati_anagrafici_vettore: vettore.map(|(nome, partita_iva)| DatiAnagraficiVettore {
            id_fiscale_iva: IdFiscale {
                id_paese: "IT".to_owned(),
                id_codice: partita_iva.to_string(),
            },
            codice_fiscale: None,
            anagrafica: Anagrafica {
                nominativo: Nominativo::Denominazione(nome),
                titolo: None,
                cod_eori: None,
            },
            numero_licenza_guida: None,
        }),
        mezzo_trasporto: trasporto.mezzo.clone(),
        causale_trasporto: trasporto.causale.clone(),
        numero_colli: trasporto.colli.map(u32::from),
        descrizione: trasporto.aspetto.clone(),
        unita_misura_peso: trasporto.unita_peso.clone(),
        peso_lordo: trasporto.peso_lordo.map(Cents::decimal),
        peso_netto: trasporto.peso_netto.map(Cents::decimal),
        data_inizio_trasporto: trasporto.data_inizio,
        tipo_resa: trasporto.resa.clone(),
        ..DatiTrasporto::default()
    }
}

pub(super) fn beni_servizi(sorgente: &Sorgente<'_>) -> DatiBeniServizi {
    let (documento, calcolo) = (sorgente.documento, sorgente.calcolo);
    let mut linee: Vec<DettaglioLinee> = documento
        .righe
        .iter()
        .zip(&calcolo.righe)
        .map(|(riga, calcolata)| linea(riga, calcolata))
        .collect();
    linee.extend(calcolo.totali.righe_aggiunte.iter().map(aggiunta));
    if let (Some(rate), Some(first)) = (documento.sconto_in_fattura, linee.first_mut()) {
        // DOMAIN 3.11: no block of its own in the schema; the discount is told on the first line.
        first.altri_dati_gestionali.push(AltriDatiGestionali {
            tipo_dato: "SCONTOFATT".to_owned(),
            riferimento_testo: Some(format!("Sconto in fattura {rate}%")),
            riferimento_numero: Some(calcolo.totali.sconto_in_fattura.decimal()),
            riferimento_data: None,
        });
    }
    for (number, linea) in (1..).zip(&mut linee) {
        linea.numero_linea = number;
    }
    let riepilogo = calcolo.totali.riepilogo.iter().map(|gruppo| {
        let natura = natura(&gruppo.natura);
        DatiRiepilogo {
            aliquota_iva: gruppo.aliquota_iva.decimal(),
            esigibilita_iva: match natura {
                Some(_) => None,
                None => gruppo
                    .esigibilita_iva
                    .parse::<EsigibilitaIva>()
                    .ok()
                    .map(Code::from),
            },
            natura,
            imponibile_importo: gruppo.imponibile.decimal(),
            imposta: gruppo.imposta.decimal(),
            riferimento_normativo: Some(gruppo.riferimento_normativo.clone()).filter(|text| !text.is_empty()),
            ..DatiRiepilogo::default()
        }
    });
    DatiBeniServizi {
        dati_riepilogo: riepilogo.collect(),
        dettaglio_linee: linee,
    }
}

fn linea(riga: &Riga, calcolata: &RigaCalcolata) -> DettaglioLinee {
    let codice = riga.codice.iter().map(|codice| CodiceArticolo {
        codice_tipo: "INTERNO".to_owned(),
        codice_valore: codice.clone(),
    });
    DettaglioLinee {
        numero_linea: 0,
        tipo_cessione_prestazione: riga.tipo_cessione.map(Code::from),
        codice_articolo: codice.collect(),
        descrizione: riga.descrizione.clone(),
        quantita: riga.quantita.map(|quantita| quantita.decimal().normalize()),
        unita_misura: riga.unita_misura.clone(),
        data_inizio_periodo: riga.periodo.0,
        data_fine_periodo: riga.periodo.1,
        prezzo_unitario: calcolata.prezzo_unitario.decimal().normalize(),
        sconto_maggiorazione: calcolata.sconti.iter().map(sconto).collect(),
        prezzo_totale: calcolata.totale.decimal(),
        aliquota_iva: riga.chiave.aliquota_iva.decimal(),
        ritenuta: riga.ritenuta.then_some(Si),
        natura: riga.chiave.natura.map(Code::from),
        riferimento_amministrazione: riga.riferimento_amministrazione.clone(),
        altri_dati_gestionali: riga
            .altri_dati
            .iter()
            .map(|dato| AltriDatiGestionali {
                tipo_dato: dato.tipo_dato.clone(),
                riferimento_testo: dato.testo.clone(),
                riferimento_numero: dato.numero.map(|numero| numero.decimal().normalize()),
                riferimento_data: dato.data_riferimento,
            })
            .collect(),
    }
}

fn sconto(sconto: &Sconto) -> ScontoMaggiorazione {
    let (percentuale, importo) = match sconto.valore {
        Valore::Percentuale(rate) => (Some(rate.decimal()), None),
        Valore::Importo(amount) => (None, Some(amount.decimal().normalize())),
    };
    ScontoMaggiorazione {
        tipo: if sconto.is_maggiorazione {
            TipoScontoMaggiorazione::MG.into()
        } else {
            TipoScontoMaggiorazione::SC.into()
        },
        percentuale,
        importo,
    }
}

fn aggiunta(riga: &RigaAggiunta) -> DettaglioLinee {
    DettaglioLinee {
        descrizione: riga.descrizione.clone(),
        prezzo_unitario: riga.totale.prezzo_unitario.decimal().normalize(),
        prezzo_totale: riga.totale.totale.decimal(),
        aliquota_iva: riga.totale.aliquota_iva.decimal(),
        natura: natura(&riga.totale.natura),
        ritenuta: riga.ritenuta.then_some(Si),
        ..DettaglioLinee::default()
    }
}

pub(super) fn pagamento(sorgente: &Sorgente<'_>) -> Vec<DatiPagamento> {
    let rate = &sorgente.calcolo.totali.rate;
    if rate.is_empty() {
        return Vec::new();
    }
    let condizioni_pagamento = if rate.len() > 1 {
        CondizioniPagamento::TP01
    } else {
        CondizioniPagamento::TP02
    };
    let dettaglio_pagamento = rate.iter().filter_map(|rata| {
        let modalita_pagamento: ModalitaPagamento = rata.modalita.parse().ok()?;
        let iban = sorgente.documento.iban.as_ref();
        Some(DettaglioPagamento {
            modalita_pagamento: modalita_pagamento.into(),
            data_scadenza_pagamento: rata.scadenza.parse().ok(),
            importo_pagamento: rata.importo.decimal(),
            istituto_finanziario: iban.and(sorgente.azienda.banca.clone()),
            iban: iban.map(ToString::to_string),
            ..DettaglioPagamento::default()
        })
    });
    vec![DatiPagamento {
        condizioni_pagamento: condizioni_pagamento.into(),
        dettaglio_pagamento: dettaglio_pagamento.collect(),
    }]
}
