//! How the workshop's customers pay: most of them in time, some late or in two parts, a few never.

use std::collections::{BTreeMap, BTreeSet};

use db::{Id, Tx};
use jiff::{ToSpan, civil::Date};
use money::Cents;

use crate::{
    Error,
    dice::Dice,
    scadenze::{self, Saldo, incassi},
};

/// What comes in on a day.
enum Pagamento {
    /// So much of an instalment, by document and number.
    Importo(Id, u32, Cents),
    /// All of a credit note, by the row of its instalment.
    Nota(Id),
}

/// What is still to come in. It has chance of its own, so that the documents do not depend on it.
pub(crate) struct Cassa {
    dice: Dice,
    coming: BTreeMap<Date, Vec<Pagamento>>,
    credited: BTreeSet<Id>,
}

impl Cassa {
    pub(crate) fn new(seed: u64) -> Self {
        Self {
            dice: Dice::new(seed.wrapping_add(1)),
            coming: BTreeMap::new(),
            credited: BTreeSet::new(),
        }
    }

    /// A credit note takes from this invoice: its customer pays less.
    pub(crate) fn credited(&mut self, documento: Id) {
        self.credited.insert(documento);
    }

    /// Says when the instalments of a document will be paid.
    pub(crate) fn expect(&mut self, tx: &Tx<'_>, documento: Id) -> Result<(), Error> {
        let today = tx.when().today;
        for (id, rata, scadenza, left) in scadenze::residuo_of(tx, documento)? {
            let due: Date = scadenza.parse().unwrap_or(today);
            if left.is_negative() {
                let day = due.saturating_add(days(self.dice.roll(20)));
                self.put(day, Pagamento::Nota(id));
                continue;
            }
            let whole = Pagamento::Importo(documento, rata, left);
            match self.dice.roll(100) {
                0..=79 => {
                    let day = due.saturating_add(days(self.dice.roll(8)));
                    self.put(day, whole);
                }
                80..=90 => {
                    let day = due.saturating_add(days(self.dice.roll(90).saturating_add(10)));
                    self.put(day, whole);
                }
                91..=96 => {
                    let half = Cents::new(left.get() / 2);
                    let later = due.saturating_add(days(self.dice.roll(60).saturating_add(15)));
                    if !half.is_zero() {
                        self.put(due, Pagamento::Importo(documento, rata, half));
                    }
                    self.put(later, Pagamento::Importo(documento, rata, left.minus(half)?));
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn put(&mut self, day: Date, pagamento: Pagamento) {
        self.coming.entry(day).or_default().push(pagamento);
    }

    /// Takes in what comes up to a day.
    pub(crate) fn until(&mut self, tx: &Tx<'_>, last: Date) -> Result<(), Error> {
        let later = self.coming.split_off(&last.tomorrow().unwrap_or(last));
        for (day, pagamenti) in std::mem::replace(&mut self.coming, later) {
            for pagamento in pagamenti {
                match pagamento {
                    Pagamento::Nota(id) => scadenze::settle_in(tx, id, day, &mut Saldo::default())?,
                    Pagamento::Importo(documento, rata, importo) => {
                        let importo = importo.min(self.left(tx, documento, rata, importo)?);
                        if importo > Cents::ZERO {
                            incassi::insert(tx, (documento, rata), day, importo, "")?;
                        }
                    }
                }
            }
        }
        Ok(())
    }

    /// What is left of an instalment; all that was expected where no credit note took of it.
    fn left(&self, tx: &Tx<'_>, documento: Id, rata: u32, expected: Cents) -> Result<Cents, Error> {
        if !self.credited.contains(&documento) {
            return Ok(expected);
        }
        let rows = scadenze::residuo_of(tx, documento)?;
        let theirs = rows.into_iter().find(|(_, number, _, _)| *number == rata);
        Ok(theirs.map_or(Cents::ZERO, |(_, _, _, left)| left))
    }
}

fn days(count: u32) -> jiff::Span {
    i64::from(count).days()
}
