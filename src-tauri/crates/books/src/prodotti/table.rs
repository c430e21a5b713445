//! Rows of the list for a spreadsheet.

use super::ProdottoRow;
use crate::Table;

/// The rows as they are shown in the list.
#[must_use]
pub fn table(rows: &[ProdottoRow]) -> Table {
    Table {
        columns: vec![
            "Codice",
            "Descrizione",
            "Categoria",
            "Unità",
            "Prezzo",
            "IVA compresa",
            "Aliquota IVA",
            "Natura",
        ],
        rows: rows
            .iter()
            .map(|row| {
                vec![
                    row.codice.as_str().into(),
                    row.descrizione.as_str().into(),
                    row.categoria.as_str().into(),
                    row.unita_misura.as_str().into(),
                    row.prezzo.decimal().into(),
                    row.prezzo_ivato.into(),
                    row.aliquota_iva.decimal().into(),
                    row.natura.as_str().into(),
                ]
            })
            .collect(),
    }
}
