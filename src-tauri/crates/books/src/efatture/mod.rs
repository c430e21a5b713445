//! efatture: outgoing XML: file names, bytes, saving to a folder.

mod view;

pub use view::*;

/// What the area tells the program about itself.
pub static AREA: crate::areas::Area = crate::areas::Area {
    file: db::Area {
        name: "efatture",
        migrations: &[],
        unlogged: &[],
        index: None,
    },
    export: &[],
};
