//! The lines, and the totals under them.

use pdf::{Block, Cell, Column, Panel, Row, Summary, Table};

use super::{Parole, Stampa};
use crate::documenti::{Tipo, Totali};

pub(super) fn lines(stampa: &Stampa<'_>, parole: &Parole) -> Table {
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

pub(super) fn totals(stampa: &Stampa<'_>, parole: &Parole) -> Block {
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
