//! What a verb may answer instead of its result.

use std::collections::BTreeMap;

use crate::Problem;

/// A failure of the books. A wrong input is [`Error::Invalid`]; the rest is the state of the archive or the disk.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// What was typed is refused; every reason, each at its field.
    #[error("invalid input")]
    Invalid(Vec<Problem>),
    /// No such row in the area.
    #[error("no such row in {0}")]
    NotFound(&'static str),
    /// The rules refuse what was asked in the present state; the code has its sentence in `assets/frasi.tsv`.
    #[error("refused: {code}")]
    Refused {
        /// Stable code.
        code: &'static str,
        /// Values named in the sentence.
        args: BTreeMap<String, String>,
    },
    /// An amount beyond what the program holds.
    #[error(transparent)]
    TooLarge(#[from] money::TooLarge),
    /// The archive file.
    #[error(transparent)]
    Db(#[from] db::DbError),
    /// Another file or folder.
    #[error("file: {0}")]
    Io(#[from] std::io::Error),
    /// A promise of ours was broken: what is stored cannot be read back.
    #[error("broken record: {0}")]
    Broken(String),
}

impl Error {
    /// The code that pages match; never the text.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Invalid(_) => "invalid",
            Self::NotFound(_) => "not_found",
            Self::Refused { code, .. } => code,
            Self::TooLarge(_) => "too_large",
            Self::Db(error) => error.code(),
            Self::Io(error) => match error.kind() {
                std::io::ErrorKind::StorageFull => "file_disk_full",
                std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                    "file_denied"
                }
                std::io::ErrorKind::NotFound => "file_missing",
                std::io::ErrorKind::AlreadyExists => "file_exists",
                _ => "file_failed",
            },
            Self::Broken(_) => "broken",
        }
    }

    /// The values of its sentence.
    #[must_use]
    pub fn args(&self) -> BTreeMap<String, String> {
        let arg = |name: &str, value: &str| BTreeMap::from([(name.to_owned(), value.to_owned())]);
        match self {
            Self::Refused { args, .. } => args.clone(),
            Self::Db(db::DbError::InUse { holder }) => arg("holder", holder),
            Self::Db(db::DbError::SyncedFolder { name }) => arg("name", name),
            _ => BTreeMap::new(),
        }
    }

    /// A refusal without values.
    #[must_use]
    pub fn refused(code: &'static str) -> Self {
        Self::Refused {
            code,
            args: BTreeMap::new(),
        }
    }

    /// Adds a value to the sentence of a refusal.
    #[must_use]
    pub fn arg(mut self, name: &str, value: impl ToString) -> Self {
        if let Self::Refused { args, .. } = &mut self {
            args.insert(name.to_owned(), value.to_string());
        }
        self
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        // Its own text may quote what is stored, and this one goes into the log.
        let (line, column) = (error.line(), error.column());
        Self::Broken(format!("JSON {:?} at {line}:{column}", error.classify()))
    }
}
