//! What was paid of whole documents, for the list of documents.

mod store;

use crate::documenti::Pagamenti;

/// What [`crate::documenti::list`] asks of this area.
pub static PAGAMENTI: Pagamenti = Pagamenti {
    columns: store::COLUMNS,
    only: store::only,
};
