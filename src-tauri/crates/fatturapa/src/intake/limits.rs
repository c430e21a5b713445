//! How much of a file is opened.

use super::{MetadataFiles, TrustList};

/// Bounds on what is opened. The defaults are those of the safety page; they leave room for anything that SDI
/// accepts (5 MB a file, 30 MB a message).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Greatest size of one document, in bytes: 10 MB.
    pub file_bytes: u64,
    /// Greatest size of a container inside another container, in bytes: 48 MB. A zip that lies on the disk may be
    /// of any size.
    pub container_bytes: u64,
    /// Bytes that may be unpacked from one opened file, whatever its size: 64 MB. A file may unpack further up to
    /// `total_ratio` times its own size.
    pub total_bytes: u64,
    /// How many times its own size an opened file may unpack to, beyond `total_bytes`: 40.
    pub total_ratio: u64,
    /// How many times its packed size one member may have, when it is over 1 MB: 200.
    pub member_ratio: u64,
    /// Greatest number of members of one opened file, in all its containers together: 250,000.
    pub members: u64,
    /// How deep containers, signatures and encodings may lie inside each other: 8.
    pub depth: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 10 << 20,
            container_bytes: 48 << 20,
            total_bytes: 64 << 20,
            total_ratio: 40,
            member_ratio: 200,
            members: 250_000,
            depth: 8,
        }
    }
}

/// How files are opened.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// How much is opened.
    pub limits: Limits,
    /// Certificates that vouch for signers; without them no chain is checked.
    pub trust: Option<TrustList>,
    /// Metadata files that came with the files that are opened.
    pub metadata: MetadataFiles,
}
