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

/// Changes a closed file behind the program's back.
pub(crate) fn change(path: &std::path::Path, statement: &str) {
    let file = db::rusqlite::Connection::open(path).unwrap();
    assert!(file.execute(statement, []).unwrap() > 0, "{statement}");
}

/// Changes to one paid instalment of 122.00, one after the other, and what the proof says of each.
pub(crate) const HARM_TO_THE_SCHEDULE: &[(&str, &str)] = &[
    (
        "UPDATE scadenze_incassi SET importo_cents = 12201",
        "verifica_incassi",
    ),
    (
        "UPDATE scadenze_incassi SET importo_cents = -1",
        "verifica_incassi",
    ),
    (
        "UPDATE scadenze_incassi SET importo_cents = 12200, rata = 2",
        "verifica_incassi",
    ),
    (
        "UPDATE scadenze_incassi SET rata = 1, compensa_id = id",
        "verifica_incassi",
    ),
    ("UPDATE documenti_rate SET rata = 0", "verifica_scadenze"),
];
