//! The shell: start, window, commands.
#![forbid(unsafe_code)]
