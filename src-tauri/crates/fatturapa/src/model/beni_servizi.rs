//! Section 2.2: lines and VAT summary.

use fisco::codici::{EsigibilitaIva, Natura, TipoCessionePrestazione, TipoScontoMaggiorazione};
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::Si;
use crate::{
    code::Code,
    facet::{Charset, Facet, basic, latin},
    field::block,
};

block! {
    /// Lines and VAT summary.
    DatiBeniServizi {
        /// 2.2.1
        dettaglio_linee: Vec<DettaglioLinee> = "DettaglioLinee" Facet::AtLeastOne;
        /// 2.2.2
        dati_riepilogo: Vec<DatiRiepilogo> = "DatiRiepilogo" Facet::AtLeastOne;
    }
}

block! {
    /// One line.
    DettaglioLinee {
        /// From 1 to 9999.
        numero_linea: u32 = "NumeroLinea" Facet::Integer(1, 9999);
        /// Only for discounts, premiums, allowances and accessory expenses.
        tipo_cessione_prestazione: Option<Code<TipoCessionePrestazione>> = "TipoCessionePrestazione" Facet::Own;
        /// Codes of the article.
        codice_articolo: Vec<CodiceArticolo> = "CodiceArticolo" Facet::Own;
        /// Up to 1000 characters.
        descrizione: String = "Descrizione" latin(1000);
        /// 2 to 8 decimals, never negative.
        quantita: Option<Decimal> = "Quantita" Facet::Quantita;
        /// Up to 10 characters.
        unita_misura: Option<String> = "UnitaMisura" basic(10);
        /// First day of the service.
        data_inizio_periodo: Option<Date> = "DataInizioPeriodo" Facet::Own;
        /// Last day of the service.
        data_fine_periodo: Option<Date> = "DataFinePeriodo" Facet::Own;
        /// 2 to 8 decimals.
        prezzo_unitario: Decimal = "PrezzoUnitario" Facet::Amount8;
        /// Discounts, in cascade on the unit price.
        sconto_maggiorazione: Vec<ScontoMaggiorazione> = "ScontoMaggiorazione" Facet::Own;
        /// 2 to 8 decimals.
        prezzo_totale: Decimal = "PrezzoTotale" Facet::Amount8;
        /// VAT rate.
        aliquota_iva: Decimal = "AliquotaIVA" Facet::Rate;
        /// Subject to withholding.
        ritenuta: Option<Si> = "Ritenuta" Facet::Own;
        /// Nature when the rate is zero.
        natura: Option<Code<Natura>> = "Natura" Facet::Own;
        /// A reference of the customer's administration.
        riferimento_amministrazione: Option<String> = "RiferimentoAmministrazione" basic(20);
        /// Other data.
        altri_dati_gestionali: Vec<AltriDatiGestionali> = "AltriDatiGestionali" Facet::Own;
    }
}

block! {
    /// A code of the article.
    CodiceArticolo {
        /// Kind of code, up to 35 characters.
        codice_tipo: String = "CodiceTipo" basic(35);
        /// The code, up to 35 characters.
        codice_valore: String = "CodiceValore" Facet::Text { charset: Charset::LatinExtended, min: 1, max: 35 };
    }
}

block! {
    /// A discount or a surcharge: a percentage, or an amount; when both are there the amount wins.
    ScontoMaggiorazione {
        /// Which of the two.
        tipo: Code<TipoScontoMaggiorazione> = "Tipo" Facet::Own;
        /// Percentage.
        percentuale: Option<Decimal> = "Percentuale" Facet::Rate;
        /// Amount for each unit, 2 to 8 decimals.
        importo: Option<Decimal> = "Importo" Facet::Amount8;
    }
}

block! {
    /// Other data of a line.
    AltriDatiGestionali {
        /// Kind, up to 10 characters: `INTENTO`.
        tipo_dato: String = "TipoDato" basic(10);
        /// Text, up to 60 characters.
        riferimento_testo: Option<String> = "RiferimentoTesto" latin(60);
        /// Number, 2 to 8 decimals.
        riferimento_numero: Option<Decimal> = "RiferimentoNumero" Facet::Amount8;
        /// Date.
        riferimento_data: Option<Date> = "RiferimentoData" Facet::Own;
    }
}

block! {
    /// The VAT summary of one group.
    DatiRiepilogo {
        /// VAT rate.
        aliquota_iva: Decimal = "AliquotaIVA" Facet::Rate;
        /// Nature when the rate is zero.
        natura: Option<Code<Natura>> = "Natura" Facet::Own;
        /// Accessory expenses.
        spese_accessorie: Option<Decimal> = "SpeseAccessorie" Facet::Amount2;
        /// Rounding of the taxable amount, 2 to 8 decimals.
        arrotondamento: Option<Decimal> = "Arrotondamento" Facet::Amount8;
        /// Taxable amount.
        imponibile_importo: Decimal = "ImponibileImporto" Facet::Amount2;
        /// VAT.
        imposta: Decimal = "Imposta" Facet::Amount2;
        /// When the VAT is due.
        esigibilita_iva: Option<Code<EsigibilitaIva>> = "EsigibilitaIVA" Facet::Own;
        /// The law, up to 100 characters.
        riferimento_normativo: Option<String> = "RiferimentoNormativo" latin(100);
    }
}
