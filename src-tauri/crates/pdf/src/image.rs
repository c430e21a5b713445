//! Logos and pictures: read once, kept in the form in which the file holds them.

use std::{collections::BTreeMap, io::Cursor, sync::Arc};

use printpdf::{DictItem, ExternalStream, ExternalXObject, XObject};

use crate::{PdfError, Um};

/// A wider or higher picture is halved until it fits: twice what the largest logo needs at 300 dpi.
const MOST_PIXELS: usize = 1_600;

/// A PNG or JPEG picture. Cheap to clone; reading it is not, so keep it.
#[derive(Clone)]
pub struct Image(Arc<Stored>);

struct Stored {
    width: u32,
    height: u32,
    stream: ExternalStream,
}

impl std::fmt::Debug for Image {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Image({}x{})", self.0.width, self.0.height)
    }
}

impl Image {
    /// Reads a PNG (any colour type, transparency kept) or a JPEG (kept as it is).
    ///
    /// # Errors
    /// [`PdfError::Image`] when the bytes are neither.
    pub fn decode(bytes: &[u8]) -> Result<Self, PdfError> {
        let stored = if bytes.starts_with(&[0xff, 0xd8]) {
            jpeg(bytes)?
        } else {
            png(bytes)?
        };
        Ok(Self(Arc::new(stored)))
    }

    /// Its printed size: as large as the box allows.
    pub(crate) fn within(&self, width: Um, height: Um) -> (Um, Um) {
        let (across, down) = (Um::from(self.0.width), Um::from(self.0.height));
        let full = (width * down / across).max(1);
        if full <= height {
            (width, full)
        } else {
            ((height * across / down).max(1), height)
        }
    }

    pub(crate) fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.stream.content == other.0.stream.content
    }

    /// As the writer takes it.
    pub(crate) fn xobject(&self) -> XObject {
        XObject::External(ExternalXObject {
            stream: self.0.stream.clone(),
            width: None,
            height: None,
            dpi: None,
        })
    }
}

/// The dictionary of a picture of 8 bits for each colour.
fn dictionary(width: u32, height: u32, space: &str, filter: &str) -> BTreeMap<String, DictItem> {
    let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
    BTreeMap::from([
        ("Type".to_owned(), name("XObject")),
        ("Subtype".to_owned(), name("Image")),
        ("Width".to_owned(), DictItem::Int(i64::from(width))),
        ("Height".to_owned(), DictItem::Int(i64::from(height))),
        ("BitsPerComponent".to_owned(), DictItem::Int(8)),
        ("ColorSpace".to_owned(), name(space)),
        ("Filter".to_owned(), name(filter)),
    ])
}

/// A JPEG goes into the file as it is; only its frame header is read.
fn jpeg(bytes: &[u8]) -> Result<Stored, PdfError> {
    let (width, height, colours) =
        frame_header(bytes).ok_or_else(|| PdfError::Image("damaged JPEG".to_owned()))?;
    let space = match colours {
        1 => "DeviceGray",
        3 => "DeviceRGB",
        _ => {
            return Err(PdfError::Image(
                "a JPEG with CMYK colours; save it as RGB".to_owned(),
            ));
        }
    };
    let dict = dictionary(u32::from(width), u32::from(height), space, "DCTDecode");
    let stream = ExternalStream {
        dict,
        content: bytes.to_vec(),
        compress: false,
    };
    Ok(Stored {
        width: u32::from(width),
        height: u32::from(height),
        stream,
    })
}

/// Width, height and number of colours from the first start-of-frame segment.
fn frame_header(bytes: &[u8]) -> Option<(u16, u16, u8)> {
    let mut rest = bytes.get(2..)?;
    loop {
        let (&[0xff, marker], after) = rest.split_first_chunk()? else {
            return None;
        };
        if marker == 0xff {
            rest = rest.get(1..)?;
            continue;
        }
        let (length, body) = after.split_first_chunk()?;
        // C0..CF start a frame, but for the Huffman table, the extension and the arithmetic table.
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            let &[8, h1, h2, w1, w2, colours] = body.first_chunk()? else {
                return None;
            };
            let (width, height) = (u16::from_be_bytes([w1, w2]), u16::from_be_bytes([h1, h2]));
            return (width > 0 && height > 0).then_some((width, height, colours));
        }
        rest = after.get(usize::from(u16::from_be_bytes(*length))..)?;
    }
}

/// Pixels of a decoded PNG: grey or colour, each with or without opacity.
struct Pixels {
    width: usize,
    height: usize,
    channels: usize,
    data: Vec<u8>,
}

fn png(bytes: &[u8]) -> Result<Stored, PdfError> {
    let bad = |why: png::DecodingError| PdfError::Image(why.to_string());
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), png::Limits { bytes: 64 << 20 });
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(bad)?;
    let size = reader
        .output_buffer_size()
        .ok_or_else(|| PdfError::Image("too large".to_owned()))?;
    if size > 256 << 20 {
        return Err(PdfError::Image("too large".to_owned()));
    }
    let mut data = vec![0; size];
    let info = reader.next_frame(&mut data).map_err(bad)?;
    data.truncate(info.buffer_size());
    let side = |pixels: u32| usize::try_from(pixels).map_err(|_wide| PdfError::Image("too large".to_owned()));
    let channels = info.color_type.samples();
    let mut pixels = Pixels {
        width: side(info.width)?,
        height: side(info.height)?,
        channels,
        data,
    };
    while pixels.width.max(pixels.height) > MOST_PIXELS {
        pixels = pixels.halved();
    }
    pixels.stored()
}

impl Pixels {
    /// Half as wide and high: the mean of four. Opacity weighs like a colour, which is right to the eye for logos.
    fn halved(&self) -> Self {
        let (width, height) = ((self.width / 2).max(1), (self.height / 2).max(1));
        let mut data = Vec::with_capacity(width * height * self.channels);
        for y in 0..height {
            for x in 0..width {
                for channel in 0..self.channels {
                    let sum: u32 = [(0, 0), (1, 0), (0, 1), (1, 1)]
                        .into_iter()
                        .map(|(dx, dy)| u32::from(self.at(2 * x + dx, 2 * y + dy, channel)))
                        .sum();
                    data.push(u8::try_from(sum / 4).unwrap_or(u8::MAX));
                }
            }
        }
        Self {
            width,
            height,
            channels: self.channels,
            data,
        }
    }

    /// A sample; beyond the edge the one at the edge.
    fn at(&self, x: usize, y: usize, channel: usize) -> u8 {
        let (x, y) = (x.min(self.width - 1), y.min(self.height - 1));
        self.data
            .get((y * self.width + x) * self.channels + channel)
            .copied()
            .unwrap_or(0)
    }

    fn stored(&self) -> Result<Stored, PdfError> {
        let has_opacity = self.channels.is_multiple_of(2);
        let colours = if has_opacity {
            self.channels - 1
        } else {
            self.channels
        };
        let mut stream = self.stream(|pixel| pixel.get(..colours).unwrap_or_default(), colours)?;
        if has_opacity {
            let mask = self.stream(|pixel| pixel.get(colours..).unwrap_or_default(), 1)?;
            stream
                .dict
                .insert("SMask".to_owned(), DictItem::Stream { stream: mask });
        }
        let side = |pixels: usize| u32::try_from(pixels).unwrap_or(1);
        Ok(Stored {
            width: side(self.width),
            height: side(self.height),
            stream,
        })
    }

    /// Some of the channels, compressed as a PNG does: PDF reads the same filters.
    fn stream(&self, part: impl Fn(&[u8]) -> &[u8], colours: usize) -> Result<ExternalStream, PdfError> {
        let bad = |why: png::EncodingError| PdfError::Image(why.to_string());
        let side = |pixels: usize| u32::try_from(pixels).unwrap_or(1);
        let (width, height) = (side(self.width), side(self.height));
        let data: Vec<u8> = self
            .data
            .chunks_exact(self.channels)
            .flat_map(|p| part(p).iter().copied())
            .collect();
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, width, height);
        encoder.set_color(if colours == 1 {
            png::ColorType::Grayscale
        } else {
            png::ColorType::Rgb
        });
        encoder.set_compression(png::Compression::High);
        encoder
            .write_header()
            .map_err(bad)?
            .write_image_data(&data)
            .map_err(bad)?;
        let space = if colours == 1 { "DeviceGray" } else { "DeviceRGB" };
        let mut dict = dictionary(width, height, space, "FlateDecode");
        let number = |value: usize| DictItem::Int(i64::try_from(value).unwrap_or(1));
        let filters = BTreeMap::from([
            ("Predictor".to_owned(), DictItem::Int(15)),
            ("Colors".to_owned(), number(colours)),
            ("BitsPerComponent".to_owned(), DictItem::Int(8)),
            ("Columns".to_owned(), number(self.width)),
        ]);
        dict.insert("DecodeParms".to_owned(), DictItem::Dict { map: filters });
        Ok(ExternalStream {
            dict,
            content: image_data(&file),
            compress: false,
        })
    }
}

/// The compressed pixels of a PNG file: its IDAT chunks, joined.
fn image_data(file: &[u8]) -> Vec<u8> {
    let mut rest = file.get(8..).unwrap_or_default();
    let mut data = Vec::new();
    while let Some((length, after)) = rest.split_first_chunk::<4>() {
        let Ok(length) = usize::try_from(u32::from_be_bytes(*length)) else {
            break;
        };
        let Some((name, body)) = after.split_first_chunk::<4>() else {
            break;
        };
        if name == b"IDAT" {
            data.extend_from_slice(body.get(..length).unwrap_or_default());
        }
        rest = body.get(length + 4..).unwrap_or_default();
    }
    data
}
