//! riepiloghi: the business at a glance. Nothing is kept here: every figure is added up from the rows of the areas above,
//! and says which rows these are, so that a page can lead to them.

mod orologi;
mod panoramica;
mod scala;
mod sospesi;
mod store;
mod view;

pub use orologi::orologi;
pub use panoramica::panoramica;
pub use sospesi::sospesi;
pub use view::*;

/// What the area tells the program about itself.
pub static AREA: crate::areas::Area = crate::areas::Area {
    file: db::Area {
        name: "riepiloghi",
        migrations: &[],
        unlogged: &[],
        index: &[],
    },
    export: &[],
};
