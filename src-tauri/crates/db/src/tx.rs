//! One write: the only way to change the books.

use std::cell::Cell;
use std::collections::{BTreeSet, btree_map::Entry};
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::hooks::Action;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::schema::Tables;
use crate::{DbError, Id, When, search};

/// Something that answers SQL: a write or a reader.
pub trait Sql {
    /// The connection, for statements with bound parameters in a `store.rs`.
    fn sql(&self) -> &Connection;
}

/// A running write. Dropped without commit (error or panic) it leaves nothing.
#[derive(Debug)]
pub struct Tx<'a> {
    conn: &'a Connection,
    when: &'a When,
    next: Cell<Id>,
    is_barrier: Cell<bool>,
}

/// What a write gave back and what it touched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Committed<T> {
    /// The result of the closure.
    pub value: T,
    /// Areas in whose tables a row was inserted, updated or deleted.
    pub touched: BTreeSet<&'static str>,
    /// The write in the change log.
    pub tx: i64,
}

/// A bare connection inside this crate.
pub(crate) struct Raw<'a>(pub(crate) &'a Connection);

impl Sql for Raw<'_> {
    fn sql(&self) -> &Connection {
        self.0
    }
}

/// How a write stands in the change log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Write,
    Undo { of: i64 },
    Redo { of: i64 },
}

impl Sql for Tx<'_> {
    fn sql(&self) -> &Connection {
        self.conn
    }
}

impl Tx<'_> {
    /// A new id, greater than every id given before in this archive.
    #[must_use]
    pub fn new_id(&self) -> Id {
        let id = self.next.get();
        self.next.set(Id::first(self.when, id.get()));
        id
    }

    /// The moment of this write.
    #[must_use]
    pub fn when(&self) -> &When {
        self.when
    }

    /// From here on nothing is undone: not this write, and none before it (issue, send, restore, closed period).
    pub fn barrier(&self) {
        self.is_barrier.set(true);
    }
}

/// The connection that writes, with what it needs to tell what was touched.
#[derive(Debug)]
pub(crate) struct Writer {
    conn: Connection,
    tables: Arc<Tables>,
    /// Rows touched by the running write: the number of the table in `tables`, and the key.
    touched: Arc<Mutex<Vec<(usize, i64)>>>,
    last_id: Cell<i64>,
    /// The disk failed under the search tables or the commit. What FTS5 keeps in memory may now differ from the file
    /// and would call it damaged; only a new connection forgets it.
    is_stale: Cell<bool>,
}

impl Writer {
    /// Installs the triggers of the change log and listens to changed rows.
    pub(crate) fn new(mut conn: Connection, tables: Tables) -> Result<Writer, DbError> {
        crate::log::install(&conn, &tables)?;
        let tables = Arc::new(tables);
        let touched = Arc::new(Mutex::new(Vec::new()));
        let (heard, numbers) = (Arc::clone(&touched), number_tables(&tables));
        let hook = move |_: Action, schema: &str, table: &str, row_id: i64| {
            if let (Some(number), "main") = (numbers.get(table), schema) {
                heard
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push((*number, row_id));
            }
        };
        conn.update_hook(Some(hook))?;
        let last_id = Cell::new(crate::log::last_id(&conn)?);
        Ok(Writer {
            conn,
            tables,
            touched,
            last_id,
            is_stale: Cell::new(false),
        })
    }

    pub(crate) fn conn(&self) -> &Connection {
        &self.conn
    }

    pub(crate) fn is_stale(&self) -> bool {
        self.is_stale.get()
    }

    pub(crate) fn tables(&self) -> &Tables {
        &self.tables
    }

    /// Runs `work` in one transaction, writes the log's head, brings the search up to date, commits.
    pub(crate) fn write<T, E: From<DbError>>(
        &self,
        (actor, verb, kind): (&str, &str, Kind),
        when: &When,
        work: impl FnOnce(&Tx<'_>) -> Result<T, E>,
    ) -> Result<Committed<T>, E> {
        let transaction =
            Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate).map_err(DbError::from)?;
        self.take_touched();
        let id = Id::first(when, self.last_id.get());
        let tx = Tx {
            conn: &self.conn,
            when,
            next: Cell::new(Id::first(when, id.get())),
            is_barrier: Cell::new(false),
        };
        self.conn
            .prepare_cached("UPDATE temp.db_now SET tx = ?1 WHERE id = 1")
            .and_then(|mut now| now.execute([id]))
            .map_err(DbError::from)?;
        let value = work(&tx)?;
        let rows = self.distinct_touched();
        let touched = self.index(&tx, &rows).inspect_err(|_| self.is_stale.set(true))?;
        let last = tx.next.get().get().saturating_sub(1);
        if !rows.is_empty() || tx.is_barrier.get() {
            self.record(&tx, id, (actor, verb, kind), last)?;
        }
        transaction
            .commit()
            .map_err(DbError::from)
            .inspect_err(|_| self.is_stale.set(true))?;
        self.last_id.set(last);
        Ok(Committed {
            value,
            touched,
            tx: id.get(),
        })
    }

    fn record(
        &self,
        tx: &Tx<'_>,
        id: Id,
        (actor, verb, kind): (&str, &str, Kind),
        last: i64,
    ) -> Result<(), DbError> {
        let (code, reverts) = match kind {
            Kind::Write => (0, None),
            Kind::Undo { of } => (1, Some(of)),
            Kind::Redo { of } => (2, Some(of)),
        };
        self.conn
            .prepare_cached(
                "INSERT INTO db_tx (id, at_ms, actor, verb, kind, is_barrier, log_rows, last_id, reverts)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT count(*) FROM db_log WHERE tx = ?1), ?7, ?8)",
            )?
            .execute((
                id,
                tx.when.at.as_millisecond(),
                actor,
                verb,
                code,
                tx.is_barrier.get(),
                last,
                reverts,
            ))?;
        if let Some(of) = reverts {
            self.conn
                .prepare_cached("UPDATE db_tx SET reverted_by = ?1 WHERE id = ?2")?
                .execute((id, of))?;
        }
        Ok(())
    }

    /// Asks each area how its touched rows are to be found; gives the names of the areas.
    fn index(&self, tx: &Tx<'_>, rows: &[(usize, i64)]) -> Result<BTreeSet<&'static str>, DbError> {
        let by_number: Vec<_> = self.tables.values().collect();
        let (mut areas, mut renewed) = (BTreeSet::new(), search::Renewed::new());
        for (number, row_id) in rows {
            let Some(table) = by_number.get(*number) else {
                continue;
            };
            areas.insert(table.area.name);
            let (Some(indexer), Ok(id)) = (table.indexer, Id::try_from(*row_id)) else {
                continue;
            };
            if let Entry::Vacant(entry) = renewed.entry(id) {
                entry.insert((table.area.name, indexer(tx, id)?));
            }
        }
        if !renewed.is_empty() {
            search::renew(tx, &renewed)?;
        }
        Ok(areas)
    }

    fn distinct_touched(&self) -> Vec<(usize, i64)> {
        let mut rows = self.take_touched();
        rows.sort_unstable();
        rows.dedup();
        rows
    }

    fn take_touched(&self) -> Vec<(usize, i64)> {
        std::mem::take(&mut *self.touched.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn number_tables(tables: &Tables) -> std::collections::BTreeMap<String, usize> {
    tables
        .keys()
        .enumerate()
        .map(|(number, name)| (name.clone(), number))
        .collect()
}
