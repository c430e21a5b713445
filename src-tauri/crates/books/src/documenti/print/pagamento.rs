//! When, how and where it is paid.

use pdf::{Block, Cell, Column, Panel, Qr, Row, Table, epc::Transfer};

use super::{Parole, Stampa, parti::name};
use crate::documenti::Totali;

pub(super) fn payment(stampa: &Stampa<'_>, totali: &Totali, parole: &Parole) -> Option<Block> {
    if totali.rate.is_empty() {
        return None;
    }
    let rows = totali.rate.iter().map(|rata| {
        let due: Result<jiff::civil::Date, _> = rata.scadenza.parse();
        let due = due.map_or_else(
            |_| rata.scadenza.clone(),
            |due| pdf::format::date(parole.lingua, due),
        );
        let modalita = rata.modalita.parse::<fisco::codici::ModalitaPagamento>();
        let modalita = modalita.map_or("", |code| parole.means_of(code));
        Row::new([Cell::from(due), Cell::from(modalita), Cell::from(rata.importo)])
    });
    let mut left = vec![Block::Table(Table {
        columns: vec![
            Column::short(parole.due),
            Column::text(parole.how),
            Column::number(parole.amount),
        ],
        rows: rows.collect(),
        ..Table::default()
    })];
    let code = stampa.documento.iban.as_ref().map(|iban| {
        let banca = stampa.azienda.banca.trim();
        left.push(Block::Paragraph(
            format!("{banca} IBAN {}", iban.grouped()).trim().to_owned(),
        ));
        transfer_code(stampa, iban, parole)
    });
    let blocks = match code.flatten() {
        Some(code) => Block::Columns(vec![
            Panel {
                share: 3,
                blocks: left,
            },
            Panel {
                share: 2,
                blocks: vec![Block::Qr(code)],
            },
        ]),
        None => Block::Together(left),
    };
    Some(Block::Together(vec![
        Block::Heading(parole.payment.to_owned()),
        blocks,
    ]))
}

/// The code that a bank's app reads, for the first instalment. A draft asks for nothing yet, and what no code exists
/// for (more than the standard allows) has none.
fn transfer_code(stampa: &Stampa<'_>, iban: &fisco::Iban, parole: &Parole) -> Option<Qr> {
    let azienda = stampa.azienda;
    let transfer = Transfer {
        name: &name(&azienda.denominazione, &azienda.nome, &azienda.cognome),
        iban: iban.as_str(),
        bic: "",
        amount: stampa.calcolo.totali.rate.first()?.importo,
        remittance: &format!("{} {}", parole.kind(stampa.documento.tipo), stampa.numero),
    };
    let is_asked = !stampa.numero.is_empty();
    Qr::transfer(&transfer, parole.scan).ok().filter(|_| is_asked)
}
