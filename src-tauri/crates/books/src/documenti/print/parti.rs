//! Who sends and who receives.

use pdf::Party;

use crate::{anagrafiche::SoggettoDraft, azienda::AziendaDraft};

pub(super) fn name(denominazione: &str, nome: &str, cognome: &str) -> String {
    if denominazione.trim().is_empty() {
        format!("{} {}", nome.trim(), cognome.trim()).trim().to_owned()
    } else {
        denominazione.trim().to_owned()
    }
}

fn labelled(label: &str, text: &str) -> Option<String> {
    (!text.trim().is_empty()).then(|| format!("{label} {}", text.trim()))
}

fn address(street: [&str; 2], town: [&str; 3]) -> Vec<String> {
    let join = |parts: &[&str]| {
        let parts = parts
            .iter()
            .map(|part| part.trim())
            .filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" ")
    };
    let lines = [join(&street), join(&town)];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

pub(super) fn sender(azienda: &AziendaDraft) -> Party {
    let own = azienda.aspetto.intestazione.lines().map(str::trim);
    let mut lines: Vec<String> = own.filter(|line| !line.is_empty()).map(str::to_owned).collect();
    lines.extend(address(
        [&azienda.indirizzo, &azienda.numero_civico],
        [&azienda.cap, &azienda.comune, &azienda.provincia],
    ));
    lines.extend(labelled("P. IVA", &azienda.partita_iva));
    lines.extend(labelled("C.F.", &azienda.codice_fiscale));
    lines.extend(labelled("Tel.", &azienda.telefono));
    lines.extend(labelled("", &azienda.email).map(|text| text.trim().to_owned()));
    lines.extend(labelled("PEC", &azienda.pec));
    lines.extend(labelled("", &azienda.sito).map(|text| text.trim().to_owned()));
    if !azienda.rea_numero.trim().is_empty() {
        lines.push(format!(
            "REA {}-{}",
            azienda.rea_ufficio.trim(),
            azienda.rea_numero.trim()
        ));
    }
    Party {
        name: name(&azienda.denominazione, &azienda.nome, &azienda.cognome),
        lines,
    }
}

pub(super) fn recipient(cliente: &SoggettoDraft) -> Party {
    let mut lines = address(
        [&cliente.indirizzo, &cliente.numero_civico],
        [&cliente.cap, &cliente.comune, &cliente.provincia],
    );
    let nazione = cliente.nazione.parse::<fisco::Nazione>();
    if let Some(nazione) = nazione.ok().filter(|nazione| !nazione.is_italia()) {
        lines.push(nazione.it().to_owned());
    }
    lines.extend(labelled("P. IVA", &cliente.partita_iva));
    lines.extend(labelled("C.F.", &cliente.codice_fiscale));
    Party {
        name: name(&cliente.denominazione, &cliente.nome, &cliente.cognome),
        lines,
    }
}
