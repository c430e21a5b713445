//! The metadata files (MT) that SDI delivers with invoices, and which invoice each of them belongs to.

use std::{collections::BTreeMap, fs, path::Path, sync::Arc};

use super::{Kind, names, sniff};
use crate::{
    messages::{self, Message, MessageKind, MessageName, file_key},
    xml::{self, Document},
};

/// Greatest size of a metadata file; real ones are under 2 kB.
pub(super) const MOST_BYTES: u64 = 64 << 10;
/// Bytes of metadata that are kept at once: those of 30,000 invoices.
const MOST_KEPT: usize = 32 << 20;

/// The metadata file of a received invoice, as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Metadata {
    /// Its path inside the opened file; for a file of the disk, its name.
    pub member: String,
    /// What it says.
    pub message: Message,
    /// The file, byte for byte.
    pub content: Vec<u8>,
}

impl Metadata {
    /// The number that SDI gave to the invoice.
    #[must_use]
    pub fn identificativo_sdi(&self) -> &str {
        &self.message.content.identificativo_sdi
    }
}

/// Metadata files, by the names that their invoices may have. A zip, a mail and a folder are looked through when they
/// are opened; of files that are opened one by one, whoever has their list looks through it.
///
/// ```
/// use fatturapa::intake::{self, MetadataFiles, Options};
///
/// let folder = tempfile::tempdir()?;
/// let (invoice, metadata) = (folder.path().join("IT1_1.xml.p7m"), folder.path().join("IT1_1_MT_001.xml"));
/// std::fs::write(&invoice, "<FatturaElettronica/>")?;
/// std::fs::write(&metadata, "<FileMetadati><IdentificativoSdI>77</IdentificativoSdI></FileMetadati>")?;
///
/// let options = Options { metadata: MetadataFiles::among([&invoice, &metadata]), ..Options::default() };
/// # let mut items = Vec::new();
/// # let _ = intake::each_in(&invoice, &options, |item| { items.push(item); std::ops::ControlFlow::Continue(()) });
/// assert_eq!(items[0].metadata.as_ref().unwrap().identificativo_sdi(), "77");
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MetadataFiles {
    by_name: BTreeMap<String, Arc<Metadata>>,
    bytes: usize,
}

impl MetadataFiles {
    /// Those among files of the disk, known by their names. Nothing else is opened.
    pub fn among<P: AsRef<Path>>(paths: impl IntoIterator<Item = P>) -> Self {
        let mut all = Self::default();
        for path in paths {
            let path = path.as_ref();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if !is_name(&name) {
                continue;
            }
            let is_small =
                fs::symlink_metadata(path).is_ok_and(|what| what.is_file() && what.len() <= MOST_BYTES);
            // what cannot be read here is told when its turn comes
            if let Some(content) = is_small.then(|| fs::read(path).ok()).flatten() {
                all.add(&name, content);
            }
        }
        all
    }

    /// Those that lie in the folder of a file.
    #[must_use]
    pub fn beside(path: &Path) -> Self {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let entries = fs::read_dir(folder.unwrap_or(Path::new(".")))
            .into_iter()
            .flatten();
        let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        Self::among(paths)
    }

    /// The metadata of an invoice by the name of its file, signed or not.
    #[must_use]
    pub fn of(&self, name: &str) -> Option<Arc<Metadata>> {
        if self.by_name.is_empty() {
            return None;
        }
        self.by_name.get(&file_key(name)).cloned()
    }

    /// Takes in a metadata file; anything else is left out.
    pub(super) fn add(&mut self, member: &str, content: Vec<u8>) {
        let bytes = self.bytes.saturating_add(content.len());
        let Some(message) = read(&content).filter(|_| bytes <= MOST_KEPT) else {
            return;
        };
        self.bytes = bytes;
        let named = message.content.nome_file.as_deref().map(file_key);
        let metadata = Arc::new(Metadata {
            member: names::shown(member),
            message,
            content,
        });
        // what it says counts more than what it is called
        if let Some(named) = named.filter(|named| !named.is_empty()) {
            self.by_name.insert(named, Arc::clone(&metadata));
        }
        if let Ok(name) = member.parse::<MessageName>() {
            self.by_name.entry(file_key(&name.sent)).or_insert(metadata);
        }
    }
}

/// Whether a file has the name of metadata.
pub(super) fn is_name(member: &str) -> bool {
    let name = member.parse::<MessageName>();
    name.is_ok_and(|name| name.kind == MessageKind::MT)
}

fn read(content: &[u8]) -> Option<Message> {
    if sniff::kind_of_xml(content) != Kind::Metadati {
        return None;
    }
    let document = Document::parse(content, &xml::Limits::default()).ok()?;
    messages::read(&document).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MT: &[u8] = b"<t:MetadatiInvioFile xmlns:t='x'><IdentificativoSdI>111</IdentificativoSdI>\
        <NomeFile>IT01234567897_00001.xml.p7m</NomeFile></t:MetadatiInvioFile>";

    #[test]
    fn metadata_are_found_by_the_name_they_give_and_by_their_own() {
        let mut all = MetadataFiles::default();
        all.add("a/IT01234567897_00009_MT_001.xml", MT.to_vec());
        for name in [
            "IT01234567897_00001.xml",
            "b/it01234567897_00001.xml.p7m",
            r"c\IT01234567897_00001.XML.P7M",
            "IT01234567897_00009.xml",
        ] {
            assert_eq!(all.of(name).unwrap().identificativo_sdi(), "111", "{name}");
        }
        assert_eq!(all.of("IT01234567897_00002.xml"), None);
        all.add("x_MT_001.xml", b"<FatturaElettronica/>".to_vec());
        assert_eq!(all.of("x.xml"), None);
    }
}
