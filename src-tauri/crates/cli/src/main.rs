//! `f1c`: the engine in a terminal.
#![forbid(unsafe_code)]
fn main() {}
