//! How the workshop's files go out: saved in a few days, sent, delivered. The last ones are still under way, one was
//! rejected and one did not reach its customer.

use std::collections::BTreeMap;

use db::{Id, Tx};
use jiff::{ToSpan, civil::Date};

use crate::{
    Error,
    demo::morning,
    dice::Dice,
    efatture::{self, EfatturaStato},
};

/// Of files delivered this long ago only the outcome is told, not every step.
const STEPS_DAYS: i64 = 45;
/// Outcomes of so many days are told last: the newest is a rejection, the one before a delivery that was missed.
const LAST_DAYS: i64 = 30;
/// A rejected file can be mended for five days; this one still has time.
const REJECTED_DAYS: i64 = 2;

const REJECTED: &str = "00311 1.1.4 <CodiceDestinatario> non valido";
const MISSED: &str = "Recapito non riuscito: il cliente trova la fattura nella sua area riservata";

/// What happens to a file on a day.
enum Passo {
    Salvata,
    Inviata,
    Arrivata { is_pa: bool },
}

/// What is still to happen. It has chance of its own, so that the documents do not depend on it.
pub(crate) struct Posta {
    dice: Dice,
    today: Date,
    coming: BTreeMap<Date, Vec<(Id, Passo)>>,
    /// Files that arrived in the last days, whose outcome is told at the end.
    last: Vec<(Id, Date)>,
}

impl Posta {
    pub(crate) fn new(seed: u64, today: Date) -> Self {
        Self {
            dice: Dice::new(seed.wrapping_add(2)),
            today,
            coming: BTreeMap::new(),
            last: Vec::new(),
        }
    }

    /// Says when the file of a document issued on `day` goes out.
    pub(crate) fn expect(&mut self, documento: Id, day: Date, is_pa: bool) {
        let saved = after(day, self.dice.roll(8));
        let sent = after(saved, self.dice.roll(3));
        let arrived = after(sent, self.dice.roll(3).saturating_add(1));
        if self.is_within(arrived, STEPS_DAYS) {
            self.put(saved, documento, Passo::Salvata);
            self.put(sent, documento, Passo::Inviata);
        }
        self.put(arrived, documento, Passo::Arrivata { is_pa });
    }

    fn put(&mut self, day: Date, documento: Id, passo: Passo) {
        self.coming.entry(day).or_default().push((documento, passo));
    }

    fn is_within(&self, day: Date, days: i64) -> bool {
        day >= self.today.saturating_sub(days.days())
    }

    /// Writes down what happens up to a day.
    pub(crate) fn until(&mut self, tx: &Tx<'_>, last: Date) -> Result<(), Error> {
        let later = self.coming.split_off(&last.tomorrow().unwrap_or(last));
        for (day, passi) in std::mem::replace(&mut self.coming, later) {
            for (documento, passo) in passi {
                self.happens(tx, documento, &passo, day)?;
            }
        }
        Ok(())
    }

    fn happens(&mut self, tx: &Tx<'_>, documento: Id, passo: &Passo, day: Date) -> Result<(), Error> {
        let saved = |tx| efatture::saved_in(tx, documento, &morning(day, 0)?.at.to_string());
        let stato = |tx, stato| efatture::state_in(tx, documento, (stato, day), "");
        match passo {
            Passo::Salvata => saved(tx),
            Passo::Inviata => stato(tx, EfatturaStato::Inviata),
            Passo::Arrivata { is_pa: false } if self.is_within(day, LAST_DAYS) => {
                self.last.push((documento, day));
                Ok(())
            }
            Passo::Arrivata { is_pa } => {
                if !self.is_within(day, STEPS_DAYS) {
                    saved(tx)?;
                }
                stato(
                    tx,
                    if *is_pa {
                        EfatturaStato::Accettata
                    } else {
                        EfatturaStato::Consegnata
                    },
                )
            }
        }
    }

    /// Tells the outcomes of the last days.
    pub(crate) fn finish(self, tx: &Tx<'_>) -> Result<(), Error> {
        for (place, (documento, day)) in self.last.into_iter().rev().enumerate() {
            let (stato, day, note) = match place {
                0 => {
                    let late = self.today.saturating_sub(REJECTED_DAYS.days());
                    (EfatturaStato::Scartata, day.max(late), REJECTED)
                }
                1 => (EfatturaStato::MancataConsegna, day, MISSED),
                _ => (EfatturaStato::Consegnata, day, ""),
            };
            efatture::state_in(tx, documento, (stato, day), note)?;
        }
        Ok(())
    }
}

fn after(day: Date, days: u32) -> Date {
    day.saturating_add(i64::from(days).days())
}
