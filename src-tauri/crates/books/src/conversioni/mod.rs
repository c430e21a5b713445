//! conversioni: files of invoices as paper that a person can read: ours or not, good or faulty, signed, packed or mailed.
//!
//! Nothing is judged and nothing is left out: the paper is made from the tree of the file, every value is taken once, and
//! what no section took stands at the end under the name of its element. What was opened stands in a list; the files stay
//! where they are, unless a copy is asked for.

mod campi;
mod convert;
mod documento;
mod file;
mod open;
mod paper;
mod parole;
mod reading;
mod save;
mod save_pdf;
mod soggetti;
mod store;
mod table;
mod tables;
mod view;

use pdf::{Block, Field, Lingua};

pub use convert::{Options, Paper, body_of, convert, sentence};
pub use open::open;
pub use save::{delete, get, ids, list, pdf_page, pdf_pages, somme, to_pdf};
pub use save_pdf::save_pdf;
pub use table::COLUMNS;
pub use view::*;

/// What the area tells the program about itself.
pub static AREA: crate::areas::Area = crate::areas::Area {
    file: db::Area {
        name: "conversioni",
        migrations: &[db::Migration {
            version: 3,
            sql: include_str!("migrations/0003.sql"),
        }],
        unlogged: &[],
        index: &[("conversioni_file", store::search_text)],
    },
    export: &["conversioni_file"],
};

/// A section with the label of an element, when there is something in it.
fn section(blocks: &mut Vec<Block>, element: &str, pairs: Vec<(String, String)>, lingua: Lingua) {
    titled_section(blocks, campi::label(element, lingua), pairs);
}

/// Label and value of everything, under a title.
fn titled_section(blocks: &mut Vec<Block>, title: String, pairs: Vec<(String, String)>) {
    if pairs.is_empty() {
        return;
    }
    let fields = pairs.into_iter().map(|(label, value)| Field::new(label, value));
    blocks.push(Block::Heading(title));
    blocks.push(Block::Fields {
        across: 4,
        fields: fields.collect(),
    });
}
