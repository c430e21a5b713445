//! Funds, withholdings, instalments, references and transport of a draft.

use fisco::{
    codici::{TipoCassa, TipoRitenuta},
    parametri,
};
use jiff::civil::Date;
use money::{Cents, Rate};

use super::{
    Cassa, Ddt, RataScritta, Riferimento, Ritenuta, Trasporto,
    leggi::{Lettura, first, percent},
    leggi_righe::aliquota_e_natura,
};
use crate::{
    documenti::{Mandato, RitenutaDraft},
    field::Fields,
};

/// The INPS recharge comes first: the own fund is computed on the fee with it (DOMAIN 3.6).
pub(super) fn casse(lettura: &mut Lettura<'_>) -> Vec<Cassa> {
    let draft = lettura.draft;
    let mut casse = Vec::with_capacity(draft.casse.len());
    let has_fisco = draft.ritenute.iter().any(|ritenuta| {
        matches!(
            ritenuta.tipo.trim().parse(),
            Ok(TipoRitenuta::RT01 | TipoRitenuta::RT02)
        )
    });
    for (at, typed) in draft.casse.iter().enumerate() {
        let field = |name: &str| format!("casse.{at}.{name}");
        lettura.fields.required(&field("tipo"), &typed.tipo);
        let Some(tipo) = lettura.fields.code::<TipoCassa>(&field("tipo"), &typed.tipo) else {
            continue;
        };
        if tipo == TipoCassa::TC07 {
            lettura.error("documenti_enasarco_cassa", field("tipo"));
            continue;
        }
        let usual = tipo.percentuale().map(|percentuale| percentuale.aliquota);
        let aliquota = percent(lettura, &field("aliquota"), &typed.aliquota).or(usual);
        let is_own = !typed.aliquota_iva.trim().is_empty() || !typed.natura.trim().is_empty();
        let iva = is_own.then(|| {
            let paths = (field("aliquota_iva"), field("natura"));
            aliquota_e_natura(
                lettura,
                (&paths.0, &paths.1),
                (&typed.aliquota_iva, &typed.natura),
                ("00413", "00414"),
            )
        });
        let iva = match iva {
            None => None,
            Some(None) => continue,
            Some(Some((rate, natura))) => Some(lettura.chiave(rate, natura, "")),
        };
        if typed.ritenuta == Some(true) && draft.ritenute.is_empty() {
            lettura.sdi("documenti_ritenuta_mancante", field("ritenuta"), "00415");
        }
        let Some(aliquota) = aliquota else {
            lettura.fields.required(&field("aliquota"), "");
            continue;
        };
        casse.push(Cassa {
            tipo,
            aliquota,
            iva,
            ritenuta: has_fisco && typed.ritenuta.unwrap_or(tipo.is_soggetta_ritenuta()),
        });
    }
    casse.sort_by_key(|cassa| cassa.tipo != TipoCassa::TC22);
    casse
}

pub(super) fn ritenute(lettura: &mut Lettura<'_>) -> Vec<Ritenuta> {
    let draft = lettura.draft;
    let mut ritenute = Vec::with_capacity(draft.ritenute.len());
    for (at, typed) in draft.ritenute.iter().enumerate() {
        let field = |name: &str| format!("ritenute.{at}.{name}");
        lettura.fields.required(&field("tipo"), &typed.tipo);
        let Some(tipo) = lettura.fields.code::<TipoRitenuta>(&field("tipo"), &typed.tipo) else {
            continue;
        };
        let is_fisco = matches!(tipo, TipoRitenuta::RT01 | TipoRitenuta::RT02);
        if is_fisco && lettura.is_forfettario() {
            lettura.error("documenti_ritenuta_forfettario", field("tipo"));
            continue;
        }
        let usual = match tipo {
            TipoRitenuta::RT01 | TipoRitenuta::RT02 => parametri::ritenuta_professionisti(lettura.giorno),
            TipoRitenuta::RT04 => parametri::enasarco_quota_agente(lettura.giorno),
            _ => None,
        };
        let aliquota =
            percent(lettura, &field("aliquota"), &typed.aliquota).or(usual.map(|parametro| parametro.value));
        let base = percent(lettura, &field("base_percentuale"), &typed.base_percentuale);
        let causale = first(&[&typed.causale, &lettura.contesto.azienda.causale_ritenuta]);
        if draft.tipo.td().is_some() && !draft.no_sdi {
            lettura.fields.required(&field("causale"), causale);
        }
        let causale = lettura.fields.code(&field("causale"), causale);
        let massimale = if tipo == TipoRitenuta::RT04 {
            massimale(lettura, typed, &field("gia_soggette"))
        } else {
            None
        };
        let Some(aliquota) = aliquota else {
            lettura.fields.required(&field("aliquota"), "");
            continue;
        };
        ritenute.push(Ritenuta {
            tipo,
            aliquota,
            base_percentuale: base.unwrap_or(Rate::new(10_000)),
            causale,
            massimale,
        });
    }
    ritenute
}

/// The yearly cap of Enasarco and the commissions that were subject to it before; none without a mandate.
fn massimale(lettura: &mut Lettura<'_>, typed: &RitenutaDraft, field: &str) -> Option<(Cents, Cents)> {
    let before = lettura
        .fields
        .unit(field, &typed.gia_soggette, Cents::from_decimal)
        .unwrap_or_default();
    let of_day = match typed.mandato? {
        Mandato::Monomandatario => parametri::enasarco_massimale_monomandatario(lettura.giorno),
        Mandato::Plurimandatario => parametri::enasarco_massimale_plurimandatario(lettura.giorno),
    };
    let frozen = lettura
        .contesto
        .parametri
        .and_then(|used| used.enasarco_massimale);
    frozen.or(of_day.map(|cap| cap.value)).map(|cap| (cap, before))
}

pub(super) fn rate(lettura: &mut Lettura<'_>) -> Vec<RataScritta> {
    let draft = lettura.draft;
    let giorno = lettura.giorno;
    let mut rate = Vec::with_capacity(draft.rate.len());
    for (at, typed) in draft.rate.iter().enumerate() {
        let field = |name: &str| format!("rate.{at}.{name}");
        lettura.fields.required(&field("scadenza"), &typed.scadenza);
        let scadenza = lettura.fields.date(&field("scadenza"), &typed.scadenza, giorno);
        let importo = lettura
            .fields
            .unit(&field("importo"), &typed.importo, Cents::from_decimal);
        let modalita = lettura.fields.code(&field("modalita"), &typed.modalita);
        if let Some(scadenza) = scadenza {
            rate.push(RataScritta {
                scadenza,
                importo,
                modalita,
            });
        }
    }
    rate
}

/// A line number that the document does not have is said at its field.
fn check_lines(lettura: &mut Lettura<'_>, field: String, righe: &[u16]) {
    let count = lettura.draft.righe.len();
    if righe.iter().any(|line| *line == 0 || usize::from(*line) > count) {
        lettura.error("documenti_riga_inesistente", field);
    }
}

pub(super) fn riferimenti(lettura: &mut Lettura<'_>) -> Vec<Riferimento> {
    let draft = lettura.draft;
    let giorno = lettura.giorno;
    let mut riferimenti = Vec::with_capacity(draft.riferimenti.len());
    for (at, typed) in draft.riferimenti.iter().enumerate() {
        let field = |name: &str| format!("riferimenti.{at}.{name}");
        check_lines(lettura, field("righe"), &typed.righe);
        riferimenti.push(Riferimento {
            tipo: typed.tipo,
            id_documento: lettura
                .fields
                .required(&field("id_documento"), &typed.id_documento),
            data_documento: lettura
                .fields
                .date(&field("data_documento"), &typed.data_documento, giorno),
            num_item: Fields::text(&typed.num_item),
            codice_commessa: Fields::text(&typed.codice_commessa),
            cup: lettura.fields.id(&field("cup"), &typed.cup),
            cig: lettura.fields.id(&field("cig"), &typed.cig),
            righe: typed.righe.clone(),
        });
    }
    riferimenti
}

pub(super) fn ddt(lettura: &mut Lettura<'_>) -> Vec<Ddt> {
    let draft = lettura.draft;
    let giorno = lettura.giorno;
    let mut notes = Vec::with_capacity(draft.ddt.len());
    for (at, typed) in draft.ddt.iter().enumerate() {
        let field = |name: &str| format!("ddt.{at}.{name}");
        check_lines(lettura, field("righe"), &typed.righe);
        lettura.fields.required(&field("data_ddt"), &typed.data_ddt);
        let numero = lettura.fields.required(&field("numero"), &typed.numero);
        let data_ddt: Option<Date> = lettura.fields.date(&field("data_ddt"), &typed.data_ddt, giorno);
        if let Some(data_ddt) = data_ddt {
            notes.push(Ddt {
                numero,
                data_ddt,
                righe: typed.righe.clone(),
            });
        }
    }
    notes
}

pub(super) fn trasporto(lettura: &mut Lettura<'_>) -> Option<Trasporto> {
    let typed = lettura.draft.trasporto.as_ref()?;
    let giorno = lettura.giorno;
    let colli = lettura.fields.number("trasporto.colli", &typed.colli);
    let colli = colli.and_then(|colli| {
        let count = u16::try_from(colli)
            .ok()
            .filter(|count| (1..=9_999).contains(count) && colli.fract().is_zero());
        if count.is_none() {
            lettura.error("documenti_colli", "trasporto.colli");
        }
        count
    });
    let fields = &mut lettura.fields;
    let resa = Fields::text(&typed.resa).map(|resa| resa.to_uppercase());
    if resa.as_deref().is_some_and(|resa| resa.chars().count() != 3) {
        fields
            .problems
            .push(crate::Problem::error("documenti_resa", "trasporto.resa"));
    }
    Some(Trasporto {
        causale: Fields::text(&typed.causale),
        mezzo: Fields::text(&typed.mezzo),
        aspetto: Fields::text(&typed.aspetto),
        colli,
        peso_lordo: fields.unit("trasporto.peso_lordo", &typed.peso_lordo, Cents::from_decimal),
        peso_netto: fields.unit("trasporto.peso_netto", &typed.peso_netto, Cents::from_decimal),
        unita_peso: Fields::text(&typed.unita_peso),
        data_inizio: fields.date("trasporto.data_inizio", &typed.data_inizio, giorno),
        ora_inizio: Fields::text(&typed.ora_inizio),
        resa,
        vettore: Fields::text(&typed.vettore),
        vettore_partita_iva: fields.id("trasporto.vettore_partita_iva", &typed.vettore_partita_iva),
        destinazione: Fields::text(&typed.destinazione),
    })
}
