//! The area's SQL.

use db::{DbError, Id, SearchText, Sql, Tx, rusqlite};
use rusqlite::{OptionalExtension, Row, types::Value};

use super::{
    Faccia, Natura, SoggettoDraft, SoggettoFilter, SoggettoRow, SoggettoSort, SoggettoView,
    parse::{Read, nome_chiave},
};
use crate::{
    Error,
    list::{Page, Somme},
    store::{Listing, anywhere},
};

/// What is kept beside the form, for lists and for finding the same subject.
pub(super) struct Columns {
    nome: String,
    nome_chiave: String,
    partita_iva: String,
    codice_fiscale: String,
}

impl Columns {
    /// Name as printed.
    pub(super) fn nome(&self) -> &str {
        &self.nome
    }

    /// Partita IVA (or foreign VAT number) and codice fiscale; empty where there is none.
    pub(super) fn identifiers(&self) -> (&str, &str) {
        (&self.partita_iva, &self.codice_fiscale)
    }

    pub(super) fn of(draft: &SoggettoDraft, read: &Read) -> Self {
        let nome = read.nome.as_ref().map(ToString::to_string).unwrap_or_default();
        let abroad = |country: &str| {
            if country == "IT" {
                String::new()
            } else {
                country.to_owned()
            }
        };
        Self {
            nome_chiave: nome_chiave(&nome),
            nome,
            partita_iva: match &read.partita_iva {
                Some((country, number)) => format!("{}{number}", abroad(country)),
                None => draft.partita_iva.trim().to_owned(),
            },
            codice_fiscale: match &read.codice_fiscale {
                Some(code) => code.to_string(),
                None => draft.codice_fiscale.trim().to_owned(),
            },
        }
    }
}

const ROW: &str = "id, codice, nome, natura, partita_iva, codice_fiscale, comune, provincia, nazione, email, telefono, cestinato";

fn row(row: &Row<'_>) -> rusqlite::Result<SoggettoRow> {
    Ok(SoggettoRow {
        id: row.get(0)?,
        codice: row.get(1)?,
        nome: row.get(2)?,
        natura: natura_of(&row.get::<_, String>(3)?),
        partita_iva: row.get(4)?,
        codice_fiscale: row.get(5)?,
        comune: row.get(6)?,
        provincia: row.get(7)?,
        nazione: row.get(8)?,
        email: row.get(9)?,
        telefono: row.get(10)?,
        cestinato: row.get(11)?,
    })
}

const fn natura_text(natura: Natura) -> &'static str {
    match natura {
        Natura::Societa => "societa",
        Natura::PersonaConIva => "persona_con_iva",
        Natura::Privato => "privato",
        Natura::Pa => "pa",
        Natura::Estero => "estero",
    }
}

/// The table's CHECK lets nothing else in.
fn natura_of(text: &str) -> Natura {
    let all = [Natura::PersonaConIva, Natura::Privato, Natura::Pa, Natura::Estero];
    all.into_iter()
        .find(|natura| natura_text(*natura) == text)
        .unwrap_or(Natura::Societa)
}

pub(super) fn get(sql: &impl Sql, id: Id) -> Result<Option<SoggettoView>, Error> {
    let mut query = sql
        .sql()
        .prepare_cached("SELECT draft, nome, cestinato FROM anagrafiche_soggetti WHERE id = ?1")?;
    let found = query
        .query_row([id], |row| {
            Ok((row.get::<_, String>(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()?;
    let Some((draft, nome_completo, cestinato)) = found else {
        return Ok(None);
    };
    let draft = SoggettoDraft {
        id: Some(id),
        ..serde_json::from_str(&draft)?
    };
    Ok(Some(SoggettoView {
        id,
        draft,
        nome_completo,
        problems: Vec::new(),
        cestinato,
    }))
}

pub(super) fn put(tx: &Tx<'_>, draft: &SoggettoDraft, columns: &Columns) -> Result<Id, Error> {
    let id = draft.id.unwrap_or_else(|| tx.new_id());
    let json = serde_json::to_string(&SoggettoDraft {
        id: None,
        ..draft.clone()
    })?;
    let nazione = draft.nazione.trim().to_uppercase();
    let mut query = tx.sql().prepare_cached(
        "INSERT INTO anagrafiche_soggetti (id, cliente, fornitore, contatto, natura, codice, nome, nome_chiave,
            partita_iva, codice_fiscale, comune, provincia, nazione, email, telefono, draft)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
         ON CONFLICT (id) DO UPDATE SET cliente = ?2, fornitore = ?3, contatto = ?4, natura = ?5, codice = ?6,
            nome = ?7, nome_chiave = ?8, partita_iva = ?9, codice_fiscale = ?10, comune = ?11, provincia = ?12,
            nazione = ?13, email = ?14, telefono = ?15, draft = ?16",
    )?;
    query.execute(rusqlite::params![
        id,
        draft.cliente,
        draft.fornitore,
        draft.contatto,
        natura_text(draft.natura),
        draft.codice.trim(),
        columns.nome,
        columns.nome_chiave,
        columns.partita_iva,
        columns.codice_fiscale,
        draft.comune.trim(),
        draft.provincia.trim().to_uppercase(),
        if nazione.is_empty() { "IT" } else { &nazione },
        draft.email.trim(),
        draft.telefono.trim(),
        json,
    ])?;
    Ok(id)
}

pub(super) fn set_cestinato(tx: &Tx<'_>, id: Id, cestinato: bool) -> Result<(), Error> {
    match tx.sql().execute(
        "UPDATE anagrafiche_soggetti SET cestinato = ?2 WHERE id = ?1",
        (id, cestinato),
    )? {
        0 => Err(Error::NotFound("anagrafiche")),
        _ => Ok(()),
    }
}

/// Subjects with the same partita IVA, codice fiscale or name, other than `but`.
pub(super) fn find_same(sql: &impl Sql, like: &Columns, but: Option<Id>) -> Result<Vec<SoggettoRow>, Error> {
    let text = format!(
        "SELECT {ROW} FROM anagrafiche_soggetti WHERE id IN (
            SELECT id FROM anagrafiche_soggetti WHERE partita_iva = ?1 AND partita_iva <> ''
            UNION SELECT id FROM anagrafiche_soggetti WHERE codice_fiscale = ?2 AND codice_fiscale <> ''
            UNION SELECT id FROM anagrafiche_soggetti WHERE nome_chiave = ?3 AND nome_chiave <> ''
         ) AND id <> ?4 AND cestinato = 0
         ORDER BY partita_iva = ?1 AND ?1 <> '' DESC, codice_fiscale = ?2 AND ?2 <> '' DESC, nome_chiave, id LIMIT 50"
    );
    let mut query = sql.sql().prepare_cached(&text)?;
    let but = but.map_or(0, Id::get);
    let rows = query.query_map(
        (&like.partita_iva, &like.codice_fiscale, &like.nome_chiave, but),
        row,
    )?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Subjects in whose name every word of `text` begins a word, by name.
pub(super) fn named(sql: &impl Sql, text: &str, limit: u32) -> Result<Vec<Id>, Error> {
    let mut words = nome_chiave(text);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    words = format!("% {}%", words.replace(' ', "% "));
    let mut query = sql.sql().prepare_cached(
        "SELECT id FROM anagrafiche_soggetti WHERE cestinato = 0 AND ' ' || nome_chiave LIKE ?1
         ORDER BY nome_chiave, id LIMIT ?2",
    )?;
    let ids = query.query_map((words, limit), |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// What is in the bin, by name; at most 1,000.
pub(super) fn binned(sql: &impl Sql) -> Result<Vec<(Id, String)>, Error> {
    let mut query = sql.sql().prepare_cached(
        "SELECT id, nome FROM anagrafiche_soggetti WHERE cestinato = 1 ORDER BY nome_chiave, id LIMIT 1000",
    )?;
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn list(sql: &impl Sql, filter: &SoggettoFilter) -> Result<Page<SoggettoRow>, Error> {
    listing(filter).page(sql, &filter.page, row)
}

pub(super) fn somme(sql: &impl Sql, filter: &SoggettoFilter) -> Result<Somme, Error> {
    listing(filter).sum(sql, "count(*)", |row| Ok(Somme { righe: row.get(0)? }))
}

pub(super) fn ids(sql: &impl Sql, filter: &SoggettoFilter) -> Result<Vec<Id>, Error> {
    listing(filter).ids(sql)
}

fn listing(filter: &SoggettoFilter) -> Listing {
    let mut listing = Listing {
        columns: ROW.into(),
        from: "anagrafiche_soggetti",
        conditions: Vec::new(),
        parameters: Vec::new(),
        key: match filter.sort {
            SoggettoSort::Nome => "nome_chiave",
            SoggettoSort::Comune => "comune",
            SoggettoSort::Codice => "codice",
            SoggettoSort::PartitaIva => "partita_iva",
        },
        direction: filter.direction,
    };
    listing.and("cestinato = ?", [Value::Integer(i64::from(filter.cestino))]);
    let face = match filter.faccia {
        Faccia::Cliente => "cliente = 1",
        Faccia::Fornitore => "fornitore = 1",
        Faccia::Contatto => "contatto = 1",
    };
    listing.and(face, []);
    if let Some(natura) = filter.natura {
        listing.and("natura = ?", [Value::Text(natura_text(natura).to_owned())]);
    }
    for word in filter.testo.split_whitespace() {
        let plain = fisco::text::unaccented(word).to_lowercase();
        listing.and(
            "(nome_chiave || ' ' || lower(nome) || ' ' || lower(codice) || ' ' || lower(partita_iva) || ' ' ||
              lower(codice_fiscale) || ' ' || lower(comune) || ' ' || lower(email) || ' ' || telefono) LIKE ? ESCAPE '\\'",
            [anywhere(&plain)],
        );
    }
    listing
}

/// By what a subject is found: its names, numbers, town and addresses. A binned one is not.
pub(super) fn search_text(tx: &Tx<'_>, id: Id) -> Result<Option<SearchText>, DbError> {
    let mut query = tx.sql().prepare_cached(
        "SELECT nome || char(10) || trim(partita_iva || ' ' || comune) || char(10) || codice_fiscale || ' ' || codice || ' '
            || email || ' ' || telefono FROM anagrafiche_soggetti WHERE id = ?1 AND cestinato = 0",
    )?;
    let text = query.query_row([id], |row| row.get(0)).optional()?;
    Ok(text.map(|text| SearchText {
        text,
        importi_cents: Vec::new(),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_order_goes_by_its_index() {
        let (_dir, books) = crate::empty::archive();
        for (sort, index) in [
            (SoggettoSort::Nome, "anagrafiche_by_nome"),
            (SoggettoSort::Comune, "anagrafiche_by_comune"),
            (SoggettoSort::Codice, "anagrafiche_by_codice"),
            (SoggettoSort::PartitaIva, "anagrafiche_by_partita_iva"),
        ] {
            crate::empty::assert_goes_by(&books, index, |direction| {
                listing(&SoggettoFilter {
                    sort,
                    direction,
                    ..SoggettoFilter::default()
                })
            });
        }
    }
}
