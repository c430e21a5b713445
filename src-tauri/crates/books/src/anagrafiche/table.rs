//! Rows of the list for a spreadsheet.

use super::SoggettoRow;
use crate::Table;

/// The rows as they are shown in the list.
#[must_use]
pub fn table(rows: &[SoggettoRow]) -> Table {
    Table {
        columns: vec![
            "Codice",
            "Nome",
            "Partita IVA",
            "Codice fiscale",
            "Comune",
            "Provincia",
            "Nazione",
            "E-mail",
            "Telefono",
        ],
        rows: rows
            .iter()
            .map(|row| {
                let cells = [
                    &row.codice,
                    &row.nome,
                    &row.partita_iva,
                    &row.codice_fiscale,
                    &row.comune,
                    &row.provincia,
                    &row.nazione,
                    &row.email,
                    &row.telefono,
                ];
                cells.into_iter().map(|text| text.as_str().into()).collect()
            })
            .collect(),
    }
}
