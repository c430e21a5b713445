//! Random writes, then everything undone, then everything redone.

use proptest::prelude::*;

use super::*;

#[derive(Debug, Clone)]
enum Step {
    AddParte,
    AddDocumento { righe: Vec<i64> },
    Edit { which: usize, nota: Option<String> },
    Renumber { by: i64 },
    DeleteRighe { which: usize },
    DeleteDocumento { which: usize },
    DeleteParte { which: usize },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        Just(Step::AddParte),
        prop::collection::vec(-99_999_i64..99_999, 0..4).prop_map(|righe| Step::AddDocumento { righe }),
        (any::<usize>(), prop::option::of(".{0,12}")).prop_map(|(which, nota)| Step::Edit { which, nota }),
        (-3_i64..3).prop_map(|by| Step::Renumber { by }),
        any::<usize>().prop_map(|which| Step::DeleteRighe { which }),
        any::<usize>().prop_map(|which| Step::DeleteDocumento { which }),
        any::<usize>().prop_map(|which| Step::DeleteParte { which }),
    ]
}

/// The key of the `which`-th row, modulo their number; 0 when there is none.
fn pick(tx: &Tx<'_>, table: &str, which: usize) -> Result<i64, DbError> {
    let mut query = tx
        .sql()
        .prepare_cached(&format!("SELECT id FROM {table} ORDER BY id"))?;
    let ids = query
        .query_map([], |row| row.get(0))?
        .collect::<Result<Vec<i64>, _>>()?;
    Ok(ids.get(which % ids.len().max(1)).copied().unwrap_or(0))
}

fn run(tx: &Tx<'_>, step: &Step) -> Result<(), DbError> {
    let sql = tx.sql();
    match step {
        Step::AddParte => add_parte(tx, &tx.new_id().to_string()).map(|_| ()),
        Step::AddDocumento { righe } => {
            let parte = Id::try_from(pick(tx, "parti", righe.len())?).unwrap_or_else(|_| tx.new_id());
            add_documento(tx, parte, 1, righe).map(|_| ())
        }
        Step::Edit { which, nota } => {
            let id = pick(tx, "documenti", *which)?;
            Ok(sql
                .execute(
                    "UPDATE documenti SET nota = ?1, letto = letto WHERE id = ?2",
                    (nota, id),
                )
                .map(|_| ())?)
        }
        Step::Renumber { by } => Ok(sql
            .execute("UPDATE documenti SET numero = numero + ?1 WHERE id > 0", [by])
            .map(|_| ())?),
        Step::DeleteRighe { which } => {
            let id = pick(tx, "documenti", *which)?;
            Ok(sql
                .execute("DELETE FROM documenti_righe WHERE documento_id = ?1", [id])
                .map(|_| ())?)
        }
        Step::DeleteDocumento { which } => {
            let id = pick(tx, "documenti", *which)?;
            Ok(sql
                .execute("DELETE FROM documenti WHERE id = ?1", [id])
                .map(|_| ())?)
        }
        Step::DeleteParte { which } => {
            let id = pick(tx, "parti", *which)?;
            Ok(sql.execute("DELETE FROM parti WHERE id = ?1", [id]).map(|_| ())?)
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn undo_of_everything_is_the_beginning_and_redo_the_end(writes in prop::collection::vec(prop::collection::vec(step(), 1..6), 1..12)) {
        let folder = tempfile::tempdir().unwrap();
        let archive = create(&folder);
        let dump_now = || archive.read(|r| Ok::<_, DbError>(dump(r))).unwrap();
        let mut states = vec![dump_now()];
        for (steps, n) in writes.iter().zip(1..) {
            // A write whose constraint is refused leaves nothing, which is part of the property.
            let _ = archive.write("a", "save", &when(n), |tx| steps.iter().try_for_each(|step| run(tx, step)));
            if states.last() != Some(&dump_now()) {
                states.push(dump_now());
            }
        }
        let mut undone = 0;
        while archive.undo(&when(100 + undone)).is_ok() {
            undone += 1;
        }
        prop_assert_eq!(archive.undo(&when(500)).unwrap_err().code(), "db_nothing_to_undo");
        prop_assert_eq!(&dump_now(), &states[0]);
        for n in 0..undone {
            archive.redo(&when(1_000 + n)).unwrap();
        }
        prop_assert_eq!(&dump_now(), states.last().unwrap());
        prop_assert_eq!(archive.read(crate::verify_pages).unwrap(), []);
    }
}
