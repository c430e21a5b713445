//! A file as it goes to paper: every value is taken once, and what nobody took is told at the end. So nothing of a file
//! can be missing, whatever stands in it.

use std::collections::{BTreeMap, BTreeSet};

use fatturapa::xml::Node;
use pdf::Lingua;

use super::campi::{self, Kind};

/// Between values that are one together.
const AND: &str = " · ";

/// What was taken of a file, and the language of its values.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) lingua: Lingua,
    taken: BTreeSet<u32>,
}

/// The element at `path`, names joined by `/`, below another.
pub(super) fn at<'a>(from: Node<'a>, path: &str) -> Option<Node<'a>> {
    path.split('/').try_fold(from, |node, name| node.child(name))
}

/// How an element is shown; one that no schema has may hold others.
fn kind(node: Node<'_>) -> Kind {
    match campi::kind(node.name()) {
        Kind::Text if node.has_children() => Kind::Whole,
        kind => kind,
    }
}

impl Reading {
    pub(super) const fn new(lingua: Lingua) -> Self {
        Self {
            lingua,
            taken: BTreeSet::new(),
        }
    }

    /// The text of an element as it is written; nothing when it was taken, or is blank.
    pub(super) fn raw(&mut self, node: Node<'_>) -> Option<String> {
        let is_new = self.taken.insert(node.index());
        let text = node.text();
        let text = text.trim();
        (is_new && !text.is_empty()).then(|| text.to_owned())
    }

    /// The text of the element at a path, as it is written.
    pub(super) fn raw_at(&mut self, from: Node<'_>, path: &str) -> Option<String> {
        self.raw(at(from, path)?)
    }

    /// The value of an element as it is shown.
    pub(super) fn value(&mut self, node: Node<'_>) -> Option<String> {
        let kind = kind(node);
        match kind {
            Kind::Group | Kind::Whole => {
                let values: Vec<String> = self.pairs(node).into_iter().map(|(_, value)| value).collect();
                (!values.is_empty()).then(|| values.join(AND))
            }
            Kind::Discount => self.discount(node),
            Kind::Name => self.name_of(node),
            Kind::Address => {
                let lines = self.address(node);
                (!lines.is_empty()).then(|| lines.join(", "))
            }
            Kind::Subject => self.subject(node),
            Kind::Body => self.raw(node).map(|base64| self.size(&base64)),
            _ => {
                let lingua = self.lingua;
                self.raw(node).map(|text| campi::shown(kind, &text, lingua))
            }
        }
    }

    /// The value of the element at a path.
    pub(super) fn value_at(&mut self, from: Node<'_>, path: &str) -> Option<String> {
        self.value(at(from, path)?)
    }

    /// The values of all children of a name, joined.
    pub(super) fn values(&mut self, from: Node<'_>, name: &str, between: &str) -> String {
        let values: Vec<String> = from.all(name).filter_map(|node| self.value(node)).collect();
        values.join(between)
    }

    /// Label and value of everything below an element that nobody took; the same label comes once.
    pub(super) fn pairs(&mut self, from: Node<'_>) -> Vec<(String, String)> {
        let mut pairs: Vec<(String, String)> = Vec::new();
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        for child in from.children() {
            let kind = kind(child);
            let value = if kind == Kind::Group {
                None
            } else {
                self.value(child)
            };
            if let Some(value) = value {
                let label = campi::label(child.name(), self.lingua);
                match places.get(&label).and_then(|place| pairs.get_mut(*place)) {
                    Some((_, values)) => {
                        values.push_str(", ");
                        values.push_str(&value);
                    }
                    None => {
                        places.insert(label.clone(), pairs.len());
                        pairs.push((label, value));
                    }
                }
            }
            // of a whole everything was taken: asked again at every depth it would take twice as long at each
            if kind != Kind::Whole && child.has_children() {
                pairs.extend(self.pairs(child));
            }
        }
        pairs
    }

    /// The same, a line for each.
    pub(super) fn details(&mut self, from: Node<'_>) -> String {
        let lines = self.pairs(from).into_iter();
        let lines: Vec<String> = lines.map(|(label, value)| format!("{label}: {value}")).collect();
        lines.join("\n")
    }

    /// Path below `from` and text of every element that nobody took; `skip` says which are not looked at.
    pub(super) fn left(&mut self, from: Node<'_>, skip: &impl Fn(Node<'_>) -> bool) -> Vec<(String, String)> {
        let mut left = Vec::new();
        for child in from.children().filter(|child| !skip(*child)) {
            if let Some(text) = self.raw(child) {
                left.push((child.name().to_owned(), text));
            }
            let inner = self.left(child, skip).into_iter();
            left.extend(inner.map(|(path, text)| (format!("{} / {path}", child.name()), text)));
        }
        left
    }

    /// Business name, or title, name and surname.
    pub(super) fn name_of(&mut self, node: Node<'_>) -> Option<String> {
        let parts = ["Denominazione", "Titolo", "Nome", "Cognome"];
        let parts: Vec<String> = parts.iter().filter_map(|part| self.raw_at(node, part)).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    /// Street and number, town, country.
    pub(super) fn address(&mut self, node: Node<'_>) -> Vec<String> {
        let lines = [
            &["Indirizzo", "NumeroCivico"][..],
            &["CAP", "Comune", "Provincia"],
            &["Nazione"],
        ];
        let lines = lines.iter().map(|names| {
            let parts = names.iter().filter_map(|name| self.value_at(node, name));
            parts.collect::<Vec<_>>().join(" ")
        });
        lines.filter(|line| !line.is_empty()).collect()
    }

    /// `IT01234567897`.
    fn subject(&mut self, node: Node<'_>) -> Option<String> {
        let parts = ["IdPaese", "IdCodice"];
        let parts: Vec<String> = parts.iter().filter_map(|part| self.raw_at(node, part)).collect();
        (!parts.is_empty()).then(|| parts.concat())
    }

    /// A discount with a minus, a surcharge with a plus, anything else with its word.
    fn discount(&mut self, node: Node<'_>) -> Option<String> {
        let sign = match self.raw_at(node, "Tipo").as_deref() {
            Some("SC") => "\u{2212}".to_owned(),
            Some("MG") => "+".to_owned(),
            Some(other) => format!("{other} "),
            None => String::new(),
        };
        let parts = ["Percentuale", "Importo"];
        let parts = parts.iter().filter_map(|part| self.value_at(node, part));
        let parts: Vec<String> = parts.map(|part| format!("{sign}{part}")).collect();
        if parts.is_empty() {
            return (!sign.is_empty()).then_some(sign);
        }
        Some(parts.join(AND))
    }

    /// How many bytes base 64 stands for.
    fn size(&self, base64: &str) -> String {
        let letters = base64
            .bytes()
            .filter(|byte| !byte.is_ascii_whitespace() && *byte != b'=');
        let bytes = letters.count().saturating_mul(3) >> 2;
        let count = campi::number(bytes.into(), 0, self.lingua);
        format!("{count} byte")
    }
}

#[cfg(test)]
mod tests {
    use fatturapa::xml::{Document, Limits};

    use super::*;

    fn read(xml: &str, check: impl FnOnce(&mut Reading, Node<'_>)) {
        let document = Document::parse(xml.as_bytes(), &Limits::default()).unwrap();
        check(&mut Reading::new(Lingua::It), document.root());
    }

    #[test]
    fn a_value_is_taken_once_and_what_is_left_is_told() {
        let xml = "<a><Numero> 7 </Numero><Data>2026-11-23</Data><b>testo<c/><d>x</d></b></a>";
        read(xml, |reading, root| {
            assert_eq!(reading.value_at(root, "Data").as_deref(), Some("23/11/2026"));
            assert_eq!(reading.value_at(root, "Data"), None);
            let left = reading.left(root, &|_| false);
            let left: Vec<_> = left
                .iter()
                .map(|(path, text)| (path.as_str(), text.as_str()))
                .collect();
            assert_eq!(left, [("Numero", "7"), ("b", "testo"), ("b / d", "x")]);
            assert!(reading.left(root, &|_| false).is_empty());
        });
    }

    #[test]
    fn depth_and_number_cost_no_more_than_they_are() {
        let deep = format!("<r>{}x{}</r>", "<a>".repeat(60), "</a>".repeat(60));
        read(&deep, |reading, root| {
            assert_eq!(reading.pairs(root), [("a".to_owned(), "x".to_owned())]);
        });
        let wide: String = (0..50_000).map(|at| format!("<e{at}>v</e{at}>")).collect();
        read(&format!("<r>{wide}</r>"), |reading, root| {
            assert_eq!(reading.pairs(root).len(), 50_000);
        });
    }

    #[test]
    fn values_made_of_several_are_one() {
        let xml = "<a><ScontoMaggiorazione><Tipo>SC</Tipo><Percentuale>10.00</Percentuale></ScontoMaggiorazione>\
            <ScontoMaggiorazione><Tipo>MG</Tipo><Importo>1.5</Importo></ScontoMaggiorazione>\
            <Sede><Indirizzo>Via Po</Indirizzo><NumeroCivico>1</NumeroCivico><CAP>10121</CAP><Comune>Torino</Comune>\
            <Nazione>IT</Nazione></Sede><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>01234567897</IdCodice></IdFiscaleIVA>\
            <Anagrafica><Nome>Anna</Nome><Cognome>Neri</Cognome><CodEORI>IT123</CodEORI></Anagrafica>\
            <Attachment>Zm9v Yg==</Attachment></a>";
        read(xml, |reading, root| {
            let pairs = reading.pairs(root);
            let pairs: Vec<_> = pairs
                .iter()
                .map(|(label, value)| (label.as_str(), value.as_str()))
                .collect();
            assert_eq!(
                pairs,
                [
                    ("Sconto o maggiorazione", "\u{2212}10\u{a0}%, +1,50"),
                    ("Sede", "Via Po 1, 10121 Torino, Italia"),
                    ("Partita IVA", "IT01234567897"),
                    ("Anagrafica", "Anna Neri"),
                    ("Codice EORI", "IT123"),
                    ("Contenuto", "4 byte"),
                ]
            );
        });
    }
}
