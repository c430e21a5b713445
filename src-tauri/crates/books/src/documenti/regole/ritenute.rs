//! Withholdings: on the fee and on the INPS recharge, never on the own fund, on N1 or on the stamp (DOMAIN 3.6).

use fisco::codici::TipoRitenuta;
use money::{Cents, TooLarge};

use super::Ritenuta;
use crate::documenti::RitenutaTotale;

/// `compenso`: lines subject to withholding; `casse`: contributions subject to it. Contributions of the customer's
/// side (RT03 to RT06: Enasarco and the like) are computed on the fee alone.
pub(super) fn calcola(
    ritenute: &[Ritenuta],
    compenso: Cents,
    casse: Cents,
) -> Result<Vec<RitenutaTotale>, TooLarge> {
    ritenute
        .iter()
        .map(|ritenuta| {
            let whole = match ritenuta.tipo {
                TipoRitenuta::RT01 | TipoRitenuta::RT02 => compenso.plus(casse)?,
                _ => compenso,
            };
            let part = whole.percent(ritenuta.base_percentuale)?;
            let base = ritenuta.resta().map_or(part, |left| part.min(left));
            Ok(RitenutaTotale {
                tipo: ritenuta.tipo.code().to_owned(),
                base,
                aliquota: ritenuta.aliquota,
                importo: base.percent(ritenuta.aliquota)?,
                causale: ritenuta
                    .causale
                    .map(|causale| causale.code().to_owned())
                    .unwrap_or_default(),
            })
        })
        .collect()
}
