//! efatture: outgoing XML: file names, bytes, saving to a folder.

mod view;

pub use view::*;
