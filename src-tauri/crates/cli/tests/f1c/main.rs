//! `f1c` as its users run it: real processes, real files.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "tests may stop at the first surprise and say what they skip"
)]

mod check;
mod desk;
#[cfg(target_os = "linux")]
mod hostile;
mod issue;
mod pdf;
mod receipts;
mod restore;
mod worked;
