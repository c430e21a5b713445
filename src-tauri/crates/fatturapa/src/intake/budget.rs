//! What an opened file used up of its limits.

use super::{IntakeError, Limits};

/// Counts over all the containers of one opened file.
#[derive(Debug, Default)]
pub(super) struct Budget {
    unpacked: u64,
    may_unpack: u64,
    members: u64,
    /// Bytes of the containers that are open, one inside the other.
    held: u64,
}

impl Budget {
    /// For a file of so many bytes.
    pub(super) fn new(limits: &Limits, bytes: u64) -> Self {
        Self {
            may_unpack: limits
                .total_bytes
                .saturating_add(bytes.saturating_mul(limits.total_ratio)),
            ..Self::default()
        }
    }

    /// Counts bytes that come out of a packed member.
    pub(super) fn unpack(&mut self, bytes: u64) -> Result<(), IntakeError> {
        self.unpacked = self.unpacked.saturating_add(bytes);
        if self.unpacked > self.may_unpack {
            return Err(IntakeError::TotalTooLarge {
                limit: self.may_unpack,
            });
        }
        Ok(())
    }

    /// Counts the members of a container before they are opened.
    pub(super) fn enter(&mut self, members: u64, limits: &Limits) -> Result<(), IntakeError> {
        self.members = self.members.saturating_add(members);
        if self.members > limits.members {
            return Err(IntakeError::TooManyMembers {
                limit: limits.members,
            });
        }
        Ok(())
    }

    /// Bytes that one more container may have.
    pub(super) const fn room(&self, limits: &Limits) -> u64 {
        limits.container_bytes.saturating_sub(self.held)
    }

    /// Keeps a container open; the answer is what to release.
    pub(super) fn hold(&mut self, bytes: &[u8]) -> u64 {
        let bytes = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.held = self.held.saturating_add(bytes);
        bytes
    }

    pub(super) const fn release(&mut self, held: u64) {
        self.held = self.held.saturating_sub(held);
    }
}
