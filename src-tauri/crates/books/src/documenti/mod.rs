//! documenti: the active cycle: from a draft to a numbered, frozen document.

mod view;

pub use view::*;
