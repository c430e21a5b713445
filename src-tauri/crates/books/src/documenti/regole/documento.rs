//! A document read: every field a type that cannot be wrong. What could not be read is left out and stands among the
//! problems of the draft, so that totals show while one types and issuing is refused.

use fisco::{
    Cig, Cup, Iban,
    codici::{
        CausalePagamento, ModalitaPagamento, Natura, TipoCassa, TipoCessionePrestazione, TipoDocumento,
        TipoRitenuta,
    },
    diciture::Lingua,
};
use jiff::civil::Date;
use money::{Cents, Price8, Quantity8, Rate};
use serde::{Deserialize, Serialize};

use super::{sconti::Sconto, termini::Termini};
use crate::documenti::{BolloScelta, RiferimentoTipo, Tipo};

/// Values of the law that an issued document freezes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parametri {
    /// Stamp duty is due strictly above it.
    pub bollo_soglia: Cents,
    /// Stamp duty on a document.
    pub bollo_importo: Cents,
    /// Yearly cap of Enasarco; only where the document says the agent's mandate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enasarco_massimale: Option<Cents>,
}

/// `EsigibilitaIVA`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Esigibilita {
    /// Immediate.
    #[default]
    I,
    /// Deferred.
    D,
    /// Split payment.
    S,
}

impl Esigibilita {
    /// The letter of the schema.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::I => "I",
            Self::D => "D",
            Self::S => "S",
        }
    }
}

/// Key of a group of `DatiRiepilogo`: amounts with the same key are taxed together (DOMAIN 3.3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chiave {
    /// `AliquotaIVA`.
    pub aliquota_iva: Rate,
    /// `Natura`; always there when the rate is 0, never otherwise.
    pub natura: Option<Natura>,
    /// `EsigibilitaIVA`.
    pub esigibilita: Esigibilita,
    /// `RiferimentoNormativo`; empty when none.
    pub riferimento_normativo: String,
}

/// A line.
#[derive(Debug, Clone)]
pub struct Riga {
    /// Place among the lines of the draft, from 0.
    pub at: usize,
    /// `CodiceArticolo`.
    pub codice: Option<String>,
    /// `Descrizione`.
    pub descrizione: String,
    /// `Quantita`; none counts as one.
    pub quantita: Option<Quantity8>,
    /// `UnitaMisura`.
    pub unita_misura: Option<String>,
    /// Unit price as typed.
    pub prezzo: Price8,
    /// In cascade on the unit price.
    pub sconti: Vec<Sconto>,
    /// Group it is taxed in.
    pub chiave: Chiave,
    /// Subject to withholding.
    pub ritenuta: bool,
    /// Counts in the base of the fund.
    pub cassa: bool,
    /// Words only: no amount.
    pub is_descrittiva: bool,
    /// `TipoCessionePrestazione`.
    pub tipo_cessione: Option<TipoCessionePrestazione>,
    /// `DataInizioPeriodo`, `DataFinePeriodo`.
    pub periodo: (Option<Date>, Option<Date>),
    /// `RiferimentoAmministrazione`.
    pub riferimento_amministrazione: Option<String>,
    /// `AltriDatiGestionali`.
    pub altri_dati: Vec<AltroDato>,
}

/// `AltriDatiGestionali`.
#[derive(Debug, Clone)]
pub struct AltroDato {
    /// `TipoDato`.
    pub tipo_dato: String,
    /// `RiferimentoTesto`.
    pub testo: Option<String>,
    /// `RiferimentoNumero`.
    pub numero: Option<Price8>,
    /// `RiferimentoData`.
    pub data_riferimento: Option<Date>,
}

/// Discount on the whole document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScontoDocumento {
    /// Of the sum of the lines.
    Percentuale(Rate),
    /// An amount, IVA included when the prices include it.
    Importo(Cents),
}

/// A fund.
#[derive(Debug, Clone)]
pub struct Cassa {
    /// `TipoCassa`.
    pub tipo: TipoCassa,
    /// `AlCassa`.
    pub aliquota: Rate,
    /// Group of its own; none takes that of the main line.
    pub iva: Option<Chiave>,
    /// Subject to withholding.
    pub ritenuta: bool,
}

/// A withholding.
#[derive(Debug, Clone)]
pub struct Ritenuta {
    /// `TipoRitenuta`.
    pub tipo: TipoRitenuta,
    /// `AliquotaRitenuta`.
    pub aliquota: Rate,
    /// Part of the fee that it is computed on.
    pub base_percentuale: Rate,
    /// `CausalePagamento`.
    pub causale: Option<CausalePagamento>,
    /// Yearly cap of the base, and how much of it was used before this document.
    pub massimale: Option<(Cents, Cents)>,
}

impl Ritenuta {
    /// What is left of the cap; none where there is none.
    #[must_use]
    pub fn resta(&self) -> Option<Cents> {
        let (cap, used) = self.massimale?;
        cap.minus(used).ok().map(|left| left.max(Cents::ZERO))
    }
}

/// An instalment typed by hand.
#[derive(Debug, Clone)]
pub struct RataScritta {
    /// Due date.
    pub scadenza: Date,
    /// None takes what is left.
    pub importo: Option<Cents>,
    /// Its own `ModalitaPagamento`.
    pub modalita: Option<ModalitaPagamento>,
}

/// A reference to another document.
#[derive(Debug, Clone)]
pub struct Riferimento {
    /// Block of `DatiGenerali`.
    pub tipo: RiferimentoTipo,
    /// `IdDocumento`.
    pub id_documento: String,
    /// `Data`.
    pub data_documento: Option<Date>,
    /// `NumItem`.
    pub num_item: Option<String>,
    /// `CodiceCommessaConvenzione`.
    pub codice_commessa: Option<String>,
    /// `CodiceCUP`.
    pub cup: Option<Cup>,
    /// `CodiceCIG`.
    pub cig: Option<Cig>,
    /// `RiferimentoNumeroLinea`.
    pub righe: Vec<u16>,
}

/// `DatiDDT`.
#[derive(Debug, Clone)]
pub struct Ddt {
    /// `NumeroDDT`.
    pub numero: String,
    /// `DataDDT`.
    pub data_ddt: Date,
    /// `RiferimentoNumeroLinea`.
    pub righe: Vec<u16>,
}

/// Transport.
#[derive(Debug, Clone)]
pub struct Trasporto {
    /// `CausaleTrasporto`.
    pub causale: Option<String>,
    /// `MezzoTrasporto`.
    pub mezzo: Option<String>,
    /// `Descrizione`.
    pub aspetto: Option<String>,
    /// `NumeroColli`.
    pub colli: Option<u16>,
    /// `PesoLordo`.
    pub peso_lordo: Option<Cents>,
    /// `PesoNetto`.
    pub peso_netto: Option<Cents>,
    /// `UnitaMisuraPeso`.
    pub unita_peso: Option<String>,
    /// `DataInizioTrasporto`.
    pub data_inizio: Option<Date>,
    /// Printed.
    pub ora_inizio: Option<String>,
    /// `TipoResa`.
    pub resa: Option<String>,
    /// Carrier.
    pub vettore: Option<String>,
    /// Partita IVA of the carrier.
    pub vettore_partita_iva: Option<fisco::PartitaIva>,
    /// Printed.
    pub destinazione: Option<String>,
}

/// A document read.
#[derive(Debug, Clone)]
pub struct Documento {
    /// Kind.
    pub tipo: Tipo,
    /// Series, upper case.
    pub sezionale: String,
    /// Date of the document.
    pub data_documento: Date,
    /// Validity of a quote.
    pub valido_fino: Option<Date>,
    /// The prices typed include IVA.
    pub prezzi_ivati: bool,
    /// Lines that could be read.
    pub righe: Vec<Riga>,
    /// Lines of the draft.
    pub righe_draft: usize,
    /// On the whole document.
    pub sconto: Option<ScontoDocumento>,
    /// Funds, the INPS recharge first.
    pub casse: Vec<Cassa>,
    /// Withholdings.
    pub ritenute: Vec<Ritenuta>,
    /// Stamp duty.
    pub bollo: BolloScelta,
    /// Group of the line that recharges the stamp; none when it is not recharged.
    pub bollo_addebitato: Option<Chiave>,
    /// Values of the law on the day.
    pub parametri: Parametri,
    /// `EsigibilitaIVA`.
    pub esigibilita: Esigibilita,
    /// Round the total to the euro.
    pub arrotonda_euro: bool,
    /// `Arrotondamento` typed.
    pub arrotondamento: Cents,
    /// Percent of the total taken off what is paid.
    pub sconto_in_fattura: Option<Rate>,
    /// `ModalitaPagamento`.
    pub modalita_pagamento: ModalitaPagamento,
    /// Terms.
    pub termini: Termini,
    /// Instalments typed; win over the terms when there are any.
    pub rate: Vec<RataScritta>,
    /// `IBAN`.
    pub iban: Option<Iban>,
    /// References.
    pub riferimenti: Vec<Riferimento>,
    /// Delivery notes.
    pub ddt: Vec<Ddt>,
    /// Transport.
    pub trasporto: Option<Trasporto>,
    /// `Causale`.
    pub causale: Vec<String>,
    /// PDF only.
    pub no_sdi: bool,
    /// Of the PDF.
    pub lingua: Lingua,
}

impl Documento {
    /// `TipoDocumento` of the XML; none when the document makes none.
    #[must_use]
    pub fn td(&self) -> Option<TipoDocumento> {
        if self.no_sdi { None } else { self.tipo.td() }
    }
}

impl Tipo {
    /// `TipoDocumento` that follows from the kind; none for kinds that make no XML.
    #[must_use]
    pub fn td(self) -> Option<TipoDocumento> {
        Some(match self {
            Self::Preventivo | Self::Proforma | Self::Ddt | Self::Ricevuta => return None,
            Self::Fattura => TipoDocumento::TD01,
            Self::FatturaAcconto => TipoDocumento::TD02,
            Self::ParcellaAcconto => TipoDocumento::TD03,
            Self::NotaCredito => TipoDocumento::TD04,
            Self::NotaDebito => TipoDocumento::TD05,
            Self::Parcella => TipoDocumento::TD06,
            Self::FatturaDifferita => TipoDocumento::TD24,
            Self::FatturaDifferitaB => TipoDocumento::TD25,
        })
    }

    /// Class whose numbers it shares (DOMAIN 4.1).
    #[must_use]
    pub fn classe(self) -> &'static str {
        match self {
            Self::Preventivo => "preventivi",
            Self::Proforma => "proforma",
            Self::Ddt => "ddt",
            Self::Ricevuta => "ricevute",
            Self::Fattura
            | Self::FatturaAcconto
            | Self::ParcellaAcconto
            | Self::NotaCredito
            | Self::NotaDebito
            | Self::Parcella
            | Self::FatturaDifferita
            | Self::FatturaDifferitaB => "fatture",
        }
    }

    /// Whether its number, once given, stands for ever (DOMAIN 4.3).
    #[must_use]
    pub fn is_fiscale(self) -> bool {
        self.classe() == "fatture"
    }

    /// Whether money is due of it once issued.
    #[must_use]
    pub fn is_dovuto(self) -> bool {
        self.is_fiscale() || self == Self::Ricevuta
    }
}
