//! azienda: the company, professional or person that the archive belongs to, and its numbering series.
//!
//! There is one. Its form can always be saved; what is missing for issuing is said there and refused at issue, where
//! [`Azienda::parse`] makes the type that a document freezes.

mod aspetto;
mod logo;
mod parse;
mod save;
mod sezionali;
mod store;
mod view;

pub use logo::save_logo;
pub use parse::{Albo, Azienda, Rea};
pub use save::{get, preview, save, stored};
pub(crate) use sezionali::delete_sezionale_in;
pub use sezionali::{
    elsewhere, last_elsewhere, numeri_altrove, save_numero_altrove, save_sezionale, sezionali,
};
pub use view::*;

/// What the area tells the program about itself.
pub static AREA: crate::areas::Area = crate::areas::Area {
    file: db::Area {
        name: "azienda",
        migrations: &[db::Migration {
            version: 1,
            sql: include_str!("migrations/0001.sql"),
        }],
        unlogged: &[],
        index: &[],
    },
    export: &["azienda", "azienda_sezionali", "azienda_numeri_altrove"],
};
