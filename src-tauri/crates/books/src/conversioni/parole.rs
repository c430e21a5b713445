//! The words of the paper that no element of the file has.

use pdf::Lingua;

/// Words in the language of the paper.
pub(super) struct Parole {
    pub(super) of_date: &'static str,
    pub(super) untyped: &'static str,
    pub(super) to: &'static str,
    pub(super) vat_number: &'static str,
    pub(super) tax_code: &'static str,
    pub(super) references: &'static str,
    pub(super) sum_of_taxable: &'static str,
    pub(super) sum_of_vat: &'static str,
    pub(super) sum: &'static str,
    pub(super) sum_of_simple: &'static str,
    pub(super) attachments: &'static str,
    pub(super) signature: &'static str,
    pub(super) unsigned: &'static str,
    pub(super) signed_by: &'static str,
    pub(super) signed_at: &'static str,
    pub(super) certified_by: &'static str,
    pub(super) file: &'static str,
    pub(super) file_name: &'static str,
    pub(super) came_in: &'static str,
    pub(super) format: &'static str,
    pub(super) sdi_id: &'static str,
    pub(super) mail: &'static str,
    pub(super) body: &'static str,
    pub(super) left: &'static str,
    pub(super) element: &'static str,
    pub(super) value: &'static str,
    pub(super) findings: &'static str,
    pub(super) no_findings: &'static str,
    pub(super) code: &'static str,
    pub(super) finding: &'static str,
    pub(super) readable_copy: &'static str,
}

const IT: Parole = Parole {
    of_date: "del",
    untyped: "Documento",
    to: "Spett.le",
    vat_number: "P. IVA",
    tax_code: "C.F.",
    references: "Riferimenti",
    sum_of_taxable: "Imponibile",
    sum_of_vat: "Imposta",
    sum: "Imponibile e imposta",
    sum_of_simple: "Totale, IVA compresa",
    attachments: "Allegati",
    signature: "Firma",
    unsigned: "Nessuna",
    signed_by: "Firmato da",
    signed_at: "Firmato il",
    certified_by: "Certificato di",
    file: "File e trasmissione",
    file_name: "Nome del file",
    came_in: "Arrivato in",
    format: "Formato",
    sdi_id: "Identificativo SdI",
    mail: "Messaggio",
    body: "Documento del lotto",
    left: "Altri dati del file",
    element: "Elemento",
    value: "Valore",
    findings: "Controlli del formato e del Sistema di Interscambio",
    no_findings: "Nessun rilievo.",
    code: "Codice",
    finding: "Rilievo",
    readable_copy: "Copia leggibile di {file}: fa fede il file.",
};

const EN: Parole = Parole {
    of_date: "of",
    untyped: "Document",
    to: "To",
    vat_number: "VAT no.",
    tax_code: "Tax code",
    references: "References",
    sum_of_taxable: "Taxable amount",
    sum_of_vat: "VAT amount",
    sum: "Taxable amount and VAT",
    sum_of_simple: "Total, VAT included",
    attachments: "Attachments",
    signature: "Signature",
    unsigned: "None",
    signed_by: "Signed by",
    signed_at: "Signed on",
    certified_by: "Certificate of",
    file: "File and transmission",
    file_name: "File name",
    came_in: "Came in",
    format: "Format",
    sdi_id: "SdI identifier",
    mail: "Message",
    body: "Document of the lot",
    left: "Other data of the file",
    element: "Element",
    value: "Value",
    findings: "Checks of the format and of the Sistema di Interscambio",
    no_findings: "Nothing found.",
    code: "Code",
    finding: "Finding",
    readable_copy: "Readable copy of {file}: the file is what counts.",
};

/// The words in a language.
pub(super) const fn parole(lingua: Lingua) -> &'static Parole {
    match lingua {
        Lingua::It => &IT,
        Lingua::En => &EN,
    }
}

/// Where the words of a code go on with what a title does not need.
const BREAKS: [&str; 15] = [
    "(",
    ",",
    " di cui",
    " ex ",
    " per ",
    " e ",
    " reverse ",
    " con ",
    " with ",
    " under ",
    " for ",
    " or ",
    " and ",
    " of ",
    " to ",
];

/// A title from the words of a type: `Fattura differita`.
pub(super) fn title(words: &str) -> String {
    let end = BREAKS.iter().filter_map(|part| words.find(part)).min();
    let short = words.get(..end.unwrap_or(words.len())).unwrap_or(words).trim();
    let mut letters = short.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use fisco::codici::{TipoDocumento, TipoDocumentoSemplificata};

    use super::*;

    #[test]
    fn titles_are_short_in_both_languages() {
        let voci = TipoDocumento::ALL.iter().map(|tipo| tipo.voce());
        for voce in voci.chain(TipoDocumentoSemplificata::ALL.iter().map(|tipo| tipo.voce())) {
            for words in [voce.it, voce.en] {
                let title = title(words);
                assert!(
                    (4..=40).contains(&title.chars().count()),
                    "{}: {title}",
                    voce.code
                );
            }
        }
        assert_eq!(title(TipoDocumento::TD24.voce().it), "Fattura differita");
        assert_eq!(title(TipoDocumento::TD01.voce().en), "Invoice");
    }
}
