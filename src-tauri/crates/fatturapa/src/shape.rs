//! Texts whose shape the schema gives by a pattern.

use crate::fault::FaultKind;

/// The patterns of the schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// `[A-Z]{2}`: `ProvinciaType`, `NazioneType`.
    TwoLetters,
    /// The same, of the element `Nazione`, that has the default `IT`.
    Nazione,
    /// `[A-Z]{3}`: `DivisaType`, `TipoResaType`.
    ThreeLetters,
    /// `[0-9]{5}`: `CAPType`, `ABIType`, `CABType`.
    FiveDigits,
    /// `[A-Z0-9]{6,7}`.
    CodiceDestinatario,
    /// `[A-Z0-9]{7}`, of the simplified invoice.
    CodiceDestinatarioPrivato,
    /// `[A-Z0-9]{11,16}`.
    CodiceFiscale,
    /// `[A-Z0-9]{16}`.
    CodiceFiscalePersona,
    /// `IBANType`.
    Iban,
    /// `BICType`.
    Bic,
    /// `EmailType`, without its quoted form.
    Pec,
    /// `EmailContattiType`.
    Email,
}

impl Shape {
    /// Checks a text against the pattern.
    pub(crate) fn check(self, text: &str) -> Result<(), FaultKind> {
        let upper = |c: char| c.is_ascii_uppercase();
        let code = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
        let fits = match self {
            Self::TwoLetters | Self::Nazione => is_all(text, 2..=2, upper),
            Self::ThreeLetters => is_all(text, 3..=3, upper),
            Self::FiveDigits => is_all(text, 5..=5, |c| c.is_ascii_digit()),
            Self::CodiceDestinatario => is_all(text, 6..=7, code),
            Self::CodiceDestinatarioPrivato => is_all(text, 7..=7, code),
            Self::CodiceFiscale => is_all(text, 11..=16, code),
            Self::CodiceFiscalePersona => is_all(text, 16..=16, code),
            Self::Iban => is_iban(text),
            Self::Bic => is_bic(text),
            Self::Pec => is_pec(text),
            Self::Email => is_email(text),
        };
        match (fits, text.is_empty()) {
            (true, _) => Ok(()),
            (false, true) => Err(FaultKind::Empty),
            (false, false) => Err(FaultKind::Shape),
        }
    }
}

fn is_all(text: &str, length: std::ops::RangeInclusive<usize>, allowed: impl Fn(char) -> bool) -> bool {
    length.contains(&text.chars().count()) && text.chars().all(allowed)
}

/// `[a-zA-Z]{2}[0-9]{2}[a-zA-Z0-9]{11,30}`.
fn is_iban(text: &str) -> bool {
    let kinds = text.chars().enumerate().all(|(at, c)| match at {
        0 | 1 => c.is_ascii_alphabetic(),
        2 | 3 => c.is_ascii_digit(),
        _ => c.is_ascii_alphanumeric(),
    });
    kinds && (15..=34).contains(&text.len())
}

/// `[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?`.
fn is_bic(text: &str) -> bool {
    let kinds = text.chars().enumerate().all(|(at, c)| match at {
        0..=5 => c.is_ascii_uppercase(),
        6 => c.is_ascii_uppercase() || matches!(c, '2'..='9'),
        7 => (c.is_ascii_uppercase() && c != 'O') || c.is_ascii_digit(),
        _ => c.is_ascii_uppercase() || c.is_ascii_digit(),
    });
    kinds && matches!(text.len(), 8 | 11)
}

/// Words of the allowed characters joined by points, an at sign, and the same again.
fn is_pec(text: &str) -> bool {
    let allowed = |c: char| matches!(c, '!' | '#'..='\'' | '*' | '+' | '/'..='9' | '=' | '?' | 'A'..='Z' | '^'..='~' | '-');
    let words = |part: &str| {
        part.split('.')
            .all(|word| !word.is_empty() && word.chars().all(allowed))
    };
    text.len() <= 256
        && text
            .split_once('@')
            .is_some_and(|(local, domain)| words(local) && words(domain))
}

/// `.+@.+[.]+.+`, 7 to 256 characters; only those that can be printed.
fn is_email(text: &str) -> bool {
    let is_full = || {
        let mut domains = text
            .match_indices('@')
            .filter(|(at, _)| *at > 0)
            .map(|(at, _)| text.split_at(at).1);
        domains.any(|domain| {
            domain
                .match_indices('.')
                .any(|(dot, _)| dot > 1 && dot.saturating_add(1) < domain.len())
        })
    };
    is_all(text, 7..=256, |c| !c.is_control()) && is_full()
}
