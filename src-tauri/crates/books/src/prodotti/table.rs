//! What the list can show, column by column.

use super::ProdottoRow;
use crate::{Cell, Column, list::Lingua};

/// The columns, as the list has them at first.
pub static COLUMNS: &[Column<ProdottoRow>] = &[
    Column {
        id: "codice",
        head: ["Codice", "Code"],
        cell: |row, _| row.codice.as_str().into(),
    },
    Column {
        id: "descrizione",
        head: ["Descrizione", "Description"],
        cell: |row, _| row.descrizione.as_str().into(),
    },
    Column {
        id: "servizio",
        head: ["Tipo", "Type"],
        cell: |row, lingua| match (lingua, row.servizio) {
            (Lingua::It, true) => "Servizio".into(),
            (Lingua::It, false) => "Bene".into(),
            (Lingua::En, true) => "Service".into(),
            (Lingua::En, false) => "Good".into(),
        },
    },
    Column {
        id: "categoria",
        head: ["Categoria", "Category"],
        cell: |row, _| row.categoria.as_str().into(),
    },
    Column {
        id: "unita_misura",
        head: ["Unità", "Unit"],
        cell: |row, _| row.unita_misura.as_str().into(),
    },
    Column {
        id: "prezzo",
        head: ["Prezzo", "Price"],
        cell: |row, _| row.prezzo.decimal().into(),
    },
    Column {
        id: "prezzo_ivato",
        head: ["IVA compresa", "VAT included"],
        cell: |row, lingua| Cell::yes_no(row.prezzo_ivato, lingua),
    },
    Column {
        id: "iva",
        head: ["IVA", "VAT"],
        cell: |row, _| {
            if row.natura.is_empty() {
                row.aliquota_iva.decimal().into()
            } else {
                row.natura.as_str().into()
            }
        },
    },
];
