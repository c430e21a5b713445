//! The rules of a subject: which identifier who needs (DOMAIN 2), and the type that a document freezes.

use fisco::{Cap, CodiceDestinatario, CodiceFiscale, Iban, Nazione, PartitaIva, Provincia, VatNumber};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Natura, SoggettoDraft};
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

/// A form read: the parts that could be read, and every problem. Unreadable values are errors; what only an
/// invoice needs is a warning here and an error in [`Soggetto::parse`].
pub(super) struct Read {
    pub(super) nome: Option<Nome>,
    pub(super) partita_iva: Option<(String, String)>,
    pub(super) codice_fiscale: Option<CodiceFiscale>,
    pub(super) nazione: Option<Nazione>,
    pub(super) cap: Option<Cap>,
    pub(super) provincia: Option<Provincia>,
    pub(super) codice_destinatario: Option<CodiceDestinatario>,
    pub(super) fields: Fields,
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

impl Read {
    pub(super) fn of(draft: &SoggettoDraft, today: Date) -> Self {
        let mut fields = Fields::default();
        let nome = nome(draft, &mut fields);
        let nazione = nazione(draft, &mut fields);
        let partita_iva = partita_iva(draft, nazione, &mut fields);
        let codice_fiscale = codice_fiscale(draft, today, &mut fields);
        let is_foreign = draft.natura == Natura::Estero;
        for (field, text) in [("indirizzo", &draft.indirizzo), ("comune", &draft.comune)] {
            needed(field, text.trim().is_empty(), &mut fields);
        }
        needed("cap", !is_foreign && draft.cap.trim().is_empty(), &mut fields);
        let cap = if is_foreign {
            Some(Cap::foreign())
        } else {
            fields.id("cap", &draft.cap)
        };
        let provincia: Option<Provincia> = if is_foreign {
            "EE".parse().ok()
        } else {
            fields.id("provincia", &draft.provincia)
        };
        if !is_foreign {
            fields.warn("provincia", provincia.iter().flat_map(Provincia::warnings));
        }
        let has_typed = !(draft.partita_iva.trim().is_empty() && draft.codice_fiscale.trim().is_empty());
        if !has_typed && !is_foreign {
            let field = if draft.natura == Natura::Privato {
                "codice_fiscale"
            } else {
                "partita_iva"
            };
            fields
                .problems
                .push(Problem::warning("soggetto_without_id", field).sdi("00417"));
        }
        fields.id::<Iban>("iban", &draft.iban);
        let codice_destinatario = codice_destinatario(draft, &mut fields);
        if is_pec_of_sdi(&draft.pec) {
            fields
                .problems
                .push(Problem::error("pec_of_sdi", "pec").sdi("00330"));
        }
        Self {
            nome,
            partita_iva,
            codice_fiscale,
            nazione,
            cap,
            provincia,
            codice_destinatario,
            fields,
        }
    }
}

fn needed(field: &str, is_missing: bool, fields: &mut Fields) {
    if is_missing {
        fields
            .problems
            .push(Problem::warning("needed_for_invoice", field));
    }
}

fn nome(draft: &SoggettoDraft, fields: &mut Fields) -> Option<Nome> {
    let persona = Fields::text(&draft.nome).zip(Fields::text(&draft.cognome));
    let denominazione = Fields::text(&draft.denominazione).map(Nome::Denominazione);
    let nome = denominazione.or_else(|| persona.map(|(nome, cognome)| Nome::Persona(nome, cognome)));
    if nome.is_none() {
        let is_person = matches!(draft.natura, Natura::Privato | Natura::PersonaConIva);
        let field = match (is_person, draft.nome.trim().is_empty()) {
            (false, _) => "denominazione",
            (true, true) => "nome",
            (true, false) => "cognome",
        };
        fields.problems.push(Problem::error("nome_missing", field));
    }
    nome
}

fn nazione(draft: &SoggettoDraft, fields: &mut Fields) -> Option<Nazione> {
    let nazione = match draft.nazione.trim() {
        "" if draft.natura != Natura::Estero => "IT".parse().ok(),
        "" => {
            fields.required("nazione", "");
            None
        }
        typed => fields.id("nazione", typed),
    };
    let is_abroad = nazione.is_some_and(|nazione: Nazione| !nazione.is_italia());
    if nazione.is_some() && is_abroad != (draft.natura == Natura::Estero) {
        fields
            .problems
            .push(Problem::error("nazione_and_natura", "nazione"));
    }
    nazione
}

fn partita_iva(
    draft: &SoggettoDraft,
    nazione: Option<Nazione>,
    fields: &mut Fields,
) -> Option<(String, String)> {
    if draft.natura == Natura::Estero {
        let number = fields.id_with("partita_iva", &draft.partita_iva, |text| {
            nazione.map_or(Err(fisco::BadId::Empty), |nazione| VatNumber::of(nazione, text))
        })?;
        return Some((number.prefix().to_owned(), number.codice().to_owned()));
    }
    let number: PartitaIva = fields.id("partita_iva", &draft.partita_iva)?;
    fields.warn("partita_iva", number.warnings());
    if draft.natura == Natura::Privato {
        fields
            .problems
            .push(Problem::warning("privato_with_iva", "partita_iva"));
    }
    Some(("IT".to_owned(), number.to_string()))
}

fn codice_fiscale(draft: &SoggettoDraft, today: Date, fields: &mut Fields) -> Option<CodiceFiscale> {
    if draft.natura == Natura::Estero {
        return None;
    }
    let code: CodiceFiscale = fields.id("codice_fiscale", &draft.codice_fiscale)?;
    fields.warn("codice_fiscale", code.warnings(today));
    let is_body = matches!(draft.natura, Natura::Societa | Natura::Pa);
    if is_body && code.is_persona() {
        fields
            .problems
            .push(Problem::warning("codice_fiscale_of_person", "codice_fiscale"));
    }
    Some(code)
}

/// The boxes of SDI itself, `sdi01@pec.fatturapa.it` and the like, receive no invoices for a customer.
fn is_pec_of_sdi(pec: &str) -> bool {
    let pec = pec.trim().to_lowercase();
    let number = pec
        .strip_prefix("sdi")
        .and_then(|rest| rest.strip_suffix("@pec.fatturapa.it"));
    number.is_some_and(|number| number.bytes().all(|digit| digit.is_ascii_digit()))
}

/// The code typed, or the one that follows from what the subject is (DOMAIN 2.4).
fn codice_destinatario(draft: &SoggettoDraft, fields: &mut Fields) -> Option<CodiceDestinatario> {
    let typed: Option<CodiceDestinatario> = fields.id("codice_destinatario", &draft.codice_destinatario);
    let is_pa = draft.natura == Natura::Pa;
    if let Some(code) = typed {
        if code.is_pa() != is_pa {
            fields
                .problems
                .push(Problem::error("codice_destinatario_length", "codice_destinatario").sdi("00427"));
        }
        if code == CodiceDestinatario::foreign() && draft.natura != Natura::Estero {
            fields
                .problems
                .push(Problem::error("codice_destinatario_foreign", "codice_destinatario").sdi("00313"));
        }
        return Some(code);
    }
    if is_pa {
        fields
            .problems
            .push(Problem::warning("pa_code_missing", "codice_destinatario").sdi("00427"));
        return None;
    }
    Some(if draft.natura == Natura::Estero {
        CodiceDestinatario::foreign()
    } else {
        CodiceDestinatario::unknown()
    })
}

/// The name by which the same subject is found again however it was written: lower case, no accents, no
/// punctuation, no legal form.
pub(super) fn nome_chiave(nome: &str) -> String {
    const FORMS: &[&str] = &[
        "srl", "srls", "spa", "sas", "snc", "ss", "scarl", "scrl", "coop", "soc", "societa", "ditta", "sapa",
    ];
    let plain: String = fisco::text::unaccented(nome).to_lowercase().replace('.', "");
    let words = plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let kept: Vec<&str> = words.clone().filter(|word| !FORMS.contains(word)).collect();
    if kept.is_empty() {
        words.collect::<Vec<_>>().join(" ")
    } else {
        kept.join(" ")
    }
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

    #[test]
    fn the_same_name_is_known_however_it_is_written() {
        for name in [
            "Officine Rossi S.r.l.",
            "OFFICINE  ROSSI SRL",
            "officine rossi",
            "Officìne-Rossi s.p.a.",
        ] {
            assert_eq!(nome_chiave(name), "officine rossi", "{name}");
        }
        assert_eq!(nome_chiave("S.p.A."), "spa");
    }
}
