//! XML signatures inside of a document (XMLDSig core 1.1, XAdES), as invoices and the messages of SDI carry them.
//!
//! Canonical form comes from bergshamra. What may be signed is kept narrow: the whole document without its signatures,
//! and parts of the signature itself by their id. Any other transform, and a signature that leaves a part of the
//! document out, is said to be not verifiable. The document was bounded and freed of DTDs by our own parser before.

mod elements;

use bergshamra_c14n::{C14nMode, canonicalize_doc};
use bergshamra_xml::{Document, NodeId, NodeSet, uppsala};
use jiff::Timestamp;

use super::{
    Alteration, Chain, Form, Obstacle, Signature, State, TrustList, base64,
    certificate::Certificate,
    crypto::{Hash, Scheme},
};
use crate::xml;
use elements::{DSIG, FILTER2, XADES};

const ENVELOPED: &str = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
const XPATH: &str = "http://www.w3.org/TR/1999/REC-xpath-19991116";

const DIGESTS: [(&str, Hash); 4] = [
    ("http://www.w3.org/2000/09/xmldsig#sha1", Hash::Sha1),
    ("http://www.w3.org/2001/04/xmlenc#sha256", Hash::Sha256),
    ("http://www.w3.org/2001/04/xmldsig-more#sha384", Hash::Sha384),
    ("http://www.w3.org/2001/04/xmlenc#sha512", Hash::Sha512),
];

const METHODS: [(&str, Scheme); 9] = [
    (
        "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
        Scheme::RsaPkcs1(Hash::Sha1),
    ),
    (
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
        Scheme::RsaPkcs1(Hash::Sha256),
    ),
    (
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384",
        Scheme::RsaPkcs1(Hash::Sha384),
    ),
    (
        "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
        Scheme::RsaPkcs1(Hash::Sha512),
    ),
    (
        "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
        Scheme::RsaPss(Hash::Sha256),
    ),
    (
        "http://www.w3.org/2007/05/xmldsig-more#sha384-rsa-MGF1",
        Scheme::RsaPss(Hash::Sha384),
    ),
    (
        "http://www.w3.org/2007/05/xmldsig-more#sha512-rsa-MGF1",
        Scheme::RsaPss(Hash::Sha512),
    ),
    (
        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
        Scheme::EcdsaFixed(Hash::Sha256),
    ),
    (
        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384",
        Scheme::EcdsaFixed(Hash::Sha384),
    ),
];

/// More signatures, parts or certificates than anybody uses.
const MOST: usize = 8;
/// Tags of a document that is looked at: twice those of the largest invoice that SDI accepts.
const MOST_TAGS: usize = 500_000;
/// Bytes that may be gone through for all the parts of all the signatures of a document.
const MOST_BYTES: usize = 48 << 20;

/// Whether there may be a signature in a document, without reading it. UTF-16 is always read.
pub(super) fn may_be_signed(bytes: &[u8]) -> bool {
    let is_wide = matches!(bytes, [0xff | 0xfe, ..] | [0, ..] | [_, 0, ..]);
    is_wide || memchr::memmem::find(bytes, b"SignatureValue").is_some()
}

/// The signatures of a document; none when it cannot be read, which whoever reads it will say.
pub(super) fn signatures(bytes: &[u8], trust: Option<&TrustList>) -> Vec<Signature> {
    if memchr::memchr_iter(b'<', bytes).count() > MOST_TAGS {
        return vec![Signature::unread(Form::Xades, Obstacle::Form)];
    }
    let Ok(document) = xml::Document::parse(bytes, &xml::Limits::default()) else {
        return Vec::new();
    };
    let Ok(dom) = uppsala::parse(document.source()) else {
        return Vec::new();
    };
    let all = dom.get_elements_by_tag_name_ns(DSIG, "Signature");
    if all.len() > MOST {
        return vec![Signature::unread(Form::Xades, Obstacle::Form)];
    }
    // those inside of another sign that signature and not the document
    let outer = all
        .iter()
        .filter(|one| !dom.ancestors(**one).iter().any(|above| all.contains(above)));
    let outer: Vec<NodeId> = outer.copied().collect();
    let mut signed = Signed {
        dom: &dom,
        all: &all,
        left: MOST_BYTES,
        length: document.source().len(),
    };
    outer
        .into_iter()
        .map(|one| signed.signature(one, trust))
        .collect()
}

/// A document with signatures.
struct Signed<'a> {
    dom: &'a Document<'a>,
    all: &'a [NodeId],
    /// What is left of [`MOST_BYTES`].
    left: usize,
    length: usize,
}

/// What one reference says of the document.
struct Part {
    is_whole: bool,
    is_same: bool,
}

impl Signed<'_> {
    fn signature(&mut self, element: NodeId, trust: Option<&TrustList>) -> Signature {
        let certificates = self.certificates(element);
        let properties = self.properties(element);
        let named = properties.and_then(|properties| self.named(properties, &certificates));
        let certificate = match named {
            Some(named) => named,
            None => certificates.first(),
        };
        let method = self
            .below(element, &["SignedInfo", "SignatureMethod"])
            .map(|method| self.algorithm(method).to_owned())
            .unwrap_or_default();
        let scheme = METHODS
            .iter()
            .find(|(uri, _)| *uri == method)
            .map(|(_, scheme)| *scheme);
        let signed_at = properties
            .and_then(|properties| self.first(properties, XADES, "SigningTime"))
            .and_then(|time| self.text(time).trim().parse::<Timestamp>().ok());
        let state = self.state(
            element,
            scheme,
            certificate,
            named.is_some_and(|named| named.is_none()),
        );
        Signature {
            form: Form::Xades,
            state: state.unwrap_or_else(State::NotVerifiable),
            signer: certificate.and_then(Certificate::signer),
            signed_at,
            algorithm: scheme.map_or(method, Scheme::name),
            chain: match (certificate, trust) {
                (None, None) => Chain::NotChecked,
                (None, Some(_)) => Chain::Unknown,
                (Some(certificate), _) => certificate.chain(&certificates, trust, signed_at),
            },
        }
    }

    /// The document first: when both it and the signature changed, that is what matters.
    fn state(
        &mut self,
        element: NodeId,
        scheme: Option<Scheme>,
        certificate: Option<&Certificate>,
        is_of_another: bool,
    ) -> Result<State, Obstacle> {
        let info = self.below(element, &["SignedInfo"]).ok_or(Obstacle::Form)?;
        let references = self.dom.child_elements_by_name_ns(info, DSIG, "Reference");
        if references.is_empty() || references.len() > MOST {
            return Err(Obstacle::Form);
        }
        let parts = references
            .into_iter()
            .map(|one| self.part(one, element))
            .collect::<Result<Vec<_>, _>>()?;
        if parts.iter().any(|part| part.is_whole && !part.is_same) {
            return Ok(State::Altered(Alteration::Content));
        }
        if is_of_another || parts.iter().any(|part| !part.is_same) {
            return Ok(State::Altered(Alteration::Signature));
        }
        let certificate = certificate.ok_or(Obstacle::NoCertificate)?;
        let method = self
            .below(info, &["CanonicalizationMethod"])
            .ok_or(Obstacle::Form)?;
        let mode = C14nMode::from_uri(self.algorithm(method)).ok_or(Obstacle::Algorithm)?;
        self.spend()?;
        let set = NodeSet::tree_without_comments(info, self.dom);
        let message = self.canonical(&set, mode, &self.prefixes(method))?;
        let value = self.below(element, &["SignatureValue"]).ok_or(Obstacle::Form)?;
        let value = base64::decode(self.text(value).as_bytes()).ok_or(Obstacle::Form)?;
        let scheme = scheme.ok_or(Obstacle::Algorithm)?;
        if !scheme.verify(&certificate.tbs.public_key, &message, &value)? {
            return Ok(State::Altered(Alteration::Signature));
        }
        if parts.iter().any(|part| part.is_whole) {
            Ok(State::Intact)
        } else {
            Err(Obstacle::Coverage)
        }
    }

    /// Follows one `Reference` and compares its digest.
    fn part(&mut self, reference: NodeId, signature: NodeId) -> Result<Part, Obstacle> {
        self.spend()?;
        let uri = self.dom.get_attribute(reference, "URI").ok_or(Obstacle::Form)?;
        let (mut set, is_whole) = if uri.is_empty() {
            (NodeSet::all_without_comments(self.dom), true)
        } else {
            let target = self.of_id(uri.strip_prefix('#').ok_or(Obstacle::Coverage)?)?;
            (
                NodeSet::tree_without_comments(target, self.dom),
                self.dom.document_element() == Some(target),
            )
        };
        let mut mode = C14nMode::Inclusive;
        let mut prefixes = Vec::new();
        let transforms = self.below(reference, &["Transforms"]);
        let transforms = transforms.map(|all| self.dom.child_elements_by_name_ns(all, DSIG, "Transform"));
        for transform in transforms.into_iter().flatten() {
            match self.algorithm(transform) {
                ENVELOPED => self.leave_out(&mut set, &[signature]),
                FILTER2 | XPATH if self.leaves_out_signatures(transform) => {
                    self.leave_out(&mut set, self.all)
                }
                uri => {
                    mode = C14nMode::from_uri(uri).ok_or(Obstacle::Form)?;
                    prefixes = self.prefixes(transform);
                }
            }
        }
        let method = self
            .below(reference, &["DigestMethod"])
            .map(|method| self.algorithm(method));
        let hash = DIGESTS
            .iter()
            .find(|(uri, _)| Some(*uri) == method)
            .map(|(_, hash)| *hash);
        let value = self.below(reference, &["DigestValue"]).ok_or(Obstacle::Form)?;
        let value = base64::decode(self.text(value).as_bytes()).ok_or(Obstacle::Form)?;
        let canonical = self.canonical(&set, mode, &prefixes)?;
        let digest = hash.ok_or(Obstacle::Algorithm)?.of(&canonical);
        Ok(Part {
            is_whole,
            is_same: digest.as_ref() == value,
        })
    }

    fn canonical(&self, set: &NodeSet, mode: C14nMode, prefixes: &[String]) -> Result<Vec<u8>, Obstacle> {
        canonicalize_doc(self.dom, mode, Some(set), prefixes).map_err(|_refused| Obstacle::Form)
    }

    /// The document is gone through once more.
    fn spend(&mut self) -> Result<(), Obstacle> {
        self.left = self.left.checked_sub(self.length).ok_or(Obstacle::Form)?;
        Ok(())
    }

    fn leave_out(&self, set: &mut NodeSet, elements: &[NodeId]) {
        for element in elements {
            set.remove_id(*element);
            for node in self.dom.descendants(*element) {
                set.remove_id(node);
            }
        }
    }
}
