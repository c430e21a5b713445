//! What an area tells the file about itself.

use std::collections::BTreeMap;

use crate::{DbError, Id, Tx};

/// All areas of a program and the mark that tells its files from other SQLite files.
#[derive(Debug, Clone, Copy)]
pub struct Schema {
    /// Written into the header of every archive.
    pub application_id: i32,
    /// In the order of dependency: migrations of one version run in this order.
    pub areas: &'static [&'static Area],
}

/// An area's tables: all of them are named `<area>` or `<area>_<something>`, are STRICT and have `id INTEGER PRIMARY KEY`.
#[derive(Debug)]
pub struct Area {
    /// One word; the prefix of its tables.
    pub name: &'static str,
    /// Forward only, never edited once released. Version 1 is the first.
    pub migrations: &'static [Migration],
    /// Tables, or columns as `table.column`, left out of the change log; they are not undone.
    pub unlogged: &'static [&'static str],
    /// Tables whose rows are found by the search, each with what gives its words. Two tables may share their ids (a
    /// row and its long texts): what either says of an id is what it is found by.
    pub index: &'static [(&'static str, Indexer)],
}

/// Gives the words and amounts by which a row is found. Asked at commit for every row that the write touched, also when
/// it was deleted; `None` takes it out of the search.
pub type Indexer = fn(&Tx<'_>, id: Id) -> Result<Option<SearchText>, DbError>;

/// One step of an area. All areas' steps of one version are one transaction.
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// Global number, from 1.
    pub version: u32,
    /// SQL statements.
    pub sql: &'static str,
}

/// By what a row is found, and what a hit shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SearchText {
    /// Searched and shown.
    pub text: String,
    /// Amounts in cents by which the row is found too.
    pub importi_cents: Vec<i64>,
}

impl Schema {
    /// The newest version any area asks for; 1 at least, for the file's own tables.
    #[must_use]
    pub fn version(&self) -> u32 {
        self.areas
            .iter()
            .flat_map(|area| area.migrations)
            .map(|m| m.version)
            .max()
            .unwrap_or(1)
            .max(1)
    }

    /// The area a table belongs to: the longest area name that is its prefix.
    fn area_of(&self, table: &str) -> Option<&'static Area> {
        let belongs = |name: &str| {
            table
                .strip_prefix(name)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('_'))
        };
        self.areas
            .iter()
            .copied()
            .filter(|area| belongs(area.name))
            .max_by_key(|area| area.name.len())
    }
}

/// A table of an area as it stands in the file.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) area: &'static Area,
    /// Columns whose old values the log keeps, without `id`.
    pub(crate) columns: Vec<String>,
    pub(crate) is_logged: bool,
    /// None for rows that no search finds.
    pub(crate) indexer: Option<Indexer>,
    /// A BLOB is not in the log: a deleted row could only come back without it.
    pub(crate) has_blob: bool,
}

/// All tables of the areas, by name.
pub(crate) type Tables = BTreeMap<String, Table>;

/// Reads the areas' tables from the file and refuses those the change log could not follow.
pub(crate) fn read_tables(conn: &rusqlite::Connection, schema: &Schema) -> Result<Tables, DbError> {
    let mut list = conn.prepare(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )?;
    let names = list.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, bool>(1)?)))?;
    let mut tables = Tables::new();
    for name in names {
        let (name, is_strict) = name?;
        let is_ours = ["db", "cerca"]
            .iter()
            .any(|own| name == *own || name.starts_with(&format!("{own}_")));
        if is_ours {
            continue;
        }
        let area = schema
            .area_of(&name)
            .ok_or_else(|| DbError::Schema(format!("{name} belongs to no area")))?;
        if !is_strict {
            return Err(DbError::Schema(format!("{name} is not STRICT")));
        }
        let (columns, has_blob) = logged_columns(conn, &name, area)?;
        let is_logged = !area.unlogged.contains(&name.as_str());
        let indexer = area.index.iter().find(|(table, _)| *table == name);
        tables.insert(
            name,
            Table {
                area,
                columns,
                is_logged,
                indexer: indexer.map(|(_, indexer)| *indexer),
                has_blob,
            },
        );
    }
    Ok(tables)
}

/// Columns without BLOBs, generated ones and those the area leaves out; and whether there are BLOBs.
fn logged_columns(
    conn: &rusqlite::Connection,
    table: &str,
    area: &Area,
) -> Result<(Vec<String>, bool), DbError> {
    let mut info = conn.prepare("SELECT name, type, pk, hidden FROM pragma_table_xinfo(?1) ORDER BY cid")?;
    let rows = info.query_map([table], |row| {
        Ok((
            row.get::<_, String>(0)?,
            row.get::<_, String>(1)?,
            row.get::<_, i64>(2)?,
            row.get::<_, i64>(3)?,
        ))
    })?;
    let mut columns = Vec::new();
    let (mut has_id, mut has_blob) = (false, false);
    for row in rows {
        let (name, kind, key, hidden) = row?;
        if key > 0 {
            has_id = name == "id" && kind == "INTEGER";
            continue;
        }
        // ANY could hold a BLOB, which JSON cannot.
        let is_blob = kind == "BLOB" || kind == "ANY";
        has_blob |= is_blob;
        let is_left_out = area.unlogged.contains(&format!("{table}.{name}").as_str());
        if hidden == 0 && !is_blob && !is_left_out {
            columns.push(name);
        }
    }
    if has_id {
        Ok((columns, has_blob))
    } else {
        Err(DbError::Schema(format!("{table} has no id INTEGER PRIMARY KEY")))
    }
}
