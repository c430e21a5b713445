//! The few words that the page itself prints.

/// The language of a printed document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lingua {
    /// Italian.
    It,
    /// English.
    En,
}

impl Lingua {
    /// The language tag of the document (BCP 47).
    pub(crate) const fn tag(self) -> &'static str {
        match self {
            Self::It => "it-IT",
            Self::En => "en-GB",
        }
    }

    /// `Pagina 1 di 3`.
    pub(crate) fn page_of(self, page: usize, pages: usize) -> String {
        match self {
            Self::It => format!("Pagina {page} di {pages}"),
            Self::En => format!("Page {page} of {pages}"),
        }
    }

    /// The label of the total carried to the next page.
    pub(crate) const fn carried_forward(self) -> &'static str {
        match self {
            Self::It => "A riportare",
            Self::En => "Carried forward",
        }
    }

    /// The label of the total brought from the page before.
    pub(crate) const fn brought_forward(self) -> &'static str {
        match self {
            Self::It => "Riporto",
            Self::En => "Brought forward",
        }
    }
}
