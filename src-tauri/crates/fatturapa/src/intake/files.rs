//! Files and folders of the disk. Links are not followed.

use std::{
    fs::{self, File},
    io::{self, BufReader, Read, Seek, SeekFrom},
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use super::{
    IntakeError, Kind, archive,
    budget::Budget,
    metadata::MetadataFiles,
    sniff::{self, Looks},
    walk::{Place, Walk},
};

/// A zip up to this size is read at once, which is faster; a larger one as it goes.
const AT_ONCE: u64 = 24 << 20;
/// So much of the beginning tells what a file is.
const HEAD: u64 = 16 << 10;
/// How deep folders are followed.
const DEEPEST: u32 = 32;

/// Opens what somebody named: a link that leads to it is followed.
pub(super) fn visit(walk: &mut Walk<'_>, path: &Path) -> ControlFlow<()> {
    let place = walk.place_of(&name(path));
    // a link that leads nowhere, or in circles, is told as the link that it is
    let what = fs::metadata(path).or_else(|_| fs::symlink_metadata(path));
    entry(walk, path, place, what, 0)
}

/// Opens what was found in a folder: a link is told.
pub(super) fn visit_found(walk: &mut Walk<'_>, path: &Path) -> ControlFlow<()> {
    let place = walk.place_of(&name(path));
    entry(walk, path, place, fs::symlink_metadata(path), 0)
}

fn entry(
    walk: &mut Walk<'_>,
    path: &Path,
    place: Place,
    what: io::Result<fs::Metadata>,
    depth: u32,
) -> ControlFlow<()> {
    match what {
        Ok(what) if what.is_symlink() => walk.bad(place, Kind::Other, IntakeError::Link),
        Ok(what) if what.is_dir() && depth > DEEPEST => {
            walk.bad(place, Kind::Folder, IntakeError::TooDeep { limit: DEEPEST })
        }
        Ok(what) if what.is_dir() => folder(walk, path, &place, depth),
        Ok(what) if what.is_file() => file(walk, path, place),
        Ok(_) => walk.bad(place, Kind::Other, IntakeError::Device),
        Err(error) => walk.bad(place, Kind::Other, IntakeError::Unreadable(error.kind())),
    }
}

fn name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// The entries in the order of their names, so that the same folder gives the same items on every system.
fn folder(walk: &mut Walk<'_>, path: &Path, place: &Place, depth: u32) -> ControlFlow<()> {
    let entries = fs::read_dir(path).and_then(|entries| {
        entries
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<io::Result<Vec<PathBuf>>>()
    });
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(error) => return walk.bad(place.clone(), Kind::Folder, IntakeError::Unreadable(error.kind())),
    };
    entries.sort();
    let metadata = MetadataFiles::among(&entries);
    for entry in &entries {
        let mut inside = place.inside(&name(entry));
        inside.depth = 0;
        inside.metadata = metadata.of(&inside.name);
        self::entry(
            walk,
            entry,
            inside,
            fs::symlink_metadata(entry),
            depth.saturating_add(1),
        )?;
    }
    ControlFlow::Continue(())
}

fn file(walk: &mut Walk<'_>, path: &Path, place: Place) -> ControlFlow<()> {
    match opened(walk, path, &place) {
        Ok(flow) => flow,
        Err(error) => walk.bad(place, Kind::Other, error),
    }
}

fn opened(walk: &mut Walk<'_>, path: &Path, place: &Place) -> Result<ControlFlow<()>, IntakeError> {
    let unreadable = |error: io::Error| IntakeError::Unreadable(error.kind());
    let mut file = File::open(path).map_err(unreadable)?;
    let length = file.metadata().map_err(unreadable)?.len();
    // Room for what is read and for the read that finds the end.
    let room = |most: u64| usize::try_from(length.min(most).saturating_add(1)).unwrap_or_default();
    let mut bytes = Vec::with_capacity(room(HEAD));
    (&mut file)
        .take(HEAD)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    let looks = sniff::looks(&bytes);
    walk.budget = Budget::new(&walk.options.limits, length);
    if looks == Looks::Zip && length > AT_ONCE {
        file.seek(SeekFrom::Start(0)).map_err(unreadable)?;
        return Ok(archive::visit(walk, BufReader::new(file), place.clone()));
    }
    let limit = match looks {
        Looks::Zip | Looks::Cms | Looks::Encoded | Looks::Mail => walk.limits().container_bytes,
        _ => walk.limits().file_bytes,
    };
    if length > limit {
        return Err(IntakeError::TooLarge { limit });
    }
    let is_whole = u64::try_from(bytes.len()).is_ok_and(|read| read < HEAD);
    if !is_whole {
        bytes.reserve_exact(room(limit).saturating_sub(bytes.len()));
        file.take(limit).read_to_end(&mut bytes).map_err(unreadable)?;
    }
    Ok(walk.visit(place.clone(), bytes.into()))
}
