//! Linux without a graphics card: WebKit draws by itself instead of through an OpenGL made of software.

use std::{env, fs, os::unix::process::CommandExt, process::Command};

/// What WebKit reads at its start; whoever sets it decides, `0` keeps OpenGL.
const SWITCH: &str = "WEBKIT_DISABLE_COMPOSITING_MODE";

/// Where there is no graphics card, starts the program anew in this very process with the switch set: a variable cannot
/// be set safely in a running one. Decision 0061 has the figures.
pub(crate) fn draw_without_gpu() {
    if env::var_os(SWITCH).is_some() || has_gpu() {
        return;
    }
    if let Ok(program) = env::current_exe() {
        // comes back only when it failed; then the window is slower, and works
        let _failed = Command::new(program)
            .args(env::args_os().skip(1))
            .env(SWITCH, "1")
            .exec();
    }
}

fn has_gpu() -> bool {
    let Ok(cards) = fs::read_dir("/dev/dri") else {
        return false;
    };
    cards
        .flatten()
        .any(|card| card.file_name().to_string_lossy().starts_with("renderD"))
}
