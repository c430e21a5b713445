//! The four integer types. Each prints and parses its canonical decimal form; serde uses the same strings.

use std::{fmt, iter::Sum, str::FromStr};

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{BadNumber, TooLarge, round};

macro_rules! unit {
    ($(#[$doc:meta])* $name:ident, $scale:literal, $shown:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, ts_rs::TS)]
        #[ts(as = "String")]
        pub struct $name(i64);

        impl $name {
            /// Nothing.
            pub const ZERO: Self = Self(0);

            /// From the integer that is stored.
            #[must_use]
            pub const fn new(units: i64) -> Self {
                Self(units)
            }

            /// The integer that is stored.
            #[must_use]
            pub const fn get(self) -> i64 {
                self.0
            }

            /// The exact decimal value.
            #[must_use]
            pub fn decimal(self) -> Decimal {
                Decimal::new(self.0, $scale)
            }

            /// From a decimal that fits the scale exactly.
            ///
            /// # Errors
            /// [`TooLarge`] when it has more decimals than the scale or does not fit 63 bits.
            pub fn from_decimal(value: Decimal) -> Result<Self, TooLarge> {
                let mut scaled = value.normalize();
                if scaled.scale() > $scale {
                    return Err(TooLarge);
                }
                scaled.rescale($scale);
                if scaled.scale() != $scale {
                    return Err(TooLarge);
                }
                i64::try_from(scaled.mantissa()).map(Self).map_err(|_too_wide| TooLarge)
            }

            /// Whether it is exactly zero.
            #[must_use]
            pub const fn is_zero(self) -> bool {
                self.0 == 0
            }

            /// Whether it is below zero.
            #[must_use]
            pub const fn is_negative(self) -> bool {
                self.0 < 0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let shown: fn(Decimal) -> Decimal = $shown;
                write!(f, "{}", shown(self.decimal()))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl FromStr for $name {
            type Err = BadNumber;

            /// Reads the canonical form: optional minus, digits, point, digits.
            fn from_str(text: &str) -> Result<Self, BadNumber> {
                Self::from_decimal(crate::parse::canonical(text)?).map_err(|TooLarge| BadNumber::TooLarge)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

/// Keeps `least` decimals and drops further trailing zeros.
fn at_least(value: Decimal, least: u32) -> Decimal {
    let mut shown = value.normalize();
    if shown.scale() < least {
        shown.rescale(least);
    }
    shown
}

unit!(
    /// An amount of euro in whole cents; shown with two decimals: `1234.50`.
    Cents, 2, |value| value
);
unit!(
    /// A unit price in 1e-8 euro; shown with 2 to 8 decimals: `19.99`, `0.12345678`.
    Price8, 8, |value| at_least(value, 2)
);
unit!(
    /// A quantity in 1e-8 units; shown without trailing zeros: `3`, `2.5`.
    Quantity8, 8, |value| at_least(value, 0)
);
unit!(
    /// A percentage in basis points (1 = 0.01 %); shown with two decimals: `22.00`.
    Rate, 2, |value| value
);

impl Cents {
    /// Sum.
    ///
    /// # Errors
    /// [`TooLarge`] on overflow.
    pub fn plus(self, other: Self) -> Result<Self, TooLarge> {
        self.0.checked_add(other.0).map(Self).ok_or(TooLarge)
    }

    /// Difference.
    ///
    /// # Errors
    /// [`TooLarge`] on overflow.
    pub fn minus(self, other: Self) -> Result<Self, TooLarge> {
        self.0.checked_sub(other.0).map(Self).ok_or(TooLarge)
    }

    /// The opposite amount.
    ///
    /// # Errors
    /// [`TooLarge`] for the one value without an opposite.
    pub fn negated(self) -> Result<Self, TooLarge> {
        self.0.checked_neg().map(Self).ok_or(TooLarge)
    }

    /// Sum of many.
    ///
    /// # Errors
    /// [`TooLarge`] on overflow.
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Result<Self, TooLarge> {
        amounts.into_iter().try_fold(Self::ZERO, Self::plus)
    }

    /// `rate` percent of the amount, rounded once to the cent.
    ///
    /// # Errors
    /// [`TooLarge`] on overflow.
    pub fn percent(self, rate: Rate) -> Result<Self, TooLarge> {
        round::cents(self.decimal().checked_mul(rate.fraction()).ok_or(TooLarge)?)
    }
}

impl Rate {
    /// The rate as a fraction: 22.00 % is 0.22.
    #[must_use]
    pub fn fraction(self) -> Decimal {
        Decimal::new(self.get(), 4)
    }
}

impl Sum<Cents> for Result<Cents, TooLarge> {
    fn sum<I: Iterator<Item = Cents>>(amounts: I) -> Self {
        Cents::sum(amounts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_type_prints_its_canonical_form() {
        assert_eq!(Cents::new(-123_450).to_string(), "-1234.50");
        assert_eq!("0.12345678".parse::<Price8>().unwrap().to_string(), "0.12345678");
        assert_eq!("19.9".parse::<Price8>().unwrap().to_string(), "19.90");
        assert_eq!("2.50".parse::<Quantity8>().unwrap().to_string(), "2.5");
        assert_eq!("300".parse::<Quantity8>().unwrap().to_string(), "300");
        assert_eq!(Rate::new(2200).to_string(), "22.00");
    }

    #[test]
    fn a_value_that_does_not_fit_is_an_error() {
        assert_eq!("0.001".parse::<Cents>(), Err(BadNumber::TooLarge));
        assert_eq!("99999999999999999999".parse::<Cents>(), Err(BadNumber::TooLarge));
        assert!("1,5".parse::<Cents>().is_err());
        assert!("".parse::<Cents>().is_err());
        assert_eq!(Cents::new(i64::MAX).plus(Cents::new(1)), Err(TooLarge));
    }

    #[test]
    fn json_is_a_string() {
        assert_eq!(serde_json::to_string(&Cents::new(9_760)).unwrap(), "\"97.60\"");
        assert_eq!(
            serde_json::from_str::<Cents>("\"97.60\"").unwrap(),
            Cents::new(9_760)
        );
        assert!(serde_json::from_str::<Cents>("97.6").is_err());
    }

    #[test]
    fn a_percentage_is_rounded_once() {
        assert_eq!(Cents::new(17_247).percent(Rate::new(2200)), Ok(Cents::new(3_794)));
    }
}
