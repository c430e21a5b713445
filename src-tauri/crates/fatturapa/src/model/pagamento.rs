//! Sections 2.3 to 2.5: vehicles, payment, attachments.

use base64::{Engine, engine::general_purpose::STANDARD};
use fisco::codici::{CondizioniPagamento, ModalitaPagamento};
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::{
    code::Code,
    facet::{Charset, Facet, basic, latin},
    field::{Field, block},
    intake,
    shape::Shape,
    write::Out,
};

block! {
    /// New means of transport sold within the Union (art. 38 DL 331/1993).
    DatiVeicoli {
        /// Date of first registration.
        data: Date = "Data" Facet::Own;
        /// Distance or hours, up to 15 characters.
        totale_percorso: String = "TotalePercorso" basic(15);
    }
}

block! {
    /// How the document is paid.
    DatiPagamento {
        /// Whole, by instalments, in advance.
        condizioni_pagamento: Code<CondizioniPagamento> = "CondizioniPagamento" Facet::Own;
        /// The payments.
        dettaglio_pagamento: Vec<DettaglioPagamento> = "DettaglioPagamento" Facet::AtLeastOne;
    }
}

block! {
    /// One payment.
    DettaglioPagamento {
        /// Who is paid, up to 200 characters.
        beneficiario: Option<String> = "Beneficiario" latin(200);
        /// Means.
        modalita_pagamento: Code<ModalitaPagamento> = "ModalitaPagamento" Facet::Own;
        /// The day from which the days count.
        data_riferimento_termini_pagamento: Option<Date> = "DataRiferimentoTerminiPagamento" Facet::Own;
        /// Days, 0 to 999.
        giorni_termini_pagamento: Option<u32> = "GiorniTerminiPagamento" Facet::Integer(0, 999);
        /// Due date.
        data_scadenza_pagamento: Option<Date> = "DataScadenzaPagamento" Facet::Own;
        /// Amount.
        importo_pagamento: Decimal = "ImportoPagamento" Facet::Amount2;
        /// Post office.
        cod_ufficio_postale: Option<String> = "CodUfficioPostale" basic(20);
        /// Surname of who gives the receipt.
        cognome_quietanzante: Option<String> = "CognomeQuietanzante" latin(60);
        /// Name of who gives the receipt.
        nome_quietanzante: Option<String> = "NomeQuietanzante" latin(60);
        /// Codice fiscale of who gives the receipt, 16 characters.
        cf_quietanzante: Option<String> = "CFQuietanzante" Facet::Shape(Shape::CodiceFiscalePersona);
        /// Title of who gives the receipt, 2 to 10 characters.
        titolo_quietanzante: Option<String> = "TitoloQuietanzante" Facet::Text { charset: Charset::BasicLatin, min: 2, max: 10 };
        /// Bank.
        istituto_finanziario: Option<String> = "IstitutoFinanziario" latin(80);
        /// IBAN, without spaces.
        iban: Option<String> = "IBAN" Facet::Shape(Shape::Iban);
        /// ABI, 5 digits.
        abi: Option<String> = "ABI" Facet::Shape(Shape::FiveDigits);
        /// CAB, 5 digits.
        cab: Option<String> = "CAB" Facet::Shape(Shape::FiveDigits);
        /// BIC, 8 or 11 characters.
        bic: Option<String> = "BIC" Facet::Shape(Shape::Bic);
        /// Discount for early payment.
        sconto_pagamento_anticipato: Option<Decimal> = "ScontoPagamentoAnticipato" Facet::Amount2;
        /// Last day for it.
        data_limite_pagamento_anticipato: Option<Date> = "DataLimitePagamentoAnticipato" Facet::Own;
        /// Penalty for late payment.
        penalita_pagamenti_ritardati: Option<Decimal> = "PenalitaPagamentiRitardati" Facet::Amount2;
        /// First day of it.
        data_decorrenza_penale: Option<Date> = "DataDecorrenzaPenale" Facet::Own;
        /// Code of the payment, up to 60 characters.
        codice_pagamento: Option<String> = "CodicePagamento" basic(60);
    }
}

block! {
    /// An attachment.
    Allegati {
        /// File name, up to 60 characters.
        nome_attachment: String = "NomeAttachment" latin(60);
        /// Compression, up to 10 characters.
        algoritmo_compressione: Option<String> = "AlgoritmoCompressione" basic(10);
        /// Format, up to 10 characters.
        formato_attachment: Option<String> = "FormatoAttachment" basic(10);
        /// Up to 100 characters.
        descrizione_attachment: Option<String> = "DescrizioneAttachment" latin(100);
        /// The bytes.
        attachment: Attachment = "Attachment" Facet::Own;
    }
}

/// The bytes of an attachment, written in base 64.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attachment(pub Vec<u8>);

impl Field for Attachment {
    fn put(&self, out: &mut Out, name: &'static str, _facet: Facet) {
        out.element(name, &STANDARD.encode(&self.0));
    }
}

impl Attachment {
    /// Reads base 64, with white space anywhere and padding or none.
    pub(crate) fn decode(text: &str) -> Option<Self> {
        intake::base64::decode(text.as_bytes()).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attachments_are_read_with_spaces_and_without_padding() {
        for text in ["Zm9vYg==", " Zm9v\r\nYg= =\n", "Zm9vYg", "Zm9vYh=="] {
            assert_eq!(
                Attachment::decode(text),
                Some(Attachment(b"foob".to_vec())),
                "{text}"
            );
        }
        for text in ["Zm9vY", "Zm9-", "Zg==Zg==", "\u{e8}"] {
            assert_eq!(Attachment::decode(text), None, "{text}");
        }
    }
}
