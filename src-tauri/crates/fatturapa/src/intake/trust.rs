//! Certificates that are trusted to vouch for others, such as those of the list that AGID publishes.

use std::slice;

use super::{base64, certificate::Certificate};

/// Trusted certificates. Whoever gives the list answers for it; revocation is not looked up.
#[derive(Debug, Clone, Default)]
pub struct TrustList(Vec<Certificate>);

/// The file has no certificate, or one that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not certificates in PEM or DER")]
pub struct BadTrustList;

impl TrustList {
    /// Reads certificates: one in DER, or any number in PEM.
    ///
    /// # Errors
    /// [`BadTrustList`] when there is none, or one cannot be read.
    pub fn read(bytes: &[u8]) -> Result<Self, BadTrustList> {
        if let Some(one) = Certificate::read(bytes) {
            return Ok(Self(vec![one]));
        }
        let mut certificates = Vec::new();
        let mut rest = bytes;
        while let Some(at) = memchr::memmem::find(rest, b"-----BEGIN ") {
            rest = rest.get(at..).unwrap_or_default();
            let der = base64::decode(base64::body(rest)).ok_or(BadTrustList)?;
            certificates.push(Certificate::read(&der).ok_or(BadTrustList)?);
            let end = memchr::memmem::find(rest, b"-----END").ok_or(BadTrustList)?;
            rest = rest.get(end..).unwrap_or_default();
        }
        if certificates.is_empty() {
            return Err(BadTrustList);
        }
        Ok(Self(certificates))
    }

    pub(super) fn certificates(&self) -> slice::Iter<'_, Certificate> {
        self.0.iter()
    }
}
