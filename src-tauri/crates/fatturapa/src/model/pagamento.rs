//! Sections 2.3 to 2.5: vehicles, payment, attachments.

use base64::{Engine, engine::general_purpose::STANDARD};
use fisco::codici::{CondizioniPagamento, ModalitaPagamento};
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::{
    code::Code,
    facet::{Charset, Facet, basic, latin},
    fault::FaultKind,
    field::{Field, block},
    intake,
    schema::{Base64, base_64},
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
        /// The file.
        attachment: Attachment = "Attachment" Facet::Own;
    }
}

/// An attachment as it stands in the file, in base 64. It is decoded only when its bytes are asked for.
///
/// ```
/// use fatturapa::model::Attachment;
///
/// let attachment = Attachment::new(b"foob");
/// assert_eq!(attachment.text(), "Zm9vYg==");
/// assert_eq!(attachment.bytes().as_deref(), Some(&b"foob"[..]));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attachment(String);

impl Attachment {
    /// An attachment of these bytes.
    #[must_use]
    pub fn new(bytes: &[u8]) -> Self {
        Self(STANDARD.encode(bytes))
    }

    /// An attachment from base 64, with white space anywhere and padding or none.
    #[must_use]
    pub const fn of_text(text: String) -> Self {
        Self(text)
    }

    /// The base 64, as written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    /// The bytes; none when the text is no base 64. Characters that do not belong there do not count, as for the schema.
    #[must_use]
    pub fn bytes(&self) -> Option<Vec<u8>> {
        let text = self.0.as_bytes();
        intake::base64::decode(text).or_else(|| {
            let digits = |byte: &u8| byte.is_ascii_alphanumeric() || b"+/=".contains(byte);
            let clean: Vec<u8> = text.iter().copied().filter(digits).collect();
            let has_strays = base_64(&self.0) == Base64::Strays;
            has_strays.then(|| intake::base64::decode(&clean)).flatten()
        })
    }
}

impl Field for Attachment {
    fn put(&self, out: &mut Out, name: &'static str, _facet: Facet) {
        let fits = base_64(&self.0) != Base64::Bad;
        out.checked(name, &self.0, if fits { Ok(()) } else { Err(FaultKind::Shape) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attachments_are_read_with_spaces_and_without_padding() {
        for text in [
            "Zm9vYg==",
            " Zm9v\r\nYg= =\n",
            "Zm9vYg",
            "Zm9vYh==",
            "Zm-9v\u{e8}Yg==",
        ] {
            let attachment = Attachment::of_text(text.to_owned());
            assert_eq!(attachment.bytes().as_deref(), Some(&b"foob"[..]), "{text}");
        }
        for text in ["Zm9vY", "Zm9-", "Zg==Zg=="] {
            assert_eq!(Attachment::of_text(text.to_owned()).bytes(), None, "{text}");
        }
    }
}
