//! Fund contributions: the INPS recharge first, the own fund on the fee with the recharge (DOMAIN 3.6, E09).

use fisco::codici::TipoCassa;
use money::{Cents, TooLarge};

use super::{Cassa, Chiave};

/// A contribution computed.
#[derive(Debug, Clone)]
pub(super) struct CassaCalcolata {
    pub(super) imponibile: Cents,
    pub(super) importo: Cents,
    pub(super) chiave: Chiave,
}

/// `compenso`: sum of the lines that count in the base. `principale`: group of the main line.
pub(super) fn calcola(
    casse: &[Cassa],
    compenso: Cents,
    principale: &Chiave,
) -> Result<Vec<CassaCalcolata>, TooLarge> {
    let mut rivalsa = Cents::ZERO;
    let mut done = Vec::with_capacity(casse.len());
    for cassa in casse {
        let imponibile = match cassa.tipo {
            TipoCassa::TC22 => compenso,
            _ => compenso.plus(rivalsa)?,
        };
        let importo = imponibile.percent(cassa.aliquota)?;
        if cassa.tipo == TipoCassa::TC22 {
            rivalsa = rivalsa.plus(importo)?;
        }
        done.push(CassaCalcolata {
            imponibile,
            importo,
            chiave: cassa.iva.clone().unwrap_or_else(|| principale.clone()),
        });
    }
    Ok(done)
}
