//! The figures of a file that we wrote, read back to prove that form and XML agree. Not a reader of other people's
//! files: anything unexpected is [`NotOurs`].

use std::str::FromStr;

use fisco::codici::{EsigibilitaIva, Natura, TipoCassa, TipoDocumento, TipoRitenuta};
use jiff::civil::Date;
use quick_xml::{Reader, escape::resolve_predefined_entity, events::Event};
use rust_decimal::Decimal;

/// The file is not one that [`crate::write()`] made, or was changed since.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a file of ours: {at}")]
pub struct NotOurs {
    /// The element where reading stopped.
    pub at: String,
}

/// One group of the VAT summary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Riepilogo {
    /// `AliquotaIVA`.
    pub aliquota: Decimal,
    /// `Natura`.
    pub natura: Option<Natura>,
    /// `ImponibileImporto`.
    pub imponibile: Decimal,
    /// `Imposta`.
    pub imposta: Decimal,
    /// `EsigibilitaIVA`.
    pub esigibilita: Option<EsigibilitaIva>,
}

/// The figures of one document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct XmlTotals {
    /// `Numero`.
    pub numero: String,
    /// `Data`.
    pub data_documento: Option<Date>,
    /// `TipoDocumento`.
    pub tipo_documento: Option<TipoDocumento>,
    /// `PrezzoTotale` of each line.
    pub lines: Vec<Decimal>,
    /// The VAT summary.
    pub riepilogo: Vec<Riepilogo>,
    /// `ImportoTotaleDocumento`.
    pub importo_totale: Option<Decimal>,
    /// `Arrotondamento` of the document.
    pub arrotondamento: Option<Decimal>,
    /// `ImportoBollo`.
    pub bollo: Option<Decimal>,
    /// Each withholding.
    pub ritenute: Vec<(TipoRitenuta, Decimal)>,
    /// Each contribution to a fund.
    pub casse: Vec<(TipoCassa, Decimal)>,
    /// Each payment: due date and amount.
    pub pagamenti: Vec<(Option<Date>, Decimal)>,
}

/// Reads the figures of every document of a file of ours.
///
/// # Errors
/// [`NotOurs`] at the first element that is not as we write it.
pub fn totals(xml: &[u8]) -> Result<Vec<XmlTotals>, NotOurs> {
    let text = std::str::from_utf8(xml).map_err(|_encoding| NotOurs {
        at: "encoding".to_owned(),
    })?;
    let mut reader = Reader::from_str(text);
    let mut documents = Vec::new();
    let mut path: Vec<String> = Vec::new();
    let mut leaf = String::new();
    loop {
        let here = || path.last().cloned().unwrap_or_default();
        match reader.read_event().map_err(|error| NotOurs {
            at: error.to_string(),
        })? {
            Event::Start(start) => {
                path.push(start.name().as_ref().to_owned());
                leaf.clear();
                begin(&path, &mut documents);
            }
            Event::Text(text) => leaf.push_str(&text.xml10_content()),
            Event::GeneralRef(name) => {
                leaf.push_str(resolve_predefined_entity(&name).ok_or_else(|| NotOurs { at: here() })?);
            }
            Event::End(_) => {
                if let Some(document) = documents.last_mut() {
                    take(&path, &leaf, document).ok_or_else(|| NotOurs { at: here() })?;
                }
                path.pop();
                leaf.clear();
            }
            Event::Eof if path.is_empty() && !documents.is_empty() => return Ok(documents),
            Event::Decl(_) => {}
            _ => return Err(NotOurs { at: here() }),
        }
    }
}

/// A block that repeats begins.
fn begin(path: &[String], documents: &mut Vec<XmlTotals>) {
    if path.last().is_some_and(|name| name == "FatturaElettronicaBody") {
        documents.push(XmlTotals::default());
    }
    let Some(document) = documents.last_mut() else {
        return;
    };
    match path.last().map(String::as_str) {
        Some("DatiRiepilogo") => document.riepilogo.push(Riepilogo::default()),
        Some("DettaglioPagamento") => document.pagamenti.push((None, Decimal::ZERO)),
        _ => {}
    }
}

/// Takes what an element says; none when it cannot be read.
fn take(path: &[String], text: &str, document: &mut XmlTotals) -> Option<()> {
    let [.., parent, name] = path else { return Some(()) };
    match (parent.as_str(), name.as_str()) {
        ("DatiGeneraliDocumento", "TipoDocumento") => document.tipo_documento = Some(text.parse().ok()?),
        ("DatiGeneraliDocumento", "Data") => document.data_documento = Some(text.parse().ok()?),
        ("DatiGeneraliDocumento", "Numero") => text.clone_into(&mut document.numero),
        ("DatiGeneraliDocumento", "ImportoTotaleDocumento") => document.importo_totale = Some(number(text)?),
        ("DatiGeneraliDocumento", "Arrotondamento") => document.arrotondamento = Some(number(text)?),
        ("DatiBollo", "ImportoBollo") => document.bollo = Some(number(text)?),
        ("DatiRitenuta", "TipoRitenuta") => document.ritenute.push((text.parse().ok()?, Decimal::ZERO)),
        ("DatiRitenuta", "ImportoRitenuta") => document.ritenute.last_mut()?.1 = number(text)?,
        ("DatiCassaPrevidenziale", "TipoCassa") => document.casse.push((text.parse().ok()?, Decimal::ZERO)),
        ("DatiCassaPrevidenziale", "ImportoContributoCassa") => document.casse.last_mut()?.1 = number(text)?,
        ("DettaglioLinee", "PrezzoTotale") => document.lines.push(number(text)?),
        ("DatiRiepilogo", "AliquotaIVA") => document.riepilogo.last_mut()?.aliquota = number(text)?,
        ("DatiRiepilogo", "Natura") => document.riepilogo.last_mut()?.natura = Some(text.parse().ok()?),
        ("DatiRiepilogo", "ImponibileImporto") => document.riepilogo.last_mut()?.imponibile = number(text)?,
        ("DatiRiepilogo", "Imposta") => document.riepilogo.last_mut()?.imposta = number(text)?,
        ("DatiRiepilogo", "EsigibilitaIVA") => {
            document.riepilogo.last_mut()?.esigibilita = Some(text.parse().ok()?)
        }
        ("DettaglioPagamento", "DataScadenzaPagamento") => {
            document.pagamenti.last_mut()?.0 = Some(text.parse().ok()?)
        }
        ("DettaglioPagamento", "ImportoPagamento") => document.pagamenti.last_mut()?.1 = number(text)?,
        _ => {}
    }
    Some(())
}

fn number(text: &str) -> Option<Decimal> {
    Decimal::from_str(text).ok()
}
