//! The metadata file (MT) that SDI delivers with an invoice, and which invoice it belongs to.

use std::{collections::BTreeMap, sync::Arc};

use super::{Kind, names, sniff};
use crate::xml::{self, Document};

/// Greatest size of a metadata file; real ones are under 2 kB.
pub(super) const MOST_BYTES: u64 = 64 << 10;

/// The metadata file of a received invoice, as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Metadata {
    /// Its path inside the opened file.
    pub member: String,
    /// `NomeFile`: the name of the invoice as it was sent.
    pub nome_file: String,
    /// `IdentificativoSdI`.
    pub identificativo_sdi: String,
    /// The file, byte for byte.
    pub content: Vec<u8>,
}

/// Bytes of metadata that are kept at once: those of 30,000 invoices.
const MOST_KEPT: usize = 32 << 20;

/// The metadata of one container, by the names that their invoice may have.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    by_name: BTreeMap<String, Arc<Metadata>>,
    bytes: usize,
}

impl Pairs {
    /// Takes in a metadata file; anything else is left out.
    pub(super) fn add(&mut self, member: &str, content: Vec<u8>) {
        let bytes = self.bytes.saturating_add(content.len());
        let Some((nome_file, identificativo_sdi)) = read(&content).filter(|_| bytes <= MOST_KEPT) else {
            return;
        };
        self.bytes = bytes;
        let metadata = Arc::new(Metadata {
            member: names::shown(member),
            nome_file,
            identificativo_sdi,
            content,
        });
        self.by_name
            .insert(key(&metadata.nome_file), Arc::clone(&metadata));
        if let Some(stem) = stem(member) {
            self.by_name.entry(key(stem)).or_insert(metadata);
        }
    }

    /// The metadata of an invoice by the name of its file.
    pub(super) fn of(&self, member: &str) -> Option<Arc<Metadata>> {
        self.by_name.get(&key(member)).cloned()
    }
}

/// Whether a file has the name of metadata: `IT01234567897_00001_MT_001.xml` from SDI,
/// `IT01234567897_00001_metaDato.xml` from the portal of the tax agency.
pub(super) fn is_name(member: &str) -> bool {
    stem(member).is_some()
}

/// What stands before the mark of metadata.
fn stem(member: &str) -> Option<&str> {
    let name = file_name(member);
    let at = name.len().checked_sub(4)?;
    let (stem, extension) = name.split_at_checked(at)?;
    if !extension.eq_ignore_ascii_case(".xml") {
        return None;
    }
    let (stem, mark) = stem.rsplit_once('_')?;
    if mark.eq_ignore_ascii_case("metadato") {
        return Some(stem);
    }
    let is_number = (1..=3).contains(&mark.len()) && mark.bytes().all(|byte| byte.is_ascii_alphanumeric());
    stem.rsplit_once('_')
        .filter(|(_, kind)| is_number && *kind == "MT")
        .map(|(stem, _)| stem)
}

fn file_name(member: &str) -> &str {
    member.rsplit(['/', '\\']).next().unwrap_or_default()
}

/// The same for an invoice signed and not, whatever the case.
fn key(member: &str) -> String {
    let mut name = file_name(member).to_ascii_lowercase();
    while let Some(stem) = [".p7m", ".xml"].iter().find_map(|end| name.strip_suffix(end)) {
        name.truncate(stem.len());
    }
    name
}

/// `NomeFile` and `IdentificativoSdI`, from whatever namespace.
fn read(content: &[u8]) -> Option<(String, String)> {
    if sniff::kind_of_xml(content) != Kind::Metadati {
        return None;
    }
    let document = Document::parse(content, &xml::Limits::default()).ok()?;
    let text = |name| {
        document
            .root()
            .child(name)
            .map(|node| node.text().trim().to_owned())
    };
    Some((text("NomeFile")?, text("IdentificativoSdI").unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MT: &[u8] = b"<t:MetadatiInvioFile xmlns:t='x'><IdentificativoSdI>111</IdentificativoSdI>\
        <NomeFile>IT01234567897_00001.xml.p7m</NomeFile></t:MetadatiInvioFile>";

    #[test]
    fn metadata_are_found_by_the_name_they_give() {
        let mut pairs = Pairs::default();
        pairs.add("a/IT01234567897_00001_MT_001.xml", MT.to_vec());
        for name in [
            "IT01234567897_00001.xml",
            "b/it01234567897_00001.xml.p7m",
            r"c\IT01234567897_00001.XML.P7M",
        ] {
            assert_eq!(pairs.of(name).unwrap().identificativo_sdi, "111", "{name}");
        }
        assert_eq!(pairs.of("IT01234567897_00002.xml"), None);
        pairs.add("x_MT_001.xml", b"<FatturaElettronica/>".to_vec());
        assert_eq!(pairs.of("x.xml"), None);
    }

    #[test]
    fn names_of_metadata() {
        for (name, expected) in [
            ("IT01234567897_00001_MT_001.xml", true),
            ("a/IT01234567897_00001_metaDato.xml", true),
            ("IT01234567897_00001.xml.p7m_metaDato.xml", true),
            ("IT01234567897_00001_RC_001.xml", false),
            ("IT01234567897_00001.xml", false),
            ("MT.xml", false),
            ("", false),
        ] {
            assert_eq!(is_name(name), expected, "{name}");
        }
    }
}
