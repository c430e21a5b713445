//! The worked documents, with other people's tools as judges and read back by our own reader.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use fatturapa::{
    Fattura, check, schema,
    xml::{Document, Limits},
};
use jiff::civil::date;
use money::Decimal;
use serde_json::{Value, json};

use crate::desk::{Desk, root, text};

/// The official schema, where its folder is; elsewhere the test says that it skipped.
fn official_schema() -> Option<PathBuf> {
    let shared = std::env::var_os("F1C_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    let schema = shared.join("fatturapa/xsd/Schema_VFPR12_v1.2.3.xsd");
    if schema.exists() {
        return Some(schema);
    }
    println!("skipped: the official schema is not there");
    None
}

fn is_there(tool: &str) -> bool {
    let found = Command::new(tool).arg("--version").output().is_ok();
    if !found {
        println!("skipped: {tool} is not installed");
    }
    found
}

/// `1234.50` as an Italian page prints it: `1.234,50`.
fn italian(amount: &str) -> String {
    let (whole, cents) = amount.split_once('.').unwrap();
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    format!("{grouped},{cents}")
}

/// The worked documents: form = list = PDF = XML, and each equal to the figures written by hand.
#[test]
fn every_worked_document_is_issued_with_its_figures() {
    let schema = official_schema().filter(|_| is_there("xmllint"));
    let has_pdftotext = is_there("pdftotext");
    let mut cases: Vec<PathBuf> = fs::read_dir(root().join("fixtures/documenti/vettori"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.sort();
    assert_eq!(cases.len(), 21);
    for path in cases {
        let (case, name) = (
            crate::desk::json(&path),
            path.file_stem().unwrap().to_string_lossy().into_owned(),
        );
        let desk = Desk::new(&case["azienda"]);
        fs::write(desk.at("ordine.json"), case["documento"].to_string()).unwrap();
        let outcome = desk.good(&[
            "issue",
            "prova.f1c",
            "ordine.json",
            "--xml",
            "xml",
            "--pdf",
            "pdf",
        ]);
        let issued = &outcome[0]["documents"][0];
        let attesi = &case["attesi"];
        for field in ["totale_documento", "netto_a_pagare"] {
            assert_eq!(issued[field], attesi[field], "{name} {field}");
        }
        let rows = desk.good(&["list", "prova.f1c", "documenti"]);
        for (field, expected) in [
            ("imponibile", "imponibile"),
            ("imposta", "imposta"),
            ("totale", "totale_documento"),
            ("netto_a_pagare", "netto_a_pagare"),
        ] {
            assert_eq!(rows[0][field], attesi[expected], "{name} list {field}");
        }
        let xml = desk.at("xml").join(text(&issued["nome_file"]));
        check_xml(&xml, attesi, schema.as_deref(), &name);
        check_reading(&xml, attesi, &name);
        if has_pdftotext {
            check_pdf(&desk.at("pdf"), attesi, &name);
        }
        assert_eq!(
            desk.good(&["verify", "prova.f1c", "--all-pdf"])["ok"],
            true,
            "{name}"
        );
    }
}

fn check_xml(xml: &Path, attesi: &Value, schema: Option<&Path>, name: &str) {
    let written = fs::read_to_string(xml).unwrap();
    let total = format!(
        "<ImportoTotaleDocumento>{}</ImportoTotaleDocumento>",
        text(&attesi["totale_documento"])
    );
    assert!(written.contains(&total), "{name}: {total}");
    let paid = format!(
        "<ImportoPagamento>{}</ImportoPagamento>",
        text(&attesi["netto_a_pagare"])
    );
    assert!(written.contains(&paid), "{name}: {paid}");
    let has_bollo = text(&attesi["bollo"]) != "0.00";
    assert_eq!(
        written.contains("<ImportoBollo>2.00</ImportoBollo>"),
        has_bollo,
        "{name} bollo"
    );
    if let Some(schema) = schema {
        let judged = Command::new("xmllint")
            .args(["--noout", "--nonet", "--schema"])
            .arg(schema)
            .arg(xml)
            .output()
            .unwrap();
        assert!(
            judged.status.success(),
            "{name}: {}",
            String::from_utf8_lossy(&judged.stderr)
        );
    }
}

fn check_pdf(folder: &Path, attesi: &Value, name: &str) {
    let pdf = fs::read_dir(folder).unwrap().next().unwrap().unwrap().path();
    let read = Command::new("pdftotext")
        .arg("-layout")
        .arg(&pdf)
        .arg("-")
        .output()
        .unwrap();
    let words = String::from_utf8(read.stdout).unwrap().replace('\u{a0}', " ");
    for field in ["imposta", "totale_documento", "netto_a_pagare"] {
        let shown = italian(text(&attesi[field]));
        assert!(
            words.contains(&shown) || shown == "0,00",
            "{name}: {field} {shown} in\n{words}"
        );
    }
}

/// Read, judged, and written again: nothing found, nothing lost, and the totals are those written by hand.
fn check_reading(xml: &Path, attesi: &Value, name: &str) {
    let bytes = fs::read(xml).unwrap();
    let report = check::bytes(&bytes, date(2026, 11, 24));
    assert_eq!(report.findings, [], "{name}");
    let read = read_whole(&bytes, name);
    assert_eq!(report.fattura.as_ref(), Some(&read), "{name}");
    let again = fatturapa::write(&read).unwrap();
    assert_eq!(read_whole(&again, name), read, "{name}: read, written, read");
    assert_eq!(again, bytes, "{name}: the same bytes");
    assert_eq!(totals(&read), *attesi, "{name}");
}

fn read_whole(bytes: &[u8], name: &str) -> Fattura {
    let document = Document::parse(bytes, &Limits::default()).unwrap();
    assert_eq!(schema::check(&document), [], "{name}");
    let read = fatturapa::read(&document).unwrap();
    assert_eq!(read.faults, [], "{name}");
    read.fattura
}

/// The figures of a document, added up from the model, under the names of the worked ones.
fn totals(fattura: &Fattura) -> Value {
    let Fattura::Ordinaria(fattura) = fattura else {
        panic!("an ordinary invoice");
    };
    let [body] = fattura.bodies.as_slice() else {
        panic!("one document");
    };
    let documento = &body.dati_generali.dati_generali_documento;
    let riepilogo = &body.dati_beni_servizi.dati_riepilogo;
    let pagamenti = body
        .dati_pagamento
        .iter()
        .flat_map(|block| &block.dettaglio_pagamento);
    let mut bollo = documento
        .dati_bollo
        .iter()
        .filter_map(|bollo| bollo.importo_bollo);
    let shown = |amounts: &mut dyn Iterator<Item = Decimal>| format!("{:.2}", amounts.sum::<Decimal>());
    json!({
        "imponibile": shown(&mut riepilogo.iter().map(|one| one.imponibile_importo)),
        "imposta": shown(&mut riepilogo.iter().map(|one| one.imposta)),
        "totale_documento": shown(&mut documento.importo_totale_documento.into_iter()),
        "netto_a_pagare": shown(&mut pagamenti.map(|one| one.importo_pagamento)),
        "bollo": shown(&mut bollo),
        "ritenute": shown(&mut documento.dati_ritenuta.iter().map(|one| one.importo_ritenuta)),
    })
}
