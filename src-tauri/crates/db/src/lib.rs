//! The file: open, migrate, write, undo, back up, restore.
mod id;
pub use id::{Id, NotAnId, When};
