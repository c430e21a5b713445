//! Containers of every form, with members good and bad.

mod archives;
mod hostile;
mod mails;
mod signed;

use std::io::{Cursor, Write};

use super::{IntakeError, Item, Kind, Options, open};

const XML: &[u8] = b"<p:FatturaElettronica xmlns:p='x' versione='FPR12'/>";

/// A zip of members with their bytes.
fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer
            .start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn all(name: &str, bytes: &[u8]) -> Vec<Item> {
    open(name, bytes, &Options::default())
}

/// Member, kind and reason of every item.
fn told(items: &[Item]) -> Vec<(&str, Kind, Option<&IntakeError>)> {
    items
        .iter()
        .map(|item| (item.member.as_str(), item.kind, item.content.as_ref().err()))
        .collect()
}
