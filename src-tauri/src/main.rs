//! `fatturein1click`: opens the window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
#![forbid(unsafe_code)]

fn main() -> tauri::Result<()> {
    shell::run()
}
