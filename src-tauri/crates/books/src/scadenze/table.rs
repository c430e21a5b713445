//! What the lists can show, column by column. Amounts of credit notes are negative.

use jiff::civil::Date;

use super::{IncassoRow, ScadenzaRow, StatoScadenza};
use crate::{Cell, Column, documenti::Tipo, list::Lingua};

/// The columns of the schedule, as the list has them at first.
pub static COLUMNS: &[Column<ScadenzaRow>] = &[
    Column {
        id: "scadenza",
        head: ["Scadenza", "Due"],
        cell: |row, _| day(&row.scadenza),
    },
    Column {
        id: "stato",
        head: ["Stato", "State"],
        cell: |row, lingua| stato(row.stato, lingua).into(),
    },
    Column {
        id: "cliente",
        head: ["Cliente", "Customer"],
        cell: |row, _| row.cliente.as_str().into(),
    },
    Column {
        id: "documento",
        head: ["Documento", "Document"],
        cell: |row, lingua| documento(row.tipo, &row.numero, lingua),
    },
    Column {
        id: "data",
        head: ["Data", "Date"],
        cell: |row, _| day(&row.data_documento),
    },
    Column {
        id: "rata",
        head: ["Rata", "Instalment"],
        cell: |row, _| format!("{}/{}", row.rata, row.rate).as_str().into(),
    },
    Column {
        id: "modalita",
        head: ["Pagamento", "Payment"],
        cell: |row, _| row.modalita.as_str().into(),
    },
    Column {
        id: "importo",
        head: ["Importo", "Amount"],
        cell: |row, _| row.importo.decimal().into(),
    },
    Column {
        id: "incassato",
        head: ["Incassato", "Received"],
        cell: |row, _| row.incassato.decimal().into(),
    },
    Column {
        id: "residuo",
        head: ["Da incassare", "Outstanding"],
        cell: |row, _| row.residuo.decimal().into(),
    },
    Column {
        id: "ultimo",
        head: ["Ultimo incasso", "Last payment"],
        cell: |row, _| day(&row.ultimo),
    },
];

/// The columns of the cashings.
pub static INCASSI_COLUMNS: &[Column<IncassoRow>] = &[
    Column {
        id: "giorno",
        head: ["Giorno", "Day"],
        cell: |row, _| day(&row.giorno),
    },
    Column {
        id: "cliente",
        head: ["Cliente", "Customer"],
        cell: |row, _| row.cliente.as_str().into(),
    },
    Column {
        id: "documento",
        head: ["Documento", "Document"],
        cell: |row, lingua| documento(row.tipo, &row.numero, lingua),
    },
    Column {
        id: "rata",
        head: ["Rata", "Instalment"],
        cell: |row, _| row.rata.to_string().as_str().into(),
    },
    Column {
        id: "importo",
        head: ["Importo", "Amount"],
        cell: |row, _| row.importo.decimal().into(),
    },
    Column {
        id: "note",
        head: ["Note", "Notes"],
        cell: |row, _| row.note.as_str().into(),
    },
];

fn documento(tipo: Tipo, numero: &str, lingua: Lingua) -> Cell {
    format!("{} {numero}", tipo.words(lingua)).as_str().into()
}

fn day(iso: &str) -> Cell {
    iso.parse::<Date>().map_or(Cell::Empty, Cell::from)
}

const fn stato(stato: StatoScadenza, lingua: Lingua) -> &'static str {
    let [it, en] = match stato {
        StatoScadenza::Aperta => ["aperta", "open"],
        StatoScadenza::Scaduta => ["scaduta", "overdue"],
        StatoScadenza::Parziale => ["parziale", "partly paid"],
        StatoScadenza::Pagata => ["pagata", "paid"],
    };
    match lingua {
        Lingua::It => it,
        Lingua::En => en,
    }
}
