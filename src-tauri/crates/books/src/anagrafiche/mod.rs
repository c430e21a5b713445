//! anagrafiche: customers, suppliers and contacts: one subject, three faces.

mod view;

pub use view::*;

/// What the area tells the program about itself.
pub static AREA: crate::areas::Area = crate::areas::Area {
    file: db::Area {
        name: "anagrafiche",
        migrations: &[],
        unlogged: &[],
        index: None,
    },
    export: &[],
};
