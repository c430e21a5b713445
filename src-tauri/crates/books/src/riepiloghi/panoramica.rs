//! The business at a glance: twelve months beside the year before, what is open, the best customers.

use db::Sql;
use jiff::{ToSpan, civil::Date};
use money::Cents;

use super::{
    Barra, ClienteFigura, Fascia, FasciaFigura, Figura, Mese, Panoramica, PanoramicaFilter, Serie,
    scala::{Scala, share},
    store::{self, Giorni},
};
use crate::{
    Error,
    documenti::{self, DocumentoFilter},
    list::PageRequest,
    scadenze::PAGAMENTI,
};

/// The figures of a year, each with the rows it is made of, and what is open today.
///
/// # Errors
/// The archive cannot be read; a sum is too large.
pub fn panoramica(sql: &impl Sql, filter: &PanoramicaFilter, today: Date) -> Result<Panoramica, Error> {
    let year = filter.anno.unwrap_or(today.year()).clamp(1_000, 9_998);
    let first = |year: i16| Date::new(year, 1, 1).unwrap_or(today);
    let before = first(year.saturating_sub(1));
    let days = (before, last_of(first(year)));
    let same_day = if year == today.year() {
        today.saturating_sub(1.year())
    } else {
        last_of(before)
    };
    let (aperto, scaduto, fasce) = open(sql, today)?;
    Ok(Panoramica {
        vuota: is_empty(sql, today)?,
        anno: year,
        anni: years(sql, year, today)?,
        base: filter.base,
        fatturato: serie(&store::invoiced(sql, filter.base, days)?, first(year), same_day)?,
        incassato: serie(&store::cashed(sql, days)?, first(year), same_day)?,
        aperto,
        scaduto,
        fasce,
        clienti: customers(sql, filter, (first(year), days.1))?,
    })
}

fn last_of(first: Date) -> Date {
    first.last_of_year()
}

fn is_empty(sql: &impl Sql, today: Date) -> Result<bool, Error> {
    let filter = DocumentoFilter {
        page: PageRequest {
            cursor: None,
            limit: 1,
        },
        ..DocumentoFilter::default()
    };
    Ok(documenti::list(sql, &filter, today, &PAGAMENTI)?.rows.is_empty())
}

/// Every year from the first with something in it, the newest first.
fn years(sql: &impl Sql, shown: i16, today: Date) -> Result<Vec<i16>, Error> {
    let (from, to) = store::span(sql)?.unwrap_or((today, today));
    let from = from.year().min(today.year()).min(shown);
    let to = to.year().max(today.year()).max(shown);
    Ok((from..=to).rev().collect())
}

/// Twelve months from `first`, each beside the month a year before; the year before up to `same_day`.
fn serie(days: &Giorni, first: Date, same_day: Date) -> Result<Serie, Error> {
    let before = first.saturating_sub(1.year());
    let mut pairs = Vec::new();
    for month in 0..12_i64 {
        let of = |year: Date| {
            let month = year.saturating_add(month.months());
            figure(days, month, month.last_of_month())
        };
        pairs.push((of(first)?, of(before)?));
    }
    let scala = Scala::of(pairs.iter().flat_map(|(now, then)| [now.importo, then.importo]));
    let bar = |figura: Figura| Barra {
        altezza: scala.height(figura.importo),
        figura,
    };
    Ok(Serie {
        anno: figure(days, first, first.last_of_year())?,
        prima: figure(days, before, same_day)?,
        tacche: scala.lines(),
        zero: scala.zero(),
        mesi: pairs
            .into_iter()
            .map(|(now, then)| Mese {
                mese: bar(now),
                prima: bar(then),
            })
            .collect(),
    })
}

fn figure(days: &Giorni, from: Date, to: Date) -> Result<Figura, Error> {
    let mut figura = Figura {
        dal: from.to_string(),
        al: to.to_string(),
        ..Figura::default()
    };
    for (importo, righe) in days.range(from..=to).map(|(_, day)| day) {
        add(&mut figura, *importo, *righe)?;
    }
    Ok(figura)
}

fn add(figura: &mut Figura, importo: Cents, righe: u32) -> Result<(), Error> {
    figura.importo = figura.importo.plus(importo)?;
    figura.righe = figura.righe.saturating_add(righe);
    Ok(())
}

/// All that is open, what of it is late, and by how much.
fn open(sql: &impl Sql, today: Date) -> Result<(Figura, Figura, Vec<FasciaFigura>), Error> {
    let back = |days: i64| today.saturating_sub(days.days());
    let sums = store::open(sql, [today, back(30), back(60), back(90)])?;
    let (mut aperto, mut scaduto) = (Figura::default(), Figura::default());
    let bands = [
        (Fascia::AScadere, Some(today), None),
        (Fascia::Fino30, Some(back(30)), Some(back(1))),
        (Fascia::Fino60, Some(back(60)), Some(back(31))),
        (Fascia::Fino90, Some(back(90)), Some(back(61))),
        (Fascia::Oltre90, None, Some(back(91))),
    ];
    let iso = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let mut fasce = Vec::new();
    for (place, (fascia, dal, al)) in bands.into_iter().enumerate() {
        let (importo, righe) = sums.get(&place).copied().unwrap_or_default();
        add(&mut aperto, importo, righe)?;
        if fascia != Fascia::AScadere {
            add(&mut scaduto, importo, righe)?;
        }
        fasce.push(FasciaFigura {
            fascia,
            figura: Figura {
                importo,
                righe,
                dal: iso(dal),
                al: iso(al),
            },
            quota: 0,
        });
    }
    let longest = longest(fasce.iter().map(|fascia| &fascia.figura));
    for fascia in &mut fasce {
        fascia.quota = share(fascia.figura.importo.get(), longest);
    }
    Ok((aperto, scaduto, fasce))
}

fn longest<'a>(figures: impl Iterator<Item = &'a Figura>) -> i64 {
    figures
        .map(|figura| figura.importo.get().saturating_abs())
        .max()
        .unwrap_or_default()
}

fn customers(
    sql: &impl Sql,
    filter: &PanoramicaFilter,
    days: (Date, Date),
) -> Result<Vec<ClienteFigura>, Error> {
    let found = store::customers(sql, filter.base, days)?.into_iter();
    let mut clienti: Vec<ClienteFigura> = found
        .map(|(cliente_id, cliente, importo, righe)| ClienteFigura {
            cliente_id,
            cliente,
            figura: Figura {
                importo,
                righe,
                dal: days.0.to_string(),
                al: days.1.to_string(),
            },
            quota: 0,
        })
        .collect();
    let longest = longest(clienti.iter().map(|cliente| &cliente.figura));
    for cliente in &mut clienti {
        cliente.quota = share(cliente.figura.importo.get(), longest);
    }
    Ok(clienti)
}
