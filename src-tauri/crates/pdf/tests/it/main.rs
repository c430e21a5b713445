//! The crate from outside: documents in, bytes out, read back by Poppler where it is installed.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

mod bytes;
mod look;
mod poppler;
mod preview;
mod samples;
