//! A certificate: who it names, its key, who vouches for it.

use jiff::Timestamp;
use rasn::types::{Any, SequenceOf, SetOf};
use rasn_pkix::{AlgorithmIdentifier, AttributeTypeAndValue, BasicConstraints, Time};

use super::{
    Chain, Signer, TrustList,
    asn1::{self, Tbs},
    crypto::Scheme,
};

/// How many certificates may stand between a signer and one that is trusted.
const LONGEST_CHAIN: usize = 6;

const COMMON_NAME: &[u32] = &[2, 5, 4, 3];
const SURNAME: &[u32] = &[2, 5, 4, 4];
const SERIAL_NUMBER: &[u32] = &[2, 5, 4, 5];
const ORGANIZATION: &[u32] = &[2, 5, 4, 10];
const GIVEN_NAME: &[u32] = &[2, 5, 4, 42];
const SUBJECT_KEY_IDENTIFIER: &[u32] = &[2, 5, 29, 14];
const BASIC_CONSTRAINTS: &[u32] = &[2, 5, 29, 19];

/// A certificate that was read.
#[derive(Debug, Clone)]
pub(super) struct Certificate {
    /// As it came.
    pub(super) der: Vec<u8>,
    pub(super) tbs: Tbs,
    tbs_der: Vec<u8>,
    algorithm: AlgorithmIdentifier,
    signature: Vec<u8>,
}

impl Certificate {
    pub(super) fn read(der: &[u8]) -> Option<Self> {
        let outer: asn1::Certificate = rasn::ber::decode(der).ok()?;
        Some(Self {
            der: der.to_vec(),
            tbs: rasn::ber::decode(outer.tbs.as_bytes()).ok()?,
            tbs_der: outer.tbs.into_bytes(),
            algorithm: outer.algorithm,
            signature: outer.signature.as_raw_slice().to_vec(),
        })
    }

    pub(super) fn signer(&self) -> Option<Signer> {
        let subject = &self.tbs.subject;
        let person = [text(subject, GIVEN_NAME), text(subject, SURNAME)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ");
        let organizzazione = text(subject, ORGANIZATION);
        let nome = text(subject, COMMON_NAME)
            .or_else(|| Some(person).filter(|person| !person.is_empty()))
            .or_else(|| organizzazione.clone())
            .unwrap_or_default();
        let issuer = [
            text(&self.tbs.issuer, COMMON_NAME),
            text(&self.tbs.issuer, ORGANIZATION),
        ];
        Some(Signer {
            nome,
            codice_fiscale: text(subject, SERIAL_NUMBER).and_then(|serial| codice_fiscale(&serial)),
            organizzazione,
            issuer: issuer.into_iter().flatten().collect::<Vec<_>>().join(", "),
            serial: contents(self.tbs.serial_number.as_bytes())
                .iter()
                .map(|byte| format!("{byte:02X}"))
                .collect(),
            valid_from: instant(&self.tbs.validity.not_before)?,
            valid_to: instant(&self.tbs.validity.not_after)?,
        })
    }

    fn is_signed_by(&self, issuer: &Self) -> bool {
        let scheme = Scheme::from_identifier(&self.algorithm, None);
        scheme
            .and_then(|scheme| scheme.verify(&issuer.tbs.public_key, &self.tbs_der, &self.signature))
            .unwrap_or(false)
    }

    fn may_issue(&self) -> bool {
        self.extension(BASIC_CONSTRAINTS)
            .and_then(|value| rasn::ber::decode::<BasicConstraints>(value).ok())
            .is_some_and(|constraints| constraints.ca)
    }

    /// The contents of `SubjectKeyIdentifier`.
    pub(super) fn key_identifier(&self) -> Option<&[u8]> {
        self.extension(SUBJECT_KEY_IDENTIFIER).map(contents)
    }

    fn extension(&self, oid: &[u32]) -> Option<&[u8]> {
        let mut extensions = self.tbs.extensions.iter().flatten();
        extensions
            .find(|extension| *extension.extn_id == *oid)
            .map(|extension| &*extension.extn_value)
    }

    fn is_valid(&self, at: Timestamp) -> bool {
        let from = instant(&self.tbs.validity.not_before);
        let to = instant(&self.tbs.validity.not_after);
        from.is_some_and(|from| from <= at) && to.is_some_and(|to| at <= to)
    }

    /// Follows the issuers, through the certificates that came along, to one of the list.
    pub(super) fn chain(&self, others: &[Self], trust: Option<&TrustList>, at: Option<Timestamp>) -> Chain {
        let Some(trust) = trust else {
            return Chain::NotChecked;
        };
        let mut current = self;
        let mut is_valid = true;
        for _ in 0..LONGEST_CHAIN {
            is_valid &= at.is_some_and(|at| current.is_valid(at));
            let is_trusted = trust.certificates().any(|trusted| {
                trusted.der == current.der
                    || (trusted.tbs.subject == current.tbs.issuer && current.is_signed_by(trusted))
            });
            if is_trusted {
                return if is_valid {
                    Chain::Trusted
                } else {
                    Chain::NotValidThen
                };
            }
            let issuer = others.iter().find(|other| {
                other.tbs.subject == current.tbs.issuer && other.may_issue() && current.is_signed_by(other)
            });
            match issuer {
                Some(issuer) if issuer.der != current.der => current = issuer,
                _ => return Chain::Unknown,
            }
        }
        Chain::Unknown
    }
}

/// `TINIT-RSSMRA80A01F205X` (ETSI EN 319 412-1), `IT:RSSMRA80A01F205X` (older), or the bare code.
fn codice_fiscale(serial: &str) -> Option<String> {
    let serial = serial.trim();
    let code = serial
        .strip_prefix("TINIT-")
        .or_else(|| serial.strip_prefix("IT:"))
        .unwrap_or(serial);
    let is_code = matches!(code.len(), 11 | 16) && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_code.then(|| code.to_ascii_uppercase())
}

/// The first value of an attribute, from whatever kind of string.
fn text(name: &Any, attribute: &[u32]) -> Option<String> {
    let sets: SequenceOf<SetOf<AttributeTypeAndValue>> = rasn::ber::decode(name.as_bytes()).ok()?;
    let value = sets
        .iter()
        .flat_map(SetOf::to_vec)
        .find(|one| *one.r#type == *attribute)?;
    let bytes = value.value.as_bytes();
    let contents = contents(bytes);
    let text = match bytes.first()? {
        // BMPString
        0x1e => {
            let units = contents
                .as_chunks::<2>()
                .0
                .iter()
                .map(|two| u16::from_be_bytes(*two));
            char::decode_utf16(units)
                .map(|char| char.unwrap_or('\u{fffd}'))
                .collect()
        }
        // TeletexString, in practice Latin-1
        0x14 => contents.iter().copied().map(char::from).collect(),
        _ => String::from_utf8_lossy(contents).into_owned(),
    };
    let text: String = text.chars().filter(|char| !char.is_control()).collect();
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The contents of one DER value, without its tag and length.
pub(super) fn contents(value: &[u8]) -> &[u8] {
    let start = match value.get(1) {
        Some(long @ 0x81..=0x84) => usize::from(long & 0x7f).saturating_add(2),
        _ => 2,
    };
    value.get(start..).unwrap_or_default()
}

pub(super) fn instant(time: &Time) -> Option<Timestamp> {
    let seconds = match time {
        Time::Utc(time) => time.timestamp(),
        Time::General(time) => time.timestamp(),
    };
    Timestamp::from_second(seconds).ok()
}
