//! Digests and signatures, verified by ring. What ring does not know is an obstacle, never an alteration.

use rasn::types::{Any, Integer, ObjectIdentifier};
use rasn_pkix::{AlgorithmIdentifier, SubjectPublicKeyInfo};
use ring::{digest, signature as ring_signature};

use super::{
    Obstacle,
    asn1::{PssParams, RsaPublicKey},
};

/// A digest. MD5 says nothing any more and is not among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hash {
    Sha1,
    Sha256,
    Sha384,
    Sha512,
}

/// How a signature is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scheme {
    RsaPkcs1(Hash),
    RsaPss(Hash),
    /// With the two numbers in a DER sequence, as in CMS and certificates.
    EcdsaDer(Hash),
    /// With the two numbers side by side, as in XML.
    EcdsaFixed(Hash),
}

const RSA: &[u32] = &[1, 2, 840, 113_549, 1, 1, 1];
const RSA_PSS: &[u32] = &[1, 2, 840, 113_549, 1, 1, 10];
const EC: &[u32] = &[1, 2, 840, 10_045, 2, 1];

const HASHES: [(&[u32], Hash); 4] = [
    (&[1, 3, 14, 3, 2, 26], Hash::Sha1),
    (&[2, 16, 840, 1, 101, 3, 4, 2, 1], Hash::Sha256),
    (&[2, 16, 840, 1, 101, 3, 4, 2, 2], Hash::Sha384),
    (&[2, 16, 840, 1, 101, 3, 4, 2, 3], Hash::Sha512),
];

const SCHEMES: [(&[u32], Scheme); 8] = [
    (&[1, 2, 840, 113_549, 1, 1, 5], Scheme::RsaPkcs1(Hash::Sha1)),
    (&[1, 2, 840, 113_549, 1, 1, 11], Scheme::RsaPkcs1(Hash::Sha256)),
    (&[1, 2, 840, 113_549, 1, 1, 12], Scheme::RsaPkcs1(Hash::Sha384)),
    (&[1, 2, 840, 113_549, 1, 1, 13], Scheme::RsaPkcs1(Hash::Sha512)),
    (&[1, 2, 840, 10_045, 4, 1], Scheme::EcdsaDer(Hash::Sha1)),
    (&[1, 2, 840, 10_045, 4, 3, 2], Scheme::EcdsaDer(Hash::Sha256)),
    (&[1, 2, 840, 10_045, 4, 3, 3], Scheme::EcdsaDer(Hash::Sha384)),
    (&[1, 2, 840, 10_045, 4, 3, 4], Scheme::EcdsaDer(Hash::Sha512)),
];

impl Hash {
    pub(super) fn from_oid(oid: &ObjectIdentifier) -> Option<Self> {
        HASHES
            .iter()
            .find(|(arcs, _)| **arcs == **oid)
            .map(|(_, hash)| *hash)
    }

    pub(super) fn of(self, bytes: &[u8]) -> digest::Digest {
        digest::digest(self.algorithm(), bytes)
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Sha1 => "SHA-1",
            Self::Sha256 => "SHA-256",
            Self::Sha384 => "SHA-384",
            Self::Sha512 => "SHA-512",
        }
    }

    const fn algorithm(self) -> &'static digest::Algorithm {
        match self {
            Self::Sha1 => &digest::SHA1_FOR_LEGACY_USE_ONLY,
            Self::Sha256 => &digest::SHA256,
            Self::Sha384 => &digest::SHA384,
            Self::Sha512 => &digest::SHA512,
        }
    }
}

impl Scheme {
    /// The scheme of a signature algorithm. Many signers name only the kind of key; the digest is then that of the
    /// content.
    pub(super) fn from_identifier(
        identifier: &AlgorithmIdentifier,
        digest: Option<Hash>,
    ) -> Result<Self, Obstacle> {
        let oid: &[u32] = &identifier.algorithm;
        if let Some((_, scheme)) = SCHEMES.iter().find(|(arcs, _)| *arcs == oid) {
            return Ok(*scheme);
        }
        match (oid, digest) {
            (RSA, Some(hash)) => Ok(Self::RsaPkcs1(hash)),
            (EC, Some(hash)) => Ok(Self::EcdsaDer(hash)),
            (RSA_PSS, _) => pss(identifier.parameters.as_ref()),
            _ => Err(Obstacle::Algorithm),
        }
    }

    /// The name to show: `RSA SHA-256`.
    pub(super) fn name(self) -> String {
        match self {
            Self::RsaPkcs1(hash) => format!("RSA {}", hash.name()),
            Self::RsaPss(hash) => format!("RSA-PSS {}", hash.name()),
            Self::EcdsaDer(hash) | Self::EcdsaFixed(hash) => format!("ECDSA {}", hash.name()),
        }
    }

    /// Whether `signature` over `message` was made with the private half of `key`.
    pub(super) fn verify(
        self,
        key: &SubjectPublicKeyInfo,
        message: &[u8],
        signature: &[u8],
    ) -> Result<bool, Obstacle> {
        let algorithm = self.algorithm(key)?;
        let public = key.subject_public_key.as_raw_slice();
        Ok(ring_signature::UnparsedPublicKey::new(algorithm, public)
            .verify(message, signature)
            .is_ok())
    }

    fn algorithm(
        self,
        key: &SubjectPublicKeyInfo,
    ) -> Result<&'static dyn ring_signature::VerificationAlgorithm, Obstacle> {
        use ring_signature as ring;
        let oid: &[u32] = &key.algorithm.algorithm;
        let is_rsa = oid == RSA || oid == RSA_PSS;
        let bits = if is_rsa { modulus_bits(key)? } else { 0 };
        let curve = if oid == EC { Curve::of(key) } else { None };
        Ok(match (self, curve) {
            (Self::RsaPkcs1(Hash::Sha1), _) if bits >= 1024 => {
                &ring::RSA_PKCS1_1024_8192_SHA1_FOR_LEGACY_USE_ONLY
            }
            (Self::RsaPkcs1(Hash::Sha256), _) if bits >= 1024 => {
                &ring::RSA_PKCS1_1024_8192_SHA256_FOR_LEGACY_USE_ONLY
            }
            (Self::RsaPkcs1(Hash::Sha512), _) if bits >= 1024 => {
                &ring::RSA_PKCS1_1024_8192_SHA512_FOR_LEGACY_USE_ONLY
            }
            (Self::RsaPkcs1(Hash::Sha384), _) if bits >= 2048 => &ring::RSA_PKCS1_2048_8192_SHA384,
            (Self::RsaPss(Hash::Sha256), _) if bits >= 2048 => &ring::RSA_PSS_2048_8192_SHA256,
            (Self::RsaPss(Hash::Sha384), _) if bits >= 2048 => &ring::RSA_PSS_2048_8192_SHA384,
            (Self::RsaPss(Hash::Sha512), _) if bits >= 2048 => &ring::RSA_PSS_2048_8192_SHA512,
            (Self::EcdsaDer(Hash::Sha256), Some(Curve::P256)) => &ring::ECDSA_P256_SHA256_ASN1,
            (Self::EcdsaDer(Hash::Sha384), Some(Curve::P256)) => &ring::ECDSA_P256_SHA384_ASN1,
            (Self::EcdsaDer(Hash::Sha256), Some(Curve::P384)) => &ring::ECDSA_P384_SHA256_ASN1,
            (Self::EcdsaDer(Hash::Sha384), Some(Curve::P384)) => &ring::ECDSA_P384_SHA384_ASN1,
            (Self::EcdsaFixed(Hash::Sha256), Some(Curve::P256)) => &ring::ECDSA_P256_SHA256_FIXED,
            (Self::EcdsaFixed(Hash::Sha384), Some(Curve::P384)) => &ring::ECDSA_P384_SHA384_FIXED,
            _ => return Err(Obstacle::Algorithm),
        })
    }
}

#[derive(Debug, Clone, Copy)]
enum Curve {
    P256,
    P384,
}

impl Curve {
    fn of(key: &SubjectPublicKeyInfo) -> Option<Self> {
        let curve: ObjectIdentifier =
            rasn::ber::decode(key.algorithm.parameters.as_ref()?.as_bytes()).ok()?;
        match &**curve {
            [1, 2, 840, 10_045, 3, 1, 7] => Some(Self::P256),
            [1, 3, 132, 0, 34] => Some(Self::P384),
            _ => None,
        }
    }
}

/// The salt has to be as long as the digest, which is what signers use and ring verifies.
fn pss(parameters: Option<&Any>) -> Result<Scheme, Obstacle> {
    let parameters = parameters.and_then(|any| rasn::ber::decode::<PssParams>(any.as_bytes()).ok());
    let parameters = parameters.ok_or(Obstacle::Algorithm)?;
    let hash = parameters
        .hash
        .as_ref()
        .and_then(|identifier| Hash::from_oid(&identifier.algorithm));
    let (hash, length) = match hash {
        Some(hash @ Hash::Sha256) => (hash, 32),
        Some(hash @ Hash::Sha384) => (hash, 48),
        Some(hash @ Hash::Sha512) => (hash, 64),
        Some(Hash::Sha1) | None => return Err(Obstacle::Algorithm),
    };
    if parameters.salt == Some(Integer::from(length)) {
        Ok(Scheme::RsaPss(hash))
    } else {
        Err(Obstacle::Algorithm)
    }
}

fn modulus_bits(key: &SubjectPublicKeyInfo) -> Result<usize, Obstacle> {
    let key: RsaPublicKey =
        rasn::ber::decode(key.subject_public_key.as_raw_slice()).map_err(|_bad| Obstacle::Algorithm)?;
    let modulus = super::certificate::contents(key.modulus.as_bytes());
    let leading = modulus.iter().take_while(|byte| **byte == 0).count();
    Ok(modulus.len().saturating_sub(leading).saturating_mul(8))
}
