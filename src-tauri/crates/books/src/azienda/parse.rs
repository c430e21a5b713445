//! The company as a document needs it: every field read, nothing missing.

use fisco::{
    Cap, CodiceFiscale, Iban, Nazione, PartitaIva, Provincia,
    codici::{CausalePagamento, ModalitaPagamento, Natura, RegimeFiscale, TipoCassa, TipoRitenuta},
};
use jiff::civil::Date;
use money::{Cents, Rate};

use super::{AziendaDraft, Profilo};
use crate::{Problem, field::Fields};

/// The company, complete for issuing.
#[derive(Debug, Clone)]
pub struct Azienda {
    /// Company name; none for a person.
    pub denominazione: Option<String>,
    /// First name and surname of a person.
    pub persona: Option<(String, String)>,
    /// Title before the name.
    pub titolo: Option<String>,
    /// Partita IVA; a private person has none and makes no XML.
    pub partita_iva: Option<PartitaIva>,
    /// Codice fiscale.
    pub codice_fiscale: Option<CodiceFiscale>,
    /// Regime; none for a private person.
    pub regime_fiscale: Option<RegimeFiscale>,
    /// Street, house number.
    pub indirizzo: String,
    /// House number.
    pub numero_civico: Option<String>,
    /// Postcode.
    pub cap: Cap,
    /// Town.
    pub comune: String,
    /// Province.
    pub provincia: Option<Provincia>,
    /// Telephone.
    pub telefono: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Certified e-mail, printed.
    pub pec: Option<String>,
    /// Web site, printed.
    pub sito: Option<String>,
    /// Register of companies.
    pub rea: Option<Rea>,
    /// Professional register.
    pub albo: Option<Albo>,
    /// IBAN proposed.
    pub iban: Option<Iban>,
    /// Bank, printed.
    pub banca: Option<String>,
    /// IVA rate proposed on a line.
    pub aliquota_iva: Option<Rate>,
    /// Natura proposed on a line without IVA.
    pub natura: Option<Natura>,
    /// Words at the foot.
    pub nota_pie: Option<String>,
    /// Logo.
    pub logo: Option<db::Id>,
}

/// `IscrizioneREA`.
#[derive(Debug, Clone)]
pub struct Rea {
    /// `Ufficio`.
    pub ufficio: Provincia,
    /// `NumeroREA`.
    pub numero: String,
    /// `CapitaleSociale`.
    pub capitale_sociale: Option<Cents>,
    /// `SocioUnico`: `SU` or `SM`.
    pub socio_unico: Option<String>,
    /// `StatoLiquidazione`: `LS` or `LN`.
    pub stato_liquidazione: String,
}

/// `AlboProfessionale` and its number.
#[derive(Debug, Clone)]
pub struct Albo {
    /// `AlboProfessionale`.
    pub nome: String,
    /// `ProvinciaAlbo`.
    pub provincia: Option<Provincia>,
    /// `NumeroIscrizioneAlbo`.
    pub numero: Option<String>,
    /// `DataIscrizioneAlbo`.
    pub data_iscrizione: Option<Date>,
}

impl Azienda {
    /// Reads the form. Fields of problems are those of [`AziendaDraft`].
    ///
    /// # Errors
    /// Everything that is missing or unreadable, together.
    pub fn parse(draft: &AziendaDraft, today: Date) -> Result<Self, Vec<Problem>> {
        let (azienda, fields) = Self::read(draft, today);
        fields.done(|| azienda)
    }

    /// As [`Azienda::parse`], with the doubts too.
    pub(super) fn read(draft: &AziendaDraft, today: Date) -> (Option<Self>, Fields) {
        let mut fields = Fields::default();
        let has_iva = draft.profilo != Profilo::Privato;
        let (denominazione, persona) = name(draft, &mut fields);
        let partita_iva: Option<PartitaIva> = fields.id("partita_iva", &draft.partita_iva);
        let codice_fiscale: Option<CodiceFiscale> = fields.id("codice_fiscale", &draft.codice_fiscale);
        let regime_fiscale = fields.code("regime_fiscale", &draft.regime_fiscale);
        if has_iva {
            fields.required("partita_iva", &draft.partita_iva);
            fields.required("regime_fiscale", &draft.regime_fiscale);
        } else {
            fields.required("codice_fiscale", &draft.codice_fiscale);
        }
        fields.warn("partita_iva", partita_iva.iter().flat_map(PartitaIva::warnings));
        fields.warn(
            "codice_fiscale",
            codice_fiscale.iter().flat_map(|code| code.warnings(today)),
        );
        let indirizzo = fields.required("indirizzo", &draft.indirizzo);
        let comune = fields.required("comune", &draft.comune);
        fields.required("cap", &draft.cap);
        let cap: Option<Cap> = fields.id("cap", &draft.cap);
        let provincia: Option<Provincia> = fields.id("provincia", &draft.provincia);
        fields.warn("provincia", provincia.iter().flat_map(Provincia::warnings));
        usual_values(draft, &mut fields);
        let text = Fields::text;
        let azienda = cap.map(|cap| Self {
            denominazione,
            persona,
            titolo: text(&draft.titolo),
            partita_iva,
            codice_fiscale,
            regime_fiscale,
            indirizzo,
            numero_civico: text(&draft.numero_civico),
            cap,
            comune,
            provincia,
            telefono: text(&draft.telefono),
            email: text(&draft.email),
            pec: text(&draft.pec),
            sito: text(&draft.sito),
            rea: rea(draft, &mut fields),
            albo: albo(draft, today, &mut fields),
            iban: fields.id("iban", &draft.iban),
            banca: text(&draft.banca),
            aliquota_iva: fields.unit("aliquota_iva", &draft.aliquota_iva, Rate::from_decimal),
            natura: fields.code("natura", &draft.natura),
            nota_pie: text(&draft.nota_pie),
            logo: draft.logo,
        });
        (azienda, fields)
    }

    /// The country of the company: the program is for subjects established in Italy.
    #[must_use]
    pub fn nazione(&self) -> Option<Nazione> {
        "IT".parse().ok()
    }

    /// Name as printed.
    #[must_use]
    pub fn nome_completo(&self) -> String {
        match (&self.denominazione, &self.persona) {
            (Some(name), _) => name.clone(),
            (None, Some((nome, cognome))) => [self.titolo.as_deref(), Some(nome), Some(cognome)]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" "),
            (None, None) => String::new(),
        }
    }
}

/// Company name, or first name and surname.
fn name(draft: &AziendaDraft, fields: &mut Fields) -> (Option<String>, Option<(String, String)>) {
    let denominazione = Fields::text(&draft.denominazione);
    let (nome, cognome) = (Fields::text(&draft.nome), Fields::text(&draft.cognome));
    match (&denominazione, nome, cognome) {
        (_, Some(nome), Some(cognome)) => (denominazione, Some((nome, cognome))),
        (Some(_), _, _) => (denominazione, None),
        (None, nome, _) => {
            let missing = if draft.profilo == Profilo::Impresa && nome.is_none() {
                "denominazione"
            } else {
                "cognome"
            };
            fields.problems.push(Problem::error("nome_missing", missing));
            (None, None)
        }
    }
}

/// Values proposed on documents: read here so that a wrong one is said where it is typed.
fn usual_values(draft: &AziendaDraft, fields: &mut Fields) {
    fields.code::<ModalitaPagamento>("modalita_pagamento", &draft.modalita_pagamento);
    fields.code::<TipoCassa>("tipo_cassa", &draft.tipo_cassa);
    fields.code::<TipoRitenuta>("tipo_ritenuta", &draft.tipo_ritenuta);
    fields.code::<CausalePagamento>("causale_ritenuta", &draft.causale_ritenuta);
    fields.unit("aliquota_cassa", &draft.aliquota_cassa, Rate::from_decimal);
    fields.unit("aliquota_ritenuta", &draft.aliquota_ritenuta, Rate::from_decimal);
    let colore = draft.aspetto.colore.trim();
    if !colore.is_empty() && draft.aspetto.rgb().is_none() {
        fields
            .problems
            .push(Problem::error("colore_bad", "aspetto.colore").arg("value", colore));
    }
}

fn rea(draft: &AziendaDraft, fields: &mut Fields) -> Option<Rea> {
    let ufficio = fields.id("rea_ufficio", &draft.rea_ufficio);
    let capitale_sociale = fields.unit("capitale_sociale", &draft.capitale_sociale, Cents::from_decimal);
    let numero = Fields::text(&draft.rea_numero)?;
    let stato_liquidazione = Fields::text(&draft.stato_liquidazione).unwrap_or_else(|| "LN".to_owned());
    let socio_unico = Fields::text(&draft.socio_unico);
    if ufficio.is_none() {
        fields.required("rea_ufficio", &draft.rea_ufficio);
    }
    Some(Rea {
        ufficio: ufficio?,
        numero,
        capitale_sociale,
        socio_unico,
        stato_liquidazione,
    })
}

fn albo(draft: &AziendaDraft, today: Date, fields: &mut Fields) -> Option<Albo> {
    let provincia = fields.id("albo_provincia", &draft.albo_provincia);
    let data_iscrizione = fields.date("albo_data", &draft.albo_data, today);
    let nome = Fields::text(&draft.albo)?;
    Some(Albo {
        nome,
        provincia,
        numero: Fields::text(&draft.albo_numero),
        data_iscrizione,
    })
}
