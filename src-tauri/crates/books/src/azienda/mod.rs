//! azienda: the company, professional or person that the archive belongs to, and its numbering series.

mod view;

pub use view::*;
