//! CMS signatures (RFC 5652, `.p7m`): the content, and what each signer says.
//!
//! Read by rasn in BER, which is what Italian signing programs write. Signed attributes and certificates are kept as
//! their bytes, because the signatures are over the bytes and not over what was understood of them.

use jiff::Timestamp;
use rasn::types::{Any, ObjectIdentifier, OctetString, SetOf};

use super::{
    Alteration, Chain, Form, IntakeError, Obstacle, Signature, State, TrustList,
    asn1::{
        Attribute, CertificateId, CertificateIdV2, ContentInfo, SignedData, SignerIdentifier, SignerInfo,
        SigningCertificate,
    },
    certificate::{self, Certificate},
    crypto::{Hash, Scheme},
    salvage::salvage,
};

const SIGNED_DATA: &[u32] = &[1, 2, 840, 113_549, 1, 7, 2];
const ENVELOPED_DATA: [&[u32]; 3] = [
    &[1, 2, 840, 113_549, 1, 7, 3],
    &[1, 2, 840, 113_549, 1, 7, 6],
    &[1, 2, 840, 113_549, 1, 9, 16, 1, 23],
];
const TIME_STAMPED_DATA: &[u32] = &[1, 2, 840, 113_549, 1, 9, 16, 1, 31];
const CONTENT_TYPE: &[u32] = &[1, 2, 840, 113_549, 1, 9, 3];
const MESSAGE_DIGEST: &[u32] = &[1, 2, 840, 113_549, 1, 9, 4];
const SIGNING_TIME: &[u32] = &[1, 2, 840, 113_549, 1, 9, 5];
const SIGNING_CERTIFICATE: &[u32] = &[1, 2, 840, 113_549, 1, 9, 16, 2, 12];
const SIGNING_CERTIFICATE_V2: &[u32] = &[1, 2, 840, 113_549, 1, 9, 16, 2, 47];

/// More signers or certificates than anybody uses; a hostile file has thousands.
const MOST_SIGNERS: usize = 32;
const MOST_CERTIFICATES: usize = 64;

/// The document inside of a CMS signature, and its signatures.
#[derive(Debug)]
pub(super) struct Opened {
    pub(super) content: Vec<u8>,
    pub(super) signatures: Vec<Signature>,
}

/// Opens a CMS signature. A damaged one gives its document all the same when that is whole.
pub(super) fn open(bytes: &[u8], trust: Option<&TrustList>) -> Result<Opened, IntakeError> {
    let info = rasn::ber::decode::<ContentInfo>(bytes).ok();
    if let Some(info) = &info {
        let kind: &[u32] = &info.content_type;
        if ENVELOPED_DATA.contains(&kind) {
            return Err(IntakeError::Encrypted);
        }
        if kind == TIME_STAMPED_DATA {
            return Err(IntakeError::Timestamped);
        }
        if kind != SIGNED_DATA {
            return Err(IntakeError::Unsupported(format!(
                "CMS {}",
                dotted(&info.content_type)
            )));
        }
    }
    match info.and_then(|info| rasn::ber::decode::<SignedData>(info.content.as_bytes()).ok()) {
        Some(mut signed) => {
            let content = signed.encapsulated.content.take().ok_or(IntakeError::Detached)?;
            let signatures = signatures(&signed, &content, trust);
            Ok(Opened {
                content: content.to_vec(),
                signatures,
            })
        }
        None => Ok(Opened {
            content: salvage(bytes)?,
            signatures: vec![Signature::unread(Form::Cades, Obstacle::Form)],
        }),
    }
}

/// The signatures of a document that stands elsewhere, such as a part of a mail. What is signed has lines that end
/// with both characters, however the mail was kept.
pub(super) fn detached(bytes: &[u8], content: &[u8], trust: Option<&TrustList>) -> Vec<Signature> {
    let info = rasn::ber::decode::<ContentInfo>(bytes).ok();
    let Some(signed) = info.and_then(|info| rasn::ber::decode::<SignedData>(info.content.as_bytes()).ok())
    else {
        return vec![Signature::unread(Form::Cades, Obstacle::Form)];
    };
    let as_is = signatures(&signed, content, trust);
    let has_bare_ends = memchr::memchr_iter(b'\n', content)
        .any(|at| at == 0 || content.get(at.saturating_sub(1)) != Some(&b'\r'));
    if has_bare_ends
        && as_is
            .iter()
            .any(|one| one.state == State::Altered(Alteration::Content))
    {
        return signatures(&signed, &with_line_ends(content), trust);
    }
    as_is
}

fn with_line_ends(text: &[u8]) -> Vec<u8> {
    let mut whole = Vec::with_capacity(text.len());
    for line in text.split_inclusive(|byte| *byte == b'\n') {
        match line.strip_suffix(b"\n") {
            Some(bare) => {
                whole.extend(bare.strip_suffix(b"\r").unwrap_or(bare));
                whole.extend(b"\r\n");
            }
            None => whole.extend(line),
        }
    }
    whole
}

fn signatures(signed: &SignedData, content: &[u8], trust: Option<&TrustList>) -> Vec<Signature> {
    let signers = signed.signer_infos.to_vec();
    if signers.is_empty() {
        return vec![Signature::unread(Form::Cades, Obstacle::NoSigner)];
    }
    let certificates: Vec<Certificate> = signed
        .certificates
        .iter()
        .flat_map(SetOf::iter)
        .take(MOST_CERTIFICATES)
        .filter_map(|any| Certificate::read(any.as_bytes()))
        .collect();
    let message = Message {
        kind: &signed.encapsulated.content_type,
        content,
    };
    let signers = signers.into_iter().take(MOST_SIGNERS);
    signers
        .map(|signer| signature(signer, &message, &certificates, trust))
        .collect()
}

/// What was signed.
struct Message<'a> {
    kind: &'a ObjectIdentifier,
    content: &'a [u8],
}

fn signature(
    signer: &SignerInfo,
    message: &Message<'_>,
    certificates: &[Certificate],
    trust: Option<&TrustList>,
) -> Signature {
    let digest = Hash::from_oid(&signer.digest_algorithm.algorithm);
    let scheme = Scheme::from_identifier(&signer.signature_algorithm, digest);
    let certificate = certificate_of(&signer.signer, certificates);
    let attributes = signer
        .signed_attributes
        .as_ref()
        .and_then(|raw| Attributes::read(raw.as_bytes()));
    let signed_at = attributes.as_ref().and_then(Attributes::signing_time);
    Signature {
        form: Form::Cades,
        state: state(signer, message, digest, scheme, certificate, attributes.as_ref()),
        signer: certificate.and_then(Certificate::signer),
        signed_at,
        algorithm: scheme.map_or_else(|_| dotted(&signer.signature_algorithm.algorithm), Scheme::name),
        chain: certificate.map_or_else(
            || {
                if trust.is_some() {
                    Chain::Unknown
                } else {
                    Chain::NotChecked
                }
            },
            |certificate| certificate.chain(certificates, trust, signed_at),
        ),
    }
}

/// The content first: when both it and the signature changed, that is what matters.
fn state(
    signer: &SignerInfo,
    message: &Message<'_>,
    digest: Option<Hash>,
    scheme: Result<Scheme, Obstacle>,
    certificate: Option<&Certificate>,
    attributes: Option<&Attributes>,
) -> State {
    let altered = |what| State::Altered(what);
    let Some(raw) = &signer.signed_attributes else {
        return verified(
            scheme,
            certificate,
            &[message.content],
            &signer.signature,
            Alteration::Content,
        );
    };
    let (Some(attributes), Some(digest)) = (attributes, digest) else {
        let is_form = attributes.is_none();
        return State::NotVerifiable(if is_form {
            Obstacle::Form
        } else {
            Obstacle::Algorithm
        });
    };
    let Some(expected) = attributes.octets(MESSAGE_DIGEST) else {
        return State::NotVerifiable(Obstacle::Form);
    };
    if digest.of(message.content).as_ref() != &*expected {
        return altered(Alteration::Content);
    }
    if attributes
        .content_type()
        .is_some_and(|kind| kind != *message.kind)
    {
        return altered(Alteration::Signature);
    }
    if certificate.is_some_and(|certificate| attributes.names_another(certificate)) {
        return altered(Alteration::Signature);
    }
    // as they came and, since some programs sign what others would have written, in canonical order
    let as_came = set(raw.as_bytes());
    let sorted = attributes.sorted();
    verified(
        scheme,
        certificate,
        &[&as_came, &sorted],
        &signer.signature,
        Alteration::Signature,
    )
}

/// Intact when the signature is over one of the messages.
fn verified(
    scheme: Result<Scheme, Obstacle>,
    certificate: Option<&Certificate>,
    messages: &[&[u8]],
    signature: &[u8],
    otherwise: Alteration,
) -> State {
    let Some(certificate) = certificate else {
        return State::NotVerifiable(Obstacle::NoCertificate);
    };
    for message in messages {
        match scheme.and_then(|scheme| scheme.verify(&certificate.tbs.public_key, message, signature)) {
            Ok(true) => return State::Intact,
            Ok(false) => {}
            Err(obstacle) => return State::NotVerifiable(obstacle),
        }
    }
    State::Altered(otherwise)
}

/// The certificate that the signer names. Some programs spell the issuer otherwise than the certificate does; the
/// number then decides, when only one certificate has it.
fn certificate_of<'a>(signer: &SignerIdentifier, certificates: &'a [Certificate]) -> Option<&'a Certificate> {
    match signer {
        SignerIdentifier::SubjectKeyIdentifier(key) => {
            certificates.iter().find(|one| one.key_identifier() == Some(key))
        }
        SignerIdentifier::IssuerAndSerialNumber(id) => {
            let of_number = || {
                certificates
                    .iter()
                    .filter(|one| one.tbs.serial_number == id.serial_number)
            };
            let exact = of_number().find(|one| one.tbs.issuer == id.issuer);
            exact.or_else(|| of_number().next().filter(|_| of_number().count() == 1))
        }
    }
}

/// Attributes that were signed with the content, each with its bytes.
struct Attributes(Vec<(Any, Attribute)>);

impl Attributes {
    fn read(raw: &[u8]) -> Option<Self> {
        let attributes: SetOf<Any> = rasn::ber::decode(&set(raw)).ok()?;
        let attributes = attributes.into_vec().into_iter().take(MOST_CERTIFICATES);
        attributes
            .map(|any| {
                rasn::ber::decode(any.as_bytes())
                    .ok()
                    .map(|attribute| (any, attribute))
            })
            .collect::<Option<_>>()
            .map(Self)
    }

    fn value(&self, kind: &[u32]) -> Option<&[u8]> {
        let (_, attribute) = self.0.iter().find(|(_, attribute)| *attribute.kind == *kind)?;
        attribute.values.iter().next().map(Any::as_bytes)
    }

    fn octets(&self, kind: &[u32]) -> Option<OctetString> {
        rasn::ber::decode(self.value(kind)?).ok()
    }

    fn content_type(&self) -> Option<ObjectIdentifier> {
        rasn::ber::decode(self.value(CONTENT_TYPE)?).ok()
    }

    fn signing_time(&self) -> Option<Timestamp> {
        rasn::ber::decode(self.value(SIGNING_TIME)?)
            .ok()
            .and_then(|time| certificate::instant(&time))
    }

    /// Whether the signer bound the signature to a certificate that is not this one.
    fn names_another(&self, certificate: &Certificate) -> bool {
        let first = |kind| {
            let value: SigningCertificate = rasn::ber::decode(self.value(kind)?).ok()?;
            value.certificates.into_iter().next()
        };
        if let Some(id) = first(SIGNING_CERTIFICATE_V2) {
            let Ok(id) = rasn::ber::decode::<CertificateIdV2>(id.as_bytes()) else {
                return false;
            };
            let hash = id
                .algorithm
                .map_or(Some(Hash::Sha256), |one| Hash::from_oid(&one.algorithm));
            return hash.is_some_and(|hash| hash.of(&certificate.der).as_ref() != &*id.digest);
        }
        first(SIGNING_CERTIFICATE)
            .and_then(|id| rasn::ber::decode::<CertificateId>(id.as_bytes()).ok())
            .is_some_and(|id| Hash::Sha1.of(&certificate.der).as_ref() != &*id.digest)
    }

    /// In the order of DER.
    fn sorted(&self) -> Vec<u8> {
        let mut each: Vec<&[u8]> = self.0.iter().map(|(any, _)| any.as_bytes()).collect();
        each.sort_unstable();
        set(&each.concat())
    }
}

/// Octets as the contents of a set, with the length in its shortest form.
fn set(contents: &[u8]) -> Vec<u8> {
    let length = contents.len().to_be_bytes();
    let leading = length.iter().take_while(|byte| **byte == 0).count();
    let digits = length.get(leading..).unwrap_or_default();
    let mut whole = vec![0x31];
    match digits {
        [] => whole.push(0),
        [short @ 0..=0x7f] => whole.push(*short),
        _ => {
            whole.push(u8::try_from(digits.len()).unwrap_or(u8::MAX) | 0x80);
            whole.extend(digits);
        }
    }
    whole.extend(contents);
    whole
}

fn dotted(oid: &ObjectIdentifier) -> String {
    oid.iter().map(u32::to_string).collect::<Vec<_>>().join(".")
}
