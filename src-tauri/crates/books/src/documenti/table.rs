//! Rows of the list for a spreadsheet.

use super::{DocumentoRow, Stato, Tipo};
use crate::Table;

/// The rows as they are shown in the list; amounts of credit notes are negative.
#[must_use]
pub fn table(rows: &[DocumentoRow]) -> Table {
    Table {
        columns: vec![
            "Numero",
            "Data",
            "Tipo",
            "Cliente",
            "Imponibile",
            "IVA",
            "Totale",
            "Netto a pagare",
            "Stato",
        ],
        rows: rows
            .iter()
            .map(|row| {
                vec![
                    row.numero.as_str().into(),
                    row.data_documento
                        .parse::<jiff::civil::Date>()
                        .map_or_else(|_draft| "".into(), Into::into),
                    tipo(row.tipo).into(),
                    row.cliente.as_str().into(),
                    row.imponibile.decimal().into(),
                    row.imposta.decimal().into(),
                    row.totale.decimal().into(),
                    row.netto_a_pagare.decimal().into(),
                    stato(row.stato).into(),
                ]
            })
            .collect(),
    }
}

const fn tipo(tipo: Tipo) -> &'static str {
    match tipo {
        Tipo::Preventivo => "Preventivo",
        Tipo::Proforma => "Proforma",
        Tipo::Ddt => "DDT",
        Tipo::Fattura => "Fattura",
        Tipo::FatturaAcconto => "Fattura di acconto",
        Tipo::ParcellaAcconto => "Acconto su parcella",
        Tipo::NotaCredito => "Nota di credito",
        Tipo::NotaDebito => "Nota di debito",
        Tipo::Parcella => "Parcella",
        Tipo::FatturaDifferita => "Fattura differita",
        Tipo::FatturaDifferitaB => "Fattura differita triangolare",
        Tipo::Ricevuta => "Ricevuta",
    }
}

const fn stato(stato: Stato) -> &'static str {
    match stato {
        Stato::Bozza => "bozza",
        Stato::Emesso => "emesso",
        Stato::Accettato => "accettato",
        Stato::Rifiutato => "rifiutato",
        Stato::Convertito => "convertito",
        Stato::Annullato => "annullato",
    }
}
