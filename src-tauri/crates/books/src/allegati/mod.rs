//! allegati: attached files: small ones in the archive, larger ones beside it, each known by its SHA-256.
//!
//! A file is never changed: another one takes its place. Its bytes are compared with their digest at every reading.

mod files;
mod store;
mod view;

pub use files::{all, bin, bin_in, bytes, folder_of, get, put, put_in, sweep, verify};
pub use view::*;

/// What the area tells the program about itself.
pub static AREA: crate::areas::Area = crate::areas::Area {
    file: db::Area {
        name: "allegati",
        migrations: &[db::Migration {
            version: 1,
            sql: include_str!("migrations/0001.sql"),
        }],
        unlogged: &[],
        index: &[],
    },
    export: &["allegati"],
};
