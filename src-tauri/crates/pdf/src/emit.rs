//! From inked pages to the bytes of a file.

use printpdf::{
    Color, DictItem, FontId, LinePoint, Op, PaintMode, PdfDocument, PdfFont, PdfFontHandle, PdfPage,
    PdfSaveOptions, Polygon, PolygonRing, TextItem, WindingOrder, XObjectId, XObjectTransform, date,
};

use crate::{
    Doc, PdfError, Rgb, Um, convert,
    font::Face,
    layout::{Ink, Item, Laid, Page, Style},
};

/// Writes the file.
///
/// # Errors
/// [`PdfError::Write`] when the writer warns: a font that cannot be cut would be embedded broken.
pub(crate) fn emit(doc: &Doc, laid: &Laid) -> Result<Vec<u8>, PdfError> {
    let mut pdf = PdfDocument::new(&doc.title);
    let when = moment(doc.date);
    let info = &mut pdf.metadata.info;
    (info.creation_date, info.modification_date, info.metadata_date) = (when, when, when);
    info.author.clone_from(&doc.author);
    info.creator = "Fatturein1click".to_owned();
    info.producer = "Fatturein1click".to_owned();
    for face in [Face::Regular, Face::SemiBold] {
        pdf.resources
            .fonts
            .map
            .insert(font_id(doc, face), PdfFont::new(face.metrics().parsed.clone()));
    }
    for (index, image) in laid.images.iter().enumerate() {
        pdf.resources
            .xobjects
            .map
            .insert(image_id(index), image.xobject());
    }
    let (width, height) = (convert::page_mm(laid.width), convert::page_mm(laid.height));
    pdf.pages = laid
        .pages
        .iter()
        .map(|page| PdfPage::new(width, height, ops(doc, laid, page)))
        .collect();
    let mut warnings = Vec::new();
    let options = PdfSaveOptions {
        image_optimization: None,
        ..PdfSaveOptions::default()
    };
    let mut file = pdf.to_lopdf_document(&options, &mut warnings);
    if let Some(warning) = warnings.first() {
        return Err(PdfError::Write(warning.msg.clone()));
    }
    let identity = DictItem::Bytes(doc.id_hash.iter().take(16).copied().collect());
    file.trailer
        .set("ID", DictItem::Array(vec![identity.clone(), identity]).to_lopdf());
    // Opacity of pictures came with version 1.4.
    "1.7".clone_into(&mut file.version);
    if let Ok(catalog) = file.catalog_mut() {
        let text = |text: &str| DictItem::String {
            data: text.as_bytes().to_vec(),
            literal: true,
        };
        catalog.set("Lang", text(doc.lingua.tag()).to_lopdf());
    }
    file.compress();
    let mut bytes = Vec::new();
    file.save_to(&mut bytes)
        .map_err(|why| PdfError::Write(why.to_string()))?;
    Ok(bytes)
}

/// Noon of a day, so that no time zone shows another day.
fn moment(day: jiff::civil::Date) -> date::OffsetDateTime {
    let part = |value: i8| u8::try_from(value).unwrap_or(1);
    date::OffsetDateTime::new_in_offset(
        date::Date {
            year: i32::from(day.year()),
            month: part(day.month()),
            day: part(day.day()),
        },
        date::Time {
            hour: 12,
            minute: 0,
            second: 0,
            millisecond: 0,
        },
        date::Offset {
            hours: 0,
            minutes: 0,
            seconds: 0,
            milliseconds: 0,
        },
    )
}

/// Six capital letters, as the name of a cut font asks, from the hash of the document.
fn font_id(doc: &Doc, face: Face) -> FontId {
    let start = match face {
        Face::Regular => 16,
        Face::SemiBold => 22,
    };
    let letter = |byte: &u8| char::from(b'A' + byte % 26);
    let tag: String = doc.id_hash.iter().skip(start).take(6).map(letter).collect();
    let face = match face {
        Face::Regular => "R",
        Face::SemiBold => "S",
    };
    FontId(format!("{tag}{face}"))
}

fn image_id(index: usize) -> XObjectId {
    XObjectId(format!("Im{index}"))
}

/// The operations of a page; colour and font are set when they change.
fn ops(doc: &Doc, laid: &Laid, page: &Page) -> Vec<Op> {
    let mut pen = Pen {
        ops: Vec::new(),
        colour: None,
    };
    for Item { x, y, ink } in &page.items {
        let up = laid.height - y;
        match ink {
            Ink::Text { text, style } => pen.text(doc, *x, up, text, *style),
            Ink::Fill {
                width,
                height,
                colour,
            } => {
                pen.colour(*colour);
                let rectangle = convert::rect(*x, up - height, *width, *height);
                pen.ops.push(Op::DrawRectangle { rectangle });
            }
            Ink::Picture { index, width, height } => pen.picture(*index, *x, up - height, *width, *height),
            Ink::Modules {
                side,
                modules,
                runs,
                colour,
            } => {
                pen.colour(*colour);
                let at = |module: Um| module * side / modules;
                let rings = runs.iter().map(|&(row, first, length)| {
                    let (left, right) = (x + at(first), x + at(first + length));
                    ring(left, up - at(row), right, up - at(row + 1))
                });
                let polygon = Polygon {
                    rings: rings.collect(),
                    mode: PaintMode::Fill,
                    winding_order: WindingOrder::NonZero,
                };
                pen.ops.push(Op::DrawPolygon { polygon });
            }
        }
    }
    pen.ops
}

/// A rectangle as a ring of a larger shape: one shape has no seams between its parts.
fn ring(left: Um, top: Um, right: Um, bottom: Um) -> PolygonRing {
    let corners = [(left, bottom), (right, bottom), (right, top), (left, top)];
    let points = corners.map(|(x, y)| LinePoint {
        p: convert::point(x, y),
        bezier: false,
    });
    PolygonRing {
        points: points.to_vec(),
    }
}

struct Pen {
    ops: Vec<Op>,
    colour: Option<Rgb>,
}

impl Pen {
    fn colour(&mut self, colour: Rgb) {
        if self.colour != Some(colour) {
            let col: Color = convert::color(colour);
            self.ops.push(Op::SetFillColor { col });
            self.colour = Some(colour);
        }
    }

    fn text(&mut self, doc: &Doc, x: Um, y: Um, text: &str, style: Style) {
        if text.is_empty() {
            return;
        }
        self.colour(style.colour);
        let font = PdfFontHandle::External(font_id(doc, style.face));
        self.ops.extend([
            Op::StartTextSection,
            Op::SetFont {
                font,
                size: convert::pt(style.size),
            },
            Op::SetTextCursor {
                pos: convert::point(x, y),
            },
            Op::ShowText {
                items: vec![TextItem::Text(text.to_owned())],
            },
            Op::EndTextSection,
        ]);
    }

    fn picture(&mut self, index: usize, x: Um, y: Um, width: Um, height: Um) {
        let matrix = printpdf::CurTransMat::Raw(convert::placement(x, y, width, height));
        let transform = XObjectTransform {
            no_auto_scale: true,
            ..XObjectTransform::default()
        };
        self.ops.extend([
            Op::SaveGraphicsState,
            Op::SetTransformationMatrix { matrix },
            Op::UseXobject {
                id: image_id(index),
                transform,
            },
            Op::RestoreGraphicsState,
        ]);
    }
}
