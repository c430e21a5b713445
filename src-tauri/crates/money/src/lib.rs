//! Amounts, prices, quantities, rates, and the one rounding.
#![forbid(unsafe_code)]
