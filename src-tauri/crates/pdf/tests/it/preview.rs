//! Pages as pictures.

use pdf::{Block, PdfError, Qr, mm};
use qrcode::{Color, EcLevel, QrCode};

use super::samples;

fn grey(file: &[u8]) -> (usize, Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(file)).read_info().unwrap();
    let mut data = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut data).unwrap();
    let pixels = data
        .chunks_exact(info.color_type.samples())
        .map(|pixel| pixel[0])
        .collect();
    (usize::try_from(info.width).unwrap(), pixels)
}

#[test]
fn a_page_has_the_width_asked_for() {
    let bytes = pdf::render(&samples::long(75)).unwrap();
    let pages = pdf::page_count(&bytes).unwrap();
    assert_eq!(pages, 4);
    for width in [16, 120, 901] {
        let page = pdf::preview_png(&bytes, pages - 1, width).unwrap();
        assert_eq!(page.width, width);
        assert!(page.height.abs_diff(width * 297 / 210) <= 1);
    }
    assert!(matches!(
        pdf::preview_png(&bytes, pages, 100),
        Err(PdfError::NoSuchPage { page: 4 })
    ));
}

#[test]
fn a_qr_code_is_drawn_module_by_module() {
    let payload = "BCD\n002\n1\nSCT\n\nCroce Rossa\nIT60X0542811101000000123456\nEUR1.00";
    let mut doc = samples::short();
    doc.letterhead = None;
    doc.blocks = vec![Block::Qr(Qr {
        payload: payload.into(),
        side_um: mm(60),
        caption: String::new(),
    })];
    let page = pdf::preview_png(&pdf::render(&doc).unwrap(), 0, 2_100).unwrap();
    let (width, pixels) = grey(&page.bytes);
    let code = QrCode::with_error_correction_level(payload, EcLevel::M).unwrap();
    // 2,100 pixels for 210 mm: ten to the millimetre. The black starts at the margins, 20 and 14 mm.
    let modules = code.width() + 8;
    let at = |module: usize| (2 * module + 1) * 600 / (2 * modules);
    for (index, color) in code.to_colors().into_iter().enumerate() {
        let (x, y) = (index % code.width(), index / code.width());
        let quiet = 4 * 600 / modules;
        let pixel = pixels[(140 + at(y + 4)) * width + 200 + at(x + 4) - quiet];
        assert_eq!(pixel < 128, color == Color::Dark, "module {x},{y}");
    }
}
