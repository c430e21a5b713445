//! Section 1: transmission, seller, customer, third parties.

use fisco::codici::{FormatoTrasmissione, RegimeFiscale, SocioUnico, SoggettoEmittente, StatoLiquidazione};
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::{
    code::Code,
    facet::{Charset, Facet, basic, latin},
    field::block,
    shape::Shape,
};

block! {
    /// What all documents of the file share.
    FatturaElettronicaHeader {
        /// 1.1
        dati_trasmissione: DatiTrasmissione = "DatiTrasmissione" Facet::Own;
        /// 1.2
        cedente_prestatore: CedentePrestatore = "CedentePrestatore" Facet::Own;
        /// 1.3
        rappresentante_fiscale: Option<RappresentanteFiscale> = "RappresentanteFiscale" Facet::Own;
        /// 1.4
        cessionario_committente: CessionarioCommittente = "CessionarioCommittente" Facet::Own;
        /// 1.5
        terzo_intermediario: Option<TerzoIntermediario> = "TerzoIntermediarioOSoggettoEmittente" Facet::Own;
        /// 1.6
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
        /// FPR12 or FPA12.
        formato_trasmissione: Code<FormatoTrasmissione> = "FormatoTrasmissione" Facet::Own;
        /// 7 characters, or 6 of a public office.
        codice_destinatario: String = "CodiceDestinatario" Facet::Shape(Shape::CodiceDestinatario);
        /// Contacts of who transmits.
        contatti_trasmittente: Option<ContattiTrasmittente> = "ContattiTrasmittente" Facet::Own;
        /// PEC of the customer, with the code `0000000`.
        pec_destinatario: Option<String> = "PECDestinatario" Facet::Shape(Shape::Pec);
    }
}

block! {
    /// Country and number of a VAT or tax subject.
    IdFiscale {
        /// Two letters; `EL` for a Greek VAT number.
        id_paese: String = "IdPaese" Facet::Shape(Shape::TwoLetters);
        /// Up to 28 characters.
        id_codice: String = "IdCodice" basic(28);
    }
}

block! {
    /// Contacts of who transmits.
    ContattiTrasmittente {
        /// 5 to 12 characters.
        telefono: Option<String> = "Telefono" Facet::Telefono;
        /// An e-mail address.
        email: Option<String> = "Email" Facet::Shape(Shape::Email);
    }
}

block! {
    /// The seller.
    CedentePrestatore {
        /// Who it is.
        dati_anagrafici: DatiAnagraficiCedente = "DatiAnagrafici" Facet::Own;
        /// Where it is.
        sede: Indirizzo = "Sede" Facet::Own;
        /// Its permanent establishment in Italy.
        stabile_organizzazione: Option<Indirizzo> = "StabileOrganizzazione" Facet::Own;
        /// Its entry in the business register.
        iscrizione_rea: Option<IscrizioneRea> = "IscrizioneREA" Facet::Own;
        /// Contacts.
        contatti: Option<Contatti> = "Contatti" Facet::Own;
        /// A reference of the customer's administration.
        riferimento_amministrazione: Option<String> = "RiferimentoAmministrazione" basic(20);
    }
}

block! {
    /// The seller's identity.
    DatiAnagraficiCedente {
        /// VAT number.
        id_fiscale_iva: IdFiscale = "IdFiscaleIVA" Facet::Own;
        /// Codice fiscale.
        codice_fiscale: Option<String> = "CodiceFiscale" Facet::Shape(Shape::CodiceFiscale);
        /// Name.
        anagrafica: Anagrafica = "Anagrafica" Facet::Own;
        /// Professional register.
        albo_professionale: Option<String> = "AlboProfessionale" latin(60);
        /// Province of the register.
        provincia_albo: Option<String> = "ProvinciaAlbo" Facet::Shape(Shape::TwoLetters);
        /// Number in the register.
        numero_iscrizione_albo: Option<String> = "NumeroIscrizioneAlbo" basic(60);
        /// Date of enrolment.
        data_iscrizione_albo: Option<Date> = "DataIscrizioneAlbo" Facet::Own;
        /// Tax regime.
        regime_fiscale: Code<RegimeFiscale> = "RegimeFiscale" Facet::Own;
    }
}

/// The name of a subject: of a body, or of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nominativo {
    /// Business name, up to 80 characters.
    Denominazione(String),
    /// A natural person.
    Persona {
        /// Given name, up to 60 characters.
        nome: String,
        /// Surname, up to 60 characters.
        cognome: String,
    },
}

impl Default for Nominativo {
    fn default() -> Self {
        Self::Denominazione(String::new())
    }
}

impl Nominativo {
    pub(super) const DENOMINAZIONE: Facet = latin(80);
    pub(super) const NOME: Facet = latin(60);
}

block! {
    /// Name, title and customs code.
    Anagrafica {
        /// `Denominazione`, or `Nome` and `Cognome`.
        nominativo: Nominativo = "" Facet::Own;
        /// Title, 2 to 10 characters.
        titolo: Option<String> = "Titolo" Facet::Text { charset: Charset::BasicLatin, min: 2, max: 10 };
        /// EORI code, 13 to 17 characters.
        cod_eori: Option<String> = "CodEORI" Facet::Text { charset: Charset::BasicLatin, min: 13, max: 17 };
    }
}

block! {
    /// An address.
    Indirizzo {
        /// Street, up to 60 characters.
        indirizzo: String = "Indirizzo" latin(60);
        /// Number, up to 8 characters.
        numero_civico: Option<String> = "NumeroCivico" basic(8);
        /// 5 digits; `00000` abroad.
        cap: String = "CAP" Facet::Shape(Shape::FiveDigits);
        /// Town, up to 60 characters.
        comune: String = "Comune" latin(60);
        /// Province, only in Italy.
        provincia: Option<String> = "Provincia" Facet::Shape(Shape::TwoLetters);
        /// Country, two letters; `IT` for an empty element.
        nazione: String = "Nazione" Facet::Shape(Shape::Nazione);
    }
}

block! {
    /// Entry in the business register.
    IscrizioneRea {
        /// Province of the office.
        ufficio: String = "Ufficio" Facet::Shape(Shape::TwoLetters);
        /// Number, up to 20 characters.
        numero_rea: String = "NumeroREA" basic(20);
        /// Capital, only of companies.
        capitale_sociale: Option<Decimal> = "CapitaleSociale" Facet::Amount2;
        /// One or several shareholders.
        socio_unico: Option<Code<SocioUnico>> = "SocioUnico" Facet::Own;
        /// Whether in liquidation.
        stato_liquidazione: Code<StatoLiquidazione> = "StatoLiquidazione" Facet::Own;
    }
}

block! {
    /// Contacts of the seller.
    Contatti {
        /// 5 to 12 characters.
        telefono: Option<String> = "Telefono" Facet::Telefono;
        /// 5 to 12 characters.
        fax: Option<String> = "Fax" Facet::Telefono;
        /// An e-mail address.
        email: Option<String> = "Email" Facet::Shape(Shape::Email);
    }
}

block! {
    /// The seller's fiscal representative.
    RappresentanteFiscale {
        /// Who it is.
        dati_anagrafici: DatiAnagraficiRappresentante = "DatiAnagrafici" Facet::Own;
    }
}

block! {
    /// The representative's identity.
    DatiAnagraficiRappresentante {
        /// VAT number.
        id_fiscale_iva: IdFiscale = "IdFiscaleIVA" Facet::Own;
        /// Codice fiscale.
        codice_fiscale: Option<String> = "CodiceFiscale" Facet::Shape(Shape::CodiceFiscale);
        /// Name.
        anagrafica: Anagrafica = "Anagrafica" Facet::Own;
    }
}

block! {
    /// The customer.
    CessionarioCommittente {
        /// Who it is.
        dati_anagrafici: DatiAnagrafici = "DatiAnagrafici" Facet::Own;
        /// Where it is.
        sede: Indirizzo = "Sede" Facet::Own;
        /// Its permanent establishment in Italy.
        stabile_organizzazione: Option<Indirizzo> = "StabileOrganizzazione" Facet::Own;
        /// Its fiscal representative.
        rappresentante_fiscale: Option<RappresentanteFiscaleCessionario> = "RappresentanteFiscale" Facet::Own;
    }
}

block! {
    /// The identity of a customer or a third party.
    DatiAnagrafici {
        /// VAT number.
        id_fiscale_iva: Option<IdFiscale> = "IdFiscaleIVA" Facet::Own;
        /// Codice fiscale.
        codice_fiscale: Option<String> = "CodiceFiscale" Facet::Shape(Shape::CodiceFiscale);
        /// Name.
        anagrafica: Anagrafica = "Anagrafica" Facet::Own;
    }
}

block! {
    /// The customer's fiscal representative.
    RappresentanteFiscaleCessionario {
        /// VAT number.
        id_fiscale_iva: IdFiscale = "IdFiscaleIVA" Facet::Own;
        /// `Denominazione`, or `Nome` and `Cognome`.
        nominativo: Nominativo = "" Facet::Own;
    }
}

block! {
    /// Who issues in the seller's name (`TerzoIntermediarioOSoggettoEmittente`).
    TerzoIntermediario {
        /// Who it is.
        dati_anagrafici: DatiAnagrafici = "DatiAnagrafici" Facet::Own;
    }
}
