//! The books: every area of the program over one archive. Every folder is an area, every file is plumbing.
//!
//! An area is used through its verbs (`documenti::issue`, `anagrafiche::save`), each taking the open [`Books`] and
//! the [`db::When`] of the caller: nobody here reads the clock.
#![forbid(unsafe_code)]

pub mod allegati;
pub mod anagrafiche;
pub mod azienda;
pub mod documenti;
pub mod efatture;
pub mod list;
mod problem;
pub mod prodotti;

pub use problem::{Problem, Severity, refuses};
