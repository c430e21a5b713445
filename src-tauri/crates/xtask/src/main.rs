//! `cargo xtask run | test | bench | screenshots | dist`.
fn main() {}
