//! `ScontoMaggiorazione`: discounts and surcharges in cascade on the unit price (DOMAIN 3.2; SDI 00423, 00438).

use money::{Decimal, Price8, Rate, TooLarge, typed};

/// One step of the cascade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sconto {
    /// `MG` instead of `SC`.
    pub is_maggiorazione: bool,
    /// How much.
    pub valore: Valore,
}

/// `Percentuale` or `Importo`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Valore {
    /// Of the price that the steps before left.
    Percentuale(Rate),
    /// Per unit.
    Importo(Price8),
}

/// The text is no cascade of discounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a discount")]
pub struct BadSconto;

/// Reads `10+5`, `12,5%+MG2%+0,75€`; an empty text is no discount.
///
/// # Errors
/// [`BadSconto`] for anything else, a negative value, a discount above 100 % or more than two decimals of percent.
pub fn parse(text: &str) -> Result<Vec<Sconto>, BadSconto> {
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    text.split('+').map(step).collect()
}

fn step(text: &str) -> Result<Sconto, BadSconto> {
    let text = text.trim().to_uppercase();
    let (is_maggiorazione, rest) = match (text.strip_prefix("MG"), text.strip_prefix("SC")) {
        (Some(rest), _) => (true, rest),
        (None, Some(rest)) => (false, rest),
        (None, None) => (false, text.as_str()),
    };
    let number = typed(rest).map_err(|_unreadable| BadSconto)?;
    if number.is_sign_negative() {
        return Err(BadSconto);
    }
    let valore = if rest.contains('€') {
        Valore::Importo(Price8::from_decimal(number).map_err(|TooLarge| BadSconto)?)
    } else {
        let is_whole_price = !is_maggiorazione && number > Decimal::ONE_HUNDRED;
        if is_whole_price || number > Decimal::new(99_999, 2) {
            return Err(BadSconto);
        }
        Valore::Percentuale(Rate::from_decimal(number).map_err(|TooLarge| BadSconto)?)
    };
    Ok(Sconto {
        is_maggiorazione,
        valore,
    })
}

/// The price after every step, not rounded.
///
/// # Errors
/// [`TooLarge`] on overflow.
pub fn cascade(price: Decimal, sconti: &[Sconto]) -> Result<Decimal, TooLarge> {
    sconti.iter().try_fold(price, |price, sconto| {
        let change = match sconto.valore {
            Valore::Percentuale(rate) => price.checked_mul(rate.fraction()).ok_or(TooLarge)?,
            Valore::Importo(amount) => amount.decimal(),
        };
        if sconto.is_maggiorazione {
            price.checked_add(change).ok_or(TooLarge)
        } else {
            price.checked_sub(change).ok_or(TooLarge)
        }
    })
}

/// The unit price from which the cascade leads to `end`; none when a step takes everything off.
#[must_use]
pub fn invert(end: Decimal, sconti: &[Sconto]) -> Option<Decimal> {
    sconti
        .iter()
        .rev()
        .try_fold(end, |price, sconto| match sconto.valore {
            Valore::Percentuale(rate) if sconto.is_maggiorazione => {
                price.checked_div(Decimal::ONE.checked_add(rate.fraction())?)
            }
            Valore::Percentuale(rate) => price.checked_div(Decimal::ONE.checked_sub(rate.fraction())?),
            Valore::Importo(amount) if sconto.is_maggiorazione => price.checked_sub(amount.decimal()),
            Valore::Importo(amount) => price.checked_add(amount.decimal()),
        })
}

/// The same steps with their amounts divided by `divisor` (prices that include IVA), to 8 decimals.
///
/// # Errors
/// [`TooLarge`] on overflow.
pub fn net_of(sconti: &[Sconto], divisor: Decimal) -> Result<Vec<Sconto>, TooLarge> {
    sconti
        .iter()
        .map(|sconto| {
            let valore = match sconto.valore {
                Valore::Importo(amount) => Valore::Importo(money::round::price8(
                    amount.decimal().checked_div(divisor).ok_or(TooLarge)?,
                )?),
                percent @ Valore::Percentuale(_) => percent,
            };
            Ok(Sconto { valore, ..*sconto })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(price: &str, text: &str) -> Vec<String> {
        let sconti = parse(text).unwrap();
        let start: Decimal = price.parse().unwrap();
        (0..=sconti.len())
            .map(|n| cascade(start, &sconti[..n]).unwrap().normalize().to_string())
            .collect()
    }

    #[test]
    fn steps_apply_in_order_to_what_is_left() {
        assert_eq!(steps("100.00", "10%+5%+0,75€"), ["100", "90", "85.5", "84.75"]);
        assert_eq!(steps("33.33", "12,5% + MG2%"), ["33.33", "29.16375", "29.747025"]);
        assert_eq!(steps("100", "sc10+5"), ["100", "90", "85.5"]);
        assert_eq!(parse("  "), Ok(Vec::new()));
    }

    #[test]
    fn nonsense_is_refused() {
        for text in ["abc", "10+", "101", "-5", "5,123%", "+", "10%%x", "MG"] {
            assert_eq!(parse(text), Err(BadSconto), "{text}");
        }
    }

    #[test]
    fn a_cascade_is_inverted() {
        let sconti = parse("10+5+0,75€").unwrap();
        assert_eq!(
            invert("84.75".parse().unwrap(), &sconti),
            Some(Decimal::ONE_HUNDRED)
        );
        assert_eq!(invert(Decimal::ONE, &parse("100").unwrap()), None);
    }
}
