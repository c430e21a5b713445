//! From the groups to what the customer pays, in words.

use money::{Cents, Rate, TooLarge};

use super::{Passo, Voce, arg};
use crate::documenti::{BolloScelta, RitenutaTotale, regole::Esigibilita};

impl Voce<'_> {
    /// What it is computed on, then the withholding itself.
    pub(super) fn ritenuta(&self, at: usize, ritenuta: &RitenutaTotale) -> Result<Vec<Passo>, TooLarge> {
        let args = [
            arg("percento", self.percent(ritenuta.aliquota)),
            arg("base", self.euro(ritenuta.base)),
        ];
        let mut passi = self.base_ritenuta(at)?;
        let field = format!("ritenute.{at}.aliquota");
        passi.push(self.passo("spiega_ritenuta", &args, Some(ritenuta.importo), field));
        Ok(passi)
    }

    pub(super) fn rate(&self) -> Vec<(String, Vec<Passo>)> {
        let totali = &self.calcolo.totali;
        let field = if self.documento.rate.is_empty() {
            "termini_pagamento"
        } else {
            "rate"
        };
        let rate = totali.rate.iter().enumerate();
        rate.map(|(at, rata)| {
            let args = [
                arg("n", at.saturating_add(1).to_string()),
                arg("di", totali.rate.len().to_string()),
                arg("netto", self.euro(totali.netto_a_pagare)),
            ];
            let passo = self.passo("spiega_rata", &args, Some(rata.importo), field);
            (format!("rata.{at}"), vec![passo])
        })
        .collect()
    }

    pub(super) fn bollo(&self) -> Vec<Passo> {
        let totali = &self.calcolo.totali;
        if totali.bollo.is_zero() {
            return Vec::new();
        }
        let code = if self.documento.bollo == BolloScelta::Si {
            "spiega_bollo_scelto"
        } else {
            "spiega_bollo"
        };
        let args = [
            arg("base", self.euro(totali.base_bollo)),
            arg("soglia", self.euro(self.documento.parametri.bollo_soglia)),
        ];
        vec![self.passo(code, &args, Some(totali.bollo), "bollo")]
    }

    pub(super) fn arrotondamento(&self) -> Result<Vec<Passo>, TooLarge> {
        let totali = &self.calcolo.totali;
        if totali.arrotondamento.is_zero() {
            return Ok(Vec::new());
        }
        let before = totali.totale_documento.minus(totali.arrotondamento)?;
        let (code, field) = if self.documento.arrotonda_euro {
            ("spiega_arrotonda_euro", "arrotonda_euro")
        } else {
            ("spiega_arrotondamento", "arrotondamento")
        };
        Ok(vec![self.passo(
            code,
            &[arg("totale", self.euro(before))],
            Some(totali.arrotondamento),
            field,
        )])
    }

    pub(super) fn totale(&self) -> Vec<Passo> {
        let totali = &self.calcolo.totali;
        let mut passi = vec![
            self.passo("spiega_imponibili", &[], Some(totali.imponibile), ""),
            self.passo("spiega_imposte", &[], Some(totali.imposta), ""),
        ];
        if !totali.arrotondamento.is_zero() {
            passi.push(self.passo(
                "spiega_con_arrotondamento",
                &[],
                Some(totali.arrotondamento),
                "arrotondamento",
            ));
        }
        passi
    }

    /// What a withholding is computed on: lines, their discount, contributions; the part of it that counts.
    fn base_ritenuta(&self, at: usize) -> Result<Vec<Passo>, TooLarge> {
        let subject = self.righe().filter(|(riga, _)| riga.ritenuta);
        let mut passi: Vec<Passo> = subject
            .map(|(riga, calcolata)| self.line(riga, calcolata))
            .collect();
        let off = Cents::sum(
            self.sconto
                .iter()
                .filter(|parte| parte.ritenuta)
                .map(|parte| parte.totale),
        )?;
        if !off.is_zero() {
            passi.push(self.passo("spiega_sconto_del_documento", &[], Some(off), "sconto"));
        }
        let Some(ritenuta) = self.documento.ritenute.get(at) else {
            return Ok(passi);
        };
        let with_funds = matches!(
            ritenuta.tipo,
            fisco::codici::TipoRitenuta::RT01 | fisco::codici::TipoRitenuta::RT02
        );
        for cassa in self
            .calcolo
            .totali
            .casse
            .iter()
            .filter(|cassa| with_funds && cassa.ritenuta)
        {
            let args = [arg("tipo", cassa.tipo.clone())];
            passi.push(self.passo("spiega_con_cassa", &args, Some(cassa.importo), "casse"));
        }
        if ritenuta.base_percentuale != Rate::new(10_000) {
            let args = [arg("percento", self.percent(ritenuta.base_percentuale))];
            passi.push(self.passo(
                "spiega_quota",
                &args,
                None,
                format!("ritenute.{at}.base_percentuale"),
            ));
        }
        if let Some(left) = ritenuta.resta() {
            let args = [arg("resta", self.euro(left))];
            passi.push(self.passo(
                "spiega_massimale",
                &args,
                None,
                format!("ritenute.{at}.gia_soggette"),
            ));
        }
        Ok(passi)
    }

    /// What the customer does not pay, but for withholdings.
    pub(super) fn off(&self) -> Vec<(String, Vec<Passo>)> {
        let totali = &self.calcolo.totali;
        let mut all = Vec::new();
        if self.documento.esigibilita == Esigibilita::S && !totali.iva_split.is_zero() {
            let passo = self.passo("spiega_split", &[], Some(totali.iva_split), "esigibilita_iva");
            all.push(("split".to_owned(), vec![passo]));
        }
        if let Some(rate) = self.documento.sconto_in_fattura {
            let args = [
                arg("percento", self.percent(rate)),
                arg("totale", self.euro(totali.totale_documento)),
            ];
            let field = "sconto_in_fattura";
            let passo = self.passo(
                "spiega_sconto_in_fattura",
                &args,
                Some(totali.sconto_in_fattura),
                field,
            );
            all.push(("sconto_in_fattura".to_owned(), vec![passo]));
        }
        all
    }

    pub(super) fn netto(&self) -> Result<Vec<Passo>, TooLarge> {
        let totali = &self.calcolo.totali;
        let mut passi = vec![self.passo("spiega_totale", &[], Some(totali.totale_documento), "")];
        let ritenute = Cents::sum(totali.ritenute.iter().map(|ritenuta| ritenuta.importo))?;
        for (code, amount, field) in [
            ("spiega_meno_ritenute", ritenute, "ritenute"),
            ("spiega_split", totali.iva_split, "esigibilita_iva"),
            (
                "spiega_meno_sconto",
                totali.sconto_in_fattura,
                "sconto_in_fattura",
            ),
        ] {
            if !amount.is_zero() {
                passi.push(self.passo(code, &[], Some(amount.negated()?), field));
            }
        }
        Ok(passi)
    }
}
