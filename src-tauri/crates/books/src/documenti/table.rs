//! What the list can show, column by column. Amounts of credit notes are negative.

use super::{DocumentoRow, Pagamento, Stato, Tipo};
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
        cell: |row, lingua| row.tipo.words(lingua).into(),
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
        id: "pagamento",
        head: ["Pagamento", "Payment"],
        cell: |row, lingua| {
            row.pagamento
                .map_or(Cell::Empty, |word| pagamento(word, lingua).into())
        },
    },
    Column {
        id: "categoria",
        head: ["Categoria", "Category"],
        cell: |row, _| row.categoria.as_str().into(),
    },
    Column {
        id: "stato",
        head: ["Stato", "State"],
        cell: |row, lingua| {
            match row.file.filter(|_| row.stato == Stato::Emesso) {
                Some(file) => file.words(lingua),
                None => stato(row.stato, lingua),
            }
            .into()
        },
    },
];

impl Tipo {
    /// Its name.
    #[must_use]
    pub const fn words(self, lingua: Lingua) -> &'static str {
        let [it, en] = match self {
            Self::Preventivo => ["Preventivo", "Quote"],
            Self::Proforma => ["Proforma", "Proforma"],
            Self::Ddt => ["DDT", "Delivery note"],
            Self::Fattura => ["Fattura", "Invoice"],
            Self::FatturaAcconto => ["Fattura di acconto", "Advance invoice"],
            Self::ParcellaAcconto => ["Acconto su parcella", "Advance fee invoice"],
            Self::NotaCredito => ["Nota di credito", "Credit note"],
            Self::NotaDebito => ["Nota di debito", "Debit note"],
            Self::Parcella => ["Parcella", "Fee invoice"],
            Self::FatturaDifferita => ["Fattura differita", "Deferred invoice"],
            Self::FatturaDifferitaB => ["Fattura differita triangolare", "Triangular deferred invoice"],
            Self::Ricevuta => ["Ricevuta", "Receipt"],
        };
        match lingua {
            Lingua::It => it,
            Lingua::En => en,
        }
    }
}

const fn pagamento(pagamento: Pagamento, lingua: Lingua) -> &'static str {
    let [it, en] = match pagamento {
        Pagamento::Aperto => ["da pagare", "unpaid"],
        Pagamento::Scaduto => ["scaduto", "overdue"],
        Pagamento::Parziale => ["in parte", "partly paid"],
        Pagamento::Pagato => ["pagato", "paid"],
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
