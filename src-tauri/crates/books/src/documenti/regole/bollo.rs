//! Stamp duty: due strictly above the threshold on amounts without IVA (DPR 642/1972 tariffa art. 13; DOMAIN 3.7).

use money::Cents;

use super::Documento;
use crate::documenti::{BolloScelta, Tipo};

/// The duty, zero when not due. A delivery note has none.
pub(super) fn dovuto(documento: &Documento, base: Cents) -> Cents {
    let is_due = match documento.bollo {
        BolloScelta::Auto => base > documento.parametri.bollo_soglia,
        BolloScelta::Si => true,
        BolloScelta::No => false,
    };
    if is_due && documento.tipo != Tipo::Ddt {
        documento.parametri.bollo_importo
    } else {
        Cents::ZERO
    }
}
