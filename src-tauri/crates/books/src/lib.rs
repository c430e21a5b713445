//! The books: every area of the program over one archive. Every folder is an area, every file is plumbing.
//!
//! An area is used through its verbs (`documenti::issue`, `anagrafiche::save`). Verbs that write take the open
//! [`Books`] and the [`db::When`] of the caller; verbs that read take any [`db::Sql`]. Nobody here reads the clock.
#![forbid(unsafe_code)]

pub mod allegati;
pub mod anagrafiche;
pub mod areas;
pub mod azienda;
mod bin;
mod books;
mod codici;
pub mod conversioni;
mod copies;
pub mod dates;
mod demo;
mod demo_clienti;
mod demo_documenti;
mod demo_incassi;
mod demo_posta;
mod demo_prodotti;
mod demo_righe;
mod demo_words;
mod dice;
pub mod documenti;
pub mod efatture;
pub mod elenco;
mod eml;
#[cfg(test)]
mod empty;
mod error;
mod export;
pub mod field;
mod given;
mod history;
mod import_columns;
mod import_list;
pub mod list;
mod marks;
mod merge;
mod parallel;
pub mod periods;
mod problem;
pub mod prodotti;
mod progress;
pub mod riepiloghi;
pub mod scadenze;
mod search;
mod sentence;
mod series;
mod sheet;
mod spreadsheet;
mod store;
mod table;
mod verify;

pub use bin::{CestinoRow, bin, unbin};
pub use books::{Books, Setup};
pub use codici::codici;
pub use copies::{ContoCopia, Copia, CopieReport, ProvaCopia, Ripristino, backup_to, restore};
pub use demo::{Demo, demo, demo_archive};
pub use error::Error;
pub use export::{FileEntry, Manifest, export};
pub use given::{Origin, each_of, given, opening};
pub use history::{Cambio, StoriaRow, history, restore_state};
pub use import_list::{
    Doppioni, Esito, Illeggibili, ImportConti, ImportOptions, ImportReport, ImportRow, esito_words,
    import_csv, reason,
};
pub use marks::{Marks, write_durably};
pub use merge::merge_soggetti;
pub use parallel::{Batch, in_parallel};
pub use problem::{Problem, Severity, refuses};
pub use progress::Progress;
pub use search::{SearchHit, search};
pub use sentence::sentence;
pub use series::delete_sezionale;
pub use sheet::{Sheet, SheetRow};
pub use table::{Cell, Column, Table};
pub use verify::{PdfCheck, VerifyReport, verify, verify_with};
