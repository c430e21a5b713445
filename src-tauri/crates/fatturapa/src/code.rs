//! A code of one of the lists of the schema, or what stands in its place.

use std::fmt;

use fisco::codici::{
    CausalePagamento, CondizioniPagamento, EsigibilitaIva, FormatoTrasmissione, ModalitaPagamento, Natura,
    RegimeFiscale, SocioUnico, SoggettoEmittente, StatoLiquidazione, TipoCassa, TipoCessionePrestazione,
    TipoDocumento, TipoDocumentoSemplificata, TipoRitenuta, TipoScontoMaggiorazione,
};

/// A list of codes of the schema.
pub trait CodeList: Copy + Eq + 'static {
    /// The code as the schema prints it.
    fn code(self) -> &'static str;

    /// The code written exactly so.
    fn exact(text: &str) -> Option<Self>;
}

/// A code as a file has it: one of its list, or any other text. The writer refuses a text that is not of the list.
///
/// ```
/// use fatturapa::Code;
/// use fisco::codici::TipoDocumento;
///
/// let known = Code::from(TipoDocumento::TD01);
/// assert!(known == TipoDocumento::TD01 && known.as_str() == "TD01");
///
/// let other: Code<TipoDocumento> = Code::read("TD49");
/// assert_eq!((other.known(), other.as_str()), (None, "TD49"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Code<T> {
    /// A code of the list.
    Known(T),
    /// What the file has instead, as written; nothing when it has none.
    Other(String),
}

impl<T: CodeList> Code<T> {
    /// Reads a code; spaces around it are overlooked.
    #[must_use]
    pub fn read(text: &str) -> Self {
        T::exact(text)
            .or_else(|| T::exact(text.trim()))
            .map_or_else(|| Self::Other(text.to_owned()), Self::Known)
    }

    /// The code, when it is one of the list.
    #[must_use]
    pub fn known(&self) -> Option<T> {
        match self {
            Self::Known(code) => Some(*code),
            Self::Other(_) => None,
        }
    }

    /// The text of the file.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Known(code) => code.code(),
            Self::Other(text) => text,
        }
    }
}

impl<T> Default for Code<T> {
    /// The code of a file that has none.
    fn default() -> Self {
        Self::Other(String::new())
    }
}

impl<T: CodeList> From<T> for Code<T> {
    fn from(code: T) -> Self {
        Self::Known(code)
    }
}

impl<T: CodeList> PartialEq<T> for Code<T> {
    fn eq(&self, code: &T) -> bool {
        self.known() == Some(*code)
    }
}

impl<T: CodeList> fmt::Display for Code<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Declares a list whose codes are words of Rust too.
macro_rules! list {
    ($(#[$doc:meta])* $name:ident { $($(#[$code_doc:meta])* $code:ident,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$code_doc])* $code,)+
        }

        impl crate::code::CodeList for $name {
            fn code(self) -> &'static str {
                match self {
                    $(Self::$code => stringify!($code),)+
                }
            }

            fn exact(text: &str) -> Option<Self> {
                $(if text == stringify!($code) {
                    return Some(Self::$code);
                })+
                None
            }
        }
    };
}
pub(crate) use list;

macro_rules! lists {
    ($($list:ty,)+) => {
        $(impl CodeList for $list {
            fn code(self) -> &'static str {
                self.code()
            }

            fn exact(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|item| item.code() == text)
            }
        })+
    };
}

lists! {
    CausalePagamento,
    CondizioniPagamento,
    EsigibilitaIva,
    FormatoTrasmissione,
    ModalitaPagamento,
    Natura,
    RegimeFiscale,
    SocioUnico,
    SoggettoEmittente,
    StatoLiquidazione,
    TipoCassa,
    TipoCessionePrestazione,
    TipoDocumento,
    TipoDocumentoSemplificata,
    TipoRitenuta,
    TipoScontoMaggiorazione,
}
