//! Where a file lies: on this computer's disk, in a folder that a cloud program copies, or on a network share.

use std::path::Path;

/// The answer of [`location`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// On a disk of this computer, as far as can be told.
    Local,
    /// In a folder that the named cloud program copies while it changes.
    Synced(&'static str),
    /// On a network share; the kind of file system.
    Network(String),
}

/// Judges by the mount table on Linux, by the form of the path on Windows, and by the names that cloud programs give
/// their folders everywhere. A mapped Windows drive or a macOS share looks local.
#[must_use]
pub fn location(path: &Path) -> Location {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mounts = if cfg!(target_os = "linux") {
        std::fs::read_to_string("/proc/self/mountinfo").ok()
    } else {
        None
    };
    judge(&path, mounts.as_deref().unwrap_or(""))
}

fn judge(path: &Path, mounts: &str) -> Location {
    let text = path.to_string_lossy();
    let is_unc = (text.starts_with(r"\\") && !text.starts_with(r"\\?\") && !text.starts_with(r"\\.\"))
        || text.starts_with(r"\\?\UNC\");
    if is_unc {
        return Location::Network("UNC".to_owned());
    }
    if let Some(kind) = mount_kind(path, mounts).filter(|kind| is_network(kind)) {
        return Location::Network(kind.to_owned());
    }
    match text.split(['/', '\\']).find_map(synced_by) {
        Some(name) => Location::Synced(name),
        None => Location::Local,
    }
}

/// The file system of the deepest mount that holds the path; the later of two on the same point hides the earlier.
fn mount_kind<'a>(path: &Path, mounts: &'a str) -> Option<&'a str> {
    let entries = mounts.lines().filter_map(|line| {
        let (mount, kind) = line.split_once(" - ")?;
        let point = unescape(mount.split(' ').nth(4)?);
        let kind = kind.split(' ').next()?;
        path.starts_with(&point).then_some((point.len(), kind))
    });
    entries.max_by_key(|(depth, _)| *depth).map(|(_, kind)| kind)
}

/// The mount table writes blank, tab, newline and backslash as three octal digits.
fn unescape(point: &str) -> String {
    let pairs = [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")];
    pairs
        .iter()
        .fold(point.to_owned(), |text, (code, plain)| text.replace(code, plain))
}

fn is_network(kind: &str) -> bool {
    const KINDS: [&str; 16] = [
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "afs",
        "ceph",
        "glusterfs",
        "fuse.glusterfs",
        "davfs",
        "fuse.davfs2",
        "fuse.sshfs",
        "fuse.rclone",
        "fuse.gvfsd-fuse",
        "fuse.smbnetfs",
        "ncpfs",
    ];
    KINDS.contains(&kind)
}

/// Names that cloud programs give their folders, alone or followed by ` - ` or ` (` and an account.
fn synced_by(part: &str) -> Option<&'static str> {
    const NAMES: [(&str, &str); 17] = [
        ("onedrive", "OneDrive"),
        ("dropbox", "Dropbox"),
        ("google drive", "Google Drive"),
        ("googledrive", "Google Drive"),
        ("my drive", "Google Drive"),
        ("il mio drive", "Google Drive"),
        ("icloud drive", "iCloud"),
        ("iclouddrive", "iCloud"),
        ("mobile documents", "iCloud"),
        ("cloudstorage", "CloudStorage"),
        ("pclouddrive", "pCloud"),
        ("pcloud drive", "pCloud"),
        ("mega", "MEGA"),
        ("nextcloud", "Nextcloud"),
        ("owncloud", "ownCloud"),
        ("box sync", "Box"),
        ("proton drive", "Proton Drive"),
    ];
    let part = part.to_lowercase();
    let is = |name: &str| {
        part.strip_prefix(name)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(" - ") || rest.starts_with(" ("))
    };
    NAMES
        .iter()
        .find(|(name, _)| is(name))
        .map(|(_, program)| *program)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n\
        30 22 0:40 / /mnt/ufficio\\040uno rw shared:1 - cifs //srv/x rw\n\
        31 22 0:41 / /home/a/nas rw - nfs4 srv:/x rw\n\
        32 31 8:2 / /home/a/nas/locale rw - ext4 /dev/sdb1 rw";

    #[test]
    fn tells_shares_synced_folders_and_disks_apart() {
        let cases = [
            ("/home/a/libri.f1c", Location::Local),
            ("/home/a/nastro/libri.f1c", Location::Local),
            ("/home/a/nas/libri.f1c", Location::Network("nfs4".into())),
            ("/home/a/nas/locale/libri.f1c", Location::Local),
            ("/mnt/ufficio uno/libri.f1c", Location::Network("cifs".into())),
            ("/home/a/Dropbox/libri.f1c", Location::Synced("Dropbox")),
            ("/home/a/Dropbox (Ditta)/libri.f1c", Location::Synced("Dropbox")),
            (
                r"C:\Users\a\OneDrive - Ditta\libri.f1c",
                Location::Synced("OneDrive"),
            ),
            (
                "/Users/a/Library/Mobile Documents/com~apple~CloudDocs/l.f1c",
                Location::Synced("iCloud"),
            ),
            (r"\\server\dati\libri.f1c", Location::Network("UNC".into())),
            (r"\\?\UNC\server\dati\libri.f1c", Location::Network("UNC".into())),
            (r"\\?\C:\dati\libri.f1c", Location::Local),
            ("/home/a/Megalopoli/libri.f1c", Location::Local),
        ];
        for (path, expected) in cases {
            assert_eq!(judge(Path::new(path), MOUNTS), expected, "{path}");
        }
    }
}
