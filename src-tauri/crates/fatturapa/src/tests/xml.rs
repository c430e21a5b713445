//! Documents as they arrive, good and bad.

use proptest::{prelude::*, sample::select};

use crate::xml::{Document, Encoding, Flaw, Limits, Node, Oddity, XmlError};

fn parse(bytes: &[u8]) -> Result<Document<'_>, XmlError> {
    Document::parse(bytes, &Limits::default())
}

fn utf_16(text: &str, big: bool) -> Vec<u8> {
    let unit = |unit: u16| {
        if big {
            unit.to_be_bytes()
        } else {
            unit.to_le_bytes()
        }
    };
    std::iter::once(0xfeff)
        .chain(text.encode_utf16())
        .flat_map(unit)
        .collect()
}

#[test]
fn every_encoding_gives_the_same_text() {
    let text = |encoding: &str| format!("<?xml version='1.0' encoding=\"{encoding}\"?><a>perché</a>");
    let latin = |encoding: &str| -> Vec<u8> {
        text(encoding)
            .chars()
            .map(|c| u8::try_from(u32::from(c)).unwrap())
            .collect()
    };
    let mark = [b"\xef\xbb\xbf", text("UTF-8").as_bytes()].concat();
    for (bytes, encoding) in [
        (text("UTF-8").into_bytes(), Encoding::Utf8),
        ("<a>perché</a>".as_bytes().to_vec(), Encoding::Utf8),
        (mark, Encoding::Utf8),
        (latin("ISO-8859-1"), Encoding::Latin1),
        (latin("windows-1252"), Encoding::Other("windows-1252")),
        (utf_16(&text("UTF-16"), false), Encoding::Utf16),
        (utf_16(&text("UTF-16"), true), Encoding::Utf16),
    ] {
        let document = parse(&bytes).unwrap();
        assert_eq!(
            (document.root().text().as_ref(), document.encoding()),
            ("perché", encoding)
        );
        assert_eq!(document.oddities(), []);
    }
}

#[test]
fn a_wrong_declaration_is_overlooked_and_told() {
    let wrong = parse(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>perch\xe9 \x80</a>").unwrap();
    assert_eq!(
        (wrong.root().text().as_ref(), wrong.oddities()),
        ("perché €", &[Oddity::WrongEncoding][..])
    );
    let unknown = parse(b"<?xml version=\"1.0\" encoding=\"klingon\"?><a>\xc3\xa9</a>").unwrap();
    assert_eq!(
        (unknown.root().text().as_ref(), unknown.oddities()),
        ("é", &[Oddity::WrongEncoding][..])
    );
    let spaced = parse(b"\r\n <?xml version=\"1.0\"?>\n<a/>").unwrap();
    assert_eq!(
        (spaced.oddities(), spaced.root().line()),
        (&[Oddity::SpaceBeforeDeclaration][..], 3)
    );
}

#[test]
fn text_is_whole_and_attributes_are_normal() {
    let document =
        parse(b"<a x='1&amp;2\n3' y=\"&#65;\">one&lt;<![CDATA[<two>]]><!-- no --> <b>in</b>&#x20AC;\r\n</a>")
            .unwrap();
    let root = document.root();
    assert_eq!(root.text(), "one<<two> €");
    assert_eq!(
        (root.attribute("x").as_deref(), root.attribute("y").as_deref()),
        (Some("1&2 3"), Some("A"))
    );
    assert_eq!(
        (root.child("b").unwrap().source(), root.attribute("z")),
        ("<b>in</b>", None)
    );
}

#[test]
fn names_have_their_namespace() {
    let document =
        parse(b"<p:a xmlns:p='urn:one' p:x='1' x='2'><b/><b xmlns='urn:two'><c/></b><p:b/></p:a>").unwrap();
    let root = document.root();
    assert_eq!(
        (root.name(), root.prefix(), root.namespace()),
        ("a", "p", "urn:one")
    );
    let found: Vec<_> = root.all("b").map(|b| b.namespace()).collect();
    assert_eq!(found, ["", "urn:two", "urn:one"]);
    let inner = root.children().nth(1).unwrap().child("c").unwrap();
    assert_eq!(
        (inner.namespace(), inner.path().as_str()),
        ("urn:two", "/a/b[2]/c")
    );
    let attributes: Vec<_> = root.attributes().map(|x| (x.namespace(), x.value())).collect();
    assert_eq!(attributes, [("urn:one", "1".into()), ("", "2".into())]);
}

#[test]
fn lines_and_paths() {
    let document =
        parse(b"<a>\n<FatturaElettronicaBody>\r\n<c/>\n<c\n/></FatturaElettronicaBody></a>").unwrap();
    let body = document.root().children().next().unwrap();
    let found: Vec<_> = body.children().map(|c| (c.line(), c.path())).collect();
    let path = |n| format!("/a/FatturaElettronicaBody[1]/c[{n}]");
    assert_eq!(found, [(3, path(1)), (4, path(2))]);
}

#[test]
fn lines_are_counted_across_blocks() {
    let text = format!("<a>{}</a>", "<b/>\n<c>\u{e8}</c>\n\n".repeat(2_000));
    let document = parse(text.as_bytes()).unwrap();
    let lines: Vec<_> = document.root().children().map(Node::line).collect();
    let expected: Vec<u32> = (0..2_000).flat_map(|at| [at * 3 + 1, at * 3 + 2]).collect();
    assert_eq!(lines, expected);
}

#[test]
fn what_is_not_well_formed_is_refused() {
    for (text, flaw) in [
        ("<a>", Flaw::Cut),
        ("<a", Flaw::Cut),
        ("<a></b>", Flaw::Mismatch),
        ("</a>", Flaw::Mismatch),
        ("<a/><b/>", Flaw::Outside),
        ("<a/>x", Flaw::Outside),
        ("x<a/>", Flaw::Outside),
        ("\u{feff}\u{feff}<a/>", Flaw::Outside),
        ("<!-- only -->", Flaw::NoElement),
        ("<a>&</a>", Flaw::Reference),
        ("<a>&nbsp;</a>", Flaw::Reference),
        ("<a>&#0;</a>", Flaw::Reference),
        ("<a>&#+65;</a>", Flaw::Reference),
        ("<a x='&y;'/>", Flaw::Reference),
        ("<a x='<'/>", Flaw::Attribute),
        ("<a x/>", Flaw::Attribute),
        ("<a x='1'y='2'/>", Flaw::Attribute),
        ("<a x='1' x='2'/>", Flaw::Attribute),
        ("<a xmlns:p='u' xmlns:q='u' p:x='1' q:x='2'/>", Flaw::Attribute),
        ("<p:a/>", Flaw::Namespace),
        ("<a xmlns:p=''/>", Flaw::Namespace),
        ("<1a/>", Flaw::Name),
        ("< a/>", Flaw::Name),
        ("<a>]]></a>", Flaw::Markup),
        ("<a><!-- -- --></a>", Flaw::Markup),
        ("<a>\u{0}</a>", Flaw::Character),
        ("<a>\u{fffe}</a>", Flaw::Character),
        ("<a/><?xml version='1.0'?>", Flaw::Declaration),
        ("<?xml encoding='utf-8'?><a/>", Flaw::Declaration),
    ] {
        match parse(text.as_bytes()) {
            Err(XmlError::Malformed { line: 1, flaw: found }) => assert_eq!(found, flaw, "{text}"),
            other => panic!("{text}: {other:?}"),
        }
    }
    assert_eq!(parse(b" \n").unwrap_err(), XmlError::Empty);
    assert_eq!(
        parse(b"\n<!DOCTYPE a><a/>").unwrap_err(),
        XmlError::Dtd { line: 2 }
    );
}

/// A part of a document, to be written plainly or with a space in every tag, which means the same.
#[derive(Debug, Clone)]
enum Part {
    Start(&'static str),
    /// Closes the innermost element that is open.
    End,
    Other(&'static str),
}

fn parts() -> impl Strategy<Value = Vec<Part>> {
    let name = select(&["a", "Nome", "NomeLungo", "b1", "p:a"][..]);
    let leaf = (
        name.clone(),
        select(&["", "x", " ", "è", ">", "x]]>", "a&lt;b", "\n"][..]),
    );
    let leaf = leaf.prop_map(|(name, text)| vec![Part::Start(name), Part::Other(text), Part::End]);
    let good = &[
        "\n  ",
        "text",
        " text",
        "&amp;",
        "<!-- c -->",
        "<![CDATA[x]]>",
        "<e/>",
        "<?pi?>",
    ][..];
    let bad = &["", "", "", "&", "<", "</a>", "]]>", "<q:a>", "<1>"][..];
    let one = prop_oneof![
        8 => leaf,
        3 => name.prop_map(|name| vec![Part::Start(name)]),
        3 => Just(vec![Part::End]),
        4 => select(good).prop_map(|other| vec![Part::Other(other)]),
        1 => select(bad).prop_map(|other| vec![Part::Other(other)]),
    ];
    proptest::collection::vec(one, 0..24).prop_map(|parts| parts.concat())
}

/// Inside of a root that binds the prefix; what was not closed is closed at the end, unless it is left open.
fn written(parts: &[Part], is_closed: bool, space: &str) -> String {
    let mut text = format!("<r xmlns:p='urn:p'{space}>");
    let mut open = Vec::new();
    for part in parts {
        match part {
            Part::Start(name) => {
                text.push_str(&format!("<{name}{space}>"));
                open.push(*name);
            }
            Part::End => text.extend(open.pop().map(|name| format!("</{name}{space}>"))),
            Part::Other(other) => text.push_str(other),
        }
    }
    for name in open.iter().rev().filter(|_| is_closed) {
        text.push_str(&format!("</{name}{space}>"));
    }
    text + "</r>"
}

/// Everything that a node tells.
fn told(node: Node<'_>) -> String {
    let children: Vec<String> = node.children().map(told).collect();
    let (path, text, line) = (node.path(), node.text(), node.line());
    let (namespace, source) = (node.namespace(), node.source().replace(" >", ">"));
    format!(
        "{path} {namespace} {text:?} {line} {} {source} {children:?}",
        node.is_blank()
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn plain_tags_are_read_as_any_others(parts in parts(), is_closed in any::<bool>()) {
        let (plain, spaced) = (written(&parts, is_closed, ""), written(&parts, is_closed, " "));
        let read = |text: &str| parse(text.as_bytes()).map(|document| told(document.root()));
        prop_assert_eq!(read(&plain), read(&spaced), "{}", plain);
    }
}
