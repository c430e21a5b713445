//! The books: every area of the program.
#![forbid(unsafe_code)]
