//! Lines of the demo's documents.

use crate::{
    anagrafiche::{Natura, SoggettoDraft},
    dice::Dice,
    documenti::RigaDraft,
    prodotti::ProdottoView,
};

/// How a document to this customer is taxed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Iva {
    /// The rate of each product.
    Ordinaria,
    /// To a company of the Union: goods N3.2, services N2.1.
    Unione,
    /// Out of the Union: goods N3.1, services N2.1.
    Estero,
}

impl Iva {
    pub(crate) fn of(cliente: &SoggettoDraft) -> Self {
        match cliente.natura {
            Natura::Estero if cliente.partita_iva.is_empty() => Self::Estero,
            Natura::Estero => Self::Unione,
            Natura::Societa | Natura::PersonaConIva | Natura::Privato | Natura::Pa => Self::Ordinaria,
        }
    }
}

/// One to five lines of products, now and then with a discount, words alone or expenses paid for the customer.
pub(crate) fn righe(prodotti: &[ProdottoView], iva: Iva, dice: &mut Dice) -> Vec<RigaDraft> {
    let count = dice.roll(5).saturating_add(1);
    let mut righe: Vec<RigaDraft> = (0..count).filter_map(|_| riga(prodotti, iva, dice)).collect();
    if dice.roll(12) == 0 {
        righe.push(RigaDraft {
            descrizione: "Come da accordi presi in laboratorio.".to_owned(),
            ..RigaDraft::default()
        });
    }
    if iva == Iva::Ordinaria && dice.roll(20) == 0 {
        righe.push(RigaDraft {
            descrizione: "Spese anticipate in nome e per conto".to_owned(),
            prezzo: format!("{},{}0", dice.roll(60).saturating_add(5), dice.roll(10)),
            aliquota_iva: "0".to_owned(),
            natura: "N1".to_owned(),
            ..RigaDraft::default()
        });
    }
    righe
}

/// A product of the list, at its price.
pub(crate) fn riga(prodotti: &[ProdottoView], iva: Iva, dice: &mut Dice) -> Option<RigaDraft> {
    let at = dice.roll(u32::try_from(prodotti.len()).ok()?);
    let prodotto = prodotti.get(usize::try_from(at).ok()?)?;
    let draft = &prodotto.draft;
    let (aliquota_iva, natura) = match (iva, draft.servizio) {
        (Iva::Ordinaria, _) => (draft.aliquota_iva.as_str(), ""),
        (Iva::Unione | Iva::Estero, true) => ("0", "N2.1"),
        (Iva::Unione, false) => ("0", "N3.2"),
        (Iva::Estero, false) => ("0", "N3.1"),
    };
    let quantita = if draft.servizio {
        format!(
            "{},{}",
            dice.roll(12).saturating_add(1),
            dice.pick(&["0", "25", "5"])
        )
    } else {
        dice.roll(8).saturating_add(1).to_string()
    };
    let sconti = match dice.roll(10) {
        0 => "10",
        1 => "10+5",
        2 => "12,5%",
        _ => "",
    };
    Some(RigaDraft {
        prodotto_id: Some(prodotto.id),
        codice: draft.codice.clone(),
        descrizione: draft.descrizione.clone(),
        quantita,
        unita_misura: draft.unita_misura.clone(),
        prezzo: draft.prezzo.clone(),
        sconti: sconti.to_owned(),
        aliquota_iva: aliquota_iva.to_owned(),
        natura: natura.to_owned(),
        ..RigaDraft::default()
    })
}
