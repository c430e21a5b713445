//! scadenze: what is due from customers, and what was cashed of it.
//!
//! The instalments stand frozen in documenti; here are the cashings alone, and where an instalment stands follows from
//! both. A cashing never goes beyond what is due. A credit note is an instalment with a negative amount: it is settled
//! by taking from the invoices it comes from, and what is left of it is money given back.

mod incassa;
pub mod incassi;
mod list;
mod pagamenti;
mod store;
mod table;
mod verify;
mod view;

pub(crate) use incassa::settle_in;
pub use incassa::{incassa, riapri, salda, togli};
pub use list::{ids, list, of_documento, somme};
pub use pagamenti::PAGAMENTI;
pub(crate) use store::residuo_of;
pub use table::{COLUMNS, INCASSI_COLUMNS};
pub use verify::verify;
pub use view::*;

/// What the area tells the program about itself.
pub static AREA: crate::areas::Area = crate::areas::Area {
    file: db::Area {
        name: "scadenze",
        migrations: &[db::Migration {
            version: 5,
            sql: include_str!("migrations/0005.sql"),
        }],
        unlogged: &[],
        index: &[("scadenze_incassi", incassi::search_text)],
    },
    export: &["scadenze_incassi"],
};
