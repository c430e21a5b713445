//! Why a figure is what it is: every total in words, from the same values that made it.

mod chiusura;

use std::collections::BTreeMap;

use money::{Cents, Rate, TooLarge, round};
use pdf::{Lingua, format};
use serde::Serialize;
use ts_rs::TS;

use super::{
    Calcolo, Chiave, Documento, ParteSconto, Riga, RigaCalcolata, ScontoDocumento, righe::divisor,
    sconti::cascade, spread,
};
use crate::documenti::GruppoIva;

/// How a total came about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Spiegazione {
    /// Which total: `riga.0`, `merce`, `sconto`, `cassa.0`, `imponibile`, `gruppo.0`, `imposta`, `bollo`,
    /// `arrotondamento`, `totale`, `ritenuta.0`, `split`, `sconto_in_fattura`, `netto`, `rata.0`.
    pub voce: String,
    /// Its steps, in order.
    pub passi: Vec<Passo>,
}

/// A step of a computation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Passo {
    /// In words, in the language asked for.
    pub testo: String,
    /// What it adds; negative when it takes off. None for a remark.
    pub importo: Option<Cents>,
    /// Field of the draft it comes from; empty when it comes from other totals.
    pub field: String,
}

/// Every total in words.
///
/// # Errors
/// [`TooLarge`] when an amount does not fit, which [`super::calcola`] would have said before.
pub fn spiega(
    documento: &Documento,
    calcolo: &Calcolo,
    lingua: Lingua,
) -> Result<Vec<Spiegazione>, TooLarge> {
    let voce = Voce {
        documento,
        calcolo,
        lingua,
        sconto: spread(documento, &calcolo.righe)?,
    };
    let mut all = Vec::new();
    for (riga, calcolata) in voce.righe() {
        all.push((format!("riga.{}", riga.at), voce.riga(riga, calcolata)?));
    }
    let lines = voce.righe().map(|(riga, calcolata)| voce.line(riga, calcolata));
    all.push(("merce".to_owned(), lines.collect()));
    all.push(("sconto".to_owned(), voce.sconto()?));
    all.extend(voce.casse());
    for (at, gruppo) in calcolo.totali.riepilogo.iter().enumerate() {
        all.push((format!("gruppo.{at}"), voce.gruppo(gruppo)?));
    }
    all.push(("imponibile".to_owned(), voce.gruppi(|gruppo| gruppo.imponibile)));
    all.push(("imposta".to_owned(), voce.gruppi(|gruppo| gruppo.imposta)));
    all.push(("bollo".to_owned(), voce.bollo()));
    all.push(("arrotondamento".to_owned(), voce.arrotondamento()?));
    all.push(("totale".to_owned(), voce.totale()));
    for (at, ritenuta) in calcolo.totali.ritenute.iter().enumerate() {
        all.push((format!("ritenuta.{at}"), voce.ritenuta(at, ritenuta)?));
    }
    all.extend(voce.off());
    all.push(("netto".to_owned(), voce.netto()?));
    all.extend(voce.rate());
    all.retain(|(_, passi)| !passi.is_empty());
    Ok(all
        .into_iter()
        .map(|(voce, passi)| Spiegazione { voce, passi })
        .collect())
}

struct Voce<'a> {
    documento: &'a Documento,
    calcolo: &'a Calcolo,
    lingua: Lingua,
    sconto: Vec<ParteSconto>,
}

impl<'a> Voce<'a> {
    fn righe(&self) -> impl Iterator<Item = (&'a Riga, &'a RigaCalcolata)> {
        let lines = self.documento.righe.iter().zip(&self.calcolo.righe);
        lines.filter(|(riga, _)| !riga.is_descrittiva)
    }

    fn passo(
        &self,
        code: &str,
        args: &[(&str, String)],
        importo: Option<Cents>,
        field: impl Into<String>,
    ) -> Passo {
        let args: BTreeMap<String, String> = args
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect();
        Passo {
            testo: crate::sentence(code, &args, self.lingua == Lingua::En),
            importo,
            field: field.into(),
        }
    }

    fn euro(&self, cents: Cents) -> String {
        format::euro(self.lingua, cents)
    }

    fn percent(&self, rate: Rate) -> String {
        format::rate(self.lingua, rate)
    }

    /// `IVA 22%` or the Natura.
    fn come(&self, gruppo: &GruppoIva) -> String {
        if gruppo.natura.is_empty() {
            self.percent(gruppo.aliquota_iva)
        } else {
            gruppo.natura.clone()
        }
    }

    fn come_of(&self, chiave: &Chiave) -> String {
        chiave.natura.map_or_else(
            || self.percent(chiave.aliquota_iva),
            |natura| natura.code().to_owned(),
        )
    }

    /// One line as a part of something larger.
    fn line(&self, riga: &Riga, calcolata: &RigaCalcolata) -> Passo {
        let quantita = riga.quantita.map_or_else(
            || "1".to_owned(),
            |quantita| format::quantity(self.lingua, quantita),
        );
        let args = [
            arg("n", riga.at.saturating_add(1).to_string()),
            arg("descrizione", short(&riga.descrizione)),
            arg("quantita", quantita),
            arg("prezzo", format::price(self.lingua, riga.prezzo)),
        ];
        let code = if riga.sconti.is_empty() {
            "spiega_riga"
        } else {
            "spiega_riga_scontata"
        };
        self.passo(
            code,
            &args,
            Some(calcolata.totale),
            format!("righe.{}.prezzo", riga.at),
        )
    }

    fn riga(&self, riga: &Riga, calcolata: &RigaCalcolata) -> Result<Vec<Passo>, TooLarge> {
        let mut passi = vec![self.line(riga, calcolata)];
        let unit = cascade(riga.prezzo.decimal(), &riga.sconti)?;
        let field = |name: &str| format!("righe.{}.{name}", riga.at);
        if !riga.sconti.is_empty() {
            let args = [arg("prezzo", self.number(unit)?)];
            passi.push(self.passo("spiega_dopo_sconti", &args, None, field("sconti")));
        }
        let exact = riga
            .quantita
            .map_or(Some(unit), |quantita| unit.checked_mul(quantita.decimal()));
        let exact = exact.ok_or(TooLarge)?;
        if round::half_up(exact, 2) != exact {
            let args = [arg("esatto", self.number(exact)?)];
            passi.push(self.passo("spiega_arrotondata", &args, None, field("quantita")));
        }
        if self.documento.prezzi_ivati {
            let args = [
                arg("lordo", self.euro(calcolata.lordo)),
                arg("come", self.come_of(&riga.chiave)),
            ];
            passi.push(self.passo("spiega_riga_ivata", &args, None, "prezzi_ivati"));
        }
        Ok(passi)
    }

    fn number(&self, value: money::Decimal) -> Result<String, TooLarge> {
        Ok(format::price(self.lingua, round::price8(value)?))
    }

    fn sconto(&self) -> Result<Vec<Passo>, TooLarge> {
        let Some(sconto) = self.documento.sconto else {
            return Ok(Vec::new());
        };
        let mut passi = Vec::new();
        let agreed = Cents::sum(self.sconto.iter().map(|parte| parte.lordo))?;
        passi.push(match sconto {
            ScontoDocumento::Percentuale(rate) => {
                let args = [
                    arg("percento", self.percent(rate)),
                    arg("importo", self.euro(agreed)),
                ];
                self.passo("spiega_sconto_percento", &args, None, "sconto")
            }
            ScontoDocumento::Importo(amount) => self.passo(
                "spiega_sconto_importo",
                &[arg("importo", self.euro(amount))],
                None,
                "sconto",
            ),
        });
        for parte in &self.sconto {
            let args = [arg("come", self.come_of(&parte.chiave))];
            passi.push(self.passo("spiega_parte", &args, Some(parte.totale.negated()?), "sconto"));
        }
        Ok(passi)
    }

    /// What stands in a group, and its IVA.
    fn gruppo(&self, gruppo: &GruppoIva) -> Result<Vec<Passo>, TooLarge> {
        let is_mine = |chiave: &Chiave| {
            chiave.aliquota_iva == gruppo.aliquota_iva
                && chiave.natura.map_or("", |natura| natura.code()) == gruppo.natura
                && chiave.esigibilita.code() == gruppo.esigibilita_iva
                && chiave.riferimento_normativo == gruppo.riferimento_normativo
        };
        let mut passi: Vec<Passo> = self
            .righe()
            .filter(|(riga, _)| is_mine(&riga.chiave))
            .map(|(riga, calcolata)| self.line(riga, calcolata))
            .collect();
        for parte in self.sconto.iter().filter(|parte| is_mine(&parte.chiave)) {
            passi.push(self.passo("spiega_sconto_del_documento", &[], Some(parte.totale), "sconto"));
        }
        for cassa in &self.calcolo.totali.casse {
            if cassa.aliquota_iva == gruppo.aliquota_iva && cassa.natura == gruppo.natura {
                let args = [arg("tipo", cassa.tipo.clone())];
                passi.push(self.passo("spiega_con_cassa", &args, Some(cassa.importo), "casse"));
            }
        }
        if self.calcolo.totali.bollo_addebitato
            && self.documento.bollo_addebitato.as_ref().is_some_and(is_mine)
        {
            passi.push(self.passo(
                "spiega_bollo_in_riga",
                &[],
                Some(self.calcolo.totali.bollo),
                "bollo",
            ));
        }
        let args = [
            arg("come", self.come(gruppo)),
            arg("base", self.euro(gruppo.imponibile)),
        ];
        let code = match (gruppo.natura.is_empty(), self.documento.prezzi_ivati) {
            (false, _) => "spiega_senza_iva",
            (true, false) => "spiega_iva",
            (true, true) => "spiega_iva_compresa",
        };
        passi.push(self.passo(code, &args, Some(gruppo.imposta), ""));
        if self.documento.prezzi_ivati && gruppo.natura.is_empty() {
            let chiave = self
                .righe()
                .find(|(riga, _)| is_mine(&riga.chiave))
                .map(|(riga, _)| &riga.chiave);
            let by = chiave
                .map(divisor)
                .transpose()?
                .map(|by| self.number(by))
                .transpose()?;
            passi.extend(by.map(|by| self.passo("spiega_diviso", &[arg("per", by)], None, "prezzi_ivati")));
        }
        Ok(passi)
    }

    fn casse(&self) -> Vec<(String, Vec<Passo>)> {
        let casse = self.calcolo.totali.casse.iter().enumerate();
        casse
            .map(|(at, cassa)| {
                let args = [
                    arg("percento", self.percent(cassa.aliquota)),
                    arg("base", self.euro(cassa.imponibile)),
                ];
                let passo = self.passo(
                    "spiega_cassa",
                    &args,
                    Some(cassa.importo),
                    format!("casse.{at}.aliquota"),
                );
                (format!("cassa.{at}"), vec![passo])
            })
            .collect()
    }

    fn gruppi(&self, pick: fn(&GruppoIva) -> Cents) -> Vec<Passo> {
        let groups = self.calcolo.totali.riepilogo.iter();
        groups
            .map(|gruppo| {
                self.passo(
                    "spiega_parte",
                    &[arg("come", self.come(gruppo))],
                    Some(pick(gruppo)),
                    "",
                )
            })
            .collect()
    }
}

/// A value of a sentence.
fn arg(name: &str, value: String) -> (&str, String) {
    (name, value)
}

/// The first words of a line.
fn short(descrizione: &str) -> String {
    let first = descrizione.lines().next().unwrap_or_default();
    if first.chars().count() <= 40 {
        return first.to_owned();
    }
    format!("{}…", first.chars().take(40).collect::<String>().trim_end())
}
