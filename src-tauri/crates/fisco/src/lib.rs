//! Identifiers of Italian tax law, code lists and dated parameters.
//!
//! Lists and parameters are the TSV files of `assets/`: `build.rs` turns them into types and tables, so that a bad
//! row stops the build and nothing is parsed while the program runs. Nothing here reads a clock: the day is an argument.
//!
//! ```
//! use fisco::{CodiceFiscale, PartitaIva, codici::Natura};
//! let partita_iva: PartitaIva = "IT 01234567897".parse()?;
//! assert_eq!(partita_iva.as_str(), "01234567897");
//! assert!("RSSMRA80A01F205X".parse::<CodiceFiscale>()?.is_persona());
//! assert!("N2.2".parse::<Natura>()?.is_bollo_dovuto());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![forbid(unsafe_code)]

pub mod belfiore;
pub mod codici;
mod data;
pub mod diciture;
#[cfg(test)]
mod glossary;
pub mod id;
pub mod parametri;
pub mod text;

pub use id::{
    BadId, Cap, Cig, CodiceDestinatario, CodiceFiscale, Cup, Iban, Nazione, PartitaIva, Provincia, VatNumber,
    Warning,
};
