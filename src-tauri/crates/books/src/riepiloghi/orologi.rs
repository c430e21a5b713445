//! What waits, and until when: what the desk, the schedule and the drafts know already, gathered.

use db::Sql;
use jiff::{ToSpan, civil::Date};
use money::Cents;

use super::{Attesa, Figura, Orologio};
use crate::{
    Error,
    documenti::{self, BancoFilter, BancoRow, DocumentoFilter, Stato, Tipo},
    efatture::EfatturaStato,
    list::{Direction, PageRequest, every},
    scadenze::{self, PAGAMENTI, ScadenzaFilter},
};

/// The longest term for sending is the end of the month after: what is older was sent by other means, or is on the desk.
const DESK_DAYS: i64 = 60;
/// Instalments of so many days are said before they are due.
const DUE_DAYS: i64 = 30;

/// Everything that waits, what has a term first; nothing for what does not.
///
/// # Errors
/// The archive cannot be read; a sum is too large.
pub fn orologi(sql: &impl Sql, today: Date) -> Result<Vec<Orologio>, Error> {
    let mut found = desk(sql, today)?;
    found.extend(deliveries(sql, today)?);
    found.extend(instalments(sql, today)?);
    found.extend(drafts(sql, today)?);
    Ok(found)
}

fn desk(sql: &impl Sql, today: Date) -> Result<Vec<Orologio>, Error> {
    let dal = today.saturating_sub(DESK_DAYS.days()).to_string();
    let rows = every(|page| {
        let filter = BancoFilter {
            dal: dal.clone(),
            page,
            ..BancoFilter::default()
        };
        documenti::banco(sql, &filter, today)
    })?;
    let states = [
        (Attesa::Scartate, EfatturaStato::Scartata),
        (Attesa::DaSalvare, EfatturaStato::DaSalvare),
        (Attesa::Salvate, EfatturaStato::Salvata),
    ];
    let mut found = Vec::new();
    for (attesa, stato) in states {
        let theirs: Vec<&BancoRow> = rows.iter().filter(|row| row.stato == stato).collect();
        if theirs.is_empty() {
            continue;
        }
        let with_term = || theirs.iter().filter(|row| !row.entro.is_empty());
        let next = with_term().min_by(|a, b| a.entro.cmp(&b.entro));
        found.push(Orologio {
            attesa,
            figura: Figura {
                importo: Cents::sum(theirs.iter().map(|row| row.totale))?,
                righe: count(theirs.len()),
                dal: dal.clone(),
                al: String::new(),
            },
            oltre: count(with_term().filter(|row| row.giorni < 0).count()),
            entro: next.map(|row| row.entro.clone()).unwrap_or_default(),
            giorni: next.map_or(0, |row| row.giorni),
        });
    }
    Ok(found)
}

fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}

/// Deliveries of a month are invoiced by the day that the law gives in the next one.
fn deliveries(sql: &impl Sql, today: Date) -> Result<Option<Orologio>, Error> {
    let filter = DocumentoFilter {
        tipi: vec![Tipo::Ddt],
        stati: vec![Stato::Emesso],
        direction: Direction::Ascending,
        page: PageRequest {
            cursor: None,
            limit: 1,
        },
        ..DocumentoFilter::default()
    };
    let sums = documenti::somme(sql, &filter, today, &PAGAMENTI)?;
    let oldest = documenti::list(sql, &filter, today, &PAGAMENTI)?
        .rows
        .into_iter()
        .next();
    let Some(oldest) = oldest else {
        return Ok(None);
    };
    let delivered: Option<Date> = oldest.data_documento.parse().ok();
    let term = delivered.and_then(documenti::deferred_until);
    let giorni = term
        .and_then(|term| term.since(today).ok())
        .map_or(0, |span| i64::from(span.get_days()));
    Ok(Some(Orologio {
        attesa: Attesa::Ddt,
        figura: Figura {
            importo: sums.totale,
            righe: sums.righe,
            ..Figura::default()
        },
        oltre: u32::from(giorni < 0),
        entro: term.map(|term| term.to_string()).unwrap_or_default(),
        giorni,
    }))
}

fn instalments(sql: &impl Sql, today: Date) -> Result<Option<Orologio>, Error> {
    let filter = ScadenzaFilter {
        dal: today.to_string(),
        al: today.saturating_add(DUE_DAYS.days()).to_string(),
        direction: Direction::Ascending,
        page: PageRequest {
            cursor: None,
            limit: 1,
        },
        ..ScadenzaFilter::default()
    };
    let sums = scadenze::somme(sql, &filter, today)?;
    let next = scadenze::list(sql, &filter, today)?.rows.into_iter().next();
    Ok(next.map(|next| Orologio {
        attesa: Attesa::Rate,
        figura: Figura {
            importo: sums.residuo,
            righe: sums.righe,
            dal: filter.dal,
            al: filter.al,
        },
        oltre: 0,
        entro: next.scadenza,
        giorni: next.giorni.saturating_neg(),
    }))
}

fn drafts(sql: &impl Sql, today: Date) -> Result<Option<Orologio>, Error> {
    let filter = DocumentoFilter {
        stati: vec![Stato::Bozza],
        ..DocumentoFilter::default()
    };
    let sums = documenti::somme(sql, &filter, today, &PAGAMENTI)?;
    Ok((sums.righe > 0).then(|| Orologio {
        attesa: Attesa::Bozze,
        figura: Figura {
            importo: sums.totale,
            righe: sums.righe,
            ..Figura::default()
        },
        oltre: 0,
        entro: String::new(),
        giorni: 0,
    }))
}
