//! Drafts: what the editor says while one types, keeping, reading back, deleting.

use db::{DeletedRow, Id, Sql, Tx, When};
use jiff::civil::Date;
use money::Cents;

use super::{
    DocumentoDraft, DocumentoPreview, DocumentoView, Stato, Tipo, Totali,
    congelato::{Congelato, slim},
    numeri, parti,
    regole::{Calcolo, Contesto, Letto, Spiegazione, calcola, controlla, leggi, spiega},
    store::{self, Stored},
};
use crate::{
    Books, Error, Problem,
    anagrafiche::{self, SoggettoDraft},
    azienda::{self, AziendaDraft},
    efatture,
    list::Saved,
    refuses,
};

/// A draft read against the archive.
pub(super) struct Letta {
    pub(super) azienda: AziendaDraft,
    pub(super) cliente: Option<SoggettoDraft>,
    pub(super) cliente_nome: String,
    pub(super) letto: Letto,
    pub(super) calcolo: Option<Calcolo>,
    pub(super) problems: Vec<Problem>,
}

impl Letta {
    pub(super) fn totali(&self) -> Totali {
        self.calcolo
            .as_ref()
            .map(|calcolo| calcolo.totali.clone())
            .unwrap_or_default()
    }
}

/// Reads a draft with the company and the customer as they stand now.
pub(super) fn read(sql: &impl Sql, draft: &DocumentoDraft, today: Date) -> Result<Letta, Error> {
    let azienda = azienda::stored(sql)?.map(|view| view.draft).unwrap_or_default();
    let cliente = match draft.cliente_id {
        Some(id) => Some(anagrafiche::stored(sql, id)?),
        None => None,
    };
    let (cliente, cliente_nome) = match cliente {
        Some(view) => (Some(view.draft), view.nome_completo),
        None => (None, String::new()),
    };
    let contesto = Contesto {
        today,
        azienda: &azienda,
        cliente: cliente.as_ref(),
        parametri: None,
    };
    let letto = leggi(draft, &contesto);
    let mut problems = letto.problems.clone();
    let calcolo = calcola(&letto.documento).ok();
    match &calcolo {
        Some(calcolo) => problems.extend(controlla(&letto.documento, calcolo, &contesto)),
        None => problems.push(Problem::error("number_too_large", "righe")),
    }
    Ok(Letta {
        azienda,
        cliente_nome,
        letto,
        calcolo,
        problems,
        cliente,
    })
}

/// What the editor says while one types.
///
/// # Errors
/// The archive cannot be read.
pub fn preview(books: &Books, draft: &DocumentoDraft, today: Date) -> Result<DocumentoPreview, Error> {
    books.read(|sql| {
        let mut letta = read(sql, draft, today)?;
        letta.problems.extend(parti::problems(&letta, today));
        let documento = &letta.letto.documento;
        let (numero_previsto, of_number) = match draft.corregge {
            Some(original) => {
                let row = store::get(sql, original)?;
                (row.numero.clone(), super::reissue::differences(&row, documento))
            }
            None => {
                let next = numeri::next(sql, documento, Some(books.marks()))?;
                let order = numeri::check_order(sql, documento, draft.fuori_ordine)?;
                (
                    numeri::text(next, &documento.sezionale),
                    order.into_iter().collect(),
                )
            }
        };
        letta.problems.extend(of_number);
        let documento = &letta.letto.documento;
        Ok(DocumentoPreview {
            totali: letta.totali(),
            numero_previsto,
            data_documento: documento.data_documento.to_string(),
            td: documento.td().map(|td| td.code().to_owned()).unwrap_or_default(),
            problems: letta.problems,
        })
    })
}

/// Every total in words: of the draft given, else of the stored document. An issued one is explained by what it froze.
///
/// # Errors
/// Neither is given or there is no such document; an amount is too large; the archive cannot be read.
pub fn explain(
    sql: &impl Sql,
    draft: Option<DocumentoDraft>,
    id: Option<Id>,
    in_english: bool,
    today: Date,
) -> Result<Vec<Spiegazione>, Error> {
    let lingua = if in_english {
        pdf::Lingua::En
    } else {
        pdf::Lingua::It
    };
    let draft = match (draft, id) {
        (Some(draft), _) => draft,
        (None, None) => return Err(Error::NotFound("documenti")),
        (None, Some(id)) => {
            let row = store::get(sql, id)?;
            if !row.congelato.is_empty() {
                let (letto, calcolo) = serde_json::from_str::<Congelato>(&row.congelato)?.recompute()?;
                return Ok(spiega(&letto.documento, &calcolo, lingua)?);
            }
            serde_json::from_str(&row.draft)?
        }
    };
    let letta = read(sql, &draft, today)?;
    let calcolo = letta.calcolo.as_ref().ok_or(Error::TooLarge(money::TooLarge))?;
    Ok(spiega(&letta.letto.documento, calcolo, lingua)?)
}

/// Keeps a draft, however incomplete.
///
/// # Errors
/// The document was issued, the customer does not exist, or the archive cannot be written.
pub fn save(books: &Books, when: &When, draft: DocumentoDraft) -> Result<Saved<DocumentoView>, Error> {
    books.write("documenti.save", when, |tx| {
        let id = put_draft(tx, &draft)?;
        get(tx, id, when.today)
    })
}

/// Keeps a draft inside a write; gives its id.
pub(crate) fn put_draft(tx: &Tx<'_>, draft: &DocumentoDraft) -> Result<Id, Error> {
    let known = match draft.id {
        Some(id) => Some(id),
        None => store::by_chiave(tx, draft.chiave.trim())?,
    };
    let id = match known {
        Some(id) => {
            if store::get(tx, id)?.stato != Stato::Bozza {
                return Err(Error::refused("documenti_emesso"));
            }
            id
        }
        None => tx.new_id(),
    };
    let draft = DocumentoDraft {
        id: Some(id),
        ..draft.clone()
    };
    put_row(tx, id, &draft)?;
    Ok(id)
}

fn put_row(tx: &Tx<'_>, id: Id, draft: &DocumentoDraft) -> Result<(), Error> {
    let letta = read(tx, draft, tx.when().today)?;
    let mut row = row_of(draft, &letta)?;
    row.incompleto = refuses(&letta.problems);
    store::put(tx, id, &row)
}

/// Gives the drafts of one customer to another; each is computed again with the new one's data.
///
/// # Errors
/// The archive cannot be written.
pub(crate) fn move_drafts(tx: &Tx<'_>, from: Id, to: Id) -> Result<(), Error> {
    for id in store::drafts_of(tx, from)? {
        let mut draft = get(tx, id, tx.when().today)?.draft;
        draft.cliente_id = Some(to);
        put_draft(tx, &draft)?;
    }
    Ok(())
}

/// The columns of a draft. Amounts of credit notes are negative.
pub(super) fn row_of(draft: &DocumentoDraft, letta: &Letta) -> Result<Stored, Error> {
    let totali = letta.totali();
    let documento = &letta.letto.documento;
    let signed = |cents: Cents| {
        if draft.tipo == Tipo::NotaCredito {
            cents.negated()
        } else {
            Ok(cents)
        }
    };
    Ok(Stored {
        tipo: draft.tipo,
        stato: Stato::Bozza,
        anno: documento.data_documento.year(),
        sezionale: documento.sezionale.clone(),
        progressivo: None,
        numero: String::new(),
        data_documento: documento.data_documento.to_string(),
        cliente_id: draft.cliente_id,
        cliente: letta.cliente_nome.clone(),
        td: documento.td().map(|td| td.code().to_owned()).unwrap_or_default(),
        no_sdi: draft.no_sdi,
        incompleto: false,
        categoria: draft.categoria.trim().to_owned(),
        note: draft.note.clone(),
        chiave: draft.chiave.trim().to_owned(),
        emesso_at: String::new(),
        imponibile: signed(totali.imponibile)?,
        imposta: signed(totali.imposta)?,
        totale: signed(totali.totale_documento)?,
        netto: signed(totali.netto_a_pagare)?,
        draft: slim(draft)?,
        congelato: String::new(),
    })
}

/// A draft, computed now, or the frozen document.
///
/// # Errors
/// No such document, or the archive cannot be read.
pub fn get(sql: &impl Sql, id: Id, today: Date) -> Result<DocumentoView, Error> {
    let row = store::get(sql, id)?;
    let mut draft: DocumentoDraft = serde_json::from_str(&row.draft)?;
    draft.id = Some(id);
    draft.note.clone_from(&row.note);
    draft.categoria.clone_from(&row.categoria);
    let (totali, problems, cliente) = if row.congelato.is_empty() {
        let letta = read(sql, &draft, today)?;
        let mut problems = letta.problems.clone();
        problems.extend(parti::problems(&letta, today));
        (letta.totali(), problems, letta.cliente_nome)
    } else {
        let congelato: Congelato = serde_json::from_str(&row.congelato)?;
        (congelato.totali, Vec::new(), row.cliente)
    };
    let file = efatture::of_documento(sql, id)?;
    Ok(DocumentoView {
        id,
        draft,
        stato: row.stato,
        numero: row.numero,
        totali,
        problems,
        cliente,
        td: row.td,
        nome_file: file.map(|file| file.nome_file).unwrap_or_default(),
        emesso_at: row.emesso_at,
        legami: store::legami(sql, id)?,
    })
}

/// Deletes a draft; undo brings it back. Issued documents stay.
///
/// # Errors
/// It was issued, does not exist, or the archive cannot be written.
pub fn delete(books: &Books, when: &When, id: Id) -> Result<Saved<()>, Error> {
    books.write("documenti.delete", when, |tx| {
        if store::get(tx, id)?.stato != Stato::Bozza {
            return Err(Error::refused("documenti_emesso"));
        }
        store::delete(tx, id)
    })
}

/// Drafts that were deleted and can come back, with their words.
///
/// # Errors
/// The archive cannot be read.
pub(crate) fn deleted(sql: &impl Sql) -> Result<Vec<(DeletedRow, String)>, Error> {
    let rows = db::deleted(sql, "documenti.delete", "documenti")?.into_iter();
    let text = |row: &DeletedRow, column: &str| {
        let value = row.old_values.get(column).and_then(serde_json::Value::as_str);
        value.unwrap_or_default().to_owned()
    };
    let named = rows.map(|row| {
        let kind = text(&row, "tipo").to_lowercase().replace('_', " ");
        let parts = [kind, text(&row, "data_documento"), text(&row, "cliente")];
        let words = parts
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>();
        (row, words.join(" "))
    });
    Ok(named.collect())
}

/// Brings a deleted draft back under its own id.
///
/// # Errors
/// It is not among those that can come back, or the archive cannot be written.
pub(crate) fn undelete(books: &Books, when: &When, id: Id) -> Result<Saved<()>, Error> {
    books.write("documenti.undelete", when, |tx| {
        let rows = db::deleted(tx, "documenti.delete", "documenti_contenuti")?;
        let row = rows.into_iter().find(|row| row.id == id);
        let form = row.and_then(|row| Some(row.old_values.get("draft")?.as_str()?.to_owned()));
        let form = form.ok_or(Error::NotFound("documenti"))?;
        let draft = DocumentoDraft {
            id: Some(id),
            ..serde_json::from_str(&form)?
        };
        // The key may have been issued meanwhile from another draft.
        let chiave = match store::by_chiave(tx, draft.chiave.trim())? {
            Some(_) => String::new(),
            None => draft.chiave.clone(),
        };
        let draft = DocumentoDraft { chiave, ..draft };
        put_row(tx, id, &draft)
    })
}

/// Changes what stays editable on an issued document: own notes and category.
///
/// # Errors
/// No such document, or the archive cannot be written.
pub fn annota(
    books: &Books,
    when: &When,
    id: Id,
    note: String,
    categoria: String,
) -> Result<Saved<DocumentoView>, Error> {
    books.write("documenti.annota", when, |tx| {
        store::annota(tx, id, &note, categoria.trim())?;
        get(tx, id, when.today)
    })
}
