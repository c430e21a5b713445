//! Seller and customer.

use fatturapa::{
    Code,
    model::{
        Anagrafica, CedentePrestatore, CessionarioCommittente, Contatti, DatiAnagrafici,
        DatiAnagraficiCedente, IdFiscale, Indirizzo, IscrizioneRea, Nominativo,
    },
};
use fisco::codici::{SocioUnico, StatoLiquidazione};

use crate::{
    anagrafiche::{Nome, Soggetto},
    azienda::{Azienda, Rea},
};

/// Who transmits is the seller: for Italy by codice fiscale, when there is one.
pub(super) fn trasmittente(azienda: &Azienda) -> Option<IdFiscale> {
    let codice = azienda.codice_fiscale.as_ref().map(ToString::to_string);
    Some(IdFiscale {
        id_paese: "IT".to_owned(),
        id_codice: codice.or_else(|| azienda.partita_iva.as_ref().map(ToString::to_string))?,
    })
}

pub(super) fn cedente(azienda: &Azienda, cliente: &Soggetto) -> Option<CedentePrestatore> {
    let nominativo = match (&azienda.denominazione, &azienda.persona) {
        (Some(denominazione), _) => Nominativo::Denominazione(denominazione.clone()),
        (None, Some((nome, cognome))) => Nominativo::Persona {
            nome: nome.clone(),
            cognome: cognome.clone(),
        },
        (None, None) => return None,
    };
    let albo = azienda.albo.as_ref();
    let has_contacts = azienda.telefono.is_some() || azienda.email.is_some();
    Some(CedentePrestatore {
        dati_anagrafici: DatiAnagraficiCedente {
            id_fiscale_iva: IdFiscale {
                id_paese: "IT".to_owned(),
                id_codice: azienda.partita_iva.as_ref()?.to_string(),
            },
            codice_fiscale: azienda.codice_fiscale.as_ref().map(ToString::to_string),
            anagrafica: Anagrafica {
                nominativo,
                titolo: azienda.titolo.clone(),
                cod_eori: None,
            },
            albo_professionale: albo.map(|albo| albo.nome.clone()),
            provincia_albo: albo.and_then(|albo| albo.provincia.as_ref().map(ToString::to_string)),
            numero_iscrizione_albo: albo.and_then(|albo| albo.numero.clone()),
            data_iscrizione_albo: albo.and_then(|albo| albo.data_iscrizione),
            regime_fiscale: azienda.regime_fiscale?.into(),
        },
        sede: Indirizzo {
            indirizzo: azienda.indirizzo.clone(),
            numero_civico: azienda.numero_civico.clone(),
            cap: azienda.cap.to_string(),
            comune: azienda.comune.clone(),
            provincia: azienda.provincia.as_ref().map(ToString::to_string),
            nazione: "IT".to_owned(),
        },
        stabile_organizzazione: None,
        iscrizione_rea: azienda.rea.as_ref().and_then(rea),
        contatti: has_contacts.then(|| Contatti {
            telefono: azienda.telefono.clone(),
            fax: None,
            email: azienda.email.clone(),
        }),
        riferimento_amministrazione: cliente.riferimento_amministrazione.clone(),
    })
}

fn rea(rea: &Rea) -> Option<IscrizioneRea> {
    Some(IscrizioneRea {
        ufficio: rea.ufficio.to_string(),
        numero_rea: rea.numero.clone(),
        capitale_sociale: rea.capitale_sociale.map(money::Cents::decimal),
        socio_unico: rea
            .socio_unico
            .as_deref()
            .and_then(|code| code.parse::<SocioUnico>().ok())
            .map(Code::from),
        stato_liquidazione: rea.stato_liquidazione.parse::<StatoLiquidazione>().ok()?.into(),
    })
}

pub(super) fn cessionario(cliente: &Soggetto) -> CessionarioCommittente {
    let nominativo = match &cliente.nome {
        Nome::Denominazione(denominazione) => Nominativo::Denominazione(denominazione.clone()),
        Nome::Persona(nome, cognome) => Nominativo::Persona {
            nome: nome.clone(),
            cognome: cognome.clone(),
        },
    };
    let sede = &cliente.sede;
    CessionarioCommittente {
        dati_anagrafici: DatiAnagrafici {
            id_fiscale_iva: cliente.id_fiscale_iva.as_ref().map(|(paese, codice)| IdFiscale {
                id_paese: paese.clone(),
                id_codice: codice.clone(),
            }),
            codice_fiscale: cliente.codice_fiscale.as_ref().map(ToString::to_string),
            anagrafica: Anagrafica {
                nominativo,
                titolo: None,
                cod_eori: None,
            },
        },
        sede: Indirizzo {
            indirizzo: sede.indirizzo.clone(),
            numero_civico: sede.numero_civico.clone(),
            cap: sede.cap.to_string(),
            comune: sede.comune.clone(),
            provincia: sede.provincia.as_ref().map(ToString::to_string),
            nazione: sede.nazione.code().to_owned(),
        },
        stabile_organizzazione: None,
        rappresentante_fiscale: None,
    }
}
