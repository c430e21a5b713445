//! Proof that nothing changed: the chain, the frozen totals against the rules, the rows and the XML.

mod issued;
mod stampa;
mod store;

pub use issued::{check_chain, issued};
pub use stampa::verify_pdf;

use std::collections::BTreeMap;

use db::{Id, Sql};
use fatturapa::{
    Fattura,
    model::FatturaElettronicaBody,
    xml::{Document, Limits},
};
use money::{Cents, Decimal};

use super::{
    NumeroAnomalia, Rilievo, Tipo,
    congelato::{Congelato, link_hash},
    issue::{amounts, amounts_of},
    numeri,
    regole::Documento,
    store as rows,
};
use crate::{Error, anagrafiche::Nome, efatture};
use store::Link;

/// Recomputes every link of the chain and everything that hangs on it; gives what does not agree.
///
/// # Errors
/// The archive cannot be read.
pub fn verify(sql: &impl Sql) -> Result<Vec<Rilievo>, Error> {
    let mut found = Vec::new();
    let mut prev = String::new();
    store::walk_chain(sql, |link| {
        let mut add = |code: &str| {
            found.push(Rilievo {
                documento_id: Some(link.documento_id),
                numero: link.numero.to_owned(),
                code: code.to_owned(),
            });
        };
        if link.prev != prev || link.hash != link_hash(link.prev, link.congelato) {
            add("verifica_catena");
        }
        link.hash.clone_into(&mut prev);
        match serde_json::from_str::<Congelato>(link.congelato) {
            Ok(congelato) => check(sql, &link, &congelato, &mut add)?,
            Err(_unreadable) => add("verifica_congelato"),
        }
        Ok(())
    })?;
    for id in store::unchained(sql)? {
        found.push(Rilievo {
            documento_id: Some(id),
            numero: String::new(),
            code: "verifica_senza_catena".to_owned(),
        });
    }
    let doubled = numeri::numeri(sql)?;
    found.extend(doubled.into_iter().filter_map(number_finding));
    Ok(found)
}

/// A hole in the numbers; disorders of dates are the user's, accepted at issue.
fn number_finding(anomalia: NumeroAnomalia) -> Option<Rilievo> {
    (anomalia.motivo == "mancante").then(|| Rilievo {
        documento_id: anomalia.documento_id,
        numero: if anomalia.da == anomalia.numero {
            numeri::text(anomalia.numero, &anomalia.sezionale)
        } else {
            let last = numeri::text(anomalia.numero, &anomalia.sezionale);
            format!("{}-{last}", anomalia.da)
        },
        code: "verifica_numero_mancante".to_owned(),
    })
}

fn check(
    sql: &impl Sql,
    link: &Link<'_>,
    congelato: &Congelato,
    add: &mut impl FnMut(&str),
) -> Result<(), Error> {
    let totali = &congelato.totali;
    let Ok((letto, calcolo)) = congelato.recompute() else {
        add("verifica_totali");
        return Ok(());
    };
    if calcolo.totali != *totali {
        add("verifica_totali");
    }
    if !link.is_present {
        return Ok(());
    }
    if !is_row_equal(link, congelato, &letto.documento)?
        || amounts(sql, link.documento_id)? != amounts_of(&congelato.draft, totali)?
    {
        add("verifica_righe");
    }
    let rate = Cents::sum(totali.rate.iter().map(|rata| rata.importo))?;
    if !totali.rate.is_empty() && rate != totali.netto_a_pagare {
        add("verifica_rate");
    }
    if !is_file_equal(sql, link.documento_id, congelato)? {
        add("verifica_xml");
    }
    Ok(())
}

/// What lists show and search finds is what was frozen.
fn is_row_equal(link: &Link<'_>, congelato: &Congelato, documento: &Documento) -> Result<bool, Error> {
    let (draft, totali) = (&congelato.draft, &congelato.totali);
    let signed = |cents: Cents| {
        if draft.tipo == Tipo::NotaCredito {
            cents.negated()
        } else {
            Ok(cents)
        }
    };
    Ok(link.numero == congelato.numero
        && link.numero == numeri::text(link.progressivo, link.sezionale)
        && link.sezionale == documento.sezionale
        && link.anno == documento.data_documento.year()
        && link.data_documento == documento.data_documento.to_string()
        && link.tipo == rows::word(draft.tipo)?
        && link.td == documento.td().map(|td| td.code()).unwrap_or_default()
        && link.no_sdi == draft.no_sdi
        && link.cliente
            == Nome::typed(&congelato.cliente)
                .map(|nome| nome.to_string())
                .unwrap_or_default()
        && link.imponibile == signed(totali.imponibile)?
        && link.imposta == signed(totali.imposta)?
        && link.totale == signed(totali.totale_documento)?
        && link.netto == signed(totali.netto_a_pagare)?)
}

/// The kept bytes have the frozen hash, and the figures in them are the frozen ones.
fn is_file_equal(sql: &impl Sql, id: Id, congelato: &Congelato) -> Result<bool, Error> {
    let file = efatture::of_documento(sql, id)?;
    let Some(file) = file else {
        return Ok(congelato.xml_sha256.is_empty());
    };
    let Ok(xml) = efatture::bytes(sql, &file) else {
        return Ok(false);
    };
    let Some(body) = body(&xml) else {
        return Ok(false);
    };
    Ok(file.sha256 == congelato.xml_sha256 && are_figures_equal(&body, congelato)?)
}

/// The one document of a file of ours, in which nothing is odd.
pub(super) fn body(xml: &[u8]) -> Option<FatturaElettronicaBody> {
    let document = Document::parse(xml, &Limits::default()).ok()?;
    let read = fatturapa::read(&document).ok()?;
    match read.fattura {
        Fattura::Ordinaria(mut fattura) if read.faults.is_empty() => {
            let body = fattura.bodies.pop()?;
            fattura.bodies.is_empty().then_some(body)
        }
        _ => None,
    }
}

fn are_figures_equal(body: &FatturaElettronicaBody, congelato: &Congelato) -> Result<bool, Error> {
    let totali = &congelato.totali;
    let documento = &body.dati_generali.dati_generali_documento;
    let merci = &body.dati_beni_servizi;
    let mut summary: BTreeMap<(Decimal, String), (Decimal, Decimal)> = BTreeMap::new();
    for gruppo in &totali.riepilogo {
        let key = (gruppo.aliquota_iva.decimal().normalize(), gruppo.natura.clone());
        let sums = summary.entry(key).or_default();
        sums.0 = sums.0.saturating_add(gruppo.imponibile.decimal());
        sums.1 = sums.1.saturating_add(gruppo.imposta.decimal());
    }
    for gruppo in &merci.dati_riepilogo {
        let natura = gruppo.natura.as_ref().map(ToString::to_string);
        let sums = summary
            .entry((gruppo.aliquota_iva.normalize(), natura.unwrap_or_default()))
            .or_default();
        sums.0 = sums.0.saturating_sub(gruppo.imponibile_importo);
        sums.1 = sums.1.saturating_sub(gruppo.imposta);
    }
    let lines = totali.righe.iter().flatten().map(|riga| riga.totale);
    let added = totali.righe_aggiunte.iter().map(|riga| riga.totale.totale);
    let lines = lines.chain(added).map(Cents::decimal);
    let ritenute = totali.ritenute.iter().map(|ritenuta| ritenuta.importo.decimal());
    let casse = totali.casse.iter().map(|cassa| cassa.importo.decimal());
    let rate = totali.rate.iter().map(|rata| rata.importo.decimal());
    let bollo = documento
        .dati_bollo
        .as_ref()
        .and_then(|bollo| bollo.importo_bollo);
    let pagamenti = body
        .dati_pagamento
        .iter()
        .flat_map(|pagamento| &pagamento.dettaglio_pagamento);
    Ok(documento.numero == congelato.numero
        && documento.data.to_string() == congelato.draft.data_documento
        && documento.importo_totale_documento == Some(totali.totale_documento.decimal())
        && documento.arrotondamento.unwrap_or_default() == totali.arrotondamento.decimal()
        && bollo.unwrap_or_default() == totali.bollo.decimal()
        && merci
            .dettaglio_linee
            .iter()
            .map(|linea| linea.prezzo_totale)
            .eq(lines)
        && documento
            .dati_ritenuta
            .iter()
            .map(|ritenuta| ritenuta.importo_ritenuta)
            .eq(ritenute)
        && documento
            .dati_cassa_previdenziale
            .iter()
            .map(|cassa| cassa.importo_contributo_cassa)
            .eq(casse)
        && pagamenti.map(|pagamento| pagamento.importo_pagamento).eq(rate)
        && summary.values().all(|(a, b)| a.is_zero() && b.is_zero()))
}
