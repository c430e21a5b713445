//! From what one wants to be paid back to the fee, through the real rules (DOMAIN 3.6, E26).

use money::{Cents, Decimal, Price8, TooLarge, round};

use super::{Calcolo, Documento, calcola};

/// A fee that leads to the amount wanted.
#[derive(Debug, Clone)]
pub struct Inverso {
    /// Unit price of the line.
    pub compenso: Cents,
    /// What is still missing, for `Arrotondamento`; mostly zero.
    pub differenza: Cents,
    /// The document with that fee.
    pub calcolo: Calcolo,
}

/// The unit price of the line at place `riga` with which the customer pays `netto`: the rules are almost a straight
/// line, so two points give the price, a second look takes steps such as the stamp into account, and then the
/// neighbouring cents are tried. None when the line does not exist or does not change what is paid.
///
/// # Errors
/// [`TooLarge`] when an amount does not fit.
pub fn compenso_da_netto(
    documento: &Documento,
    riga: usize,
    netto: Cents,
) -> Result<Option<Inverso>, TooLarge> {
    let at = |prezzo: Cents| with_price(documento, riga, prezzo);
    let far = Cents::new(100_000_000);
    let paid = |calcolo: &Calcolo| calcolo.totali.netto_a_pagare;
    let rise = paid(&at(far)?).minus(paid(&at(Cents::new(0))?))?;
    if rise.is_zero() {
        return Ok(None);
    }
    let mut prezzo = Cents::ZERO;
    for _ in 0..4 {
        let missing = netto.minus(paid(&at(prezzo)?))?;
        let change = missing
            .decimal()
            .checked_mul(far.decimal())
            .and_then(|product| product.checked_div(rise.decimal()))
            .ok_or(TooLarge)?;
        prezzo = prezzo.plus(round::cents(change)?)?;
    }
    let mut best: Option<Inverso> = None;
    for cents in [0, 1, -1] {
        let compenso = prezzo.plus(Cents::new(cents))?;
        let calcolo = at(compenso)?;
        let differenza = netto.minus(paid(&calcolo))?;
        let is_nearer = best
            .as_ref()
            .is_none_or(|best| differenza.get().abs() < best.differenza.get().abs());
        if is_nearer {
            best = Some(Inverso {
                compenso,
                differenza,
                calcolo,
            });
        }
    }
    Ok(best)
}

fn with_price(documento: &Documento, riga: usize, prezzo: Cents) -> Result<Calcolo, TooLarge> {
    let mut changed = documento.clone();
    if let Some(line) = changed.righe.iter_mut().find(|line| line.at == riga) {
        line.prezzo = Price8::from_decimal(round::half_up(prezzo.decimal(), 2).max(Decimal::ZERO))?;
    }
    calcola(&changed)
}
