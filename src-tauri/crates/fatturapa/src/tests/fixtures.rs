//! The files of `fixtures/fatturapa`, all of our own making: what each is read as stands beside them in `expected.tsv`.

use std::fs;

use jiff::civil::Date;

use super::{golden, house, read::round_trip};
use crate::{
    Fattura, Read, ReadFault, check, messages,
    model::{FatturaElettronica, FatturaElettronicaSemplificata},
    read,
    xml::{Document, Limits},
};

/// The XML files of a folder, by name.
fn files(folder: &str) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(house().join("fixtures/fatturapa").join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "xml"))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read(path).unwrap())
        })
        .collect();
    files.sort();
    files
}

fn list<T>(items: &[T], show: impl Fn(&T) -> String) -> String {
    items.iter().map(show).collect::<Vec<_>>().join("; ")
}

fn faults(faults: &[ReadFault]) -> String {
    list(faults, |fault| {
        let text = fault.text.split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{:?} {}:{} {text:?}", fault.kind, fault.path, fault.line)
    })
}

fn ordinary(fattura: &FatturaElettronica) -> String {
    list(&fattura.bodies, |body| {
        let documento = &body.dati_generali.dati_generali_documento;
        format!(
            "{} {} {} {} lines {}",
            documento.tipo_documento,
            documento.numero,
            documento.data,
            documento.importo_totale_documento.unwrap_or_default(),
            body.dati_beni_servizi.dettaglio_linee.len()
        )
    })
}

fn simplified(fattura: &FatturaElettronicaSemplificata) -> String {
    list(&fattura.bodies, |body| {
        let documento = &body.dati_generali.dati_generali_documento;
        format!(
            "{} {} {} lines {}",
            documento.tipo_documento,
            documento.numero,
            documento.data,
            body.dati_beni_servizi.len()
        )
    })
}

/// One row: version, documents, what the reader and SDI say.
fn invoice(name: &str, document: &Document<'_>, read: &Read) -> String {
    let documents = match &read.fattura {
        Fattura::Ordinaria(fattura) => ordinary(fattura),
        Fattura::Semplificata(fattura) => simplified(fattura),
    };
    let findings = list(&check::document(document, TODAY).findings, |finding| {
        format!("{} {}:{}", finding.rule, finding.path, finding.line)
    });
    let signed = if read.has_signature { "signed" } else { "" };
    let told = faults(&read.faults);
    format!(
        "{name}\t{}\t{signed}\t{documents}\t{told}\t{findings}\n",
        read.versione
    )
}

const INVOICES: &str = "file\tversione\tsignature\tdocuments\treader\tSDI\n";

/// The day of the check.
const TODAY: Date = jiff::civil::date(2026, 12, 1);

#[test]
fn every_type_and_form_is_read_without_faults() {
    for folder in ["ordinaria", "forme", "semplificata"] {
        let mut table = INVOICES.to_owned();
        for (name, bytes) in files(folder) {
            let read = round_trip(&name, &bytes);
            let document = Document::parse(&bytes, &Limits::default()).unwrap();
            table.push_str(&invoice(&name, &document, &read));
        }
        golden(&format!("{folder}/expected.tsv"), table.as_bytes());
    }
}

#[test]
fn every_type_of_document_has_its_file() {
    let names: String = files("ordinaria").into_iter().map(|(name, _)| name).collect();
    for tipo in fisco::codici::TipoDocumento::ALL {
        assert!(names.contains(&tipo.code().to_lowercase()), "{tipo}");
    }
}

#[test]
fn what_is_wrong_is_told_at_its_place() {
    let mut table = INVOICES.to_owned();
    for (name, bytes) in files("errata") {
        let document = Document::parse(&bytes, &Limits::default()).unwrap();
        match read(&document) {
            Ok(_) => table.push_str(&invoice(&name, &document, &round_trip(&name, &bytes))),
            Err(error) => table.push_str(&format!("{name}\t\t\t{error}: {}\t\t\n", error.root)),
        }
    }
    golden("errata/expected.tsv", table.as_bytes());
}

#[test]
fn every_message_of_both_schemas_is_read() {
    let mut table =
        "file\tkind\tschema\tsignature\tid\tfile named\treceived\tsays\tabout 00001, 00002, 0000Z\treader\n"
            .to_owned();
    for (name, bytes) in files("messaggi") {
        let document = Document::parse(&bytes, &Limits::default()).unwrap();
        let message = messages::read(&document).unwrap();
        let content = &message.content;
        let mut says: Vec<String> = message
            .errori()
            .iter()
            .map(|errore| format!("{} {}", errore.codice, errore.descrizione))
            .collect();
        says.extend(message.esito().map(|esito| format!("{esito:?}")));
        says.extend(content.scarto.as_ref().map(ToString::to_string));
        says.extend(content.data_messa_a_disposizione.map(|day| day.to_string()));
        says.extend(content.data_ora_consegna.map(|hour| hour.to_string()));
        let lot = message.riferimento_fattura();
        says.extend(lot.map(|lot| format!("{}/{}", lot.numero_fattura, lot.anno_fattura)));
        let row = [
            name.clone(),
            message.kind.to_string(),
            format!("{:?}", message.schema),
            (if message.has_signature { "signed" } else { "" }).to_owned(),
            content.identificativo_sdi.clone(),
            content.nome_file.clone().unwrap_or_default(),
            content
                .data_ora_ricezione
                .map(|hour| hour.to_string())
                .unwrap_or_default(),
            says.join("; "),
            list(
                &["00001.xml", "00002.xml", "0000Z.zip"].map(|end| format!("IT01234567897_{end}")),
                |sent| message.is_about(&name, sent).to_string(),
            ),
            faults(&message.faults),
        ];
        table.push_str(&row.join("\t"));
        table.push('\n');
    }
    golden("messaggi/expected.tsv", table.as_bytes());
}

#[test]
fn messages_of_others_are_read() {
    for (name, bytes) in super::read::samples("notifications") {
        let document = Document::parse(&bytes, &Limits::default()).unwrap();
        let message = messages::read(&document).unwrap();
        let root = message.kind.code();
        // Names of the samples: `source__IT01234567890_11111_RC_001__digest.xml`.
        if let Some(own) = name.split("__").nth(1).map(|own| format!("{own}.xml"))
            && let Ok(own) = own.parse::<messages::MessageName>()
        {
            assert_eq!(own.kind.code(), root, "{name}");
        }
        let is_blank = name.starts_with("php-e-invoice-it");
        assert_eq!(message.content.identificativo_sdi.is_empty(), is_blank, "{name}");
        assert_eq!(
            message.faults.is_empty(),
            !is_blank && !name.starts_with("openfatture"),
            "{name}"
        );
    }
}
