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
    metadata::{self, Pairs},
    sniff::{self, Looks},
    walk::{Place, Walk},
};

/// A zip up to this size is read at once, which is faster; a larger one as it goes.
const AT_ONCE: u64 = 24 << 20;
/// So much of the beginning tells what a file is.
const HEAD: u64 = 16 << 10;
/// How deep folders are followed.
const DEEPEST: u32 = 32;

pub(super) fn visit(walk: &mut Walk<'_>, path: &Path) -> ControlFlow<()> {
    match fs::metadata(path) {
        Ok(what) if what.is_dir() => folder(walk, path, &Place::default(), 0),
        Ok(_) => file(walk, path, Place::of_file(&name(path))),
        Err(error) => walk.bad(
            Place::of_file(&name(path)),
            Kind::Other,
            IntakeError::Unreadable(error.kind()),
        ),
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
    let pairs = pairs(&entries);
    for entry in &entries {
        let mut inside = place.inside(&name(entry));
        inside.depth = 0;
        match fs::symlink_metadata(entry) {
            Ok(what) if what.is_symlink() => walk.bad(inside, Kind::Other, IntakeError::Link)?,
            Ok(what) if what.is_dir() && depth >= DEEPEST => {
                walk.bad(inside, Kind::Folder, IntakeError::TooDeep { limit: DEEPEST })?;
            }
            Ok(what) if what.is_dir() => folder(walk, entry, &inside, depth.saturating_add(1))?,
            Ok(what) if what.is_file() => {
                inside.metadata = pairs.of(&inside.name);
                file(walk, entry, inside)?;
            }
            Ok(_) => walk.bad(inside, Kind::Other, IntakeError::Unsupported("device".to_owned()))?,
            Err(error) => walk.bad(inside, Kind::Other, IntakeError::Unreadable(error.kind()))?,
        }
    }
    ControlFlow::Continue(())
}

/// The metadata files of a folder, so that each is at hand when its invoice comes.
fn pairs(entries: &[PathBuf]) -> Pairs {
    let mut pairs = Pairs::default();
    for path in entries.iter().filter(|path| metadata::is_name(&name(path))) {
        let is_small =
            fs::symlink_metadata(path).is_ok_and(|what| what.is_file() && what.len() <= metadata::MOST_BYTES);
        // what cannot be read here is told when its turn comes
        if let Some(content) = fs::read(path).ok().filter(|_| is_small) {
            pairs.add(&name(path), content);
        }
    }
    pairs
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
