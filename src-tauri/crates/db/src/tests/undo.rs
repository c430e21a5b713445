use super::*;
use crate::{Refusal, last_redoable, last_undoable};

fn all(archive: &Archive) -> Vec<String> {
    archive.read(|r| Ok::<_, DbError>(dump(r))).unwrap()
}

#[test]
fn undo_and_redo_walk_back_and_forth_across_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let archive = create(&folder);
    let parte = archive
        .write("a", "save", &when(1), |tx| add_parte(tx, "uno"))
        .unwrap()
        .value;
    let one = all(&archive);
    archive
        .write("a", "issue", &when(2), |tx| add_documento(tx, parte, 1, &[5, 6]))
        .unwrap();
    let two = all(&archive);
    archive
        .write("b", "delete", &when(3), |tx| {
            Ok::<_, DbError>(tx.sql().execute("DELETE FROM documenti WHERE id > 0", [])?)
        })
        .unwrap();
    let three = all(&archive);
    drop(archive);
    let archive = reopen(&folder, 4);
    assert_eq!(archive.read(last_undoable).unwrap().unwrap().verb, "delete");
    assert_eq!(archive.undo(&when(5)).unwrap().value.actor, "b");
    assert_eq!(all(&archive), two);
    archive.undo(&when(6)).unwrap();
    assert_eq!(all(&archive), one);
    archive.redo(&when(7)).unwrap();
    assert_eq!(all(&archive), two);
    archive.redo(&when(8)).unwrap();
    assert_eq!(all(&archive), three);
    assert_eq!(archive.redo(&when(9)).unwrap_err().code(), "db_nothing_to_undo");
    archive.undo(&when(10)).unwrap();
    assert_eq!(all(&archive), two);
    archive
        .write("a", "save", &when(11), |tx| add_parte(tx, "due"))
        .unwrap();
    assert_eq!(archive.read(last_redoable).unwrap(), None);
}

#[test]
fn a_barrier_and_a_row_changed_behind_the_log_refuse() {
    let folder = tempfile::tempdir().unwrap();
    let archive = create(&folder);
    let parte = archive
        .write("a", "save", &when(1), |tx| add_parte(tx, "uno"))
        .unwrap()
        .value;
    drop(archive);
    let outside = rusqlite::Connection::open(folder.path().join("ditta.f1c")).unwrap();
    outside
        .execute("DELETE FROM parti WHERE id = ?1", [parte])
        .unwrap();
    drop(outside);
    let archive = reopen(&folder, 2);
    assert!(matches!(
        archive.undo(&when(3)),
        Err(DbError::UndoRefused(Refusal::Changed))
    ));
    archive
        .write("a", "send", &when(4), |tx| {
            tx.barrier();
            Ok::<_, DbError>(())
        })
        .unwrap();
    assert!(matches!(
        archive.undo(&when(5)),
        Err(DbError::UndoRefused(Refusal::Barrier))
    ));
    assert_eq!(archive.read(last_undoable).unwrap(), None);
}

#[test]
fn a_row_whose_blob_is_gone_does_not_come_back_without_it() {
    let folder = tempfile::tempdir().unwrap();
    let archive = create(&folder);
    let added = archive.write("a", "save", &when(1), |tx| {
        let logo = (tx.new_id(), add_parte(tx, "uno")?, [1_u8, 2]);
        Ok::<_, DbError>(tx.sql().execute(
            "INSERT INTO parti_loghi (id, parte_id, logo) VALUES (?1, ?2, ?3)",
            logo,
        )?)
    });
    added.unwrap();
    archive.undo(&when(2)).unwrap();
    let before = all(&archive);
    assert!(matches!(
        archive.redo(&when(3)),
        Err(DbError::UndoRefused(Refusal::Expired))
    ));
    assert_eq!(all(&archive), before);
}
