//! The identifier vectors of `fixtures/fisco`, and the forms that people type.

use jiff::civil::date;
use serde_json::Value;

use super::*;
use crate::belfiore;

fn vectors() -> Value {
    serde_json::from_str(include_str!("../../../../../fixtures/fisco/id_vectors.json")).unwrap()
}

fn texts<'a>(vectors: &'a Value, path: &str) -> Vec<&'a str> {
    let list = vectors.pointer(path).unwrap().as_array().unwrap();
    assert!(!list.is_empty(), "{path}");
    list.iter()
        .map(|item| item.as_str().or_else(|| item[0].as_str()).unwrap())
        .collect()
}

/// Every text is read, printed as it stands, and goes through JSON unchanged.
fn accepts<T>(texts: &[&str])
where
    T: std::str::FromStr<Err = BadId> + std::fmt::Display + serde::Serialize + serde::de::DeserializeOwned,
{
    for text in texts {
        let id: T = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(id.to_string(), *text);
        let json = serde_json::to_string(&id).unwrap();
        assert_eq!(serde_json::from_str::<T>(&json).unwrap().to_string(), *text);
    }
}

#[test]
fn partita_iva_vectors() {
    let vectors = vectors();
    accepts::<PartitaIva>(&texts(&vectors, "/partita_iva_valid"));
    let expected = [
        BadId::CheckCharacter { expected: '7' },
        BadId::AllZero,
        BadId::Length {
            found: 10,
            expected: "11",
        },
        BadId::Characters { at: 12 },
        BadId::Characters { at: 11 },
    ];
    for (text, expected) in texts(&vectors, "/partita_iva_invalid").into_iter().zip(expected) {
        assert_eq!(text.parse::<PartitaIva>(), Err(expected), "{text}");
    }
    let check = vectors["partita_iva_steps_01234567897"]["check"].to_string();
    assert!(
        "01234567897"
            .parse::<PartitaIva>()
            .unwrap()
            .as_str()
            .ends_with(&check)
    );
    let typed: PartitaIva = " it 012.345.678 97\u{a0}".parse().unwrap();
    assert_eq!(typed.as_str(), "01234567897");
    assert_eq!(typed.warnings(), [Warning::Ufficio]);
    assert_eq!("00743110157".parse::<PartitaIva>().unwrap().warnings(), []);
}

#[test]
fn codice_fiscale_vectors() {
    let vectors = vectors();
    accepts::<CodiceFiscale>(&texts(&vectors, "/public_codice_fiscale_vectors/valid"));
    accepts::<CodiceFiscale>(&texts(&vectors, "/provisional_11_digit_cf/examples"));
    let expected = [
        BadId::Length {
            found: 17,
            expected: "16 / 11",
        },
        BadId::CheckCharacter { expected: 'P' },
        BadId::Length {
            found: 15,
            expected: "16 / 11",
        },
    ];
    let invalid = texts(&vectors, "/public_codice_fiscale_vectors/invalid");
    for (text, expected) in invalid.into_iter().zip(expected) {
        assert_eq!(text.parse::<CodiceFiscale>(), Err(expected), "{text}");
    }
    assert_eq!(
        "RSSMRA80Q01F205X".parse::<CodiceFiscale>(),
        Err(BadId::Characters { at: 9 })
    );
    assert_eq!("RSSMRA80B30F205X".parse::<CodiceFiscale>(), Err(BadId::Date));
    assert_eq!(
        "RSSMRA80A01FA05X".parse::<CodiceFiscale>(),
        Err(BadId::Characters { at: 13 })
    );
}

#[test]
fn codice_fiscale_is_derived_only_to_compare() {
    let today = date(2026, 11, 24);
    for made in vectors()["codice_fiscale_make"].as_array().unwrap() {
        let text = |key: &str| made[key].as_str().unwrap();
        let persona = Persona {
            cognome: text("surname"),
            nome: text("name"),
            nascita: text("birth").parse().unwrap(),
            sesso: if text("sex") == "M" { Sesso::M } else { Sesso::F },
            luogo: text("belfiore"),
        };
        assert_eq!(derive(&persona).as_deref(), Some(text("cf")));
        let code: CodiceFiscale = text("cf").parse().unwrap();
        assert_eq!(code.compare(&persona), []);
        assert!(code.birth_dates(today).contains(&persona.nascita), "{code}");
        assert_eq!(code.warnings(today), [], "{code}");
        let other = Persona {
            cognome: "Verdi",
            nome: "Anna",
            ..persona
        };
        assert_eq!(code.compare(&other), [Warning::Cognome, Warning::Nome]);
    }
}

#[test]
fn omocodia_says_the_same_person() {
    for (at, step) in vectors()["omocodia"].as_array().unwrap().iter().enumerate() {
        let code: CodiceFiscale = step["cf"].as_str().unwrap().parse().unwrap();
        assert_eq!(code.is_omocodia(), at > 0, "{code}");
        let nascita = code.nascita().unwrap();
        assert_eq!(
            (nascita.anno, nascita.mese, nascita.giorno, nascita.sesso),
            (80, 1, 1, Sesso::M)
        );
        assert_eq!(nascita.luogo, "F205");
        assert!(belfiore::find(&nascita.luogo).any(|luogo| luogo.nome == "Milano"));
    }
}

#[test]
fn every_one_of_the_128_omocodia_forms_is_read() {
    let letters: Vec<char> = "LMNPQRSTUV".chars().collect();
    for subset in 0_u32..128 {
        let mut code: Vec<char> = "RSSMRA80A01F205".chars().collect();
        for (bit, at) in [6, 7, 9, 10, 12, 13, 14].into_iter().enumerate() {
            if subset & (1 << bit) != 0 {
                let digit = usize::try_from(code[at].to_digit(10).unwrap()).unwrap();
                code[at] = letters[digit];
            }
        }
        let code: String = code.into_iter().collect();
        let whole = format!("{code}{}", check_letter(&code).unwrap());
        assert!(whole.parse::<CodiceFiscale>().is_ok(), "{whole}");
    }
}

#[test]
fn the_century_of_a_birth_is_told_by_the_day_and_by_leap_years() {
    let code: CodiceFiscale = "RSSMRA00S29L219C".parse().unwrap();
    assert_eq!(
        code.birth_dates(date(2026, 1, 1)),
        [date(2000, 11, 29), date(1900, 11, 29)]
    );
    assert_eq!(code.birth_dates(date(2000, 1, 1)), [date(1900, 11, 29)]);
}

#[test]
fn iban_vectors() {
    let vectors = vectors();
    for item in vectors["iban"].as_array().unwrap() {
        accepts::<Iban>(&[item["iban"].as_str().unwrap()]);
    }
    let expected = [
        BadId::Cin { expected: 'A' },
        BadId::Cin { expected: 'X' },
        BadId::Length {
            found: 25,
            expected: "27",
        },
    ];
    for (text, expected) in texts(&vectors, "/iban_invalid").into_iter().zip(expected) {
        let error = text.parse::<Iban>().unwrap_err();
        assert_eq!(error.code(), expected.code(), "{text}");
    }
    assert_eq!(
        "IT61X0542811101000000123456".parse::<Iban>(),
        Err(BadId::CheckDigits { expected: 60 })
    );
    let typed: Iban = "iban it60 x054 2811 1010 0000 0123 456".parse().unwrap();
    assert_eq!(
        (typed.country(), typed.abi(), typed.cab()),
        ("IT", Some("05428"), Some("11101"))
    );
    assert_eq!(typed.grouped(), "IT60 X054 2811 1010 0000 0123 456");
    for foreign in [
        "DE89370400440532013000",
        "GB29NWBK60161331926819",
        "FR1420041010050500013M02606",
        "SM86U0322509800000000270100",
    ] {
        accepts::<Iban>(&[foreign]);
    }
    assert_eq!("US12345678901234567890".parse::<Iban>(), Err(BadId::Country));
}

#[test]
fn public_contract_vectors() {
    let vectors = vectors();
    for text in texts(&vectors, "/cig/valid") {
        assert_eq!(text.parse::<Cig>().unwrap().warnings(), [], "{text}");
    }
    for text in texts(&vectors, "/cig/invalid") {
        assert_eq!(
            text.parse::<Cig>().unwrap().warnings(),
            [Warning::CigCheck],
            "{text}"
        );
    }
    assert_eq!("Z123456789".parse::<Cig>().unwrap().warnings(), []);
    for text in texts(&vectors, "/cup/valid") {
        assert_eq!(text.parse::<Cup>().unwrap().warnings(), [], "{text}");
    }
    assert_eq!(
        "123456789012345".parse::<Cup>().unwrap().warnings(),
        [Warning::CupShape]
    );
    assert_eq!(
        "B12".parse::<Cig>(),
        Err(BadId::Length {
            found: 3,
            expected: "10"
        })
    );
}

#[test]
fn codice_destinatario_vectors() {
    let vectors = vectors();
    let codes = texts(&vectors, "/codice_destinatario");
    accepts::<CodiceDestinatario>(&codes);
    let public: Vec<_> = codes
        .iter()
        .filter(|code| code.parse::<CodiceDestinatario>().unwrap().is_pa())
        .collect();
    assert_eq!(public, [&"UFABCD"]);
    assert_eq!(
        "abc 1234".parse::<CodiceDestinatario>().unwrap().as_str(),
        "ABC1234"
    );
    assert!(CodiceDestinatario::unknown().is_unknown());
    assert_eq!(
        "ABC12".parse::<CodiceDestinatario>().unwrap_err().code(),
        "id_length"
    );
}

#[test]
fn foreign_vat_numbers_are_checked_for_their_form_only() {
    accepts::<VatNumber>(&[
        "DE123456789",
        "ATU12345678",
        "EL123456789",
        "XIGD123",
        "NL123456789B01",
        "CHE123456788",
    ]);
    assert_eq!("IE1+12345A".parse::<VatNumber>().unwrap().codice(), "1+12345A");
    let greece: Nazione = "GR".parse().unwrap();
    assert_eq!(
        VatNumber::of(greece, "EL 123456789").unwrap().to_string(),
        "EL123456789"
    );
    assert_eq!(
        "DE12345678".parse::<VatNumber>(),
        Err(BadId::Format {
            expected: "nnnnnnnnn"
        })
    );
    assert_eq!("QQ1".parse::<VatNumber>(), Err(BadId::Country));
}

#[test]
fn places_of_an_address() {
    assert!(Nazione::all().is_sorted() && Nazione::all().count() == 250);
    assert_eq!(Nazione::all().filter(|nazione| nazione.is_ue()).count(), 27);
    assert_eq!("el".parse::<Nazione>().unwrap().code(), "GR");
    assert_eq!("00186".parse::<Cap>().unwrap().as_str(), "00186");
    assert_eq!(
        "0018".parse::<Cap>(),
        Err(BadId::Length {
            found: 4,
            expected: "5"
        })
    );
    assert_eq!("rm".parse::<Provincia>().unwrap().warnings(), []);
    assert_eq!("EE".parse::<Provincia>().unwrap().warnings(), []);
    assert_eq!(
        "QQ".parse::<Provincia>().unwrap().warnings(),
        [Warning::Provincia]
    );
}

/// Reading never fails in any other way than by saying why, and what it prints is read again as the same.
fn reads_its_own<T>(typed: &str)
where
    T: std::str::FromStr<Err = BadId> + std::fmt::Display + PartialEq + std::fmt::Debug,
{
    if let Ok(id) = typed.parse::<T>() {
        assert_eq!(id.to_string().parse::<T>(), Ok(id), "{typed}");
    }
}

proptest::proptest! {
    #[test]
    fn anything_typed_is_read_or_refused(typed in "\\PC{0,32}|[A-Z0-9 ]{0,34}|[0-9]{11}|(IT|DE|XI|EL)[A-Z0-9]{2,25}") {
        reads_its_own::<PartitaIva>(&typed);
        reads_its_own::<CodiceFiscale>(&typed);
        reads_its_own::<Iban>(&typed);
        reads_its_own::<CodiceDestinatario>(&typed);
        reads_its_own::<Cig>(&typed);
        reads_its_own::<Cup>(&typed);
        reads_its_own::<Cap>(&typed);
        reads_its_own::<Provincia>(&typed);
        reads_its_own::<Nazione>(&typed);
        reads_its_own::<VatNumber>(&typed);
    }

    #[test]
    fn one_wrong_digit_of_a_partita_iva_is_always_found(at in 0_usize..11, by in 1_u32..10) {
        let mut digits: Vec<char> = "01234567897".chars().collect();
        let digit = digits[at].to_digit(10).unwrap();
        digits[at] = char::from_digit((digit + by) % 10, 10).unwrap();
        let typed: String = digits.into_iter().collect();
        proptest::prop_assert!(typed.parse::<PartitaIva>().is_err(), "{}", typed);
    }
}
