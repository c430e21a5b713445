//! Messages of SDI about files that were sent: each is kept with its bytes, and moves the state of its file.

use std::{collections::BTreeMap, ops::ControlFlow, path::PathBuf};

use db::{Id, Sql, Tx, When};
use fatturapa::{
    intake::{self, Item, Kind},
    messages::{self, Esito, Message, MessageKind},
    xml::{Document, Limits},
};
use jiff::civil::Date;

use super::{EfatturaRow, EfatturaStato, EsitoRicevuta, MessaggioRow, RicevutaRow, set_state, sha256, store};
use crate::{Books, Error, Progress, allegati, list::Saved};

/// Reads messages of SDI from files and folders: XML, p7m, zip, eml. Every file has one outcome; a message that was read
/// before changes nothing. All of them are one write, which undo takes back.
///
/// # Errors
/// It was stopped; the archive cannot be written.
pub fn receive(
    books: &Books,
    when: &When,
    paths: &[PathBuf],
    job: &Progress,
) -> Result<Saved<Vec<RicevutaRow>>, Error> {
    let mut items: Vec<(PathBuf, Item)> = Vec::new();
    job.start(paths.len());
    for path in paths {
        job.step()?;
        // the flow never breaks: every member has an outcome
        let _ = intake::each_in(path, &intake::Options::default(), |item| {
            if !matches!(item.kind, Kind::System | Kind::Pec) {
                items.push((path.clone(), item));
            }
            ControlFlow::Continue(())
        });
    }
    books.write("efatture.receive", when, |tx| {
        let sent = store::all(tx)?.into_iter();
        let sent: BTreeMap<String, EfatturaRow> = sent
            .map(|file| (messages::file_key(&file.nome_file), file))
            .collect();
        let rows = items.iter().map(|(path, item)| {
            let (esito, tipo, motivo, file) = match message(item) {
                Err((esito, motivo)) => (esito, String::new(), motivo, None),
                Ok((name, message, bytes)) => {
                    let keys = message.keys(&name);
                    let file = keys.iter().find_map(|key| sent.get(key));
                    let esito = match file {
                        Some(file) => keep(tx, books, file, &name, &message, bytes)?,
                        None => EsitoRicevuta::SenzaFile,
                    };
                    let motivo = message.content.nome_file.clone().unwrap_or_default();
                    (esito, message.kind.code().to_owned(), motivo, file)
                }
            };
            Ok(RicevutaRow {
                file: path.display().to_string(),
                membro: item.member.clone(),
                esito,
                tipo,
                nome_file: file.map(|file| file.nome_file.clone()).unwrap_or_default(),
                documento_id: file.map(|file| file.documento_id),
                stato: file
                    .map(|file| store::state_of_file(tx, file.id))
                    .transpose()?
                    .flatten(),
                motivo,
            })
        });
        rows.collect()
    })
}

/// The messages about every file of a document, the newest first.
///
/// # Errors
/// The archive cannot be read.
pub fn messaggi(sql: &impl Sql, documento: Id) -> Result<Vec<MessaggioRow>, Error> {
    store::messaggi(sql, documento)
}

/// Name, content and bytes of a message; else what the item is instead.
fn message(item: &Item) -> Result<(String, Message, &[u8]), (EsitoRicevuta, String)> {
    let content = match &item.content {
        Ok(content) => content,
        Err(error) => return Err((EsitoRicevuta::Illeggibile, error.code().to_owned())),
    };
    let other = || (EsitoRicevuta::NonMessaggio, String::new());
    if !matches!(item.kind, Kind::Messaggio | Kind::Metadati) {
        return Err(other());
    }
    let document = Document::parse(content, &Limits::default()).map_err(|_damaged| other())?;
    let message = messages::read(&document).map_err(|_other| other())?;
    let name = item
        .shown()
        .rsplit(['/', '\\'])
        .next()
        .unwrap_or_default()
        .to_owned();
    Ok((name, message, item.original().unwrap_or(content)))
}

/// Keeps a message and moves the state of its file, unless it was read before.
fn keep(
    tx: &Tx<'_>,
    books: &Books,
    file: &EfatturaRow,
    name: &str,
    message: &Message,
    bytes: &[u8],
) -> Result<EsitoRicevuta, Error> {
    let hash = sha256(bytes);
    if store::has_message(tx, &hash)? {
        return Ok(EsitoRicevuta::GiaNota);
    }
    let kept = allegati::put_in(tx, books, name, "application/xml", bytes)?;
    let giorno = day(message).unwrap_or(tx.when().today);
    let testo = text(message);
    let new = store::NewMessage {
        file_id: file.id,
        tipo: message.kind.code(),
        nome: name,
        identificativo_sdi: &message.content.identificativo_sdi,
        giorno: &giorno.to_string(),
        testo: &testo,
        sha256: &hash,
        allegato_id: kept.id,
    };
    store::insert_message(tx, &new)?;
    let before = store::state_of_file(tx, file.id)?;
    if let Some(stato) =
        state(message).filter(|stato| before.is_none_or(|before| phase(before) <= phase(*stato)))
    {
        set_state(tx, file.id, stato, giorno, &testo)?;
    }
    Ok(EsitoRicevuta::Abbinata)
}

/// Where a message brings its file; none for those that a sender gets of what it received (EC, SE, MT).
fn state(message: &Message) -> Option<EfatturaStato> {
    match message.kind {
        MessageKind::RC => Some(EfatturaStato::Consegnata),
        MessageKind::NS => Some(EfatturaStato::Scartata),
        MessageKind::MC | MessageKind::AT => Some(EfatturaStato::MancataConsegna),
        MessageKind::DT => Some(EfatturaStato::DecorrenzaTermini),
        MessageKind::NE => match message.esito()? {
            Esito::EC01 => Some(EfatturaStato::Accettata),
            Esito::EC02 => Some(EfatturaStato::Rifiutata),
        },
        MessageKind::EC | MessageKind::SE | MessageKind::MT => None,
    }
}

/// Messages may be read in any order: one of an earlier phase does not take a file back.
const fn phase(stato: EfatturaStato) -> u8 {
    match stato {
        EfatturaStato::DaSalvare | EfatturaStato::Salvata => 0,
        EfatturaStato::Inviata => 1,
        EfatturaStato::MancataConsegna => 2,
        EfatturaStato::Consegnata | EfatturaStato::Scartata => 3,
        EfatturaStato::Accettata | EfatturaStato::Rifiutata | EfatturaStato::DecorrenzaTermini => 4,
    }
}

/// The day of what the message tells.
fn day(message: &Message) -> Option<Date> {
    let content = &message.content;
    let at = content.data_ora_consegna.or(content.data_ora_ricezione);
    at.map(|at| at.civil.date()).or(content.data_messa_a_disposizione)
}

/// What SDI says, in its own words: the reasons of a rejection with their codes, a line each.
fn text(message: &Message) -> String {
    let content = &message.content;
    let mut lines: Vec<String> = message
        .errori()
        .iter()
        .map(|errore| {
            let advice = errore.suggerimento.as_deref().unwrap_or_default();
            format!("{} {} {advice}", errore.codice, errore.descrizione)
                .trim()
                .to_owned()
        })
        .collect();
    let answer = content
        .esito_committente
        .as_ref()
        .and_then(|esito| esito.descrizione.clone());
    lines.extend(
        [content.descrizione.clone(), answer, content.note.clone()]
            .into_iter()
            .flatten(),
    );
    lines.join("\n")
}
