//! The logo of the letterhead.

use db::When;

use super::{AziendaView, save::set_logo};
use crate::{Books, Error, allegati, list::Saved};

/// Keeps a picture (PNG or JPEG) and makes it the logo; none removes the logo.
///
/// # Errors
/// The bytes are not a picture that can be printed, there is no company yet, or the archive cannot be written.
pub fn save_logo(
    books: &Books,
    when: &When,
    picture: Option<(&str, &[u8])>,
) -> Result<Saved<AziendaView>, Error> {
    let mut logo = None;
    if let Some((nome, bytes)) = picture {
        pdf::Image::decode(bytes).map_err(|bad| Error::refused("image_bad").arg("detail", bad))?;
        let mime = if bytes.starts_with(&[0xff, 0xd8]) {
            "image/jpeg"
        } else {
            "image/png"
        };
        logo = Some(allegati::put(books, when, nome, mime, bytes)?.value.id);
    }
    set_logo(books, when, logo)
}
