//! What the list can show, column by column. Amounts of credit notes are negative.

use super::{DocumentoRow, Stato, Tipo};
use crate::{Cell, Column, list::Lingua};

/// The columns, as the list has them at first.
pub static COLUMNS: &[Column<DocumentoRow>] = &[
    Column {
        id: "data",
        head: ["Data", "Date"],
        cell: |row, _| match row.data_documento.parse::<jiff::civil::Date>() {
            Ok(day) => day.into(),
            Err(_draft) => Cell::Empty,
        },
    },
    Column {
        id: "numero",
        head: ["Numero", "Number"],
        cell: |row, _| row.numero.as_str().into(),
    },
    Column {
        id: "tipo",
        head: ["Tipo", "Type"],
        cell: |row, lingua| tipo(row.tipo, lingua).into(),
    },
    Column {
        id: "cliente",
        head: ["Cliente", "Customer"],
        cell: |row, _| row.cliente.as_str().into(),
    },
    Column {
        id: "imponibile",
        head: ["Imponibile", "Taxable"],
        cell: |row, _| row.imponibile.decimal().into(),
    },
    Column {
        id: "imposta",
        head: ["IVA", "VAT"],
        cell: |row, _| row.imposta.decimal().into(),
    },
    Column {
        id: "totale",
        head: ["Totale", "Total"],
        cell: |row, _| row.totale.decimal().into(),
    },
    Column {
        id: "netto",
        head: ["Netto a pagare", "To be paid"],
        cell: |row, _| row.netto_a_pagare.decimal().into(),
    },
    Column {
        id: "categoria",
        head: ["Categoria", "Category"],
        cell: |row, _| row.categoria.as_str().into(),
    },
    Column {
        id: "stato",
        head: ["Stato", "State"],
        cell: |row, lingua| stato(row.stato, lingua).into(),
    },
];

const fn tipo(tipo: Tipo, lingua: Lingua) -> &'static str {
    let [it, en] = match tipo {
        Tipo::Preventivo => ["Preventivo", "Quote"],
        Tipo::Proforma => ["Proforma", "Proforma"],
        Tipo::Ddt => ["DDT", "Delivery note"],
        Tipo::Fattura => ["Fattura", "Invoice"],
        Tipo::FatturaAcconto => ["Fattura di acconto", "Advance invoice"],
        Tipo::ParcellaAcconto => ["Acconto su parcella", "Advance fee invoice"],
        Tipo::NotaCredito => ["Nota di credito", "Credit note"],
        Tipo::NotaDebito => ["Nota di debito", "Debit note"],
        Tipo::Parcella => ["Parcella", "Fee invoice"],
        Tipo::FatturaDifferita => ["Fattura differita", "Deferred invoice"],
        Tipo::FatturaDifferitaB => ["Fattura differita triangolare", "Triangular deferred invoice"],
        Tipo::Ricevuta => ["Ricevuta", "Receipt"],
    };
    match lingua {
        Lingua::It => it,
        Lingua::En => en,
    }
}

const fn stato(stato: Stato, lingua: Lingua) -> &'static str {
    let [it, en] = match stato {
        Stato::Bozza => ["bozza", "draft"],
        Stato::Emesso => ["emesso", "issued"],
        Stato::Accettato => ["accettato", "accepted"],
        Stato::Rifiutato => ["rifiutato", "refused"],
        Stato::Convertito => ["convertito", "converted"],
        Stato::Annullato => ["annullato", "cancelled"],
    };
    match lingua {
        Lingua::It => it,
        Lingua::En => en,
    }
}
