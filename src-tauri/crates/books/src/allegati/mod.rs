//! allegati: attached files: small ones in the archive, larger ones beside it.

mod view;

pub use view::*;
