//! The words of a PDF, read back from its bytes: the proof that what was computed is what is printed.

use hayro::{
    hayro_interpret::{
        BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
        InterpreterSettings, RectExt, SoftMask, font::GlyphRun, hayro_cmap::BfString, interpret_page,
    },
    kurbo::{Affine, BezPath},
};

use crate::{PdfError, preview};

/// The text of every page in the order it is drawn, a line for each piece of text.
///
/// # Errors
/// [`PdfError::Unreadable`].
pub fn text(pdf: &[u8]) -> Result<String, PdfError> {
    let pdf = preview::open(pdf)?;
    let cache = InterpreterCache::new();
    let mut reader = Reader(String::new());
    for page in pdf.pages().iter() {
        let bounds = page.intersected_crop_box().to_kurbo();
        let settings = InterpreterSettings::default();
        let mut context = Context::new(Affine::IDENTITY, bounds, &cache, page.xref(), settings);
        interpret_page(page, &mut context, &mut reader);
    }
    Ok(reader.0)
}

struct Reader(String);

impl Device<'_> for Reader {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, '_>, _: DrawProps<'_>, _: &DrawMode) {
        for glyph in run.glyphs() {
            match glyph.as_unicode() {
                Some(BfString::Char(c)) => self.0.push(c),
                Some(BfString::String(text)) => self.0.push_str(&text),
                None => self.0.push(char::REPLACEMENT_CHARACTER),
            }
        }
        self.0.push('\n');
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    #[expect(clippy::disallowed_types, reason = "the trait gives the opacity as f32")]
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: ImageDrawProps<'_>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
