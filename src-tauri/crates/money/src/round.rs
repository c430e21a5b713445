//! Rounding has one name and one home: half up on the absolute value (art. 21 c.2 lett. l DPR 633/1972,
//! EU 1103/97), so that a credit note mirrors its invoice: -0.005 becomes -0.01.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::{Cents, Price8, TooLarge};

/// `value` with `decimals` decimal places, half up on the absolute value.
#[must_use]
pub fn half_up(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}

/// Rounds to whole cents.
///
/// # Errors
/// [`TooLarge`] when the cents do not fit 63 bits.
pub fn cents(value: Decimal) -> Result<Cents, TooLarge> {
    Cents::from_decimal(half_up(value, 2))
}

/// Rounds to 1e-8, the precision of a unit price (`PrezzoUnitario`).
///
/// # Errors
/// [`TooLarge`] when the result does not fit 63 bits.
pub fn price8(value: Decimal) -> Result<Price8, TooLarge> {
    Price8::from_decimal(half_up(value, 8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_up_works_on_the_absolute_value() {
        for (value, expected) in [
            ("0.005", "0.01"),
            ("-0.005", "-0.01"),
            ("0.0049", "0.00"),
            ("2.675", "2.68"),
            ("37.9434", "37.94"),
        ] {
            assert_eq!(
                cents(value.parse().unwrap()).unwrap().to_string(),
                expected,
                "{value}"
            );
        }
    }

    #[test]
    fn too_large_is_told() {
        assert_eq!(cents(Decimal::MAX), Err(TooLarge));
    }
}
