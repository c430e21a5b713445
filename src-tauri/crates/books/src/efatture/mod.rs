//! efatture: outgoing XML: file names, bytes, saving to a folder, where each file stands and what SDI said of it. Nothing here sends: saving is not sending.

mod folder;
mod keep;
mod messaggi;
mod states;
mod store;
mod view;

pub use folder::save_to_folder;
pub use keep::{all, bytes, keep, next_progressive, of_documento, sha256, used_progressive};
pub use messaggi::{messaggi, receive};
pub use states::{mark, set_state, state_of, states};
pub(crate) use states::{saved_in, state_in};
pub use view::*;

/// What the area tells the program about itself.
pub static AREA: crate::areas::Area = crate::areas::Area {
    file: db::Area {
        name: "efatture",
        migrations: &[
            db::Migration {
                version: 1,
                sql: include_str!("migrations/0001.sql"),
            },
            db::Migration {
                version: 2,
                sql: include_str!("migrations/0002.sql"),
            },
            db::Migration {
                version: 4,
                sql: include_str!("migrations/0004.sql"),
            },
            db::Migration {
                version: 6,
                sql: include_str!("migrations/0006.sql"),
            },
        ],
        unlogged: &[],
        index: &[],
    },
    export: &[
        "efatture_file",
        "efatture_salvataggi",
        "efatture_stati",
        "efatture_messaggi",
    ],
};
