//! Rules on the file around the invoice: its name, its size, its signature, the archive it came in.

use std::fmt::Display;

use jiff::Timestamp;

use super::found::Found;
use crate::{
    FileName,
    intake::{IntakeError, Item, Kind, Signature, State},
};

/// 5 MB, read as a person does and as a computer does: the specification does not say which (00003).
const MEGABYTES: [usize; 2] = [5_000_000, 5_242_880];

/// Looks at an item as it arrived, at that instant.
pub(super) fn check(item: &Item, now: Timestamp, found: &mut Found) {
    if item.kind.is_fattura() {
        name(item, found);
        size(item, found);
        for signature in &item.signatures {
            sign(signature, now, found);
        }
    }
    if let Err(error) = &item.content {
        unopened(item.kind, error, found);
    }
}

/// 00001: the name has the form that SDI wants. Of a received file it is only doubtful: it may have been renamed.
fn name(item: &Item, found: &mut Found) {
    let shown = item.shown();
    let name = shown.rsplit(['/', '\\']).next().unwrap_or_default();
    if name.parse::<FileName>().is_err() {
        found.doubt("00001.name", "/", &[&name]);
    }
}

/// 00003: the file as sent, its signature included, has 5 MB at most.
fn size(item: &Item, found: &mut Found) {
    let size = item.original().map_or(0, <[u8]>::len);
    let [least, most] = MEGABYTES;
    if size > most {
        found.reject("00003.size", "/", &[&size]);
    } else if size > least {
        found.doubt("00003.edge", "/", &[&size]);
    }
}

fn sign(signature: &Signature, now: Timestamp, found: &mut Found) {
    altered(signature, found);
    undated(signature, found);
    postdated(signature, now, found);
    expired(signature, now, found);
}

/// 00102: what was signed is what is there.
fn altered(signature: &Signature, found: &mut Found) {
    if let State::Altered(_) = signature.state {
        found.reject("00102.altered", "/", &[]);
    }
}

/// 00103: the signature says when it was made.
fn undated(signature: &Signature, found: &mut Found) {
    if signature.signed_at.is_none() && signature.signer.is_some() {
        found.reject("00103.time", "/", &[]);
    }
}

/// 00105: it was not made after the file is received.
fn postdated(signature: &Signature, now: Timestamp, found: &mut Found) {
    if let Some(at) = signature.signed_at.filter(|at| *at > now) {
        found.reject("00105.time", "/", &[&at]);
    }
}

/// 00100, as far as the certificate itself tells: it was valid when it signed. The instant is the word of the signer.
fn expired(signature: &Signature, now: Timestamp, found: &mut Found) {
    let signer = signature.signer.as_ref();
    if let Some(signer) = signer.filter(|_| signature.is_out_of_validity(now)) {
        found.doubt(
            "00100.validity",
            "/",
            &[&signer.nome, &signer.valid_from, &signer.valid_to],
        );
    }
}

/// 00106: an archive can be opened and has something in it. What else cannot be opened is no business of SDI's rules,
/// which never see it: it has a code of its own.
fn unopened(kind: Kind, error: &IntakeError, found: &mut Found) {
    let is_archive = kind == Kind::Archive && matches!(error, IntakeError::Empty | IntakeError::Damaged(_));
    let rule = if is_archive { "00106.archive" } else { error.code() };
    let arg = error.arg();
    let args: Vec<&dyn Display> = arg.iter().map(|arg| -> &dyn Display { arg }).collect();
    found.reject(rule, "/", &args);
}
