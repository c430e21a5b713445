//! prodotti: products and services.

mod view;

pub use view::*;
