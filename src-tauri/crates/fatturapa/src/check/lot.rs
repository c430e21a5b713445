//! A file as the rules see it, ordinary or simplified: what both have, then the documents of each.

use std::{collections::BTreeMap, fmt};

use fisco::codici::{FormatoTrasmissione, RegimeFiscale, TipoDocumento, TipoDocumentoSemplificata};
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::model::{
    DatiGeneraliDocumento, DatiRiepilogo, DettaglioLinee, FatturaElettronica, FatturaElettronicaBody,
    IdFiscale,
    semplificata::{self, FatturaElettronicaSemplificata},
};

/// A whole file.
#[derive(Debug)]
pub(super) struct Lot<'a> {
    pub(super) root: &'static str,
    pub(super) is_simplified: bool,
    /// The day of the check: SDI judges on the day it receives the file.
    pub(super) when: Date,
    /// The attribute `versione`; none for a model that was never a file, and before 1.2, when it was a number.
    pub(super) versione: Option<&'a str>,
    /// `FormatoTrasmissione`.
    pub(super) formato: &'a str,
    pub(super) trasmittente: &'a IdFiscale,
    pub(super) codice_destinatario: &'a str,
    pub(super) pec_destinatario: Option<&'a str>,
    pub(super) seller: Subject<'a>,
    pub(super) buyer: Subject<'a>,
    pub(super) seller_representative: Option<Subject<'a>>,
    pub(super) buyer_representative: Option<Subject<'a>>,
    pub(super) regime: Option<RegimeFiscale>,
}

/// A party, and where its identifiers stand below the header.
#[derive(Debug)]
pub(super) struct Subject<'a> {
    pub(super) iva: Option<&'a IdFiscale>,
    pub(super) codice_fiscale: Option<&'a str>,
    pub(super) path: &'static str,
}

impl<'a> Lot<'a> {
    pub(super) fn ordinary(fattura: &'a FatturaElettronica, versione: Option<&'a str>, when: Date) -> Self {
        let header = &fattura.header;
        let trasmissione = &header.dati_trasmissione;
        let seller = &header.cedente_prestatore.dati_anagrafici;
        let buyer = &header.cessionario_committente.dati_anagrafici;
        Self {
            root: "/FatturaElettronica",
            is_simplified: false,
            when,
            versione,
            formato: trasmissione.formato_trasmissione.as_str(),
            trasmittente: &trasmissione.id_trasmittente,
            codice_destinatario: &trasmissione.codice_destinatario,
            pec_destinatario: trasmissione.pec_destinatario.as_deref(),
            seller: Subject {
                iva: Some(&seller.id_fiscale_iva),
                codice_fiscale: seller.codice_fiscale.as_deref(),
                path: "CedentePrestatore/DatiAnagrafici",
            },
            buyer: Subject {
                iva: buyer.id_fiscale_iva.as_ref(),
                codice_fiscale: buyer.codice_fiscale.as_deref(),
                path: "CessionarioCommittente/DatiAnagrafici",
            },
            seller_representative: header.rappresentante_fiscale.as_ref().map(|it| Subject {
                iva: Some(&it.dati_anagrafici.id_fiscale_iva),
                codice_fiscale: it.dati_anagrafici.codice_fiscale.as_deref(),
                path: "RappresentanteFiscale/DatiAnagrafici",
            }),
            buyer_representative: representative(
                header.cessionario_committente.rappresentante_fiscale.as_ref(),
                "CessionarioCommittente/RappresentanteFiscale",
            ),
            regime: seller.regime_fiscale.known(),
        }
    }

    pub(super) fn simplified(
        fattura: &'a FatturaElettronicaSemplificata,
        versione: Option<&'a str>,
        when: Date,
    ) -> Self {
        let header = &fattura.header;
        let trasmissione = &header.dati_trasmissione;
        let seller = &header.cedente_prestatore;
        let buyer = &header.cessionario_committente;
        let buyer_ids = &buyer.identificativi_fiscali;
        Self {
            root: "/FatturaElettronicaSemplificata",
            is_simplified: true,
            when,
            versione,
            formato: trasmissione.formato_trasmissione.as_str(),
            trasmittente: &trasmissione.id_trasmittente,
            codice_destinatario: &trasmissione.codice_destinatario,
            pec_destinatario: trasmissione.pec_destinatario.as_deref(),
            seller: Subject {
                iva: Some(&seller.id_fiscale_iva),
                codice_fiscale: seller.codice_fiscale.as_deref(),
                path: "CedentePrestatore",
            },
            buyer: Subject {
                iva: buyer_ids.id_fiscale_iva.as_ref(),
                codice_fiscale: buyer_ids.codice_fiscale.as_deref(),
                path: "CessionarioCommittente/IdentificativiFiscali",
            },
            seller_representative: representative(
                seller.rappresentante_fiscale.as_ref(),
                "CedentePrestatore/RappresentanteFiscale",
            ),
            buyer_representative: representative(
                buyer
                    .altri_dati_identificativi
                    .as_ref()
                    .and_then(|it| it.rappresentante_fiscale.as_ref()),
                "CessionarioCommittente/AltriDatiIdentificativi/RappresentanteFiscale",
            ),
            regime: seller.regime_fiscale.known(),
        }
    }

    /// Whether the buyer is a public body, to which other rules apply.
    pub(super) fn is_pa(&self) -> bool {
        // before 1.2 there were only invoices to public bodies
        self.formato == FormatoTrasmissione::FPA12.code() || self.formato.starts_with("SDI")
    }

    /// The path of an element of the header.
    pub(super) fn header(&self, below: &str) -> String {
        format!("{}/FatturaElettronicaHeader/{below}", self.root)
    }
}

fn representative<'a>(
    it: Option<&'a crate::model::RappresentanteFiscaleCessionario>,
    path: &'static str,
) -> Option<Subject<'a>> {
    it.map(|it| Subject {
        iva: Some(&it.id_fiscale_iva),
        codice_fiscale: None,
        path,
    })
}

/// The type of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Td {
    Ordinary(TipoDocumento),
    Simplified(TipoDocumentoSemplificata),
}

impl Td {
    pub(super) fn is_any(self, types: &[TipoDocumento]) -> bool {
        matches!(self, Self::Ordinary(td) if types.contains(&td))
    }

    pub(super) const fn is_credit_note(self) -> bool {
        matches!(
            self,
            Self::Ordinary(TipoDocumento::TD04) | Self::Simplified(TipoDocumentoSemplificata::TD08)
        )
    }
}

impl fmt::Display for Td {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ordinary(td) => td.fmt(f),
            Self::Simplified(td) => td.fmt(f),
        }
    }
}

/// What every document has.
#[derive(Debug)]
pub(super) struct Head<'a> {
    root: &'static str,
    /// From 1.
    pub(super) place: usize,
    /// None only for a type that the schema refuses.
    pub(super) td: Option<Td>,
    pub(super) data: Date,
    pub(super) numero: &'a str,
    pub(super) is_art73: bool,
}

impl Head<'_> {
    pub(super) fn is_any(&self, types: &[TipoDocumento]) -> bool {
        self.td.is_some_and(|td| td.is_any(types))
    }

    /// The path of an element of this document.
    pub(super) fn path(&self, below: &str) -> String {
        format!("{}/FatturaElettronicaBody[{}]/{below}", self.root, self.place)
    }

    /// The path of an element of `DatiGeneraliDocumento`.
    pub(super) fn general(&self, below: &str) -> String {
        self.path(&format!("DatiGenerali/DatiGeneraliDocumento/{below}"))
    }
}

/// A document of a simplified file.
#[derive(Debug)]
pub(super) struct Simple<'a> {
    pub(super) head: Head<'a>,
    pub(super) body: &'a semplificata::FatturaElettronicaBody,
}

impl<'a> Simple<'a> {
    pub(super) fn new(place: usize, body: &'a semplificata::FatturaElettronicaBody) -> Self {
        let documento = &body.dati_generali.dati_generali_documento;
        Self {
            head: Head {
                root: "/FatturaElettronicaSemplificata",
                place,
                td: documento.tipo_documento.known().map(Td::Simplified),
                data: documento.data,
                numero: &documento.numero,
                is_art73: false,
            },
            body,
        }
    }
}

/// A document of an ordinary file.
#[derive(Debug)]
pub(super) struct Body<'a> {
    pub(super) head: Head<'a>,
    pub(super) body: &'a FatturaElettronicaBody,
    /// Lines, fund contributions and summary, by rate.
    pub(super) rates: BTreeMap<Decimal, Sums>,
}

/// What stands in a document at one rate. A sum is none when it has more digits than any invoice can have.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sums {
    /// In a line or a fund contribution.
    pub(super) is_sold: bool,
    /// In the summary.
    pub(super) is_summed_up: bool,
    /// Lines, contributions, and the rounding of the summary.
    pub(super) sold: Option<Decimal>,
    /// `ImponibileImporto` of the summary.
    pub(super) imponibile: Option<Decimal>,
}

impl Default for Sums {
    fn default() -> Self {
        Self {
            is_sold: false,
            is_summed_up: false,
            sold: Some(Decimal::ZERO),
            imponibile: Some(Decimal::ZERO),
        }
    }
}

impl Sums {
    fn sell(&mut self, amount: Decimal) {
        self.is_sold = true;
        self.sold = self.sold.and_then(|sum| sum.checked_add(amount));
    }

    fn sum_up(&mut self, riepilogo: &DatiRiepilogo) {
        self.is_summed_up = true;
        let rounding = riepilogo.arrotondamento.unwrap_or_default();
        self.sold = self.sold.and_then(|sum| sum.checked_add(rounding));
        let imponibile = riepilogo.imponibile_importo;
        self.imponibile = self.imponibile.and_then(|sum| sum.checked_add(imponibile));
    }
}

impl<'a> Body<'a> {
    pub(super) fn new(place: usize, body: &'a FatturaElettronicaBody) -> Self {
        let documento = &body.dati_generali.dati_generali_documento;
        let mut rates: BTreeMap<Decimal, Sums> = BTreeMap::new();
        for line in &body.dati_beni_servizi.dettaglio_linee {
            let sums = rates.entry(line.aliquota_iva).or_default();
            sums.sell(line.prezzo_totale);
        }
        for cassa in &documento.dati_cassa_previdenziale {
            let sums = rates.entry(cassa.aliquota_iva).or_default();
            sums.sell(cassa.importo_contributo_cassa);
        }
        for riepilogo in &body.dati_beni_servizi.dati_riepilogo {
            rates.entry(riepilogo.aliquota_iva).or_default().sum_up(riepilogo);
        }
        Self {
            head: Head {
                root: "/FatturaElettronica",
                place,
                td: documento.tipo_documento.known().map(Td::Ordinary),
                data: documento.data,
                numero: &documento.numero,
                is_art73: documento.art73.is_some(),
            },
            body,
            rates,
        }
    }

    pub(super) const fn documento(&self) -> &'a DatiGeneraliDocumento {
        &self.body.dati_generali.dati_generali_documento
    }

    /// The lines with their places, from 1.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &'a DettaglioLinee)> {
        (1..).zip(&self.body.dati_beni_servizi.dettaglio_linee)
    }

    /// The summary with its places, from 1.
    pub(super) fn riepilogo(&self) -> impl Iterator<Item = (usize, &'a DatiRiepilogo)> {
        (1..).zip(&self.body.dati_beni_servizi.dati_riepilogo)
    }

    /// Whether the document is of the type.
    pub(super) fn is(&self, td: TipoDocumento) -> bool {
        self.head.td == Some(Td::Ordinary(td))
    }

    /// The path of an element of a line.
    pub(super) fn line(&self, at: usize, below: &str) -> String {
        self.head
            .path(&format!("DatiBeniServizi/DettaglioLinee[{at}]/{below}"))
    }

    /// The path of an element of a summary.
    pub(super) fn summary(&self, at: usize, below: &str) -> String {
        self.head
            .path(&format!("DatiBeniServizi/DatiRiepilogo[{at}]/{below}"))
    }

    /// The path of an element of a fund contribution.
    pub(super) fn cassa(&self, at: usize, below: &str) -> String {
        self.head
            .general(&format!("DatiCassaPrevidenziale[{at}]/{below}"))
    }
}
