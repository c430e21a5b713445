//! The name of a file sent to SDI: country and code of who transmits, and a progressive never used before
//! (SDI 00001, 00002; specification 2.2).

use std::{fmt, str::FromStr};

/// The name of an invoice file, with the progressive in base 36: `IT01234567890_00001.xml`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileName {
    paese: String,
    codice: String,
    progressive: u32,
}

/// The text is not the name of an invoice file (SDI 00001), or no progressive is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadFileName {
    /// The country is not two upper case letters.
    #[error("country of the transmitter")]
    Paese,
    /// The code is not 11 to 16 letters or digits for Italy, 2 to 28 elsewhere.
    #[error("code of the transmitter")]
    Codice,
    /// The progressive is not 1 to 5 letters or digits, or has no value left.
    #[error("progressive of the file")]
    Progressive,
    /// The extension is not `.xml`, `.xml.p7m` or `.zip`.
    #[error("extension of the file")]
    Extension,
}

/// What kind of file a name says it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extension {
    /// `.xml`
    Xml,
    /// `.xml.p7m`: signed.
    P7m,
    /// `.zip`: an archive of several files.
    Zip,
}

impl FileName {
    /// The greatest progressive: `ZZZZZ`.
    pub const LAST: u32 = 60_466_175;

    /// Makes a name.
    ///
    /// # Errors
    /// [`BadFileName`] when a part is not as SDI wants it.
    pub fn new(paese: &str, codice: &str, progressive: u32) -> Result<Self, BadFileName> {
        if paese.len() != 2 || !paese.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Err(BadFileName::Paese);
        }
        let lengths = if paese == "IT" { 11..=16 } else { 2..=28 };
        if !lengths.contains(&codice.len()) || !codice.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(BadFileName::Codice);
        }
        if progressive > Self::LAST {
            return Err(BadFileName::Progressive);
        }
        Ok(Self {
            paese: paese.to_owned(),
            codice: codice.to_owned(),
            progressive,
        })
    }

    /// Reads any name that SDI accepts: of a file, signed or not, or of an archive. Programs that tell upper from lower
    /// case in the progressive exist; here both have the same value, so that none of theirs is used again.
    ///
    /// ```
    /// use fatturapa::{BadFileName, Extension, FileName};
    ///
    /// let (name, extension) = FileName::read("IT01234567897_0009Z.xml.p7m")?;
    /// assert_eq!((extension, name.next()?.to_string().as_str()), (Extension::P7m, "IT01234567897_000A0.xml"));
    /// assert_eq!(FileName::read("IT01234567897-00001.xml"), Err(BadFileName::Progressive));
    /// # Ok::<(), BadFileName>(())
    /// ```
    ///
    /// # Errors
    /// [`BadFileName`] when SDI would reject the file for its name (00001).
    pub fn read(name: &str) -> Result<(Self, Extension), BadFileName> {
        let lower = name.to_ascii_lowercase();
        let extensions = [
            (".xml.p7m", Extension::P7m),
            (".xml", Extension::Xml),
            (".zip", Extension::Zip),
        ];
        let (end, extension) = extensions
            .into_iter()
            .find(|(end, _)| lower.ends_with(end))
            .ok_or(BadFileName::Extension)?;
        let length = name.len().saturating_sub(end.len());
        let stem = name.get(..length).ok_or(BadFileName::Extension)?;
        let (who, progressive) = stem.rsplit_once('_').ok_or(BadFileName::Progressive)?;
        let (paese, codice) = who.split_at_checked(2).ok_or(BadFileName::Paese)?;
        let is_number =
            (1..=5).contains(&progressive.len()) && progressive.bytes().all(|b| b.is_ascii_alphanumeric());
        let value = u32::from_str_radix(progressive, 36)
            .ok()
            .filter(|_| is_number)
            .ok_or(BadFileName::Progressive)?;
        Ok((Self::new(paese, codice, value)?, extension))
    }

    /// The country of who transmits.
    #[must_use]
    pub fn paese(&self) -> &str {
        &self.paese
    }

    /// The code of who transmits.
    #[must_use]
    pub fn codice(&self) -> &str {
        &self.codice
    }

    /// The progressive as a number.
    #[must_use]
    pub const fn progressive(&self) -> u32 {
        self.progressive
    }

    /// The progressive as written: 5 digits in base 36; also `ProgressivoInvio`.
    #[must_use]
    pub fn progressivo(&self) -> String {
        let mut digits = ['0'; 5];
        let mut rest = self.progressive;
        for digit in digits.iter_mut().rev() {
            *digit = char::from_digit(rest % 36, 36)
                .unwrap_or('0')
                .to_ascii_uppercase();
            rest /= 36;
        }
        digits.into_iter().collect()
    }

    /// The name that follows.
    ///
    /// # Errors
    /// [`BadFileName::Progressive`] after `ZZZZZ`.
    pub fn next(&self) -> Result<Self, BadFileName> {
        Self::new(&self.paese, &self.codice, self.progressive.saturating_add(1))
    }
}

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}_{}.xml", self.paese, self.codice, self.progressivo())
    }
}

impl FromStr for FileName {
    type Err = BadFileName;

    /// [`FileName::read`] without the extension.
    fn from_str(name: &str) -> Result<Self, BadFileName> {
        Self::read(name).map(|(name, _)| name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_count_in_base_36() {
        let name = |progressive| FileName::new("IT", "01234567897", progressive).unwrap();
        assert_eq!(name(1).to_string(), "IT01234567897_00001.xml");
        assert_eq!(name(35).next().unwrap().progressivo(), "00010");
        assert_eq!(name(FileName::LAST).progressivo(), "ZZZZZ");
        assert_eq!(name(FileName::LAST).next(), Err(BadFileName::Progressive));
    }

    #[test]
    fn names_are_read_as_sdi_reads_them() {
        for (text, progressive) in [
            ("IT01234567897_00001.xml", 1),
            ("IT01234567897_a1.xml.p7m", 361),
            ("ITRSSMRA80A01F205X_ZZZZZ.XML", FileName::LAST),
            ("DE12_1.xml", 1),
            ("IT01234567897_00007.zip", 7),
        ] {
            assert_eq!(
                text.parse::<FileName>().map(|name| name.progressive()),
                Ok(progressive),
                "{text}"
            );
        }
        for (text, expected) in [
            ("IT0123456789_00001.xml", BadFileName::Codice),
            ("it01234567897_00001.xml", BadFileName::Paese),
            ("IT01234567897_000001.xml", BadFileName::Progressive),
            ("IT01234567897_+1.xml", BadFileName::Progressive),
            ("IT01234567897.xml", BadFileName::Progressive),
            ("IT01234567897_00001.pdf", BadFileName::Extension),
            ("", BadFileName::Extension),
        ] {
            assert_eq!(text.parse::<FileName>(), Err(expected), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_written_is_read_back(progressive in 0..=FileName::LAST) {
            let name = FileName::new("IT", "01234567897", progressive).unwrap();
            proptest::prop_assert_eq!(name.to_string().parse::<FileName>(), Ok(name));
        }
    }
}
