//! The area's SQL.

use db::{Id, Sql, Tx, rusqlite};
use rusqlite::OptionalExtension;

use super::{AziendaDraft, AziendaView, NumeroAltroveDraft, SezionaleDraft, SezionaleView, save::shown_name};
use crate::Error;

pub(super) fn get(sql: &impl Sql) -> Result<Option<AziendaView>, Error> {
    let mut query = sql.sql().prepare_cached("SELECT id, draft FROM azienda")?;
    let row = query.query_row([], |row| Ok((row.get::<_, Id>(0)?, row.get::<_, String>(1)?)));
    let Some((id, draft)) = row.optional()? else {
        return Ok(None);
    };
    let draft: AziendaDraft = serde_json::from_str(&draft)?;
    Ok(Some(AziendaView {
        id,
        nome_completo: shown_name(&draft),
        problems: Vec::new(),
        draft,
    }))
}

pub(super) fn put(tx: &Tx<'_>, draft: &AziendaDraft, nome: &str) -> Result<(), Error> {
    let json = serde_json::to_string(draft)?;
    let changed = tx.sql().execute(
        "UPDATE azienda SET nome = ?1, partita_iva = ?2, codice_fiscale = ?3, draft = ?4",
        (nome, draft.partita_iva.trim(), draft.codice_fiscale.trim(), &json),
    )?;
    if changed == 0 {
        tx.sql().execute(
            "INSERT INTO azienda (id, nome, partita_iva, codice_fiscale, draft) VALUES (?1, ?2, ?3, ?4, ?5)",
            (
                tx.new_id(),
                nome,
                draft.partita_iva.trim(),
                draft.codice_fiscale.trim(),
                &json,
            ),
        )?;
    }
    Ok(())
}

pub(super) fn sezionali(sql: &impl Sql) -> Result<Vec<SezionaleView>, Error> {
    let mut query = sql
        .sql()
        .prepare_cached("SELECT id, codice, descrizione, tipi FROM azienda_sezionali ORDER BY codice")?;
    let rows = query.query_map([], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get::<_, String>(3)?))
    })?;
    rows.map(|row| {
        let (id, codice, descrizione, tipi) = row?;
        Ok(SezionaleView {
            id: Some(id),
            draft: SezionaleDraft {
                codice,
                descrizione,
                tipi: serde_json::from_str(&tipi)?,
            },
        })
    })
    .collect()
}

pub(super) fn put_sezionale(tx: &Tx<'_>, draft: &SezionaleDraft) -> Result<Id, Error> {
    let tipi = serde_json::to_string(&draft.tipi)?;
    let mut query = tx.sql().prepare_cached(
        "INSERT INTO azienda_sezionali (id, codice, descrizione, tipi) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (codice) DO UPDATE SET descrizione = ?3, tipi = ?4 RETURNING id",
    )?;
    Ok(
        query.query_row((tx.new_id(), &draft.codice, &draft.descrizione, tipi), |row| {
            row.get(0)
        })?,
    )
}

pub(super) fn delete_sezionale(tx: &Tx<'_>, id: Id) -> Result<(), Error> {
    match tx
        .sql()
        .execute("DELETE FROM azienda_sezionali WHERE id = ?1", [id])?
    {
        0 => Err(Error::NotFound("azienda")),
        _ => Ok(()),
    }
}

pub(super) fn numeri_altrove(sql: &impl Sql) -> Result<Vec<NumeroAltroveDraft>, Error> {
    let mut query = sql.sql().prepare_cached(
        "SELECT classe, anno, sezionale, ultimo, motivo FROM azienda_numeri_altrove
             ORDER BY anno DESC, classe, sezionale",
    )?;
    let rows = query.query_map([], |row| {
        Ok(NumeroAltroveDraft {
            classe: row.get(0)?,
            anno: row.get(1)?,
            sezionale: row.get(2)?,
            ultimo: row.get(3)?,
            motivo: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn put_numero_altrove(tx: &Tx<'_>, draft: &NumeroAltroveDraft) -> Result<(), Error> {
    tx.sql().execute(
        "INSERT INTO azienda_numeri_altrove (id, classe, anno, sezionale, ultimo, motivo)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (classe, anno, sezionale) DO UPDATE SET ultimo = ?5, motivo = ?6",
        (
            tx.new_id(),
            &draft.classe,
            draft.anno,
            &draft.sezionale,
            draft.ultimo,
            &draft.motivo,
        ),
    )?;
    Ok(())
}
