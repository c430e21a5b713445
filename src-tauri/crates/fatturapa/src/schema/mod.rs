//! The schema of the invoice.

/// The elements that the schema lets repeat, in order.
const LISTS: [&str; 20] = [
    "Allegati",
    "AltriDatiGestionali",
    "Causale",
    "CodiceArticolo",
    "DatiCassaPrevidenziale",
    "DatiContratto",
    "DatiConvenzione",
    "DatiDDT",
    "DatiFattureCollegate",
    "DatiOrdineAcquisto",
    "DatiPagamento",
    "DatiRicezione",
    "DatiRiepilogo",
    "DatiRitenuta",
    "DatiSAL",
    "DettaglioLinee",
    "DettaglioPagamento",
    "FatturaElettronicaBody",
    "RiferimentoNumeroLinea",
    "ScontoMaggiorazione",
];

/// Whether an element of this name may be repeated in some place.
pub(crate) fn is_list(name: &str) -> bool {
    LISTS.binary_search(&name).is_ok()
}
