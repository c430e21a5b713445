//! 00300 to 00306, 00313, 00330, 00417, 00471 to 00473, 00475, 00476.

use fisco::codici::FormatoTrasmissione;

use super::*;
use crate::model::DatiAnagrafici;

const NONE: [&str; 0] = [];

fn buyer(fattura: &mut FatturaElettronica) -> &mut DatiAnagrafici {
    &mut fattura.header.cessionario_committente.dati_anagrafici
}

/// Type, seller and buyer, each `IT01234567897`; a buyer without country is given by tax code.
fn deal(td: TipoDocumento, seller: &str, bought: &str) -> Vec<String> {
    told(|fattura| set_deal(fattura, td, seller, bought))
}

fn set_deal(fattura: &mut FatturaElettronica, td: TipoDocumento, seller: &str, bought: &str) {
    let (paese, codice) = seller.split_at(2);
    super::td(fattura, td);
    fattura.header.cedente_prestatore.dati_anagrafici.id_fiscale_iva = minimal::id_fiscale(paese, codice);
    let buyer = buyer(fattura);
    let (paese, codice) = bought.split_at(2);
    if paese.bytes().all(|byte| byte.is_ascii_digit()) {
        buyer.codice_fiscale = Some(bought.to_owned());
    } else {
        buyer.codice_fiscale = None;
        buyer.id_fiscale_iva = Some(minimal::id_fiscale(paese, codice));
    }
}

#[test]
fn wrong_check_characters_are_doubtful() {
    let id = |codice: &'static str| {
        told(move |fattura| {
            codice.clone_into(&mut fattura.header.dati_trasmissione.id_trasmittente.id_codice)
        })
    };
    assert_eq!(id("RSSMRA80A01F205X"), NONE);
    assert_eq!(id("01234567890"), ["~00300.digits"]);
    assert_eq!(
        deal(TipoDocumento::TD01, "IT01234567890", "IT00743110157"),
        ["~00301.digits"]
    );
    assert_eq!(
        deal(TipoDocumento::TD01, "IT01234567897", "IT00743110158"),
        ["~00305.digits"]
    );
    assert_eq!(
        deal(TipoDocumento::TD01, "DE01234567890", "IT00743110157"),
        NONE,
        "only Italian numbers"
    );
    let wrong = "RSSMRA80A01F205Y";
    let seller = told(|fattura| {
        fattura.header.cedente_prestatore.dati_anagrafici.codice_fiscale = Some(wrong.to_owned());
    });
    assert_eq!(seller, ["~00302.digits"]);
    assert_eq!(
        told(|fattura| buyer(fattura).codice_fiscale = Some(wrong.to_owned())),
        ["~00306.digits"]
    );
    let both = told(|fattura| {
        let buyer = buyer(fattura);
        buyer.codice_fiscale = Some(wrong.to_owned());
        buyer.id_fiscale_iva = Some(minimal::id_fiscale("IT", "00743110157"));
    });
    assert_eq!(both, NONE, "with a VAT number SDI does not look at the tax code");
}

#[test]
fn the_representatives_have_good_numbers() {
    let of = |codice: &'static str| {
        told(move |fattura| {
            let mut full = super::super::full::fattura().header;
            let seller = full.rappresentante_fiscale.as_mut().unwrap();
            seller.dati_anagrafici.id_fiscale_iva.id_codice = codice.to_owned();
            seller.dati_anagrafici.codice_fiscale = Some(codice.to_owned());
            fattura.header.rappresentante_fiscale = full.rappresentante_fiscale;
            let buyer = full
                .cessionario_committente
                .rappresentante_fiscale
                .as_mut()
                .unwrap();
            buyer.id_fiscale_iva.id_codice = codice.to_owned();
            fattura.header.cessionario_committente.rappresentante_fiscale =
                full.cessionario_committente.rappresentante_fiscale;
        })
    };
    assert_eq!(of("12345678903"), NONE);
    assert_eq!(
        of("12345678904"),
        ["~00303.digits", "~00303.digits", "~00304.digits"]
    );
}

#[test]
fn the_code_of_foreigners_is_for_foreigners() {
    let to = |id: Option<(&'static str, &'static str)>| {
        told(move |fattura| {
            "XXXXXXX".clone_into(&mut fattura.header.dati_trasmissione.codice_destinatario);
            if let Some((paese, codice)) = id {
                buyer(fattura).id_fiscale_iva = Some(minimal::id_fiscale(paese, codice));
            }
        })
    };
    assert_eq!(to(Some(("DE", "123456789"))), NONE);
    assert_eq!(to(Some(("IT", "00743110157"))), ["00313.buyer"]);
    assert_eq!(to(None), ["00313.buyer"]);
}

#[test]
fn the_mail_box_is_not_of_sdi() {
    let to = |pec: &'static str| {
        told(move |fattura| fattura.header.dati_trasmissione.pec_destinatario = Some(pec.to_owned()))
    };
    assert_eq!(to("ditta@pec.example.it"), NONE);
    assert_eq!(to("SDI17@pec.fatturapa.it"), ["00330.pec"]);
    assert_eq!(to("sdi@pec.fatturapa.it"), NONE);
}

#[test]
fn the_buyer_has_an_id() {
    assert_eq!(
        told(|fattura| buyer(fattura).codice_fiscale = None),
        ["00417.buyer"]
    );
}

#[test]
fn nobody_sells_to_themselves_unless_the_type_says_so() {
    use TipoDocumento as T;
    let (me, other) = ("IT01234567897", "IT00743110157");
    for td in [
        T::TD01,
        T::TD02,
        T::TD03,
        T::TD06,
        T::TD16,
        T::TD20,
        T::TD24,
        T::TD25,
        T::TD29,
    ] {
        assert_eq!(deal(td, me, me), ["00471.same"], "{td}");
        assert_eq!(deal(td, me, other), NONE, "{td}");
    }
    for td in [T::TD04, T::TD05, T::TD21, T::TD22, T::TD27] {
        assert_eq!(deal(td, me, me), NONE, "{td}");
    }
    for td in [T::TD21, T::TD27] {
        assert_eq!(deal(td, me, other), ["00472.differ"], "{td}");
        assert_eq!(deal(td, me, "01234567897"), NONE, "{td} by tax code");
    }
    assert_eq!(deal(T::TD01, me, "01234567897"), ["~00471.tax_code"]);
    let group = |second: &'static str| {
        told(move |fattura| {
            set_deal(fattura, T::TD01, me, me);
            fattura.header.cedente_prestatore.dati_anagrafici.codice_fiscale = Some("12345678903".to_owned());
            buyer(fattura).codice_fiscale = Some(second.to_owned());
        })
    };
    assert_eq!(group("00743110157"), NONE, "members of a VAT group");
    assert_eq!(group("12345678903"), ["00471.same"]);
}

#[test]
fn the_rules_on_parties_have_their_days() {
    use TipoDocumento as T;
    let me = "IT01234567897";
    let on = |when: Date, td: T| {
        told_on(when, |fattura| {
            set_deal(fattura, td, me, me);
            general(fattura).data = date(2019, 1, 1);
        })
    };
    assert_eq!(on(date(2022, 9, 30), T::TD01), NONE);
    assert_eq!(on(date(2022, 10, 1), T::TD01), ["00471.same"]);
    assert_eq!(on(date(2020, 9, 30), T::TD16), NONE);
    assert_eq!(on(date(2020, 10, 1), T::TD16), ["00471.same"]);
    assert_eq!(on(date(2025, 3, 31), T::TD29), NONE);
    assert_eq!(on(date(2025, 4, 1), T::TD29), ["00471.same"]);
}

#[test]
fn types_for_foreign_purchases_name_a_foreign_seller() {
    use TipoDocumento as T;
    let me = "IT00743110157";
    for td in [T::TD17, T::TD18, T::TD19] {
        assert_eq!(deal(td, "IT01234567897", me), ["00473.country"], "{td}");
        assert_eq!(deal(td, "DE123456789", me), NONE, "{td}");
        assert_eq!(deal(td, "OO01234567897", me), NONE, "{td}: Livigno and Campione");
    }
    assert_eq!(deal(T::TD28, "SM12345", me), NONE);
    assert_eq!(deal(T::TD28, "DE123456789", me), ["00473.country"]);
    assert_eq!(deal(T::TD29, "IT01234567897", me), NONE);
    assert_eq!(deal(T::TD29, "DE123456789", me), ["00473.country"]);
}

#[test]
fn a_buyer_that_issues_has_a_vat_number() {
    use TipoDocumento as T;
    for td in [T::TD16, T::TD20, T::TD22, T::TD23, T::TD29] {
        assert_eq!(told(|fattura| super::td(fattura, td)), ["00475.buyer"], "{td}");
    }
    assert_eq!(told(|fattura| super::td(fattura, T::TD26)), NONE);
    let early = told_on(date(2021, 12, 31), |fattura| {
        super::td(fattura, T::TD20);
        general(fattura).data = date(2021, 12, 31);
    });
    assert_eq!(early, NONE);
}

#[test]
fn one_of_the_two_is_italian() {
    assert_eq!(
        deal(TipoDocumento::TD01, "DE123456789", "FR12345678901"),
        ["00476.foreign"]
    );
    assert_eq!(deal(TipoDocumento::TD01, "DE123456789", "IT00743110157"), NONE);
    assert_eq!(deal(TipoDocumento::TD01, "IT01234567897", "FR12345678901"), NONE);
}

#[test]
fn public_bodies_have_no_mail_box_to_judge() {
    let told = told(|fattura| {
        let trasmissione = &mut fattura.header.dati_trasmissione;
        trasmissione.formato_trasmissione = FormatoTrasmissione::FPA12.into();
        "UFABCD".clone_into(&mut trasmissione.codice_destinatario);
        trasmissione.pec_destinatario = Some("sdi01@pec.fatturapa.it".to_owned());
    });
    assert_eq!(told, NONE);
}
