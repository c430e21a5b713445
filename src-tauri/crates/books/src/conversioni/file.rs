//! What the paper says of the file: signatures, transmission, what no section took, what SDI would say.

use fatturapa::{
    Finding,
    intake::{Item, Signature},
    xml::Node,
};
use pdf::{Block, Cell, Column, Density, Lingua, Row, Table};

use super::{
    convert::sentence,
    paper::Source,
    parole::Parole,
    reading::{Reading, at},
    titled_section,
};
use crate::dates;

/// The last sections of the paper.
pub(super) fn blocks(reading: &mut Reading, source: &Source<'_>, parole: &Parole) -> Vec<Block> {
    let root = source.document.root();
    let mut blocks = Vec::new();
    signatures(&mut blocks, &source.item.signatures, source.lingua, parole);
    titled_section(
        &mut blocks,
        parole.file.to_owned(),
        transmission(reading, source, parole),
    );
    let mut left = reading.left(root, &|node| is_elsewhere(node, source));
    left.extend(odd_attributes(root));
    if !left.is_empty() {
        blocks.push(Block::Heading(parole.left.to_owned()));
        blocks.push(Block::Table(Table {
            columns: vec![Column::text(parole.element), Column::text(parole.value)],
            rows: left
                .into_iter()
                .map(|(path, text)| Row::new([path, text]))
                .collect(),
            density: Density::Dense,
            ..Table::default()
        }));
    }
    if let Some(findings) = &source.findings {
        blocks.push(Block::PageBreak);
        blocks.push(Block::Heading(parole.findings.to_owned()));
        blocks.push(found(findings, source.lingua, parole));
    }
    blocks
}

/// The other documents of a lot have their own paper, and signatures are shown as what they say.
fn is_elsewhere(node: Node<'_>, source: &Source<'_>) -> bool {
    let is_other = node.name() == "FatturaElettronicaBody" && source.body.is_some_and(|body| body != node);
    is_other || node.namespace() == "http://www.w3.org/2000/09/xmldsig#"
}

/// Attributes that are data; those of XML Schema are not.
fn odd_attributes(root: Node<'_>) -> Vec<(String, String)> {
    let known = ["versione", "SistemaEmittente"];
    let odd = root
        .attributes()
        .filter(|attribute| attribute.namespace().is_empty() && !known.contains(&attribute.name()));
    odd.map(|attribute| (format!("@{}", attribute.name()), attribute.value().into_owned()))
        .collect()
}

fn signatures(blocks: &mut Vec<Block>, signatures: &[Signature], lingua: Lingua, parole: &Parole) {
    for signature in signatures {
        let state = crate::sentence(signature.state.code(), &Default::default(), lingua == Lingua::En);
        let mut pairs = vec![(parole.signature.to_owned(), state)];
        if let Some(signer) = &signature.signer {
            let parts = [
                Some(&signer.nome),
                signer.codice_fiscale.as_ref(),
                signer.organizzazione.as_ref(),
            ];
            let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
            pairs.push((parole.signed_by.to_owned(), parts.join(", ")));
            pairs.push((parole.certified_by.to_owned(), signer.issuer.clone()));
        }
        pairs.extend(
            signature
                .signed_at
                .map(|at| (parole.signed_at.to_owned(), moment(at, lingua))),
        );
        titled_section(blocks, parole.signature.to_owned(), pairs);
    }
}

/// An instant as a clock in Italy shows it.
fn moment(at: jiff::Timestamp, lingua: Lingua) -> String {
    let here = dates::rome().to_datetime(at);
    format!(
        "{} {}",
        pdf::format::date(lingua, here.date()),
        here.strftime("%H:%M")
    )
}

fn transmission(reading: &mut Reading, source: &Source<'_>, parole: &Parole) -> Vec<(String, String)> {
    let Source { item, document, .. } = source;
    let root = document.root();
    let mut pairs = vec![(parole.file_name.to_owned(), item.file_name.clone())];
    let attribute = |name| root.attribute(name).map(std::borrow::Cow::into_owned);
    let mut add = |label: &str, value: Option<String>| {
        pairs.extend(
            value
                .filter(|value| !value.is_empty())
                .map(|value| (label.to_owned(), value)),
        );
    };
    add(
        parole.came_in,
        Some(item.member.clone()).filter(|member| *member != item.file_name),
    );
    if source.count > 1 {
        add(parole.body, Some(format!("{}/{}", source.number, source.count)));
    }
    if item.signatures.is_empty() {
        add(parole.signature, Some(parole.unsigned.to_owned()));
    }
    // the transmission says it too, in words
    let said = root.child("FatturaElettronicaHeader");
    let said = said.and_then(|header| at(header, "DatiTrasmissione/FormatoTrasmissione"));
    let is_said = said.map(|said| said.text().trim().to_owned()) == attribute("versione");
    add(parole.format, attribute("versione").filter(|_| !is_said));
    add(
        &super::campi::label("SistemaEmittente", source.lingua),
        attribute("SistemaEmittente"),
    );
    add(
        parole.sdi_id,
        item.metadata
            .as_ref()
            .map(|metadata| metadata.identificativo_sdi().to_owned()),
    );
    add(parole.mail, mail(item, source.lingua));
    for header in root.all("FatturaElettronicaHeader") {
        for child in header.all("DatiTrasmissione") {
            pairs.extend(reading.pairs(child));
        }
        // direct children, as who issued the document
        pairs.extend(reading.pairs(header));
    }
    pairs
}

/// From whom, when and about what a mail came.
fn mail(item: &Item, lingua: Lingua) -> Option<String> {
    let mail = item.mail.as_ref()?;
    let at = mail.sent_at.map(|at| moment(at, lingua)).unwrap_or_default();
    let parts = [mail.from.clone(), at, mail.subject.clone()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Some(parts.join("\n"))
}

fn found(findings: &[&Finding], lingua: Lingua, parole: &Parole) -> Block {
    if findings.is_empty() {
        return Block::Paragraph(parole.no_findings.to_owned());
    }
    let rows = findings.iter().map(|finding| {
        let place = match (finding.path.as_str(), finding.line) {
            ("/" | "", _) => String::new(),
            (path, 0) => path.to_owned(),
            (path, line) => format!("{path} ({line})"),
        };
        Row::new([
            Cell::from(finding.code),
            Cell::with_detail(sentence(finding, lingua), place),
        ])
    });
    Block::Table(Table {
        columns: vec![Column::short(parole.code), Column::text(parole.finding)],
        rows: rows.collect(),
        ..Table::default()
    })
}
