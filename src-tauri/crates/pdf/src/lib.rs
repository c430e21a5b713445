//! A page model and its bytes.
#![forbid(unsafe_code)]
