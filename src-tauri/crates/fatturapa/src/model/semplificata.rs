//! The simplified invoice, FSM10 1.0.2 (art. 21-bis DPR 633/1972): `TD07`, `TD08`, `TD09`.

use fisco::codici::{Natura, RegimeFiscale, SoggettoEmittente, TipoDocumentoSemplificata};
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{
    Allegati, IdFiscale, Indirizzo, IscrizioneRea, Nominativo, RappresentanteFiscaleCessionario, Si,
};
use crate::{
    code::{Code, list},
    facet::{Facet, basic, latin},
    field::block,
    read::{Readable, Reader, file},
    shape::Shape,
    xml::Node,
};

/// A whole simplified file: one header and one or several documents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FatturaElettronicaSemplificata {
    /// Attribute `SistemaEmittente`: the program that made the file, up to 10 characters.
    pub sistema_emittente: Option<String>,
    /// `FatturaElettronicaHeader`. Its `FormatoTrasmissione` is also the attribute `versione`.
    pub header: FatturaElettronicaHeader,
    /// `FatturaElettronicaBody`: one, or several of a lot.
    pub bodies: Vec<FatturaElettronicaBody>,
}

impl Readable for FatturaElettronicaSemplificata {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self> {
        let (sistema_emittente, header, bodies) = file(node, reader);
        Some(Self {
            sistema_emittente,
            header,
            bodies,
        })
    }
}

list! {
    /// The one format of the simplified invoice.
    FormatoTrasmissione {
        /// Invoice to private parties, simplified.
        FSM10,
    }
}

block! {
    /// What all documents of the file share.
    FatturaElettronicaHeader {
        /// 1.1
        dati_trasmissione: DatiTrasmissione = "DatiTrasmissione" Facet::Own;
        /// 1.2
        cedente_prestatore: CedentePrestatore = "CedentePrestatore" Facet::Own;
        /// 1.3
        cessionario_committente: CessionarioCommittente = "CessionarioCommittente" Facet::Own;
        /// 1.4
        soggetto_emittente: Option<Code<SoggettoEmittente>> = "SoggettoEmittente" Facet::Own;
    }
}

block! {
    /// Who sends what to whom.
    DatiTrasmissione {
        /// Who transmits: for Italy the codice fiscale.
        id_trasmittente: IdFiscale = "IdTrasmittente" Facet::Own;
        /// Progressive chosen by who transmits, up to 10 characters.
        progressivo_invio: String = "ProgressivoInvio" basic(10);
        /// FSM10.
        formato_trasmissione: Code<FormatoTrasmissione> = "FormatoTrasmissione" Facet::Own;
        /// 7 characters.
        codice_destinatario: String = "CodiceDestinatario" Facet::Shape(Shape::CodiceDestinatarioPrivato);
        /// PEC of the customer, with the code `0000000`.
        pec_destinatario: Option<String> = "PECDestinatario" Facet::Shape(Shape::Pec);
    }
}

block! {
    /// The seller.
    CedentePrestatore {
        /// VAT number.
        id_fiscale_iva: IdFiscale = "IdFiscaleIVA" Facet::Own;
        /// Codice fiscale.
        codice_fiscale: Option<String> = "CodiceFiscale" Facet::Shape(Shape::CodiceFiscale);
        /// `Denominazione`, or `Nome` and `Cognome`.
        nominativo: Nominativo = "" Facet::Own;
        /// Where it is.
        sede: Indirizzo = "Sede" Facet::Own;
        /// Its permanent establishment in Italy.
        stabile_organizzazione: Option<Indirizzo> = "StabileOrganizzazione" Facet::Own;
        /// Its fiscal representative.
        rappresentante_fiscale: Option<RappresentanteFiscale> = "RappresentanteFiscale" Facet::Own;
        /// Its entry in the business register.
        iscrizione_rea: Option<IscrizioneRea> = "IscrizioneREA" Facet::Own;
        /// Tax regime.
        regime_fiscale: Code<RegimeFiscale> = "RegimeFiscale" Facet::Own;
    }
}

/// A fiscal representative: the same block as that of a customer of the ordinary invoice.
pub type RappresentanteFiscale = RappresentanteFiscaleCessionario;

block! {
    /// The customer.
    CessionarioCommittente {
        /// Its codes.
        identificativi_fiscali: IdentificativiFiscali = "IdentificativiFiscali" Facet::Own;
        /// Its name and address.
        altri_dati_identificativi: Option<AltriDatiIdentificativi> = "AltriDatiIdentificativi" Facet::Own;
    }
}

block! {
    /// The codes of the customer: one of the two at least (SDI 00417).
    IdentificativiFiscali {
        /// VAT number.
        id_fiscale_iva: Option<IdFiscale> = "IdFiscaleIVA" Facet::Own;
        /// Codice fiscale.
        codice_fiscale: Option<String> = "CodiceFiscale" Facet::Shape(Shape::CodiceFiscale);
    }
}

block! {
    /// Name and address of the customer.
    AltriDatiIdentificativi {
        /// `Denominazione`, or `Nome` and `Cognome`.
        nominativo: Nominativo = "" Facet::Own;
        /// Where it is.
        sede: Indirizzo = "Sede" Facet::Own;
        /// Its permanent establishment in Italy.
        stabile_organizzazione: Option<Indirizzo> = "StabileOrganizzazione" Facet::Own;
        /// Its fiscal representative.
        rappresentante_fiscale: Option<RappresentanteFiscale> = "RappresentanteFiscale" Facet::Own;
    }
}

block! {
    /// One document of the file.
    FatturaElettronicaBody {
        /// 2.1
        dati_generali: DatiGenerali = "DatiGenerali" Facet::Own;
        /// 2.2
        dati_beni_servizi: Vec<DatiBeniServizi> = "DatiBeniServizi" Facet::AtLeastOne;
        /// 2.3
        allegati: Vec<Allegati> = "Allegati" Facet::Own;
    }
}

block! {
    /// General data of a document.
    DatiGenerali {
        /// 2.1.1
        dati_generali_documento: DatiGeneraliDocumento = "DatiGeneraliDocumento" Facet::Own;
        /// 2.1.2: the invoice that this one corrects.
        dati_fattura_rettificata: Option<DatiFatturaRettificata> = "DatiFatturaRettificata" Facet::Own;
    }
}

block! {
    /// Type, number and date of the document.
    DatiGeneraliDocumento {
        /// Type.
        tipo_documento: Code<TipoDocumentoSemplificata> = "TipoDocumento" Facet::Own;
        /// Currency, three letters: `EUR`.
        divisa: String = "Divisa" Facet::Shape(Shape::ThreeLetters);
        /// Date, from 1970.
        data: Date = "Data" Facet::DataFattura;
        /// Number, up to 20 characters, with a digit.
        numero: String = "Numero" basic(20);
        /// Stamp duty paid without the sticker.
        bollo_virtuale: Option<Si> = "BolloVirtuale" Facet::Own;
    }
}

block! {
    /// The invoice that this one corrects.
    DatiFatturaRettificata {
        /// Its number, up to 20 characters.
        numero_fr: String = "NumeroFR" basic(20);
        /// Its date, from 1970.
        data_fr: Date = "DataFR" Facet::DataFattura;
        /// What is corrected, up to 1000 characters.
        elementi_rettificati: String = "ElementiRettificati" latin(1000);
    }
}

block! {
    /// Goods or services of one rate.
    DatiBeniServizi {
        /// Up to 1000 characters.
        descrizione: String = "Descrizione" latin(1000);
        /// Amount, VAT included.
        importo: Decimal = "Importo" Facet::Amount2;
        /// The VAT in it.
        dati_iva: DatiIva = "DatiIVA" Facet::Own;
        /// Nature when there is no VAT: without `N6` and `N7`.
        natura: Option<Code<Natura>> = "Natura" Facet::NaturaSemplificata;
        /// The law, up to 100 characters.
        riferimento_normativo: Option<String> = "RiferimentoNormativo" latin(100);
    }
}

block! {
    /// The VAT in an amount: itself, or the rate from which it follows.
    DatiIva {
        /// VAT.
        imposta: Option<Decimal> = "Imposta" Facet::Amount2;
        /// VAT rate.
        aliquota: Option<Decimal> = "Aliquota" Facet::Rate;
    }
}
