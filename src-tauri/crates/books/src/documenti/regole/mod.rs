//! The rules of the active cycle, pure: no SQL, no clock. A draft is read once ([`leggi`]), then computed ([`calcola`]).

mod bollo;
mod casse;
mod controlli;
mod diciture;
mod documento;
mod gruppi;
mod inverso;
mod leggi;
mod leggi_altro;
mod leggi_righe;
mod rate;
mod righe;
mod ritenute;
pub mod sconti;
mod spiega;
pub mod termini;
#[cfg(test)]
mod tests;
mod totali;

pub use controlli::controlla;
pub use documento::{
    AltroDato, Cassa, Chiave, Ddt, Documento, Esigibilita, Parametri, RataScritta, Riferimento, Riga,
    Ritenuta, ScontoDocumento, Trasporto,
};
pub(super) use gruppi::{ParteSconto, spread};
pub use inverso::{Inverso, compenso_da_netto};
pub use leggi::{Contesto, Letto, leggi};
pub use rate::scadenzario;
pub use righe::RigaCalcolata;
pub use spiega::{Passo, Spiegazione, spiega};
pub use totali::{Calcolo, calcola};
