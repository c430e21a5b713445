//! Line totals: half up once per line (DOMAIN 3.2), or, for prices that include IVA, the net of each group shared
//! over its lines by largest remainder (DOMAIN 3.5).

use money::{Cents, Decimal, Price8, TooLarge, round};

use super::{
    Chiave, Documento, Riga,
    sconti::{Sconto, cascade, invert, net_of},
};

/// A line computed.
#[derive(Debug, Clone)]
pub struct RigaCalcolata {
    /// `PrezzoUnitario`: without IVA, before discounts.
    pub prezzo_unitario: Price8,
    /// `ScontoMaggiorazione`, amounts without IVA.
    pub sconti: Vec<Sconto>,
    /// As agreed: with IVA when the prices include it, else the same as `totale`.
    pub lordo: Cents,
    /// `PrezzoTotale`.
    pub totale: Cents,
}

/// What 1.00 without IVA is with IVA.
pub(super) fn divisor(chiave: &Chiave) -> Result<Decimal, TooLarge> {
    Decimal::ONE
        .checked_add(chiave.aliquota_iva.fraction())
        .ok_or(TooLarge)
}

/// Every line of the document, in its order.
pub(super) fn calcola(documento: &Documento) -> Result<Vec<RigaCalcolata>, TooLarge> {
    let mut righe = documento
        .righe
        .iter()
        .map(|riga| {
            let totale = total(riga, riga.prezzo.decimal(), &riga.sconti)?;
            Ok(RigaCalcolata {
                prezzo_unitario: riga.prezzo,
                sconti: riga.sconti.clone(),
                lordo: totale,
                totale,
            })
        })
        .collect::<Result<Vec<_>, TooLarge>>()?;
    if documento.prezzi_ivati {
        for chiave in chiavi(documento) {
            net_group(documento, chiave, &mut righe)?;
        }
    }
    Ok(righe)
}

fn total(riga: &Riga, prezzo: Decimal, sconti: &[Sconto]) -> Result<Cents, TooLarge> {
    round::cents(raw_total(riga, prezzo, sconti)?)
}

fn raw_total(riga: &Riga, prezzo: Decimal, sconti: &[Sconto]) -> Result<Decimal, TooLarge> {
    cascade(prezzo, sconti)?
        .checked_mul(quantita(riga))
        .ok_or(TooLarge)
}

fn quantita(riga: &Riga) -> Decimal {
    riga.quantita.map_or(Decimal::ONE, |quantita| quantita.decimal())
}

/// The groups of the lines, each once, in the order they appear.
pub(super) fn chiavi(documento: &Documento) -> Vec<&Chiave> {
    let mut chiavi: Vec<&Chiave> = Vec::new();
    for riga in &documento.righe {
        if !chiavi.contains(&&riga.chiave) {
            chiavi.push(&riga.chiave);
        }
    }
    chiavi
}

/// Takes the IVA out of the lines of one group, once on their sum.
fn net_group(documento: &Documento, chiave: &Chiave, righe: &mut [RigaCalcolata]) -> Result<(), TooLarge> {
    let divisor = divisor(chiave)?;
    let mut group: Vec<(&Riga, &mut RigaCalcolata)> = documento
        .righe
        .iter()
        .zip(righe)
        .filter(|(riga, _)| riga.chiave == *chiave)
        .collect();
    let lordo = Cents::sum(group.iter().map(|(_, riga)| riga.lordo))?;
    let netto = round::cents(lordo.decimal().checked_div(divisor).ok_or(TooLarge)?)?;
    let exact = group
        .iter()
        .map(|(_, riga)| riga.lordo.decimal().checked_div(divisor).ok_or(TooLarge))
        .collect::<Result<Vec<_>, _>>()?;
    let parts = distribute(&exact, netto)?;
    for ((riga, calcolata), totale) in group.iter_mut().zip(parts) {
        calcolata.totale = totale;
        calcolata.sconti = net_of(&riga.sconti, divisor)?;
        calcolata.prezzo_unitario = net_price(riga, &calcolata.sconti, divisor, totale)?;
    }
    Ok(())
}

/// The net unit price to 8 decimals; where its product would differ from the total by more than the cent that SDI
/// allows (00423), the price from which the cascade leads to the total.
fn net_price(riga: &Riga, sconti: &[Sconto], divisor: Decimal, totale: Cents) -> Result<Price8, TooLarge> {
    let natural = round::price8(riga.prezzo.decimal().checked_div(divisor).ok_or(TooLarge)?)?;
    if is_tolerated(riga, natural, sconti, totale)? {
        return Ok(natural);
    }
    let solved = totale
        .decimal()
        .checked_div(quantita(riga))
        .and_then(|end| invert(end, sconti));
    solved.map_or(Ok(natural), round::price8)
}

/// SDI 00423: unit price, discounts and quantity give the total within a cent.
pub(super) fn is_tolerated(
    riga: &Riga,
    prezzo: Price8,
    sconti: &[Sconto],
    totale: Cents,
) -> Result<bool, TooLarge> {
    let difference = raw_total(riga, prezzo.decimal(), sconti)?
        .checked_sub(totale.decimal())
        .ok_or(TooLarge)?;
    Ok(difference.abs() <= Decimal::new(1, 2))
}

/// Cents for exact amounts so that they add up to `total`: cut towards zero, then the missing cents to those that
/// lost most (the first when equal).
pub(super) fn distribute(exact: &[Decimal], total: Cents) -> Result<Vec<Cents>, TooLarge> {
    let mut parts = Vec::with_capacity(exact.len());
    let mut lost = Vec::with_capacity(exact.len());
    for (at, value) in exact.iter().enumerate() {
        let whole = value.trunc_with_scale(2);
        parts.push(Cents::from_decimal(whole)?);
        lost.push((value.checked_sub(whole).ok_or(TooLarge)?, at));
    }
    let missing = total.minus(Cents::sum(parts.iter().copied())?)?;
    if missing.is_negative() {
        lost.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.cmp(&b.1)));
    } else {
        lost.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    }
    let step = Cents::new(missing.get().signum());
    let steps = usize::try_from(missing.get().unsigned_abs()).map_err(|_too_wide| TooLarge)?;
    for (_, at) in lost.iter().cycle().take(steps) {
        if let Some(part) = parts.get_mut(*at) {
            *part = part.plus(step)?;
        }
    }
    Ok(parts)
}
