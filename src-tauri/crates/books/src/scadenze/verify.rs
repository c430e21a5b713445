//! Proof of the schedule: it is what the documents ask for, and nothing was cashed beyond it.

mod store;

use db::{Id, Sql};

use crate::{Error, documenti::Rilievo};

/// What does not agree: a document whose instalments are not its net, a cashing without its instalment or beyond it.
///
/// # Errors
/// The archive cannot be read.
pub fn verify(sql: &impl Sql) -> Result<Vec<Rilievo>, Error> {
    let schedule = store::other_than_net(sql)?.into_iter();
    let cashed = store::beyond_due(sql)?.into_iter();
    let schedule = schedule.map(|(id, numero)| Rilievo {
        documento_id: Some(id),
        numero,
        code: "verifica_scadenze".to_owned(),
    });
    let cashed = cashed.map(|(id, numero): (Id, String)| Rilievo {
        documento_id: Some(id),
        numero,
        code: "verifica_incassi".to_owned(),
    });
    Ok(schedule.chain(cashed).collect())
}
