//! Terms of payment as people write them: `vista`, `30`, `30/60 fm`, `60 fm 10`, `30% vista/70% 60`.

use jiff::{Span, ToSpan, civil::Date};
use money::Rate;

/// One due date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scadenza {
    /// Days from the date of the document.
    pub giorni: u16,
    /// Then to the end of the month.
    pub fine_mese: bool,
    /// Then this many days more.
    pub poi_giorni: u16,
    /// Share of the amount; none in every one of them means equal parts.
    pub percentuale: Option<Rate>,
}

/// Due dates, at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Termini(Vec<Scadenza>);

/// The text says no terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not terms of payment")]
pub struct BadTermini;

impl Default for Termini {
    fn default() -> Self {
        Self(vec![Scadenza {
            giorni: 0,
            fine_mese: false,
            poi_giorni: 0,
            percentuale: None,
        }])
    }
}

impl Termini {
    /// Reads terms; an empty text is payment at sight. `fm` after the last date counts for those before it too.
    ///
    /// # Errors
    /// [`BadTermini`] for unknown words, shares that do not make 100 % or that only some dates have.
    pub fn parse(text: &str) -> Result<Self, BadTermini> {
        let text = text.trim().to_lowercase();
        if text.is_empty() {
            return Ok(Self::default());
        }
        let mut dates = text
            .split(['/', ';'])
            .map(scadenza)
            .collect::<Result<Vec<_>, _>>()?;
        if dates.len() > 60 {
            return Err(BadTermini);
        }
        let is_only_last = dates.iter().rev().skip(1).all(|date| !date.fine_mese);
        if let Some(last) = dates
            .last()
            .copied()
            .filter(|last| last.fine_mese && is_only_last)
        {
            for date in &mut dates {
                date.fine_mese = true;
                date.poi_giorni = last.poi_giorni;
            }
        }
        let shares: Vec<i64> = dates
            .iter()
            .filter_map(|date| date.percentuale)
            .map(Rate::get)
            .collect();
        let sum = shares
            .iter()
            .try_fold(0_i64, |sum, share| sum.checked_add(*share));
        match shares.len() {
            0 => Ok(Self(dates)),
            some if some == dates.len() && sum == Some(10_000) => Ok(Self(dates)),
            _ => Err(BadTermini),
        }
    }

    /// The dates with their weights, from the date of the document. With `fm` a multiple of 30 days counts as so
    /// many months, as trade does: 30 fm from 31 January is the end of February.
    #[must_use]
    pub fn scadenze(&self, from: Date) -> Vec<(Date, Rate)> {
        let equal = Rate::new(1);
        self.0
            .iter()
            .map(|date| {
                (
                    date.due(from).unwrap_or(Date::MAX),
                    date.percentuale.unwrap_or(equal),
                )
            })
            .collect()
    }
}

impl Scadenza {
    fn due(&self, from: Date) -> Option<Date> {
        if !self.fine_mese {
            return from.checked_add(i64::from(self.giorni).days()).ok();
        }
        let span: Span = if self.giorni.is_multiple_of(30) {
            i64::from(self.giorni / 30).months()
        } else {
            i64::from(self.giorni).days()
        };
        let end = from.checked_add(span).ok()?.last_of_month();
        end.checked_add(i64::from(self.poi_giorni).days()).ok()
    }
}

fn scadenza(text: &str) -> Result<Scadenza, BadTermini> {
    let (percentuale, rest) = match text.split_once('%') {
        Some((share, rest)) => {
            let share = money::typed(share).map_err(|_unreadable| BadTermini)?;
            (
                Some(Rate::from_decimal(share).map_err(|_too_precise| BadTermini)?),
                rest,
            )
        }
        None => (None, text),
    };
    let rest = rest.replace("d.f.f.m.", "fm").replace("f.m.", "fm");
    let (mut giorni, mut poi_giorni, mut fine_mese) = (None, 0, false);
    for word in rest.split_whitespace() {
        let days = word.strip_suffix("gg").unwrap_or(word);
        match (word, days.parse::<u16>()) {
            ("vista" | "v.f." | "immediato" | "rimessa" | "diretta", _) => giorni = Some(0),
            ("gg" | "giorni" | "days" | "data" | "fattura" | "fine", _) => {}
            ("fm" | "dffm" | "mese", _) => fine_mese = true,
            (_, Ok(days)) if days > 3_650 => return Err(BadTermini),
            (_, Ok(days)) if fine_mese => poi_giorni = days,
            (_, Ok(days)) if giorni.is_none() => giorni = Some(days),
            _ => return Err(BadTermini),
        }
    }
    if giorni.is_none() && !fine_mese {
        return Err(BadTermini);
    }
    Ok(Scadenza {
        giorni: giorni.unwrap_or(0),
        fine_mese,
        poi_giorni,
        percentuale,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_write_terms_in_many_ways() {
        let from = jiff::civil::date(2026, 1, 31);
        for (text, expected) in [
            ("", &["2026-01-31"][..]),
            ("vista", &["2026-01-31"]),
            ("rimessa diretta", &["2026-01-31"]),
            ("30", &["2026-03-02"]),
            ("30 gg", &["2026-03-02"]),
            ("30gg fm", &["2026-02-28"]),
            ("30/60 fm", &["2026-02-28", "2026-03-31"]),
            ("60 fm 10", &["2026-04-10"]),
            ("45 fm", &["2026-03-31"]),
            ("fm", &["2026-01-31"]),
            ("30 giorni d.f.f.m.", &["2026-02-28"]),
            ("30% vista/70% 60", &["2026-01-31", "2026-04-01"]),
        ] {
            let dates: Vec<String> = Termini::parse(text)
                .unwrap()
                .scadenze(from)
                .iter()
                .map(|(date, _)| date.to_string())
                .collect();
            assert_eq!(dates, expected, "{text}");
        }
        for text in ["abc", "30//60", "30%vista/60", "40% 30/40% 60", "30 60", "9999"] {
            assert_eq!(Termini::parse(text), Err(BadTermini), "{text}");
        }
    }
}
