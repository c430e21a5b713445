//! anagrafiche: customers, suppliers and contacts: one subject, three faces.
//!
//! A subject can be kept with little more than a name; what an invoice needs is said as a doubt while one types and
//! refused at issue, where [`Soggetto::parse`] makes the type that a document freezes. Deleting puts into the bin.

mod import;
mod list;
mod merge;
mod parse;
mod save;
mod soggetto;
mod store;
mod table;
mod view;

pub use import::{import, import_preview};
pub(crate) use list::named;
pub use list::{ids, list, somme};
pub(crate) use merge::merge_in;
pub use save::{bin, get, preview, save, save_in, stored, unbin};
pub(crate) use save::{binned, ensure};
pub use soggetto::{Indirizzo, Nome, Soggetto};
pub use table::COLUMNS;
pub use view::*;

/// What the area tells the program about itself.
pub static AREA: crate::areas::Area = crate::areas::Area {
    file: db::Area {
        name: "anagrafiche",
        migrations: &[db::Migration {
            version: 1,
            sql: include_str!("migrations/0001.sql"),
        }],
        unlogged: &[],
        index: &[("anagrafiche_soggetti", store::search_text)],
    },
    export: &["anagrafiche_soggetti"],
};
