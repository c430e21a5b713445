use std::path::Path;

use super::*;
use crate::backup::backup_name;
use crate::{Reader, backup, list_backups, restore, rotate};

fn filled(folder: &TempDir) -> Archive {
    let archive = create(folder);
    archive
        .write("a", "save", &when(1), |tx| add_parte(tx, "uno"))
        .unwrap();
    archive
}

fn dump_of(path: &Path) -> Vec<String> {
    dump(&Reader::open(path, &SCHEMA).unwrap())
}

#[test]
fn a_backup_of_a_running_archive_is_one_good_file() {
    let folder = tempfile::tempdir().unwrap();
    let archive = filled(&folder);
    let report = archive.backup(&when(2), None).unwrap();
    archive
        .write("a", "save", &when(3), |tx| add_parte(tx, "due"))
        .unwrap();
    assert_eq!(dump_of(&report.path).len(), 2);
    let files: Vec<_> = std::fs::read_dir(archive.backup_folder())
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    assert_eq!(
        files,
        std::slice::from_ref(&report.path),
        "a reader leaves nothing beside a backup"
    );
    assert_eq!(
        list_backups(&archive.backup_folder()).unwrap()[0].path,
        report.path
    );
    let again = archive.read(|r| backup(r, &report.path, None)).unwrap_err();
    assert_eq!(again.code(), "db_exists");
    let refused = archive
        .read(|r| backup(r, &folder.path().join("x"), Some(&|_| Err("totali".to_owned()))))
        .unwrap_err();
    assert_eq!(refused.code(), "db_bad_backup");
    assert!(!folder.path().join("x").exists() && !folder.path().join("x.partial").exists());
}

#[test]
fn two_backups_of_one_moment_stand_side_by_side() {
    let folder = tempfile::tempdir().unwrap();
    let archive = filled(&folder);
    let first = archive.backup(&when(2), None).unwrap().path;
    let second = archive.backup(&when(2), None).unwrap().path;
    let listed: Vec<_> = list_backups(&archive.backup_folder())
        .unwrap()
        .into_iter()
        .map(|file| file.path)
        .collect();
    assert_eq!(listed, [second, first.clone()], "the later one counts as newer");
    let path = archive.path().to_owned();
    let backups = archive.backup_folder();
    drop(archive);
    let restored = restore(&first, &path, &SCHEMA, "prova", &when(2), &backups, None).unwrap();
    assert_eq!(dump_of(&restored.safety.unwrap()), dump_of(&first));
    assert_eq!(list_backups(&backups).unwrap().len(), 3);
}

#[test]
fn rotation_keeps_5_last_14_days_8_weeks_24_months() {
    let folder = tempfile::tempdir().unwrap();
    let name = |hour: u32| backup_name(Path::new("a-b.f1c"), when(hour * 3_600).at);
    (0..24 * 400)
        .step_by(6)
        .for_each(|hour| std::fs::write(folder.path().join(name(hour)), "x").unwrap());
    std::fs::write(folder.path().join("altro.txt"), "x").unwrap();
    std::fs::write(folder.path().join(format!("{}.partial", name(1))), "x").unwrap();
    rotate(folder.path(), &when(24 * 400 * 3_600)).unwrap();
    let left = list_backups(folder.path()).unwrap();
    // 14 days, of which the last two have 3 more backups each among the last 5; 6 older weeks; 12 older months.
    assert!(
        (14 + 3 + 6 + 11..=14 + 4 + 7 + 13).contains(&left.len()),
        "{}",
        left.len()
    );
    assert!(left[0].path.ends_with(name(24 * 400 - 6)) && left[4].path.ends_with(name(24 * 400 - 30)));
    assert!(folder.path().join("altro.txt").exists());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), left.len() + 1);
    assert!(rotate(folder.path(), &when(24 * 400 * 3_600)).unwrap().is_empty());
}

#[test]
fn a_restore_brings_back_the_backup_and_keeps_the_present() {
    let folder = tempfile::tempdir().unwrap();
    let archive = filled(&folder);
    let path = archive.path().to_owned();
    let saved = archive.backup(&when(2), None).unwrap().path;
    archive
        .write("a", "save", &when(3), |tx| add_parte(tx, "due"))
        .unwrap();
    let safety = folder.path().join("prima");
    let run = |candidate: &Path, n| restore(candidate, &path, &SCHEMA, "prova", &when(n), &safety, None);
    assert_eq!(run(&saved, 4).unwrap_err().code(), "db_in_use");
    drop(archive);
    // A log of the present left behind, and one beside the backup: neither may reach the restored file.
    std::fs::write(format!("{}-wal", path.display()), "stale").unwrap();
    std::fs::write(format!("{}-wal", saved.display()), "stale").unwrap();
    let report = run(&saved, 5).unwrap();
    assert_eq!(dump_of(&path).len(), 2);
    assert_eq!(dump_of(&report.safety.unwrap()).len(), 4);
    let archive = reopen(&folder, 6);
    assert_eq!(archive.undo(&when(7)).unwrap_err().code(), "db_undo_barrier");
    drop(archive);
    std::fs::write(folder.path().join("finto"), "x".repeat(9_000)).unwrap();
    assert_eq!(
        run(&folder.path().join("finto"), 8).unwrap_err().code(),
        "db_not_archive"
    );
    assert_eq!(run(&path, 9).unwrap_err().code(), "db_bad_backup");
    assert_eq!(dump_of(&path).len(), 2);
    let elsewhere = folder.path().join("altrove.f1c");
    let report = restore(&saved, &elsewhere, &SCHEMA, "prova", &when(10), &safety, None).unwrap();
    assert_eq!((report.safety, report.aside), (None, None), "nothing stood there");
    assert_eq!(dump_of(&elsewhere).len(), 2);
}

#[test]
fn a_damaged_archive_is_kept_when_a_backup_takes_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let archive = filled(&folder);
    let path = archive.path().to_owned();
    let saved = archive.backup(&when(2), None).unwrap().path;
    drop(archive);
    std::fs::write(&path, "rotto".repeat(3_000)).unwrap();
    let report = restore(
        &saved,
        &path,
        &SCHEMA,
        "prova",
        &when(3),
        &folder.path().join("prima"),
        None,
    )
    .unwrap();
    assert_eq!(dump_of(&path).len(), 2);
    let kept = report.aside.unwrap().join("ditta.f1c");
    assert_eq!(std::fs::read(kept).unwrap().len(), 15_000);
}

#[test]
fn an_interrupted_restore_ends_on_the_old_or_the_restored_archive() {
    let folder = tempfile::tempdir().unwrap();
    let archive = filled(&folder);
    let path = archive.path().to_owned();
    let saved = archive.backup(&when(2), None).unwrap().path;
    archive
        .write("a", "save", &when(3), |tx| add_parte(tx, "due"))
        .unwrap();
    drop(archive);
    let aside = folder.path().join("ditta.f1c.before-x");
    let (copy, marker) = (
        folder.path().join("ditta.f1c.restored"),
        folder.path().join("ditta.f1c.restoring"),
    );
    // Cut off after the old file was moved aside, before the copy was placed.
    std::fs::create_dir(&aside).unwrap();
    std::fs::copy(&saved, &copy).unwrap();
    std::fs::write(&marker, aside.as_os_str().as_encoded_bytes()).unwrap();
    std::fs::rename(&path, aside.join("ditta.f1c")).unwrap();
    drop(reopen(&folder, 4));
    assert_eq!(dump_of(&path).len(), 4);
    assert!(!copy.exists() && !marker.exists() && !aside.exists());
    // Cut off after the copy was placed.
    std::fs::create_dir(&aside).unwrap();
    std::fs::write(&marker, aside.as_os_str().as_encoded_bytes()).unwrap();
    std::fs::rename(&path, aside.join("ditta.f1c")).unwrap();
    std::fs::copy(&saved, &path).unwrap();
    drop(reopen(&folder, 5));
    assert_eq!(dump_of(&path).len(), 2);
    // As before, but what was placed is bad: the old one comes back.
    std::fs::write(&marker, aside.as_os_str().as_encoded_bytes()).unwrap();
    std::fs::write(&path, "rotto".repeat(3_000)).unwrap();
    drop(reopen(&folder, 6));
    assert_eq!(dump_of(&path).len(), 4);
}
