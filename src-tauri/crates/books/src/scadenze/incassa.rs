//! Cashing, in whole or in part, and taking a cashing back.

use db::{Id, Tx, When};
use jiff::civil::Date;
use money::Cents;

use super::{IncassoDraft, Saldo, ScadenzaRow, incassi, store};
use crate::{Books, Error, Problem, field::Fields, list::Saved};

/// Settles instalments with what is left of each, on the day of the write. A credit note takes first from what is open
/// of the invoices it comes from; the rest of it is money given back.
///
/// # Errors
/// One of them is not there; the archive cannot be written.
pub fn salda(books: &Books, when: &When, scadenze: &[Id]) -> Result<Saved<Saldo>, Error> {
    books.write("scadenze.salda", when, |tx| {
        let mut saldo = Saldo::default();
        for id in scadenze {
            settle_in(tx, *id, when.today, &mut saldo)?;
        }
        Ok(saldo)
    })
}

/// Settles one instalment inside a write.
pub(crate) fn settle_in(tx: &Tx<'_>, id: Id, giorno: Date, saldo: &mut Saldo) -> Result<(), Error> {
    let scadenza = store::get(tx, id, giorno)?;
    let mut left = scadenza.residuo;
    if left.is_zero() {
        return Ok(());
    }
    if scadenza.importo.is_negative() {
        for invoice in store::open_origins(tx, scadenza.documento_id)? {
            let taken = invoice.residuo.min(left.negated()?);
            if taken > Cents::ZERO {
                compensate(tx, &scadenza, (invoice.documento_id, invoice.rata), taken, giorno)?;
                left = left.plus(taken)?;
                saldo.compensato = saldo.compensato.plus(taken)?;
            }
        }
    }
    if !left.is_zero() {
        incassi::insert(tx, (scadenza.documento_id, scadenza.rata), giorno, left, "")?;
        saldo.incassato = saldo.incassato.plus(left)?;
    }
    saldo.rate = saldo.rate.saturating_add(1);
    Ok(())
}

/// Two halves: the invoice is paid by so much, the credit note used by as much.
fn compensate(
    tx: &Tx<'_>,
    nota: &ScadenzaRow,
    invoice: (Id, u32),
    taken: Cents,
    giorno: Date,
) -> Result<(), Error> {
    let (one, other) = (tx.new_id(), tx.new_id());
    incassi::insert_half(tx, (one, other), invoice, giorno, taken)?;
    incassi::insert_half(
        tx,
        (other, one),
        (nota.documento_id, nota.rata),
        giorno,
        taken.negated()?,
    )
}

/// Writes down a cashing of another day, of a part, or with a note.
///
/// # Errors
/// [`Error::Invalid`] for a day to come or unreadable, an amount that is not positive or more than is left; the
/// instalment is not there; the archive cannot be written.
pub fn incassa(books: &Books, when: &When, draft: &IncassoDraft) -> Result<Saved<()>, Error> {
    books.write("scadenze.incassa", when, |tx| {
        let id = draft.scadenza_id.ok_or(Error::NotFound("scadenze"))?;
        let scadenza = store::get(tx, id, when.today)?;
        let (giorno, importo) = read(draft, &scadenza, when.today)?;
        let rata = (scadenza.documento_id, scadenza.rata);
        incassi::insert(tx, rata, giorno, importo, draft.note.trim())
    })
}

fn read(draft: &IncassoDraft, scadenza: &ScadenzaRow, today: Date) -> Result<(Date, Cents), Error> {
    let mut fields = Fields::default();
    let giorno = fields.date("giorno", &draft.giorno, today).unwrap_or(today);
    if giorno > today {
        fields
            .problems
            .push(Problem::error("scadenze_giorno_futuro", "giorno"));
    }
    let is_given_back = scadenza.importo.is_negative();
    let left = if is_given_back {
        scadenza.residuo.negated()?
    } else {
        scadenza.residuo
    };
    let importo = fields
        .unit("importo", &draft.importo, Cents::from_decimal)
        .unwrap_or(left);
    if importo > left.max(Cents::ZERO) || left <= Cents::ZERO {
        let problem = Problem::error("scadenze_oltre", "importo").arg("residuo", left.max(Cents::ZERO));
        fields.problems.push(problem);
    } else if importo <= Cents::ZERO {
        fields
            .problems
            .push(Problem::error("scadenze_importo", "importo"));
    }
    let importo = if is_given_back {
        importo.negated()?
    } else {
        importo
    };
    fields.done(|| Some((giorno, importo))).map_err(Error::Invalid)
}

/// Takes a cashing back; of a compensation both halves.
///
/// # Errors
/// It is not there; the archive cannot be written.
pub fn togli(books: &Books, when: &When, incasso: Id) -> Result<Saved<()>, Error> {
    books.write("scadenze.togli", when, |tx| incassi::delete(tx, incasso))
}

/// Takes the last cashing of an instalment back.
///
/// # Errors
/// The instalment is not there or nothing was cashed of it; the archive cannot be written.
pub fn riapri(books: &Books, when: &When, scadenza: Id) -> Result<Saved<()>, Error> {
    books.write("scadenze.riapri", when, |tx| {
        let scadenza = store::get(tx, scadenza, when.today)?;
        let last = incassi::of_documento(tx, scadenza.documento_id)?
            .into_iter()
            .rfind(|incasso| incasso.rata == scadenza.rata);
        let last = last.ok_or_else(|| Error::refused("scadenze_niente_incassato"))?;
        incassi::delete(tx, last.id)
    })
}
