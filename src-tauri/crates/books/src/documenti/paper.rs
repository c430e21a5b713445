//! PDF of a stored document or of a draft while it is typed.

use std::path::{Path, PathBuf};

use db::{Id, Sql, When};
use jiff::civil::Date;
use sha2::{Digest, Sha256};

use super::{
    DocumentoDraft, Tipo,
    congelato::{Congelato, slim},
    print::{self, Stampa},
    regole::Calcolo,
    save, store,
};
use crate::{
    Books, Error, allegati,
    efatture::{FileFallito, SalvataggioReport},
    write_durably,
};

/// The PDF of a stored document: a draft says `BOZZA`, an issued one shows what was frozen. `folder` is that of the
/// archive's larger files.
///
/// # Errors
/// No such document; it cannot be laid out; the archive cannot be read.
pub fn to_pdf(sql: &impl Sql, folder: &Path, id: Id, today: Date) -> Result<Vec<u8>, Error> {
    let row = store::get(sql, id)?;
    if row.congelato.is_empty() {
        return draft_to_pdf(sql, folder, &serde_json::from_str(&row.draft)?, today);
    }
    let congelato: Congelato = serde_json::from_str(&row.congelato)?;
    let (letto, calcolo) = congelato.recompute()?;
    let calcolo = Calcolo {
        totali: congelato.totali.clone(),
        ..calcolo
    };
    render(&Stampa {
        documento: &letto.documento,
        calcolo: &calcolo,
        azienda: &congelato.azienda,
        cliente: Some(&congelato.cliente),
        draft: &congelato.draft,
        numero: &congelato.numero,
        id_hash: Sha256::digest(row.congelato.as_bytes()).into(),
        logo: logo(sql, folder, congelato.azienda.logo),
    })
}

fn draft_to_pdf(
    sql: &impl Sql,
    folder: &Path,
    draft: &DocumentoDraft,
    today: Date,
) -> Result<Vec<u8>, Error> {
    let letta = save::read(sql, draft, today)?;
    let calcolo = letta.calcolo.as_ref().ok_or(Error::TooLarge(money::TooLarge))?;
    render(&Stampa {
        documento: &letta.letto.documento,
        calcolo,
        azienda: &letta.azienda,
        cliente: letta.cliente.as_ref(),
        draft,
        numero: "",
        id_hash: Sha256::digest(slim(draft)?.as_bytes()).into(),
        logo: logo(sql, folder, letta.azienda.logo),
    })
}

pub(super) fn render(stampa: &Stampa<'_>) -> Result<Vec<u8>, Error> {
    pdf::render(&print::doc(stampa)).map_err(refusal)
}

pub(super) fn refusal(error: pdf::PdfError) -> Error {
    Error::refused("documenti_pdf").arg("detail", error)
}

/// A logo that cannot be read any more does not keep a document from being printed.
pub(super) fn logo(sql: &impl Sql, folder: &Path, id: Option<Id>) -> Option<pdf::Image> {
    let bytes = allegati::bytes(sql, folder, id?).ok()?;
    pdf::Image::decode(&bytes).ok()
}

fn attachments(books: &Books) -> PathBuf {
    allegati::folder_of(books.archive().path())
}

/// A page as a PNG `width` pixels wide: of the draft given, else of the stored document.
///
/// # Errors
/// Neither is given or there is no such page; as [`to_pdf`].
pub fn pdf_page(
    books: &Books,
    draft: Option<DocumentoDraft>,
    id: Option<Id>,
    page: u32,
    width: u32,
    today: Date,
) -> Result<Vec<u8>, Error> {
    picture(&either_to_pdf(books, draft, id, today)?, page, width)
}

pub(super) fn picture(pdf: &[u8], page: u32, width: u32) -> Result<Vec<u8>, Error> {
    let page = usize::try_from(page).unwrap_or(usize::MAX);
    Ok(pdf::preview_png(pdf, page, width).map_err(refusal)?.bytes)
}

/// How many pages [`pdf_page`] has to show.
///
/// # Errors
/// As [`pdf_page`].
pub fn pdf_pages(
    books: &Books,
    draft: Option<DocumentoDraft>,
    id: Option<Id>,
    today: Date,
) -> Result<u32, Error> {
    pages(&either_to_pdf(books, draft, id, today)?)
}

pub(super) fn pages(pdf: &[u8]) -> Result<u32, Error> {
    let count = pdf::page_count(pdf).map_err(refusal)?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

fn either_to_pdf(
    books: &Books,
    draft: Option<DocumentoDraft>,
    id: Option<Id>,
    today: Date,
) -> Result<Vec<u8>, Error> {
    let folder = attachments(books);
    books.read(|sql| match (&draft, id) {
        (Some(draft), _) => draft_to_pdf(sql, &folder, draft, today),
        (None, Some(id)) => to_pdf(sql, &folder, id, today),
        (None, None) => Err(Error::NotFound("documenti")),
    })
}

/// Writes the PDF of documents into a folder. One that fails does not stop the others; a file that is there is
/// replaced only by the same document.
///
/// # Errors
/// The archive cannot be read.
pub fn save_pdf(books: &Books, when: &When, ids: &[Id], folder: &Path) -> Result<SalvataggioReport, Error> {
    let attachments = attachments(books);
    let mut report = SalvataggioReport::default();
    books.read(|sql| {
        for id in ids {
            let row = store::get(sql, *id)?;
            let name = file_name(row.tipo, row.anno, &row.numero, *id)?;
            let written = to_pdf(sql, &attachments, *id, when.today)
                .and_then(|bytes| Ok(write_durably(&folder.join(&name), &bytes)?));
            match written {
                Ok(()) => report.salvati.push(name),
                Err(error) => report.falliti.push(FileFallito {
                    nome_file: name,
                    code: error.code().to_owned(),
                }),
            }
        }
        Ok(report)
    })
}

/// Name of the PDF of a stored document.
///
/// # Errors
/// No such document, or the archive cannot be read.
pub fn pdf_name(sql: &impl Sql, id: Id) -> Result<String, Error> {
    let row = store::get(sql, id)?;
    file_name(row.tipo, row.anno, &row.numero, id)
}

/// `fattura-2026-12-A.pdf`; a draft by its id.
fn file_name(tipo: Tipo, anno: i16, numero: &str, id: Id) -> Result<String, Error> {
    let kind = store::word(tipo)?.to_lowercase().replace('_', "-");
    Ok(if numero.is_empty() {
        format!("{kind}-bozza-{id}.pdf")
    } else {
        format!("{kind}-{anno}-{}.pdf", numero.replace('/', "-"))
    })
}
