//! How many wait, for the numbers beside the places of the window.

use db::Sql;
use jiff::civil::Date;

use super::{Sospesi, store};
use crate::{
    Error,
    documenti::{self, DocumentoFilter, Stato},
    scadenze::PAGAMENTI,
};

/// How many wait for what, all of them, without their terms.
///
/// # Errors
/// The archive cannot be read.
pub fn sospesi(sql: &impl Sql, today: Date) -> Result<Sospesi, Error> {
    let drafts = DocumentoFilter {
        stati: vec![Stato::Bozza],
        ..DocumentoFilter::default()
    };
    Ok(Sospesi {
        bozze: documenti::somme(sql, &drafts, today, &PAGAMENTI)?.righe,
        da_inviare: store::to_send(sql)?,
        scadute: store::late(sql, today)?,
    })
}
