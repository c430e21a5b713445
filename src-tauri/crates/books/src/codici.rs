//! The official code lists for pickers, by name, as they stand on a day.

use fisco::{
    Nazione,
    codici::{
        self, CausalePagamento, CondizioniPagamento, EsigibilitaIva, ModalitaPagamento, Natura,
        RegimeFiscale, TipoCassa, TipoRitenuta,
    },
};
use jiff::civil::Date;

use crate::list::Voce;

/// A list by its name (`natura`, `tipo_cassa`, ...); none for an unknown name.
#[must_use]
pub fn codici(lista: &str, today: Date) -> Option<Vec<Voce>> {
    let in_force = |voci: Vec<&'static codici::Voce>| {
        let is_in_force = |voce: &&codici::Voce| voce.from <= today && voce.to.is_none_or(|to| today <= to);
        voci.into_iter()
            .filter(is_in_force)
            .map(|voce| row(voce.code, voce.it, voce.en))
            .collect()
    };
    macro_rules! of {
        ($kind:ty) => {
            in_force(<$kind>::ALL.iter().map(|code| code.voce()).collect())
        };
    }
    Some(match lista {
        "natura" => of!(Natura),
        "tipo_cassa" => of!(TipoCassa),
        "modalita_pagamento" => of!(ModalitaPagamento),
        "condizioni_pagamento" => of!(CondizioniPagamento),
        "regime_fiscale" => of!(RegimeFiscale),
        "tipo_ritenuta" => of!(TipoRitenuta),
        "causale_pagamento" => of!(CausalePagamento),
        "esigibilita_iva" => of!(EsigibilitaIva),
        "nazioni" => Nazione::all()
            .map(|nazione| row(nazione.code(), nazione.it(), nazione.en()))
            .collect(),
        "province" => province(),
        "aliquote_iva" => {
            let rates = fisco::parametri::aliquote_iva(today);
            rates
                .iter()
                .map(|rate| rate.value.to_string())
                .map(|rate| row(&rate, &rate, &rate))
                .collect()
        }
        _ => return None,
    })
}

fn row(code: &str, it: &str, en: &str) -> Voce {
    Voce {
        code: code.to_owned(),
        it: it.to_owned(),
        en: en.to_owned(),
    }
}

/// The provinces that have a municipality today, by sigla.
fn province() -> Vec<Voce> {
    let places = fisco::belfiore::all().iter().filter(|place| place.to.is_none());
    let codes: std::collections::BTreeSet<&str> = places.map(|place| place.provincia).collect();
    codes
        .into_iter()
        .filter(|code| code.len() == 2 && *code != "EE")
        .map(|code| row(code, code, code))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_of_the_window_has_rows() {
        let today = jiff::civil::date(2026, 11, 24);
        for name in [
            "natura",
            "tipo_cassa",
            "modalita_pagamento",
            "condizioni_pagamento",
            "regime_fiscale",
            "tipo_ritenuta",
            "causale_pagamento",
            "esigibilita_iva",
            "nazioni",
            "province",
            "aliquote_iva",
        ] {
            assert!(codici(name, today).is_some_and(|rows| !rows.is_empty()), "{name}");
        }
        assert!(codici("altro", today).is_none());
        let natura = codici("natura", today).unwrap();
        assert!(
            natura
                .iter()
                .all(|voce| voce.code != "N2" && voce.code != "N3" && voce.code != "N6"),
            "out since 2021"
        );
        assert!(codici("province", today).unwrap().len() >= 107);
    }
}
