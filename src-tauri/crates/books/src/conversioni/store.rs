//! The area's SQL.

use db::{DbError, Id, SearchText, Sql, Tx, rusqlite};
use fatturapa::{Finding, Severity, sdi};
use money::Cents;
use rusqlite::{OptionalExtension, Row, types::Value};

use super::{ConversioneFilter, ConversioneRow, ConversioneSort, ConversioneStato};
use crate::{
    Error,
    list::{Page, Somme},
    store::{Listing, anywhere},
};

/// A row to be kept.
#[derive(Debug, Default)]
pub(super) struct New {
    pub(super) percorso: String,
    pub(super) membro: String,
    pub(super) nome: String,
    pub(super) sha256: String,
    pub(super) body: u32,
    pub(super) formato: String,
    pub(super) tipo: String,
    pub(super) mittente: String,
    pub(super) destinatario: String,
    pub(super) numero: String,
    pub(super) data_documento: String,
    pub(super) totale: Option<Cents>,
    pub(super) divisa: String,
    pub(super) firma: String,
    pub(super) errori: u32,
    pub(super) avvisi: u32,
    pub(super) esito: String,
    pub(super) esito_valori: Vec<String>,
}

/// Where the bytes of a row are.
pub(super) struct Place {
    pub(super) percorso: String,
    pub(super) sha256: String,
    pub(super) nome: String,
    pub(super) body: u32,
    pub(super) allegato_id: Option<Id>,
}

const ROW: &str =
    "id, nome, membro, formato, tipo, mittente, destinatario, numero, data_documento, totale_cents, divisa,
    firma, errori, avvisi, esito, esito_valori, aperto_at, allegato_id IS NOT NULL";

fn row(row: &Row<'_>) -> rusqlite::Result<ConversioneRow> {
    let (esito, valori): (String, String) = (row.get(14)?, row.get(15)?);
    let reason = reason(&esito, &valori);
    let say = |say: fn(&Finding) -> String| reason.as_ref().map(say).unwrap_or_default();
    Ok(ConversioneRow {
        id: row.get(0)?,
        nome: row.get(1)?,
        membro: row.get(2)?,
        formato: row.get(3)?,
        tipo: row.get(4)?,
        mittente: row.get(5)?,
        destinatario: row.get(6)?,
        numero: row.get(7)?,
        data_documento: row.get(8)?,
        totale: row.get::<_, Option<i64>>(9)?.map(Cents::new),
        divisa: row.get(10)?,
        firma: row.get(11)?,
        errori: row.get(12)?,
        avvisi: row.get(13)?,
        motivo_it: say(|finding| format!("{} {}", finding.it(), finding.fix_it())),
        motivo_en: say(|finding| format!("{} {}", finding.en(), finding.fix_en())),
        aperto_at: row.get(16)?,
        copia: row.get(17)?,
    })
}

/// The reason that a row keeps, to be said in any language.
fn reason(esito: &str, valori: &str) -> Option<Finding> {
    let known = sdi::find(esito)?;
    Some(Finding {
        code: known.code,
        rule: known.code,
        severity: Severity::Error,
        path: String::new(),
        line: 0,
        args: serde_json::from_str(valori).unwrap_or_default(),
    })
}

/// Keeps a row; one of the same document takes its place. Whether it is new.
pub(super) fn put(tx: &Tx<'_>, new: &New, at: &str) -> Result<(Id, bool), Error> {
    let mut known = tx
        .sql()
        .prepare_cached("SELECT id FROM conversioni_file WHERE sha256 = ?1 AND body = ?2")?;
    let known: Option<Id> = known
        .query_row((&new.sha256, new.body), |row| row.get(0))
        .optional()?;
    let id = known.unwrap_or_else(|| tx.new_id());
    let mut query = tx.sql().prepare_cached(
        "INSERT INTO conversioni_file (id, percorso, membro, nome, sha256, body, formato, tipo, mittente, mittente_chiave,
            destinatario, numero, data_documento, totale_cents, divisa, firma, errori, avvisi, esito, esito_valori,
            aperto_at, allegato_id)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, NULL)
         ON CONFLICT (id) DO UPDATE SET percorso = ?2, membro = ?3, nome = ?4, firma = ?16, errori = ?17, avvisi = ?18,
            esito = ?19, esito_valori = ?20, aperto_at = ?21",
    )?;
    query.execute(rusqlite::params![
        id,
        new.percorso,
        new.membro,
        new.nome,
        new.sha256,
        new.body,
        new.formato,
        new.tipo,
        new.mittente,
        fisco::text::unaccented(&new.mittente).to_lowercase(),
        new.destinatario,
        new.numero,
        new.data_documento,
        new.totale.map(Cents::get),
        new.divisa,
        new.firma,
        new.errori,
        new.avvisi,
        new.esito,
        serde_json::to_string(&new.esito_valori)?,
        at,
    ])?;
    Ok((id, known.is_none()))
}

/// Says where the copy of every document of a file is.
pub(super) fn set_copy(tx: &Tx<'_>, sha256: &str, allegato: Id) -> Result<(), Error> {
    tx.sql().execute(
        "UPDATE conversioni_file SET allegato_id = ?2 WHERE sha256 = ?1 AND allegato_id IS NULL",
        (sha256, allegato),
    )?;
    Ok(())
}

/// Whether a document has that copy.
pub(super) fn has_copy(sql: &impl Sql, allegato: Id) -> Result<bool, Error> {
    let mut query = sql
        .sql()
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM conversioni_file WHERE allegato_id = ?1)")?;
    Ok(query.query_row([allegato], |row| row.get(0))?)
}

pub(super) fn delete(tx: &Tx<'_>, id: Id) -> Result<(), Error> {
    match tx
        .sql()
        .execute("DELETE FROM conversioni_file WHERE id = ?1", [id])?
    {
        0 => Err(Error::NotFound("conversioni")),
        _ => Ok(()),
    }
}

pub(super) fn get(sql: &impl Sql, id: Id) -> Result<(ConversioneRow, Place), Error> {
    let mut query = sql.sql().prepare_cached(&format!(
        "SELECT {ROW}, percorso, sha256, nome, body, allegato_id FROM conversioni_file WHERE id = ?1"
    ))?;
    let found = query.query_row([id], |found| {
        let place = Place {
            percorso: found.get(18)?,
            sha256: found.get(19)?,
            nome: found.get(20)?,
            body: found.get(21)?,
            allegato_id: found.get(22)?,
        };
        Ok((row(found)?, place))
    });
    found.optional()?.ok_or(Error::NotFound("conversioni"))
}

pub(super) fn list(sql: &impl Sql, filter: &ConversioneFilter) -> Result<Page<ConversioneRow>, Error> {
    listing(filter).page(sql, &filter.page, row)
}

pub(super) fn somme(sql: &impl Sql, filter: &ConversioneFilter) -> Result<Somme, Error> {
    listing(filter).sum(sql, "count(*)", |row| Ok(Somme { righe: row.get(0)? }))
}

pub(super) fn ids(sql: &impl Sql, filter: &ConversioneFilter) -> Result<Vec<Id>, Error> {
    listing(filter).ids(sql)
}

fn listing(filter: &ConversioneFilter) -> Listing {
    let mut listing = Listing {
        columns: ROW.into(),
        from: "conversioni_file",
        conditions: Vec::new(),
        parameters: Vec::new(),
        key: match filter.sort {
            ConversioneSort::Aperto => "aperto_at",
            ConversioneSort::Mittente => "mittente_chiave",
            ConversioneSort::Data => "data_documento",
            ConversioneSort::Nome => "nome",
        },
        direction: filter.direction,
    };
    match filter.stato {
        None => {}
        Some(ConversioneStato::Buone) => listing.and("esito = '' AND errori = 0", []),
        Some(ConversioneStato::Rilievi) => listing.and("esito = '' AND errori > 0", []),
        Some(ConversioneStato::Illeggibili) => listing.and("esito <> ''", []),
    }
    for word in filter.testo.split_whitespace() {
        let plain: Value = anywhere(&fisco::text::unaccented(word).to_lowercase());
        listing.and(
            "(mittente_chiave || ' ' || lower(destinatario) || ' ' || lower(numero) || ' ' || lower(nome)) LIKE ? ESCAPE '\\'",
            [plain],
        );
    }
    listing
}

/// By what a file is found.
pub(super) fn search_text(tx: &Tx<'_>, id: Id) -> Result<Option<SearchText>, DbError> {
    let mut query = tx.sql().prepare_cached(
        "SELECT trim(numero || ' ' || mittente) || char(10) || trim(data_documento || ' ' || nome) || char(10) || destinatario,
            abs(totale_cents)
         FROM conversioni_file WHERE id = ?1",
    )?;
    let found = query.query_row([id], |row| {
        Ok(SearchText {
            text: row.get(0)?,
            importi_cents: row.get::<_, Option<i64>>(1)?.into_iter().collect(),
        })
    });
    Ok(found.optional()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_goes_by_its_index() {
        let (_dir, books) = crate::empty::archive();
        for (sort, index) in [
            (ConversioneSort::Aperto, "conversioni_by_aperto"),
            (ConversioneSort::Mittente, "conversioni_by_mittente"),
            (ConversioneSort::Data, "conversioni_by_data"),
            (ConversioneSort::Nome, "conversioni_by_nome"),
        ] {
            crate::empty::assert_goes_by(&books, index, |direction| {
                listing(&ConversioneFilter {
                    sort,
                    direction,
                    ..ConversioneFilter::default()
                })
            });
        }
    }
}
