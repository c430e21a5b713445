//! The one place where a number of the books becomes a float: a spreadsheet knows nothing else.
#![expect(
    clippy::disallowed_types,
    reason = "the file format of spreadsheets holds numbers as f64"
)]

use money::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Digits that an f64 gives back as they were.
const DIGITS: usize = 15;

/// The number, when a spreadsheet shows all of its digits.
pub(crate) fn number(number: Decimal) -> Option<f64> {
    let digits = number.mantissa().unsigned_abs().to_string().len();
    if digits <= DIGITS { number.to_f64() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_comes_back_whole() {
        for text in ["97.60", "-0.01", "1234567890123.45", "0"] {
            let value = number(text.parse().unwrap()).unwrap();
            assert_eq!(
                value.to_string().parse::<Decimal>().unwrap().normalize(),
                text.parse::<Decimal>().unwrap().normalize()
            );
        }
        assert_eq!(number("92233720368547758.07".parse().unwrap()), None);
    }
}
