//! Who sells and who buys: the head of the paper, and the rest of what the file says of them.

use fatturapa::xml::Node;
use pdf::{Block, Party};

use super::{
    campi,
    parole::Parole,
    reading::{Reading, at},
    section,
};

/// Where name, seat and numbers of a subject may stand, in ordinary and in simplified files.
const NAMES: [&str; 3] = ["DatiAnagrafici/Anagrafica", "AltriDatiIdentificativi", ""];
const SEATS: [&str; 2] = ["Sede", "AltriDatiIdentificativi/Sede"];
const NUMBERS: [&str; 3] = ["DatiAnagrafici", "IdentificativiFiscali", ""];

fn below<'a>(subject: Node<'a>, path: &str) -> Option<Node<'a>> {
    if path.is_empty() {
        Some(subject)
    } else {
        at(subject, path)
    }
}

/// Name, seat and numbers, as they stand in the head.
pub(super) fn party(reading: &mut Reading, subject: Node<'_>, parole: &Parole) -> Party {
    let name = NAMES.iter().find_map(|path| {
        let node = below(subject, path)?;
        reading.name_of(node)
    });
    let mut lines: Vec<String> = SEATS
        .iter()
        .filter_map(|path| at(subject, path))
        .flat_map(|seat| reading.address(seat))
        .collect();
    for (element, label) in [
        ("IdFiscaleIVA", parole.vat_number),
        ("CodiceFiscale", parole.tax_code),
    ] {
        let value = NUMBERS.iter().find_map(|path| {
            let node = below(subject, path)?;
            reading.value_at(node, element)
        });
        lines.extend(value.map(|value| format!("{label} {value}")));
    }
    Party {
        name: name.unwrap_or_default(),
        lines,
    }
}

/// The rest of what the header says of its subjects, each under its title.
pub(super) fn blocks(reading: &mut Reading, header: Node<'_>) -> Vec<Block> {
    let lingua = reading.lingua;
    let mut blocks = Vec::new();
    for subject in header
        .children()
        .filter(|child| child.name() != "DatiTrasmissione" && child.has_children())
    {
        let representative = subject
            .child("RappresentanteFiscale")
            .map(|node| (node, reading.pairs(node)));
        section(&mut blocks, subject.name(), reading.pairs(subject), lingua);
        if let Some((node, pairs)) = representative {
            let of = campi::label(subject.name(), lingua);
            let label = campi::label(node.name(), lingua);
            super::titled_section(&mut blocks, format!("{label} ({of})"), pairs);
        }
    }
    blocks
}
