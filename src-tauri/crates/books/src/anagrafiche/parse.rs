//! The rules of a subject: which identifier who needs (DOMAIN 2).

use fisco::{Cap, CodiceDestinatario, CodiceFiscale, Iban, Nazione, PartitaIva, Provincia, VatNumber};
use jiff::civil::Date;

use super::{Natura, Nome, SoggettoDraft};
use crate::{Problem, field::Fields};

/// A form read: the parts that could be read, and every problem. Unreadable values are errors; what only an
/// invoice needs is a warning here and an error in [`super::Soggetto::parse`].
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
    let nome = Nome::typed(draft);
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
