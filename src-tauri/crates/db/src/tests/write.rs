use super::*;
use crate::{Change, Hit, history, search};

#[test]
fn a_write_is_durable_and_tells_what_it_touched() {
    let folder = tempfile::tempdir().unwrap();
    let archive = create(&folder);
    let written = archive
        .write("anna", "save", &when(1), |tx| {
            add_parte(tx, "Forlì Officina S.r.l.").and_then(|p| add_documento(tx, p, 7, &[9_760]))
        })
        .unwrap();
    assert_eq!(
        written.touched.into_iter().collect::<Vec<_>>(),
        ["documenti", "parti"]
    );
    drop(archive);
    let archive = reopen(&folder, 2);
    let count: i64 = archive
        .read(|r| {
            Ok::<_, DbError>(
                r.sql()
                    .query_row("SELECT count(*) FROM documenti_righe", [], |row| row.get(0))?,
            )
        })
        .unwrap();
    assert_eq!(count, 1);
    let hits = |text: &str, cents| archive.read(|r| search(r, text, cents, 10)).unwrap();
    let ids = |hits: Vec<Hit>| hits.into_iter().map(|hit| hit.id).collect::<Vec<_>>();
    assert_eq!(hits("forli", None).len(), 2);
    assert_eq!(ids(hits("off 7", None)), [written.value]);
    assert_eq!(ids(hits("97,60", Some(9_760))), [written.value]);
    assert_eq!(hits("fficin", None).len(), 2);
    for hostile in [
        "\"",
        "a\" OR \"b",
        "NEAR(",
        "*",
        "text:x",
        "-x",
        "\0",
        "(",
        "^off",
        "",
        "' OR 1=1 --",
    ] {
        hits(hostile, None);
    }
    let log = archive.read(|r| history(r, "documenti", written.value)).unwrap();
    assert_eq!(
        (log[0].actor.as_str(), log[0].verb.as_str(), log[0].change),
        ("anna", "save", Change::Inserted)
    );
}

#[test]
fn an_error_or_a_panic_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let archive = create(&folder);
    let before = archive.read(|r| Ok::<_, DbError>(dump(r))).unwrap();
    let failed = archive.write("a", "save", &when(1), |tx| {
        add_parte(tx, "uno")?;
        Err::<(), _>(DbError::NothingToUndo)
    });
    assert_eq!(failed.unwrap_err().code(), "db_nothing_to_undo");
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        archive.write("a", "save", &when(2), |tx| -> Result<(), DbError> {
            add_parte(tx, "due").unwrap();
            panic!("on purpose")
        })
    }));
    assert!(panicked.is_err());
    let dangling = archive.write("a", "save", &when(3), |tx| {
        add_documento(tx, tx.new_id(), 1, &[1])
    });
    assert_eq!(dangling.unwrap_err().code(), "db_constraint");
    assert_eq!(archive.read(|r| Ok::<_, DbError>(dump(r))).unwrap(), before);
    archive
        .write("a", "save", &when(4), |tx| add_parte(tx, "tre"))
        .unwrap();
}

#[test]
fn ids_of_many_writes_at_one_moment_never_meet() {
    let folder = tempfile::tempdir().unwrap();
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..3 {
        let archive = if seen.is_empty() {
            create(&folder)
        } else {
            reopen(&folder, 0)
        };
        for _ in 0..20 {
            let one = archive.write("a", "save", &when(0), |tx| {
                let id = tx.new_id();
                add_parte(tx, &id.to_string())
            });
            assert!(seen.insert(one.unwrap().value));
        }
    }
}

#[test]
fn an_import_of_many_rows_is_one_write() {
    let folder = tempfile::tempdir().unwrap();
    let archive = create(&folder);
    let done = archive
        .write("a", "import", &when(1), |tx| {
            let parte = add_parte(tx, "Grande Cliente S.p.A.")?;
            (0..2_000).try_for_each(|n| add_documento(tx, parte, n, &[n, 1, 2, 3]).map(|_| ()))
        })
        .unwrap();
    assert_eq!(done.touched.len(), 2);
    archive.optimize().unwrap();
    let hits = archive.read(|r| search(r, "1999 grande", None, 5)).unwrap();
    assert_eq!(hits.len(), 1);
}

#[test]
fn a_check_after_a_search_and_more_writes_reports_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let archive = create(&folder);
    for n in 1..400 {
        archive
            .write("a", "save", &when(n), |tx| {
                add_parte(tx, &format!("parte numero {n}"))
            })
            .unwrap();
        if n % 100 == 99 {
            assert_eq!(archive.read(crate::verify_pages).unwrap(), [], "after {n}");
        }
        archive.read(|r| search(r, "numero", None, 1)).unwrap();
    }
}
