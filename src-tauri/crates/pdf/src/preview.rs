//! Pages as pictures, for the window.

use std::sync::Arc;

use hayro::{
    RenderCache, RenderSettings, hayro_interpret::InterpreterSettings, hayro_syntax::Pdf,
    vello_cpu::color::palette::css::WHITE,
};

use crate::{PdfError, convert};

/// A page as a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Png {
    /// The file.
    pub bytes: Vec<u8>,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// How many pages a PDF has.
///
/// # Errors
/// [`PdfError::Unreadable`].
pub fn page_count(pdf: &[u8]) -> Result<usize, PdfError> {
    Ok(open(pdf)?.pages().len())
}

/// A page, counted from zero, as a picture `width_px` pixels wide (16 to 4,096; less or more is taken to the bound).
///
/// # Errors
/// [`PdfError::Unreadable`], [`PdfError::NoSuchPage`].
pub fn preview_png(pdf: &[u8], page: usize, width_px: u32) -> Result<Png, PdfError> {
    let pdf = open(pdf)?;
    let sheet = pdf.pages().get(page).ok_or(PdfError::NoSuchPage { page })?;
    let pixels = u16::try_from(width_px.clamp(16, 4_096)).unwrap_or(4_096);
    let (width, height) = sheet.render_dimensions();
    let scale = convert::scale(width, height, pixels).ok_or(PdfError::Unreadable)?;
    // Hinting would move letters to whole pixels: the picture must look as the paper does.
    let settings = RenderSettings {
        hinting: false,
        ..RenderSettings::default()
    };
    let pixmap = hayro::render(
        sheet,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &settings,
        &convert::pixmap(scale, WHITE),
    );
    let (width, height) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
    // The ground is white and opaque, so that premultiplied colours are the colours.
    let colours: Vec<u8> = pixmap
        .data()
        .iter()
        .flat_map(|pixel| [pixel.r, pixel.g, pixel.b])
        .collect();
    let bytes = encode(width, height, &colours).map_err(|why| PdfError::Write(why.to_string()))?;
    Ok(Png { bytes, width, height })
}

pub(crate) fn open(pdf: &[u8]) -> Result<Pdf, PdfError> {
    Pdf::new(Arc::new(pdf.to_vec())).map_err(|_unreadable| PdfError::Unreadable)
}

fn encode(width: u32, height: u32, colours: &[u8]) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(colours)?;
    writer.finish()?;
    Ok(bytes)
}
