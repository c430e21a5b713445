//! What WebKit on Linux is told: to draw by itself where there is no graphics card, and to keep nothing for later.

use std::{env, fs};

use tauri::WebviewWindow;
use webkit2gtk::{CacheModel, HardwareAccelerationPolicy, SettingsExt, WebContextExt, WebViewExt};

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

/// Has WebKit keep no picture and no file once it is no longer shown: a browser keeps them for the way back, but here each
/// preview is drawn anew and every address is used once.
pub(crate) fn keep_nothing(window: &WebviewWindow) -> tauri::Result<()> {
    window.with_webview(|webview| {
        if let Some(context) = WebViewExt::context(&webview.inner()) {
            context.set_cache_model(CacheModel::DocumentViewer);
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
