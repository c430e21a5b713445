//! The change log: triggers generated from the schema write it, nobody else does.

use rusqlite::{Connection, OptionalExtension};

use crate::schema::{Table, Tables};
use crate::{DbError, Id, Sql, When};

/// Days for which old values are kept.
const KEEP_DAYS: i64 = 90;
/// Writes for which old values are kept.
const KEEP_WRITES: i64 = 10_000;
const DAY_MS: i64 = 86_400_000;

/// One change of one row, as the history of the row shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct LogEntry {
    /// The write.
    pub tx: i64,
    /// Instant of the write.
    pub at: jiff::Timestamp,
    /// Who.
    pub actor: String,
    /// What was being done.
    pub verb: String,
    /// The write turned another back.
    pub is_undo: bool,
    /// What happened to the row.
    pub change: Change,
    /// The row before, `None` for an insert and once pruned.
    pub old_values: Option<serde_json::Value>,
}

/// What a write did to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The row is new.
    Inserted,
    /// Columns got other values.
    Updated,
    /// The row is gone.
    Deleted,
}

/// Everything that ever happened to a row, newest first.
///
/// # Errors
/// Any failure to read.
pub fn history(sql: &impl Sql, table: &str, id: Id) -> Result<Vec<LogEntry>, DbError> {
    let mut query = sql.sql().prepare_cached(
        "SELECT t.id, t.at_ms, t.actor, t.verb, t.kind = 1, l.op, l.old_values FROM db_log l JOIN db_tx t ON t.id = l.tx
         WHERE l.row_id = ?1 AND l.table_name = ?2 ORDER BY l.id DESC",
    )?;
    let rows = query.query_map((id, table), |row| {
        Ok(LogEntry {
            tx: row.get(0)?,
            at: jiff::Timestamp::from_millisecond(row.get(1)?).unwrap_or_default(),
            actor: row.get(2)?,
            verb: row.get(3)?,
            is_undo: row.get(4)?,
            change: change_of(&row.get::<_, String>(5)?),
            old_values: row
                .get::<_, Option<String>>(6)?
                .and_then(|json| serde_json::from_str(&json).ok()),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The write that gave this id, for rows of tables that the log leaves out.
///
/// # Errors
/// Any failure to read.
pub fn maker(sql: &impl Sql, id: Id) -> Result<Option<LogEntry>, DbError> {
    let mut query = sql.sql().prepare_cached(
        "SELECT id, at_ms, actor, verb, kind = 1 FROM db_tx WHERE id < ?1 AND last_id >= ?1 ORDER BY id DESC LIMIT 1",
    )?;
    let row = query.query_row([id], |row| {
        Ok(LogEntry {
            tx: row.get(0)?,
            at: jiff::Timestamp::from_millisecond(row.get(1)?).unwrap_or_default(),
            actor: row.get(2)?,
            verb: row.get(3)?,
            is_undo: row.get(4)?,
            change: Change::Inserted,
            old_values: None,
        })
    });
    Ok(row.optional()?)
}

/// The row as it stands now, in the shape of [`LogEntry::old_values`]; none when it is gone.
///
/// # Errors
/// Any failure to read.
pub fn current(sql: &impl Sql, table: &str, id: Id) -> Result<Option<serde_json::Value>, DbError> {
    let mut info = sql.sql().prepare_cached(
        "SELECT name FROM pragma_table_xinfo(?1) WHERE pk = 0 AND hidden = 0 AND type <> 'BLOB' ORDER BY cid",
    )?;
    let columns = info.query_map([table], |row| row.get::<_, String>(0))?;
    let pairs: Vec<String> = columns
        .map(|name| name.map(|name| format!("{}, {}", text(&name), quoted(&name))))
        .collect::<Result<_, _>>()?;
    let mut query = sql.sql().prepare_cached(&format!(
        "SELECT json_object({}) FROM {} WHERE id = ?1",
        pairs.join(", "),
        quoted(table)
    ))?;
    let row = query.query_row([id], |row| row.get::<_, String>(0)).optional()?;
    Ok(row.and_then(|json| serde_json::from_str(&json).ok()))
}

/// When something that no undo may cross happened under this verb (`restore`), in order.
///
/// # Errors
/// Any failure to read.
pub fn barriers(sql: &impl Sql, verb: &str) -> Result<Vec<jiff::Timestamp>, DbError> {
    let mut query = sql
        .sql()
        .prepare_cached("SELECT at_ms FROM db_tx WHERE verb = ?1 AND is_barrier = 1 ORDER BY id")?;
    let rows = query.query_map([verb], |row| {
        Ok(jiff::Timestamp::from_millisecond(row.get(0)?).unwrap_or_default())
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A row that a write deleted and that did not come back.
#[derive(Debug, Clone, PartialEq)]
pub struct DeletedRow {
    /// Its key.
    pub id: Id,
    /// When it was deleted.
    pub at: jiff::Timestamp,
    /// The row as it was.
    pub old_values: serde_json::Value,
}

/// Rows of `table` that writes named `verb` deleted, newest first, while their values are kept; at most 500.
///
/// # Errors
/// Any failure to read.
pub fn deleted(sql: &impl Sql, verb: &str, table: &str) -> Result<Vec<DeletedRow>, DbError> {
    let mut query = sql.sql().prepare_cached(
        "SELECT l.row_id, t.at_ms, l.old_values FROM db_tx t JOIN db_log l ON l.tx = t.id
         WHERE t.verb = ?1 AND t.kind <> 1 AND l.table_name = ?2 AND l.op = 'D' AND l.old_values IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM db_log n WHERE n.row_id = l.row_id AND n.tx > l.tx AND n.table_name = ?2)
         ORDER BY t.id DESC, l.id DESC LIMIT 500",
    )?;
    let rows = query.query_map((verb, table), |row| {
        let at = jiff::Timestamp::from_millisecond(row.get(1)?).unwrap_or_default();
        Ok((row.get(0)?, at, row.get::<_, String>(2)?))
    })?;
    let mut found = Vec::new();
    for row in rows {
        let (id, at, json) = row?;
        if let Ok(old_values) = serde_json::from_str(&json) {
            found.push(DeletedRow { id, at, old_values });
        }
    }
    Ok(found)
}

pub(crate) fn change_of(op: &str) -> Change {
    match op {
        "I" => Change::Inserted,
        "U" => Change::Updated,
        _ => Change::Deleted,
    }
}

/// Makes the triggers on this connection. They live in TEMP, so that the file can be written by any SQLite tool
/// without them and a new column never meets an old trigger.
pub(crate) fn install(conn: &Connection, tables: &Tables) -> Result<(), DbError> {
    conn.execute_batch("CREATE TEMP TABLE db_now (id INTEGER PRIMARY KEY, tx INTEGER); INSERT INTO temp.db_now VALUES (1, NULL);")?;
    conn.execute_batch(crate::search::COLLECT)?;
    for (name, table) in tables {
        conn.execute_batch(&triggers(name, table))?;
    }
    Ok(())
}

fn triggers(name: &str, table: &Table) -> String {
    let target = quoted(name);
    let trigger = |kind: &str| quoted(&format!("log_{kind}_{name}"));
    let mut sql = format!(
        "CREATE TEMP TRIGGER {} BEFORE UPDATE OF id ON main.{target} WHEN new.id IS NOT old.id
         BEGIN SELECT RAISE(ABORT, 'an id never changes'); END;",
        trigger("id")
    );
    if !table.is_logged {
        return sql;
    }
    let insert = |row: &str, op: &str, old: &str| {
        format!(
            "INSERT INTO main.db_log (tx, table_name, row_id, op, old_values)
             VALUES ((SELECT tx FROM temp.db_now), {}, {row}.id, '{op}', {old});",
            text(name)
        )
    };
    let pairs: Vec<String> = table
        .columns
        .iter()
        .map(|c| format!("{}, old.{}", text(c), quoted(c)))
        .collect();
    let old = format!("json_object({})", pairs.join(", "));
    sql.push_str(&format!(
        "CREATE TEMP TRIGGER {} AFTER INSERT ON main.{target} BEGIN {} END;
         CREATE TEMP TRIGGER {} AFTER DELETE ON main.{target} BEGIN {} END;",
        trigger("insert"),
        insert("new", "I", "NULL"),
        trigger("delete"),
        insert("old", "D", &old),
    ));
    let changes: Vec<String> = table
        .columns
        .iter()
        .map(|c| format!("new.{0} IS NOT old.{0}", quoted(c)))
        .collect();
    if !changes.is_empty() {
        sql.push_str(&format!(
            "CREATE TEMP TRIGGER {} AFTER UPDATE ON main.{target} WHEN {} BEGIN {} END;",
            trigger("update"),
            changes.join(" OR "),
            insert("old", "U", &old),
        ));
    }
    sql
}

/// An identifier in SQL.
pub(crate) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// A string in SQL.
pub(crate) fn text(value: &str) -> String {
    format!("'{}'", value.replace('\'', "''"))
}

/// The greatest id given so far, from the last write.
pub(crate) fn last_id(conn: &Connection) -> Result<i64, DbError> {
    Ok(conn.query_row(
        "SELECT coalesce(max(last_id), 0) FROM (SELECT last_id FROM db_tx ORDER BY id DESC LIMIT 1)",
        [],
        |r| r.get(0),
    )?)
}

/// Notes something that no undo may cross, outside of any write.
pub(crate) fn record_barrier(conn: &Connection, when: &When, verb: &str) -> Result<(), DbError> {
    let id = Id::first(when, last_id(conn)?);
    conn.execute(
        "INSERT INTO db_tx (id, at_ms, actor, verb, kind, is_barrier, log_rows, last_id) VALUES (?1, ?2, '', ?3, 0, 1, 0, ?1)",
        (id, when.at.as_millisecond(), verb),
    )?;
    Ok(())
}

/// Forgets the old values of writes that can no longer be undone; who did what when stays for ever.
pub(crate) fn prune(conn: &Connection, when: &When) -> Result<(), DbError> {
    let too_old = when
        .at
        .as_millisecond()
        .saturating_sub(KEEP_DAYS.saturating_mul(DAY_MS));
    let cutoff: i64 = conn.query_row(
        "SELECT max(coalesce((SELECT max(id) FROM db_tx WHERE at_ms < ?1), 0),
                    coalesce((SELECT id FROM db_tx ORDER BY id DESC LIMIT 1 OFFSET ?2), 0))",
        (too_old, KEEP_WRITES),
        |row| row.get(0),
    )?;
    let done = pruned_to(conn)?;
    if cutoff > done {
        let tx = rusqlite::Transaction::new_unchecked(conn, rusqlite::TransactionBehavior::Immediate)?;
        tx.execute(
            "UPDATE db_log SET old_values = NULL WHERE tx > ?1 AND tx <= ?2 AND old_values IS NOT NULL",
            (done, cutoff),
        )?;
        tx.execute(
            "UPDATE db_meta SET value = ?1 WHERE name = 'pruned_to'",
            [cutoff.to_string()],
        )?;
        tx.commit()?;
    }
    Ok(())
}

/// Old values of this write and all before it are gone.
pub(crate) fn pruned_to(conn: &Connection) -> Result<i64, DbError> {
    let value: String = conn.query_row("SELECT value FROM db_meta WHERE name = 'pruned_to'", [], |row| {
        row.get(0)
    })?;
    Ok(value.parse().unwrap_or(i64::MAX))
}
