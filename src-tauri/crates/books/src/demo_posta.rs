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
/// A rejected file can be mended for five days; this one still has time.
const REJECTED_DAYS: i64 = 3;
const MISSED_DAYS: i64 = 20;

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
    is_rejected: bool,
    is_missed: bool,
}

impl Posta {
    pub(crate) fn new(seed: u64, today: Date) -> Self {
        Self {
            dice: Dice::new(seed.wrapping_add(2)),
            today,
            coming: BTreeMap::new(),
            is_rejected: false,
            is_missed: false,
        }
    }

    /// Says when the file of a document issued on `day` goes out.
    pub(crate) fn expect(&mut self, documento: Id, day: Date, is_pa: bool) {
        let saved = after(day, self.dice.roll(4));
        let sent = after(saved, self.dice.roll(2));
        let arrived = after(sent, self.dice.roll(2).saturating_add(1));
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
        match passo {
            Passo::Salvata => saved(tx),
            Passo::Inviata => efatture::state_in(tx, documento, (EfatturaStato::Inviata, day), ""),
            Passo::Arrivata { is_pa } => {
                if !self.is_within(day, STEPS_DAYS) {
                    saved(tx)?;
                }
                let (stato, note) = self.outcome(day, *is_pa);
                efatture::state_in(tx, documento, (stato, day), note)
            }
        }
    }

    fn outcome(&mut self, day: Date, is_pa: bool) -> (EfatturaStato, &'static str) {
        if is_pa {
            return (EfatturaStato::Accettata, "");
        }
        if self.is_within(day, REJECTED_DAYS) && !std::mem::replace(&mut self.is_rejected, true) {
            return (EfatturaStato::Scartata, REJECTED);
        }
        if self.is_within(day, MISSED_DAYS) && !std::mem::replace(&mut self.is_missed, true) {
            return (EfatturaStato::MancataConsegna, MISSED);
        }
        (EfatturaStato::Consegnata, "")
    }
}

fn after(day: Date, days: u32) -> Date {
    day.saturating_add(i64::from(days).days())
}
