use super::*;
use crate::files::{Swept, bin, open, put, sweep};

#[test]
fn a_file_is_named_by_its_content_and_compared_with_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("allegati");
    let name = put(&root, b"ciao", &when(0)).unwrap();
    assert_eq!(put(&root, b"ciao", &when(1)).unwrap(), name);
    assert_eq!(open(&root, &name).unwrap(), b"ciao");
    let path = root.join(&name[..2]).join(&name);
    std::fs::write(&path, b"ciap").unwrap();
    assert_eq!(open(&root, &name).unwrap_err().code(), "db_file_damaged");
    put(&root, b"ciao", &when(2)).unwrap();
    assert_eq!(open(&root, &name).unwrap(), b"ciao");
    for hostile in ["", "../x", "/etc/passwd", &"A".repeat(64)] {
        assert_eq!(
            open(&root, hostile).unwrap_err().code(),
            "db_file_missing",
            "{hostile}"
        );
    }
}

#[test]
fn a_sweep_takes_old_orphans_and_nothing_else() {
    const DAY: u32 = 86_400;
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("allegati");
    assert_eq!(sweep(&root, &|_| Ok(true), &when(0)).unwrap(), Swept::default());
    let (kept, orphan) = (
        put(&root, b"a", &when(0)).unwrap(),
        put(&root, b"b", &when(0)).unwrap(),
    );
    let young = put(&root, b"c", &when(DAY)).unwrap();
    let partial = root.join(&kept[..2]).join("partial-x");
    std::fs::write(&partial, "x").unwrap();
    std::fs::File::options()
        .write(true)
        .open(&partial)
        .unwrap()
        .set_modified(when(0).at.into())
        .unwrap();
    let named = |name: &str| Ok(name == kept);
    assert_eq!(
        sweep(&root, &named, &when(DAY + 1)).unwrap(),
        Swept {
            binned: 1,
            removed: 1
        }
    );
    assert!(open(&root, &kept).is_ok() && open(&root, &young).is_ok() && open(&root, &orphan).is_err());
    bin(&root, &young, &when(2 * DAY)).unwrap();
    assert_eq!(
        sweep(&root, &named, &when(40 * DAY)).unwrap(),
        Swept {
            binned: 0,
            removed: 2
        }
    );
}
