//! Where a file stands: what the person says, or what a message of SDI says. Nothing is assumed: a file that was saved
//! was not sent.

use db::{Id, Sql, Tx, When};
use jiff::civil::Date;

use super::{EfatturaStato, StatoRow, of_documento, store};
use crate::{Books, Error, Problem, dates, list::Saved};

/// Writes down the state of a file, inside a write of another verb; for the reader of SDI's messages too.
///
/// # Errors
/// A file is saved by saving it, not by saying so; the archive cannot be written.
pub fn set_state(
    tx: &Tx<'_>,
    file_id: Id,
    stato: EfatturaStato,
    giorno: Date,
    note: &str,
) -> Result<(), Error> {
    if matches!(stato, EfatturaStato::DaSalvare | EfatturaStato::Salvata) {
        return Err(Error::refused("efatture_stato_derivato"));
    }
    store::put_state(tx, file_id, stato, &giorno.to_string(), note.trim())
}

/// Writes down the state of the newest files of documents, as the person says; undo takes it back.
///
/// # Errors
/// The day cannot be read or is to come; a document makes no file; as [`set_state`].
pub fn mark(
    books: &Books,
    when: &When,
    documenti: &[Id],
    stato: EfatturaStato,
    giorno: &str,
    note: &str,
) -> Result<Saved<()>, Error> {
    let day = match dates::typed(giorno, when.today) {
        Ok(day) if day <= when.today => day,
        Err(dates::BadDate::Empty) => when.today,
        _ => {
            return Err(Error::Invalid(vec![
                Problem::error("date_bad", "giorno").arg("value", giorno.trim()),
            ]));
        }
    };
    books.write("efatture.mark", when, |tx| {
        for id in documenti {
            let file = of_documento(tx, *id)?.ok_or_else(|| Error::refused("efatture_senza_file"))?;
            set_state(tx, file.id, stato, day, note)?;
        }
        Ok(())
    })
}

/// Writes down that the newest file of a document was saved at `at` (UTC, ISO); nothing when it makes none.
pub(crate) fn saved_in(tx: &Tx<'_>, documento: Id, at: &str) -> Result<(), Error> {
    store::put_saved_of(tx, documento, at)
}

/// Writes down where the newest file of a document stands since a day; nothing when it makes none.
pub(crate) fn state_in(
    tx: &Tx<'_>,
    documento: Id,
    (stato, giorno): (EfatturaStato, Date),
    note: &str,
) -> Result<(), Error> {
    match store::newest_of(tx, documento)? {
        Some(file) => set_state(tx, file, stato, giorno, note),
        None => Ok(()),
    }
}

/// The newest state of the newest file of a document; none when it makes no file.
///
/// # Errors
/// The archive cannot be read.
pub fn state_of(sql: &impl Sql, documento: Id) -> Result<Option<StatoRow>, Error> {
    store::state_of(sql, documento)
}

/// Every state of every file of a document, the newest first.
///
/// # Errors
/// The archive cannot be read.
pub fn states(sql: &impl Sql, documento: Id) -> Result<Vec<StatoRow>, Error> {
    store::states(sql, documento)
}
