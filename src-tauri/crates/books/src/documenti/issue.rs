//! Issue: the number, the frozen document, the XML and the link of the chain, all in one write or nothing.

mod store;

use db::{Id, Tx, When};
use fatturapa::{ChangeKind, FileName};

pub(super) use store::{amounts, amounts_of};

use super::{
    DocumentoDraft, Emesso, Stato, Tipo,
    congelato::{Congelato, link_hash},
    numeri,
    parti::{self, Parti, within},
    reissue,
    save::{self, Letta, get, row_of},
    store as rows,
    to_xml::{self, Sorgente},
};
use crate::{
    Books, Error, Marks, Problem,
    anagrafiche::{self, SoggettoDraft},
    efatture,
    list::Saved,
    refuses,
};

/// Issues a draft: kept first, numbered, frozen. A draft whose key was issued before gives that document again.
///
/// # Errors
/// [`Error::Invalid`] with every problem; the document is already issued; the archive cannot be written.
pub fn issue(books: &Books, when: &When, draft: DocumentoDraft) -> Result<Saved<Emesso>, Error> {
    let saved = issue_many(books, when, vec![draft])?;
    let value = saved
        .value
        .into_iter()
        .next()
        .ok_or(Error::NotFound("documenti"))?;
    Ok(Saved {
        value,
        touched: saved.touched,
    })
}

/// Issues drafts in order, all in one write: every one, or none.
///
/// # Errors
/// As [`issue`]; fields of problems begin with the place of the draft when there are several (`1.righe.0.prezzo`).
pub fn issue_many(
    books: &Books,
    when: &When,
    drafts: Vec<DocumentoDraft>,
) -> Result<Saved<Vec<Emesso>>, Error> {
    let orders = drafts.into_iter().map(|draft| Ordine { cliente: None, draft });
    issue_orders(books, when, orders.collect())
}

/// A draft, and its customer when the archive may not have them yet.
#[derive(Debug, Clone)]
pub struct Ordine {
    /// Found again by partita IVA or codice fiscale, or kept as new; takes the place of the draft's `cliente_id`.
    pub cliente: Option<SoggettoDraft>,
    /// What is issued.
    pub draft: DocumentoDraft,
}

/// Issues drafts with their customers, all in one write: when one is refused no customer is kept either.
///
/// # Errors
/// As [`issue_many`]; what a new customer lacks stands below `cliente`.
pub fn issue_orders(books: &Books, when: &When, orders: Vec<Ordine>) -> Result<Saved<Vec<Emesso>>, Error> {
    let is_alone = orders.len() == 1;
    let issued = books.write("documenti.issue", when, |tx| {
        let mut all = Vec::with_capacity(orders.len());
        let mut problems = Vec::new();
        for (at, order) in orders.into_iter().enumerate() {
            match issue_order(tx, books.marks(), order) {
                Ok((id, caratteri_cambiati)) => all.push(Emesso {
                    documento: get(tx, id, when.today)?,
                    caratteri_cambiati,
                }),
                Err(Error::Invalid(found)) if is_alone => problems.extend(found),
                Err(Error::Invalid(found)) => {
                    problems.extend(found.into_iter().map(|problem| within(&at.to_string(), problem)));
                }
                Err(other) => return Err(other),
            }
        }
        if problems.is_empty() {
            tx.barrier();
            Ok(all)
        } else {
            Err(Error::Invalid(problems))
        }
    })?;
    // The documents are issued whatever becomes of the marks: an error here would have them issued twice. Marks that
    // cannot be written now are written with the next issue, or when the archive is opened again.
    let _ = raise_marks(books, &issued.value);
    Ok(issued)
}

fn issue_order(tx: &Tx<'_>, marks: &Marks, order: Ordine) -> Result<(Id, Vec<Problem>), Error> {
    let Ordine { cliente, mut draft } = order;
    if let Some(cliente) = cliente {
        let id = anagrafiche::ensure(tx, cliente).map_err(|error| match error {
            Error::Invalid(found) => Error::Invalid(
                found
                    .into_iter()
                    .map(|problem| within("cliente", problem))
                    .collect(),
            ),
            other => other,
        })?;
        draft.cliente_id = Some(id);
    }
    issue_in(tx, marks, &draft)
}

fn raise_marks(books: &Books, issued: &[Emesso]) -> Result<(), Error> {
    let used = books.read(|sql| {
        let mut used = numeri::used_by(sql, issued)?;
        used.push(efatture::used_progressive(sql)?);
        Ok(used)
    })?;
    Ok(books.marks().raise(used)?)
}

/// What an issue is made of once nothing refuses it.
struct Pronto {
    id: Id,
    numero: String,
    progressivo: u32,
    draft: DocumentoDraft,
    letta: Letta,
}

/// Issues a draft inside a write, whose caller sets the barrier and raises the marks; gives the document and the texts
/// that had to be changed.
///
/// # Errors
/// As [`issue`].
pub(crate) fn issue_in(
    tx: &Tx<'_>,
    marks: &Marks,
    draft: &DocumentoDraft,
) -> Result<(Id, Vec<Problem>), Error> {
    let id = match place(tx, draft)? {
        Place::Issued(id) => return Ok((id, Vec::new())),
        Place::Draft(id) => id,
        Place::New => tx.new_id(),
    };
    let today = tx.when().today;
    let mut letta = save::read(tx, draft, today)?;
    let parti = parti::parti(&letta, today).unwrap_or_else(|found| {
        letta.problems.extend(found);
        None
    });
    let rejected = match draft.corregge {
        Some(original) => Some((original, reissue::rejected(tx, original, today)?)),
        None => None,
    };
    let documento = &letta.letto.documento;
    letta.problems.extend(match &rejected {
        Some((_, row)) => reissue::differences(row, documento),
        None => numeri::check_order(tx, documento, draft.fuori_ordine)?
            .into_iter()
            .collect(),
    });
    letta.problems.extend(origin_problems(tx, &draft.origini)?);
    if refuses(&letta.problems) {
        return Err(Error::Invalid(letta.problems));
    }
    let documento = &letta.letto.documento;
    let (id, progressivo, chiave) = match rejected {
        Some((original, row)) => {
            store::make_room(tx, original, &row.congelato)?;
            rows::delete(tx, id)?;
            (original, row.progressivo.unwrap_or_default(), row.chiave)
        }
        None => (
            id,
            numeri::next(tx, documento, Some(marks))?,
            draft.chiave.clone(),
        ),
    };
    let draft = &DocumentoDraft {
        chiave,
        corregge: None,
        ..draft.clone()
    };
    let pronto = Pronto {
        id,
        numero: numeri::text(progressivo, &documento.sezionale),
        progressivo,
        draft: DocumentoDraft {
            id: None,
            data_documento: documento.data_documento.to_string(),
            note: String::new(),
            categoria: String::new(),
            ..draft.clone()
        },
        letta,
    };
    let (xml_sha256, caratteri_cambiati) = make_xml(tx, marks, &pronto, parti)?;
    freeze(tx, pronto, draft, xml_sha256)?;
    Ok((id, caratteri_cambiati))
}

/// Where a draft stands before it is issued.
enum Place {
    /// It, or another with its key, became this document.
    Issued(Id),
    /// It is kept.
    Draft(Id),
    /// It was never kept.
    New,
}

fn place(tx: &Tx<'_>, draft: &DocumentoDraft) -> Result<Place, Error> {
    let known = rows::by_chiave(tx, draft.chiave.trim())?;
    let Some(id) = draft.id.or(known) else {
        return Ok(Place::New);
    };
    let is_draft = rows::get(tx, id)?.stato == Stato::Bozza;
    match (is_draft, known) {
        (true, _) => Ok(Place::Draft(id)),
        (false, Some(id)) => Ok(Place::Issued(id)),
        (false, None) => Err(Error::refused("documenti_emesso")),
    }
}

/// Makes, cleans, writes and keeps the XML; gives its hash, empty when the document makes none.
fn make_xml(
    tx: &Tx<'_>,
    marks: &Marks,
    pronto: &Pronto,
    parti: Option<Parti>,
) -> Result<(String, Vec<Problem>), Error> {
    let documento = &pronto.letta.letto.documento;
    let (Some(calcolo), Some(Parti { azienda, cliente })) = (&pronto.letta.calcolo, parti) else {
        return Ok((String::new(), Vec::new()));
    };
    let codice = azienda.codice_fiscale.as_ref().map(ToString::to_string);
    let codice = codice.or_else(|| azienda.partita_iva.as_ref().map(ToString::to_string));
    let progressive = efatture::next_progressive(tx, marks)?;
    let name = FileName::new("IT", codice.as_deref().unwrap_or_default(), progressive).map_err(|bad| {
        Error::Invalid(vec![
            Problem::error("documenti_nome_file", "azienda").arg("detail", bad),
        ])
    })?;
    let progressivo = name.progressivo();
    let sorgente = Sorgente {
        documento,
        calcolo,
        azienda: &azienda,
        cliente: &cliente,
        numero: &pronto.numero,
        progressivo: &progressivo,
    };
    let Some(mut fattura) = to_xml::to_xml(&sorgente) else {
        return Err(Error::Invalid(vec![Problem::error("required", "azienda")]));
    };
    let changes = fatturapa::clean(&mut fattura);
    let xml = fatturapa::write(&fattura).map_err(|error| {
        let faults = error.faults.iter();
        Error::Invalid(faults.map(|fault| to_xml::problem_of(fault, documento)).collect())
    })?;
    // A document of tomorrow is sent tomorrow. That the schema holds is what the writer answers for.
    let sent = tx.when().today.max(documento.data_documento);
    let refused: Vec<Problem> = fatturapa::check::fattura(&fattura, sent)
        .iter()
        .filter(|finding| finding.severity == fatturapa::Severity::Error)
        .map(|finding| to_xml::problem_of_finding(finding, documento))
        .collect();
    if !refused.is_empty() {
        return Err(Error::Invalid(refused));
    }
    let hash = efatture::keep(tx, (pronto.id, documento.data_documento), &name, &xml)?;
    let changed = changes
        .into_iter()
        .map(|change| changed(&to_xml::field_of(&change.path, documento), &change.kind));
    Ok((hash, changed.collect()))
}

/// A text that had to be changed for the XML, in a sentence at its field.
fn changed(field: &str, kind: &ChangeKind) -> Problem {
    let problem = Problem::warning(kind.code(), field);
    match kind {
        ChangeKind::Replaced { found, by } => problem.arg("found", found).arg("by", by),
        ChangeKind::Dropped { found } => problem.arg("found", format!("U+{:04X}", u32::from(*found))),
        ChangeKind::Shortened => problem,
        ChangeKind::Split { parts } => problem.arg("parts", parts),
    }
}

/// Writes the row, the amounts and the link of the chain; origins become converted.
fn freeze(tx: &Tx<'_>, pronto: Pronto, typed: &DocumentoDraft, xml_sha256: String) -> Result<(), Error> {
    let Pronto {
        id,
        numero,
        progressivo,
        draft,
        letta,
    } = pronto;
    let totali = letta.totali();
    let typed = DocumentoDraft {
        id: Some(id),
        data_documento: draft.data_documento.clone(),
        ..typed.clone()
    };
    let mut row = row_of(&typed, &letta)?;
    row.stato = Stato::Emesso;
    row.progressivo = Some(progressivo);
    row.numero.clone_from(&numero);
    row.emesso_at = tx.when().at.to_string();
    let congelato = Congelato {
        numero,
        oggi: tx.when().today,
        parametri: letta.letto.documento.parametri,
        azienda: letta.azienda,
        cliente: letta.cliente.unwrap_or_default(),
        draft,
        totali,
        xml_sha256,
    };
    row.congelato = congelato.canonical()?;
    let prev = store::chain_end(tx)?;
    let hash = link_hash(&prev, &row.congelato);
    rows::put(tx, id, &row)?;
    store::put_amounts(tx, id, &amounts_of(&congelato.draft, &congelato.totali)?)?;
    convert_origins(tx, id, &congelato.draft.origini)?;
    store::chain(tx, id, &prev, &hash)
}

/// Ties the document to those it comes from; quotes, proformas and delivery notes become converted.
fn convert_origins(tx: &Tx<'_>, id: Id, origini: &[Id]) -> Result<(), Error> {
    for origine in origini {
        let from = match rows::get(tx, *origine) {
            // A draft that was deleted meanwhile, or never numbered, leaves no tie.
            Err(Error::NotFound(_)) => continue,
            other => other?,
        };
        if from.stato == Stato::Bozza {
            continue;
        }
        rows::link(tx, *origine, id)?;
        if matches!(from.tipo, Tipo::Preventivo | Tipo::Proforma | Tipo::Ddt) {
            rows::set_stato(tx, *origine, Stato::Convertito)?;
        }
    }
    Ok(())
}

/// A delivery note or proforma is billed once: two drafts made from it cannot both be issued.
fn origin_problems(tx: &Tx<'_>, origini: &[Id]) -> Result<Vec<Problem>, Error> {
    let mut problems = Vec::new();
    for origine in origini {
        let from = match rows::get(tx, *origine) {
            Err(Error::NotFound(_)) => continue,
            other => other?,
        };
        let is_billed_once = matches!(from.tipo, Tipo::Ddt | Tipo::Proforma);
        if is_billed_once && matches!(from.stato, Stato::Convertito | Stato::Annullato) {
            problems.push(Problem::error("documenti_origine_chiusa", "origini").arg("numero", from.numero));
        }
    }
    Ok(problems)
}
