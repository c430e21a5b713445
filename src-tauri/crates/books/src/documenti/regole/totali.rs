//! The totals of a document, all of them, in the order in which one follows from the other (DOMAIN 3).

use money::{Cents, TooLarge, round};

use super::{
    Chiave, Documento, Esigibilita, bollo, casse,
    casse::CassaCalcolata,
    gruppi::{self, Gruppi, ParteSconto},
    rate, righe,
    righe::RigaCalcolata,
    ritenute,
};
use crate::documenti::{CassaTotale, RigaAggiunta, RigaTotale, Totali};

/// Totals, and the lines as the XML writes them.
#[derive(Debug, Clone)]
pub struct Calcolo {
    /// What pages show and an issued document freezes.
    pub totali: Totali,
    /// One for each of [`Documento::righe`].
    pub righe: Vec<RigaCalcolata>,
}

/// Computes everything.
///
/// # Errors
/// [`TooLarge`] when an amount does not fit.
pub fn calcola(documento: &Documento) -> Result<Calcolo, TooLarge> {
    let righe = righe::calcola(documento)?;
    let sconto = gruppi::spread(documento, &righe)?;
    let base_cassa = sum_of(documento, &righe, &sconto, |riga| riga.cassa, |parte| parte.cassa)?;
    let principale = main_group(documento, &righe)?;
    let casse = match &principale {
        Some(chiave) => casse::calcola(&documento.casse, base_cassa, chiave)?,
        None => Vec::new(),
    };
    let mut gruppi = group(documento, &righe, &sconto, &casse)?;
    let base_bollo = gruppi.base_bollo()?;
    let bollo = bollo::dovuto(documento, base_bollo);
    let addebito = documento.bollo_addebitato.as_ref().filter(|_| !bollo.is_zero());
    if let Some(chiave) = addebito {
        gruppi.add(chiave, bollo)?;
    }
    let riepilogo = gruppi.riepilogo()?;
    let ritenuta_casse = Cents::sum(
        documento
            .casse
            .iter()
            .zip(&casse)
            .filter(|(cassa, _)| cassa.ritenuta)
            .map(|(_, calcolata)| calcolata.importo),
    )?;
    let base_ritenuta = sum_of(
        documento,
        &righe,
        &sconto,
        |riga| riga.ritenuta,
        |parte| parte.ritenuta,
    )?;
    let mut righe_aggiunte = discount_lines(&sconto)?;
    if let Some(chiave) = addebito {
        righe_aggiunte.push(added_line("Imposta di bollo", chiave, bollo, false)?);
    }
    let mut totali = Totali {
        righe: lines(documento, &righe),
        righe_aggiunte,
        merce: Cents::sum(righe.iter().map(|riga| riga.totale))?,
        sconto: Cents::sum(sconto.iter().map(|parte| parte.totale))?.negated()?,
        casse: casse_totali(documento, &casse),
        imponibile: Cents::sum(riepilogo.iter().map(|gruppo| gruppo.imponibile))?,
        imposta: Cents::sum(riepilogo.iter().map(|gruppo| gruppo.imposta))?,
        riepilogo,
        base_bollo,
        bollo,
        bollo_addebitato: addebito.is_some(),
        ritenute: ritenute::calcola(&documento.ritenute, base_ritenuta, ritenuta_casse)?,
        ..Totali::default()
    };
    close(documento, &mut totali)?;
    Ok(Calcolo { totali, righe })
}

/// From the groups to what the customer pays.
fn close(documento: &Documento, totali: &mut Totali) -> Result<(), TooLarge> {
    let total = totali.imponibile.plus(totali.imposta)?;
    totali.arrotondamento = if documento.arrotonda_euro {
        Cents::from_decimal(round::half_up(total.decimal(), 0))?.minus(total)?
    } else {
        documento.arrotondamento
    };
    totali.totale_documento = total.plus(totali.arrotondamento)?;
    let split = totali
        .riepilogo
        .iter()
        .filter(|gruppo| gruppo.esigibilita_iva == Esigibilita::S.code());
    totali.iva_split = Cents::sum(split.map(|gruppo| gruppo.imposta))?;
    totali.sconto_in_fattura = match documento.sconto_in_fattura {
        Some(rate) => totali.totale_documento.percent(rate)?,
        None => Cents::ZERO,
    };
    let ritenute = Cents::sum(totali.ritenute.iter().map(|ritenuta| ritenuta.importo))?;
    totali.netto_a_pagare = totali
        .totale_documento
        .minus(ritenute)?
        .minus(totali.iva_split)?
        .minus(totali.sconto_in_fattura)?;
    totali.rate = rate::calcola(documento, totali.netto_a_pagare)?;
    Ok(())
}

fn sum_of(
    documento: &Documento,
    righe: &[RigaCalcolata],
    sconto: &[ParteSconto],
    is_line: fn(&super::Riga) -> bool,
    is_part: fn(&ParteSconto) -> bool,
) -> Result<Cents, TooLarge> {
    let lines = documento.righe.iter().zip(righe);
    let lines = lines
        .filter(|(riga, _)| is_line(riga))
        .map(|(_, calcolata)| calcolata.totale);
    let parts = sconto
        .iter()
        .filter(|parte| is_part(parte))
        .map(|parte| parte.totale);
    Cents::sum(lines.chain(parts))
}

/// Group of the largest part of the lines that count in the fund; of all lines when none does.
fn main_group<'a>(documento: &'a Documento, righe: &[RigaCalcolata]) -> Result<Option<&'a Chiave>, TooLarge> {
    let only_cassa = documento.righe.iter().any(|riga| riga.cassa);
    let mut largest: Option<(Cents, &Chiave)> = None;
    for chiave in righe::chiavi(documento) {
        let lines = documento.righe.iter().zip(righe);
        let amount = Cents::sum(
            lines
                .filter(|(riga, _)| riga.chiave == *chiave && (riga.cassa || !only_cassa))
                .map(|(_, calcolata)| calcolata.totale),
        )?;
        let counts = !only_cassa
            || documento
                .righe
                .iter()
                .any(|riga| riga.chiave == *chiave && riga.cassa);
        if counts && largest.is_none_or(|(most, _)| amount > most) {
            largest = Some((amount, chiave));
        }
    }
    Ok(largest.map(|(_, chiave)| chiave))
}

fn group(
    documento: &Documento,
    righe: &[RigaCalcolata],
    sconto: &[ParteSconto],
    casse: &[CassaCalcolata],
) -> Result<Gruppi, TooLarge> {
    let mut gruppi = Gruppi::default();
    for (riga, calcolata) in documento.righe.iter().zip(righe) {
        if documento.prezzi_ivati {
            gruppi.add_ivato(&riga.chiave, calcolata.totale, calcolata.lordo)?;
        } else {
            gruppi.add(&riga.chiave, calcolata.totale)?;
        }
    }
    for parte in sconto {
        if documento.prezzi_ivati {
            gruppi.add_ivato(&parte.chiave, parte.totale, parte.lordo.negated()?)?;
        } else {
            gruppi.add(&parte.chiave, parte.totale)?;
        }
    }
    for cassa in casse {
        gruppi.add(&cassa.chiave, cassa.importo)?;
    }
    Ok(gruppi)
}

fn natura_of(chiave: &Chiave) -> String {
    chiave
        .natura
        .map(|natura| natura.code().to_owned())
        .unwrap_or_default()
}

fn lines(documento: &Documento, righe: &[RigaCalcolata]) -> Vec<Option<RigaTotale>> {
    let mut lines = vec![None; documento.righe_draft];
    for (riga, calcolata) in documento.righe.iter().zip(righe) {
        if let Some(place) = lines.get_mut(riga.at) {
            *place = Some(RigaTotale {
                prezzo_unitario: calcolata.prezzo_unitario,
                quantita: riga.quantita,
                totale: calcolata.totale,
                aliquota_iva: riga.chiave.aliquota_iva,
                natura: natura_of(&riga.chiave),
            });
        }
    }
    lines
}

fn added_line(
    descrizione: &str,
    chiave: &Chiave,
    totale: Cents,
    ritenuta: bool,
) -> Result<RigaAggiunta, TooLarge> {
    Ok(RigaAggiunta {
        descrizione: descrizione.to_owned(),
        ritenuta,
        totale: RigaTotale {
            prezzo_unitario: round::price8(totale.decimal())?,
            quantita: None,
            totale,
            aliquota_iva: chiave.aliquota_iva,
            natura: natura_of(chiave),
        },
    })
}

fn discount_lines(sconto: &[ParteSconto]) -> Result<Vec<RigaAggiunta>, TooLarge> {
    sconto
        .iter()
        .map(|parte| added_line("Sconto", &parte.chiave, parte.totale, parte.ritenuta))
        .collect()
}

fn casse_totali(documento: &Documento, casse: &[CassaCalcolata]) -> Vec<CassaTotale> {
    documento
        .casse
        .iter()
        .zip(casse)
        .map(|(cassa, calcolata)| CassaTotale {
            tipo: cassa.tipo.code().to_owned(),
            aliquota: cassa.aliquota,
            imponibile: calcolata.imponibile,
            importo: calcolata.importo,
            aliquota_iva: calcolata.chiave.aliquota_iva,
            natura: natura_of(&calcolata.chiave),
            ritenuta: cassa.ritenuta,
        })
        .collect()
}
