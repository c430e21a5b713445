//! What a joiner sells: furniture in five woods, and work.

use crate::prodotti::ProdottoDraft;
use crate::{
    demo_words::{LAVORI, LEGNI, MOBILI},
    dice::Dice,
};

/// A hundred pieces of furniture and twenty kinds of work.
pub(crate) fn all(dice: &mut Dice) -> Vec<ProdottoDraft> {
    let mut drafts = Vec::new();
    for mobile in MOBILI {
        for legno in LEGNI {
            let euro = dice.roll(1_800).saturating_add(40);
            drafts.push(ProdottoDraft {
                descrizione: format!("{mobile} in {legno}"),
                unita_misura: "pz".to_owned(),
                prezzo: format!("{euro},{}", dice.pick(&["00", "50", "90"])),
                prezzo_ivato: dice.roll(5) == 0,
                aliquota_iva: "22".to_owned(),
                categoria: "Mobili".to_owned(),
                ..ProdottoDraft::default()
            });
        }
    }
    for (lavoro, unita_misura) in LAVORI {
        drafts.push(ProdottoDraft {
            descrizione: (*lavoro).to_owned(),
            servizio: true,
            unita_misura: (*unita_misura).to_owned(),
            prezzo: format!("{},00", dice.roll(90).saturating_add(18)),
            aliquota_iva: dice.pick(&["22", "22", "22", "10"]).to_owned(),
            categoria: "Lavori".to_owned(),
            ..ProdottoDraft::default()
        });
    }
    for (number, draft) in (1_u32..).zip(&mut drafts) {
        draft.codice = format!("P{number:03}");
    }
    drafts
}
