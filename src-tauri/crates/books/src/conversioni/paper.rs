//! The page model of one document of a file.

use fatturapa::{
    Finding,
    intake::Item,
    xml::{Document, Node},
};
use pdf::{Doc, Letterhead, Lingua};

use super::{
    campi, documento, file,
    parole::{Parole, parole, title},
    reading::{Reading, at},
    soggetti,
};

/// 8.5 pt: much is said of a file, and most files should need one page.
const BODY_UM: pdf::Um = 3_000;

/// A document of a file, to be put on paper.
pub(super) struct Source<'a> {
    pub(super) item: &'a Item,
    pub(super) document: &'a Document<'a>,
    /// None in a file that has only a header.
    pub(super) body: Option<Node<'a>>,
    /// Which document of the file, from 1.
    pub(super) number: usize,
    /// Documents of the file.
    pub(super) count: usize,
    /// What SDI would say, when it is to be shown.
    pub(super) findings: Option<Vec<&'a Finding>>,
    pub(super) lingua: Lingua,
    pub(super) id_hash: [u8; 32],
}

/// Whether a document is an invoice, ordinary or simplified.
pub(super) fn is_invoice(document: &Document) -> bool {
    matches!(
        document.root().name(),
        "FatturaElettronica" | "FatturaElettronicaSemplificata"
    )
}

/// The page model.
pub(super) fn doc(source: &Source<'_>) -> Doc {
    let lingua = source.lingua;
    let parole = parole(lingua);
    let mut reading = Reading::new(lingua);
    let root = source.document.root();
    let header = root.child("FatturaElettronicaHeader");
    let head = head(&mut reading, header, source.body, parole);
    let day = source
        .body
        .and_then(|body| at(body, "DatiGenerali/DatiGeneraliDocumento/Data"))
        .and_then(|node| campi::day(&node.text()))
        .unwrap_or(jiff::civil::Date::constant(1970, 1, 1));
    let mut doc = Doc::new(
        lingua,
        format!("{} {}", head.kind, head.number),
        source.id_hash,
        day,
    );
    doc.author.clone_from(&head.sender.name);
    doc.theme.body_um = BODY_UM;
    doc.letterhead = Some(head);
    doc.footer = vec![parole.readable_copy.replace("{file}", &source.item.file_name)];
    if let Some(body) = source.body {
        doc.blocks.extend(documento::blocks(&mut reading, body, parole));
    }
    if let Some(header) = header {
        doc.blocks.extend(soggetti::blocks(&mut reading, header));
    }
    doc.blocks.extend(file::blocks(&mut reading, source, parole));
    doc
}

fn head(
    reading: &mut Reading,
    header: Option<Node<'_>>,
    body: Option<Node<'_>>,
    parole: &Parole,
) -> Letterhead {
    let general = body.and_then(|body| at(body, "DatiGenerali/DatiGeneraliDocumento"));
    let tipo = general.and_then(|general| general.child("TipoDocumento"));
    let tipo = tipo.map(|tipo| tipo.text().trim().to_owned()).unwrap_or_default();
    let words = campi::means("TipoDocumento", &tipo, reading.lingua);
    let mut take = |name| general.and_then(|general| reading.value_at(general, name));
    let (number, date) = (take("Numero"), take("Data"));
    let number = number.map(|number| format!("n. {number}"));
    let date = date.map(|date| format!("{} {date}", parole.of_date));
    let mut subject = |name| {
        let subject = header.and_then(|header| header.child(name));
        subject.map(|subject| soggetti::party(reading, subject, parole))
    };
    Letterhead {
        logo: None,
        sender: subject("CedentePrestatore").unwrap_or_default(),
        kind: words.map_or_else(|| parole.untyped.to_owned(), title),
        number: [number, date].into_iter().flatten().collect::<Vec<_>>().join(" "),
        recipient_label: parole.to.to_owned(),
        // a simplified invoice may name nobody
        recipient: subject("CessionarioCommittente")
            .filter(|party| !party.name.is_empty() || !party.lines.is_empty()),
    }
}
