//! Documents that differ from a good one in one place or two.

use crate::xml::{Document, Limits, Node};

/// A source of choices: the same seed, the same documents.
pub(super) struct Choices(u64);

impl Choices {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `most`.
    pub(super) fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }

    pub(super) fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// Names that the schema knows, and some that it does not.
const NAMES: &str = "
    Nome Cognome Denominazione Titolo CodEORI Data Numero Natura AliquotaIVA Importo Causale Ritenuta
    Descrizione Quantita Nazione Provincia CAP IdPaese IdCodice Email Telefono Allegati DatiPagamento
    DatiRiepilogo DettaglioLinee ScontoMaggiorazione Signature CodiceArticolo DatiRitenuta DatiBollo
    ImportoBollo BolloVirtuale StabileOrganizzazione RappresentanteFiscale SoggettoEmittente
    PECDestinatario Arrotondamento FatturaElettronicaBody data Altro x:Altro p:Numero ds:Signature
    ds:KeyInfo 1Altro
";

/// Values at the edges of the facets.
/// One a line, with `\n`, `\t`, `\\` and `\u{...}` as in Rust.
const VALUES: &str = include_str!("edges.txt");

const LENGTHS: &[usize] = &[
    0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21, 28, 29, 35, 36, 60, 61, 80, 81,
    100, 101, 200, 201, 256, 257, 1000, 1001,
];

fn name(choices: &mut Choices) -> &'static str {
    let names: Vec<_> = NAMES.split_whitespace().collect();
    names[choices.below(names.len())]
}

fn value(choices: &mut Choices) -> String {
    let lines: Vec<_> = VALUES.lines().collect();
    let line = lines[choices.below(lines.len())];
    let mut text = line
        .replace("\\n", "\n")
        .replace("\\t", "\t")
        .replace("\\\\", "\\");
    while let Some((left, right)) = text.split_once("\\u{") {
        let (code, rest) = right.split_once('}').unwrap();
        let c = char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap();
        text = format!("{left}{c}{rest}");
    }
    text
}

/// Changes a document in one place; tells how.
pub(super) fn mutate(text: &str, choices: &mut Choices) -> (String, String) {
    let Ok(document) = Document::parse(text.as_bytes(), &Limits::default()) else {
        return (text.to_owned(), "already broken".to_owned());
    };
    let mut nodes = Vec::new();
    collect(document.root(), &mut nodes);
    let node = *choices.of(&nodes);
    let leaves: Vec<Node<'_>> = nodes
        .iter()
        .copied()
        .filter(|node| !node.has_children())
        .collect();
    let leaf = *choices.of(&leaves);
    let (place, new, how) = match choices.below(12) {
        0 => (node, String::new(), "drop"),
        1 => (node, format!("{0}{0}", node.source()), "double"),
        2 => return moved(text, node, *choices.of(&nodes), choices.below(2) == 0),
        3 => (node, renamed(node, name(choices)), "rename"),
        4 => {
            let name = name(choices);
            let added = format!("<{name}>{}</{name}>", value(choices));
            let whole = node.source();
            (
                node,
                if choices.below(2) == 0 {
                    format!("{added}{whole}")
                } else {
                    format!("{whole}{added}")
                },
                "add",
            )
        }
        5 => (node, with_attribute(node, choices), "attribute"),
        6 => (node, with_text(node, choices), "text"),
        7 => {
            let fill = ["a", "é", "€", " ", "1"][choices.below(5)];
            (
                leaf,
                with_value(leaf, &fill.repeat(*choices.of(LENGTHS))),
                "length",
            )
        }
        8 => (leaf, with_value(leaf, &edited(&leaf.text(), choices)), "edit"),
        _ => (leaf, with_value(leaf, &value(choices)), "value"),
    };
    let told = format!(
        "{how} {} -> {}",
        place.path(),
        new.chars().take(120).collect::<String>()
    );
    (replaced(text, place, &new), told)
}

fn collect<'a>(node: Node<'a>, nodes: &mut Vec<Node<'a>>) {
    nodes.push(node);
    for child in node.children() {
        collect(child, nodes);
    }
}

/// Where the element stands: the text is the source of the document, line ends and all.
fn place(text: &str, node: Node<'_>) -> std::ops::Range<usize> {
    let at = node.source().as_ptr().addr() - node.document_source().as_ptr().addr();
    assert_eq!(text.len(), node.document_source().len());
    at..at + node.source().len()
}

fn replaced(text: &str, node: Node<'_>, new: &str) -> String {
    let range = place(text, node);
    format!("{}{new}{}", &text[..range.start], &text[range.end..])
}

fn moved(text: &str, node: Node<'_>, target: Node<'_>, is_before: bool) -> (String, String) {
    let (from, to) = (place(text, node), place(text, target));
    let told = format!("move {} to {}", node.path(), target.path());
    let at = if is_before { to.start } else { to.end };
    if from.contains(&at) {
        return (text.to_owned(), told);
    }
    let part = node.source();
    let new = if at <= from.start {
        format!(
            "{}{part}{}{}",
            &text[..at],
            &text[at..from.start],
            &text[from.end..]
        )
    } else {
        format!(
            "{}{}{part}{}",
            &text[..from.start],
            &text[from.end..at],
            &text[at..]
        )
    };
    (new, told)
}

fn inside(node: Node<'_>) -> Option<(&str, &str, &str)> {
    let whole = node.source();
    let begin = whole.find('>')? + 1;
    let end = whole.rfind("</")?;
    (begin <= end).then(|| (&whole[..begin], &whole[begin..end], &whole[end..]))
}

fn renamed(node: Node<'_>, name: &str) -> String {
    match inside(node) {
        Some((_, content, _)) => format!("<{name}>{content}</{name}>"),
        None => format!("<{name}/>"),
    }
}

fn with_value(node: Node<'_>, value: &str) -> String {
    match inside(node) {
        Some((open, _, close)) => format!("{open}{value}{close}"),
        None => format!("<{0}>{value}</{0}>", node.name()),
    }
}

fn with_text(node: Node<'_>, choices: &mut Choices) -> String {
    const TEXTS: &[&str] = &[
        "x",
        " ",
        "<![CDATA[ ]]>",
        "<![CDATA[x]]>",
        "<!-- c -->",
        "<?pi?>",
        "&#32;",
        "&#160;",
        "&#x20;&amp;",
        "<Altro/>",
    ];
    let text = choices.of(TEXTS);
    match (inside(node), choices.below(2)) {
        (Some((open, content, close)), 0) => format!("{open}{text}{content}{close}"),
        (Some((open, content, close)), _) => format!("{open}{content}{text}{close}"),
        (None, _) => format!("{text}{}", node.source()),
    }
}

fn with_attribute(node: Node<'_>, choices: &mut Choices) -> String {
    const ATTRIBUTES: &[&str] = &[
        " altro='1'",
        " versione='FPR12'",
        " SistemaEmittente='0123456789'",
        " SistemaEmittente='01234567890'",
        " SistemaEmittente=''",
        " SistemaEmittente='è'",
        " xmlns='urn:x'",
        " xmlns=''",
        " xmlns:x='urn:x'",
        " xml:lang='it'",
        " xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='true'",
        " xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='false'",
        " xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:altro='1'",
        " xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:schemaLocation='urn:x x.xsd'",
        " xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:noNamespaceSchemaLocation='x.xsd'",
        " Id='a'",
        " Id='1'",
        " x:y='1'",
        " a='1' a='2'",
        " a=1",
        " a",
        " a='<'",
        " a='&amp;'",
        " a='&x;'",
    ];
    let whole = node.source();
    let end = whole.find(['>', ' ', '/', '\n']).unwrap();
    match choices.below(8) {
        // An attribute, with its declarations, is taken away.
        0 => {
            let close = whole.find('>').unwrap();
            format!("{}{}", &whole[..end], &whole[close..])
        }
        1 => whole.replacen("FPR12", "FPA12", 1),
        2 => whole.replacen("FPA12", "FPX12", 1),
        3 => whole.replacen("fatture/v1.2", "fatture/v1.0", 1),
        _ => format!("{}{}{}", &whole[..end], choices.of(ATTRIBUTES), &whole[end..]),
    }
}

fn edited(text: &str, choices: &mut Choices) -> String {
    let text = quick_xml::escape::escape(text).into_owned();
    let chars: Vec<char> = text.chars().collect();
    let at = choices.below(chars.len() + 1);
    let (left, right): (String, String) = (chars[..at].iter().collect(), chars[at..].iter().collect());
    match choices.below(7) {
        0 => format!("{left} {right}"),
        1 => format!("{left}{right}{right}"),
        2 => left,
        3 => right,
        4 => text.to_lowercase(),
        5 => format!(
            "{left}{}{right}",
            choices.of(&["0", "9", "A", "à", ".", ",", "-", "\n", "\t", "  "])
        ),
        _ => format!(" {text}\n"),
    }
}
