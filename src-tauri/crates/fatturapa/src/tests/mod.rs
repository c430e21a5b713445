//! Files that the writer makes, judged by the official schema, by golden files and by reading them back.

mod check;
mod differential;
mod fixtures;
mod full;
mod hostile;
mod minimal;
mod mutation;
mod oracle;
mod random;
mod read;
mod samples;
mod schema;
mod xml;

use std::{env, fs, path::PathBuf};

use crate::{ChangeKind, FatturaElettronica, FaultKind, clean, write};

pub(crate) fn house() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

/// Compares with a file of `fixtures/fatturapa`; `UPDATE=1` rewrites it.
fn golden(name: &str, bytes: &[u8]) {
    let path = house().join("fixtures/fatturapa").join(name);
    if env::var_os("UPDATE").is_some() {
        fs::write(&path, bytes).unwrap();
    }
    let expected = fs::read(&path).unwrap();
    assert!(
        expected == bytes,
        "{name} differs: {}",
        String::from_utf8_lossy(bytes)
    );
}

/// Writes, validates, compares with the golden file, writes again.
fn holds(name: &str, fattura: &FatturaElettronica) -> Vec<u8> {
    let bytes = write(fattura).unwrap_or_else(|error| panic!("{name}: {:?}", error.faults));
    schema::accepts(&[(name.to_owned(), bytes.clone())]);
    golden(name, &bytes);
    assert_eq!(write(fattura).unwrap(), bytes, "{name}: same model, same bytes");
    bytes
}

#[test]
fn a_minimal_invoice() {
    let bytes = holds("minimal.xml", &minimal::fattura());
    assert_eq!(read::own(&bytes), minimal::fattura());
}

#[test]
fn every_optional_block() {
    let bytes = holds("full.xml", &full::fattura());
    assert_eq!(read::own(&bytes), full::fattura());
}

#[test]
fn an_invoice_to_a_public_body() {
    let mut fattura = minimal::fattura();
    fattura.header.dati_trasmissione.formato_trasmissione = fisco::codici::FormatoTrasmissione::FPA12.into();
    fattura.header.dati_trasmissione.codice_destinatario = "UFABCD".to_owned();
    let bytes = holds("fpa12.xml", &fattura);
    assert!(String::from_utf8_lossy(&bytes).contains("versione=\"FPA12\""));
}

#[test]
fn a_lot_of_several_documents() {
    let mut fattura = minimal::fattura();
    let mut second = fattura.bodies[0].clone();
    "2/2026".clone_into(&mut second.dati_generali.dati_generali_documento.numero);
    fattura.bodies.push(second);
    let bytes = holds("lot.xml", &fattura);
    assert_eq!(read::own(&bytes), fattura);
}

#[test]
fn every_fault_is_told_with_its_path() {
    let mut fattura = minimal::fattura();
    fattura.header.cessionario_committente.sede.cap = "1234".to_owned();
    let body = &mut fattura.bodies[0];
    let line = &mut body.dati_beni_servizi.dettaglio_linee[0];
    line.descrizione = "x".repeat(1001);
    line.quantita = Some("-1".parse().unwrap());
    line.prezzo_unitario = "0.123456789".parse().unwrap();
    line.aliquota_iva = "100.01".parse().unwrap();
    body.dati_beni_servizi.dati_riepilogo.clear();
    body.dati_generali.dati_generali_documento.numero = "n\u{2019}1".to_owned();
    let faults = write(&fattura).unwrap_err().faults;
    let told: Vec<(&str, FaultKind)> = faults
        .iter()
        .map(|fault| (fault.path.as_str(), fault.kind))
        .collect();
    let body = "FatturaElettronicaBody[1]";
    let line = format!("{body}/DatiBeniServizi/DettaglioLinee[1]");
    assert_eq!(
        told,
        [
            (
                "FatturaElettronicaHeader/CessionarioCommittente/Sede/CAP",
                FaultKind::Shape
            ),
            (
                format!("{body}/DatiGenerali/DatiGeneraliDocumento/Numero").as_str(),
                FaultKind::Character { found: '\u{2019}' }
            ),
            (
                format!("{line}/Descrizione").as_str(),
                FaultKind::TooLong {
                    found: 1001,
                    max: 1000
                }
            ),
            (format!("{line}/Quantita").as_str(), FaultKind::OutOfRange),
            (
                format!("{line}/PrezzoUnitario").as_str(),
                FaultKind::TooManyDecimals { found: 9, max: 8 }
            ),
            (format!("{line}/AliquotaIVA").as_str(), FaultKind::OutOfRange),
            (
                format!("{body}/DatiBeniServizi/DatiRiepilogo").as_str(),
                FaultKind::Missing
            ),
        ]
    );
}

#[test]
fn cleaning_makes_a_document_writable_and_tells_each_change() {
    let mut fattura = minimal::fattura();
    let body = &mut fattura.bodies[0];
    body.dati_beni_servizi.dettaglio_linee[0].descrizione =
        " L\u{2019}œuvre \u{2013} 10 € l\u{2019}una\u{7}, più\r\n語\u{301} ".to_owned();
    body.dati_generali.dati_generali_documento.causale = vec!["parola ".repeat(60), "  ".to_owned()];
    fattura.header.cedente_prestatore.contatti = Some(crate::model::Contatti {
        telefono: Some("+39 0461 123 456".to_owned()),
        fax: Some(" ".to_owned()),
        email: None,
    });
    let changes = clean(&mut fattura);
    let bytes = write(&fattura).unwrap();
    schema::accepts(&[("cleaned".to_owned(), bytes)]);
    let body = &fattura.bodies[0];
    assert_eq!(
        body.dati_beni_servizi.dettaglio_linee[0].descrizione,
        "L'oeuvre - 10 EUR l'una, più  ?"
    );
    let causale = &body.dati_generali.dati_generali_documento.causale;
    assert_eq!(causale.len(), 3);
    assert!(
        causale
            .iter()
            .all(|part| part.chars().count() <= 200 && part.ends_with("parola"))
    );
    let contatti = fattura.header.cedente_prestatore.contatti.as_ref().unwrap();
    assert_eq!(
        (contatti.telefono.as_deref(), contatti.fax.as_deref()),
        (Some("0461123456"), None)
    );
    let kinds: Vec<&str> = changes.iter().map(|change| change.kind.code()).collect();
    assert_eq!(kinds.iter().filter(|code| **code == "clean_split").count(), 1);
    let described = |change: &&crate::Change| change.path.ends_with("DettaglioLinee[1]/Descrizione");
    assert!(changes.iter().filter(described).any(|change| change.kind
        == ChangeKind::Replaced {
            found: '€',
            by: "EUR".to_owned()
        }));
    assert!(
        changes
            .iter()
            .filter(described)
            .any(|change| change.kind == ChangeKind::Dropped { found: '\u{7}' })
    );
    assert!(clean(&mut fattura).is_empty(), "cleaning again changes nothing");
}

#[test]
fn an_accent_written_apart_is_put_on_its_letter() {
    let (text, changes) = crate::clean_text("perche\u{301} e\u{300} cosi\u{300}", crate::Charset::Latin1);
    assert_eq!((text.as_str(), changes.len()), ("perché è così", 0));
    let (text, changes) = crate::clean_text("n\u{b0}\u{301} 12/à", crate::Charset::BasicLatin);
    assert_eq!((text.as_str(), changes.len()), ("no 12/a", 3));
}

#[test]
fn a_text_is_not_cleaned_until_nothing_can_be_read() {
    let clean = |text| crate::clean_text(text, crate::Charset::Latin1);
    assert_eq!(clean("漢字 😀"), ("漢字 😀".to_owned(), Vec::new()));
    assert_eq!(clean("Ditta 漢").0, "Ditta ?");
    assert_eq!(clean("— ”").0, "- \"");
}
