//! What a copy of the archive is asked: whether its chain is whole, and which documents it holds.

use std::collections::BTreeMap;

use db::{Id, Sql};

use super::{super::congelato::link_hash, store};
use crate::Error;

/// Every issued document in words: `fattura 12/2026 del 2026-11-24`.
///
/// # Errors
/// The archive cannot be read.
pub fn issued(sql: &impl Sql) -> Result<BTreeMap<Id, String>, Error> {
    store::issued(sql)
}

/// Recomputes the hash chain alone, without what hangs on it.
///
/// # Errors
/// `chain_broken` at the first link that does not agree; the archive cannot be read.
pub fn check_chain(sql: &impl Sql) -> Result<(), Error> {
    let mut prev = String::new();
    store::walk_chain(sql, |link| {
        if link.prev != prev || link.hash != link_hash(link.prev, link.congelato) {
            return Err(Error::refused("chain_broken").arg("numero", link.numero));
        }
        link.hash.clone_into(&mut prev);
        Ok(())
    })
}
