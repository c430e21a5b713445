//! Listing, showing and taking out what was opened.

use std::{ops::ControlFlow, path::Path};

use db::{Id, Sql, When};
use fatturapa::{
    Severity, check,
    intake::{self, Item, MetadataFiles},
};

use super::{
    ConversioneFilter, ConversioneRow, ConversioneView, Options, Paper, Rilievo, body_of, convert,
    store::{self, Place},
};
use crate::{
    Books, Error, allegati,
    efatture::sha256,
    list::{Lingua, Page, Saved, Somme},
};

/// One page of the list.
///
/// # Errors
/// The archive cannot be read; the cursor is not one.
pub fn list(sql: &impl Sql, filter: &ConversioneFilter) -> Result<Page<ConversioneRow>, Error> {
    store::list(sql, filter)
}

/// How many rows the filter finds.
///
/// # Errors
/// The archive cannot be read.
pub fn somme(sql: &impl Sql, filter: &ConversioneFilter) -> Result<Somme, Error> {
    store::somme(sql, filter)
}

/// Ids of all rows of the filter.
///
/// # Errors
/// The archive cannot be read.
pub fn ids(sql: &impl Sql, filter: &ConversioneFilter) -> Result<Vec<Id>, Error> {
    store::ids(sql, filter)
}

/// One document with what SDI would say of it today, in a language.
///
/// # Errors
/// No such row; the archive cannot be read.
pub fn get(books: &Books, id: Id, lingua: Lingua, when: &When) -> Result<ConversioneView, Error> {
    let (row, place) = books.read(|sql| store::get(sql, id))?;
    let item = item(books, &place);
    let mut rilievi = Vec::new();
    if let Ok(item) = &item {
        let findings = check::item(item, when.at, when.today).findings;
        let own = findings
            .iter()
            .filter(|finding| body_of(&finding.path).is_none_or(|of| u32::try_from(of) == Ok(place.body)));
        rilievi.extend(own.map(|finding| {
            let (frase, rimedio) = match lingua {
                Lingua::It => (finding.it(), finding.fix_it()),
                Lingua::En => (finding.en(), finding.fix_en()),
            };
            Rilievo {
                code: finding.code.to_owned(),
                grave: finding.severity == Severity::Error,
                frase,
                rimedio,
                path: finding.path.clone(),
                line: finding.line,
            }
        }));
    }
    Ok(ConversioneView {
        row,
        percorso: place.percorso,
        presente: item.is_ok(),
        rilievi,
    })
}

/// The document in the file, or in the copy, by its digest; a file that was changed since is another one.
pub(super) fn item(books: &Books, place: &Place) -> Result<Item, Error> {
    if place.body == 0 {
        return Err(Error::refused("conversioni_illeggibile"));
    }
    let mut found = None;
    let mut look = |item: Item| {
        let is_it = item
            .content
            .as_ref()
            .is_ok_and(|content| sha256(content) == place.sha256);
        if is_it {
            found = Some(item);
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    };
    let path = Path::new(&place.percorso);
    let options = intake::Options {
        metadata: MetadataFiles::beside(path),
        ..intake::Options::default()
    };
    // whether the flow broke is told by what was found
    let _ = intake::each_in(path, &options, &mut look);
    if found.is_none() {
        found = copy(books, place)?;
    }
    found.ok_or_else(|| Error::refused("conversioni_sparito").arg("file", &place.percorso))
}

/// The document in the copy that the archive keeps; none without one.
pub(super) fn copy(books: &Books, place: &Place) -> Result<Option<Item>, Error> {
    let Some(copy) = place.allegato_id else {
        return Ok(None);
    };
    let folder = allegati::folder_of(books.archive().path());
    let bytes = books.read(|sql| allegati::bytes(sql, &folder, copy))?;
    let mut items = intake::open(&place.nome, &bytes, &intake::Options::default()).into_iter();
    Ok(items.find(|item| {
        item.content
            .as_ref()
            .is_ok_and(|content| sha256(content) == place.sha256)
    }))
}

fn paper(books: &Books, id: Id, lingua: Lingua, when: &When) -> Result<Paper, Error> {
    let (_, place) = books.read(|sql| store::get(sql, id))?;
    let item = item(books, &place)?;
    let options = Options {
        lingua: lingua.into(),
        findings: false,
        now: when.at,
        today: when.today,
    };
    let papers = convert(&item, &options).map_err(|_other| Error::refused("conversioni_illeggibile"))?;
    let found = papers
        .into_iter()
        .find(|paper| u32::try_from(paper.body) == Ok(place.body));
    found.ok_or(Error::NotFound("conversioni"))
}

/// The PDF of a document.
///
/// # Errors
/// The file is no longer where it was, or holds another document; a text is too long for a page.
pub fn to_pdf(books: &Books, id: Id, lingua: Lingua, when: &When) -> Result<Vec<u8>, Error> {
    paper(books, id, lingua, when)?.render()
}

/// A page of the PDF as a PNG `width` pixels wide, from 0.
///
/// # Errors
/// As [`to_pdf`]; there is no such page.
pub fn pdf_page(
    books: &Books,
    id: Id,
    lingua: Lingua,
    (page, width): (u32, u32),
    when: &When,
) -> Result<Vec<u8>, Error> {
    let bytes = to_pdf(books, id, lingua, when)?;
    let page = usize::try_from(page).unwrap_or(usize::MAX);
    Ok(pdf::preview_png(&bytes, page, width).map_err(refusal)?.bytes)
}

/// How many pages the PDF has.
///
/// # Errors
/// As [`to_pdf`].
pub fn pdf_pages(books: &Books, id: Id, lingua: Lingua, when: &When) -> Result<u32, Error> {
    let count = pdf::page_count(&to_pdf(books, id, lingua, when)?).map_err(refusal)?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

fn refusal(error: pdf::PdfError) -> Error {
    Error::refused("conversioni_pdf").arg("detail", error)
}

/// Takes documents out of the list; the files stay where they are, a copy in the archive goes to the bin with the last
/// document of its file, and undo brings all back.
///
/// # Errors
/// No such row.
pub fn delete(books: &Books, when: &When, ids: &[Id]) -> Result<Saved<()>, Error> {
    books.write("conversioni.delete", when, |tx| {
        for id in ids {
            let (_, place) = store::get(tx, *id)?;
            store::delete(tx, *id)?;
            if let Some(copy) = place.allegato_id
                && !store::has_copy(tx, copy)?
            {
                allegati::bin_in(tx, copy)?;
            }
        }
        Ok(())
    })
}
