//! What the list can show, column by column.

use super::ConversioneRow;
use crate::{Cell, Column, list::Lingua};

/// The columns, as the list has them at first.
pub static COLUMNS: &[Column<ConversioneRow>] = &[
    Column {
        id: "aperto",
        head: ["Aperto il", "Opened on"],
        cell: |row, _| row.aperto_at.as_str().into(),
    },
    Column {
        id: "tipo",
        head: ["Tipo", "Type"],
        cell: |row, _| row.tipo.as_str().into(),
    },
    Column {
        id: "mittente",
        head: ["Cedente", "Seller"],
        cell: |row, _| row.mittente.as_str().into(),
    },
    Column {
        id: "numero",
        head: ["Numero", "Number"],
        cell: |row, _| row.numero.as_str().into(),
    },
    Column {
        id: "data",
        head: ["Data", "Date"],
        cell: |row, _| {
            row.data_documento
                .parse::<jiff::civil::Date>()
                .map_or(Cell::Empty, Cell::from)
        },
    },
    Column {
        id: "totale",
        head: ["Totale", "Total"],
        cell: |row, _| row.totale.map_or(Cell::Empty, |totale| totale.decimal().into()),
    },
    Column {
        id: "destinatario",
        head: ["Cessionario", "Customer"],
        cell: |row, _| row.destinatario.as_str().into(),
    },
    Column {
        id: "firma",
        head: ["Firma", "Signature"],
        cell: |row, lingua| {
            let sentence = crate::sentence(
                &row.firma,
                &std::collections::BTreeMap::new(),
                lingua == Lingua::En,
            );
            sentence.as_str().into()
        },
    },
    Column {
        id: "rilievi",
        head: ["Rilievi", "Findings"],
        cell: |row, lingua| match (lingua, row.motivo_it.is_empty()) {
            (_, true) => row.errori.saturating_add(row.avvisi).to_string().as_str().into(),
            (Lingua::It, false) => row.motivo_it.as_str().into(),
            (Lingua::En, false) => row.motivo_en.as_str().into(),
        },
    },
    Column {
        id: "file",
        head: ["File", "File"],
        cell: |row, _| row.nome.as_str().into(),
    },
];
