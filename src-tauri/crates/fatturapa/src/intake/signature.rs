//! What is known of a signature. Facts are kept apart: whether the bytes are those that were signed, who signed, and
//! whether somebody vouches for the signer.

use std::fmt;

use jiff::Timestamp;

/// One signature around a document (CAdES, `.p7m`) or inside of it (XAdES).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// How it is written.
    pub form: Form,
    /// Whether the document is the one that was signed.
    pub state: State,
    /// Who signed, from the certificate; nothing when the certificate did not come with the signature.
    pub signer: Option<Signer>,
    /// When it was signed, as the signer says.
    pub signed_at: Option<Timestamp>,
    /// What it was made with: `RSA SHA-256`.
    pub algorithm: String,
    /// Whether somebody vouches for the certificate.
    pub chain: Chain,
}

/// How a signature is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// CMS around the document: `.p7m`.
    Cades,
    /// XML signature inside the document.
    Xades,
}

/// Whether the document is the one that was signed. The worst is the greatest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// The document and what was signed with it are as the owner of the certificate signed them.
    Intact,
    /// It could not be found out.
    NotVerifiable(Obstacle),
    /// Something changed after it was signed.
    Altered(Alteration),
}

/// What changed after signing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Alteration {
    /// The document.
    Content,
    /// The signature, what was signed with the document, or the certificate.
    Signature,
}

/// Why a signature could not be verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Obstacle {
    /// Its form is damaged, or not one that is read.
    Form,
    /// There is no signer in it.
    NoSigner,
    /// The certificate of the signer did not come with it.
    NoCertificate,
    /// The algorithm is not known here, or too weak to say anything (MD5, RSA under 1024 bits).
    Algorithm,
    /// It covers only a part of the document.
    Coverage,
}

/// Who signed, as the certificate says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// Common name, or what stands in its place.
    pub nome: String,
    /// `CodiceFiscale` of the person, from `serialNumber` (`TINIT-...` or `IT:...`).
    pub codice_fiscale: Option<String>,
    /// Organization, when there is one.
    pub organizzazione: Option<String>,
    /// Who issued the certificate: common name and organization.
    pub issuer: String,
    /// Serial number of the certificate, hexadecimal.
    pub serial: String,
    /// First instant of validity.
    pub valid_from: Timestamp,
    /// Last instant of validity.
    pub valid_to: Timestamp,
}

/// Whether somebody vouches for the certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Chain {
    /// No list of trusted certificates was given.
    NotChecked,
    /// The certificate leads to one of the list, and was valid when it signed.
    Trusted,
    /// The certificate leads to none of the list.
    Unknown,
    /// The certificate leads to one of the list, but was not valid when it signed.
    NotValidThen,
}

impl Signature {
    /// A signature of which nothing is known.
    pub(super) const fn unread(form: Form, obstacle: Obstacle) -> Self {
        Self {
            form,
            state: State::NotVerifiable(obstacle),
            signer: None,
            signed_at: None,
            algorithm: String::new(),
            chain: Chain::NotChecked,
        }
    }

    /// Whether the certificate was outside of its validity at the instant the signer gives, or, without one, at `now`.
    #[must_use]
    pub fn is_out_of_validity(&self, now: Timestamp) -> bool {
        let at = self.signed_at.unwrap_or(now);
        self.signer
            .as_ref()
            .is_some_and(|signer| at < signer.valid_from || at > signer.valid_to)
    }

    /// Whether it rests on SHA-1, which can be forged today.
    #[must_use]
    pub fn is_weak(&self) -> bool {
        self.algorithm.ends_with("SHA-1")
    }
}

impl State {
    /// The key of its sentence in `assets/frasi.tsv`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Intact => "signature_intact",
            Self::NotVerifiable(Obstacle::Form) => "signature_form",
            Self::NotVerifiable(Obstacle::NoSigner) => "signature_no_signer",
            Self::NotVerifiable(Obstacle::NoCertificate) => "signature_no_certificate",
            Self::NotVerifiable(Obstacle::Algorithm) => "signature_algorithm",
            Self::NotVerifiable(Obstacle::Coverage) => "signature_coverage",
            Self::Altered(Alteration::Content) => "signature_content_altered",
            Self::Altered(Alteration::Signature) => "signature_altered",
        }
    }
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
