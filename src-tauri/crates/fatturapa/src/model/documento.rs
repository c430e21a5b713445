//! Section 2.1: the document, what it refers to, transport.

use fisco::codici::{CausalePagamento, Natura, TipoCassa, TipoDocumento, TipoRitenuta};
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{Anagrafica, DataOra, IdFiscale, Indirizzo, ScontoMaggiorazione, Si};
use crate::{
    code::Code,
    facet::{Facet, basic, latin},
    field::block,
    shape::Shape,
};

/// `RiferimentoNumeroLinea`, `NumeroLinea`, `NumeroColli`.
const NUMBER: Facet = Facet::Integer(1, 9999);

block! {
    /// General data of a document.
    DatiGenerali {
        /// 2.1.1
        dati_generali_documento: DatiGeneraliDocumento = "DatiGeneraliDocumento" Facet::Own;
        /// 2.1.2: purchase orders.
        dati_ordine_acquisto: Vec<DatiDocumentiCorrelati> = "DatiOrdineAcquisto" Facet::Own;
        /// 2.1.3: contracts.
        dati_contratto: Vec<DatiDocumentiCorrelati> = "DatiContratto" Facet::Own;
        /// 2.1.4: agreements.
        dati_convenzione: Vec<DatiDocumentiCorrelati> = "DatiConvenzione" Facet::Own;
        /// 2.1.5: receptions.
        dati_ricezione: Vec<DatiDocumentiCorrelati> = "DatiRicezione" Facet::Own;
        /// 2.1.6: invoices linked, as by a credit note.
        dati_fatture_collegate: Vec<DatiDocumentiCorrelati> = "DatiFattureCollegate" Facet::Own;
        /// 2.1.7: phases of works.
        dati_sal: Vec<DatiSal> = "DatiSAL" Facet::Own;
        /// 2.1.8: delivery notes.
        dati_ddt: Vec<DatiDdt> = "DatiDDT" Facet::Own;
        /// 2.1.9: transport.
        dati_trasporto: Option<DatiTrasporto> = "DatiTrasporto" Facet::Own;
        /// 2.1.10: main invoice of carriers.
        fattura_principale: Option<FatturaPrincipale> = "FatturaPrincipale" Facet::Own;
    }
}

block! {
    /// Type, number, date and amounts of the document.
    DatiGeneraliDocumento {
        /// Type.
        tipo_documento: Code<TipoDocumento> = "TipoDocumento" Facet::Own;
        /// Currency, three letters: `EUR`.
        divisa: String = "Divisa" Facet::Shape(Shape::ThreeLetters);
        /// Date, from 1970.
        data: Date = "Data" Facet::DataFattura;
        /// Number, up to 20 characters, with a digit.
        numero: String = "Numero" basic(20);
        /// Withholdings.
        dati_ritenuta: Vec<DatiRitenuta> = "DatiRitenuta" Facet::Own;
        /// Stamp duty.
        dati_bollo: Option<DatiBollo> = "DatiBollo" Facet::Own;
        /// Contributions to pension funds.
        dati_cassa_previdenziale: Vec<DatiCassaPrevidenziale> = "DatiCassaPrevidenziale" Facet::Own;
        /// Discounts on the document: informative only.
        sconto_maggiorazione: Vec<ScontoMaggiorazione> = "ScontoMaggiorazione" Facet::Own;
        /// Total with VAT.
        importo_totale_documento: Option<Decimal> = "ImportoTotaleDocumento" Facet::Amount2;
        /// Rounding of the total.
        arrotondamento: Option<Decimal> = "Arrotondamento" Facet::Amount2;
        /// Free texts, each up to 200 characters.
        causale: Vec<String> = "Causale" latin(200);
        /// Numbered under art. 73 DPR 633/1972.
        art73: Option<Si> = "Art73" Facet::Own;
    }
}

block! {
    /// A withholding.
    DatiRitenuta {
        /// Kind.
        tipo_ritenuta: Code<TipoRitenuta> = "TipoRitenuta" Facet::Own;
        /// Amount.
        importo_ritenuta: Decimal = "ImportoRitenuta" Facet::Amount2;
        /// Percentage.
        aliquota_ritenuta: Decimal = "AliquotaRitenuta" Facet::Rate;
        /// Reason, as in the CU.
        causale_pagamento: Code<CausalePagamento> = "CausalePagamento" Facet::Own;
    }
}

block! {
    /// Stamp duty.
    DatiBollo {
        /// Paid without the sticker.
        bollo_virtuale: Si = "BolloVirtuale" Facet::Own;
        /// Amount.
        importo_bollo: Option<Decimal> = "ImportoBollo" Facet::Amount2;
    }
}

block! {
    /// A contribution to a pension fund.
    DatiCassaPrevidenziale {
        /// Fund.
        tipo_cassa: Code<TipoCassa> = "TipoCassa" Facet::Own;
        /// Percentage of the contribution.
        al_cassa: Decimal = "AlCassa" Facet::Rate;
        /// Amount.
        importo_contributo_cassa: Decimal = "ImportoContributoCassa" Facet::Amount2;
        /// What it is computed on.
        imponibile_cassa: Option<Decimal> = "ImponibileCassa" Facet::Amount2;
        /// VAT rate.
        aliquota_iva: Decimal = "AliquotaIVA" Facet::Rate;
        /// Subject to withholding.
        ritenuta: Option<Si> = "Ritenuta" Facet::Own;
        /// Nature when the rate is zero.
        natura: Option<Code<Natura>> = "Natura" Facet::Own;
        /// A reference of the customer's administration.
        riferimento_amministrazione: Option<String> = "RiferimentoAmministrazione" basic(20);
    }
}

block! {
    /// A document that this one refers to.
    DatiDocumentiCorrelati {
        /// Lines it concerns; none for the whole document.
        riferimento_numero_linea: Vec<u32> = "RiferimentoNumeroLinea" NUMBER;
        /// Its number, up to 20 characters.
        id_documento: String = "IdDocumento" basic(20);
        /// Its date.
        data: Option<Date> = "Data" Facet::Own;
        /// The item in it.
        num_item: Option<String> = "NumItem" basic(20);
        /// Code of the order or agreement.
        codice_commessa_convenzione: Option<String> = "CodiceCommessaConvenzione" latin(100);
        /// CUP.
        codice_cup: Option<String> = "CodiceCUP" basic(15);
        /// CIG.
        codice_cig: Option<String> = "CodiceCIG" basic(15);
    }
}

block! {
    /// A phase of works.
    DatiSal {
        /// From 1 to 999.
        riferimento_fase: u32 = "RiferimentoFase" Facet::Integer(1, 999);
    }
}

block! {
    /// A delivery note.
    DatiDdt {
        /// Number, up to 20 characters.
        numero_ddt: String = "NumeroDDT" basic(20);
        /// Date.
        data_ddt: Date = "DataDDT" Facet::Own;
        /// Lines it concerns; none for the whole document.
        riferimento_numero_linea: Vec<u32> = "RiferimentoNumeroLinea" NUMBER;
    }
}

block! {
    /// Transport of the goods.
    DatiTrasporto {
        /// The carrier.
        dati_anagrafici_vettore: Option<DatiAnagraficiVettore> = "DatiAnagraficiVettore" Facet::Own;
        /// Means.
        mezzo_trasporto: Option<String> = "MezzoTrasporto" latin(80);
        /// Reason.
        causale_trasporto: Option<String> = "CausaleTrasporto" latin(100);
        /// Packages.
        numero_colli: Option<u32> = "NumeroColli" NUMBER;
        /// Look of the goods.
        descrizione: Option<String> = "Descrizione" latin(100);
        /// Unit of the weights.
        unita_misura_peso: Option<String> = "UnitaMisuraPeso" basic(10);
        /// Gross weight.
        peso_lordo: Option<Decimal> = "PesoLordo" Facet::Peso;
        /// Net weight.
        peso_netto: Option<Decimal> = "PesoNetto" Facet::Peso;
        /// When the goods were collected.
        data_ora_ritiro: Option<DataOra> = "DataOraRitiro" Facet::Own;
        /// First day of transport.
        data_inizio_trasporto: Option<Date> = "DataInizioTrasporto" Facet::Own;
        /// Incoterm, three letters.
        tipo_resa: Option<String> = "TipoResa" Facet::Shape(Shape::ThreeLetters);
        /// Where the goods are handed over.
        indirizzo_resa: Option<Indirizzo> = "IndirizzoResa" Facet::Own;
        /// When the goods were handed over.
        data_ora_consegna: Option<DataOra> = "DataOraConsegna" Facet::Own;
    }
}

block! {
    /// The carrier.
    DatiAnagraficiVettore {
        /// VAT number.
        id_fiscale_iva: IdFiscale = "IdFiscaleIVA" Facet::Own;
        /// Codice fiscale.
        codice_fiscale: Option<String> = "CodiceFiscale" Facet::Shape(Shape::CodiceFiscale);
        /// Name.
        anagrafica: Anagrafica = "Anagrafica" Facet::Own;
        /// Driving licence.
        numero_licenza_guida: Option<String> = "NumeroLicenzaGuida" basic(20);
    }
}

block! {
    /// The main invoice, of carriers.
    FatturaPrincipale {
        /// Number.
        numero_fattura_principale: String = "NumeroFatturaPrincipale" basic(20);
        /// Date.
        data_fattura_principale: Date = "DataFatturaPrincipale" Facet::Own;
    }
}
