//! From the document to the XML of FatturaPA 1.2.3, with every optional block that the draft holds.

mod corpo;
mod parti;

use fatturapa::{FatturaElettronica, model};
use fisco::codici::FormatoTrasmissione;

use super::regole::{Calcolo, Documento};
use crate::{Problem, anagrafiche::Soggetto, azienda::Azienda};

/// What an XML is made of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sorgente<'a> {
    pub(super) documento: &'a Documento,
    pub(super) calcolo: &'a Calcolo,
    pub(super) azienda: &'a Azienda,
    pub(super) cliente: &'a Soggetto,
    /// `Numero`.
    pub(super) numero: &'a str,
    /// `ProgressivoInvio`.
    pub(super) progressivo: &'a str,
}

/// The file. None when the document makes no XML, or the company lacks what a seller needs.
pub(super) fn to_xml(sorgente: &Sorgente<'_>) -> Option<FatturaElettronica> {
    let Sorgente {
        documento,
        azienda,
        cliente,
        ..
    } = sorgente;
    let codice_destinatario = cliente.codice_destinatario.to_string();
    let formato_trasmissione = if cliente.codice_destinatario.is_pa() {
        FormatoTrasmissione::FPA12
    } else {
        FormatoTrasmissione::FPR12
    };
    Some(FatturaElettronica {
        sistema_emittente: None,
        header: model::FatturaElettronicaHeader {
            dati_trasmissione: model::DatiTrasmissione {
                id_trasmittente: parti::trasmittente(azienda)?,
                progressivo_invio: sorgente.progressivo.to_owned(),
                formato_trasmissione: formato_trasmissione.into(),
                codice_destinatario,
                contatti_trasmittente: None,
                pec_destinatario: cliente.pec.clone(),
            },
            cedente_prestatore: parti::cedente(azienda, cliente)?,
            rappresentante_fiscale: None,
            cessionario_committente: parti::cessionario(cliente),
            terzo_intermediario: None,
            soggetto_emittente: None,
        },
        bodies: vec![model::FatturaElettronicaBody {
            dati_generali: corpo::dati_generali(sorgente, documento.td()?),
            dati_beni_servizi: corpo::beni_servizi(sorgente),
            dati_veicoli: None,
            dati_pagamento: corpo::pagamento(sorgente),
            allegati: Vec::new(),
        }],
    })
}

/// The field of the draft that an element of the file comes from.
pub(super) fn field_of(path: &str, documento: &Documento) -> String {
    let line = path
        .split_once("DettaglioLinee[")
        .and_then(|(_, rest)| rest.split_once(']'))
        .and_then(|(number, rest)| Some((number.parse::<usize>().ok()?.checked_sub(1)?, rest)));
    if let Some((at, rest)) = line {
        let place = documento.righe.get(at).map_or(at, |riga| riga.at);
        let name = match rest.rsplit('/').next().unwrap_or_default() {
            "UnitaMisura" => "unita_misura",
            "CodiceValore" => "codice",
            "Quantita" => "quantita",
            "PrezzoUnitario" => "prezzo",
            "RiferimentoAmministrazione" => "riferimento_amministrazione",
            "TipoDato" | "RiferimentoTesto" => "altri_dati",
            _ => "descrizione",
        };
        return format!("righe.{place}.{name}");
    }
    if let Some((_, rest)) = path.split_once("CessionarioCommittente") {
        return format!("cliente.{}", party_field(rest));
    }
    let parts = [
        ("DatiGeneraliDocumento/Data", "data_documento"),
        ("PECDestinatario", "cliente.pec"),
        ("CodiceDestinatario", "cliente.codice_destinatario"),
        ("CedentePrestatore", "azienda"),
        ("IdTrasmittente", "azienda"),
        ("DatiTrasporto", "trasporto"),
        ("DatiDDT", "ddt"),
        ("Causale", "causale"),
        ("DatiRitenuta", "ritenute"),
        ("RiferimentoNormativo", "righe"),
        ("DatiPagamento", "rate"),
        ("Numero", "sezionale"),
    ];
    let known = parts.iter().find(|(element, _)| path.contains(element));
    match known {
        Some((_, field)) => (*field).to_owned(),
        None if path.contains("IdDocumento") || path.contains("Codice") => "riferimenti".to_owned(),
        None => String::new(),
    }
}

/// The field of the customer's form that an element comes from.
fn party_field(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or_default();
    let fields = [
        ("Nome", "nome"),
        ("Cognome", "cognome"),
        ("IdCodice", "partita_iva"),
        ("CodiceFiscale", "codice_fiscale"),
        ("Indirizzo", "indirizzo"),
        ("NumeroCivico", "numero_civico"),
        ("CAP", "cap"),
        ("Comune", "comune"),
        ("Provincia", "provincia"),
        ("Nazione", "nazione"),
    ];
    let known = fields.iter().find(|(element, _)| *element == name);
    known.map_or("denominazione", |(_, field)| *field)
}

/// The schema refuses an element (SDI 00200): said at the field that it comes from.
pub(super) fn problem_of(fault: &fatturapa::Fault, documento: &Documento) -> Problem {
    let problem = Problem::error(fault.kind.code(), field_of(&fault.path, documento)).sdi("00200");
    let name = fault.path.rsplit('/').next().unwrap_or(&fault.path);
    problem.arg("element", name).arg("detail", fault.kind)
}

/// The problem for what SDI would reject.
pub(super) fn problem_of_finding(finding: &fatturapa::Finding, documento: &Documento) -> Problem {
    let path = finding.path.trim_start_matches("/FatturaElettronica/");
    Problem::error("documenti_sdi", field_of(path, documento))
        .sdi(finding.code)
        .arg("it", format!("{} {}", finding.it(), finding.fix_it()))
        .arg("en", format!("{} {}", finding.en(), finding.fix_en()))
}
