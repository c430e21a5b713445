//! The ordinary invoice, FatturaPA 1.2.3, and the simplified one ([`semplificata`]): one struct for each block, with the
//! names of the schema and in its order.

mod beni_servizi;
pub(crate) mod data_ora;
mod documento;
mod header;
mod pagamento;
pub mod semplificata;

pub use beni_servizi::{
    AltriDatiGestionali, CodiceArticolo, DatiBeniServizi, DatiRiepilogo, DettaglioLinee, ScontoMaggiorazione,
};
pub use data_ora::DataOra;
pub use documento::{
    DatiAnagraficiVettore, DatiBollo, DatiCassaPrevidenziale, DatiDdt, DatiDocumentiCorrelati, DatiGenerali,
    DatiGeneraliDocumento, DatiRitenuta, DatiSal, DatiTrasporto, FatturaPrincipale,
};
pub use header::{
    Anagrafica, CedentePrestatore, CessionarioCommittente, Contatti, ContattiTrasmittente, DatiAnagrafici,
    DatiAnagraficiCedente, DatiAnagraficiRappresentante, DatiTrasmissione, FatturaElettronicaHeader,
    IdFiscale, Indirizzo, IscrizioneRea, Nominativo, RappresentanteFiscale, RappresentanteFiscaleCessionario,
    TerzoIntermediario,
};
pub use pagamento::{Allegati, Attachment, DatiPagamento, DatiVeicoli, DettaglioPagamento};
pub use semplificata::FatturaElettronicaSemplificata;

use crate::{
    clean::Cleaner,
    facet::Facet,
    field::{Field, block},
    read::{Readable, Reader, file},
    write::Out,
    xml::Node,
};

/// A whole file of either kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fattura {
    /// FPR12 and FPA12.
    Ordinaria(Box<FatturaElettronica>),
    /// FSM10.
    Semplificata(Box<FatturaElettronicaSemplificata>),
}

impl From<FatturaElettronica> for Fattura {
    fn from(fattura: FatturaElettronica) -> Self {
        Self::Ordinaria(Box::new(fattura))
    }
}

impl From<FatturaElettronicaSemplificata> for Fattura {
    fn from(fattura: FatturaElettronicaSemplificata) -> Self {
        Self::Semplificata(Box::new(fattura))
    }
}

/// A whole ordinary file: one header and one or several documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FatturaElettronica {
    /// Attribute `SistemaEmittente`: the program that made the file, up to 10 characters.
    pub sistema_emittente: Option<String>,
    /// `FatturaElettronicaHeader`. Its `FormatoTrasmissione` is also the attribute `versione`.
    pub header: FatturaElettronicaHeader,
    /// `FatturaElettronicaBody`: one, or several of a lot.
    pub bodies: Vec<FatturaElettronicaBody>,
}

impl Readable for FatturaElettronica {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self> {
        let (sistema_emittente, header, bodies) = file(node, reader);
        Some(Self {
            sistema_emittente,
            header,
            bodies,
        })
    }
}

block! {
    /// One document of the file.
    FatturaElettronicaBody {
        /// 2.1
        dati_generali: DatiGenerali = "DatiGenerali" Facet::Own;
        /// 2.2
        dati_beni_servizi: DatiBeniServizi = "DatiBeniServizi" Facet::Own;
        /// 2.3
        dati_veicoli: Option<DatiVeicoli> = "DatiVeicoli" Facet::Own;
        /// 2.4
        dati_pagamento: Vec<DatiPagamento> = "DatiPagamento" Facet::Own;
        /// 2.5
        allegati: Vec<Allegati> = "Allegati" Facet::Own;
    }
}

/// The value `SI`, the only one of `BolloVirtuale`, `Ritenuta` and `Art73`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Si;

impl Field for Si {
    fn put(&self, out: &mut Out, name: &'static str, _facet: Facet) {
        out.element(name, "SI");
    }
}

impl Field for Nominativo {
    fn put(&self, out: &mut Out, _name: &'static str, _facet: Facet) {
        match self {
            Self::Denominazione(denominazione) => {
                denominazione.put(out, "Denominazione", Self::DENOMINAZIONE)
            }
            Self::Persona { nome, cognome } => {
                nome.put(out, "Nome", Self::NOME);
                cognome.put(out, "Cognome", Self::NOME);
            }
        }
    }

    fn clean(&mut self, cleaner: &mut Cleaner, _name: &'static str, _facet: Facet) {
        match self {
            Self::Denominazione(denominazione) => {
                denominazione.clean(cleaner, "Denominazione", Self::DENOMINAZIONE);
            }
            Self::Persona { nome, cognome } => {
                nome.clean(cleaner, "Nome", Self::NOME);
                cognome.clean(cleaner, "Cognome", Self::NOME);
            }
        }
    }
}
