//! Finding the way in a document with signatures: elements, ids, certificates, what a transform leaves out.

use bergshamra_xml::NodeId;

use super::{DIGESTS, MOST, Signed};
use crate::intake::{Obstacle, base64, certificate::Certificate};

pub(super) const DSIG: &str = "http://www.w3.org/2000/09/xmldsig#";
pub(super) const XADES: &str = "http://uri.etsi.org/01903/v1.3.2#";
pub(super) const FILTER2: &str = "http://www.w3.org/2002/06/xmldsig-filter2";
const EXCLUSIVE: &str = "http://www.w3.org/2001/10/xml-exc-c14n#";

impl Signed<'_> {
    /// The two ways that signing programs write "everything but the signatures".
    pub(super) fn leaves_out_signatures(&self, transform: NodeId) -> bool {
        let filters = self.dom.child_elements_by_name_ns(transform, FILTER2, "XPath");
        let is_filter2 = matches!(filters.as_slice(), [one] if {
            let path = self.text(*one);
            let path = path.trim().strip_prefix("/descendant::").or_else(|| path.trim().strip_prefix("//"));
            self.dom.get_attribute(*one, "Filter") == Some("subtract") && path.is_some_and(is_signature)
        });
        let paths = self.dom.child_elements_by_name_ns(transform, DSIG, "XPath");
        let is_xpath = matches!(paths.as_slice(), [one] if {
            let path: String = self.text(*one).split_whitespace().collect();
            let inside = path.strip_prefix("not(ancestor-or-self::").and_then(|path| path.strip_suffix(')'));
            inside.is_some_and(is_signature)
        });
        is_filter2 || is_xpath
    }

    /// The one element of that id. Two would let a document be signed and another be read.
    pub(super) fn of_id(&self, id: &str) -> Result<NodeId, Obstacle> {
        let root = self.dom.document_element().ok_or(Obstacle::Form)?;
        let mut found = None;
        for node in std::iter::once(root).chain(self.dom.descendants(root)) {
            let Some(element) = self.dom.element(node) else {
                continue;
            };
            let has_id = element.attributes.iter().any(|attribute| {
                attribute.name.local_name.eq_ignore_ascii_case("id") && attribute.value == id
            });
            if has_id && found.replace(node).is_some() {
                return Err(Obstacle::Form);
            }
        }
        found.ok_or(Obstacle::Form)
    }

    pub(super) fn certificates(&self, signature: NodeId) -> Vec<Certificate> {
        let Some(info) = self.below(signature, &["KeyInfo"]) else {
            return Vec::new();
        };
        let data = self
            .dom
            .child_elements_by_name_ns(info, DSIG, "X509Data")
            .into_iter();
        data.flat_map(|data| self.dom.child_elements_by_name_ns(data, DSIG, "X509Certificate"))
            .take(MOST)
            .filter_map(|one| Certificate::read(&base64::decode(self.text(one).as_bytes())?))
            .collect()
    }

    pub(super) fn properties(&self, signature: NodeId) -> Option<NodeId> {
        let objects = self.dom.child_elements_by_name_ns(signature, DSIG, "Object");
        objects
            .into_iter()
            .find_map(|object| self.first(object, XADES, "SignedSignatureProperties"))
    }

    /// The certificate that the signer bound the signature to: nothing when none is named, or the one of its digest,
    /// when it came along.
    pub(super) fn named<'a>(
        &self,
        properties: NodeId,
        certificates: &'a [Certificate],
    ) -> Option<Option<&'a Certificate>> {
        let digest = self.first(properties, XADES, "CertDigest")?;
        let method = self
            .dom
            .first_child_element_by_name_ns(digest, DSIG, "DigestMethod")?;
        let value = self
            .dom
            .first_child_element_by_name_ns(digest, DSIG, "DigestValue")?;
        let hash = DIGESTS.iter().find(|(uri, _)| *uri == self.algorithm(method))?.1;
        let value = base64::decode(self.text(value).as_bytes())?;
        if certificates.is_empty() {
            return None;
        }
        Some(
            certificates
                .iter()
                .find(|one| hash.of(&one.der).as_ref() == value),
        )
    }

    /// The first element of that name below another, at any depth.
    pub(super) fn first(&self, above: NodeId, namespace: &str, name: &str) -> Option<NodeId> {
        let mut below = self.dom.descendants(above).into_iter();
        below.find(|node| {
            self.dom
                .element(*node)
                .is_some_and(|element| element.matches_name_ns(namespace, name))
        })
    }

    pub(super) fn below(&self, element: NodeId, names: &[&str]) -> Option<NodeId> {
        names.iter().try_fold(element, |above, name| {
            self.dom.first_child_element_by_name_ns(above, DSIG, name)
        })
    }

    pub(super) fn algorithm(&self, element: NodeId) -> &str {
        self.dom.get_attribute(element, "Algorithm").unwrap_or_default()
    }

    pub(super) fn prefixes(&self, element: NodeId) -> Vec<String> {
        let list = self
            .dom
            .first_child_element_by_name_ns(element, EXCLUSIVE, "InclusiveNamespaces");
        let list = list
            .and_then(|list| self.dom.get_attribute(list, "PrefixList"))
            .unwrap_or_default();
        list.split_whitespace().map(str::to_owned).collect()
    }

    pub(super) fn text(&self, element: NodeId) -> String {
        self.dom.text_content_deep(element)
    }
}

/// `ds:Signature` under any prefix.
fn is_signature(step: &str) -> bool {
    let name = step.split_once(':').map_or(step, |(_, name)| name);
    name == "Signature"
}
