//! What a row of another program says of a subject, in the words of the form.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use fisco::{CodiceFiscale, Nazione, PartitaIva, codici::ModalitaPagamento};

use super::super::{Faccia, Natura, SoggettoDraft};

/// The form that the values of a row make. Values that people write in words or short (`Milano` for a province, a CAP
/// without its first zero) are put as the form wants them; what is wrong stays as it is, for the rules to say so.
pub(super) fn draft_of(values: &BTreeMap<&'static str, String>, faccia: Faccia) -> SoggettoDraft {
    let text = |field: &str| values.get(field).cloned().unwrap_or_default();
    let (partita_iva, prefix) = partita_iva(&text("partita_iva"));
    let nazione = nazione(&text("nazione")).or(prefix).unwrap_or_default();
    let codice_destinatario = text("codice_destinatario").replace(' ', "").to_uppercase();
    let codice_fiscale = text("codice_fiscale").replace([' ', '.', '-'], "").to_uppercase();
    let mut draft = SoggettoDraft {
        cliente: faccia == Faccia::Cliente,
        fornitore: faccia == Faccia::Fornitore,
        contatto: faccia == Faccia::Contatto,
        codice: text("codice"),
        indirizzo: text("indirizzo"),
        numero_civico: text("numero_civico"),
        comune: text("comune"),
        provincia: provincia(&text("provincia")),
        pec: text("pec"),
        email: text("email"),
        telefono: text("telefono"),
        referente: text("referente"),
        iban: text("iban"),
        termini_pagamento: text("termini_pagamento"),
        sconto: text("sconto"),
        riferimento_amministrazione: text("riferimento_amministrazione"),
        note: text("note"),
        cap: padded(&text("cap"), 5),
        // Italy is written by leaving it out, as the form does.
        nazione: if nazione == "IT" { String::new() } else { nazione },
        partita_iva,
        codice_fiscale: if codice_fiscale.len() == 16 {
            codice_fiscale
        } else {
            padded(&codice_fiscale, 11)
        },
        codice_destinatario,
        ..SoggettoDraft::default()
    };
    if draft.codice_destinatario.chars().all(|c| c == '0') {
        draft.codice_destinatario.clear();
    }
    set_payment(&mut draft, &text("modalita_pagamento"));
    set_names(&mut draft, values);
    draft.natura = natura(&draft, &text("tipo"));
    if draft.natura == Natura::Estero {
        // Italian fields that foreign lists fill with what they have.
        draft.provincia = String::new();
        if draft.codice_destinatario == "XXXXXXX" {
            draft.codice_destinatario.clear();
        }
    }
    draft
}

/// Digits that lost the zeros before them in a spreadsheet get them back.
fn padded(text: &str, length: usize) -> String {
    let digits = text.replace([' ', '.'], "");
    let is_short = !digits.is_empty() && digits.len() < length && digits.len() + 3 >= length;
    if is_short && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        format!("{digits:0>length$}")
    } else if digits.len() == length {
        digits
    } else {
        text.to_owned()
    }
}

/// The number without its prefix when it is Italian, and the country that the prefix tells.
fn partita_iva(text: &str) -> (String, Option<String>) {
    let plain: String = text
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect::<String>()
        .to_uppercase();
    if plain.is_empty() || plain.bytes().all(|byte| byte == b'0') {
        return (String::new(), None);
    }
    let (prefix, rest) = plain.split_at_checked(2).unwrap_or((&plain, ""));
    if prefix.bytes().all(|byte| byte.is_ascii_alphabetic()) && rest.bytes().any(|byte| byte.is_ascii_digit())
    {
        let country = prefix
            .parse::<Nazione>()
            .ok()
            .map(|nazione| nazione.code().to_owned());
        return match country.as_deref() {
            Some("IT") => (padded(rest, 11), country),
            Some(_) => (plain.clone(), country),
            None => (text.to_owned(), None),
        };
    }
    let number = padded(&plain, 11);
    if number.parse::<PartitaIva>().is_ok() {
        (number, None)
    } else {
        (text.to_owned(), None)
    }
}

/// A country by its code or its name in Italian or English; as written when neither is known.
fn nazione(text: &str) -> Option<String> {
    if text.is_empty() {
        return None;
    }
    let name = plain(text);
    let is_named = |nazione: &Nazione| plain(nazione.it()) == name || plain(nazione.en()) == name;
    let by_code = (text.trim().len() == 2)
        .then(|| text.parse::<Nazione>().ok())
        .flatten();
    let found = by_code.or_else(|| Nazione::all().find(is_named));
    let common = match name.as_str() {
        "ita" | "italy" => Some("IT"),
        "gran bretagna" | "inghilterra" | "uk" | "england" => Some("GB"),
        "stati uniti" | "usa" => Some("US"),
        "olanda" | "holland" => Some("NL"),
        _ => None,
    };
    let code = found.map(Nazione::code).or(common);
    Some(code.map_or_else(|| text.to_owned(), str::to_owned))
}

/// The sigla of a province written by name, which is the name of its main town, or begins with it.
fn provincia(text: &str) -> String {
    static TOWNS: LazyLock<BTreeMap<String, &'static str>> = LazyLock::new(|| {
        let today = fisco::belfiore::all().iter().filter(|place| place.to.is_none());
        let towns = today.filter(|place| place.provincia.len() == 2 && place.provincia != "EE");
        towns.map(|place| (plain(place.nome), place.provincia)).collect()
    });
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    if bare.len() <= 2 {
        return bare.to_uppercase();
    }
    let name = plain(bare);
    let known = match name.as_str() {
        "reggio emilia" | "reggio nell emilia" => Some("RE"),
        "reggio calabria" | "reggio di calabria" => Some("RC"),
        "monza brianza" | "monza e brianza" | "monza e della brianza" => Some("MB"),
        "verbano cusio ossola" | "vco" => Some("VB"),
        "valle d aosta" => Some("AO"),
        "barletta andria trani" | "bat" => Some("BT"),
        "sud sardegna" => Some("SU"),
        "medio campidano" => Some("VS"),
        _ => None,
    };
    let first = name.split(' ').next().unwrap_or_default();
    known
        .or_else(|| TOWNS.get(&name).copied())
        .or_else(|| TOWNS.get(first).copied())
        .map_or_else(|| text.to_owned(), str::to_owned)
}

/// Small letters without accents, one blank between words.
fn plain(text: &str) -> String {
    let text = fisco::text::unaccented(text).to_lowercase();
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// The code of a means of payment, or the one that its words tell; other words go into the notes.
fn set_payment(draft: &mut SoggettoDraft, text: &str) {
    if text.is_empty() {
        return;
    }
    let words = plain(text);
    let has = |word: &str| words.contains(word);
    let code = match text.trim().parse::<ModalitaPagamento>() {
        Ok(code) => code.code(),
        Err(_) if has("bonifico") || has("bank transfer") => "MP05",
        Err(_) if has("ri ba") || has("riba") || has("ricevuta bancaria") => "MP12",
        Err(_) if has("contant") || has("cash") => "MP01",
        Err(_) if has("assegno") || has("cheque") => "MP02",
        Err(_) if has("carta") || has("card") || has("bancomat") || words == "pos" => "MP08",
        Err(_) if has("sdd") || words == "rid" => "MP19",
        Err(_) => "",
    };
    code.clone_into(&mut draft.modalita_pagamento);
    if code.is_empty() {
        let gap = if draft.note.is_empty() { "" } else { "; " };
        draft.note = format!("{}{gap}{text}", draft.note);
    }
}

/// A name alone is the whole name; with a surname beside it, it is the first name of a person.
fn set_names(draft: &mut SoggettoDraft, values: &BTreeMap<&'static str, String>) {
    let text = |field: &str| values.get(field).cloned().unwrap_or_default();
    let (whole, nome, cognome) = (text("denominazione"), text("nome"), text("cognome"));
    match (whole.is_empty(), nome.is_empty() || cognome.is_empty()) {
        (false, _) => draft.denominazione = whole,
        (true, false) => (draft.nome, draft.cognome) = (nome, cognome),
        (true, true) => draft.denominazione = if nome.is_empty() { cognome } else { nome },
    }
}

/// What the subject is, by the words of the list and else by its codes.
fn natura(draft: &SoggettoDraft, tipo: &str) -> Natura {
    let is_person = draft
        .codice_fiscale
        .parse::<CodiceFiscale>()
        .is_ok_and(|code| code.is_persona());
    let words: BTreeSet<String> = plain(tipo).split(' ').map(str::to_owned).collect();
    let has = |word: &str| words.contains(word);
    if !draft.nazione.is_empty() {
        return Natura::Estero;
    }
    if has("pa") || has("pubblica") || has("ente") || draft.codice_destinatario.len() == 6 {
        return Natura::Pa;
    }
    match (draft.partita_iva.is_empty(), is_person) {
        (false, true) => Natura::PersonaConIva,
        (false, false) => Natura::Societa,
        (true, true) => Natura::Privato,
        (true, false) if has("privato") || has("persona") || has("fisica") || has("private") => {
            Natura::Privato
        }
        (true, false) if !draft.cognome.is_empty() => Natura::Privato,
        (true, false) => Natura::Societa,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&'static str, &str)]) -> SoggettoDraft {
        let values = pairs
            .iter()
            .map(|(field, value)| (*field, (*value).to_owned()))
            .collect();
        draft_of(&values, Faccia::Cliente)
    }

    #[test]
    fn numbers_get_back_their_zeros_and_lose_their_ornaments() {
        for (typed, number, country) in [
            ("743110157", "00743110157", ""),
            ("IT 00743110157", "00743110157", ""),
            ("007.431.101-57", "00743110157", ""),
            ("00743110158", "00743110158", ""),
            ("DE811569869", "DE811569869", "DE"),
            ("00000000000", "", ""),
        ] {
            let draft = read(&[("partita_iva", typed), ("denominazione", "x")]);
            assert_eq!(
                (draft.partita_iva.as_str(), draft.nazione.as_str()),
                (number, country),
                "{typed}"
            );
        }
        assert_eq!(read(&[("cap", "184")]).cap, "00184");
        assert_eq!(read(&[("cap", "1")]).cap, "1");
    }

    #[test]
    fn provinces_and_countries_are_known_by_name() {
        for (name, sigla) in [
            ("Milano", "MI"),
            ("(mi)", "MI"),
            ("Forlì-Cesena", "FC"),
            ("Reggio Emilia", "RE"),
            ("Pesaro e Urbino", "PU"),
            ("Monza e della Brianza", "MB"),
            ("L'Aquila", "AQ"),
            ("La Spezia", "SP"),
            ("Roma", "RM"),
            ("Napoli", "NA"),
            ("Massa-Carrara", "MS"),
            ("Bolzano/Bozen", "BZ"),
            ("Atlantide", "Atlantide"),
        ] {
            assert_eq!(provincia(name), sigla, "{name}");
        }
        for (name, code) in [
            ("Italia", ""),
            ("ITALY", ""),
            ("Germania", "DE"),
            ("Olanda", "NL"),
            ("fr", "FR"),
        ] {
            assert_eq!(read(&[("nazione", name)]).nazione, code, "{name}");
        }
    }

    #[test]
    fn what_a_subject_is_follows_from_its_codes() {
        for (pairs, natura) in [
            (
                &[("denominazione", "Alfa"), ("partita_iva", "00743110157")][..],
                Natura::Societa,
            ),
            (&[("nome", "Mario"), ("cognome", "Rossi")], Natura::Privato),
            (
                &[
                    ("denominazione", "Rossi Mario"),
                    ("codice_fiscale", "RSSMRA80A01H501U"),
                ],
                Natura::Privato,
            ),
            (
                &[("denominazione", "Comune"), ("codice_destinatario", "ufabcd")],
                Natura::Pa,
            ),
            (
                &[("denominazione", "Muller"), ("nazione", "Germania")],
                Natura::Estero,
            ),
        ] {
            assert_eq!(read(pairs).natura, natura, "{pairs:?}");
        }
    }

    #[test]
    fn payments_are_told_by_their_words_or_kept_as_notes() {
        assert_eq!(
            read(&[("modalita_pagamento", "Bonifico bancario 30 gg")]).modalita_pagamento,
            "MP05"
        );
        let odd = read(&[("modalita_pagamento", "baratto"), ("note", "ok")]);
        assert_eq!(
            (odd.modalita_pagamento.as_str(), odd.note.as_str()),
            ("", "ok; baratto")
        );
    }
}
