//! What tests ask the file itself: the one place of theirs that speaks SQL.

use db::Sql;

/// Every table, index and trigger of the file as it is stored, by name.
pub(crate) fn schema(sql: &impl Sql) -> String {
    let query =
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY name";
    let mut statement = sql.sql().prepare(query).unwrap();
    let rows = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
    rows.map(|text| text.unwrap() + ";\n\n").collect()
}
