//! azienda: the company, professional or person that the archive belongs to, and its numbering series.

mod view;

pub use view::*;

/// What the area tells the program about itself.
pub static AREA: crate::areas::Area = crate::areas::Area {
    file: db::Area {
        name: "azienda",
        migrations: &[],
        unlogged: &[],
        index: None,
    },
    export: &[],
};
