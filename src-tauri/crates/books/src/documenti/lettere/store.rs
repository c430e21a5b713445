//! SQL of the letters that were prepared.

use db::{Id, Sql, Tx};

use super::Preparata;
use crate::Error;

pub(super) fn insert(tx: &Tx<'_>, documento: Id, destinatari: &str, con_xml: bool) -> Result<(), Error> {
    tx.sql()
        .prepare_cached(
            "INSERT INTO documenti_lettere (id, documento_id, destinatari, con_xml) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute((tx.new_id(), documento, destinatari, con_xml))?;
    Ok(())
}

pub(super) fn of_documento(sql: &impl Sql, documento: Id) -> Result<Vec<Preparata>, Error> {
    let mut query = sql.sql().prepare_cached(
        "SELECT id, destinatari, con_xml FROM documenti_lettere WHERE documento_id = ?1 ORDER BY id",
    )?;
    let rows = query.query_map([documento], |row| {
        Ok(Preparata {
            id: row.get(0)?,
            destinatari: row.get(1)?,
            con_xml: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
