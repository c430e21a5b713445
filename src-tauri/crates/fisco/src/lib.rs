//! Identifiers of Italian tax law, code lists and dated parameters.
#![forbid(unsafe_code)]
