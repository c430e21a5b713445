use std::{fs, io::Cursor, ops::ControlFlow};

use super::{XML, all, told, zip};
use crate::intake::{IntakeError, Item, Kind, Options, each, each_in};

const MT: &[u8] = b"<t:FileMetadati xmlns:t='x'><IdentificativoSdI>7</IdentificativoSdI>\
    <NomeFile>IT1_00002.xml.p7m</NomeFile></t:FileMetadati>";

#[test]
fn a_bare_file_is_one_item() {
    let items = all("IT01234567897_00001.XML", XML);
    assert_eq!(told(&items), [("", Kind::Fattura, None)]);
    assert_eq!(items[0].file_name, "IT01234567897_00001.XML");
    assert_eq!(items[0].original(), Some(XML));
    assert_eq!(all("wrong.pdf", XML)[0].file_name, "wrong.pdf.xml");
    assert_eq!(
        told(&all("a.xml", b"")),
        [("", Kind::Other, Some(&IntakeError::Empty))]
    );
    assert_eq!(
        told(&all("a.rar", b"Rar!\x1a\x07\0")),
        [(
            "",
            Kind::Archive,
            Some(&IntakeError::Unsupported("RAR".to_owned()))
        )]
    );
}

#[test]
fn every_member_of_a_zip_is_told() {
    let inner = zip(&[("dentro.xml", XML)]);
    let bytes = zip(&[
        ("2026/IT1_00001.xml", XML),
        ("__MACOSX/2026/._IT1_00001.xml", b"\0\x05\x16\x07"),
        (r"2026\nov\IT1_00002.xml", XML),
        ("IT1_00002_MT_001.xml", MT),
        ("interno.zip", &inner),
        ("note.txt", b"ciao"),
        ("vuoto.xml", b""),
        ("../fuori.xml", XML),
        (
            "base64.txt",
            b"PHA6RmF0dHVyYUVsZXR0cm9uaWNhIHhtbG5zOnA9\r\nJ3gnLz4=",
        ),
    ]);
    let items = all("consegna.zip", &bytes);
    let unsafe_name = IntakeError::UnsafeName;
    let empty = IntakeError::Empty;
    assert_eq!(
        told(&items),
        [
            ("2026/IT1_00001.xml", Kind::Fattura, None),
            ("__MACOSX/2026/._IT1_00001.xml", Kind::System, None),
            ("2026/nov/IT1_00002.xml", Kind::Fattura, None),
            ("IT1_00002_MT_001.xml", Kind::Metadati, None),
            ("interno.zip/dentro.xml", Kind::Fattura, None),
            ("note.txt", Kind::Other, None),
            ("vuoto.xml", Kind::Other, Some(&empty)),
            ("../fuori.xml", Kind::Other, Some(&unsafe_name)),
            ("base64.txt", Kind::Fattura, None),
        ]
    );
    let paired: Vec<_> = items.iter().filter_map(|item| item.metadata.as_deref()).collect();
    assert_eq!(paired.len(), 1);
    assert_eq!(
        (paired[0].identificativo_sdi(), paired[0].content.as_slice()),
        ("7", MT)
    );
    assert_eq!(items[2].metadata.as_deref(), Some(paired[0]));
    let base64 = items.last().unwrap();
    assert_eq!(base64.file_name, "base64.txt.xml");
    assert!(base64.original.as_deref().unwrap().starts_with(b"PHA6"));
}

#[test]
fn two_members_of_one_name_are_two_items() {
    let mut bytes = zip(&[("a.xml", XML), ("b.xml", b"<altro/>")]);
    for at in 0..bytes.len() - 5 {
        if &bytes[at..at + 5] == b"b.xml" {
            bytes[at] = b'a';
        }
    }
    let items = all("a.zip", &bytes);
    assert_eq!(
        told(&items),
        [("a.xml", Kind::Fattura, None), ("a.xml", Kind::Xml, None)]
    );
}

#[test]
fn a_folder_is_read_like_an_archive_and_links_are_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("sotto")).unwrap();
    fs::write(folder.path().join("sotto/b.zip"), zip(&[("c.xml", XML)])).unwrap();
    fs::write(folder.path().join("IT1_00002.xml"), XML).unwrap();
    fs::write(folder.path().join("IT1_00002_metaDato.xml"), MT).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("/etc/passwd", folder.path().join("z.xml")).unwrap();
    let items = from_disk(folder.path());
    let link = IntakeError::Link;
    let expected = [
        ("IT1_00002.xml", Kind::Fattura, None),
        ("IT1_00002_metaDato.xml", Kind::Metadati, None),
        ("sotto/b.zip/c.xml", Kind::Fattura, None),
        ("z.xml", Kind::Other, Some(&link)),
    ];
    assert_eq!(told(&items), expected[..if cfg!(unix) { 4 } else { 3 }]);
    assert_eq!(items[0].metadata.as_ref().unwrap().identificativo_sdi(), "7");
    let missing = from_disk(&folder.path().join("manca"));
    assert_eq!(
        told(&missing),
        [(
            "",
            Kind::Other,
            Some(&IntakeError::Unreadable(std::io::ErrorKind::NotFound))
        )]
    );
}

fn from_disk(path: &std::path::Path) -> Vec<Item> {
    let mut items = Vec::new();
    let flow = each_in(path, &Options::default(), |item| {
        items.push(item);
        ControlFlow::Continue(())
    });
    assert!(flow.is_continue());
    items
}

#[test]
fn a_zip_on_disk_gives_what_the_same_bytes_give() {
    let stored = vec![b'.'; 9 << 20];
    let members = [
        ("1.txt", &stored[..]),
        ("2.xml", XML),
        ("3.txt", &stored),
        ("4.txt", &stored),
        ("5.xml", XML),
    ];
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        let options =
            zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        writer.start_file(name, options).unwrap();
        std::io::Write::write_all(&mut writer, bytes).unwrap();
    }
    let bytes = writer.finish().unwrap().into_inner();
    assert!(bytes.len() > 24 << 20, "large enough to be read as it goes");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("grande.zip");
    fs::write(&path, &bytes).unwrap();
    assert!(from_disk(&path) == all("grande.zip", &bytes));
}

#[test]
fn the_reader_may_stop() {
    let bytes = zip(&[("a.xml", XML), ("b.xml", XML)]);
    let mut count = 0;
    let flow = each("a.zip", &bytes, &Options::default(), |_| {
        count += 1;
        ControlFlow::Break(())
    });
    assert_eq!((flow, count), (ControlFlow::Break(()), 1));
}
