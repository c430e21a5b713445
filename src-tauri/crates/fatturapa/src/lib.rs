//! The Italian e-invoice: the ordinary FatturaPA 1.2.3 (FPR12, FPA12) written from a model, and what is read back of
//! our own files.
//!
//! The model has the names of the schema. Each block is one table (`model/`): field, element, facet, in the order of
//! the schema; writing and cleaning both follow it. [`clean`] first makes texts writable and tells what it changed,
//! then [`write()`] gives the bytes or every place that cannot be written, with its path.
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
pub mod model;
mod read;
pub mod schema;
pub mod sdi;
mod shape;
#[cfg(test)]
mod tests;
mod totals;
mod write;
pub mod xml;

pub use clean::{Change, ChangeKind, clean, clean_semplificata, clean_text};
pub use code::{Code, CodeList};
pub use facet::Charset;
pub use fault::{Fault, FaultKind, WriteError};
pub use file_name::{BadFileName, FileName};
pub use finding::{Finding, Severity};
pub use model::{Fattura, FatturaElettronica, FatturaElettronicaSemplificata};
pub use read::{NotFattura, Read, ReadFault, ReadFaultKind, read};
pub use totals::{NotOurs, Riepilogo, XmlTotals, totals};
pub use write::{FatturaRef, write, write_unchecked};
