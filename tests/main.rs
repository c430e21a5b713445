//! One binary for every test that drives the house from outside.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "tests may stop at the first surprise"
)]

mod money;
mod tidy;

mod allegati;
mod anagrafiche;
mod azienda;
mod common;
mod conversioni;
mod copies;
mod demo;
mod documenti;
mod efatture;
mod elenco;
mod export;
mod golden;
mod history;
mod prodotti;
mod riepiloghi;
mod scadenze;
mod schema;
mod store;
mod upgrade;
