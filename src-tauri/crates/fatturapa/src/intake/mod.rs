//! From whatever arrives to invoices: one function from bytes, a file or a folder to items.
//!
//! What a file is, is decided by its content, never by its name: XML, CMS signature (`.p7m`, in DER, BER, Base64 or
//! PEM), zip, mail. Containers are opened inside each other as far as [`Limits`] go. Every member becomes one
//! [`Item`], good or bad: a bad one carries the reason. Nothing is written, and nothing outside of the given bytes is
//! opened.
//!
//! A signature is information, not a gate: its content is given whatever the [`State`] says.
//!
//! ```
//! use fatturapa::intake::{self, Kind, Options};
//!
//! let xml = b"<p:FatturaElettronica xmlns:p=\"urn:x\" versione=\"FPR12\"/>";
//! let items = intake::open("IT01234567897_00001.xml", xml, &Options::default());
//! assert_eq!(items.len(), 1);
//! assert_eq!(items[0].kind, Kind::Fattura);
//! assert_eq!(items[0].content.as_deref(), Ok(&xml[..]));
//! ```

mod archive;
mod asn1;
pub(crate) mod base64;
mod budget;
mod certificate;
mod cms;
mod crypto;
mod error;
mod files;
mod item;
mod limits;
mod mail;
mod metadata;
mod names;
mod pec;
mod salvage;
mod signature;
mod sniff;
#[cfg(test)]
mod tests;
mod trust;
mod walk;
mod xades;

use std::{ops::ControlFlow, path::Path};

pub use error::IntakeError;
pub use item::{Item, Kind};
pub use limits::{Limits, Options};
pub use mail::Mail;
pub use metadata::{Metadata, MetadataFiles};
pub use names::{UniqueNames, safe_name};
pub use pec::Pec;
pub use signature::{Alteration, Chain, Form, Obstacle, Signature, Signer, State};
pub use trust::{BadTrustList, TrustList};

/// Opens a file that is in memory and gives all its items. `name` is only what it is called.
#[must_use]
pub fn open(name: &str, bytes: &[u8], options: &Options) -> Vec<Item> {
    let mut items = Vec::new();
    // the flow never breaks: this reader always goes on
    let _ = each(name, bytes, options, |item| {
        items.push(item);
        ControlFlow::Continue(())
    });
    items
}

/// Opens a file that is in memory and hands over one item at a time, until `on` breaks.
pub fn each(
    name: &str,
    bytes: &[u8],
    options: &Options,
    mut on: impl FnMut(Item) -> ControlFlow<()>,
) -> ControlFlow<()> {
    walk::Walk::new(options, &mut on).bytes(name, bytes)
}

/// Opens a file or, with everything in it, a folder, and hands over one item at a time, until `on` breaks. A zip is
/// read from the disk as it goes, so that memory does not grow with it. What cannot be read is an item too. Devices and
/// pipes, which may never end, are not opened.
pub fn each_in(
    path: &Path,
    options: &Options,
    mut on: impl FnMut(Item) -> ControlFlow<()>,
) -> ControlFlow<()> {
    files::visit(&mut walk::Walk::new(options, &mut on), path)
}

/// As [`each_in`], for a file that was found by looking through a folder, not named by anybody: a link is told and not
/// followed, since it could lead anywhere.
pub fn each_found(
    path: &Path,
    options: &Options,
    mut on: impl FnMut(Item) -> ControlFlow<()>,
) -> ControlFlow<()> {
    files::visit_found(&mut walk::Walk::new(options, &mut on), path)
}
