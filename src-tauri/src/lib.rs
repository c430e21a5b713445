//! The shell: start, window, commands. Only this crate and `f1c` know the clock, the screen and the wire.
#![forbid(unsafe_code)]

pub mod bindings;
mod clock;
mod commands;
pub mod failure;
mod log;
mod opener;
#[cfg(target_os = "linux")]
mod plain;
pub mod settings;
mod state;

use state::App;
use tauri::Manager;

/// Opens the window and runs until it is closed.
///
/// # Errors
/// The window system or the program's own folder cannot be used.
pub fn run() -> tauri::Result<()> {
    tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _args, _folder| {
            if let Some(window) = app.get_webview_window("main") {
                let _ = window.unminimize().and_then(|()| window.set_focus());
            }
        }))
        .plugin(tauri_plugin_window_state::Builder::new().build())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .on_window_event(commands::on_window_event)
        .invoke_handler(commands::handler())
        .setup(|app| {
            #[cfg(target_os = "linux")]
            if let Some(window) = app.get_webview_window("main") {
                plain::draw_without_gpu(&window)?;
                plain::keep_nothing(&window)?;
            }
            let data = app.path().app_local_data_dir()?;
            std::fs::create_dir_all(data.join("log"))?;
            app.manage(log::start(&data.join("log")));
            // letters that the mail program has long read
            let _ = std::fs::remove_dir_all(data.join(commands::LETTERS));
            app.manage(App::new(app.handle().clone(), data));
            app.state::<App>().show_size();
            commands::open_argument(app.handle());
            copy_every_half_hour(app.handle().clone());
            Ok(())
        })
        .build(context())?
        .run(|app, event| {
            if matches!(event, tauri::RunEvent::Exit) {
                app.state::<App>().backup_if_changed();
            }
        });
    Ok(())
}

/// Work of more than half an hour is copied while it goes on; the rest is copied when the window closes.
fn copy_every_half_hour(app: tauri::AppHandle) {
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(std::time::Duration::from_secs(30 * 60));
            app.state::<App>().backup_if_changed();
        }
    });
}

#[expect(
    clippy::disallowed_types,
    reason = "Tauri's own macro builds a HashMap of plugin settings"
)]
fn context() -> tauri::Context {
    tauri::generate_context!()
}
