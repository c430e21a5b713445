//! The IVA summary: one group per (rate, Natura, esigibilita, reference), IVA once on its sum (DOMAIN 3.3), and the
//! discount on the whole document as negative lines (DOMAIN 3.4).

use fisco::codici::Natura;
use money::{Cents, TooLarge, round, share};

use super::{
    Chiave, Documento, ScontoDocumento,
    righe::{RigaCalcolata, distribute, divisor},
};
use crate::documenti::GruppoIva;

/// A negative line: the part of the document discount that falls on one kind of line.
#[derive(Debug, Clone)]
pub(in crate::documenti) struct ParteSconto {
    pub(in crate::documenti) chiave: Chiave,
    pub(in crate::documenti) ritenuta: bool,
    pub(in crate::documenti) cassa: bool,
    /// As agreed, positive.
    pub(in crate::documenti) lordo: Cents,
    /// Negative, without IVA.
    pub(in crate::documenti) totale: Cents,
}

/// Spreads the document discount by largest remainder over what the lines of each kind amount to. Expenses advanced
/// in the customer's name (N1) are not discounted, unless there is nothing else.
pub(in crate::documenti) fn spread(
    documento: &Documento,
    righe: &[RigaCalcolata],
) -> Result<Vec<ParteSconto>, TooLarge> {
    let Some(sconto) = documento.sconto else {
        return Ok(Vec::new());
    };
    let has_other = documento
        .righe
        .iter()
        .any(|riga| !riga.is_descrittiva && riga.chiave.natura != Some(Natura::N1));
    let mut parts: Vec<ParteSconto> = Vec::new();
    for (riga, calcolata) in documento.righe.iter().zip(righe) {
        if riga.is_descrittiva || (has_other && riga.chiave.natura == Some(Natura::N1)) {
            continue;
        }
        let same = |part: &&mut ParteSconto| {
            part.chiave == riga.chiave && part.ritenuta == riga.ritenuta && part.cassa == riga.cassa
        };
        match parts.iter_mut().find(same) {
            Some(part) => part.lordo = part.lordo.plus(calcolata.lordo)?,
            None => parts.push(ParteSconto {
                chiave: riga.chiave.clone(),
                ritenuta: riga.ritenuta,
                cassa: riga.cassa,
                lordo: calcolata.lordo,
                totale: Cents::ZERO,
            }),
        }
    }
    let weights: Vec<Cents> = parts.iter().map(|part| part.lordo).collect();
    let total = match sconto {
        ScontoDocumento::Importo(amount) => amount,
        ScontoDocumento::Percentuale(rate) => Cents::sum(weights.iter().copied())?.percent(rate)?,
    };
    for (part, amount) in parts.iter_mut().zip(share(total, &weights)?) {
        part.lordo = amount;
        part.totale = amount.negated()?;
    }
    parts.retain(|part| !part.lordo.is_zero());
    if documento.prezzi_ivati {
        net_parts(documento, righe, &mut parts)?;
    }
    Ok(parts)
}

/// With prices that include IVA, the net of a group after the discount is taken once on its sum.
fn net_parts(
    documento: &Documento,
    righe: &[RigaCalcolata],
    parts: &mut [ParteSconto],
) -> Result<(), TooLarge> {
    for chiave in super::righe::chiavi(documento) {
        let divisor = divisor(chiave)?;
        let of_group = |pick: fn(&RigaCalcolata) -> Cents| {
            let lines = documento.righe.iter().zip(righe);
            Cents::sum(
                lines
                    .filter(|(riga, _)| riga.chiave == *chiave)
                    .map(|(_, riga)| pick(riga)),
            )
        };
        let mut group: Vec<&mut ParteSconto> =
            parts.iter_mut().filter(|part| part.chiave == *chiave).collect();
        let discount = Cents::sum(group.iter().map(|part| part.lordo))?;
        let agreed = of_group(|riga| riga.lordo)?.minus(discount)?;
        let net = round::cents(agreed.decimal().checked_div(divisor).ok_or(TooLarge)?)?;
        let exact = group
            .iter()
            .map(|part| {
                part.lordo
                    .negated()?
                    .decimal()
                    .checked_div(divisor)
                    .ok_or(TooLarge)
            })
            .collect::<Result<Vec<_>, _>>()?;
        let totals = distribute(&exact, net.minus(of_group(|riga| riga.totale)?)?)?;
        for (part, totale) in group.iter_mut().zip(totals) {
            part.totale = totale;
        }
    }
    Ok(())
}

/// Amounts gathered per group.
#[derive(Debug, Default)]
pub(super) struct Gruppi(Vec<Gruppo>);

#[derive(Debug)]
struct Gruppo {
    chiave: Chiave,
    /// Lines whose agreed price includes IVA: net and agreed.
    ivato: (Cents, Cents),
    /// The rest, net.
    netto: Cents,
}

impl Gruppi {
    fn at(&mut self, chiave: &Chiave) -> Option<&mut Gruppo> {
        if !self.0.iter().any(|gruppo| gruppo.chiave == *chiave) {
            self.0.push(Gruppo {
                chiave: chiave.clone(),
                ivato: (Cents::ZERO, Cents::ZERO),
                netto: Cents::ZERO,
            });
        }
        self.0.iter_mut().find(|gruppo| gruppo.chiave == *chiave)
    }

    /// Adds an amount without IVA.
    pub(super) fn add(&mut self, chiave: &Chiave, netto: Cents) -> Result<(), TooLarge> {
        if let Some(gruppo) = self.at(chiave) {
            gruppo.netto = gruppo.netto.plus(netto)?;
        }
        Ok(())
    }

    /// Adds an amount whose agreed price includes IVA.
    pub(super) fn add_ivato(&mut self, chiave: &Chiave, netto: Cents, lordo: Cents) -> Result<(), TooLarge> {
        if let Some(gruppo) = self.at(chiave) {
            gruppo.ivato = (gruppo.ivato.0.plus(netto)?, gruppo.ivato.1.plus(lordo)?);
        }
        Ok(())
    }

    /// Amounts that stamp duty looks at (DOMAIN 3.7).
    pub(super) fn base_bollo(&self) -> Result<Cents, TooLarge> {
        let stamped = self.0.iter().filter(|gruppo| {
            gruppo
                .chiave
                .natura
                .is_some_and(|natura| natura.is_bollo_dovuto())
        });
        stamped
            .map(|gruppo| gruppo.netto.plus(gruppo.ivato.0))
            .try_fold(Cents::ZERO, |sum, part| sum.plus(part?))
    }

    /// `DatiRiepilogo`, the highest rate first. Where agreed prices include IVA, the IVA is what they leave over.
    pub(super) fn riepilogo(mut self) -> Result<Vec<GruppoIva>, TooLarge> {
        self.0.sort_by(|a, b| {
            let key = |gruppo: &Gruppo| {
                (
                    std::cmp::Reverse(gruppo.chiave.aliquota_iva),
                    gruppo.chiave.natura,
                    gruppo.chiave.esigibilita,
                )
            };
            key(a).cmp(&key(b)).then_with(|| {
                a.chiave
                    .riferimento_normativo
                    .cmp(&b.chiave.riferimento_normativo)
            })
        });
        self.0
            .into_iter()
            .map(|gruppo| {
                let (netto, lordo) = gruppo.ivato;
                let imposta = gruppo
                    .netto
                    .percent(gruppo.chiave.aliquota_iva)?
                    .plus(lordo.minus(netto)?)?;
                Ok(GruppoIva {
                    aliquota_iva: gruppo.chiave.aliquota_iva,
                    natura: gruppo
                        .chiave
                        .natura
                        .map(|natura| natura.code().to_owned())
                        .unwrap_or_default(),
                    esigibilita_iva: gruppo.chiave.esigibilita.code().to_owned(),
                    riferimento_normativo: gruppo.chiave.riferimento_normativo,
                    imponibile: gruppo.netto.plus(netto)?,
                    imposta,
                })
            })
            .collect()
    }
}
