//! prodotti: products and services.

mod view;

pub use view::*;

/// What the area tells the program about itself.
pub static AREA: crate::areas::Area = crate::areas::Area {
    file: db::Area {
        name: "prodotti",
        migrations: &[],
        unlogged: &[],
        index: None,
    },
    export: &[],
};
