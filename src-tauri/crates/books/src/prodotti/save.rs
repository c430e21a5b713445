//! Reading, previewing, listing, keeping and binning a product.

use db::{Id, Sql, Tx, When};
use jiff::civil::Date;

use super::{
    ProdottoDraft, ProdottoFilter, ProdottoPreview, ProdottoRow, ProdottoView,
    parse::{parse, prezzi},
    store,
};
use crate::{
    Books, Error, Problem,
    list::{Page, Saved, Somme},
    refuses,
};

/// One product.
///
/// # Errors
/// No such product.
pub fn get(sql: &impl Sql, id: Id) -> Result<ProdottoView, Error> {
    store::get(sql, id)?.ok_or(Error::NotFound("prodotti"))
}

/// One page of the list.
///
/// # Errors
/// The archive cannot be read; the cursor is not one.
pub fn list(sql: &impl Sql, filter: &ProdottoFilter) -> Result<Page<ProdottoRow>, Error> {
    store::list(sql, filter)
}

/// How many rows the filter finds.
///
/// # Errors
/// The archive cannot be read.
pub fn somme(sql: &impl Sql, filter: &ProdottoFilter) -> Result<Somme, Error> {
    store::somme(sql, filter)
}

/// Ids of all rows of the filter.
///
/// # Errors
/// The archive cannot be read.
pub fn ids(sql: &impl Sql, filter: &ProdottoFilter) -> Result<Vec<Id>, Error> {
    store::ids(sql, filter)
}

/// The categories in use, in order.
///
/// # Errors
/// The archive cannot be read.
pub fn categorie(sql: &impl Sql) -> Result<Vec<String>, Error> {
    store::categorie(sql)
}

/// Everything wrong or doubtful in the form, and the price both ways.
///
/// # Errors
/// The archive cannot be read; the price is too large.
pub fn preview(sql: &impl Sql, draft: &ProdottoDraft, today: Date) -> Result<ProdottoPreview, Error> {
    let (prodotto, mut problems) = parse(draft, today);
    problems.extend(taken(sql, draft)?);
    let (netto, lordo) = prezzi(prodotto.prezzo, draft.prezzo_ivato, prodotto.aliquota_iva)?;
    let has_price =
        !draft.prezzo.trim().is_empty() && !problems.iter().any(|problem| problem.field == "prezzo");
    let shown = |price: String| if has_price { price } else { String::new() };
    Ok(ProdottoPreview {
        problems,
        prezzo_netto: shown(netto.to_string()),
        prezzo_lordo: shown(lordo.to_string()),
    })
}

/// Keeps a product.
///
/// # Errors
/// The words are missing, something typed cannot be read, or the code belongs to another product.
pub fn save(books: &Books, when: &When, draft: ProdottoDraft) -> Result<Saved<ProdottoView>, Error> {
    books.write("prodotti.save", when, |tx| save_in(tx, draft))
}

/// As [`save`], inside a write of another verb.
///
/// # Errors
/// As [`save`].
pub fn save_in(tx: &Tx<'_>, draft: ProdottoDraft) -> Result<ProdottoView, Error> {
    let (prodotto, mut problems) = parse(&draft, tx.when().today);
    problems.extend(taken(tx, &draft)?);
    if refuses(&problems) {
        return Err(Error::Invalid(problems));
    }
    if let Some(id) = draft.id {
        get(tx, id)?;
    }
    let id = store::put(tx, &draft, &prodotto)?;
    get(tx, id)
}

fn taken(sql: &impl Sql, draft: &ProdottoDraft) -> Result<Option<Problem>, Error> {
    let owner = store::with_codice(sql, draft.codice.trim())?;
    Ok(owner
        .filter(|owner| Some(*owner) != draft.id)
        .map(|_| Problem::error("codice_taken", "codice")))
}

/// Puts a product into the bin; documents keep their lines.
///
/// # Errors
/// No such product.
pub fn bin(books: &Books, when: &When, id: Id) -> Result<Saved<()>, Error> {
    books.write("prodotti.bin", when, |tx| store::set_cestinato(tx, id, true))
}

/// What is in the bin, by name.
///
/// # Errors
/// The archive cannot be read.
pub(crate) fn binned(sql: &impl Sql) -> Result<Vec<(Id, String)>, Error> {
    store::binned(sql)
}

/// Takes a product out of the bin.
///
/// # Errors
/// No such product.
pub fn unbin(books: &Books, when: &When, id: Id) -> Result<Saved<()>, Error> {
    books.write("prodotti.unbin", when, |tx| store::set_cestinato(tx, id, false))
}
