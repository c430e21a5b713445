//! A subject as documents freeze it.

use fisco::{Cap, CodiceDestinatario, CodiceFiscale, Nazione, Provincia};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Natura, SoggettoDraft, parse::Read};
use crate::{Problem, Severity, field::Fields};

/// Name of a subject, as `Anagrafica` writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Nome {
    /// `Denominazione`.
    Denominazione(String),
    /// `Nome` and `Cognome`.
    Persona(String, String),
}

/// An address, as `Sede` writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indirizzo {
    /// `Indirizzo`.
    pub indirizzo: String,
    /// `NumeroCivico`.
    pub numero_civico: Option<String>,
    /// `CAP`.
    pub cap: Cap,
    /// `Comune`.
    pub comune: String,
    /// `Provincia`.
    pub provincia: Option<Provincia>,
    /// `Nazione`.
    pub nazione: Nazione,
}

/// A subject complete for a document: this is what an issued document freezes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Soggetto {
    /// What it is.
    pub natura: Natura,
    /// Name.
    pub nome: Nome,
    /// `IdFiscaleIVA`: country and number.
    pub id_fiscale_iva: Option<(String, String)>,
    /// `CodiceFiscale`.
    pub codice_fiscale: Option<CodiceFiscale>,
    /// Address.
    pub sede: Indirizzo,
    /// Where SDI delivers.
    pub codice_destinatario: CodiceDestinatario,
    /// Certified e-mail for SDI; never for a public body.
    pub pec: Option<String>,
    /// `RiferimentoAmministrazione`.
    pub riferimento_amministrazione: Option<String>,
    /// Withholds tax on fees.
    pub sostituto_imposta: bool,
    /// Documents must not go to SDI.
    pub no_sdi: bool,
}

impl Soggetto {
    /// Reads a form for a document. Fields of problems are those of [`SoggettoDraft`].
    ///
    /// # Errors
    /// Everything that is unreadable or that a document needs, together.
    pub fn parse(draft: &SoggettoDraft, today: Date) -> Result<Self, Vec<Problem>> {
        let read = Read::of(draft, today);
        let mut problems = read.fields.problems;
        for problem in &mut problems {
            if NEEDED.contains(&problem.code.as_str()) {
                problem.severity = Severity::Error;
            }
        }
        let needed = (read.nome, read.nazione, read.cap, read.codice_destinatario);
        let (false, (Some(nome), Some(nazione), Some(cap), Some(codice_destinatario))) =
            (crate::refuses(&problems), needed)
        else {
            return Err(problems);
        };
        Ok(Self {
            natura: draft.natura,
            nome,
            id_fiscale_iva: read.partita_iva.or_else(|| without_number(draft.natura, nazione)),
            codice_fiscale: read.codice_fiscale,
            sede: Indirizzo {
                indirizzo: draft.indirizzo.trim().to_owned(),
                numero_civico: Fields::text(&draft.numero_civico),
                cap,
                comune: draft.comune.trim().to_owned(),
                provincia: read.provincia,
                nazione,
            },
            pec: Fields::text(&draft.pec).filter(|_| codice_destinatario.is_unknown()),
            codice_destinatario,
            riferimento_amministrazione: Fields::text(&draft.riferimento_amministrazione),
            sostituto_imposta: draft.sostituto_imposta,
            no_sdi: draft.no_sdi,
        })
    }

    /// Name as printed.
    #[must_use]
    pub fn nome_completo(&self) -> String {
        self.nome.to_string()
    }
}

impl Nome {
    /// The name as far as it was typed: that of a company, or both of a person's.
    pub(crate) fn typed(draft: &SoggettoDraft) -> Option<Self> {
        let persona = Fields::text(&draft.nome).zip(Fields::text(&draft.cognome));
        let denominazione = Fields::text(&draft.denominazione).map(Self::Denominazione);
        denominazione.or_else(|| persona.map(|(nome, cognome)| Self::Persona(nome, cognome)))
    }
}

impl std::fmt::Display for Nome {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Denominazione(name) => f.write_str(name),
            Self::Persona(nome, cognome) => write!(f, "{nome} {cognome}"),
        }
    }
}

/// Warnings of a form that a document cannot do without.
const NEEDED: &[&str] = &["needed_for_invoice", "soggetto_without_id", "pa_code_missing"];

/// Foreign customers without a number: practice writes `OO99999999999` (DOMAIN 2.7).
fn without_number(natura: Natura, nazione: Nazione) -> Option<(String, String)> {
    (natura == Natura::Estero).then(|| (nazione.code().to_owned(), "OO99999999999".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 24);

    fn complete(natura: Natura) -> SoggettoDraft {
        SoggettoDraft {
            natura,
            denominazione: "Officine Rossi S.r.l.".to_owned(),
            partita_iva: "IT 01234567897".to_owned(),
            indirizzo: "Via Roma".to_owned(),
            cap: "20121".to_owned(),
            comune: "Milano".to_owned(),
            provincia: "mi".to_owned(),
            ..SoggettoDraft::default()
        }
    }

    fn codes(result: Result<Soggetto, Vec<Problem>>) -> Vec<String> {
        let problems = result.err().unwrap_or_default();
        problems
            .into_iter()
            .filter(|p| p.severity == Severity::Error)
            .map(|p| format!("{} {}", p.field, p.code))
            .collect()
    }

    #[test]
    fn each_kind_needs_its_identifiers() {
        let company = Soggetto::parse(&complete(Natura::Societa), TODAY).unwrap();
        assert_eq!(company.codice_destinatario.as_str(), "0000000");
        assert_eq!(
            company.id_fiscale_iva,
            Some(("IT".to_owned(), "01234567897".to_owned()))
        );

        let nobody = SoggettoDraft {
            partita_iva: String::new(),
            ..complete(Natura::Privato)
        };
        assert_eq!(
            codes(Soggetto::parse(&nobody, TODAY)),
            ["codice_fiscale soggetto_without_id"]
        );

        assert_eq!(
            codes(Soggetto::parse(&complete(Natura::Pa), TODAY)),
            ["codice_destinatario pa_code_missing"]
        );
        let office = SoggettoDraft {
            codice_destinatario: "ufabcd".to_owned(),
            ..complete(Natura::Pa)
        };
        assert!(
            Soggetto::parse(&office, TODAY)
                .unwrap()
                .codice_destinatario
                .is_pa()
        );
    }

    #[test]
    fn a_foreign_customer_needs_a_country_and_no_number() {
        let abroad = SoggettoDraft {
            partita_iva: String::new(),
            nazione: "US".to_owned(),
            ..complete(Natura::Estero)
        };
        let parsed = Soggetto::parse(&abroad, TODAY).unwrap();
        assert_eq!(
            parsed.id_fiscale_iva,
            Some(("US".to_owned(), "OO99999999999".to_owned()))
        );
        assert_eq!(
            (parsed.sede.cap.as_str(), parsed.codice_destinatario.as_str()),
            ("00000", "XXXXXXX")
        );
        let nowhere = SoggettoDraft {
            nazione: String::new(),
            ..abroad
        };
        assert_eq!(codes(Soggetto::parse(&nowhere, TODAY)), ["nazione required"]);
    }

    #[test]
    fn all_problems_come_together() {
        let draft = SoggettoDraft {
            partita_iva: "01234567890".to_owned(),
            cap: "201".to_owned(),
            codice_destinatario: "XXXXXXX".to_owned(),
            pec: "SDI01@pec.fatturapa.it ".to_owned(),
            indirizzo: String::new(),
            ..complete(Natura::Societa)
        };
        assert_eq!(
            codes(Soggetto::parse(&draft, TODAY)),
            [
                "partita_iva id_check_character",
                "indirizzo needed_for_invoice",
                "cap id_length",
                "codice_destinatario codice_destinatario_foreign",
                "pec pec_of_sdi"
            ]
        );
    }
}
