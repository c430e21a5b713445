//! A document on paper: letterhead, customer, lines, summary, instalments, bank data, wordings.

mod parole;

use jiff::civil::Date;
use pdf::{
    Block, Cell, Column, Doc, Field, Letterhead, Panel, Party, Qr, Row, Summary, Table, epc::Transfer,
};

use super::{
    DocumentoDraft, Tipo, Totali,
    regole::{Calcolo, Documento},
};
use crate::{anagrafiche::SoggettoDraft, azienda::AziendaDraft};
pub(super) use parole::Parole;

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

fn name(denominazione: &str, nome: &str, cognome: &str) -> String {
    if denominazione.trim().is_empty() {
        format!("{} {}", nome.trim(), cognome.trim()).trim().to_owned()
    } else {
        denominazione.trim().to_owned()
    }
}

fn labelled(label: &str, text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| format!("{label} {}", text.trim()))
}

fn address(street: [&str; 2], town: [&str; 3]) -> Vec<String> {
    let join = |parts: &[&str]| {
        let parts = parts
            .iter()
            .map(|part| part.trim())
            .filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" ")
    };
    let lines = [join(&street), join(&town)];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

fn sender(azienda: &AziendaDraft) -> Party {
    let mut lines = address(
        [&azienda.indirizzo, &azienda.numero_civico],
        [&azienda.cap, &azienda.comune, &azienda.provincia],
    );
    lines.extend(labelled("P. IVA", &azienda.partita_iva));
    lines.extend(labelled("C.F.", &azienda.codice_fiscale));
    lines.extend(labelled("Tel.", &azienda.telefono));
    lines.extend(labelled("", &azienda.email).map(|text| text.trim().to_owned()));
    lines.extend(labelled("PEC", &azienda.pec));
    lines.extend(labelled("", &azienda.sito).map(|text| text.trim().to_owned()));
    if !azienda.rea_numero.trim().is_empty() {
        lines.push(format!(
            "REA {}-{}",
            azienda.rea_ufficio.trim(),
            azienda.rea_numero.trim()
        ));
    }
    Party {
        name: name(&azienda.denominazione, &azienda.nome, &azienda.cognome),
        lines,
    }
}

fn recipient(cliente: &SoggettoDraft) -> Party {
    let mut lines = address(
        [&cliente.indirizzo, &cliente.numero_civico],
        [&cliente.cap, &cliente.comune, &cliente.provincia],
    );
    let nazione = cliente.nazione.parse::<fisco::Nazione>();
    if let Some(nazione) = nazione.ok().filter(|nazione| !nazione.is_italia()) {
        lines.push(nazione.it().to_owned());
    }
    lines.extend(labelled("P. IVA", &cliente.partita_iva));
    lines.extend(labelled("C.F.", &cliente.codice_fiscale));
    Party {
        name: name(&cliente.denominazione, &cliente.nome, &cliente.cognome),
        lines,
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

fn lines(stampa: &Stampa<'_>, parole: &Parole) -> Table {
    let is_ddt = stampa.documento.tipo == Tipo::Ddt;
    let mut columns = vec![
        Column::text(parole.description),
        Column::number(parole.quantity),
        Column::short(parole.unit),
    ];
    if !is_ddt {
        columns.extend([
            Column::number(parole.price),
            Column::short(parole.discount),
            Column::number(parole.amount).carried(),
            Column::short(parole.vat),
        ]);
    }
    let typed = stampa.documento.righe.iter().zip(&stampa.calcolo.righe);
    let mut rows: Vec<Row> = typed
        .map(|(riga, calcolata)| {
            let detail = riga.codice.clone().unwrap_or_default();
            let mut cells = vec![
                Cell::with_detail(riga.descrizione.clone(), detail),
                Cell::from(
                    riga.quantita
                        .map(|q| pdf::format::quantity(parole.lingua, q))
                        .unwrap_or_default(),
                ),
                Cell::from(riga.unita_misura.clone().unwrap_or_default()),
            ];
            if !is_ddt && !riga.is_descrittiva {
                let sconti = stampa
                    .draft
                    .righe
                    .get(riga.at)
                    .map(|typed| typed.sconti.trim().to_owned());
                cells.extend([
                    Cell::from(pdf::format::price(parole.lingua, calcolata.prezzo_unitario)),
                    Cell::from(sconti.unwrap_or_default()),
                    Cell::from(calcolata.totale),
                    Cell::from(rate_text(
                        riga.chiave.aliquota_iva,
                        riga.chiave.natura.map_or("", |n| n.code()),
                    )),
                ]);
            }
            Row::new(cells)
        })
        .collect();
    if !is_ddt {
        rows.extend(stampa.calcolo.totali.righe_aggiunte.iter().map(|riga| {
            Row::new([
                Cell::from(riga.descrizione.clone()),
                Cell::default(),
                Cell::default(),
                Cell::default(),
                Cell::default(),
                Cell::from(riga.totale.totale),
                Cell::from(rate_text(riga.totale.aliquota_iva, &riga.totale.natura)),
            ])
        }));
    }
    Table {
        columns,
        rows,
        ..Table::default()
    }
}

fn rate_text(rate: money::Rate, natura: &str) -> String {
    if natura.is_empty() {
        format!("{}%", rate.decimal().normalize())
    } else {
        natura.to_owned()
    }
}

fn totals(stampa: &Stampa<'_>, parole: &Parole) -> Block {
    if stampa.documento.tipo == Tipo::Ddt {
        return Block::Space(pdf::mm(4));
    }
    let totali = &stampa.calcolo.totali;
    let mut table = Table {
        columns: vec![
            Column::text(parole.vat),
            Column::number(parole.taxable),
            Column::number(parole.tax),
        ],
        ..Table::default()
    };
    for gruppo in &totali.riepilogo {
        table.rows.push(Row::new([
            Cell::with_detail(
                rate_text(gruppo.aliquota_iva, &gruppo.natura),
                gruppo.riferimento_normativo.clone(),
            ),
            Cell::from(gruppo.imponibile),
            Cell::from(gruppo.imposta),
        ]));
    }
    Block::Columns(vec![
        Panel {
            share: 1,
            blocks: vec![Block::Table(table)],
        },
        Panel {
            share: 1,
            blocks: vec![Block::Summary(summary(totali, parole))],
        },
    ])
}

fn summary(totali: &Totali, parole: &Parole) -> Summary {
    let mut summary = Summary::new();
    for cassa in &totali.casse {
        let label = format!(
            "{} {} {}%",
            parole.fund,
            cassa.tipo,
            cassa.aliquota.decimal().normalize()
        );
        summary = summary.line(label, cassa.importo);
    }
    summary = summary
        .line(parole.taxable, totali.imponibile)
        .line(parole.tax, totali.imposta);
    if !totali.arrotondamento.is_zero() {
        summary = summary.line(parole.rounding, totali.arrotondamento);
    }
    let mut is_whole = true;
    let mut taken: Vec<(String, money::Cents)> = Vec::new();
    for ritenuta in &totali.ritenute {
        let rate = ritenuta.aliquota.decimal().normalize();
        let label = if ritenuta.tipo == "RT04" {
            "Enasarco"
        } else {
            parole.withholding
        };
        taken.push((format!("{label} {rate}%"), ritenuta.importo));
    }
    taken.push((parole.split.to_owned(), totali.iva_split));
    taken.push((parole.off_invoice.to_owned(), totali.sconto_in_fattura));
    taken.retain(|(_, amount)| !amount.is_zero());
    if !taken.is_empty() {
        is_whole = false;
        summary = summary.strong(parole.total, totali.totale_documento);
        for (label, amount) in taken {
            summary = summary.line(label, amount.negated().unwrap_or_default());
        }
    }
    let label = if is_whole { parole.total } else { parole.to_pay };
    summary.total(label, totali.netto_a_pagare)
}

fn payment(stampa: &Stampa<'_>, totali: &Totali, parole: &Parole) -> Option<Block> {
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
