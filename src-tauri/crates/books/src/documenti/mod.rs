//! documenti: the active cycle: from a draft to a numbered, frozen document.

mod draft;
pub mod regole;
mod view;

pub use draft::*;
pub use view::*;

/// What the area tells the program about itself.
pub static AREA: crate::areas::Area = crate::areas::Area {
    file: db::Area {
        name: "documenti",
        migrations: &[],
        unlogged: &[],
        index: None,
    },
    export: &[],
};
