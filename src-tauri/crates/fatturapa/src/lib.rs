#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

pub mod check;
mod clean;
mod code;
mod facet;
mod fault;
mod field;
mod file_name;
mod finding;
pub mod intake;
pub mod messages;
pub mod model;
mod read;
pub mod schema;
pub mod sdi;
mod shape;
#[cfg(test)]
mod tests;
mod write;
pub mod xml;

pub use clean::{Change, ChangeKind, clean, clean_semplificata, clean_text};
pub use code::{Code, CodeList};
pub use facet::Charset;
pub use fault::{Fault, FaultKind, WriteError};
pub use file_name::{BadFileName, Extension, FileName};
pub use finding::{Finding, Severity};
pub use model::{Fattura, FatturaElettronica, FatturaElettronicaSemplificata};
pub use read::{NotFattura, Read, ReadFault, ReadFaultKind, read};
pub use write::{FatturaRef, write, write_unchecked};
