use super::*;
use crate::{Reader, list_backups};

const GROWN: Area = Area {
    migrations: &[
        PARTI.migrations[0],
        Migration {
            version: 2,
            sql: "ALTER TABLE parti ADD COLUMN citta TEXT; UPDATE parti SET citta = 'Forlì' WHERE id > 0;",
        },
    ],
    ..PARTI
};
const V2: Schema = Schema {
    areas: &[&GROWN, &DOCUMENTI],
    ..SCHEMA
};
const BROKEN: Area = Area {
    migrations: &[
        PARTI.migrations[0],
        Migration {
            version: 2,
            sql: "PRAGMA defer_foreign_keys = ON; DELETE FROM parti WHERE id > 0;",
        },
    ],
    ..PARTI
};
const SLOPPY: Area = Area {
    migrations: &[Migration {
        version: 1,
        sql: "CREATE TABLE parti (id INTEGER PRIMARY KEY, nome TEXT)",
    }],
    ..PARTI
};

fn path(folder: &TempDir) -> std::path::PathBuf {
    folder.path().join("ditta.f1c")
}

#[test]
fn an_older_file_is_backed_up_and_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let archive = create(&folder);
    archive
        .write("a", "save", &when(1), |tx| add_parte(tx, "uno"))
        .unwrap();
    drop(archive);
    assert_eq!(Reader::open(&path(&folder), &V2).unwrap_err().code(), "db_older");
    let archive = Archive::open(&path(&folder), &V2, "prova", &when(2), &Options::default()).unwrap();
    let citta: String = archive
        .read(|r| {
            Ok::<_, DbError>(
                r.sql()
                    .query_row("SELECT citta FROM parti", [], |row| row.get(0))?,
            )
        })
        .unwrap();
    assert_eq!(citta, "Forlì");
    assert_eq!(archive.undo(&when(3)).unwrap_err().code(), "db_undo_barrier");
    let saved = list_backups(&archive.backup_folder()).unwrap();
    assert_eq!(dump(&Reader::open(&saved[0].path, &SCHEMA).unwrap()).len(), 2);
    drop(archive);
    let newer = Archive::open(&path(&folder), &SCHEMA, "prova", &when(4), &Options::default()).unwrap_err();
    assert!(matches!(newer, DbError::Newer { found: 2, known: 1 }));
}

#[test]
fn a_migration_that_breaks_references_is_rolled_back() {
    const V2: Schema = Schema {
        areas: &[&BROKEN, &DOCUMENTI],
        ..SCHEMA
    };
    let folder = tempfile::tempdir().unwrap();
    let archive = create(&folder);
    archive
        .write("a", "save", &when(1), |tx| {
            add_parte(tx, "uno").and_then(|p| add_documento(tx, p, 1, &[1]))
        })
        .unwrap();
    let before = archive.read(|r| Ok::<_, DbError>(dump(r))).unwrap();
    drop(archive);
    let error = Archive::open(&path(&folder), &V2, "prova", &when(2), &Options::default()).unwrap_err();
    assert_eq!(error.code(), "db_migration");
    assert_eq!(
        reopen(&folder, 3).read(|r| Ok::<_, DbError>(dump(r))).unwrap(),
        before
    );
}

#[test]
fn a_table_the_log_cannot_follow_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let schema = Schema {
        areas: &[&SLOPPY],
        ..SCHEMA
    };
    let error = Archive::create(&path(&folder), &schema, "prova", &when(0), &Options::default()).unwrap_err();
    assert_eq!(error.code(), "db_schema");
}
