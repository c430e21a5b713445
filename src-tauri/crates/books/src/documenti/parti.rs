//! Company and customer as the XML needs them.

use jiff::civil::Date;

use super::save::Letta;
use crate::{Problem, anagrafiche::Soggetto, azienda::Azienda};

/// Company and customer, complete for the XML.
pub(super) struct Parti {
    pub(super) azienda: Azienda,
    pub(super) cliente: Soggetto,
}

/// What the company or the customer lack for this document.
pub(super) fn problems(letta: &Letta, today: Date) -> Vec<Problem> {
    parti(letta, today).err().unwrap_or_default()
}

/// Reads company and customer for the XML; none when the document makes none, or has no customer yet.
pub(super) fn parti(letta: &Letta, today: Date) -> Result<Option<Parti>, Vec<Problem>> {
    if letta.letto.documento.td().is_none() {
        return Ok(None);
    }
    let azienda = Azienda::parse(&letta.azienda, today).and_then(|azienda| match azienda.partita_iva {
        Some(_) => Ok(azienda),
        None => Err(vec![Problem::error("required", "partita_iva")]),
    });
    let cliente = letta
        .cliente
        .as_ref()
        .map(|cliente| Soggetto::parse(cliente, today));
    match (azienda, cliente.transpose()) {
        (Ok(azienda), Ok(cliente)) => Ok(cliente.map(|cliente| Parti { azienda, cliente })),
        (azienda, cliente) => {
            let azienda = azienda
                .err()
                .into_iter()
                .flatten()
                .map(|problem| within("azienda", problem));
            let cliente = cliente
                .err()
                .into_iter()
                .flatten()
                .map(|problem| within("cliente", problem));
            Err(azienda.chain(cliente).collect())
        }
    }
}

/// A problem of one part of what was asked, at the place of that part.
pub(super) fn within(place: &str, problem: Problem) -> Problem {
    Problem {
        field: format!("{place}.{}", problem.field),
        ..problem
    }
}
