//! Files and folders shown with the programs that the system has for them. Their paths are made here, never by the page.

use std::path::Path;

use tauri_plugin_opener::OpenerExt;

use crate::{failure::Failure, state::App};

/// Opens a file or a folder; `otherwise` is the failure when the system has nothing to open it with.
pub(crate) fn open(app: &App, path: &Path, otherwise: Failure) -> Result<(), Failure> {
    #[cfg(feature = "e2e")]
    if let Some(list) = std::env::var_os("F1C_E2E_OPENED") {
        return Ok(noted(Path::new(&list), path)?);
    }
    let shown = app
        .handle()
        .opener()
        .open_path(path.display().to_string(), None::<&str>);
    shown.map_err(|error| Failure {
        detail: error.to_string(),
        ..otherwise.arg("file", path.display())
    })
}

/// Instead of opening it, writes down what would be opened.
#[cfg(feature = "e2e")]
fn noted(list: &Path, path: &Path) -> std::io::Result<()> {
    use std::io::Write as _;
    let mut list = std::fs::OpenOptions::new().create(true).append(true).open(list)?;
    writeln!(list, "{}", path.display())
}
