//! Linux without a graphics card: WebKit draws by itself instead of through an OpenGL made of software.

use std::{env, fs};

use tauri::WebviewWindow;
use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};

/// What WebKit reads at its start; whoever sets it decides, and `0` keeps OpenGL.
const SWITCH: &str = "WEBKIT_DISABLE_COMPOSITING_MODE";

/// Where there is no graphics card, has the window drawn without one. Decisions 0061 and 0062 have the figures.
pub(crate) fn draw_without_gpu(window: &WebviewWindow) -> tauri::Result<()> {
    if env::var_os(SWITCH).is_some() || has_gpu() {
        return Ok(());
    }
    window.with_webview(|webview| {
        if let Some(settings) = WebViewExt::settings(&webview.inner()) {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })
}

fn has_gpu() -> bool {
    let Ok(cards) = fs::read_dir("/dev/dri") else {
        return false;
    };
    cards
        .flatten()
        .any(|card| card.file_name().to_string_lossy().starts_with("renderD"))
}
