//! The tables that `build.rs` makes from `assets/`.

use jiff::civil::Date;

/// A country.
#[derive(Debug)]
pub(crate) struct Paese {
    pub(crate) code: &'static str,
    pub(crate) it: &'static str,
    pub(crate) en: &'static str,
    pub(crate) ue: bool,
    pub(crate) iban: Option<(usize, &'static str)>,
}

/// The forms of the VAT numbers of one prefix.
pub(crate) struct FormatoVies {
    pub(crate) prefix: &'static str,
    pub(crate) patterns: &'static [&'static str],
    pub(crate) shown: &'static str,
}

/// A dated value of the law.
pub(crate) struct RigaParametro {
    pub(crate) key: &'static str,
    pub(crate) from: Date,
    pub(crate) to: Option<Date>,
    pub(crate) value: i64,
    pub(crate) source: &'static str,
    pub(crate) is_doubtful: bool,
}

/// A dated wording.
pub(crate) struct RigaDicitura {
    pub(crate) id: &'static str,
    pub(crate) from: Date,
    pub(crate) to: Option<Date>,
    pub(crate) it: &'static str,
    pub(crate) en: &'static str,
    pub(crate) source: &'static str,
    pub(crate) is_doubtful: bool,
}

include!(concat!(env!("OUT_DIR"), "/data.rs"));

/// What a Natura entails.
pub(crate) struct RigaNatura {
    pub(crate) code: &'static str,
    pub(crate) bollo: bool,
    pub(crate) bollo_doubtful: bool,
    pub(crate) diciture: &'static [&'static str],
}

/// What is usual for a fund.
pub(crate) struct RigaCassa {
    pub(crate) code: &'static str,
    pub(crate) percentuale_bp: Option<i64>,
    pub(crate) iva: Option<bool>,
    pub(crate) ritenuta: bool,
    pub(crate) is_doubtful: bool,
}

/// The row of a Natura.
pub(crate) fn natura(code: &str) -> Option<&'static RigaNatura> {
    NATURE.iter().find(|row| row.code == code)
}

/// The row of a fund.
pub(crate) fn cassa(code: &str) -> Option<&'static RigaCassa> {
    CASSE.iter().find(|row| row.code == code)
}
