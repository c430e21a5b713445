//! Lines of a draft.

use fisco::codici::Natura;
use money::{Price8, Quantity8, Rate};

use super::{
    AltroDato, Chiave, Riga,
    leggi::{Lettura, first, is_priceless},
    sconti,
};
use crate::{
    documenti::{AltroDatoDraft, RigaDraft, Tipo},
    field::Fields,
};

/// The lines that can be read. A line left wholly empty is not there; one of words only is descriptive and takes the
/// group of the first line with an amount (DOMAIN 3.2).
pub(super) fn righe(lettura: &mut Lettura<'_>) -> Vec<Riga> {
    let draft = lettura.draft;
    let mut righe: Vec<Riga> = Vec::with_capacity(draft.righe.len());
    let mut unread = 0_usize;
    for (at, typed) in draft.righe.iter().enumerate() {
        if *typed != RigaDraft::default() {
            let read = riga(lettura, at, typed);
            unread = unread.saturating_add(usize::from(read.is_none()));
            righe.extend(read);
        }
    }
    let main = righe
        .iter()
        .find(|riga| !riga.is_descrittiva)
        .map(|riga| riga.chiave.clone());
    if let Some(main) = main {
        for riga in righe.iter_mut().filter(|riga| riga.is_descrittiva) {
            riga.chiave = main.clone();
        }
    }
    if unread == 0 && righe.iter().all(|riga| riga.is_descrittiva) {
        lettura.error("documenti_righe_vuote", "righe");
    }
    righe
}

fn riga(lettura: &mut Lettura<'_>, at: usize, typed: &RigaDraft) -> Option<Riga> {
    let field = |name: &str| format!("righe.{at}.{name}");
    let descrizione = lettura.fields.required(&field("descrizione"), &typed.descrizione);
    let is_descrittiva = [&typed.prezzo, &typed.quantita, &typed.sconti]
        .iter()
        .all(|text| text.trim().is_empty())
        && !is_priceless(lettura.draft.tipo);
    let quantita = quantita(lettura, &field("quantita"), &typed.quantita);
    let prezzo = prezzo(lettura, &field("prezzo"), typed, is_descrittiva);
    let sconti = sconti::parse(&typed.sconti).map_err(|_unreadable| {
        lettura.error("documenti_sconti", field("sconti"));
    });
    let chiave = chiave(lettura, at, typed, is_descrittiva);
    let periodo = periodo(lettura, at, typed);
    let altri_dati = altri_dati(lettura, at, &typed.altri_dati);
    let tipo_cessione = lettura.fields.code(&field("tipo_cessione"), &typed.tipo_cessione);
    let chiave = chiave?;
    let is_n1 = chiave.natura == Some(Natura::N1);
    let ritenuta = ritenuta(lettura, at, typed, is_n1 || is_descrittiva);
    Some(Riga {
        at,
        codice: Fields::text(&typed.codice),
        descrizione,
        quantita: quantita?,
        unita_misura: Fields::text(&typed.unita_misura),
        prezzo: prezzo?,
        sconti: sconti.ok()?,
        ritenuta,
        cassa: typed.cassa.unwrap_or(!is_n1) && !is_descrittiva,
        chiave,
        is_descrittiva,
        tipo_cessione,
        periodo,
        riferimento_amministrazione: Fields::text(&typed.riferimento_amministrazione),
        altri_dati,
    })
}

/// The schema has no sign for `Quantita`: what goes back is written with a negative price.
fn quantita(lettura: &mut Lettura<'_>, field: &str, text: &str) -> Option<Option<Quantity8>> {
    if text.trim().is_empty() {
        return Some(None);
    }
    let quantita = lettura.fields.unit(field, text, Quantity8::from_decimal)?;
    if quantita.is_negative() {
        lettura.error("documenti_quantita_negativa", field);
        return None;
    }
    Some(Some(quantita))
}

fn prezzo(lettura: &mut Lettura<'_>, field: &str, typed: &RigaDraft, is_descrittiva: bool) -> Option<Price8> {
    if typed.prezzo.trim().is_empty() {
        if !is_descrittiva && !is_priceless(lettura.draft.tipo) {
            lettura.fields.required(field, "");
            return None;
        }
        return Some(Price8::ZERO);
    }
    lettura.fields.unit(field, &typed.prezzo, Price8::from_decimal)
}

/// Rate and Natura of a line: typed, or the company's usual ones; without IVA for a forfettario and on receipts.
fn chiave(lettura: &mut Lettura<'_>, at: usize, typed: &RigaDraft, is_descrittiva: bool) -> Option<Chiave> {
    let azienda = lettura.contesto.azienda;
    let is_untyped = typed.aliquota_iva.trim().is_empty() && typed.natura.trim().is_empty();
    let without_iva = lettura.is_forfettario() || lettura.draft.tipo == Tipo::Ricevuta;
    let (aliquota, natura) = match (is_untyped, without_iva) {
        (true, true) => ("0", "N2.2"),
        (true, false) if is_descrittiva || is_priceless(lettura.draft.tipo) => {
            (first(&[&azienda.aliquota_iva, "22"]), azienda.natura.as_str())
        }
        (true, false) => (azienda.aliquota_iva.as_str(), azienda.natura.as_str()),
        (false, _) => (typed.aliquota_iva.as_str(), typed.natura.as_str()),
    };
    let paths = (format!("righe.{at}.aliquota_iva"), format!("righe.{at}.natura"));
    let (aliquota, natura) = aliquota_e_natura(lettura, (&paths.0, &paths.1), (aliquota, natura), LINE)?;
    Some(lettura.chiave(aliquota, natura, &typed.riferimento_normativo))
}

/// SDI codes of a missing and of a superfluous Natura.
pub(super) type Codes = (&'static str, &'static str);

const LINE: Codes = ("00400", "00401");

/// Reads a rate with its Natura: one of them is zero or absent, never both, never neither.
pub(super) fn aliquota_e_natura(
    lettura: &mut Lettura<'_>,
    (rate_field, natura_field): (&str, &str),
    (aliquota, natura): (&str, &str),
    codes: Codes,
) -> Option<(Rate, Option<Natura>)> {
    let natura: Option<Natura> = lettura.fields.code(natura_field, natura);
    if aliquota.trim().is_empty() && natura.is_none() {
        lettura.fields.required(rate_field, "");
        return None;
    }
    let rate = if aliquota.trim().is_empty() {
        Rate::ZERO
    } else {
        lettura.fields.unit(rate_field, aliquota, Rate::from_decimal)?
    };
    let is_too_small = !rate.is_zero() && rate < Rate::new(100);
    if is_too_small || rate > Rate::new(10_000) {
        lettura.sdi("documenti_aliquota", rate_field, "00424");
        return None;
    }
    match natura {
        None if rate.is_zero() => lettura.sdi("documenti_natura_mancante", natura_field, codes.0),
        Some(_) if !rate.is_zero() => lettura.sdi("documenti_natura_superflua", natura_field, codes.1),
        Some(natura) if !natura.valid_on(lettura.giorno) => {
            lettura.sdi("documenti_natura_ritirata", natura_field, "00445");
        }
        _ if !rate.is_zero() && lettura.is_forfettario() => {
            lettura.error("documenti_iva_forfettario", rate_field);
        }
        natura => return Some((rate, natura)),
    }
    None
}

fn periodo(
    lettura: &mut Lettura<'_>,
    at: usize,
    typed: &RigaDraft,
) -> (Option<jiff::civil::Date>, Option<jiff::civil::Date>) {
    let giorno = lettura.giorno;
    let from = lettura
        .fields
        .date(&format!("righe.{at}.data_inizio"), &typed.data_inizio, giorno);
    let to = lettura
        .fields
        .date(&format!("righe.{at}.data_fine"), &typed.data_fine, giorno);
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        lettura.error("documenti_periodo", format!("righe.{at}.data_fine"));
    }
    (from, to)
}

/// A fee is subject to withholding when the document has one, unless the line says otherwise.
fn ritenuta(lettura: &mut Lettura<'_>, at: usize, typed: &RigaDraft, is_excluded: bool) -> bool {
    let has_ritenute = !lettura.draft.ritenute.is_empty();
    match typed.ritenuta {
        Some(true) if !has_ritenute => {
            lettura.sdi(
                "documenti_ritenuta_mancante",
                format!("righe.{at}.ritenuta"),
                "00411",
            );
            false
        }
        Some(is_subject) => is_subject,
        None => has_ritenute && !is_excluded,
    }
}

fn altri_dati(lettura: &mut Lettura<'_>, at: usize, typed: &[AltroDatoDraft]) -> Vec<AltroDato> {
    let mut read = Vec::with_capacity(typed.len());
    let giorno = lettura.giorno;
    for (n, dato) in typed.iter().enumerate() {
        let field = |name: &str| format!("righe.{at}.altri_dati.{n}.{name}");
        let tipo_dato = lettura.fields.required(&field("tipo_dato"), &dato.tipo_dato);
        if tipo_dato.chars().count() > 10 {
            lettura.error("documenti_tipo_dato", field("tipo_dato"));
        }
        read.push(AltroDato {
            tipo_dato,
            testo: Fields::text(&dato.testo),
            numero: lettura
                .fields
                .unit(&field("numero"), &dato.numero, Price8::from_decimal),
            data_riferimento: lettura
                .fields
                .date(&field("data_riferimento"), &dato.data_riferimento, giorno),
        });
    }
    read
}
