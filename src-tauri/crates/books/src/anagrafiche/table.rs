//! What the list can show, column by column.

use super::{Natura, SoggettoRow};
use crate::{Column, list::Lingua};

/// The columns, as the list has them at first.
pub static COLUMNS: &[Column<SoggettoRow>] = &[
    Column {
        id: "codice",
        head: ["Codice", "Code"],
        cell: |row, _| row.codice.as_str().into(),
    },
    Column {
        id: "nome",
        head: ["Nome", "Name"],
        cell: |row, _| row.nome.as_str().into(),
    },
    Column {
        id: "natura",
        head: ["Tipo", "Type"],
        cell: |row, lingua| natura(row.natura, lingua).into(),
    },
    Column {
        id: "partita_iva",
        head: ["Partita IVA", "VAT number"],
        cell: |row, _| row.partita_iva.as_str().into(),
    },
    Column {
        id: "codice_fiscale",
        head: ["Codice fiscale", "Tax code"],
        cell: |row, _| row.codice_fiscale.as_str().into(),
    },
    Column {
        id: "comune",
        head: ["Comune", "Town"],
        cell: |row, _| row.comune.as_str().into(),
    },
    Column {
        id: "provincia",
        head: ["Prov.", "Prov."],
        cell: |row, _| row.provincia.as_str().into(),
    },
    Column {
        id: "nazione",
        head: ["Nazione", "Country"],
        cell: |row, _| row.nazione.as_str().into(),
    },
    Column {
        id: "telefono",
        head: ["Telefono", "Telephone"],
        cell: |row, _| row.telefono.as_str().into(),
    },
    Column {
        id: "email",
        head: ["E-mail", "E-mail"],
        cell: |row, _| row.email.as_str().into(),
    },
];

const fn natura(natura: Natura, lingua: Lingua) -> &'static str {
    match (lingua, natura) {
        (Lingua::It, Natura::Societa) => "Società o ente",
        (Lingua::It, Natura::PersonaConIva) => "Ditta o professionista",
        (Lingua::It, Natura::Privato) => "Privato",
        (Lingua::It, Natura::Pa) => "Ente pubblico",
        (Lingua::It, Natura::Estero) => "Estero",
        (Lingua::En, Natura::Societa) => "Company or body",
        (Lingua::En, Natura::PersonaConIva) => "Sole trader or professional",
        (Lingua::En, Natura::Privato) => "Private person",
        (Lingua::En, Natura::Pa) => "Public body",
        (Lingua::En, Natura::Estero) => "Abroad",
    }
}
