//! What every area's `store.rs` shares; the only plumbing that names SQLite.

use std::borrow::Cow;

use db::{DbError, Id, Sql, rusqlite};
use rusqlite::types::Value;

use crate::{
    Error,
    list::{Direction, Page, PageRequest},
};

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        Self::Db(DbError::from(error))
    }
}

/// A list that goes by key: the words of its SELECT, all of them ours.
pub(crate) struct Listing {
    /// Columns, without the key and the id that end every page.
    pub(crate) columns: Cow<'static, str>,
    /// Table, perhaps with an index pinned.
    pub(crate) from: &'static str,
    /// Conditions joined by AND, with `?` for each of the parameters; empty for all rows.
    pub(crate) conditions: Vec<String>,
    /// Values of the `?`.
    pub(crate) parameters: Vec<Value>,
    /// Column of the order; rows with the same key go by id.
    pub(crate) key: &'static str,
    /// Direction of both.
    pub(crate) direction: Direction,
}

impl Listing {
    /// Adds a condition with its values.
    pub(crate) fn and(&mut self, condition: &str, values: impl IntoIterator<Item = Value>) {
        self.conditions.push(condition.to_owned());
        self.parameters.extend(values);
    }

    /// How SQLite would find a page, for tests that pin it.
    #[cfg(test)]
    pub(crate) fn plan(&self, sql: &impl Sql) -> Result<String, Error> {
        let mut query = sql
            .sql()
            .prepare(&format!("EXPLAIN QUERY PLAN {}", self.text()))?;
        let parameters = self.parameters.iter().chain([&Value::Integer(200)]);
        let steps = query.query_map(rusqlite::params_from_iter(parameters), |row| {
            row.get::<_, String>(3)
        })?;
        Ok(steps.collect::<Result<Vec<_>, _>>()?.join("; "))
    }

    fn text(&self) -> String {
        let Self {
            columns, from, key, ..
        } = self;
        let order = match self.direction {
            Direction::Ascending => "ASC",
            Direction::Descending => "DESC",
        };
        let filter = self.filter();
        format!(
            "SELECT {columns}, {key} AS page_key, id AS page_id FROM {from} WHERE {filter} ORDER BY {key} {order}, id {order} LIMIT ?"
        )
    }

    fn filter(&self) -> String {
        if self.conditions.is_empty() {
            "1".to_owned()
        } else {
            self.conditions.join(" AND ")
        }
    }

    /// Adds up all rows: `sums` are aggregates, which `row` reads by their place.
    pub(crate) fn sum<T>(
        &self,
        sql: &impl Sql,
        sums: &'static str,
        row: impl FnOnce(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<T, Error> {
        let text = format!("SELECT {sums} FROM {} WHERE {}", self.from, self.filter());
        let mut query = sql.sql().prepare_cached(&text)?;
        Ok(query.query_row(rusqlite::params_from_iter(&self.parameters), row)?)
    }

    /// Ids of all rows, in no order.
    pub(crate) fn ids(&self, sql: &impl Sql) -> Result<Vec<Id>, Error> {
        let text = format!("SELECT id FROM {} WHERE {}", self.from, self.filter());
        let mut query = sql.sql().prepare_cached(&text)?;
        let ids = query.query_map(rusqlite::params_from_iter(&self.parameters), |row| row.get(0))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    /// The page that `request` asks for; `row` reads the columns by their place.
    pub(crate) fn page<T>(
        mut self,
        sql: &impl Sql,
        request: &PageRequest,
        row: impl Fn(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Page<T>, Error> {
        let after = match self.direction {
            Direction::Ascending => ">",
            Direction::Descending => "<",
        };
        if let Some(cursor) = &request.cursor {
            let (key, id) = read_cursor(cursor)?;
            self.and(
                &format!("({}, id) {after} (?, ?)", self.key),
                [key, Value::Integer(id.get())],
            );
        }
        let limit = if request.limit == 0 {
            200
        } else {
            request.limit.min(1_000)
        };
        let wanted = usize::try_from(limit).map_err(|_never| money::TooLarge)?;
        self.parameters
            .push(Value::Integer(i64::from(limit).saturating_add(1)));
        let mut query = sql.sql().prepare_cached(&self.text())?;
        let mut found = query.query(rusqlite::params_from_iter(&self.parameters))?;
        let (mut rows, mut last, mut next) = (Vec::new(), None, None);
        while let Some(found) = found.next()? {
            if rows.len() == wanted {
                next = last.take();
                break;
            }
            rows.push(row(found)?);
            last = Some(write_cursor(found.get("page_key")?, found.get("page_id")?)?);
        }
        Ok(Page { rows, next })
    }
}

fn write_cursor(key: Value, id: Id) -> Result<String, Error> {
    let key = match key {
        Value::Integer(number) => serde_json::Value::from(number),
        Value::Text(text) => serde_json::Value::from(text),
        _ => {
            return Err(Error::Broken(
                "a list by a key that is neither text nor number".to_owned(),
            ));
        }
    };
    Ok(serde_json::to_string(&(key, id))?)
}

fn read_cursor(cursor: &str) -> Result<(Value, Id), Error> {
    let (key, id): (serde_json::Value, Id) =
        serde_json::from_str(cursor).map_err(|_not_ours| Error::refused("cursor_bad"))?;
    let key = match key {
        serde_json::Value::String(text) => Value::Text(text),
        serde_json::Value::Number(number) => {
            Value::Integer(number.as_i64().ok_or_else(|| Error::refused("cursor_bad"))?)
        }
        _ => return Err(Error::refused("cursor_bad")),
    };
    Ok((key, id))
}

/// A text as a LIKE pattern that finds it anywhere; the condition ends with `ESCAPE '\'`.
pub(crate) fn anywhere(text: &str) -> Value {
    let escaped = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    Value::Text(format!("%{escaped}%"))
}

/// Rows of one of our tables.
pub(crate) fn count(sql: &impl Sql, table: &'static str) -> Result<u64, Error> {
    let mut query = sql
        .sql()
        .prepare_cached(&format!("SELECT count(*) FROM {table}"))?;
    let count: i64 = query.query_row([], |row| row.get(0))?;
    u64::try_from(count).map_err(|_never| money::TooLarge.into())
}

/// Writes the heads and rows of one of our tables, in the order of ids, without its BLOBs; gives the number of rows.
pub(crate) fn dump<W: std::io::Write>(
    sql: &impl Sql,
    table: &'static str,
    to: &mut csv::Writer<W>,
) -> Result<u64, Error> {
    let mut info = sql
        .sql()
        .prepare_cached("SELECT name FROM pragma_table_info(?1) WHERE type <> 'BLOB' ORDER BY cid")?;
    let columns: Vec<String> = info
        .query_map([table], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    to.write_record(&columns)?;
    let mut query = sql
        .sql()
        .prepare(&format!("SELECT {} FROM {table} ORDER BY id", columns.join(", ")))?;
    let mut rows = query.query([])?;
    let mut count = 0_u64;
    while let Some(row) = rows.next()? {
        for at in 0..columns.len() {
            let cell = match row.get(at)? {
                Value::Null | Value::Blob(_) => String::new(),
                Value::Integer(number) => number.to_string(),
                Value::Real(number) => number.to_string(),
                Value::Text(text) => crate::table::harmless(&text),
            };
            to.write_field(cell)?;
        }
        to.write_record(None::<&[u8]>)?;
        count = count.saturating_add(1);
    }
    Ok(count)
}
