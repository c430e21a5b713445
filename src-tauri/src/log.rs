//! The log: one file a day in the program's own folder, two weeks of them, without names, amounts or secrets.

use std::path::Path;

use tracing_appender::{non_blocking::WorkerGuard, rolling};
use tracing_subscriber::{EnvFilter, fmt};

/// Starts logging into `folder`; writing goes on until the guard is dropped. None when the folder cannot be written,
/// which must not keep anybody from their books.
pub(crate) fn start(folder: &Path) -> Option<WorkerGuard> {
    let file = rolling::Builder::new()
        .rotation(rolling::Rotation::DAILY)
        .filename_prefix("fatturein1click")
        .filename_suffix("log")
        .max_log_files(14)
        .build(folder)
        .ok()?;
    let (writer, guard) = tracing_appender::non_blocking(file);
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_unset| EnvFilter::new("info"));
    fmt()
        .with_env_filter(filter)
        .with_writer(writer)
        .with_ansi(false)
        .try_init()
        .ok()?;
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        tracing::error!(place = %panic.location().map(ToString::to_string).unwrap_or_default(), "panic");
        usual(panic);
    }));
    Some(guard)
}
