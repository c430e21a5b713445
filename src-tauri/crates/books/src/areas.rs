//! THE LIST. An area may use only areas above it; migrations, search, export and checks are read from here.

use crate::{
    allegati, anagrafiche, azienda, conversioni, documenti, efatture, prodotti, riepiloghi, scadenze,
};

/// What an area tells the program about itself.
#[derive(Debug)]
pub struct Area {
    /// Its tables, migrations and search words.
    pub file: db::Area,
    /// Tables written to the open-format export, in order.
    pub export: &'static [&'static str],
}

/// Every area, in order of dependency.
pub static AREAS: &[&Area] = &[
    &allegati::AREA,
    &azienda::AREA,
    &anagrafiche::AREA,
    &prodotti::AREA,
    &efatture::AREA,
    &documenti::AREA,
    &scadenze::AREA,
    &riepiloghi::AREA,
    &conversioni::AREA,
];

/// The archive file of this program. The mark reads `F1CL`.
pub static SCHEMA: db::Schema = db::Schema {
    application_id: 0x4631_434C,
    areas: &[
        &allegati::AREA.file,
        &azienda::AREA.file,
        &anagrafiche::AREA.file,
        &prodotti::AREA.file,
        &efatture::AREA.file,
        &documenti::AREA.file,
        &scadenze::AREA.file,
        &riepiloghi::AREA.file,
        &conversioni::AREA.file,
    ],
};

/// The table whose rows an area's pages show; none for an unknown area.
#[must_use]
pub fn main_table(area: &str) -> Option<&'static str> {
    AREAS
        .iter()
        .find(|known| known.file.name == area)
        .and_then(|known| known.export.first().copied())
}
