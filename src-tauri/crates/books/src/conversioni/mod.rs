//! conversioni: files of invoices as paper that a person can read: ours or not, good or faulty, signed, packed or mailed.
//!
//! Nothing is judged and nothing is left out: the paper is made from the tree of the file, every value is taken once, and
//! what no section took stands at the end under the name of its element.

mod campi;
mod convert;
mod documento;
mod file;
mod paper;
mod parole;
mod reading;
mod soggetti;
mod tables;

use pdf::{Block, Field, Lingua};

pub use convert::{Options, Paper, body_of, convert, sentence};

/// What the area tells the program about itself.
pub static AREA: crate::areas::Area = crate::areas::Area {
    file: db::Area {
        name: "conversioni",
        migrations: &[],
        unlogged: &[],
        index: None,
    },
    export: &[],
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
