//! The one place with floats: the PDF writer and the renderer count in them.
#![expect(
    clippy::disallowed_types,
    clippy::as_conversions,
    clippy::float_arithmetic,
    reason = "printpdf takes f32 points and hayro f32 scales; layout itself is integer micrometres"
)]

use hayro::{
    PixmapSettings,
    vello_cpu::color::{AlphaColor, Srgb},
};
use printpdf::{Color, Mm, Point, Pt, Rect};

use crate::{Rgb, Um};

/// Micrometres as points, rounded to a hundredth of a point (3.5 um) so that files stay small.
pub(crate) fn pt(length: Um) -> Pt {
    Pt(((length * 7_200 + length.signum() * 12_700) / 25_400) as f32 / 100.0)
}

/// Micrometres as millimetres, for the page size.
pub(crate) fn page_mm(length: Um) -> Mm {
    Mm(length as f32 / 1_000.0)
}

/// A point of the page, both lengths from the lower left corner.
pub(crate) fn point(x: Um, y: Um) -> Point {
    Point { x: pt(x), y: pt(y) }
}

/// A filled rectangle given by its lower left corner.
pub(crate) fn rect(x: Um, y: Um, width: Um, height: Um) -> Rect {
    let mut rect = Rect::from_xywh(pt(x), pt(y), pt(width), pt(height));
    rect.mode = Some(printpdf::PaintMode::Fill);
    rect
}

/// The six numbers that put the unit square of a picture where it belongs.
pub(crate) fn placement(x: Um, y: Um, width: Um, height: Um) -> [f32; 6] {
    [pt(width).0, 0.0, 0.0, pt(height).0, pt(x).0, pt(y).0]
}

/// A colour.
pub(crate) fn color(Rgb(red, green, blue): Rgb) -> Color {
    let part = |value: u8| ((u32::from(value) * 1_000 + 127) / 255) as f32 / 1_000.0;
    Color::Rgb(printpdf::Rgb {
        r: part(red),
        g: part(green),
        b: part(blue),
        icc_profile: None,
    })
}

/// The scale that makes a page of `width` x `height` points `pixels` wide; none when the page has no sensible size.
pub(crate) fn scale(width: f32, height: f32, pixels: u16) -> Option<f32> {
    // The renderer cuts to whole pixels: a little more than needed, or a pixel is lost.
    let scale = (f32::from(pixels) + 0.01) / width;
    let fits = width >= 1.0 && height >= 1.0 && height * scale >= 1.0 && height * scale <= 16_384.0;
    fits.then_some(scale)
}

/// The renderer's settings for a page at a scale.
pub(crate) fn pixmap(scale: f32, ground: AlphaColor<Srgb>) -> PixmapSettings {
    PixmapSettings {
        x_scale: scale,
        y_scale: scale,
        bg_color: ground,
    }
}
