//! Letters that take issued documents to their customers, as files for the mail program. Nothing here sends.

mod store;

use std::{collections::BTreeMap, path::Path};

use db::{Id, Sql, When};
use jiff::civil::Date;
use pdf::{Lingua, format};
use serde::Serialize;
use ts_rs::TS;

use super::{
    Tipo,
    congelato::Congelato,
    paper,
    print::{Parole, number_line},
    store as documents,
};
use crate::{
    Books, Error, allegati, anagrafiche, azienda, efatture,
    eml::{Attachment, Letter, addresses},
    list::Saved,
};

/// Letters opened at once: more drafts than this on a screen serve nobody.
pub const MOST_LETTERS: usize = 20;

/// A letter to a customer with their documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Lettera {
    /// Customer's name.
    pub cliente: String,
    /// Addresses it goes to; empty when none is known, and the person writes it in the mail program.
    pub a: String,
    /// Documents attached, in the order in which they were chosen.
    pub documenti: Vec<Id>,
}

/// The letters for these documents, one for each customer. Drafts are left out: they are not the customer's yet.
///
/// # Errors
/// None of them is issued, the letters are too many, no such document, or the archive cannot be read.
pub fn letters(sql: &impl Sql, ids: &[Id]) -> Result<Vec<Lettera>, Error> {
    let mut letters: Vec<Lettera> = Vec::new();
    let mut places: BTreeMap<Option<Id>, usize> = BTreeMap::new();
    for id in ids {
        let row = documents::get(sql, *id)?;
        if row.congelato.is_empty() {
            continue;
        }
        let known = places
            .get(&row.cliente_id)
            .and_then(|place| letters.get_mut(*place));
        if let Some(letter) = known {
            letter.documenti.push(*id);
            continue;
        }
        let cliente = row
            .cliente_id
            .map(|id| anagrafiche::stored(sql, id))
            .transpose()?;
        places.insert(row.cliente_id, letters.len());
        letters.push(Lettera {
            a: cliente.map_or_else(String::new, |cliente| addresses(&cliente.draft.email).join(", ")),
            cliente: row.cliente,
            documenti: vec![*id],
        });
    }
    match letters.len() {
        0 => Err(Error::refused("documenti_email_bozza")),
        count if count > MOST_LETTERS => {
            Err(Error::refused("documenti_email_troppe").arg("most", MOST_LETTERS))
        }
        _ => Ok(letters),
    }
}

/// The file of a letter (`.eml`) and its name: the PDF of each document, its XML too when asked and where there is one.
///
/// # Errors
/// A document cannot be laid out, or the archive cannot be read.
pub fn letter_file(
    books: &Books,
    when: &When,
    lettera: &Lettera,
    con_xml: bool,
) -> Result<(String, Vec<u8>), Error> {
    let folder = allegati::folder_of(books.archive().path());
    books.read(|sql| {
        let mut told = Vec::new();
        let mut attachments = Vec::new();
        for id in &lettera.documenti {
            attachments.extend(files(sql, &folder, *id, con_xml, when.today)?);
            told.push(serde_json::from_str::<Congelato>(
                &documents::get(sql, *id)?.congelato,
            )?);
        }
        let sender = azienda::stored(sql)?
            .map(|view| view.nome_completo)
            .unwrap_or_default();
        let name = attachments
            .first()
            .map(|first: &Attachment| first.name.replace(".pdf", ".eml"));
        let (subject, text) = words(&told, &sender)?;
        let letter = Letter {
            to: lettera.a.clone(),
            subject,
            text,
            at: when.at,
            attachments,
        };
        Ok((name.ok_or(Error::NotFound("documenti"))?, letter.eml()))
    })
}

/// Writes down that these letters were handed to a mail program, in the history of each document. Undo does not take
/// that back: the letter may have been sent.
///
/// # Errors
/// The archive cannot be written.
pub fn note_letters(
    books: &Books,
    when: &When,
    lettere: &[Lettera],
    con_xml: bool,
) -> Result<Saved<()>, Error> {
    books.write("documenti.email", when, |tx| {
        for lettera in lettere {
            for documento in &lettera.documenti {
                store::insert(tx, *documento, &lettera.a, con_xml)?;
            }
        }
        Ok(())
    })
}

/// A letter that was prepared; its write says when and by whom.
pub(crate) struct Preparata {
    pub(crate) id: Id,
    /// Addresses; empty when none was known.
    pub(crate) destinatari: String,
    /// The XML went with the PDF, where there is one.
    pub(crate) con_xml: bool,
}

/// The letters prepared with a document, in order.
///
/// # Errors
/// The archive cannot be read.
pub(crate) fn prepared(sql: &impl Sql, documento: Id) -> Result<Vec<Preparata>, Error> {
    store::of_documento(sql, documento)
}

fn files(
    sql: &impl Sql,
    folder: &Path,
    id: Id,
    con_xml: bool,
    today: Date,
) -> Result<Vec<Attachment>, Error> {
    let mut files = vec![Attachment {
        name: paper::pdf_name(sql, id)?,
        mime: "application/pdf",
        bytes: paper::to_pdf(sql, folder, id, today)?,
    }];
    if con_xml && let Some(file) = efatture::of_documento(sql, id)? {
        files.push(Attachment {
            bytes: efatture::bytes(sql, &file)?,
            name: file.nome_file,
            mime: "application/xml",
        });
    }
    Ok(files)
}

/// Subject and text, in the language of the first document.
fn words(documenti: &[Congelato], sender: &str) -> Result<(String, String), Error> {
    let mut lines = Vec::new();
    let mut first = None;
    let mut goes_to_sdi = false;
    for congelato in documenti {
        let documento = congelato.recompute()?.0.documento;
        let parole = Parole::of(documento.lingua);
        let number = number_line(&parole, &congelato.numero, documento.data_documento);
        let named = format!("{} {number}", parole.kind(documento.tipo));
        goes_to_sdi |= !congelato.xml_sha256.is_empty();
        lines.push(format!(
            "- {named}{}",
            amount_and_dues(congelato, documento.tipo, &parole)
        ));
        first.get_or_insert((parole.lingua, named, documento.lingua, documento.data_documento));
    }
    let (lingua, named, language, day) = first.ok_or(Error::NotFound("documenti"))?;
    let count = documenti.len();
    let [several, hello, attached, regards] = match lingua {
        Lingua::It => ["documenti", "Buongiorno,", "in allegato:", "Cordiali saluti"],
        Lingua::En => ["documents", "Good day,", "please find attached:", "Kind regards"],
    };
    let subject = match count {
        1 => format!("{named} - {sender}"),
        _ => format!("{count} {several} - {sender}"),
    };
    let courtesy = fisco::diciture::testo("W_CORTESIA", day, language).filter(|_| goes_to_sdi);
    let courtesy = courtesy.map_or_else(String::new, |words| format!("{}\n\n", words.testo));
    let lines = lines.join("\n");
    Ok((
        subject,
        format!("{hello}\n\n{attached}\n\n{lines}\n\n{courtesy}{regards}\n{sender}\n"),
    ))
}

/// `: 1.234,56 €, scadenza 31/12/2026`; a delivery note has no amount, and what is no invoice is not due.
fn amount_and_dues(congelato: &Congelato, tipo: Tipo, parole: &Parole) -> String {
    if tipo == Tipo::Ddt {
        return String::new();
    }
    let mut text = format!(
        ": {}",
        format::euro(parole.lingua, congelato.totali.netto_a_pagare)
    );
    let is_due = tipo.is_fiscale() || tipo == Tipo::Ricevuta;
    let dues = if is_due {
        congelato.totali.rate.as_slice()
    } else {
        &[]
    };
    for rata in dues {
        let Ok(day) = rata.scadenza.parse::<Date>() else {
            continue;
        };
        let label = parole.due.to_lowercase();
        text.push_str(&format!(", {label} {}", format::date(parole.lingua, day)));
        if dues.len() > 1 {
            text.push_str(&format!(" ({})", format::euro(parole.lingua, rata.importo)));
        }
    }
    text
}
