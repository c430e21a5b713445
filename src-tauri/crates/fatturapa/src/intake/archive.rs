//! Zip: the members in the order of the directory, each one read within its limits. A name is only shown, so that no
//! member can be written anywhere; one that leads out is refused all the same.

use std::{
    borrow::Cow,
    io::{self, Read, Seek},
    ops::ControlFlow,
};

use zip::{
    CompressionMethod,
    read::{Config, ZipFileEntry, ZipReadOptions},
    result::ZipError,
    unstable::read::ZipIterable,
};

use super::{
    IntakeError, Kind,
    metadata::{MOST_BYTES, MetadataFiles, is_name},
    names,
    sniff::{self, Looks},
    walk::{Place, Walk},
};

/// Bytes of a member that are read before it is decided how much of it may be read.
const HEAD: u64 = 16 << 10;
/// Below this size any packing is believed.
const SMALL: u64 = 1 << 20;

/// Opens a zip; the first bytes were looked at.
pub(super) fn visit<R: Read + Seek>(walk: &mut Walk<'_>, reader: R, place: Place) -> ControlFlow<()> {
    let mut archive = match ZipIterable::try_new(reader, Config::default()) {
        Ok(archive) => archive,
        Err(error) => return walk.bad(place, Kind::Archive, reason(&error)),
    };
    let members = u64::try_from(archive.len()).unwrap_or(u64::MAX);
    if let Err(error) = walk.budget.enter(members, &walk.options.limits) {
        return walk.bad(place, Kind::Archive, error);
    }
    let metadata = match metadata(walk, &mut archive) {
        Ok(metadata) => metadata,
        Err(error) => return walk.bad(place, Kind::Archive, reason(&error)),
    };
    let files = match archive.files() {
        Ok(files) => files,
        Err(error) => return walk.bad(place, Kind::Archive, reason(&error)),
    };
    let before = walk.handed;
    while let Some(entry) = files.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => return walk.bad(place, Kind::Archive, reason(&error)),
        };
        if entry.is_dir() {
            continue;
        }
        let name = name(&entry);
        let mut member = place.inside(&name);
        member.metadata = metadata.of(&name);
        match read(walk, entry, files.reader_mut(), &name) {
            Ok(bytes) => walk.visit(member, Cow::Owned(bytes))?,
            Err(error) => walk.bad(member, Kind::Other, error)?,
        }
    }
    if walk.handed == before {
        return walk.bad(place, Kind::Archive, IntakeError::Empty);
    }
    ControlFlow::Continue(())
}

/// The metadata files, so that each is at hand when its invoice comes.
fn metadata<R: Read + Seek>(
    walk: &mut Walk<'_>,
    archive: &mut ZipIterable<R>,
) -> Result<MetadataFiles, ZipError> {
    let mut metadata = MetadataFiles::default();
    let files = archive.files()?;
    while let Some(entry) = files.next() {
        let entry = entry?;
        let name = name(&entry);
        if entry.size() > MOST_BYTES || !is_name(&name) {
            continue;
        }
        // what cannot be read here is told when its turn comes
        if let Ok(bytes) = read(walk, entry, files.reader_mut(), &name) {
            metadata.add(&name, bytes);
        }
    }
    Ok(metadata)
}

/// The name as it stands in the directory; what is not UTF-8 is the code page of DOS, as zip has it.
fn name(entry: &ZipFileEntry<'_>) -> String {
    entry.name().map_or_else(
        |_| String::from_utf8_lossy(entry.name_raw()).into_owned(),
        Cow::into_owned,
    )
}

fn read<R: Read + Seek>(
    walk: &mut Walk<'_>,
    entry: ZipFileEntry<'_>,
    reader: &mut R,
    name: &str,
) -> Result<Vec<u8>, IntakeError> {
    if names::leads_out(name) {
        return Err(IntakeError::UnsafeName);
    }
    if entry.is_symlink() {
        return Err(IntakeError::Link);
    }
    if entry.encrypted() {
        return Err(IntakeError::Encrypted);
    }
    if !matches!(
        entry.compression(),
        CompressionMethod::Stored | CompressionMethod::Deflated
    ) {
        return Err(IntakeError::Unsupported(format!("{:?}", entry.compression())));
    }
    let packed = entry.compressed_size();
    let size = entry.size();
    let room = walk.budget.room(walk.limits()).max(walk.limits().file_bytes);
    if size > room {
        return Err(IntakeError::TooLarge { limit: room });
    }
    let mut file = entry
        .with_reader(reader, ZipReadOptions::new())
        .map_err(|error| reason(&error))?;
    let mut bytes = Vec::with_capacity(usize::try_from(size.min(SMALL)).unwrap_or_default());
    unpack(walk, &mut file, &mut bytes, HEAD, packed)?;
    let limit = match sniff::looks(&bytes) {
        Looks::Zip | Looks::Cms | Looks::Encoded | Looks::Mail => walk.budget.room(walk.limits()),
        _ => walk.limits().file_bytes,
    };
    loop {
        let before = bytes.len();
        unpack(walk, &mut file, &mut bytes, SMALL / 4, packed)?;
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit {
            return Err(IntakeError::TooLarge { limit });
        }
        if bytes.len() == before {
            return Ok(bytes);
        }
    }
}

/// Reads up to so many bytes more, and counts them.
fn unpack(
    walk: &mut Walk<'_>,
    file: &mut impl Read,
    bytes: &mut Vec<u8>,
    most: u64,
    packed: u64,
) -> Result<(), IntakeError> {
    let read = file
        .take(most)
        .read_to_end(bytes)
        .map_err(|error| unreadable(&error))?;
    walk.budget.unpack(u64::try_from(read).unwrap_or(u64::MAX))?;
    let unpacked = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let limit = walk.limits().member_ratio;
    if unpacked > SMALL && unpacked / limit > packed {
        return Err(IntakeError::Ratio { limit });
    }
    Ok(())
}

/// A wrong checksum or bad deflate data are said as `InvalidData` or `InvalidInput` by the unpackers.
fn unreadable(error: &io::Error) -> IntakeError {
    match error.kind() {
        io::ErrorKind::InvalidData
        | io::ErrorKind::InvalidInput
        | io::ErrorKind::UnexpectedEof
        | io::ErrorKind::Other => IntakeError::Damaged("zip member"),
        kind => IntakeError::Unreadable(kind),
    }
}

fn reason(error: &ZipError) -> IntakeError {
    match error {
        ZipError::Io(error) => unreadable(error),
        ZipError::UnsupportedArchive(what) if *what == ZipError::PASSWORD_REQUIRED => IntakeError::Encrypted,
        ZipError::UnsupportedArchive(_) => IntakeError::Unsupported("zip".to_owned()),
        ZipError::CompressionMethodNotSupported(method) => IntakeError::Unsupported(format!("zip {method}")),
        _ => IntakeError::Damaged("zip"),
    }
}
