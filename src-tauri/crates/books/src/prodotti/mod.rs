//! prodotti: products and services.
//!
//! A product proposes the values of a document line; a line keeps its own copy, so that changing a product changes no
//! document. Deleting puts into the bin.

mod import;
mod parse;
mod save;
mod store;
mod table;
mod view;

pub use import::{import, import_preview};
pub use parse::{both_prices, prezzi};
pub(crate) use save::binned;
pub use save::{bin, categorie, get, ids, list, preview, save, save_in, somme, unbin};
pub use table::COLUMNS;
pub use view::*;

/// What the area tells the program about itself.
pub static AREA: crate::areas::Area = crate::areas::Area {
    file: db::Area {
        name: "prodotti",
        migrations: &[db::Migration {
            version: 1,
            sql: include_str!("migrations/0001.sql"),
        }],
        unlogged: &[],
        index: &[("prodotti", store::search_text)],
    },
    export: &["prodotti"],
};
