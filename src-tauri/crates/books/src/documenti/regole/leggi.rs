//! From the draft as typed to a [`Documento`]: every field read once, all problems together, each at its field.

use fisco::{
    Nazione,
    codici::{ModalitaPagamento, Natura, RegimeFiscale},
    diciture::Lingua,
    parametri,
};
use jiff::civil::Date;
use money::{Cents, Rate};

use super::{
    Chiave, Documento, Esigibilita, Parametri, ScontoDocumento, diciture::Chi, leggi_altro, leggi_righe,
    termini::Termini,
};
use crate::{
    Problem,
    anagrafiche::{Natura as Soggetto, SoggettoDraft},
    azienda::AziendaDraft,
    documenti::{DocumentoDraft, Tipo},
    field::Fields,
};

/// What a draft is read against. An issued document freezes it, so that it can be computed again at any time.
#[derive(Debug, Clone, Copy)]
pub struct Contesto<'a> {
    /// The day on which it is read.
    pub today: Date,
    /// Whose document it is.
    pub azienda: &'a AziendaDraft,
    /// To whom; none while nobody was chosen.
    pub cliente: Option<&'a SoggettoDraft>,
    /// Frozen values of the law; none takes those of the day of the document.
    pub parametri: Option<Parametri>,
}

/// A draft read: what could be, and every problem.
#[derive(Debug, Clone)]
pub struct Letto {
    /// The document without what could not be read.
    pub documento: Documento,
    /// Everything wrong or doubtful. Nothing wrong means that `documento` is whole.
    pub problems: Vec<Problem>,
}

/// What the readers of the parts share.
pub(super) struct Lettura<'a> {
    pub(super) fields: Fields,
    pub(super) draft: &'a DocumentoDraft,
    pub(super) contesto: &'a Contesto<'a>,
    pub(super) giorno: Date,
    pub(super) regime: Option<RegimeFiscale>,
    pub(super) esigibilita: Esigibilita,
}

impl Lettura<'_> {
    /// No IVA and no withholding: regime forfettario (RF19) and di vantaggio (RF02).
    pub(super) fn is_forfettario(&self) -> bool {
        matches!(self.regime, Some(RegimeFiscale::RF19 | RegimeFiscale::RF02))
    }

    /// The group of a rate and Natura, with the usual wording unless one was typed.
    pub(super) fn chiave(&self, aliquota_iva: Rate, natura: Option<Natura>, typed: &str) -> Chiave {
        let esigibilita = if aliquota_iva.is_zero() {
            Esigibilita::I
        } else {
            self.esigibilita
        };
        let typed = typed.trim();
        let riferimento_normativo = match natura {
            _ if !typed.is_empty() => typed.to_owned(),
            Some(natura) => super::diciture::usual(natura, self.chi(), self.giorno),
            None => self.wording_of(esigibilita),
        };
        Chiave {
            aliquota_iva,
            natura,
            esigibilita,
            riferimento_normativo,
        }
    }

    fn wording_of(&self, esigibilita: Esigibilita) -> String {
        let id = match (esigibilita, self.regime) {
            (Esigibilita::S, _) => "W_SPLIT",
            (Esigibilita::D, Some(RegimeFiscale::RF17)) => "W_CASSA",
            _ => return String::new(),
        };
        fisco::diciture::testo(id, self.giorno, Lingua::It)
            .map(|dicitura| dicitura.testo.to_owned())
            .unwrap_or_default()
    }

    fn chi(&self) -> Chi {
        let cliente_ue = self.contesto.cliente.is_some_and(|cliente| {
            let nazione = cliente.nazione.parse::<Nazione>();
            cliente.natura == Soggetto::Estero
                && nazione.is_ok_and(|nazione| nazione.is_ue() && !nazione.is_italia())
        });
        Chi {
            regime: self.regime,
            cliente_ue,
        }
    }

    pub(super) fn error(&mut self, code: &str, field: impl Into<String>) {
        self.fields.problems.push(Problem::error(code, field));
    }

    pub(super) fn sdi(&mut self, code: &str, field: impl Into<String>, sdi: &str) {
        self.fields.problems.push(Problem::error(code, field).sdi(sdi));
    }
}

/// Reads a draft.
#[must_use]
pub fn leggi(draft: &DocumentoDraft, contesto: &Contesto<'_>) -> Letto {
    let mut fields = Fields::default();
    let giorno = fields
        .date("data_documento", &draft.data_documento, contesto.today)
        .unwrap_or(contesto.today);
    let esigibilita = esigibilita(draft, &mut fields);
    let mut lettura = Lettura {
        fields,
        draft,
        contesto,
        giorno,
        regime: contesto.azienda.regime_fiscale.trim().parse().ok(),
        esigibilita,
    };
    let righe = leggi_righe::righe(&mut lettura);
    let ritenute = leggi_altro::ritenute(&mut lettura);
    let parametri = Parametri {
        enasarco_massimale: ritenute.iter().find_map(|ritenuta| Some(ritenuta.massimale?.0)),
        ..contesto.parametri.unwrap_or_else(|| of_day(giorno))
    };
    let documento = Documento {
        tipo: draft.tipo,
        sezionale: sezionale(&mut lettura),
        data_documento: giorno,
        valido_fino: lettura.fields.date("valido_fino", &draft.valido_fino, giorno),
        prezzi_ivati: draft.prezzi_ivati,
        righe,
        righe_draft: draft.righe.len(),
        sconto: sconto(&mut lettura),
        casse: leggi_altro::casse(&mut lettura),
        ritenute,
        bollo: draft.bollo,
        bollo_addebitato: draft.bollo_addebitato.then(|| bollo_line(&lettura)),
        parametri,
        esigibilita,
        arrotonda_euro: draft.arrotonda_euro,
        arrotondamento: lettura
            .fields
            .unit("arrotondamento", &draft.arrotondamento, Cents::from_decimal)
            .unwrap_or_default(),
        sconto_in_fattura: percent(&mut lettura, "sconto_in_fattura", &draft.sconto_in_fattura),
        modalita_pagamento: modalita(&mut lettura),
        termini: termini(&mut lettura),
        rate: leggi_altro::rate(&mut lettura),
        iban: lettura
            .fields
            .id("iban", first(&[&draft.iban, &contesto.azienda.iban])),
        riferimenti: leggi_altro::riferimenti(&mut lettura),
        ddt: leggi_altro::ddt(&mut lettura),
        trasporto: leggi_altro::trasporto(&mut lettura),
        causale: causale(&lettura),
        no_sdi: draft.no_sdi,
        lingua: lingua(draft, contesto),
    };
    Letto {
        documento,
        problems: lettura.fields.problems,
    }
}

/// The values of the law on a day. A day before the tables begin takes no duty.
fn of_day(giorno: Date) -> Parametri {
    Parametri {
        bollo_soglia: parametri::bollo_soglia(giorno).map_or(Cents::new(i64::MAX), |found| found.value),
        bollo_importo: parametri::bollo_importo(giorno).map_or(Cents::ZERO, |found| found.value),
        enasarco_massimale: None,
    }
}

/// The recharged stamp is N1, for a forfettario N2.2 and revenue (DOMAIN 3.7).
fn bollo_line(lettura: &Lettura<'_>) -> Chiave {
    let natura = if lettura.is_forfettario() {
        Natura::N2_2
    } else {
        Natura::N1
    };
    lettura.chiave(Rate::ZERO, Some(natura), "")
}

/// The first text that is not empty.
pub(super) fn first<'a>(texts: &[&'a str]) -> &'a str {
    texts
        .iter()
        .copied()
        .find(|text| !text.trim().is_empty())
        .unwrap_or("")
}

fn esigibilita(draft: &DocumentoDraft, fields: &mut Fields) -> Esigibilita {
    match draft.esigibilita_iva.trim().to_uppercase().as_str() {
        "" | "I" => Esigibilita::I,
        "D" => Esigibilita::D,
        "S" => Esigibilita::S,
        other => {
            fields
                .problems
                .push(Problem::error("code_unknown", "esigibilita_iva").arg("value", other));
            Esigibilita::I
        }
    }
}

/// Letters, digits and hyphens, at most 8: it is part of the printed number (`12/A`).
fn sezionale(lettura: &mut Lettura<'_>) -> String {
    let sezionale = lettura.draft.sezionale.trim().to_uppercase();
    let is_good = sezionale.len() <= 8 && sezionale.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-');
    if is_good {
        sezionale
    } else {
        lettura.error("sezionale_bad", "sezionale");
        String::new()
    }
}

fn sconto(lettura: &mut Lettura<'_>) -> Option<ScontoDocumento> {
    let text = &lettura.draft.sconto;
    let sconto = if text.contains('%') {
        percent(lettura, "sconto", text).map(ScontoDocumento::Percentuale)
    } else {
        lettura
            .fields
            .unit("sconto", text, Cents::from_decimal)
            .map(ScontoDocumento::Importo)
    };
    if matches!(sconto, Some(ScontoDocumento::Importo(amount)) if amount.is_negative()) {
        lettura.error("documenti_sconto_negativo", "sconto");
        return None;
    }
    sconto
}

/// A percentage from 0 to 100.
pub(super) fn percent(lettura: &mut Lettura<'_>, field: &str, text: &str) -> Option<Rate> {
    let rate = lettura.fields.unit(field, text, Rate::from_decimal)?;
    if rate.is_negative() || rate > Rate::new(10_000) {
        lettura.error("documenti_percentuale", field);
        return None;
    }
    Some(rate)
}

/// That of the draft, of the customer, of the company; else a bank transfer.
fn modalita(lettura: &mut Lettura<'_>) -> ModalitaPagamento {
    let cliente = lettura.contesto.cliente;
    let text = first(&[
        &lettura.draft.modalita_pagamento,
        cliente.map_or("", |cliente| cliente.modalita_pagamento.as_str()),
        &lettura.contesto.azienda.modalita_pagamento,
    ]);
    lettura
        .fields
        .code("modalita_pagamento", text)
        .unwrap_or(ModalitaPagamento::MP05)
}

fn termini(lettura: &mut Lettura<'_>) -> Termini {
    Termini::parse(&lettura.draft.termini_pagamento).unwrap_or_else(|_unreadable| {
        lettura.error("documenti_termini", "termini_pagamento");
        Termini::default()
    })
}

/// The reasons typed, one a line, and those that the law wants here: a forfettario tells who would withhold why not
/// (L. 190/2014 c.67), a taxpayer of the regime di vantaggio repeats the reference (DOMAIN 14).
fn causale(lettura: &Lettura<'_>) -> Vec<String> {
    let mut causale: Vec<String> = lettura.draft.causale.lines().filter_map(Fields::text).collect();
    let withholds = lettura
        .contesto
        .cliente
        .is_some_and(|cliente| cliente.sostituto_imposta);
    let id = match lettura.regime {
        Some(RegimeFiscale::RF19) if withholds => "W_FORF_RIT",
        Some(RegimeFiscale::RF02) => "W_MINIMI",
        _ => return causale,
    };
    let wording = fisco::diciture::testo(id, lettura.giorno, Lingua::It);
    causale.extend(wording.map(|dicitura| dicitura.testo.to_owned()));
    causale
}

fn lingua(draft: &DocumentoDraft, contesto: &Contesto<'_>) -> Lingua {
    let cliente = contesto.cliente.map_or("", |cliente| cliente.lingua.as_str());
    if first(&[&draft.lingua, cliente]).eq_ignore_ascii_case("en") {
        Lingua::En
    } else {
        Lingua::It
    }
}

/// Kinds on which a price may be missing: they tell what moves, not what is due.
pub(super) fn is_priceless(tipo: Tipo) -> bool {
    tipo == Tipo::Ddt
}
