//! Everything in open formats.

use std::path::Path;

use books::{Error, allegati, areas::SCHEMA};

use crate::{clock, output::Output};

/// Writes tables, XML, PDF and attachments into a new folder with a manifest.
pub(super) fn export(archive: &Path, dir: &Path, output: &Output) -> Result<bool, Error> {
    let manifest = books::export(
        // What a newer program wrote is refused everywhere else; its owner gets everything out of it all the same.
        &db::Reader::open_newer(archive, &SCHEMA)?,
        &allegati::folder_of(archive),
        dir,
        &clock::now(),
    )?;
    output.answer(&manifest, |manifest| {
        format!("{} file in {}", manifest.files.len(), dir.display())
    })?;
    Ok(true)
}
