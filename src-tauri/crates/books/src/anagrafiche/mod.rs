//! anagrafiche: customers, suppliers and contacts: one subject, three faces.

mod view;

pub use view::*;
