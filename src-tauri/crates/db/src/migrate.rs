//! Brings the file to the newest version, one transaction per version.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::verify::{PageProblem, verify_connection};
use crate::{DbError, Id, Schema, When};

const OWN_SQL: &str = include_str!("own.sql");

/// Runs every version between the file's and the schema's. A version that fails its check is rolled back whole.
pub(crate) fn migrate(conn: &Connection, schema: &Schema, from: u32, when: &When) -> Result<(), DbError> {
    for version in from.saturating_add(1)..=schema.version() {
        let tx = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
        run_version(&tx, schema, version, when)?;
        check(&tx, schema, version)?;
        tx.commit()?;
    }
    Ok(())
}

fn run_version(conn: &Connection, schema: &Schema, version: u32, when: &When) -> Result<(), DbError> {
    if version == 1 {
        conn.pragma_update(None, "application_id", schema.application_id)?;
        conn.execute_batch(OWN_SQL)?;
        let archive_id = Id::first(when, 0);
        conn.execute(
            "INSERT INTO db_meta (id, name, value) VALUES (1, 'archive_id', ?1)",
            [archive_id.to_string()],
        )?;
        conn.execute(
            "INSERT INTO db_meta (id, name, value) VALUES (2, 'pruned_to', '0')",
            [],
        )?;
    }
    let steps = schema
        .areas
        .iter()
        .flat_map(|area| area.migrations.iter().map(move |step| (area.name, step)));
    for (area, step) in steps.filter(|(_, step)| step.version == version) {
        conn.execute_batch(step.sql)
            .map_err(|error| match DbError::from(error) {
                DbError::Sql(error) => DbError::Schema(format!("{area} version {version}: {error}")),
                other => other,
            })?;
    }
    if version > 1 {
        crate::log::record_barrier(conn, when, "migrate")?;
    }
    conn.pragma_update(None, "user_version", version)?;
    Ok(())
}

fn check(conn: &Connection, schema: &Schema, version: u32) -> Result<(), DbError> {
    crate::schema::read_tables(conn, schema)?;
    match verify_connection(conn)?.first() {
        None => Ok(()),
        Some(PageProblem::Pages(detail)) => Err(DbError::Migration {
            version,
            detail: detail.clone(),
        }),
        Some(PageProblem::Reference { table, parent, .. }) => Err(DbError::Migration {
            version,
            detail: format!("{table} refers to a missing row of {parent}"),
        }),
    }
}
