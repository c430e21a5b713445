//! The rules of a product: its price with and without IVA, its rate or Natura.

use fisco::codici;
use jiff::civil::Date;
use money::{Cents, Decimal, Price8, Rate, TooLarge, round};

use super::ProdottoDraft;
use crate::{Problem, field::Fields};

/// A form read.
pub(super) struct Prodotto {
    pub(super) descrizione: String,
    pub(super) prezzo: Price8,
    pub(super) aliquota_iva: Rate,
    pub(super) natura: Option<codici::Natura>,
}

/// Reads the form; without a price it costs nothing, without a rate and Natura it has the highest rate of the day.
pub(super) fn parse(draft: &ProdottoDraft, today: Date) -> (Prodotto, Vec<Problem>) {
    let mut fields = Fields::default();
    let rates: Vec<Rate> = fisco::parametri::aliquote_iva(today)
        .iter()
        .map(|rate| rate.value)
        .collect();
    let descrizione = fields.required("descrizione", &draft.descrizione);
    let prezzo = fields
        .unit("prezzo", &draft.prezzo, Price8::from_decimal)
        .unwrap_or_default();
    let natura: Option<codici::Natura> = fields.code("natura", &draft.natura);
    let typed = fields.unit("aliquota_iva", &draft.aliquota_iva, Rate::from_decimal);
    let usual = if natura.is_some() {
        Rate::ZERO
    } else {
        rates.first().copied().unwrap_or_default()
    };
    let aliquota_iva = typed.unwrap_or(usual);
    if aliquota_iva.is_zero() && natura.is_none() {
        fields
            .problems
            .push(Problem::error("natura_missing", "natura").sdi("00400"));
    }
    if !aliquota_iva.is_zero() && natura.is_some() {
        fields
            .problems
            .push(Problem::error("natura_with_rate", "natura").sdi("00401"));
    }
    if !aliquota_iva.is_zero() && !rates.contains(&aliquota_iva) {
        fields
            .problems
            .push(Problem::warning("rate_unusual", "aliquota_iva").arg("value", aliquota_iva));
    }
    if natura.is_some_and(|natura| !natura.valid_on(today)) {
        fields.problems.push(
            Problem::error("natura_expired", "natura")
                .arg("value", draft.natura.trim())
                .sdi("00445"),
        );
    }
    (
        Prodotto {
            descrizione,
            prezzo,
            aliquota_iva,
            natura,
        },
        fields.problems,
    )
}

/// Both prices of a form, as [`prezzi`].
///
/// # Errors
/// As [`prezzi`].
pub fn both_prices(draft: &ProdottoDraft, today: Date) -> Result<(Price8, Cents), TooLarge> {
    let (prodotto, _) = parse(draft, today);
    prezzi(prodotto.prezzo, draft.prezzo_ivato, prodotto.aliquota_iva)
}

/// A unit price without and with IVA: the net one to 8 decimals as an XML writes it, the gross one to the cent.
///
/// # Errors
/// [`TooLarge`] when a result does not fit.
pub fn prezzi(prezzo: Price8, is_ivato: bool, aliquota_iva: Rate) -> Result<(Price8, Cents), TooLarge> {
    let factor = Decimal::ONE
        .checked_add(aliquota_iva.fraction())
        .ok_or(TooLarge)?;
    if is_ivato {
        let net = prezzo.decimal().checked_div(factor).ok_or(TooLarge)?;
        Ok((round::price8(net)?, round::cents(prezzo.decimal())?))
    } else {
        Ok((
            prezzo,
            round::cents(prezzo.decimal().checked_mul(factor).ok_or(TooLarge)?)?,
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_price_is_told_without_and_with_iva() {
        for (prezzo, is_ivato, rate, net, gross) in [
            ("2000.00", true, "22", "1639.3442623", "2000.00"),
            ("0.10", false, "22", "0.10", "0.12"),
            ("80", false, "0", "80.00", "80.00"),
        ] {
            let prices = prezzi(prezzo.parse().unwrap(), is_ivato, rate.parse().unwrap()).unwrap();
            assert_eq!(
                (prices.0.to_string(), prices.1.to_string()),
                (net.to_owned(), gross.to_owned()),
                "{prezzo}"
            );
        }
    }

    #[test]
    fn zero_rate_needs_a_natura_and_only_then() {
        let codes = |aliquota_iva: &str, natura: &str| {
            let draft = ProdottoDraft {
                descrizione: "x".to_owned(),
                aliquota_iva: aliquota_iva.to_owned(),
                natura: natura.to_owned(),
                ..ProdottoDraft::default()
            };
            let problems = parse(&draft, jiff::civil::date(2026, 11, 24)).1;
            problems
                .into_iter()
                .map(|problem| problem.code)
                .collect::<Vec<_>>()
        };
        assert!(codes("", "").is_empty() && codes("10%", "").is_empty() && codes("", "N4").is_empty());
        assert_eq!(codes("0", ""), ["natura_missing"]);
        assert_eq!(codes("22", "N4"), ["natura_with_rate"]);
        assert_eq!(codes("21", ""), ["rate_unusual"]);
        assert_eq!(codes("0", "N3"), ["natura_expired"]);
    }
}
