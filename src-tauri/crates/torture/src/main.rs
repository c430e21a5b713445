//! Fault injection for the books, never shipped.
fn main() {}
