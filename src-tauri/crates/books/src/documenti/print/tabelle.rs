//! The lines, and the totals under them.

use pdf::{Block, Cell, Column, Panel, Row, Summary, Table};

use super::{Parole, Stampa};
use crate::{
    azienda::ColonnaStampa,
    documenti::{
        Tipo, Totali,
        regole::{Riga, RigaCalcolata},
    },
};

/// A column of the lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Colonna {
    Descrizione,
    Quantita,
    Unita,
    Prezzo,
    Sconto,
    Importo,
    Iva,
}

/// The columns of this document. One that was left out comes back where the lines cannot be read without it.
fn columns(stampa: &Stampa<'_>) -> Vec<Colonna> {
    use Colonna::{Descrizione, Importo, Iva, Prezzo, Quantita, Sconto, Unita};
    let all: &[Colonna] = match stampa.documento.tipo {
        Tipo::Ddt => &[Descrizione, Quantita, Unita],
        _ => &[Descrizione, Quantita, Unita, Prezzo, Sconto, Importo, Iva],
    };
    let nascosta = |colonna| stampa.azienda.aspetto.nascoste.contains(&colonna);
    let has_discount = || {
        stampa
            .draft
            .righe
            .iter()
            .any(|riga| !riga.sconti.trim().is_empty())
    };
    let is_left_out = |colonna: &&Colonna| match colonna {
        Unita => nascosta(ColonnaStampa::Unita),
        // price times quantity would not give the amount
        Sconto => nascosta(ColonnaStampa::Sconto) && !has_discount(),
        // nobody could tell which line is under which rate
        Iva => nascosta(ColonnaStampa::Iva) && stampa.calcolo.totali.riepilogo.len() <= 1,
        Descrizione | Quantita | Prezzo | Importo => false,
    };
    all.iter()
        .filter(|colonna| !is_left_out(colonna))
        .copied()
        .collect()
}

pub(super) fn lines(stampa: &Stampa<'_>, parole: &Parole) -> Table {
    let colonne = columns(stampa);
    let heads = colonne.iter().map(|colonna| match colonna {
        Colonna::Descrizione => Column::text(parole.description),
        Colonna::Quantita => Column::number(parole.quantity),
        Colonna::Unita => Column::short(parole.unit),
        Colonna::Prezzo => Column::number(parole.price),
        Colonna::Sconto => Column::short(parole.discount),
        Colonna::Importo => Column::number(parole.amount).carried(),
        Colonna::Iva => Column::short(parole.vat),
    });
    let typed = stampa.documento.righe.iter().zip(&stampa.calcolo.righe);
    let mut rows: Vec<Row> = typed
        .map(|(riga, calcolata)| {
            let cells = colonne
                .iter()
                .map(|colonna| cell(stampa, parole, riga, calcolata, *colonna));
            Row::new(cells)
        })
        .collect();
    if stampa.documento.tipo != Tipo::Ddt {
        rows.extend(stampa.calcolo.totali.righe_aggiunte.iter().map(|riga| {
            Row::new(colonne.iter().map(|colonna| match colonna {
                Colonna::Descrizione => Cell::from(riga.descrizione.clone()),
                Colonna::Importo => Cell::from(riga.totale.totale),
                Colonna::Iva => Cell::from(rate_text(riga.totale.aliquota_iva, &riga.totale.natura)),
                _ => Cell::default(),
            }))
        }));
    }
    Table {
        columns: heads.collect(),
        rows,
        ..Table::default()
    }
}

fn cell(
    stampa: &Stampa<'_>,
    parole: &Parole,
    riga: &Riga,
    calcolata: &RigaCalcolata,
    colonna: Colonna,
) -> Cell {
    let is_words = riga.is_descrittiva;
    match colonna {
        Colonna::Descrizione => {
            let has_code = !stampa.azienda.aspetto.nascoste.contains(&ColonnaStampa::Codice);
            let codice = riga.codice.clone().filter(|_| has_code);
            Cell::with_detail(riga.descrizione.clone(), codice.unwrap_or_default())
        }
        Colonna::Quantita => {
            let quantita = riga.quantita.map(|q| pdf::format::quantity(parole.lingua, q));
            Cell::from(quantita.unwrap_or_default())
        }
        Colonna::Unita => Cell::from(riga.unita_misura.clone().unwrap_or_default()),
        _ if is_words => Cell::default(),
        Colonna::Prezzo => Cell::from(pdf::format::price(parole.lingua, calcolata.prezzo_unitario)),
        Colonna::Sconto => {
            let typed = stampa.draft.righe.get(riga.at);
            Cell::from(
                typed
                    .map(|typed| typed.sconti.trim().to_owned())
                    .unwrap_or_default(),
            )
        }
        Colonna::Importo => Cell::from(calcolata.totale),
        Colonna::Iva => {
            let natura = riga.chiave.natura.map_or("", |natura| natura.code());
            Cell::from(rate_text(riga.chiave.aliquota_iva, natura))
        }
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
