//! Drafts made from what is there: a new one with the usual values, a duplicate, another kind of document.

mod sconti;

use db::{Id, Sql, Tx, When};

use super::{
    CassaDraft, DdtDraft, DocumentoDraft, RiferimentoDraft, RiferimentoTipo, RigaDraft, RitenutaDraft, Stato,
    Tipo,
    store::{self, Stored},
};
use crate::{Books, Error, anagrafiche, azienda, dates, list::Saved};
use sconti::{discounted, taken_off, taken_off_whole};

/// A draft with the usual values of the company and the customer.
///
/// # Errors
/// No such customer, or the archive cannot be read.
pub fn new_draft(
    sql: &impl Sql,
    tipo: Tipo,
    cliente_id: Option<Id>,
    when: &When,
) -> Result<DocumentoDraft, Error> {
    let azienda = azienda::get(sql, when.today)?
        .map(|view| view.draft)
        .unwrap_or_default();
    let cliente = match cliente_id {
        Some(id) => anagrafiche::get(sql, id, when.today)?.draft,
        None => anagrafiche::SoggettoDraft::default(),
    };
    let own = |theirs: &str, ours: &str| {
        if theirs.trim().is_empty() {
            ours.to_owned()
        } else {
            theirs.to_owned()
        }
    };
    let is_fee = !matches!(tipo, Tipo::Ddt | Tipo::Ricevuta);
    let cassa = (is_fee && !azienda.tipo_cassa.trim().is_empty()).then(|| CassaDraft {
        tipo: azienda.tipo_cassa.clone(),
        aliquota: azienda.aliquota_cassa.clone(),
        ..CassaDraft::default()
    });
    let is_withheld = cliente.sostituto_imposta && !azienda.tipo_ritenuta.trim().is_empty();
    let ritenuta = is_withheld.then(|| RitenutaDraft {
        tipo: azienda.tipo_ritenuta.clone(),
        aliquota: azienda.aliquota_ritenuta.clone(),
        causale: azienda.causale_ritenuta.clone(),
        ..RitenutaDraft::default()
    });
    let modalita_pagamento = own(&cliente.modalita_pagamento, &azienda.modalita_pagamento);
    Ok(DocumentoDraft {
        tipo,
        cliente_id,
        data_documento: when.today.to_string(),
        casse: cassa.into_iter().collect(),
        ritenute: ritenuta.into_iter().collect(),
        bollo_addebitato: azienda.bollo_addebitato,
        esigibilita_iva: cliente.esigibilita_iva.clone(),
        modalita_pagamento,
        termini_pagamento: own(&cliente.termini_pagamento, &azienda.termini_pagamento),
        iban: azienda.iban.clone(),
        no_sdi: azienda.no_sdi || cliente.no_sdi,
        lingua: cliente.lingua,
        ..DocumentoDraft::default()
    })
}

/// A true duplicate: the same words and amounts with today's date; dues are computed again, ties are not kept.
///
/// # Errors
/// No such document, or the archive cannot be read.
pub fn duplicate(sql: &impl Sql, id: Id, when: &When) -> Result<DocumentoDraft, Error> {
    let row = store::get(sql, id)?;
    let mut draft = plain(&row, when)?;
    draft.riferimenti = serde_json::from_str::<DocumentoDraft>(&row.draft)?.riferimenti;
    for riferimento in &mut draft.riferimenti {
        write_out(&mut riferimento.data_documento, &row.data_documento);
    }
    draft.note = row.note;
    draft.categoria = row.categoria;
    Ok(draft)
}

/// The last invoice of a customer once more: as [`duplicate`].
///
/// # Errors
/// There is none yet, or the archive cannot be read.
pub fn repeat(sql: &impl Sql, cliente_id: Id, when: &When) -> Result<DocumentoDraft, Error> {
    let last = store::last_invoice(sql, cliente_id)?;
    let (_, last) = last.ok_or_else(|| Error::refused("documenti_nessuno_da_ripetere"))?;
    duplicate(sql, last, when)
}

/// Day of the invoice that [`repeat`] would repeat.
///
/// # Errors
/// The archive cannot be read.
pub(crate) fn last_invoice(sql: &impl Sql, cliente_id: Id) -> Result<Option<String>, Error> {
    Ok(store::last_invoice(sql, cliente_id)?.map(|(day, _)| day))
}

/// The content of a document without its date, dues, keys and ties.
fn plain(row: &Stored, when: &When) -> Result<DocumentoDraft, Error> {
    let mut draft: DocumentoDraft = serde_json::from_str(&row.draft)?;
    for riga in &mut draft.righe {
        riga.origine_riga = None;
        write_out(&mut riga.data_inizio, &row.data_documento);
        write_out(&mut riga.data_fine, &row.data_documento);
    }
    Ok(DocumentoDraft {
        id: None,
        chiave: String::new(),
        data_documento: when.today.to_string(),
        valido_fino: String::new(),
        rate: Vec::new(),
        riferimenti: Vec::new(),
        ddt: Vec::new(),
        origini: Vec::new(),
        corregge: None,
        fuori_ordine: false,
        note: String::new(),
        ..draft
    })
}

/// A day typed short (`2/11`, `+10`) meant the year of its own document: it is written out before it moves.
fn write_out(text: &mut String, day: &str) {
    let day = day.parse().unwrap_or_default();
    if let Ok(date) = dates::typed(text, day) {
        *text = date.to_string();
    }
}

/// Whether the conversion is one of `document_conversions` (DOMAIN 4).
fn may_become(from: Tipo, to: Tipo) -> bool {
    use Tipo::{
        Ddt, Fattura, FatturaAcconto, FatturaDifferita, FatturaDifferitaB, NotaCredito, NotaDebito, Parcella,
        ParcellaAcconto, Preventivo, Proforma, Ricevuta,
    };
    match from {
        Preventivo => matches!(to, Ddt | Proforma | Fattura | Parcella | FatturaAcconto),
        Proforma => matches!(to, Fattura | Parcella | Ricevuta | FatturaAcconto),
        Ddt => matches!(to, FatturaDifferita | FatturaDifferitaB | Fattura | Proforma),
        Fattura | Parcella => matches!(to, NotaCredito | NotaDebito),
        FatturaDifferita | FatturaDifferitaB | NotaDebito => to == NotaCredito,
        FatturaAcconto => matches!(to, NotaCredito | Fattura),
        ParcellaAcconto => matches!(to, NotaCredito | Parcella),
        NotaCredito | Ricevuta => false,
    }
}

/// A draft of another kind from one document, or from several delivery notes of one customer. A balance invoice takes
/// the advance off with negative lines and refers to it; a credit note refers to its invoice; delivery notes joined keep
/// each its own discount.
///
/// # Errors
/// The documents cannot become such a one (kind, state, different customers), or the archive cannot be read.
pub fn convert(sql: &impl Sql, ids: &[Id], tipo: Tipo, when: &When) -> Result<DocumentoDraft, Error> {
    let mut sources = Vec::with_capacity(ids.len());
    for id in ids {
        sources.push((*id, store::get(sql, *id)?));
    }
    let Some((_, first)) = sources.first() else {
        return Err(Error::NotFound("documenti"));
    };
    check(&sources, first, tipo)?;
    let mut draft = plain(first, when)?;
    draft.tipo = tipo;
    draft.righe.clear();
    draft.origini = ids.to_vec();
    draft.trasporto = None;
    let is_merged = sources.len() > 1;
    if is_merged {
        draft.sconto.clear();
    }
    let is_advance = matches!(first.tipo, Tipo::FatturaAcconto | Tipo::ParcellaAcconto);
    for (_, source) in &sources {
        let from = draft.righe.len();
        let typed: DocumentoDraft = serde_json::from_str(&source.draft)?;
        if typed.prezzi_ivati != draft.prezzi_ivati {
            return Err(Error::refused("documenti_prezzi_diversi"));
        }
        let is_discounted = !typed.sconto.trim().is_empty();
        let lines = typed
            .righe
            .into_iter()
            .filter(|riga| *riga != RigaDraft::default());
        if is_advance && tipo != Tipo::NotaCredito && is_discounted {
            // The discount was the advance's own: it must not be taken off the balance again.
            draft.sconto.clear();
            draft.prezzi_ivati = false;
            draft.righe.extend(taken_off_whole(source)?);
        } else if is_advance && tipo != Tipo::NotaCredito {
            draft.righe.extend(lines.map(|riga| taken_off(riga, source)));
        } else if is_merged && is_discounted {
            draft.righe.extend(discounted(lines, &typed.sconto, source)?);
        } else {
            draft.righe.extend(lines);
        }
        refer(&mut draft, source, from);
    }
    Ok(draft)
}

fn check(sources: &[(Id, Stored)], first: &Stored, tipo: Tipo) -> Result<(), Error> {
    let are_alike = sources
        .iter()
        .all(|(_, source)| source.tipo == first.tipo && source.cliente_id == first.cliente_id);
    if !are_alike || (sources.len() > 1 && first.tipo != Tipo::Ddt) {
        return Err(Error::refused("documenti_origini_diverse"));
    }
    if !may_become(first.tipo, tipo) {
        return Err(Error::refused("documenti_conversione"));
    }
    for (_, source) in sources {
        let is_open = match source.stato {
            Stato::Emesso | Stato::Accettato => true,
            Stato::Bozza => !source.tipo.is_fiscale() && source.tipo != Tipo::Ddt,
            Stato::Rifiutato | Stato::Convertito | Stato::Annullato => false,
        };
        if !is_open {
            return Err(Error::refused("documenti_origine_chiusa").arg("numero", &source.numero));
        }
    }
    Ok(())
}

/// Names the source in the new draft: `DatiDDT` or `DatiFattureCollegate`.
fn refer(draft: &mut DocumentoDraft, source: &Stored, from: usize) {
    if source.tipo == Tipo::Ddt {
        let righe = (from..draft.righe.len()).filter_map(|at| u16::try_from(at.saturating_add(1)).ok());
        draft.ddt.push(DdtDraft {
            numero: source.numero.clone(),
            data_ddt: source.data_documento.clone(),
            righe: righe.collect(),
        });
    } else if source.tipo.is_fiscale() {
        draft.riferimenti.push(RiferimentoDraft {
            tipo: RiferimentoTipo::FatturaCollegata,
            id_documento: source.numero.clone(),
            data_documento: source.data_documento.clone(),
            ..RiferimentoDraft::default()
        });
    }
}

/// Changes where a quote, proforma, receipt or delivery note stands. Invoices only change by other documents.
///
/// # Errors
/// The document is fiscal or still a draft, or the state does not suit it.
pub fn set_stato(
    books: &Books,
    when: &When,
    id: Id,
    stato: Stato,
) -> Result<Saved<super::DocumentoView>, Error> {
    books.write("documenti.set_stato", when, |tx| {
        set_stato_in(tx, id, stato)?;
        super::get(tx, id, when.today)
    })
}

/// As [`set_stato`], inside a write of another verb.
///
/// # Errors
/// As [`set_stato`].
pub(crate) fn set_stato_in(tx: &Tx<'_>, id: Id, stato: Stato) -> Result<(), Error> {
    let row = store::get(tx, id)?;
    let is_allowed = match stato {
        Stato::Accettato | Stato::Rifiutato => row.tipo == Tipo::Preventivo,
        Stato::Emesso | Stato::Annullato => true,
        Stato::Bozza | Stato::Convertito => false,
    };
    if row.tipo.is_fiscale() || row.stato == Stato::Bozza || row.stato == Stato::Convertito || !is_allowed {
        return Err(Error::refused("documenti_stato"));
    }
    store::set_stato(tx, id, stato)
}
