//! What only shows when the parts of a document are seen together: checks of SDI that need no network, and doubts.

use fisco::codici::{ModalitaPagamento, TipoDocumento};
use money::Cents;

use super::{Calcolo, Contesto, Documento, Esigibilita, Riga, righe::is_tolerated};
use crate::{
    Problem,
    anagrafiche::{Natura, SoggettoDraft},
    documenti::{RiferimentoTipo, Tipo},
};

/// Problems of the whole, after those of its fields.
#[must_use]
pub fn controlla(documento: &Documento, calcolo: &Calcolo, contesto: &Contesto<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    parties(documento, contesto, &mut problems);
    dates(documento, contesto, &mut problems);
    amounts(documento, calcolo, &mut problems);
    payment(documento, calcolo, &mut problems);
    let is_fee_split = documento.esigibilita == Esigibilita::S && !documento.ritenute.is_empty();
    if is_fee_split {
        // DL 87/2018; DOMAIN 3.8
        problems.push(Problem::warning(
            "documenti_split_con_ritenuta",
            "esigibilita_iva",
        ));
    }
    let split = fisco::parametri::split_payment(documento.data_documento);
    if documento.esigibilita == Esigibilita::S && split.is_none_or(|split| !split.value || split.is_doubtful)
    {
        // the authorisation of the EU ends on 30 June 2026; DOMAIN 0.3
        problems.push(Problem::warning(
            "documenti_split_da_verificare",
            "esigibilita_iva",
        ));
    }
    problems
}

fn parties(documento: &Documento, contesto: &Contesto<'_>, problems: &mut Vec<Problem>) {
    let Some(cliente) = contesto.cliente else {
        problems.push(Problem::error("documenti_cliente_mancante", "cliente_id"));
        return;
    };
    let azienda = contesto.azienda;
    let is_same = |ours: &str, theirs: &str| {
        let plain = |text: &str| {
            let text: String = text
                .chars()
                .filter(char::is_ascii_alphanumeric)
                .collect::<String>()
                .to_uppercase();
            text.strip_prefix("IT").map(str::to_owned).unwrap_or(text)
        };
        !ours.trim().is_empty() && plain(ours) == plain(theirs)
    };
    let is_checked = documento
        .td()
        .is_some_and(|td| !matches!(td, TipoDocumento::TD04 | TipoDocumento::TD05));
    // a company that has one number gives it as both
    let own_code = if azienda.codice_fiscale.trim().is_empty() {
        &azienda.partita_iva
    } else {
        &azienda.codice_fiscale
    };
    let is_own_code = cliente.partita_iva.trim().is_empty() && is_same(own_code, &cliente.codice_fiscale);
    if is_checked && (is_same(&azienda.partita_iva, &cliente.partita_iva) || is_own_code) {
        problems.push(Problem::error("documenti_stesso_soggetto", "cliente_id").sdi("00471"));
    }
    if cliente.no_sdi && documento.td().is_some() {
        problems.push(Problem::error("documenti_cliente_no_sdi", "no_sdi"));
    }
    if documento.esigibilita == Esigibilita::S && cliente.natura == Natura::Privato {
        // only public bodies and their companies split; DOMAIN 3.8
        problems.push(Problem::warning("documenti_split_privato", "esigibilita_iva"));
    }
    let is_reverse = |riga: &Riga| {
        riga.chiave
            .natura
            .is_some_and(|natura| natura.is_inversione_contabile())
    };
    if cliente.natura == Natura::Privato && documento.righe.iter().any(is_reverse) {
        // a private person cannot account for the tax; DOMAIN 3.9
        problems.push(Problem::warning("documenti_inversione_privato", "righe"));
    }
    withholding(documento, cliente, problems);
}

fn withholding(documento: &Documento, cliente: &SoggettoDraft, problems: &mut Vec<Problem>) {
    if !documento.ritenute.is_empty() && !cliente.sostituto_imposta {
        problems.push(Problem::warning("documenti_cliente_non_sostituto", "ritenute"));
    }
}

fn dates(documento: &Documento, contesto: &Contesto<'_>, problems: &mut Vec<Problem>) {
    let day = documento.data_documento;
    if day > contesto.today {
        let problem = if documento.td().is_some() {
            Problem::error("documenti_data_futura", "data_documento")
        } else {
            Problem::warning("documenti_data_futura", "data_documento")
        };
        problems.push(problem.sdi("00403"));
    }
    let linked = documento
        .riferimenti
        .iter()
        .enumerate()
        .filter(|(_, riferimento)| riferimento.tipo == RiferimentoTipo::FatturaCollegata);
    if documento.tipo == Tipo::NotaCredito {
        if linked.clone().next().is_none() {
            problems.push(Problem::warning("documenti_nota_senza_fattura", "riferimenti"));
        }
        for (at, _) in linked.filter(|(_, linked)| linked.data_documento.is_some_and(|date| date > day)) {
            let field = format!("riferimenti.{at}.data_documento");
            problems.push(Problem::error("documenti_nota_prima_della_fattura", field).sdi("00418"));
        }
    }
    let is_deferred = matches!(documento.tipo, Tipo::FatturaDifferita | Tipo::FatturaDifferitaB);
    if is_deferred && documento.ddt.is_empty() {
        problems.push(Problem::warning("documenti_differita_senza_ddt", "ddt"));
    }
    for (at, ddt) in documento.ddt.iter().enumerate() {
        if ddt.data_ddt > day {
            problems.push(Problem::warning(
                "documenti_ddt_dopo",
                format!("ddt.{at}.data_ddt"),
            ));
        }
    }
    if documento.valido_fino.is_some_and(|until| until < day) {
        problems.push(Problem::error("documenti_validita", "valido_fino"));
    }
}

fn amounts(documento: &Documento, calcolo: &Calcolo, problems: &mut Vec<Problem>) {
    for (riga, calcolata) in documento.righe.iter().zip(&calcolo.righe) {
        let is_reverse = riga.chiave.natura.is_some_and(|n| n.is_inversione_contabile());
        if is_reverse && documento.esigibilita == Esigibilita::S {
            let field = format!("righe.{}.natura", riga.at);
            problems.push(Problem::error("documenti_split_con_inversione", field).sdi("00420"));
        }
        let prezzo = calcolata.prezzo_unitario;
        let is_good =
            is_tolerated(riga, prezzo, &calcolata.sconti, calcolata.totale).is_ok_and(|is_good| is_good);
        if !is_good {
            let field = format!("righe.{}.prezzo", riga.at);
            problems.push(Problem::error("documenti_prezzo_totale", field).sdi("00423"));
        }
        if riga.chiave.riferimento_normativo.is_empty() && riga.chiave.natura.is_some() {
            let field = format!("righe.{}.riferimento_normativo", riga.at);
            problems.push(Problem::warning("documenti_riferimento_mancante", field));
        }
    }
    if calcolo.totali.totale_documento.is_negative() {
        problems.push(Problem::warning("documenti_totale_negativo", ""));
    }
}

fn payment(documento: &Documento, calcolo: &Calcolo, problems: &mut Vec<Problem>) {
    let rate = &calcolo.totali.rate;
    let sum = Cents::sum(rate.iter().map(|rata| rata.importo));
    if !rate.is_empty() && sum != Ok(calcolo.totali.netto_a_pagare) {
        let problem = Problem::error("documenti_rate_somma", "rate")
            .arg("netto", calcolo.totali.netto_a_pagare)
            .arg("somma", sum.unwrap_or_default());
        problems.push(problem);
    }
    let by_transfer = documento.modalita_pagamento == ModalitaPagamento::MP05;
    if by_transfer && documento.iban.is_none() && !rate.is_empty() {
        problems.push(Problem::warning("documenti_iban_mancante", "iban"));
    }
    if calcolo.totali.netto_a_pagare.is_negative() && !calcolo.totali.totale_documento.is_negative() {
        problems.push(Problem::warning("documenti_netto_negativo", ""));
    }
}
