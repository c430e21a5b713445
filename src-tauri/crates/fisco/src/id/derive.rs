//! The codice fiscale that personal data would give. Only the tax agency assigns one: this is for comparing.

use jiff::civil::Date;

use super::{CodiceFiscale, Sesso, Warning, check_letter, codice_fiscale::MONTHS};

/// The personal data a codice fiscale is made from.
#[derive(Debug, Clone, Copy)]
pub struct Persona<'a> {
    /// Surname.
    pub cognome: &'a str,
    /// Given names.
    pub nome: &'a str,
    /// Date of birth.
    pub nascita: Date,
    /// Sex.
    pub sesso: Sesso,
    /// Belfiore code of the place of birth.
    pub luogo: &'a str,
}

/// The code that `persona` would have without omocodia; none when a datum is unusable. Never to be stored as true.
#[must_use]
pub fn derive(persona: &Persona<'_>) -> Option<String> {
    let year = persona.nascita.year().rem_euclid(100);
    let month = MONTHS
        .chars()
        .nth(usize::try_from(persona.nascita.month()).ok()?.checked_sub(1)?)?;
    let day = match persona.sesso {
        Sesso::M => persona.nascita.day(),
        Sesso::F => persona.nascita.day().checked_add(40)?,
    };
    let (cognome, nome, luogo) = (surname(persona.cognome), name(persona.nome), persona.luogo);
    let code = format!("{cognome}{nome}{year:02}{month}{day:02}{luogo}");
    Some(format!("{code}{}", check_letter(&code)?))
}

impl CodiceFiscale {
    /// How the code differs from what is known about the person. Empty for an 11 digit code.
    #[must_use]
    pub fn compare(&self, persona: &Persona<'_>) -> Vec<Warning> {
        let (Some((cognome, nome)), Some(nascita)) = (self.iniziali(), self.nascita()) else {
            return Vec::new();
        };
        let date = persona.nascita;
        let same_day = (i16::from(nascita.anno), nascita.mese, nascita.giorno)
            == (date.year().rem_euclid(100), date.month(), date.day());
        [
            (cognome == surname(persona.cognome), Warning::Cognome),
            (nome == name(persona.nome), Warning::Nome),
            (same_day, Warning::DataNascita),
            (nascita.sesso == persona.sesso, Warning::Sesso),
            (nascita.luogo == persona.luogo, Warning::Luogo),
        ]
        .into_iter()
        .filter_map(|(is_same, warning)| (!is_same).then_some(warning))
        .collect()
    }
}

/// Three letters of the surname: consonants, then vowels, then X.
fn surname(text: &str) -> String {
    let (consonants, vowels) = letters(text);
    consonants.chain(vowels).chain("XXX".chars()).take(3).collect()
}

/// Three letters of the name: with four consonants or more, the first, third and fourth; else as the surname.
fn name(text: &str) -> String {
    let (consonants, _) = letters(text);
    let consonants: String = consonants.collect();
    match consonants.chars().collect::<Vec<_>>().as_slice() {
        [first, _, third, fourth, ..] => [first, third, fourth].into_iter().collect(),
        _ => surname(text),
    }
}

/// Consonants and vowels in order, without accents, spaces and marks.
fn letters(text: &str) -> (impl Iterator<Item = char>, impl Iterator<Item = char>) {
    let plain: Vec<char> = crate::text::unaccented(text)
        .to_ascii_uppercase()
        .chars()
        .filter(char::is_ascii_uppercase)
        .collect();
    let (vowels, consonants): (Vec<char>, Vec<char>) = plain
        .into_iter()
        .partition(|c| matches!(c, 'A' | 'E' | 'I' | 'O' | 'U'));
    (consonants.into_iter(), vowels.into_iter())
}
