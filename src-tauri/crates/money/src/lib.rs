//! Amounts, prices, quantities and rates that cannot be wrong, and the one rounding of the program.
//!
//! Everything is an integer: [`Cents`] (1e-2 euro), [`Price8`] and [`Quantity8`] (1e-8), [`Rate`]
//! (basis points). [`rust_decimal::Decimal`] appears only inside a computation; [`round`] is the only way back.
//! Across a window or a JSON file each type is a canonical decimal string (`"1234.56"`), never a number.
//!
//! ```
//! use money::{Cents, Price8, Quantity8, round};
//! let price: Price8 = "0.12345678".parse()?;
//! let quantity: Quantity8 = "1234.5".parse()?;
//! let line = price.decimal().checked_mul(quantity.decimal()).ok_or(money::TooLarge)?;
//! assert_eq!(round::cents(line)?, "152.41".parse::<Cents>()?);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![forbid(unsafe_code)]

pub mod parse;
pub mod round;
mod share;
mod unit;

pub use parse::{BadNumber, typed};
pub use rust_decimal::Decimal;
pub use share::share;
pub use unit::{Cents, Price8, Quantity8, Rate};

/// A result that does not fit the integer that holds it; the original stays with the caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("amount too large")]
pub struct TooLarge;
