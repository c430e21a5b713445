//! The files that are measured.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use fatturapa::{
    Fattura, FatturaElettronica,
    xml::{Document, Limits},
};
use money::round::half_up;
use rust_decimal::Decimal;

const FILES: u16 = 10_000;

/// Material beside the workspace, or where `F1C_SHARED` says.
pub(crate) fn shared(path: &str) -> PathBuf {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared");
    env::var_os("F1C_SHARED")
        .map_or_else(beside, PathBuf::from)
        .join(path)
}

/// 10,000 invoices in a folder, and one of 20,000 lines: by the generator of the shared bench material where it is, else
/// of our own making. They are made once.
pub(crate) fn made() -> (PathBuf, PathBuf) {
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (folder, large) = (scratch.join("fatture"), scratch.join("grande.xml"));
    if large.is_file() {
        return (folder, large);
    }
    let generator = shared("bench/gen.py");
    if generator.is_file() {
        let python = |words: &[&str], path: &Path, count: &[String]| {
            let mut command = Command::new("python3");
            command.arg(&generator).args(words).arg(path).args(count);
            assert!(command.status().expect("python3").success());
        };
        python(&["files"], &folder, &[FILES.to_string()]);
        python(&["huge"], &large, &[]);
    } else {
        ours(&folder, &large);
    }
    (folder, large)
}

/// The smallest invoice of the fixtures with more lines: from 1 to 13, 7 on average.
fn ours(folder: &Path, large: &Path) {
    fs::create_dir_all(folder).expect("a folder");
    for number in 0..FILES {
        let path = folder.join(format!("IT01234567897_{number:05}.xml"));
        fs::write(path, with_lines(1_u16.saturating_add(number % 13))).expect("a file");
    }
    fs::write(large, with_lines(20_000)).expect("a file");
}

fn with_lines(count: u16) -> Vec<u8> {
    let mut fattura = smallest();
    for body in &mut fattura.bodies {
        let goods = &mut body.dati_beni_servizi;
        let line = goods.dettaglio_linee.first().cloned().expect("a line");
        goods.dettaglio_linee = vec![line; usize::from(count)];
        for (number, line) in (0_u32..).zip(&mut goods.dettaglio_linee) {
            line.numero_linea = (number % 9999).saturating_add(1);
        }
        for sum in &mut goods.dati_riepilogo {
            let product = |a: Decimal, b: Decimal| a.checked_mul(b).expect("an amount");
            sum.imponibile_importo = product(sum.imponibile_importo, count.into());
            let hundredfold = product(sum.imponibile_importo, sum.aliquota_iva);
            sum.imposta = half_up(product(hundredfold, Decimal::new(1, 2)), 2);
        }
    }
    fatturapa::write(&fattura).expect("an invoice")
}

fn smallest() -> FatturaElettronica {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../fixtures/fatturapa/minimal.xml");
    let bytes = fs::read(path).expect("a fixture");
    let document = Document::parse(&bytes, &Limits::default()).expect("XML");
    match fatturapa::read(&document).expect("an invoice").fattura {
        Fattura::Ordinaria(fattura) => *fattura,
        Fattura::Semplificata(_) => panic!("an ordinary invoice"),
    }
}

/// The XML files of a folder in the order of their names, or the file itself.
pub(crate) fn files(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(path) else {
        return vec![path.to_owned()];
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "xml"));
    paths.sort();
    paths
}
