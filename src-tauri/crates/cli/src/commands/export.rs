//! Everything in open formats.

use std::path::Path;

use books::{Error, allegati};

use super::read_from;
use crate::{clock, output::Output};

/// Writes tables, XML, PDF and attachments into a new folder with a manifest.
pub(super) fn export(archive: &Path, dir: &Path, output: &Output) -> Result<bool, Error> {
    let manifest = books::export(
        &read_from(archive)?,
        &allegati::folder_of(archive),
        dir,
        &clock::now(),
    )?;
    output.answer(&manifest, |manifest| {
        format!("{} file in {}", manifest.files.len(), dir.display())
    })?;
    Ok(true)
}
