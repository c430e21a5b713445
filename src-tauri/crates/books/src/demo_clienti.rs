//! Customers of every kind, with the identifiers each needs.

use fisco::{
    BadId, PartitaIva,
    id::{Persona, Sesso, derive},
};
use jiff::civil::Date;

use crate::anagrafiche::{Natura, SoggettoDraft};
use crate::{
    demo_words::{ATTIVITA, COGNOMI, DONNE, LUOGHI, Luogo, UOMINI, VIE},
    dice::{Dice, nth},
};

/// The customer number `at`: of twenty, nine companies, four professionals, four persons, a public body, two abroad.
pub(crate) fn cliente(at: u32, dice: &mut Dice) -> SoggettoDraft {
    let draft = match at % 20 {
        0..=8 => company(at, dice),
        9..=12 => professional(dice),
        13..=16 => person(dice),
        17 => public_body(at, dice),
        18 => in_europe(at, dice),
        _ => overseas(at, dice),
    };
    SoggettoDraft {
        cliente: true,
        codice: format!("C{:04}", at.saturating_add(1)),
        indirizzo: dice.pick(VIE).to_owned(),
        numero_civico: dice.roll(180).saturating_add(1).to_string(),
        telefono: format!("0{}", dice.digits(8)),
        termini_pagamento: dice.pick(&["", "30", "30 fm", "30/60 fm", "60 fm"]).to_owned(),
        ..draft
    }
}

fn company(at: u32, dice: &mut Dice) -> SoggettoDraft {
    let cognome = nth(COGNOMI, at.wrapping_mul(7));
    let form = dice.pick(&["S.r.l.", "S.p.A.", "S.n.c.", "S.a.s."]);
    let number = eleven(&format!(
        "{}{:03}",
        dice.digits(7),
        dice.roll(100).saturating_add(1)
    ));
    let mail = fisco::text::unaccented(cognome)
        .to_lowercase()
        .replace([' ', '\''], "");
    SoggettoDraft {
        denominazione: format!("{} {cognome} {form}", nth(ATTIVITA, at)),
        codice_fiscale: number.clone(),
        partita_iva: number,
        pec: format!("{mail}{at}@pec.example"),
        email: format!("amministrazione@{mail}{at}.example"),
        sostituto_imposta: true,
        ..in_town(dice.pick(LUOGHI))
    }
}

fn professional(dice: &mut Dice) -> SoggettoDraft {
    SoggettoDraft {
        natura: Natura::PersonaConIva,
        partita_iva: eleven(&format!(
            "{}{:03}",
            dice.digits(7),
            dice.roll(100).saturating_add(1)
        )),
        sostituto_imposta: true,
        ..person(dice)
    }
}

fn person(dice: &mut Dice) -> SoggettoDraft {
    let luogo = dice.pick(LUOGHI);
    let cognome = dice.pick(COGNOMI);
    let (sesso, nome) = if dice.roll(2) == 0 {
        (Sesso::F, dice.pick(DONNE))
    } else {
        (Sesso::M, dice.pick(UOMINI))
    };
    SoggettoDraft {
        natura: Natura::Privato,
        codice_fiscale: derive(&Persona {
            cognome,
            nome,
            nascita: birthday(dice),
            sesso,
            luogo: luogo.belfiore,
        })
        .unwrap_or_default(),
        nome: nome.to_owned(),
        cognome: cognome.to_owned(),
        ..in_town(luogo)
    }
}

fn public_body(at: u32, dice: &mut Dice) -> SoggettoDraft {
    let luogo = nth(LUOGHI, at / 20);
    SoggettoDraft {
        natura: Natura::Pa,
        denominazione: format!("Comune di {}", luogo.comune),
        codice_fiscale: eleven(&format!("8{}", dice.digits(9))),
        codice_destinatario: format!("UF{}", dice.digits(4)),
        esigibilita_iva: "S".to_owned(),
        ..in_town(luogo)
    }
}

fn in_europe(at: u32, dice: &mut Dice) -> SoggettoDraft {
    let (nazione, comune, name, number) = match (at / 20) % 3 {
        0 => ("DE", "München", "Holzwerk", dice.digits(9)),
        1 => ("AT", "Wien", "Tischlerei", format!("U{}", dice.digits(8))),
        _ => ("PL", "Kraków", "Meble", dice.digits(10)),
    };
    SoggettoDraft {
        natura: Natura::Estero,
        denominazione: format!("{name} {}", dice.digits(3)),
        partita_iva: number,
        nazione: nazione.to_owned(),
        comune: comune.to_owned(),
        lingua: "en".to_owned(),
        ..SoggettoDraft::default()
    }
}

fn overseas(at: u32, dice: &mut Dice) -> SoggettoDraft {
    let (nazione, comune) = nth(&[("US", "New York"), ("CH", "Lugano"), ("JP", "Tokyo")], at / 20);
    SoggettoDraft {
        natura: Natura::Estero,
        denominazione: format!("Gallery {} {}", dice.pick(COGNOMI), dice.digits(2)),
        nazione: nazione.to_owned(),
        comune: comune.to_owned(),
        lingua: "en".to_owned(),
        ..SoggettoDraft::default()
    }
}

fn in_town(luogo: Luogo) -> SoggettoDraft {
    SoggettoDraft {
        cap: luogo.cap.to_owned(),
        comune: luogo.comune.to_owned(),
        provincia: luogo.provincia.to_owned(),
        ..SoggettoDraft::default()
    }
}

fn birthday(dice: &mut Dice) -> Date {
    let small = |number: u32| i8::try_from(number.saturating_add(1)).unwrap_or(1);
    let year = i16::try_from(dice.roll(50).saturating_add(1950)).unwrap_or(1970);
    Date::new(year, small(dice.roll(12)), small(dice.roll(28))).unwrap_or_default()
}

/// Ten digits with the eleventh that agrees: the parser is asked which one it wants.
pub(crate) fn eleven(ten: &str) -> String {
    match format!("{ten}0").parse::<PartitaIva>() {
        Err(BadId::CheckCharacter { expected }) => format!("{ten}{expected}"),
        _ => format!("{ten}0"),
    }
}
