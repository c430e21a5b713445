//! documenti: the active cycle: from a draft to a numbered, frozen document.
//!
//! A draft is text as typed and can always be kept. [`regole`] reads and computes it, pure; [`issue`] gives the
//! number, freezes everything that was used, makes the XML and adds a link to the chain, in one write.

mod banco;
mod congelato;
mod converti;
mod digita;
mod draft;
mod esempio;
mod insieme;
mod issue;
mod lettere;
mod list;
mod numeri;
mod paper;
mod parti;
mod print;
mod proof;
mod registro;
pub mod regole;
mod reissue;
mod save;
mod store;
mod table;
mod to_xml;
mod verify;
mod view;

pub(crate) use banco::deferred_until;
pub use banco::{BancoFilter, BancoRow, banco};
pub use converti::{convert, duplicate, new_draft, repeat, set_stato};
pub(crate) use converti::{last_invoice, set_stato_in};
pub use digita::{Colonna, Incollate, RigaCapita, line, paste};
pub use draft::*;
pub use esempio::{Esempio, sample_page, sample_pages, sample_pdf};
pub use insieme::{DaEmettere, PianoEmissione, issue_kept, issue_plan};
pub(crate) use issue::issue_in;
pub use issue::{Ordine, issue, issue_many, issue_orders};
pub use lettere::{Lettera, MOST_LETTERS, letter_file, letters, note_letters};
pub(crate) use lettere::{Preparata, prepared};
#[cfg(test)]
pub(crate) use list::plan;
pub use list::{Pagamenti, ids, list, somme};
pub use numeri::{numeri, used_numbers};
pub use paper::{pdf_name, pdf_page, pdf_pages, save_pdf, to_pdf};
pub use proof::{ProvaDocumento, ProvaRiga, proof};
pub(crate) use registro::count_of_series;
pub use registro::{NumeroSerie, registro, registro_pdf, registro_table};
pub use regole::{Passo, Spiegazione};
pub use reissue::correct;
pub use save::{annota, delete, explain, get, preview, save};
pub(crate) use save::{deleted, move_drafts, put_draft, undelete};
pub use table::COLUMNS;
pub use verify::{check_chain, issued, verify, verify_pdf};
pub use view::*;

/// What the area tells the program about itself.
pub static AREA: crate::areas::Area = crate::areas::Area {
    file: db::Area {
        name: "documenti",
        migrations: &[
            db::Migration {
                version: 1,
                sql: include_str!("migrations/0001.sql"),
            },
            db::Migration {
                version: 2,
                sql: include_str!("migrations/0002.sql"),
            },
            db::Migration {
                version: 5,
                sql: include_str!("migrations/0005.sql"),
            },
            db::Migration {
                version: 7,
                sql: include_str!("migrations/0007.sql"),
            },
        ],
        unlogged: &["documenti_lettere"],
        index: &[
            ("documenti", store::search_text),
            ("documenti_contenuti", store::search_text),
        ],
    },
    export: &[
        "documenti",
        "documenti_contenuti",
        "documenti_righe",
        "documenti_riepilogo",
        "documenti_casse",
        "documenti_ritenute",
        "documenti_rate",
        "documenti_legami",
        "documenti_catena",
        "documenti_versioni",
        "documenti_lettere",
    ],
};
