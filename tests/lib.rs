//! The tests of the house: one crate, one binary (`main.rs`).
