//! A document on paper: letterhead, customer, lines, summary, instalments, bank data, wordings.

mod pagamento;
mod parole;
mod parti;
mod tabelle;

use jiff::civil::Date;
use pdf::{Block, Doc, Field, Letterhead};

use super::{
    DocumentoDraft, Tipo,
    regole::{Calcolo, Documento},
};
use crate::{anagrafiche::SoggettoDraft, azienda::AziendaDraft};
use pagamento::payment;
pub(super) use parole::Parole;
use parti::{name, recipient, sender};
use tabelle::{lines, totals};

/// What is printed.
pub(super) struct Stampa<'a> {
    pub(super) documento: &'a Documento,
    pub(super) calcolo: &'a Calcolo,
    pub(super) azienda: &'a AziendaDraft,
    pub(super) cliente: Option<&'a SoggettoDraft>,
    pub(super) draft: &'a DocumentoDraft,
    /// Empty for a draft.
    pub(super) numero: &'a str,
    pub(super) id_hash: [u8; 32],
    pub(super) logo: Option<pdf::Image>,
}

/// The page model.
pub(super) fn doc(stampa: &Stampa<'_>) -> Doc {
    let parole = Parole::of(stampa.documento.lingua);
    let kind = parole.kind(stampa.documento.tipo);
    let number = number_line(&parole, stampa.numero, stampa.documento.data_documento);
    let title = format!("{kind} {}", stampa.numero).trim().to_owned();
    let mut doc = Doc::new(
        parole.lingua,
        title,
        stampa.id_hash,
        stampa.documento.data_documento,
    );
    doc.author = name(
        &stampa.azienda.denominazione,
        &stampa.azienda.nome,
        &stampa.azienda.cognome,
    );
    doc.theme = stampa.azienda.aspetto.theme();
    doc.banner = stampa.numero.is_empty().then(|| parole.draft.to_owned());
    doc.letterhead = Some(Letterhead {
        logo: stampa.logo.clone(),
        sender: sender(stampa.azienda),
        kind: kind.to_owned(),
        number,
        recipient_label: parole.to.to_owned(),
        recipient: stampa.cliente.map(recipient),
    });
    doc.footer = stampa.azienda.nota_pie.lines().map(str::to_owned).collect();
    let totali = &stampa.calcolo.totali;
    doc.blocks.extend(references(stampa, &parole));
    doc.blocks.push(Block::Table(lines(stampa, &parole)));
    doc.blocks.push(totals(stampa, &parole));
    doc.blocks.extend(payment(stampa, totali, &parole));
    let chiusura = stampa.azienda.aspetto.chiusura.trim();
    if !chiusura.is_empty() {
        doc.blocks.push(Block::Paragraph(chiusura.to_owned()));
    }
    doc.blocks
        .extend(notes(stampa, &parole).into_iter().map(Block::Small));
    doc
}

/// `n. 12 del 24/11/2026`; a draft has only the date.
pub(super) fn number_line(parole: &Parole, numero: &str, day: Date) -> String {
    let date = pdf::format::date(parole.lingua, day);
    if numero.is_empty() {
        format!("{} {date}", parole.of_date)
    } else {
        format!("n. {numero} {} {date}", parole.of_date)
    }
}

/// Orders, contracts, delivery notes, transport: each a labelled value.
fn references(stampa: &Stampa<'_>, parole: &Parole) -> Option<Block> {
    let documento = stampa.documento;
    let day = |date| pdf::format::date(parole.lingua, date);
    let mut fields = Vec::new();
    for riferimento in &documento.riferimenti {
        let date = riferimento
            .data_documento
            .map(|date| format!(" {} {}", parole.of_date, day(date)));
        let mut text = format!("{}{}", riferimento.id_documento, date.unwrap_or_default());
        for (label, code) in [
            ("CIG", riferimento.cig.as_ref().map(ToString::to_string)),
            ("CUP", riferimento.cup.as_ref().map(ToString::to_string)),
        ] {
            text.push_str(&code.map(|code| format!(" - {label} {code}")).unwrap_or_default());
        }
        fields.push(Field::new(parole.reference(riferimento.tipo), text));
    }
    for ddt in &documento.ddt {
        fields.push(Field::new(
            "DDT",
            format!("{} {} {}", ddt.numero, parole.of_date, day(ddt.data_ddt)),
        ));
    }
    if let Some(until) = documento.valido_fino {
        fields.push(Field::new(parole.valid_until, day(until)));
    }
    if let Some(trasporto) = &documento.trasporto {
        for (label, text) in [
            (parole.reason, &trasporto.causale),
            (parole.look, &trasporto.aspetto),
            (parole.means, &trasporto.mezzo),
            (parole.carrier, &trasporto.vettore),
            (parole.place, &trasporto.destinazione),
            (parole.hour, &trasporto.ora_inizio),
        ] {
            fields.extend(text.as_ref().map(|text| Field::new(label, text.clone())));
        }
        fields.extend(
            trasporto
                .colli
                .map(|colli| Field::new(parole.packages, colli.to_string())),
        );
        fields.extend(trasporto.peso_lordo.map(|peso| Field::new(parole.weight, peso)));
        fields.extend(
            trasporto
                .data_inizio
                .map(|date| Field::new(parole.starts, day(date))),
        );
    }
    (!fields.is_empty()).then_some(Block::Fields { across: 3, fields })
}

/// The words of the law and of practice that stand at the end.
fn notes(stampa: &Stampa<'_>, parole: &Parole) -> Vec<String> {
    let documento = stampa.documento;
    let mut notes = documento.causale.clone();
    let mut add = |id: &str| {
        let found = fisco::diciture::testo(id, documento.data_documento, documento.lingua);
        notes.extend(found.map(|dicitura| dicitura.testo.to_owned()));
    };
    if !stampa.calcolo.totali.bollo.is_zero() && documento.td().is_some() {
        add("W_BOLLO_VIRT_PDF");
    }
    match documento.tipo {
        Tipo::Proforma => add("W_PROFORMA"),
        Tipo::Ricevuta if !documento.ritenute.is_empty() => add("W_OCCAS"),
        _ if documento.td().is_some() => add("W_CORTESIA"),
        _ => {}
    }
    if documento.tipo == Tipo::Ddt {
        notes.push(parole.signatures.to_owned());
    }
    notes
}
