//! The structures of signatures and certificates, as far as they are looked at. What a signature is over, and names
//! and numbers that are compared, are kept as their bytes.

use rasn::prelude::*;
use rasn_pkix::{AlgorithmIdentifier, Extension, SubjectPublicKeyInfo, Validity};

#[derive(AsnType, Decode)]
pub(super) struct ContentInfo {
    pub(super) content_type: ObjectIdentifier,
    #[rasn(tag(explicit(0)))]
    pub(super) content: Any,
}

#[derive(AsnType, Decode)]
pub(super) struct SignedData {
    _version: Integer,
    _digest_algorithms: SetOf<AlgorithmIdentifier>,
    pub(super) encapsulated: EncapsulatedContentInfo,
    #[rasn(tag(0))]
    pub(super) certificates: Option<SetOf<Any>>,
    #[rasn(tag(1))]
    _crls: Option<SetOf<Any>>,
    pub(super) signer_infos: SetOf<SignerInfo>,
}

#[derive(AsnType, Decode)]
pub(super) struct EncapsulatedContentInfo {
    pub(super) content_type: ObjectIdentifier,
    #[rasn(tag(explicit(0)))]
    pub(super) content: Option<OctetString>,
}

#[derive(AsnType, Decode, Clone, PartialEq, Eq, Hash)]
pub(super) struct SignerInfo {
    pub(super) version: Integer,
    pub(super) signer: SignerIdentifier,
    pub(super) digest_algorithm: AlgorithmIdentifier,
    /// Without its own tag; the signature is over the same octets tagged as a set.
    #[rasn(tag(0))]
    pub(super) signed_attributes: Option<Any>,
    pub(super) signature_algorithm: AlgorithmIdentifier,
    pub(super) signature: OctetString,
    #[rasn(tag(1))]
    pub(super) unsigned_attributes: Option<Any>,
}

#[derive(AsnType, Decode, Clone, PartialEq, Eq, Hash)]
#[rasn(choice)]
pub(super) enum SignerIdentifier {
    IssuerAndSerialNumber(IssuerAndSerialNumber),
    #[rasn(tag(0))]
    SubjectKeyIdentifier(OctetString),
}

#[derive(AsnType, Decode, Clone, PartialEq, Eq, Hash)]
pub(super) struct IssuerAndSerialNumber {
    pub(super) issuer: Any,
    pub(super) serial_number: Any,
}

#[derive(AsnType, Decode, Clone, PartialEq, Eq, Hash)]
pub(super) struct Attribute {
    pub(super) kind: ObjectIdentifier,
    pub(super) values: SetOf<Any>,
}

/// `SigningCertificate` and `SigningCertificateV2` (RFC 5035).
#[derive(AsnType, Decode)]
pub(super) struct SigningCertificate {
    pub(super) certificates: SequenceOf<Any>,
    _policies: Option<Any>,
}

/// `ESSCertIDv2`; without an algorithm it is SHA-256.
#[derive(AsnType, Decode)]
pub(super) struct CertificateIdV2 {
    pub(super) algorithm: Option<AlgorithmIdentifier>,
    pub(super) digest: OctetString,
    _issuer: Option<Any>,
}

/// `ESSCertID`, always SHA-1.
#[derive(AsnType, Decode)]
pub(super) struct CertificateId {
    pub(super) digest: OctetString,
    _issuer: Option<Any>,
}

/// `Certificate` of RFC 5280 with the signed part as its bytes, since the signature is over them as they are.
#[derive(AsnType, Decode)]
pub(super) struct Certificate {
    pub(super) tbs: Any,
    pub(super) algorithm: AlgorithmIdentifier,
    pub(super) signature: BitString,
}

/// `TBSCertificate`. Names and numbers as their bytes: that is how they are compared.
#[derive(AsnType, Decode, Debug, Clone)]
pub(super) struct Tbs {
    #[rasn(tag(explicit(0)))]
    _version: Option<Integer>,
    pub(super) serial_number: Any,
    _signature: AlgorithmIdentifier,
    pub(super) issuer: Any,
    pub(super) validity: Validity,
    pub(super) subject: Any,
    pub(super) public_key: SubjectPublicKeyInfo,
    #[rasn(tag(1))]
    _issuer_id: Option<BitString>,
    #[rasn(tag(2))]
    _subject_id: Option<BitString>,
    #[rasn(tag(explicit(3)))]
    pub(super) extensions: Option<SequenceOf<Extension>>,
}

/// `RSASSA-PSS-params` (RFC 8017, A.2.3); the mask is made with the same digest by every signer there is.
#[derive(AsnType, Decode)]
pub(super) struct PssParams {
    #[rasn(tag(explicit(0)))]
    pub(super) hash: Option<AlgorithmIdentifier>,
    #[rasn(tag(explicit(1)))]
    _mask: Option<AlgorithmIdentifier>,
    #[rasn(tag(explicit(2)))]
    pub(super) salt: Option<Integer>,
    #[rasn(tag(explicit(3)))]
    _trailer: Option<Integer>,
}

/// `RSAPublicKey` (RFC 8017, A.1.1).
#[derive(AsnType, Decode)]
pub(super) struct RsaPublicKey {
    pub(super) modulus: Any,
    _exponent: Integer,
}
