//! The Italian e-invoice: write.
#![forbid(unsafe_code)]
