//! Undo and redo: the reverse replay of a logged write in a new write, so that it is itself logged and undoable.

use rusqlite::OptionalExtension;

use crate::log::{change_of, pruned_to, quoted, text};
use crate::schema::{Table, Tables};
use crate::tx::Kind;
use crate::{Archive, Change, Committed, DbError, Refusal, Sql, Tx, When};

/// A write that can be turned back, as a menu shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UndoneVerb {
    /// The write in the change log.
    pub tx: i64,
    /// Who made it.
    pub actor: String,
    /// What it was.
    pub verb: String,
    /// When it was made.
    pub at: jiff::Timestamp,
}

const NEWEST_WRITE: &str = "SELECT id, actor, verb, at_ms, is_barrier FROM db_tx
    WHERE reverted_by IS NULL AND (log_rows > 0 OR is_barrier = 1) AND kind <> 1 ORDER BY id DESC LIMIT 1";
const NEWEST_UNDO: &str = "SELECT id, actor, verb, at_ms, is_barrier FROM db_tx u
    WHERE reverted_by IS NULL AND (log_rows > 0 OR is_barrier = 1) AND kind = 1 AND NOT EXISTS
    (SELECT 1 FROM db_tx w WHERE w.id > u.id AND w.kind = 0 AND (w.log_rows > 0 OR w.is_barrier = 1)) ORDER BY id DESC LIMIT 1";

/// The write that `Archive::undo` would turn back.
///
/// # Errors
/// Any failure to read.
pub fn last_undoable(sql: &impl Sql) -> Result<Option<UndoneVerb>, DbError> {
    allowed(sql, candidate(sql, NEWEST_WRITE)?)
}

/// The undone write that `Archive::redo` would make again.
///
/// # Errors
/// Any failure to read.
pub fn last_redoable(sql: &impl Sql) -> Result<Option<UndoneVerb>, DbError> {
    allowed(sql, candidate(sql, NEWEST_UNDO)?)
}

fn allowed(sql: &impl Sql, found: Option<(UndoneVerb, bool)>) -> Result<Option<UndoneVerb>, DbError> {
    let kept_from = pruned_to(sql.sql())?;
    Ok(found
        .filter(|(step, is_barrier)| !is_barrier && step.tx > kept_from)
        .map(|(step, _)| step))
}

fn candidate(sql: &impl Sql, query: &str) -> Result<Option<(UndoneVerb, bool)>, DbError> {
    let row = sql.sql().prepare_cached(query)?.query_row([], |row| {
        let at = jiff::Timestamp::from_millisecond(row.get(3)?).unwrap_or_default();
        Ok((
            UndoneVerb {
                tx: row.get(0)?,
                actor: row.get(1)?,
                verb: row.get(2)?,
                at,
            },
            row.get(4)?,
        ))
    });
    Ok(row.optional()?)
}

impl Archive {
    /// Turns back the last write that stands.
    ///
    /// # Errors
    /// `NothingToUndo`; `UndoRefused` at a barrier, when rows changed since, or when the old values are gone.
    pub fn undo(&self, when: &When) -> Result<Committed<UndoneVerb>, DbError> {
        self.revert(NEWEST_WRITE, |of| Kind::Undo { of }, when)
    }

    /// Makes the last undone write again, unless something was written since.
    ///
    /// # Errors
    /// As `undo`.
    pub fn redo(&self, when: &When) -> Result<Committed<UndoneVerb>, DbError> {
        self.revert(NEWEST_UNDO, |of| Kind::Redo { of }, when)
    }

    fn revert(
        &self,
        query: &str,
        kind: fn(i64) -> Kind,
        when: &When,
    ) -> Result<Committed<UndoneVerb>, DbError> {
        let writer = self.writer()?;
        let conn = crate::tx::Raw(writer.conn());
        let (step, is_barrier) = candidate(&conn, query)?.ok_or(DbError::NothingToUndo)?;
        if is_barrier {
            return Err(DbError::UndoRefused(Refusal::Barrier));
        }
        if step.tx <= pruned_to(writer.conn())? {
            return Err(DbError::UndoRefused(Refusal::Expired));
        }
        let replayed = writer.write((&step.actor, &step.verb, kind(step.tx)), when, |tx| {
            replay(tx, writer.tables(), step.tx)
        });
        match replayed {
            Ok(done) => Ok(Committed {
                value: step,
                touched: done.touched,
                tx: done.tx,
            }),
            // A row that others now refer to, or whose unique value was taken.
            Err(DbError::Constraint(_)) => Err(DbError::UndoRefused(Refusal::Changed)),
            Err(other) => Err(other),
        }
    }
}

/// Walks the log of a write backwards. Each step meets exactly the row the log left, or all is refused.
fn replay(tx: &Tx<'_>, tables: &Tables, of: i64) -> Result<(), DbError> {
    let conn = tx.sql();
    conn.pragma_update(None, "defer_foreign_keys", true)?;
    let mut log = conn.prepare_cached(
        "SELECT table_name, row_id, op, old_values FROM db_log WHERE tx = ?1 ORDER BY id DESC",
    )?;
    let steps = log.query_map([of], |row| {
        Ok((
            row.get::<_, String>(0)?,
            row.get::<_, i64>(1)?,
            row.get::<_, String>(2)?,
            row.get::<_, Option<String>>(3)?,
        ))
    })?;
    let changed = DbError::UndoRefused(Refusal::Changed);
    // Read before the first change: the replay writes into the same log.
    let steps: Vec<_> = steps.collect::<Result<_, _>>()?;
    for (name, row_id, op, old) in steps {
        let Some(table) = tables.get(&name) else {
            return Err(changed);
        };
        let done = match change_of(&op) {
            Change::Inserted => conn
                .prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", quoted(&name)))?
                .execute([row_id])?,
            Change::Updated => conn
                .prepare_cached(&update_sql(&name, table))?
                .execute((row_id, old))?,
            Change::Deleted if table.has_blob => return Err(DbError::UndoRefused(Refusal::Expired)),
            Change::Deleted => conn
                .prepare_cached(&insert_sql(&name, table))?
                .execute((row_id, old))?,
        };
        if done != 1 {
            return Err(changed);
        }
    }
    Ok(())
}

fn update_sql(name: &str, table: &Table) -> String {
    let sets: Vec<String> = table
        .columns
        .iter()
        .map(|c| format!("{} = {}", quoted(c), old_value(c)))
        .collect();
    format!("UPDATE {} SET {} WHERE id = ?1", quoted(name), sets.join(", "))
}

fn insert_sql(name: &str, table: &Table) -> String {
    let columns: Vec<String> = std::iter::once("id".to_owned())
        .chain(table.columns.iter().map(|c| quoted(c)))
        .collect();
    let values: Vec<String> = std::iter::once("?1".to_owned())
        .chain(table.columns.iter().map(|c| old_value(c)))
        .collect();
    format!(
        "INSERT INTO {} ({}) SELECT {}",
        quoted(name),
        columns.join(", "),
        values.join(", ")
    )
}

/// The old value of a column out of the JSON in ?2; the column exists in it because a migration is a barrier.
fn old_value(column: &str) -> String {
    format!("?2 ->> {}", text(&format!("$.{}", quoted(column))))
}
