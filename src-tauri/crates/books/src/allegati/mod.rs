//! allegati: attached files: small ones in the archive, larger ones beside it.

mod view;

pub use view::*;

/// What the area tells the program about itself.
pub static AREA: crate::areas::Area = crate::areas::Area {
    file: db::Area {
        name: "allegati",
        migrations: &[],
        unlogged: &[],
        index: None,
    },
    export: &[],
};
