//! Names of the files of messages, and of the files that they are about.

use std::str::FromStr;

use super::MessageKind;

/// The name of a message: that of the sent file, the kind, a number: `IT01234567897_00001_RC_001.xml`
/// (specification 2.2). The portal of the tax agency names metadata otherwise: `IT01234567897_00001_metaDato.xml`.
///
/// ```
/// use fatturapa::messages::{MessageKind, MessageName};
///
/// let name: MessageName = "IT01234567897_00001_RC_001.xml".parse()?;
/// assert_eq!((name.sent.as_str(), name.kind), ("IT01234567897_00001", MessageKind::RC));
/// # Ok::<(), fatturapa::messages::BadMessageName>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageName {
    /// The name of the sent file without its extension.
    pub sent: String,
    /// Which message.
    pub kind: MessageKind,
    /// Up to 3 letters or digits; empty in the names of the portal.
    pub progressivo: String,
}

/// The text is not the name of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a message of SDI")]
pub struct BadMessageName;

impl FromStr for MessageName {
    type Err = BadMessageName;

    fn from_str(name: &str) -> Result<Self, BadMessageName> {
        let (rest, progressivo) = stem(name).rsplit_once('_').ok_or(BadMessageName)?;
        if progressivo.eq_ignore_ascii_case("metadato") && !rest.is_empty() {
            return Ok(Self {
                sent: rest.to_owned(),
                kind: MessageKind::MT,
                progressivo: String::new(),
            });
        }
        let (sent, letters) = rest.rsplit_once('_').ok_or(BadMessageName)?;
        let kind = MessageKind::ALL
            .into_iter()
            .find(|kind| kind.code().eq_ignore_ascii_case(letters))
            .ok_or(BadMessageName)?;
        let is_number =
            (1..=3).contains(&progressivo.len()) && progressivo.bytes().all(|c| c.is_ascii_alphanumeric());
        if !is_number || sent.is_empty() {
            return Err(BadMessageName);
        }
        Ok(Self {
            sent: sent.to_owned(),
            kind,
            progressivo: progressivo.to_owned(),
        })
    }
}

/// Whether two names are those of one sent file: folders, upper case and the extensions `.xml`, `.p7m` and `.zip` do
/// not matter.
#[must_use]
pub fn is_same_file(one: &str, other: &str) -> bool {
    let (one, other) = (stem(one), stem(other));
    !one.is_empty() && one.eq_ignore_ascii_case(other)
}

/// What all names of one sent file have in common, as [`is_same_file`] compares them: a key to find it by.
#[must_use]
pub fn file_key(name: &str) -> String {
    stem(name).to_ascii_lowercase()
}

/// The name without folders and extensions.
fn stem(name: &str) -> &str {
    let mut stem = name.rsplit(['/', '\\']).next().unwrap_or(name).trim();
    while let Some((rest, extension)) = stem.rsplit_once('.') {
        if !["xml", "p7m", "zip"]
            .iter()
            .any(|known| extension.eq_ignore_ascii_case(known))
        {
            break;
        }
        stem = rest;
    }
    stem
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_messages_are_taken_apart() {
        let name: MessageName = "C:\\pec\\IT01234567897_00001_ns_1.XML".parse().unwrap();
        assert_eq!(
            (name.sent.as_str(), name.kind, name.progressivo.as_str()),
            ("IT01234567897_00001", MessageKind::NS, "1")
        );
        for text in [
            "",
            "IT01234567897_00001.xml",
            "IT01234567897_00001_XX_001.xml",
            "_RC_001.xml",
            "a_RC_0001.xml",
            "MT.xml",
            "_metaDato.xml",
        ] {
            assert_eq!(text.parse::<MessageName>(), Err(BadMessageName), "{text}");
        }
        for text in [
            "a/IT01234567897_00001_metaDato.xml",
            "IT01234567897_00001.xml.p7m_metaDato.xml",
            "IT01234567897_00001_MT_001.xml",
        ] {
            let name: MessageName = text.parse().unwrap();
            let sent = file_key(&name.sent);
            assert_eq!(
                (name.kind, sent.as_str()),
                (MessageKind::MT, "it01234567897_00001"),
                "{text}"
            );
        }
    }

    #[test]
    fn a_file_is_known_under_every_extension() {
        assert!(is_same_file(
            "IT01234567897_00001.xml.p7m",
            "pec/it01234567897_00001.XML"
        ));
        assert!(!is_same_file(
            "IT01234567897_00001.xml",
            "IT01234567897_00002.xml"
        ));
        assert!(!is_same_file(".xml", ".p7m"));
    }
}
