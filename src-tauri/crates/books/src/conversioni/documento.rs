//! What a document says of itself: type, references, lines, VAT, payment, transport.

use fatturapa::xml::Node;
use pdf::{Block, Field, Lingua, Summary, Tone};
use rust_decimal::Decimal;

use super::{
    campi,
    parole::Parole,
    reading::{Reading, at},
    section,
    tables::{
        Col,
        Of::{All, Code, Kind, One, Vat},
        Stand::{Number, Short, Wide},
        table,
    },
};

/// Children of `DatiGenerali` that name another document.
const REFERENCES: [&str; 9] = [
    "DatiOrdineAcquisto",
    "DatiContratto",
    "DatiConvenzione",
    "DatiRicezione",
    "DatiFattureCollegate",
    "DatiFatturaRettificata",
    "DatiSAL",
    "DatiDDT",
    "FatturaPrincipale",
];

const NUMBERS: &[&str] = &[
    "IdDocumento",
    "NumeroDDT",
    "NumeroFR",
    "NumeroFatturaPrincipale",
    "RiferimentoFase",
];
const DAYS: &[&str] = &["Data", "DataDDT", "DataFR", "DataFatturaPrincipale"];

const REFERENCE: &[Col] = &[
    Col(Kind, Wide),
    Col(One(NUMBERS), Short),
    Col(One(DAYS), Short),
    Col(All("RiferimentoNumeroLinea", ", "), Short),
    Col(One(&["CodiceCUP"]), Short),
    Col(One(&["CodiceCIG"]), Short),
];

const LINES: &[Col] = &[
    Col(One(&["NumeroLinea"]), Short),
    Col(One(&["Descrizione"]), Wide),
    Col(One(&["Quantita"]), Number),
    Col(One(&["UnitaMisura"]), Short),
    Col(One(&["PrezzoUnitario"]), Number),
    Col(All("ScontoMaggiorazione", "\n"), Short),
    Col(One(&["PrezzoTotale"]), Number),
    Col(Vat, Short),
];

const SIMPLE_LINES: &[Col] = &[
    Col(One(&["Descrizione"]), Wide),
    Col(One(&["Importo"]), Number),
    Col(One(&["DatiIVA/Imposta"]), Number),
    Col(One(&["DatiIVA/Aliquota"]), Number),
    Col(Code("Natura"), Short),
];

const SUMMARY: &[Col] = &[
    Col(One(&["AliquotaIVA"]), Short),
    Col(One(&["Natura"]), Wide),
    Col(One(&["SpeseAccessorie"]), Number),
    Col(One(&["Arrotondamento"]), Number),
    Col(One(&["ImponibileImporto"]), Number),
    Col(One(&["Imposta"]), Number),
];

const FUNDS: &[Col] = &[
    Col(One(&["TipoCassa"]), Wide),
    Col(One(&["AlCassa"]), Number),
    Col(One(&["ImponibileCassa"]), Number),
    Col(One(&["ImportoContributoCassa"]), Number),
    Col(Vat, Short),
];

const WITHHOLDINGS: &[Col] = &[
    Col(One(&["TipoRitenuta"]), Wide),
    Col(One(&["AliquotaRitenuta"]), Number),
    Col(One(&["ImportoRitenuta"]), Number),
];

const PAYMENTS: &[Col] = &[
    Col(One(&["DataScadenzaPagamento"]), Short),
    Col(One(&["ModalitaPagamento"]), Wide),
    Col(One(&["IBAN"]), Short),
    Col(One(&["ImportoPagamento"]), Number),
];

const ATTACHMENTS: &[Col] = &[
    Col(One(&["NomeAttachment"]), Wide),
    Col(One(&["FormatoAttachment"]), Short),
    Col(One(&["AlgoritmoCompressione"]), Short),
    Col(One(&["Attachment"]), Number),
];

/// Everything a document says but number and date, which stand in its head.
pub(super) fn blocks(reading: &mut Reading, body: Node<'_>, parole: &Parole) -> Vec<Block> {
    let general = at(body, "DatiGenerali/DatiGeneraliDocumento");
    let sums = sums(body);
    let after = general.map(|general| taxes(reading, general)).unwrap_or_default();
    let total = at(body, "DatiGenerali/DatiGeneraliDocumento/ImportoTotaleDocumento");
    let total = total.and_then(|total| {
        let value = reading.value(total)?;
        Some((
            money(&value, body, reading.lingua),
            campi::label(total.name(), reading.lingua),
        ))
    });
    let mut blocks = Vec::new();
    if let Some(general) = general {
        blocks.extend(facts(reading, general, total.as_ref()));
    }
    let generali: Vec<Node<'_>> = body.all("DatiGenerali").flat_map(Node::children).collect();
    let references: Vec<Node<'_>> = generali
        .iter()
        .copied()
        .filter(|node| REFERENCES.contains(&node.name()))
        .collect();
    titled(
        &mut blocks,
        parole.references,
        table(reading, &references, REFERENCE),
    );
    blocks.extend(lines(reading, body));
    blocks.extend(summary(reading, body, sums, total, parole));
    blocks.extend(after);
    blocks.extend(payments(reading, body));
    for transport in generali.iter().filter(|node| node.name() == "DatiTrasporto") {
        section(
            &mut blocks,
            transport.name(),
            reading.pairs(*transport),
            reading.lingua,
        );
    }
    for vehicle in body.all("DatiVeicoli") {
        section(
            &mut blocks,
            vehicle.name(),
            reading.pairs(vehicle),
            reading.lingua,
        );
    }
    let attachments: Vec<Node<'_>> = body.all("Allegati").collect();
    titled(
        &mut blocks,
        parole.attachments,
        table(reading, &attachments, ATTACHMENTS),
    );
    blocks
}

/// A heading over a block, when there is one.
fn titled(blocks: &mut Vec<Block>, title: &str, block: Option<Block>) {
    if let Some(block) = block {
        blocks.push(Block::Heading(title.to_owned()));
        blocks.push(block);
    }
}

/// The total, what kind of document it is, and its free texts.
fn facts(reading: &mut Reading, general: Node<'_>, total: Option<&(String, String)>) -> Vec<Block> {
    let causale = reading.values(general, "Causale", "\n");
    let mut fields: Vec<Field> = total
        .map(|(value, label)| Field::new(label.clone(), value.clone()).prominent())
        .into_iter()
        .collect();
    fields.extend(
        reading
            .pairs(general)
            .into_iter()
            .map(|(label, value)| Field::new(label, value)),
    );
    let mut blocks = vec![Block::Fields { across: 4, fields }];
    if !causale.is_empty() {
        blocks.push(Block::Note(causale));
    }
    blocks
}

/// Withholdings, contributions, stamp duty, discounts on the whole.
fn taxes(reading: &mut Reading, general: Node<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (name, cols) in [("DatiCassaPrevidenziale", FUNDS), ("DatiRitenuta", WITHHOLDINGS)] {
        let nodes: Vec<Node<'_>> = general.all(name).collect();
        let title = campi::label(name, reading.lingua);
        titled(&mut blocks, &title, table(reading, &nodes, cols));
    }
    for stamp in general.all("DatiBollo") {
        section(&mut blocks, stamp.name(), reading.pairs(stamp), reading.lingua);
    }
    blocks
}

fn lines(reading: &mut Reading, body: Node<'_>) -> Option<Block> {
    let goods: Vec<Node<'_>> = body.all("DatiBeniServizi").collect();
    let lines: Vec<Node<'_>> = goods
        .iter()
        .flat_map(|goods| goods.all("DettaglioLinee"))
        .collect();
    if lines.is_empty() {
        let simple = goods.into_iter().filter(|goods| goods.child("Importo").is_some());
        return table(reading, &simple.collect::<Vec<_>>(), SIMPLE_LINES);
    }
    table(reading, &lines, LINES)
}

/// The VAT summary, and beside the total what leads to it.
fn summary(
    reading: &mut Reading,
    body: Node<'_>,
    sums: Option<(Decimal, Decimal)>,
    total: Option<(String, String)>,
    parole: &Parole,
) -> Vec<Block> {
    let mut blocks = Vec::new();
    let goods = body.all("DatiBeniServizi");
    let groups: Vec<Node<'_>> = goods.flat_map(|goods| goods.all("DatiRiepilogo")).collect();
    let title = campi::label("DatiRiepilogo", reading.lingua);
    titled(&mut blocks, &title, table(reading, &groups, SUMMARY));
    let lingua = reading.lingua;
    let shown = |value: Decimal| money(&campi::number(value, 2, lingua), body, lingua);
    let mut rows = Summary::new();
    let mut sum = None;
    if let Some((imponibile, imposta)) = sums {
        rows = rows
            .row(parole.sum_of_taxable, shown(imponibile), Tone::Plain)
            .row(parole.sum_of_vat, shown(imposta), Tone::Plain);
        sum = imponibile
            .checked_add(imposta)
            .map(|sum| (shown(sum), parole.sum.to_owned()));
    }
    let simple = simple_total(body).map(|sum| (shown(sum), parole.sum_of_simple.to_owned()));
    if let Some((value, label)) = total.or(sum).or(simple) {
        blocks.push(Block::Summary(rows.row(label, value, Tone::Total)));
    }
    blocks
}

/// An amount with the currency of the document.
fn money(amount: &str, body: Node<'_>, lingua: Lingua) -> String {
    let divisa = at(body, "DatiGenerali/DatiGeneraliDocumento/Divisa");
    let divisa = divisa
        .map(|divisa| divisa.text().trim().to_owned())
        .unwrap_or_default();
    match (divisa.as_str(), lingua) {
        ("EUR", Lingua::It) => format!("{amount}\u{a0}€"),
        ("EUR", Lingua::En) => format!("€{amount}"),
        (other, _) => format!("{amount} {other}").trim_end().to_owned(),
    }
}

/// What the VAT summary adds up to, taxable amounts and VAT; nothing when there is none, or not all of it are numbers.
fn sums(body: Node<'_>) -> Option<(Decimal, Decimal)> {
    let mut sums = None;
    for group in body
        .all("DatiBeniServizi")
        .flat_map(|goods| goods.all("DatiRiepilogo"))
    {
        let number = |name| campi::decimal(&group.child(name)?.text());
        let (imponibile, imposta) = sums.unwrap_or_default();
        sums = Some((
            number("ImponibileImporto")?.checked_add(imponibile)?,
            number("Imposta")?.checked_add(imposta)?,
        ));
    }
    sums
}

/// What the amounts of a simplified invoice add up to, VAT included; nothing when one is no number.
fn simple_total(body: Node<'_>) -> Option<Decimal> {
    let goods = body
        .all("DatiBeniServizi")
        .filter_map(|goods| goods.child("Importo"));
    let mut sum = None;
    for amount in goods {
        sum = Some(campi::decimal(&amount.text())?.checked_add(sum.unwrap_or_default())?);
    }
    sum
}

/// The total that a document says; else what its VAT summary, or a simplified one, adds up to.
pub(super) fn total(body: Node<'_>) -> Option<Decimal> {
    let said = at(body, "DatiGenerali/DatiGeneraliDocumento/ImportoTotaleDocumento");
    let summed = || {
        let (imponibile, imposta) = sums(body)?;
        imponibile.checked_add(imposta)
    };
    said.and_then(|said| campi::decimal(&said.text()))
        .or_else(summed)
        .or_else(|| simple_total(body))
}

fn payments(reading: &mut Reading, body: Node<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for payment in body.all("DatiPagamento") {
        let title = campi::label(payment.name(), reading.lingua);
        let terms = reading.value_at(payment, "CondizioniPagamento");
        let title = terms.map_or(title.clone(), |terms| format!("{title}: {terms}"));
        let rows: Vec<Node<'_>> = payment.all("DettaglioPagamento").collect();
        match table(reading, &rows, PAYMENTS) {
            Some(rows) => titled(&mut blocks, &title, Some(rows)),
            None => blocks.push(Block::Heading(title)),
        }
    }
    blocks
}
