//! Why a member could not be opened.

use std::io::ErrorKind;

/// The reason why a member has no content. Sizes in bytes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IntakeError {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// A mail with no file attached.
    #[error("a mail without attachments")]
    NoAttachment,
    /// The document is over [`super::Limits::file_bytes`], or the inner container over
    /// [`super::Limits::container_bytes`].
    #[error("larger than {limit} bytes")]
    TooLarge {
        /// The limit that was met.
        limit: u64,
    },
    /// The opened file unpacks to more than it may.
    #[error("the file unpacks to more than {limit} bytes")]
    TotalTooLarge {
        /// The limit that was met.
        limit: u64,
    },
    /// The member is packed tighter than any invoice.
    #[error("unpacks to more than {limit} times its packed size")]
    Ratio {
        /// The limit that was met.
        limit: u64,
    },
    /// The opened file has too many members; none of the rest is opened.
    #[error("more than {limit} members")]
    TooManyMembers {
        /// The limit that was met.
        limit: u64,
    },
    /// Containers lie too deep inside each other.
    #[error("more than {limit} containers inside each other")]
    TooDeep {
        /// The limit that was met.
        limit: u32,
    },
    /// The member wants a password, or is encrypted for somebody.
    #[error("encrypted")]
    Encrypted,
    /// A container or packing that is not opened, by its name (`RAR`, `deflate64`).
    #[error("{0} is not opened")]
    Unsupported(String),
    /// An Outlook message (`.msg`).
    #[error("an Outlook message is not opened")]
    Outlook,
    /// A document with a time stamp around it (RFC 5544, `.tsd`).
    #[error("a time-stamped file is not opened")]
    Timestamped,
    /// A device or a pipe, which may never end.
    #[error("a device or a pipe, not a file")]
    Device,
    /// The member is a link to another file.
    #[error("a link, not a file")]
    Link,
    /// The name of the member leads out of its container (`../`, an absolute path).
    #[error("a name that leads out of the archive")]
    UnsafeName,
    /// The bytes are not whole or not true to the form, at the part that is named.
    #[error("damaged: {0}")]
    Damaged(&'static str),
    /// The signature stands in its own file and the document is elsewhere.
    #[error("a signature without its document")]
    Detached,
    /// The system could not read the file.
    #[error("cannot be read: {0}")]
    Unreadable(ErrorKind),
}

impl IntakeError {
    /// The key of its sentence, as [`crate::sdi::find`] takes it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "intake_empty",
            Self::NoAttachment => "intake_no_attachment",
            Self::TooLarge { .. } => "intake_too_large",
            Self::TotalTooLarge { .. } => "intake_total_too_large",
            Self::Ratio { .. } => "intake_ratio",
            Self::TooManyMembers { .. } => "intake_too_many_members",
            Self::TooDeep { .. } => "intake_too_deep",
            Self::Encrypted => "intake_encrypted",
            Self::Unsupported(_) => "intake_unsupported",
            Self::Outlook => "intake_outlook",
            Self::Timestamped => "intake_timestamped",
            Self::Device => "intake_device",
            Self::Link => "intake_link",
            Self::UnsafeName => "intake_unsafe_name",
            Self::Damaged(_) => "intake_damaged",
            Self::Detached => "intake_detached",
            Self::Unreadable(ErrorKind::NotFound) => "intake_missing",
            Self::Unreadable(ErrorKind::PermissionDenied) => "intake_denied",
            Self::Unreadable(_) => "intake_unreadable",
        }
    }

    /// The value that its sentence has a place for.
    #[must_use]
    pub fn arg(&self) -> Option<String> {
        match self {
            Self::TooLarge { limit } | Self::TotalTooLarge { limit } => Some(megabytes(*limit)),
            Self::Ratio { limit } | Self::TooManyMembers { limit } => Some(limit.to_string()),
            Self::TooDeep { limit } => Some(limit.to_string()),
            Self::Unsupported(what) => Some(what.clone()),
            Self::Damaged(part) => Some((*part).to_owned()),
            Self::Unreadable(kind) => Some(kind.to_string()),
            Self::Empty
            | Self::NoAttachment
            | Self::Encrypted
            | Self::Outlook
            | Self::Timestamped
            | Self::Device
            | Self::Link
            | Self::UnsafeName
            | Self::Detached => None,
        }
    }
}

fn megabytes(bytes: u64) -> String {
    format!("{} MB", bytes >> 20)
}
